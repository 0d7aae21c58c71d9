"""Finds what an id, or the beginning of one, names: a release, a claim, an entry or a person."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Column, Connection, select

from comity.errors import NotKept
from comity.record import entries as entry_ids
from comity.record.loading import Loaded, load, rows
from comity.record.retiring import RETIRED
from comity.record.tables import (
    claims,
    copies,
    entries,
    extractions,
    formed,
    forms,
    releases,
    sightings,
    withdrawals,
)

__all__ = [
    "Found",
    "ReleaseKept",
    "claim_named",
    "claims_of_release",
    "find",
    "naming",
    "release_named",
    "release_of",
    "release_told",
]

Sort = Literal["release", "claim", "entry", "person"]
_SORTS: tuple[tuple[Sort, Column[str]], ...] = (
    ("release", releases.c.id), ("claim", claims.c.id), ("entry", entries.c.id),
)  # fmt: skip
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
    for sort, column in _SORTS:
        query = select(column).where(column.startswith(told, autoescape=True)).distinct().order_by(column).limit(4)
        found |= dict.fromkeys(connection.execute(query).scalars(), sort)
    people = select(entries.c.id).where(entries.c.id.in_(sorted(found)), entries.c.kind == "person")
    found |= dict.fromkeys(connection.execute(people).scalars(), "person")
    if told in found:
        return Found(found[told], told)
    if len(found) == 1:
        ((one, sort),) = found.items()
        return Found(sort, one)
    if not found:
        raise NotKept("the record holds nothing of this id", where=told, then="`comity search` shows ids")
    several = ", ".join(f"{one} ({sort})" for one, sort in found.items())
    raise NotKept(f"several ids begin so: {several}", where=told, then="give more of it")


def release_told(connection: Connection, told: str) -> str:
    """The whole id of the release whose id is `told` or begins so.

    Raises:
        NotKept: nothing has this id, or something else than a release.
    """
    found = find(connection, told)
    if found.sort != "release":
        article = "an" if found.sort == "entry" else "a"
        raise NotKept(f"this is the id of {article} {found.sort}", where=told, then="give the id of a release")
    return found.id


def naming(connection: Connection, person: str) -> list[tuple[int, int]]:
    """Where a person is named: the numbers of claims, each with the place among its participants."""
    query = (
        select(formed.c.claim, formed.c.at)
        .join(forms, forms.c.number == formed.c.form)
        .where(forms.c.entry == person, formed.c.at >= 0)
    )
    return [(row.claim, row.at) for row in connection.execute(query.order_by(formed.c.claim, formed.c.at))]


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
    query = rows().where(claims.c.release == number, ~RETIRED)
    return load(connection, query.order_by(claims.c.number))


def _all(connection: Connection, table: Any, number: int) -> tuple[Mapping[str, Any], ...]:
    found: Sequence[Mapping[str, Any]] = [
        dict(row)
        for row in connection.execute(
            select(table).where(table.c.release == number).order_by(table.c.number)
        ).mappings()
    ]
    return tuple(found)
