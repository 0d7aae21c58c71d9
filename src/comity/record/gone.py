"""Why nothing tells of an entry any more: what became of the claim that it was first made for."""

from __future__ import annotations

from sqlalchemy import Connection, select

from comity.record.noting import held
from comity.record.tables import claims, copies, entries, releases, retirements, withdrawals

__all__ = ["why_gone"]


def why_gone(connection: Connection, entry: str) -> str:
    """What became of the claim that an entry was first made for, in words."""
    founder = connection.execute(select(entries.c.founder).where(entries.c.id == entry)).scalar() or ""
    claim = founder.partition("#")[0]
    query = select(claims.c.number, claims.c.release).where(claims.c.id == claim)
    row = connection.execute(query.order_by(claims.c.number.desc()).limit(1)).first()
    if row is None:
        return "the claim it was made for is not in the record"
    if connection.execute(select(withdrawals.c.release).where(withdrawals.c.release == row.release)).first():
        return "its release was withdrawn"
    if connection.execute(select(retirements.c.claim).where(retirements.c.claim == row.number)).first():
        return f"a later reading of the release does not find claim {claim} any more"
    original = (
        select(releases.c.id)
        .join(copies, copies.c.original == releases.c.number)
        .where(copies.c.release == row.release)
    )
    if found := connection.execute(original).scalar():
        return f"its release is a copy of {found}, which tells of it"
    if found := _newer(connection, row.release):
        return f"its release has a newer version, {found}"
    if any(one["verb"] == "reject" for one in held(connection, claim)):
        return f"claim {claim} was rejected: `comity show {claim}` tells by whom"
    return f"claim {claim} tells of another entry now: `comity show {claim}`"


def _newer(connection: Connection, release: int | None) -> str | None:
    newer = releases.alias("newer")
    query = (
        select(newer.c.id)
        .join(releases, (releases.c.document == newer.c.document) & (newer.c.version > releases.c.version))
        .where(releases.c.number == release)
    )
    return connection.execute(query.order_by(newer.c.version.desc()).limit(1)).scalar()
