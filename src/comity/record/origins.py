"""Where what the record tells came from: who issued it, where it stands, and when the record came to know of it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from comity.record.loading import CHUNK
from comity.record.selecting import NOW, Clock
from comity.record.tables import claims, decisions, extractions, releases

__all__ = ["Origin", "known_since", "last_known", "origins_of"]


@dataclass(frozen=True, slots=True)
class Origin:
    """A release by its masthead; `issued` is its day of issue (EDTF)."""

    release: str
    issuer: str | None
    unit: str | None
    country: str | None
    issued: str | None
    title: str | None
    url: str | None

    @property
    def by(self) -> str:
        """The issuer and its unit; the state's code where no issuer is told, '' where neither is."""
        return ", ".join(part for part in (self.issuer, self.unit) if part) or self.country or ""


def origins_of(connection: Connection, ids: Collection[str]) -> dict[str, Origin]:
    """The mastheads of some releases by their ids."""
    query = select(
        releases.c.id, releases.c.issuer, releases.c.country, releases.c.issued, releases.c.title, releases.c.url,
        releases.c.shape,
    )  # fmt: skip
    found: dict[str, Origin] = {}
    for part in _parts(ids):
        for row in connection.execute(query.where(releases.c.id.in_(part))):
            unit = (json.loads(row.shape).get("issuer") or {}).get("unit")
            found[row.id] = Origin(row.id, row.issuer, unit, row.country, row.issued, row.title, row.url)
    return found


def known_since(connection: Connection, ids: Collection[str], clock: Clock = NOW) -> dict[str, str]:
    """When the record last came to know something of claims (or entries): read first, or decided on since (UTC)."""
    found: dict[str, str] = {}
    first = select(claims.c.id, func.min(claims.c.at)).where(claims.c.at <= clock.then).group_by(claims.c.id)
    last = select(decisions.c.target, func.max(decisions.c.at)).where(decisions.c.at <= clock.then)
    for part in _parts(ids):
        found |= {row[0]: row[1] for row in connection.execute(first.where(claims.c.id.in_(part)))}
        decided = last.where(decisions.c.target.in_(part)).group_by(decisions.c.target)
        found |= {one: max(at, found.get(one, "")) for one, at in connection.execute(decided)}
    return found


def last_known(connection: Connection, clock: Clock = NOW) -> str:
    """When the record last came to know a release (UTC); '' where it holds none."""
    query = select(extractions.c.at).where(extractions.c.at <= clock.then).order_by(extractions.c.number.desc())
    return connection.execute(query.limit(1)).scalar() or ""


def _parts(told: Collection[str]) -> Iterator[Sequence[str]]:
    ids = sorted(set(told))
    return (ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK))
