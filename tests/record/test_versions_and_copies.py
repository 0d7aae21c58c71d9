"""Versions of a page and copies elsewhere: what stands, whatever comes first, and what goes on with it."""

from __future__ import annotations

from functools import partial
from itertools import permutations

import pytest
from sqlalchemy import select

from comity.linking.deciding import decided
from comity.linking.fingerprint import fingerprint
from comity.linking.gathering import entries_among, entry_of
from comity.model import Entry, Exercise, Reading
from comity.record import Record, open_record
from comity.record.clock import stamp
from comity.record.deciding import decide, merge, split, undo
from comity.record.found import claim_named
from comity.record.noting import Decision, on_target
from comity.record.selecting import Clock, of_parties
from comity.record.tables import claims, listed
from record_builders import add, claim, day, told

LONG = " ".join(f"The parties spoke of matter {n} and of the port of town {n}." for n in range(40))
GALE = claim(
    Exercise,
    "Exercise Amber Gale was held.",
    name="Amber Gale",
    parties=("IN", "JP"),
    domain="sea",
    when=day("2024-07"),
)
LANTERN = claim(
    Exercise,
    "Exercise Blue Lantern was held.",
    name="Blue Lantern",
    parties=("IN", "JP"),
    domain="air",
    when=day("2024-06"),
)
PAGE = "https://example.org/1"


def entries(record: Record, clock: Clock | None = None) -> list[Entry]:
    with record.reading() as connection:
        return entries_among(connection, of_parties(connection, ("IN", "JP"), clock or Clock()), clock or Clock())


def names(record: Record) -> list[str]:
    return sorted(str(getattr(e.members[0].claim, "name", "")) for e in entries(record) for _ in e.members)


def review(record: Record, claim_id: str) -> str:
    with record.reading() as connection:
        return claim_named(connection, claim_id)[2].review


def rule(record: Record, claim_id: str, verb: str) -> None:
    decided(record, partial(decide, told=claim_id, decision=Decision(verb, "tester")))


FIRST = told([GALE], "2024-08-20", url=PAGE, body=LONG)
FIXED = told([GALE], "2024-08-22", url=PAGE, body=LONG.replace("town 7", "city 7"))
OTHERWISE = told([LANTERN], "2024-08-25", url=PAGE, body=LONG[:400])
COPY = told([GALE], "2024-08-21", body=f"{LONG} (printed anew)", title="Elsewhere", issuer="JP")


