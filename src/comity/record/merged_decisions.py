"""Takes over what people decided in another record, with who decided it and when."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, insert, select

from comity.record.clock import next_number
from comity.record.copying import parts, whole
from comity.record.digests import sealed
from comity.record.standing import NOTHING, Changed, relist
from comity.record.tables import claims, decisions, listed

__all__ = ["take_decisions"]


def take_decisions(here: Connection, there: Connection, taken: Counter[str]) -> Changed:
    """Take over the decisions that are not here yet; gives the claims that they change, to be linked anew."""
    changed = NOTHING
    for part in parts(there, decisions):
        ids = [row["id"] for row in part]
        known = set(here.execute(select(decisions.c.id).where(decisions.c.id.in_(ids))).scalars())
        fresh = [row for row in part if row["id"] not in known]
        for row in fresh:
            whole(decisions, row)
        if fresh:
            first = next_number(here, decisions, len(fresh))
            rows = [sealed(decisions, row | {"number": first + i}) for i, row in enumerate(fresh)]
            here.execute(insert(decisions), rows)
            taken["decisions"] += len(rows)
            changed |= _decided_on(here, fresh)
    return changed


def _decided_on(here: Connection, rows: Sequence[Mapping[str, Any]]) -> Changed:
    """The claims that stand and were decided on: by themselves, or as tellings of an entry."""
    undone = [row["old"] for row in rows if row["verb"] == "undo"]
    before = here.execute(select(decisions).where(decisions.c.id.in_(undone))).mappings()
    ids: set[str] = set()
    for row in (*rows, *before):
        ids.add(row["target"])
        if row["verb"] in ("merge", "split") and row["new"]:
            told = json.loads(row["new"])
            ids |= {one.partition("#")[0] for pair in (*told["same"], *told["apart"]) for one in pair}
    query = select(claims.c.number).join(listed, listed.c.claim == claims.c.number).where(claims.c.id.in_(sorted(ids)))
    return relist(here, sorted(here.execute(query).scalars()))
