"""What is withdrawn is gone, down to the bytes of the file, and stays out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from comity.errors import NotKept
from comity.linking.rebuilding import verified
from comity.linking.relink import relink
from comity.model import Engagement, Position, Topic
from comity.record import Record
from comity.record.captures import content_of
from comity.record.clock import stamp
from comity.record.deciding import correct
from comity.record.keeping import see_again
from comity.record.noting import Decision
from comity.record.tables import claims, copies, decisions, forms, listed, releases, sightings, withdrawals
from comity.record.withdrawing import beside, scrub, withdraw
from record_builders import add, capture, claim, day, person, told

SECRET = ("Zanzibarit", "Quillfeather", "Oxbowlane", "Marrowgate", "Tintagelly")
MET = claim(
    Engagement, f"Envoy {SECRET[0]} met {SECRET[1]} in secret.", kind="talks", parties=("IN", "JP"),
    when=day("2024-08-20"), participants=(person(SECRET[0], "IN"),), topics=(Topic(SECRET[2], ()),),
)  # fmt: skip
OPEN = claim(Position, "Kenya welcomes the harbour.", by=("KE",), stance="welcomes", topic="harbour")
WORDS = " ".join(f"word{n} of a statement on ports and ships" for n in range(60))


def gone(record: Record, release: str) -> None:
    with record.writing() as connection:
        at = stamp(connection)
        relink(connection, withdraw(connection, release, "registrar", "a court said so", at), at)
    scrub(record)


def test_its_words_are_nowhere_any_more(record: Record, tmp_path: Path) -> None:
    reading = told([MET], title=f"On {SECRET[3]}", url=f"https://example.org/{SECRET[4]}", body=f"{WORDS} {SECRET[2]}")
    add(record, reading, f"{SECRET[4]}.md")
    for n in range(5):
        add(record, told([OPEN], f"2024-09-0{n + 1}"), f"{n}.md")
    with record.writing() as connection:
        at = stamp(connection)
        decision = Decision("correct", "reader", f"it is {SECRET[1]}", "place", SECRET[3])
        relink(connection, correct(connection, reading.engagements[0].id, decision, at), at)
    gone(record, reading.release.id)
    with record.reading() as connection:
        everything = [
            str(tuple(row)).lower()
            for table in (releases, claims, sightings, decisions, listed, forms)
            for row in connection.execute(select(table))
        ]
    files = [file for file in tmp_path.iterdir() if file.name.startswith("comity.db")]
    everything += [file.read_bytes().decode("latin-1").lower() for file in files]
    for word in SECRET:
        assert [one for one in everything if word.lower() in one] == []
    assert verified(record).ok


def test_a_tombstone_tells_what_was_there(record: Record) -> None:
    reading = told([MET, OPEN])
    add(record, reading)
    gone(record, reading.release.id)
    with record.reading() as connection:
        row = connection.execute(select(releases)).one()
        assert (row.id, row.document, row.issued, row.title, row.text) == (
            reading.release.id,
            1,
            "2024-08-20",
            None,
            "",
        )
        told_of = connection.execute(select(withdrawals.c.who, withdrawals.c.why)).one()
        assert tuple(told_of) == ("registrar", "a court said so")
        assert {row.quote for row in connection.execute(select(claims))} == {""}
        assert connection.execute(select(listed)).all() == []
        assert connection.execute(select(forms)).all() == []


def test_it_is_refused_when_it_comes_again(record: Record) -> None:
    reading = told([MET])
    add(record, reading)
    gone(record, reading.release.id)
    assert [add(record, reading, source).outcome for source in ("release.md", "other.md")] == ["withdrawn"] * 2
    with record.writing() as connection:
        assert see_again(connection, capture(reading), 1, stamp(connection)).outcome == "withdrawn"
        with pytest.raises(NotKept, match="withdrawn"):
            content_of(connection, capture(reading).sha256)
        assert len(connection.execute(select(sightings)).all()) == 1
    reread = replace(reading, release=replace(reading.release, id="read-otherwise"))
    assert add(record, reread).outcome == "withdrawn"
    gone(record, reading.release.id)
    assert verified(record).ok


def test_a_copy_of_it_stands_in_its_place_and_is_named(record: Record) -> None:
    first, second = (told([OPEN], f"2024-08-2{n}", body=WORDS, title=f"Print {n}") for n in (0, 1))
    for reading in (first, second):
        add(record, reading)
    with record.reading() as connection:
        assert beside(connection, first.release.id) == [second.release.id]
    gone(record, first.release.id)
    with record.reading() as connection:
        assert connection.execute(select(copies)).all() == []
        told_by = select(claims.c.id).join(listed, listed.c.claim == claims.c.number)
        assert connection.execute(told_by).scalars().all() == [second.positions[0].id]
    assert verified(record).ok


def test_every_place_where_its_bytes_were_seen_is_emptied(record: Record) -> None:
    reading = told([MET])
    add(record, reading)
    elsewhere = told([MET], url="https://example.org/elsewhere")
    assert add(record, elsewhere, "elsewhere.md").outcome == "duplicate"
    gone(record, reading.release.id)
    with record.reading() as connection:
        for one in (reading, elsewhere):
            with pytest.raises(NotKept, match="withdrawn"):
                content_of(connection, capture(one).sha256)


def test_what_is_not_there_cannot_be_withdrawn(record: Record) -> None:
    reading = told([MET])
    add(record, reading)
    for told_id in ("absent", reading.release.id[:6]):
        with pytest.raises(NotKept), record.writing() as connection:
            withdraw(connection, told_id, "x", "y", stamp(connection))
