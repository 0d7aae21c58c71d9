"""A decision and what follows from it, in one transaction: what is one thing is settled anew where it matters."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Protocol

from sqlalchemy import Connection, select

from comity.linking.relink import relink
from comity.record import Record
from comity.record.clock import stamp
from comity.record.standing import NOTHING, Changed
from comity.record.tables import claims

__all__ = ["Action", "decided"]

_PART = 400


class Action(Protocol):
    """Something that decides, in an open transaction at its time, and tells which claims that touches."""

    def __call__(self, connection: Connection, /, *, at: str) -> Changed:
        """Decide."""
        ...


def decided(record: Record, *actions: Action) -> list[tuple[str, ...]]:
    """Let `actions` decide, all of them or none, and bring the entries up to date with what they changed.

    Returns:
        For each action the ids of the claims that it touched, the oldest first.

    Raises:
        RecordError: nothing was decided.
        DecisionRefused: one of the decisions cannot be taken, and none was.
    """
    changes: list[Changed] = []
    at = ""
    with record.writing() as connection:
        for action in actions:
            at = stamp(connection)  # each has its own time: their order is known, and two that are equal are two
            changes.append(action(connection, at=at))
        relink(connection, reduce(or_, changes, NOTHING), at)
        return [_touched(connection, change) for change in changes]


def _touched(connection: Connection, change: Changed) -> tuple[str, ...]:
    numbers = sorted({*change.stands, *change.fell})
    found: dict[str, None] = {}
    for start in range(0, len(numbers), _PART):
        query = select(claims.c.id).where(claims.c.number.in_(numbers[start : start + _PART]))
        found |= dict.fromkeys(connection.execute(query.order_by(claims.c.number)).scalars())
    return tuple(found)
