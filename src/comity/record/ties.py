"""What people decided about entries: claims that they said are one thing, and claims that they said are not."""

from __future__ import annotations

import json
from collections.abc import Collection

from sqlalchemy import Connection, select

from comity.record.rulings import in_force
from comity.record.tables import claims, decisions, listed

__all__ = ["Pairs", "numbers_of", "rulings_of"]

Pairs = frozenset[tuple[str, str]]
"""Pairs of tellings: ids of claims, or `claim#place` for people."""


def rulings_of(connection: Connection, until: str | None = None) -> tuple[Pairs, Pairs]:
    """All pairs that people hold to be one thing, and all that they hold apart, as decided up to now or `until`."""
    query = select(decisions).where(decisions.c.verb.in_(("merge", "split", "undo")))
    query = query.order_by(decisions.c.at, decisions.c.number)
    if until:
        query = query.where(decisions.c.at <= until)
    same: set[tuple[str, str]] = set()
    apart: set[tuple[str, str]] = set()
    for decision in in_force([dict(row) for row in connection.execute(query).mappings()]):
        told = json.loads(decision["new"])
        same |= {(a, b) for a, b in told["same"]}
        apart |= {(a, b) for a, b in told["apart"]}
    return frozenset(same), frozenset(apart)


def numbers_of(connection: Connection, ids: Collection[str]) -> dict[str, int]:
    """The numbers of the claims of these ids that stand."""
    wanted, found = sorted(ids), dict[str, int]()
    for start in range(0, len(wanted), 400):
        query = select(claims.c.id, claims.c.number).join(listed, listed.c.claim == claims.c.number)
        rows = connection.execute(query.where(claims.c.id.in_(wanted[start : start + 400])))
        found |= {row.id: row.number for row in rows}
    return found