@pytest.mark.parametrize(
    ("given", "stand"),
    [
        ([FIRST, FIXED, COPY], ["Amber Gale"]),
        ([FIRST, OTHERWISE], ["Blue Lantern"]),
        ([FIRST, COPY], ["Amber Gale"]),
        ([FIRST, OTHERWISE, COPY], ["Amber Gale", "Blue Lantern"]),  # the copy still says what the page does not
    ],
    ids=["a version and a copy", "a version", "a copy", "a copy of what was withdrawn"],
)
def test_in_every_order_the_same_stands(
    given: list[Reading], stand: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    digests = set()
    for order in permutations(given):
        with open_record(tmp_path_factory.mktemp("r") / "c.db", make=True) as record:
            for number, reading in enumerate(order):
                add(record, reading, f"{number}.md")
            assert names(record) == stand
            with record.reading() as connection:
                digests.add(fingerprint(connection))
    assert len(digests) == 1


def test_a_number_or_an_address_shared_by_many_makes_no_versions(record: Record) -> None:
    add(record, told([GALE], "2023-01-05", url="https://example.org/", title="On ports"))
    added = add(record, told([LANTERN], "2024-01-05", url="https://example.org/", title="On skies"))
    assert (added.outcome, names(record)) == ("new", ["Amber Gale", "Blue Lantern"])


def test_an_entry_and_what_was_decided_go_on_with_a_new_version(record: Record) -> None:
    add(record, FIRST)
    (before,) = entries(record)
    rule(record, FIRST.exercises[0].id, "accept")
    rule(record, FIRST.exercises[0].id, "accept")
    add(record, FIXED)
    (after,) = entries(record)
    assert (after.id, review(record, FIXED.exercises[0].id)) == (before.id, "accepted")
    decided(record, partial(undo, told=FIXED.exercises[0].id, who="tester", why=None))
    decided(record, partial(undo, told=FIXED.exercises[0].id, who="tester", why=None))
    assert review(record, FIXED.exercises[0].id) == "machine"


def test_what_was_decided_on_a_copy_holds_for_the_original(record: Record) -> None:
    add(record, COPY)
    rule(record, COPY.exercises[0].id, "reject")
    add(record, FIRST)
    assert review(record, FIRST.exercises[0].id) == "rejected"
    assert entries(record) == []


def test_a_merge_holds_when_a_claim_of_it_has_an_heir(record: Record) -> None:
    add(record, FIRST)
    add(record, told([LANTERN], "2024-09-01"))
    one, other = entries(record)
    decided(record, partial(merge, ids=[one.id, other.id], who="tester", why=None))
    add(record, FIXED)
    assert [len(entry.members) for entry in entries(record)] == [2]


def test_the_later_of_two_rulings_holds(record: Record) -> None:
    add(record, told([GALE], "2024-08-20"))
    add(record, told([GALE], "2024-08-23", issuer="JP", title="The other side"))
    (entry,) = entries(record)
    out = entry.members[0].id
    for _ in range(2):
        decided(record, partial(split, told=entry.id, apart=[out], who="tester", why=None))
        assert len(entries(record)) == 2
        kept = next(one for one in entries(record) if one.id == entry.id)
        assert out not in {member.id for member in kept.members}  # the rest keeps the id
        decided(record, partial(merge, ids=[one.id for one in entries(record)], who="tester", why=None))
        assert [one.id for one in entries(record)] == [entry.id]


def test_two_things_never_share_an_id(record: Record) -> None:
    first, second = told([GALE], "2024-08-20"), told([GALE], "2024-08-23", issuer="JP", title="The other side")
    add(record, first)
    add(record, second)
    rule(record, first.exercises[0].id, "reject")
    decision = Decision("correct", "tester", None, "name", "Blue Lantern")
    decided(record, partial(decide, told=first.exercises[0].id, decision=decision))
    found = entries(record)
    assert len({entry.id for entry in found}) == len(found) == 2


def test_undo_takes_back_what_it_names_and_nothing_else(record: Record) -> None:
    add(record, FIRST)
    drill = FIRST.exercises[0].id
    rule(record, drill, "accept")
    rule(record, drill, "unsure")
    with record.reading() as connection:
        first, _ = on_target(connection, drill)
    decided(record, partial(undo, told=first["id"], who="tester", why=None))
    for nothing in (first["id"], "", drill[:2]):
        with pytest.raises(Exception, match=r"nothing in force|letters"):
            decided(record, partial(undo, told=nothing, who="tester", why=None))
    assert review(record, drill) == "unsure"


def test_what_was_known_then_is_known_by_its_parties_and_its_id_of_then(record: Record) -> None:
    add(record, FIRST)
    (before,) = entries(record)
    with record.writing() as connection:
        then = Clock(known_at=stamp(connection))
    decision = Decision("correct", "tester", None, "parties", ["IN", "US"])
    decided(record, partial(decide, told=FIRST.exercises[0].id, decision=decision))
    add(record, OTHERWISE)
    assert [entry.id for entry in entries(record, then)] == [before.id]
    with record.reading() as connection:
        assert [kept.id for kept in entry_of(connection, before.id, then).members] == [FIRST.exercises[0].id]
        standing = connection.execute(select(claims.c.id).join(listed, listed.c.claim == claims.c.number)).scalars()
        assert list(standing) == [OTHERWISE.exercises[0].id]
