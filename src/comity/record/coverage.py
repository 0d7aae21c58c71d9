"""What a record has, in counts: its releases by issuer and month, and its claims by what people decided on them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, distinct, exists, func, or_, select, text

from comity.record.current import around, current, issued_by
from comity.record.engine import is_sqlite
from comity.record.loading import CHUNK, load, rows
from comity.record.selecting import Clock, naming
from comity.record.tables import claims, decisions, listed, releases, retirements, withdrawals
from comity.record.tags import pair_tag, tag

__all__ = ["Masthead", "Read", "Tally", "all_releases", "beside", "claims_told", "mastheads", "read_months"]

Tally = Mapping[tuple[int | None, str], int]
"""How many claims there are by release (None: typed in by a person) and by review."""


@dataclass(frozen=True, slots=True)
class Masthead:
    """What a count needs of a release."""

    number: int
    country: str | None
    issuer: str | None
    unit: str | None
    issued: str | None
    genre: str
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """How many documents of an issuer the record holds from a month (`2026-08`; '' where no month is told)."""

    country: str | None
    issuer: str | None
    month: str
    documents: int


def claims_told(connection: Connection, parties: Sequence[str], clock: Clock) -> Tally:
    """The claims that name all of these parties (without any: all claims), those that people rejected too."""
    if not clock and not parties:
        query = select(listed.c.release, listed.c.review, func.count()).group_by(listed.c.release, listed.c.review)
        return {(release, review): number for release, review, number in connection.execute(query)}
    if not clock:
        return _tagged_now(connection, pair_tag(*parties) if len(parties) > 1 else tag("party", parties[0]))
    if parties:
        return Counter((release, kept.review) for _, release, kept in naming(connection, parties, clock))
    return Counter(_all_then(connection, clock))


def all_releases(connection: Connection, clock: Clock) -> tuple[frozenset[int], int, int]:
    """The releases that stand, or stood by the clock; and how many others are copies, and earlier versions."""
    every = connection.execute(_known(select(releases.c.number), clock)).scalars().all()
    told = current(connection, every, then=clock.known_at, as_of=clock.as_of)
    return told.stands, len(told.copies), len(every) - len(told.stands) - len(told.copies)


def mastheads(connection: Connection, numbers: Collection[int]) -> list[Masthead]:
    """Of some releases what a count needs, in the order of their numbers."""
    query = select(
        releases.c.number, releases.c.country, releases.c.issuer, releases.c.issued, releases.c.genre, releases.c.shape
    )
    found: list[Masthead] = []
    for part in _parts(sorted(numbers)):
        for row in connection.execute(query.where(releases.c.number.in_(part)).order_by(releases.c.number)):
            shape = json.loads(row.shape) or {"issuer": {}, "languages": []}
            unit, languages = shape["issuer"].get("unit"), tuple(shape["languages"])
            found.append(Masthead(row.number, row.country, row.issuer, unit, row.issued, row.genre, languages))
    return found


def read_months(
    connection: Connection, clock: Clock, countries: Collection[str] = (), issuers: Collection[str | None] = ()
) -> list[Read]:
    """How many documents there are by issuer and month, copies too: of some countries, and of some issuers; or of all.

    A document counts once in each month in which a version of it was issued.
    """
    month = func.substr(releases.c.issued, 1, 7)
    counted = func.count(distinct(releases.c.document))
    query = _known(select(releases.c.country, releases.c.issuer, month, counted), clock)
    if countries or issuers:
        told = [releases.c.country.in_(countries), releases.c.issuer.in_([one for one in issuers if one])]
        query = query.where(or_(*told, *([releases.c.issuer.is_(None)] if None in issuers else [])))
    rows_found = connection.execute(query.group_by(releases.c.country, releases.c.issuer, month))
    found: Counter[tuple[str | None, str | None, str]] = Counter()
    for country, issuer, told_month, number in rows_found:
        found[country, issuer, told_month if told_month and len(told_month) == len("2026-08") else ""] += number
    return [Read(*key, number) for key, number in found.items()]


def beside(connection: Connection, numbers: Collection[int], clock: Clock) -> tuple[int, int]:
    """How many releases are copies of these, and how many are earlier versions of their documents."""
    group = around(connection, numbers)
    told = current(connection, group, then=clock.known_at, as_of=clock.as_of)
    copies = sum(original in numbers for original in told.copies.values())
    documents: set[int] = set()
    for part in _parts(sorted(numbers)):
        documents |= set(connection.execute(select(releases.c.document).where(releases.c.number.in_(part))).scalars())
    versions = 0
    query = _known(select(func.count()), clock)
    for part in _parts(sorted(documents)):
        versions += connection.execute(query.where(releases.c.document.in_(part))).scalar() or 0
    return copies, versions - len(numbers)


def _tagged_now(connection: Connection, wanted: str) -> Tally:
    """Of the claims that are listed under a tag; CROSS JOIN keeps SQLite from beginning at the other end."""
    if is_sqlite(connection):
        source = "found CROSS JOIN listed AS l ON l.place = found.rowid WHERE found MATCH :wanted"
        value: object = f'tags : "{wanted}"'
    else:
        source, value = "found AS f JOIN listed AS l ON l.place = f.place WHERE f.tags @> :wanted", [wanted]
    query = text(f"SELECT l.release, l.review, count(*) FROM {source} GROUP BY l.release, l.review")  # noqa: S608
    return {(release, review): number for release, review, number in connection.execute(query, {"wanted": value})}


def _all_then(connection: Connection, clock: Clock) -> Iterable[tuple[int | None, str]]:
    """The release and the review of all claims that stood by the clock."""
    stood, _, _ = all_releases(connection, clock)
    retired = exists().where(retirements.c.claim == claims.c.number, retirements.c.at <= clock.then)
    known = (claims.c.at <= clock.then, ~retired)
    decided = rows().where(*known, claims.c.id.in_(select(decisions.c.target)))
    reviews = {number: kept.review for number, _, kept in load(connection, decided, until=clock.known_at)}
    for number, release in connection.execute(select(claims.c.number, claims.c.release).where(*known)):
        # What a person typed in was issued by nobody: no day of the world tells when it was known.
        if release in stood or (release is None and clock.as_of is None):
            yield release, reviews.get(number, "machine")


def _known(query: Select[Any], clock: Clock) -> Select[Any]:
    """Only releases that the record held by the clock."""
    told = query.where(~exists().where(withdrawals.c.release == releases.c.number))
    return told.where(releases.c.at <= clock.then, issued_by(clock.as_of)) if clock else told


def _parts(numbers: Sequence[int]) -> Iterable[Sequence[int]]:
    return (numbers[start : start + CHUNK] for start in range(0, len(numbers), CHUNK))
