"""Another's record is taken over: nothing twice, nothing lost, decisions with who took them and when."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from comity.linking.rebuilding import verified
from comity.linking.relink import relink
from comity.model import Exercise, Position
from comity.record import Record, open_record
from comity.record.clock import stamp
from comity.record.deciding import correct, decide, merge
from comity.record.entries import resolve
from comity.record.merging import merge_record
from comity.record.noting import Decision
from comity.record.tables import (
    captures,
    claims,
    decisions,
    entries,
    extractions,
    forms,
    listed,
    releases,
    sightings,
)
from comity.record.withdrawing import withdraw
from invented import readings
from record_builders import add, claim, told
from record_safety import fill, harm, rows

WELCOMES = claim(Position, "Kenya welcomes the harbour.", by=("KE",), stance="welcomes", topic="harbour")
OPPOSES = claim(Position, "Kenya opposes the harbour.", by=("KE",), stance="opposes", topic="harbour")
URL = "https://example.org/harbour"


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "other.db", make=True) as made:
        yield made


def number(record: Record, table: Any) -> int:
    with record.reading() as connection:
        return int(connection.execute(select(func.count()).select_from(table)).scalar() or 0)


def stand(record: Record) -> dict[str, str]:
    """The ids of the claims that stand, and their review."""
    with record.reading() as connection:
        query = select(claims.c.id, listed.c.review).join(listed, listed.c.claim == claims.c.number)
        return {row.id: row.review for row in connection.execute(query)}


def things(record: Record) -> set[frozenset[str]]:
    """Which tellings are of one thing."""
    with record.reading() as connection:
        found: dict[str, set[str]] = {}
        for row in connection.execute(select(forms)):
            found.setdefault(str(row.entry), set()).add(row.standing_for)
    return {frozenset(one) for one in found.values()}


def decided(record: Record, act: Callable[..., Any], *told: Any) -> None:
    with record.writing() as connection:
        at = stamp(connection)
        relink(connection, act(connection, *told, at), at)


def test_taken_over_into_an_empty_record_it_is_the_same_record(record: Record, other: Record) -> None:
    fill(other)
    merge_record(record, other, relink)
    assert stand(record) == stand(other)
    assert things(record) == things(other)
    same = ("captures", "releases", "sightings", "extractions", "claims", "decisions", "retirements")
    assert [name for name in same if rows(record)[name] != rows(other)[name]] == []
    assert verified(record).ok


def test_done_twice_it_changes_nothing(record: Record, other: Record) -> None:
    for one, seed in ((record, 1), (other, 2)):
        for reading in readings(seed, 8):
            add(one, reading)
    fill(other, 20)
    merge_record(record, other, relink)
    before = rows(record)
    assert not any(merge_record(record, other, relink).taken.values())
    assert rows(record) == before
    assert verified(record).ok


def test_whoever_takes_over_whom_the_same_stands(tmp_path: Path, other: Record) -> None:
    for reading in readings(5, 12):
        add(other, reading)
    with open_record(tmp_path / "a.db", make=True) as mine:
        for reading in (*readings(6, 12), *list(readings(5, 12))[:4]):
            add(mine, reading)
        found = []
        for first, second in ((mine, other), (other, mine)):
            with open_record(tmp_path / f"{len(found)}.db", make=True) as both:
                merge_record(both, first, relink)
                merge_record(both, second, relink)
                found.append((stand(both), things(both)))
                assert verified(both).ok
        assert found[0] == found[1]


def test_what_both_have_is_kept_once_with_each_place_where_it_was_seen(record: Record, other: Record) -> None:
    reading = told([WELCOMES])
    add(record, reading, "mine.md")
    add(other, reading, "theirs.md")
    merge_record(record, other, relink)
    assert [number(record, one) for one in (captures, releases, claims, extractions, sightings)] == [1, 1, 1, 1, 2]


def test_decisions_keep_who_took_them_and_when_and_the_last_holds(record: Record, other: Record) -> None:
    reading = told([WELCOMES])
    (one,) = reading.positions
    for each in (record, other):
        add(each, reading)
    decided(record, decide, one.id, Decision("accept", "ada"))
    decided(other, decide, one.id, Decision("reject", "ben", "not so"))
    decided(record, decide, one.id, Decision("unsure", "ada"))
    merge_record(record, other, relink)
    assert stand(record) == {one.id: "unsure"}
    merge_record(other, record, relink)
    assert stand(other) == {one.id: "unsure"}
    with record.reading() as here, other.reading() as there:
        told_here = {(row.id, row.who, row.at) for row in here.execute(select(decisions))}
        assert told_here == {(row.id, row.who, row.at) for row in there.execute(select(decisions))}


def test_a_correction_and_a_merge_of_entries_hold_here_too(record: Record, other: Record) -> None:
    for reading in readings(3, 10):
        add(record, reading)
        add(other, reading)
    with other.reading() as connection:
        two = list(connection.execute(select(forms.c.entry).where(forms.c.kind == "position").limit(2)).scalars())
        topic = connection.execute(select(claims.c.id).where(claims.c.kind == "position").limit(1)).scalar_one()
    decided(other, lambda c, at: merge(c, two, "ben", None, at))
    decided(other, lambda c, at: correct(c, topic, Decision("correct", "ben", None, "topic", "lanterns"), at))
    merge_record(record, other, relink)
    assert things(record) == things(other)
    assert stand(record)[topic] == "corrected"
    assert verified(record).ok


def test_ids_of_the_others_entries_lead_to_ours(record: Record, other: Record) -> None:
    gales = [claim(Exercise, f"Amber Gale {n} ended.", name="Amber Gale", parties=("IN", "JP")) for n in range(4)]
    for n in (0, 1):
        add(record, told([gales[n]], f"2024-03-0{n + 1}"))
    for n in (2, 3, 1):
        add(other, told([gales[n]], f"2024-03-0{n + 1}"))
    merge_record(record, other, relink)
    with record.reading() as here, other.reading() as there:
        ours = {resolve(here, one) for one in here.execute(select(entries.c.id)).scalars()}
        theirs = {resolve(here, one) for one in there.execute(select(entries.c.id)).scalars()}
    assert len(ours) == 1
    assert theirs == ours


@pytest.mark.parametrize("first", ["mine", "theirs"])
def test_of_two_versions_of_a_page_the_one_seen_later_stands(record: Record, other: Record, first: str) -> None:
    old, new = told([WELCOMES], url=URL), told([OPPOSES], url=URL)
    for one, reading in ((record, old), (other, new)) if first == "mine" else ((other, old), (record, new)):
        add(one, reading)
    merge_record(record, other, relink)
    assert set(stand(record)) == {new.positions[0].id}
    assert verified(record).ok


def test_a_later_reading_of_a_release_retires_what_it_does_not_find(record: Record, other: Record) -> None:
    both, fewer = told([WELCOMES, OPPOSES]), told([WELCOMES], body=OPPOSES.quote)
    assert both.release.id == fewer.release.id
    add(record, both, extractor="1")
    add(other, fewer, extractor="2")
    merge_record(record, other, relink)
    assert set(stand(record)) == {fewer.positions[0].id}
    merge_record(other, record, relink)
    assert set(stand(other)) == {fewer.positions[0].id}
    assert verified(record).ok


@pytest.mark.parametrize("by", ["mine", "theirs"])
@pytest.mark.parametrize("known", [True, False])
def test_what_either_side_withdrew_is_withdrawn(record: Record, other: Record, by: str, known: bool) -> None:  # noqa: FBT001
    reading = told([WELCOMES])
    add(other, reading)
    if known or by == "mine":
        add(record, reading)
    with (record if by == "mine" else other).writing() as connection:
        at = stamp(connection)
        relink(connection, withdraw(connection, reading.release.id, "ben", "a court said so", at), at)
    merge_record(record, other, relink)
    assert stand(record) == {}
    assert add(record, reading).outcome == "withdrawn"
    with record.reading() as connection:
        assert connection.execute(select(releases.c.text)).scalars().all() == [""]
        assert connection.execute(select(captures.c.content)).scalars().all() == [b""]
    assert verified(record).ok


def test_what_is_damaged_there_is_passed_over_and_the_rest_is_taken(record: Record, other: Record) -> None:
    fill(other, 20)
    with other.reading() as connection:
        broken = connection.execute(
            select(releases.c.id).where(releases.c.number.in_((3, 5))).order_by(releases.c.number)
        )
        third, fifth = broken.scalars()
        number_of_all = len(connection.execute(select(releases.c.id)).all())
    harm(other, "UPDATE releases SET text = CAST(x'c3' AS TEXT) WHERE number = 3")
    harm(other, "UPDATE claims SET quote = 'x' WHERE release = 5")
    merged = merge_record(record, other, relink)
    assert number(record, releases) == number_of_all - 2
    assert any(fault.startswith("releases 3:") for fault in merged.passed_over)
    assert any(fifth in fault for fault in merged.passed_over)
    with record.reading() as connection:
        assert not {third, fifth} & set(connection.execute(select(releases.c.id)).scalars())
    assert verified(record).ok
