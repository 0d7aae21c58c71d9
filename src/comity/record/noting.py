"""Writes decisions down, and reads them back."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, insert, select

from comity.record.clock import next_number
from comity.record.digests import canonical, sealed
from comity.record.lineage import predecessors
from comity.record.rulings import in_force
from comity.record.tables import decisions

__all__ = ["Decision", "held", "history", "note", "on_target", "on_targets"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What is decided: the verb, and for a correction the field and its new value."""

    verb: str
    who: str
    why: str | None = None
    field: str | None = None
    new: Any = None


def note(connection: Connection, target: str, decision: Decision, seen: str, at: str, old: str | None = None) -> None:
    """Keep a decision; `old` is the value before a correction (JSON), or the id of what is undone."""
    new = canonical(decision.new) if decision.field or decision.new is not None else None
    number = next_number(connection, decisions)
    told = canonical([target, decision.verb, decision.field, new, decision.who, at, number])
    row = {
        "number": number, "id": hashlib.sha256(told.encode()).hexdigest()[:16],
        "target": target, "verb": decision.verb, "field": decision.field, "old": old, "new": new, "seen": seen,
        "who": decision.who, "why": decision.why, "at": at,
    }  # fmt: skip
    connection.execute(insert(decisions), [sealed(decisions, row)])


def on_targets(connection: Connection, targets: Collection[str]) -> list[Mapping[str, Any]]:
    """The decisions on some claims or entries that are in force, in the order in which they were taken."""
    return in_force(on_target(connection, *targets))


def held(connection: Connection, claim: str) -> list[Mapping[str, Any]]:
    """The decisions on a claim, and on those in whose place it stands, that are in force: none that was undone."""
    return in_force(history(connection, claim))


def history(connection: Connection, claim: str) -> list[Mapping[str, Any]]:
    """All decisions on a claim, and on those in whose place it stands, those that were undone too."""
    return on_target(connection, claim, *sorted(predecessors(connection, [claim]).get(claim, ())))


def on_target(connection: Connection, *targets: str) -> list[Mapping[str, Any]]:
    """All decisions on claims or entries, in their order, those that were undone too."""
    query = select(decisions).where(decisions.c.target.in_(targets)).order_by(decisions.c.at, decisions.c.number)
    return [dict(row) for row in connection.execute(query).mappings()]
