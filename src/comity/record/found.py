"""Finds what a person names by an id, or the beginning of one: a release, a claim or an entry."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, select

from comity.errors import NotKept
from comity.record import entries as entry_ids
from comity.record.loading import Loaded, load, rows
from comity.record.tables import (
    claims,
    copies,
    entries,
    extractions,
    releases,
    retirements,
    sightings,
    withdrawals,
)

__all__ = [
    "Found",
    "ReleaseKept",
    "claim_named",
    "claims_of_release",
    "find",
    "release_named",
    "release_of",
]

Sort = Literal["release", "claim", "entry"]
SHORTEST = 4
"""Fewer letters of an id name nothing."""


@dataclass(frozen=True, slots=True)
class Found:
    """What an id names: of which sort it is, and its whole id."""

    sort: Sort
    id: str


@dataclass(frozen=True, slots=True)
class ReleaseKept:
    """A release as kept: its masthead (`comity/1`), its place among versions and copies, where and how it was seen."""

    number: int
    id: str
    shape: Mapping[str, Any]
    text: str
    version: int
    versions: tuple[str, ...]
    copy_of: str | None
    withdrawn: str | None
    sightings: tuple[Mapping[str, Any], ...]
    extractions: tuple[Mapping[str, Any], ...]


def find(connection: Connection, told: str) -> Found:
    """What the id `told`, or the one that begins so, names.

    Raises:
        NotKept: nothing, or several things.
    """
    if len(told) < SHORTEST:
        raise NotKept(f"an id has at least {SHORTEST} letters", where=told, then="give more of it")
    found: dict[str, Sort] = {}
    for sort, column in (("release", releases.c.id), ("claim", claims.c.id), ("entry", entries.c.id)):
        query = select(column).where(column.startswith(told, autoescape=True)).distinct().limit(4)
        found |= dict.fromkeys(connection.execute(query).scalars(), sort)
    if told in found:
        return Found(found[told], told)
    if len(found) == 1:
        ((one, sort),) = found.items()
        return Found(sort, one)
    if not found:
        raise NotKept("the record holds nothing of this id", where=told, then="`comity search` shows ids")
    several = ", ".join(f"{one} ({sort})" for one, sort in found.items())
    raise NotKept(f"several ids begin so: {several}", where=told, then="give more of it")


def claim_named(connection: Connection, claim: str) -> Loaded:
    """The newest row of a claim, with what people decided.

    Raises:
        NotKept: there is no such claim.
    """
    number = entry_ids.number_of(connection, claim)
    if number is None:
        raise NotKept("the record holds no claim of this id", where=claim, then="`comity search` shows ids")
    return load(connection, rows().where(claims.c.number == number))[0]


def release_of(connection: Connection, number: int) -> ReleaseKept:
    """The release of a number."""
    row = connection.execute(select(releases).where(releases.c.number == number)).mappings().one()
    same = select(releases.c.id).where(releases.c.document == row["document"]).order_by(releases.c.version)
    original = (
        select(releases.c.id).join(copies, copies.c.original == releases.c.number).where(copies.c.release == number)
    )
    gone = connection.execute(select(withdrawals).where(withdrawals.c.release == number)).mappings().first()
    return ReleaseKept(
        number,
        row["id"],
        json.loads(row["shape"] or "{}"),
        row["text"],
        row["version"],
        tuple(connection.execute(same).scalars()),
        connection.execute(original).scalar(),
        f"{gone['why']} ({gone['who']}, {gone['at'][:10]})" if gone else None,
        _all(connection, sightings, number),
        _all(connection, extractions, number),
    )


def release_named(connection: Connection, release: str) -> ReleaseKept:
    """The release of an id.

    Raises:
        NotKept: there is no such release.
    """
    number = connection.execute(select(releases.c.number).where(releases.c.id == release)).scalar()
    if number is None:
        raise NotKept("the record holds no release of this id", where=release, then="`comity search` shows ids")
    return release_of(connection, number)


def claims_of_release(connection: Connection, number: int) -> list[Loaded]:
    """The claims that a release makes, as they are kept now; retired ones are left out."""
    query = rows().where(
        claims.c.release == number, ~select(retirements.c.claim).where(retirements.c.claim == claims.c.number).exists()
    )
    return load(connection, query.order_by(claims.c.number))


def _all(connection: Connection, table: Any, number: int) -> tuple[Mapping[str, Any], ...]:
    found: Sequence[Mapping[str, Any]] = [
        dict(row)
        for row in connection.execute(
            select(table).where(table.c.release == number).order_by(table.c.number)
        ).mappings()
    ]
    return tuple(found)
