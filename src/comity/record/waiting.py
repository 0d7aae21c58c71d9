"""Claims that wait for a person: nobody decided on them, or what was decided does not hold any more."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Connection, Float, Select, any_, bindparam, cast, func, select
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from comity.model import Kept
from comity.record.engine import is_sqlite
from comity.record.found import release_told
from comity.record.loading import CHUNK, kept_of
from comity.record.rows import body_of
from comity.record.rulings import seen_of
from comity.record.selecting import tagged
from comity.record.tables import claims, listed, releases
from comity.record.tags import pair_tag, tag

__all__ = ["Waiting", "Wanted", "waiting"]

OPEN = ("machine", "unsure")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which claims to look at; what is None does not narrow."""

    pair: tuple[str, str] | None = None
    party: str | None = None
    kind: str | None = None
    release: str | None = None
    below: float = 1.01
    limit: int = 1000


@dataclass(frozen=True, slots=True)
class Waiting:
    """Claims that wait, each with the digest of what is to be decided on, and how many there are in all."""

    found: tuple[tuple[Kept, str], ...]
    total: int


def waiting(connection: Connection, wanted: Wanted) -> Waiting:
    """The claims that wait, the least certain first, up to the number that is wanted.

    Raises:
        NotKept: there is no such release.
    """
    certainty = _certainty(connection)
    query = _narrowed(connection, wanted, select(claims.c.number)).where(certainty < wanted.below)
    total = connection.execute(query.with_only_columns(func.count())).scalar() or 0
    numbers = connection.execute(query.order_by(certainty, claims.c.id).limit(wanted.limit)).scalars().all()
    held = {number: kept for number, _, kept in kept_of(connection, numbers)}
    seen = _seen(connection, numbers)
    return Waiting(tuple((held[number], seen[number]) for number in numbers), total)


def _narrowed(connection: Connection, wanted: Wanted, query: Select[Any]) -> Select[Any]:
    query = query.join(listed, listed.c.claim == claims.c.number).where(listed.c.review.in_(OPEN))
    tags = [pair_tag(*wanted.pair)] if wanted.pair else []
    tags += [tag("party", wanted.party)] if wanted.party else []
    if tags:
        query = query.where(_among(connection, tagged(connection, tags)))
    if wanted.kind:
        query = query.where(claims.c.kind == wanted.kind)
    if wanted.release:
        number = select(releases.c.number).where(releases.c.id == release_told(connection, wanted.release))
        query = query.where(listed.c.release == number.scalar_subquery())
    return query


def _certainty(connection: Connection) -> ColumnElement[float]:
    """How sure a claim is, of its body; a correction cannot touch it."""
    if is_sqlite(connection):
        return func.json_extract(claims.c.body, "$.certainty", type_=Float)
    return cast(cast(claims.c.body, JSONB)["certainty"].astext, Float)


def _among(connection: Connection, numbers: Sequence[int]) -> ColumnElement[bool]:
    """Whether a claim is one of these, however many there are."""
    if is_sqlite(connection):
        return claims.c.number.in_(select(func.json_each(json.dumps(list(numbers))).table_valued("value").c.value))
    return claims.c.number == any_(bindparam("numbers", list(numbers), ARRAY(BigInteger)))


def _seen(connection: Connection, numbers: Sequence[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    query = select(claims.c.number, claims.c.body, claims.c.quote)
    for start in range(0, len(numbers), CHUNK):
        rows = connection.execute(query.where(claims.c.number.in_(numbers[start : start + CHUNK])))
        found |= {row.number: seen_of(body_of(row.body, row.quote)) for row in rows}
    return found
