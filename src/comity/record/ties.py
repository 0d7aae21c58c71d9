"""What people decided about entries: claims that they said are one thing, and claims that they said are not."""

from __future__ import annotations

import json
from itertools import pairwise

from sqlalchemy import Connection, select

from comity.record.clock import RULINGS, so_far
from comity.record.lineage import successors
from comity.record.rulings import in_force
from comity.record.tables import decisions, heirs

__all__ = ["Pairs", "rulings_of"]

Pairs = frozenset[tuple[str, str]]
"""Pairs of tellings: ids of claims, or `claim#place` for people."""


def rulings_of(connection: Connection, until: str | None = None) -> tuple[Pairs, Pairs]:
    """All pairs that people hold to be one thing, and all that they hold apart, as decided up to now or `until`.

    Of two decisions about a pair the later one holds. A claim that fell is stood for by its heirs.
    """
    if until:
        return _rulings(connection, until)
    # They are asked for with each release that is added: a connection works them out once, until there are more.
    far = so_far(connection, decisions, heirs)
    known: tuple[tuple[int, ...], tuple[Pairs, Pairs]] | None = connection.info.get(RULINGS)
    if known is None or known[0] != far:
        known = connection.info[RULINGS] = far, _rulings(connection, None)
    return known[1]


def _rulings(connection: Connection, until: str | None) -> tuple[Pairs, Pairs]:
    query = select(decisions).where(decisions.c.verb.in_(("merge", "split", "undo")))
    query = query.order_by(decisions.c.at, decisions.c.number)
    if until:
        query = query.where(decisions.c.at <= until)
    same: set[tuple[str, str]] = set()
    apart: set[tuple[str, str]] = set()
    for decision in in_force([dict(row) for row in connection.execute(query).mappings()]):
        told = json.loads(decision["new"])
        if decision["verb"] == "merge":
            one = set(told["one"])
            apart = {(a, b) for a, b in apart if not {a, b} <= one}
            same |= set(pairwise(sorted(one)))
        else:
            out, rest = set(told["out"]), set(told["rest"])
            same = {(a, b) for a, b in same if not ((a in out and b in rest) or (a in rest and b in out))}
            same |= set(pairwise(sorted(out)))
            apart |= {(a, b) for a in out for b in rest}
    return _today(connection, same, apart) if same or apart else (frozenset(), frozenset())


def _today(connection: Connection, same: set[tuple[str, str]], apart: set[tuple[str, str]]) -> tuple[Pairs, Pairs]:
    """The same rulings, with the heirs of the claims that fell beside them."""
    heirs = successors(connection, {one for pair in (*same, *apart) for one in pair})

    def each(pairs: set[tuple[str, str]]) -> Pairs:
        return frozenset(
            (x, y) for a, b in pairs for x in (a, *heirs.get(a, ())) for y in (b, *heirs.get(b, ())) if x != y
        )

    return each(same), each(apart)
