"""What waits for a person: the least certain first, cut where it is asked, counted in all."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest

from comity.errors import NotKept
from comity.linking.deciding import decided
from comity.model import Engagement, Exercise
from comity.record import Record
from comity.record.deciding import decide
from comity.record.noting import Decision
from comity.record.waiting import Wanted, waiting
from record_builders import add, claim, day, told

MET = claim(
    Engagement, "The two ministers met in Tokyo.", kind="talks", parties=("IN", "JP"), when=day("2024-08-20")
)  # fmt: skip
DRILL = claim(Exercise, "Exercise Amber Gale was held.", name="Amber Gale", parties=("IN", "AU"), when=day("2024-07"))
CALL = claim(Engagement, "The ministers spoke by telephone.", kind="call", parties=("IN", "US"))
RELEASE = told([replace(MET, certainty=0.9), replace(DRILL, certainty=0.25), replace(CALL, certainty=0.5)])
OTHER = told([replace(CALL, certainty=0.75)], "2024-09-01", title="Another")


def order(record: Record, wanted: Wanted) -> tuple[list[float], int]:
    with record.reading() as connection:
        found = waiting(connection, wanted)
    return [kept.claim.certainty for kept, _ in found.found], found.total


@pytest.mark.parametrize(
    ("wanted", "certainties", "total"),
    [
        (Wanted(), [0.25, 0.5, 0.75, 0.9], 4),
        (Wanted(limit=2), [0.25, 0.5], 4),
        (Wanted(below=0.75), [0.25, 0.5], 2),
        (Wanted(kind="engagement", limit=1), [0.5], 3),
        (Wanted(pair=("US", "IN")), [0.5, 0.75], 2),
        (Wanted(party="AU"), [0.25], 1),
        (Wanted(party="AU", kind="engagement"), [], 0),
        (Wanted(release=OTHER.release.id[:8]), [0.75], 1),
    ],
)
def test_the_least_certain_come_first(record: Record, wanted: Wanted, certainties: list[float], total: int) -> None:
    add(record, RELEASE)
    add(record, OTHER)
    assert order(record, wanted) == (certainties, total)


def test_what_was_decided_on_waits_no_more(record: Record) -> None:
    add(record, RELEASE)
    decided(record, partial(decide, told=RELEASE.exercises[0].id, decision=Decision("accept", "tester")))
    assert order(record, Wanted()) == ([0.5, 0.9], 2)


def test_a_claim_is_no_release(record: Record) -> None:
    add(record, RELEASE)
    with record.reading() as connection, pytest.raises(NotKept, match="id of a claim"):
        waiting(connection, Wanted(release=RELEASE.exercises[0].id))
