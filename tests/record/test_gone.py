"""An entry that nothing tells of any more says what became of the claim that it was made for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest

from comity.errors import NotKept
from comity.linking.deciding import decided
from comity.linking.relink import relink
from comity.model import Exercise
from comity.record import Record
from comity.record.clock import stamp
from comity.record.deciding import decide
from comity.record.entries import entries_of, resolve
from comity.record.found import claim_named
from comity.record.noting import Decision
from comity.record.rereading import adopt
from comity.record.withdrawing import withdraw
from record_builders import add, claim, day, told

DRILL = claim(Exercise, "Exercise Amber Gale was held.", name="Amber Gale", parties=("IN", "JP"), when=day("2024-07"))
FIRST = told([DRILL], url="https://example.org/1")


def rejected(record: Record) -> None:
    decided(record, partial(decide, told=FIRST.exercises[0].id, decision=Decision("reject", "tester")))


def retired(record: Record) -> None:
    with record.writing() as connection:
        at = stamp(connection)
        relink(connection, adopt(connection, replace(FIRST, exercises=()), "another", at), at)


def superseded(record: Record) -> None:
    add(record, told([], url="https://example.org/1", body="The page says something else now."))


def withdrawn(record: Record) -> None:
    with record.writing() as connection:
        at = stamp(connection)
        relink(connection, withdraw(connection, FIRST.release.id, "tester", "asked for", at), at)


@pytest.mark.parametrize(
    ("what", "why"),
    [
        (rejected, "was rejected"),
        (retired, "does not find claim"),
        (superseded, "has a newer version"),
        (withdrawn, "was withdrawn"),
    ],
)
def test_the_reason_is_the_one_that_holds(record: Record, what: Callable[[Record], None], why: str) -> None:
    add(record, FIRST)
    with record.reading() as connection:
        number = claim_named(connection, FIRST.exercises[0].id)[0]
        entry = entries_of(connection, [number])[number]
    what(record)
    with record.reading() as connection, pytest.raises(NotKept, match=why):
        resolve(connection, entry)
