"""A decision and what follows from it, in one transaction: what is one thing is settled anew where it matters."""

from __future__ import annotations

from typing import Protocol

from sqlalchemy import Connection

from comity.linking.relink import relink
from comity.record import Record
from comity.record.clock import stamp
from comity.record.standing import Changed

__all__ = ["Action", "decided"]


class Action(Protocol):
    """Something that decides, in an open transaction at its time, and tells which claims that touches."""

    def __call__(self, connection: Connection, /, *, at: str) -> Changed:
        """Decide."""
        ...


def decided(record: Record, action: Action) -> None:
    """Let `action` decide, and bring the entries up to date with what it changed.

    Raises:
        RecordError: nothing was decided.
        DecisionRefused: the decision cannot be taken.
    """
    with record.writing() as connection:
        at = stamp(connection)
        relink(connection, action(connection, at=at), at)
