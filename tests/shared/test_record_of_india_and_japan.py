"""Real releases of 2022 and 2026 about India and Japan in one record: what goes on, and what came of promises."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from comity.linking.gathering import entries_among
from comity.linking.heads import head
from comity.linking.trips import trips
from comity.model import Agreement, Engagement, Entry, Exercise
from comity.record import open_record
from comity.record.selecting import of_parties
from comity.scale.adding import add_many
from comity.views.ledger import Promise, promises_of

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def entries(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Entry]]:
    """All entries of the pair, from the seed and the gold releases that speak of Japan."""
    gold = [file for file in sorted((shared / "gold" / "releases").glob("*.md")) if "Japan" in file.read_text("utf-8")]
    place = tmp_path_factory.mktemp("record") / "comity.db"
    with open_record(place, make=True) as record:
        outcomes = [one.outcome for one in add_many(record, [*sorted((shared / "seed").glob("pib-*.md")), *gold])]
        assert set(outcomes) == {"new"}
        with record.reading() as connection:
            yield entries_among(connection, of_parties(connection, ("IN", "JP")))


@pytest.fixture(scope="module")
def promises(entries: list[Entry]) -> list[Promise]:
    return promises_of(entries, date(2026, 12, 1).isoformat(), every=True)


def of(entries: list[Entry], kind: str) -> list[Entry]:
    return [entry for entry in entries if entry.kind == kind]


def test_the_two_plus_two_goes_from_its_second_edition_to_its_fourth(entries: list[Entry]) -> None:
    told = [one for entry in of(entries, "engagement") if isinstance(one := head(entry), Engagement)]
    editions = {one.edition for one in told if one.form == "two_plus_two" or "2+2" in (one.name or "")}
    assert editions - {None} == {2, 4}


def test_jaimex_is_folded_into_jimex(entries: list[Entry]) -> None:
    (jimex,) = [e for e in of(entries, "exercise") if isinstance(one := head(e), Exercise) and one.series == "JIMEX"]
    assert len(jimex.releases) == 2


def test_the_supply_agreement_of_2022_is_not_the_arrangements_of_2026(entries: list[Entry]) -> None:
    found = {
        (one.name or "").split(" (")[0]: entry.releases
        for entry in of(entries, "agreement")
        if isinstance(one := head(entry), Agreement) and one.subject == "logistics"
    }
    supply = next(name for name in found if name.startswith("Reciprocal Provision of Supply"))
    assert len(found) == 3
    assert not set(found.pop(supply)) & {release for releases in found.values() for release in releases}


def test_the_inaugural_fighter_exercise_gets_the_air_exercise_of_2026_as_what_became_of_it(
    promises: list[Promise],
) -> None:
    (fighter,) = [one for one in promises if "inaugural fighter exercise" in one.head.action]
    later = [(follow, head(thing)) for follow, thing in fighter.since if (follow.told or "") > "2022-12"]
    assert [(one.series or one.name) for _, one in later if isinstance(one, Exercise)] == ["Veer Guardian"]
    assert "air" in later[0][0].reason
    assert fighter.fate.status == "in_progress"


def test_each_promise_has_its_quotes(promises: list[Promise]) -> None:
    assert len(promises) > 20
    assert all(kept.claim.quote for one in promises for kept in one.entry.members)


def test_one_visit_of_august_2026_holds_its_talks_ceremonies_and_calls(entries: list[Entry]) -> None:
    by_id = {entry.id: entry for entry in entries}
    (visit,) = [one for one in trips(of(entries, "engagement")) if (one.first or "").startswith("2026-08")]
    held = [by_id[one.entry] for one in visit.holds]
    kinds = {one.kind for entry in held if isinstance(one := head(entry), Engagement)}
    assert {"visit", "ceremony", "talks"} <= kinds
    assert len({release for entry in held for release in entry.releases}) == 3
    assert json.dumps([visit.visitor, visit.host]) == '["JP", "IN"]'
