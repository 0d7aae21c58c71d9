"""Claims that wait for a person: nobody decided on them, or what was decided does not hold any more."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from comity.model import Kept
from comity.record.found import find
from comity.record.loading import kept_of
from comity.record.rows import body_of
from comity.record.rulings import seen_of
from comity.record.selecting import tagged
from comity.record.tables import claims, listed, releases
from comity.record.tags import pair_tag, tag

__all__ = ["Wanted", "waiting"]

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


def waiting(connection: Connection, wanted: Wanted) -> list[tuple[Kept, str]]:
    """The claims that wait, the least certain first, each with the digest of what is to be decided on.

    Raises:
        NotKept: there is no such release.
    """
    tags = [pair_tag(*wanted.pair)] if wanted.pair else []
    tags += [tag("party", wanted.party)] if wanted.party else []
    tags += [tag("kind", wanted.kind)] if wanted.kind else []
    numbers = tagged(connection, tags) if tags else None
    query = select(listed.c.claim).where(listed.c.review.in_(OPEN))
    if wanted.release:
        release = select(releases.c.number).where(releases.c.id == find(connection, wanted.release).id)
        query = query.where(listed.c.release.in_(release))
    open_ones = set(connection.execute(query).scalars())
    chosen = open_ones if numbers is None else open_ones & set(numbers)
    found = [kept for _, _, kept in kept_of(connection, chosen) if kept.claim.certainty < wanted.below]
    found.sort(key=lambda kept: (kept.claim.certainty, kept.id))
    return [(kept, _seen(connection, kept.id)) for kept in found[: wanted.limit]]


def _seen(connection: Connection, claim: str) -> str:
    query = select(claims.c.body, claims.c.quote).join(listed, listed.c.claim == claims.c.number)
    row = connection.execute(query.where(claims.c.id == claim)).one()
    return seen_of(body_of(row.body, row.quote))
