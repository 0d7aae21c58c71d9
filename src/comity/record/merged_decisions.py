"""Takes over what people decided in another record, with who decided it and when."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, insert, select

from comity.record.clock import next_number
from comity.record.digests import sealed
from comity.record.lineage import successors
from comity.record.standing import NOTHING, Changed, relist
from comity.record.tables import claims, decisions, listed

__all__ = ["take_decisions"]


def take_decisions(here: Connection, rows: Sequence[Mapping[str, Any]], taken: Counter[str]) -> Changed:
    """Take over the decisions that are not here yet; gives the claims that they change, to be linked anew."""
    ids = [row["id"] for row in rows]
    known = set(here.execute(select(decisions.c.id).where(decisions.c.id.in_(ids))).scalars())
    fresh = [row for row in rows if row["id"] not in known]
    if not fresh:
        return NOTHING
    first = next_number(here, decisions, len(fresh))
    told = [sealed(decisions, dict(row) | {"number": first + i}) for i, row in enumerate(fresh)]
    here.execute(insert(decisions), told)
    taken["decisions"] += len(told)
    return _decided_on(here, fresh)


def _decided_on(here: Connection, rows: Sequence[Mapping[str, Any]]) -> Changed:
    """The claims that stand and were decided on: by themselves, or as tellings of an entry."""
    undone = [row["old"] for row in rows if row["verb"] == "undo"]
    before = here.execute(select(decisions).where(decisions.c.id.in_(undone))).mappings()
    ids: set[str] = set()
    for row in (*rows, *before):
        ids.add(row["target"])
        if row["verb"] in ("merge", "split") and row["new"]:
            ids |= {one for told in json.loads(row["new"]).values() for one in told}
    ids |= {heir for told in successors(here, ids).values() for heir in told}
    query = select(claims.c.number).join(listed, listed.c.claim == claims.c.number).where(claims.c.id.in_(sorted(ids)))
    return relist(here, sorted(here.execute(query).scalars()))
