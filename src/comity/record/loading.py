"""Claims as the record keeps them: rows become values, with the corrections that people made."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, exists, or_, select

from comity.model import Claim, Kept
from comity.model.unshape import claim_from_shape
from comity.record.lineage import predecessors
from comity.record.rows import body_of
from comity.record.rulings import ruled
from comity.record.tables import claims, decisions, heirs, listed, releases

__all__ = ["Loaded", "kept_named", "kept_of", "load", "rows"]

CHUNK = 500
Loaded = tuple[int, int | None, Kept]
"""A claim's number, its release's number (None for one typed in by a person), and the claim as kept."""

_COLUMNS = (
    claims.c.number, claims.c.release, claims.c.id, claims.c.kind, claims.c.quote, claims.c.body, claims.c.inferences,
    releases.c.id.label("release_id"), releases.c.issued, releases.c.genre, releases.c.title,
    or_(
        exists().where(decisions.c.target == claims.c.id), exists().where(heirs.c.new == claims.c.id)
    ).label("decided"),
)  # fmt: skip
"""`decided`: whether there may be decisions on it, or on one in whose place it stands."""


def kept_of(connection: Connection, numbers: Collection[int]) -> list[Loaded]:
    """The claims of these numbers, in the order of their numbers."""
    wanted = sorted(numbers)
    found: list[Loaded] = []
    for start in range(0, len(wanted), CHUNK):
        part = wanted[start : start + CHUNK]
        found += _told(connection, connection.execute(_NUMBERED, {"numbers": part}).all(), None)
    return found


def kept_named(connection: Connection, ids: Collection[str]) -> list[Loaded]:
    """The claims of these ids that stand."""
    wanted = sorted(ids)
    found: list[Loaded] = []
    for start in range(0, len(wanted), CHUNK):
        part = wanted[start : start + CHUNK]
        found += _told(connection, connection.execute(_NAMED, {"ids": part}).all(), None)
    return found


def rows() -> Select[Any]:
    """The query for claims with what is needed of their releases; further conditions are the caller's."""
    return select(*_COLUMNS).outerjoin(releases, releases.c.number == claims.c.release)


def load(connection: Connection, query: Select[Any], *, until: str | None = None) -> list[Loaded]:
    """The claims that a query made of `rows()` finds; decisions taken after the time `until` are not known yet."""
    return _told(connection, connection.execute(query).all(), until)


_NUMBERED = rows().where(claims.c.number.in_(bindparam("numbers", expanding=True))).order_by(claims.c.number)
_NAMED = rows().join(listed, listed.c.claim == claims.c.number).where(claims.c.id.in_(bindparam("ids", expanding=True)))
_DECISIONS = (
    select(decisions).where(decisions.c.target.in_(bindparam("ids", expanding=True))).order_by(decisions.c.number)
)


def _told(connection: Connection, found: Sequence[Row[Any]], until: str | None) -> list[Loaded]:
    told = _decided(connection, [row.id for row in found if row.decided], until)
    return [_loaded(row, told.get(row.id, ())) for row in found]


def _loaded(row: Row[Any], told: Sequence[Mapping[str, Any]]) -> Loaded:
    if told:
        ruling = ruled(body_of(row.body, row.quote), told)
        claim, review = claim_from_shape(row.kind, ruling.body, json.loads(row.inferences)), ruling.review
    else:
        claim, review = _as_extracted(row.kind, row.body, row.quote, row.inferences), "machine"
    return row.number, row.release, Kept(claim, row.release_id or "", row.issued, row.genre or "", row.title, review)


@lru_cache(maxsize=16384)  # what is told often is looked at with each telling more
def _as_extracted(kind: str, body: str, quote: str, inferences: str) -> Claim:
    return claim_from_shape(kind, body_of(body, quote), json.loads(inferences))


def _decided(connection: Connection, ids: Sequence[str], until: str | None) -> dict[str, list[Mapping[str, Any]]]:
    """The decisions on some claims, and on those in whose place they stand, in the order in which they were taken."""
    told: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
    if not ids:
        return told
    before = predecessors(connection, ids)
    of: defaultdict[str, list[str]] = defaultdict(list)
    for one in ids:
        for target in (one, *sorted(before.get(one, ()))):
            of[target].append(one)
    for row in sorted(_in_parts(connection, sorted(of), until), key=lambda row: (row["at"], row["number"])):
        for one in of[row["target"]]:
            told[one].append(row)
    return told


def _in_parts(connection: Connection, ids: Sequence[str], until: str | None) -> Iterator[Mapping[str, Any]]:
    for start in range(0, len(ids), CHUNK):
        query = _DECISIONS.where(decisions.c.at <= until) if until else _DECISIONS
        yield from (dict(row) for row in connection.execute(query, {"ids": ids[start : start + CHUNK]}).mappings())
