"""Decisions of people: they hold, are superseded, undone, survive a new reading, and ask again where it changed."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from sqlalchemy import Connection

from comity.errors import DecisionRefused, NotKept
from comity.linking.deciding import decided
from comity.linking.gathering import entries_among, entry_of
from comity.linking.relink import relink
from comity.model import Engagement, Entry, Exercise, Kept, Reading
from comity.record import Record
from comity.record.clock import stamp
from comity.record.deciding import correct, decide, merge, split, undo
from comity.record.found import claim_named
from comity.record.noting import Decision, on_target
from comity.record.rereading import adopt, differences
from comity.record.selecting import Clock, of_parties
from comity.record.ties import rulings_of
from comity.record.typing_in import type_in
from record_builders import add, claim, day, person, told

MET = claim(
    Engagement, "The two ministers met in Tokyo.", kind="talks", parties=("IN", "JP"), when=day("2024-08-20"),
    place="Tokyo", place_country="JP", level="defence_minister",
    participants=(person("Asha Rao", "IN", "defence_minister"), person("Ken Mori", "JP", "defence_minister")),
)  # fmt: skip
DRILL = claim(
    Exercise, "Exercise Amber Gale was held.", name="Amber Gale", series="Amber Gale", domain="sea",
    parties=("IN", "JP"), when=day("2024-07"),
)  # fmt: skip
FIRST = told([MET, DRILL])


def review(record: Record, claim_id: str) -> str:
    with record.reading() as connection:
        return claim_named(connection, claim_id)[2].review


def kept(record: Record, claim_id: str) -> Kept:
    with record.reading() as connection:
        return claim_named(connection, claim_id)[2]


def rule(record: Record, claim_id: str, verb: str, **more: Any) -> None:
    decided(record, partial(decide, told=claim_id, decision=Decision(verb, "tester", **more)))


def entries(record: Record, clock: Clock | None = None) -> list[Entry]:
    with record.reading() as connection:
        numbers = of_parties(connection, ("IN", "JP"), clock or Clock())
        return entries_among(connection, numbers, clock or Clock())


def again(record: Record, reading: Reading) -> None:
    """Take over another reading of a release that is kept."""
    with record.writing() as connection:
        at = stamp(connection)
        relink(connection, adopt(connection, reading, "another", at), at)


def ids(reading: Reading) -> tuple[str, str]:
    return reading.engagements[0].id, reading.exercises[0].id


@pytest.mark.parametrize(
    ("verbs", "status"),
    [
        ([], "machine"),
        (["accept"], "accepted"),
        (["reject"], "rejected"),
        (["unsure"], "unsure"),
        (["accept", "reject"], "rejected"),
        (["accept", "reject", "undo"], "accepted"),
        (["accept", "undo"], "machine"),
        (["accept", "undo", "reject"], "rejected"),
    ],
)
def test_the_last_decision_that_was_not_undone_holds(record: Record, verbs: list[str], status: str) -> None:
    add(record, FIRST)
    met, _ = ids(FIRST)
    for verb in verbs:
        if verb == "undo":
            decided(record, partial(undo, told=met, who="tester", why=None))
        else:
            rule(record, met, verb)
    assert review(record, met) == status
    with record.reading() as connection:
        assert [one["verb"] for one in on_target(connection, met)] == verbs  # nothing is erased


def test_a_correction_holds_beside_the_extracted_value(record: Record) -> None:
    add(record, FIRST)
    _, drill = ids(FIRST)
    decided(record, partial(correct, told=drill, decision=Decision("correct", "tester", "a slip", "edition", 4)))
    one = kept(record, drill)
    assert isinstance(one.claim, Exercise)
    assert (one.claim.edition, one.review) == (4, "corrected")
    with record.reading() as connection:
        (decision,) = on_target(connection, drill)
    assert (decision["field"], decision["old"], decision["new"]) == ("edition", "null", "4")


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("nothing", 1, "no field"),
        ("evidence", [], "no field"),
        ("status", "hold", "not one of"),
        ("date", "last year", "no date"),
        ("parties", "IN", "list of words"),
        ("edition", "four", "whole number"),
    ],
)
def test_a_value_that_a_field_cannot_hold_is_refused(record: Record, field: str, value: object, why: str) -> None:
    add(record, FIRST)
    _, drill = ids(FIRST)
    with pytest.raises(DecisionRefused, match=why):
        decided(record, partial(correct, told=drill, decision=Decision("correct", "tester", None, field, value)))
    assert review(record, drill) == "machine"


def test_what_is_rejected_tells_of_nothing(record: Record) -> None:
    add(record, FIRST)
    rule(record, ids(FIRST)[0], "reject")
    assert [entry.kind for entry in entries(record)] == ["exercise"]


def test_a_decision_survives_a_new_reading_unless_what_was_decided_on_changed(record: Record) -> None:
    add(record, FIRST)
    met, drill = ids(FIRST)
    rule(record, met, "accept")
    rule(record, drill, "accept")
    read_again = replace(
        FIRST,
        engagements=(replace(FIRST.engagements[0], rule="renamed", certainty=0.4),),
        exercises=(replace(FIRST.exercises[0], domain="air"),),
    )
    with record.reading() as connection:
        differs = differences(connection, read_again)
    assert differs is not None
    assert [one.id for one, _ in differs.changed] == [drill]
    assert differs.changed[0][1] == {
        "domain": ("sea", "air"),
        "domain_detail": ({"basis": "text"}, {"basis": "text"}),
    } or (differs.changed[0][1] == {"domain": ("sea", "air")})
    again(record, read_again)
    assert (review(record, met), review(record, drill)) == ("accepted", "unsure")


def test_what_a_new_reading_does_not_find_is_retired_and_known_at_its_time(record: Record) -> None:
    add(record, FIRST)
    with record.writing() as connection:
        then = stamp(connection)
    again(record, replace(FIRST, exercises=()))
    assert [entry.kind for entry in entries(record)] == ["engagement"]
    assert sorted(entry.kind for entry in entries(record, Clock(known_at=then))) == ["engagement", "exercise"]


def test_a_decision_is_not_known_before_it_was_taken(record: Record) -> None:
    add(record, FIRST)
    met, _ = ids(FIRST)
    with record.writing() as connection:
        then = stamp(connection)
    decided(record, partial(correct, told=met, decision=Decision("correct", "tester", None, "place", "Osaka")))
    now, before = (
        next(e for e in entries(record, clock) if e.kind == "engagement").members[0].claim
        for clock in (Clock(), Clock(known_at=then))
    )
    assert isinstance(now, Engagement)
    assert isinstance(before, Engagement)
    assert (now.place, before.place) == ("Osaka", "Tokyo")


def test_a_decision_holds_for_the_same_words_in_a_new_version_of_the_page(record: Record) -> None:
    first = told([MET], url="https://example.org/1")
    second = told([MET, DRILL], url="https://example.org/1", body="Corrected.")
    add(record, first)
    rule(record, first.engagements[0].id, "accept", why="seen")
    add(record, second)
    assert review(record, second.engagements[0].id) == "accepted"
    assert review(record, second.exercises[0].id) == "machine"


def test_entries_are_merged_and_split_by_hand_and_keep_their_ids(record: Record) -> None:
    add(record, told([DRILL]))
    other = claim(Exercise, "Exercise Blue Lantern was held.", name="Blue Lantern", parties=("IN", "JP"), domain="sea")
    add(record, told([other], "2024-09-01"))
    first, second = sorted(entries(record), key=lambda entry: entry.members[0].issued or "")
    decided(record, partial(merge, ids=[first.id, second.id], who="tester", why="one thing under two names"))
    (one,) = entries(record)
    assert (one.id, len(one.members)) == (first.id, 2)
    with record.reading() as connection:
        assert entry_of(connection, second.id).id == first.id  # the id that was given up leads on
    # What joins later joins the merged entry.
    add(record, told([replace(other, evidence=other.evidence)], "2024-09-03", title="Later"))
    decided(record, partial(undo, told=first.id, who="tester", why=None))
    assert {entry.id for entry in entries(record)} >= {first.id, second.id}


def test_claims_split_off_stay_apart_whatever_comes_later(record: Record) -> None:
    add(record, told([MET]))
    add(record, told([MET], "2024-08-21", issuer="JP", title="The other side"))
    (entry,) = entries(record)
    assert len(entry.members) == 2
    apart = entry.members[1].id
    decided(record, partial(split, told=entry.id, apart=[apart], who="tester", why="two meetings"))
    assert sorted(len(one.members) for one in entries(record)) == [1, 1]
    assert entry.id in {one.id for one in entries(record)}
    add(record, told([MET], "2024-08-22", title="A third account"))
    assert apart not in {kept.id for one in entries(record) if len(one.members) > 1 for kept in one.members}


def test_a_ruling_that_was_taken_back_with_its_transaction_holds_nowhere(record: Record) -> None:
    add(record, told([MET]))
    add(record, told([MET], "2024-08-21", issuer="JP", title="The other side"))
    (entry,) = entries(record)

    def parted(connection: Connection, at: str) -> None:
        split(connection, entry.id, [entry.members[1].id], "tester", None, at)
        assert len(rulings_of(connection)[1]) == 1

    with suppress(ZeroDivisionError), record.writing() as connection:
        parted(connection, stamp(connection))
        raise ZeroDivisionError
    with record.writing() as connection:
        assert rulings_of(connection) == (frozenset(), frozenset())
        with suppress(ZeroDivisionError), connection.begin_nested():
            parted(connection, stamp(connection))
            raise ZeroDivisionError
        assert rulings_of(connection) == (frozenset(), frozenset())
        parted(connection, stamp(connection))
    with record.reading() as connection:
        assert len(rulings_of(connection)[1]) == 1


@pytest.mark.parametrize("many", ["one", "all", "foreign"])
def test_a_split_of_nothing_or_all_is_refused(record: Record, many: str) -> None:
    add(record, told([MET]))
    add(record, told([DRILL], "2024-08-25"))
    first, other = entries(record)
    named = {"one": [], "all": [first.members[0].id], "foreign": [other.members[0].id]}[many]
    with pytest.raises((DecisionRefused, NotKept)):
        decided(record, partial(split, told=first.id, apart=named, who="tester", why=None))


def test_a_claim_typed_in_by_a_person_is_marked_and_joins_what_tells_of_the_same(record: Record) -> None:
    add(record, told([DRILL]))
    values = {"name": "Amber Gale", "series": "Amber Gale", "domain": "sea", "parties": ["IN", "JP"], "date": "2024-07"}
    decided(record, partial(type_in, kind="exercise", values=values, who="tester", why="from a printed report"))
    (entry,) = entries(record)
    by_hand = next(kept for kept in entry.members if not kept.release)
    assert (by_hand.claim.rule, by_hand.claim.evidence) == ("human", ())


def test_nothing_is_known_of_a_release_before_it_was_issued(record: Record) -> None:
    add(record, told([MET], "2024-08-20"))
    add(record, told([DRILL], "2024-09-01"))
    with record.reading() as connection:
        for day_, kinds in (
            ("2024-08-19", []),
            ("2024-08-20", ["engagement"]),
            ("2024-09", ["engagement", "exercise"]),
        ):
            clock = Clock.told(day_, None)
            found = entries_among(connection, of_parties(connection, ["IN"], clock), clock)
            assert sorted(entry.kind for entry in found) == kinds
