"""Claims that a later reading of their release did not make: they are kept, and stand no more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, exists, insert, select

from comity.record.digests import sealed
from comity.record.tables import claims, retirements

__all__ = ["RETIRED", "retire", "unretired"]

RETIRED = exists().where(retirements.c.claim == claims.c.number)
"""Whether a claim is retired, as a condition on a query of claims."""


def retire(connection: Connection, numbers: Sequence[int], extraction: int, at: str) -> None:
    """Note the claims that a reading did not make."""
    if numbers:
        rows = [sealed(retirements, {"claim": one, "extraction": extraction, "at": at}) for one in numbers]
        connection.execute(insert(retirements), rows)


def unretired(connection: Connection, release: int) -> list[dict[str, Any]]:
    """The rows of a release's claims that no later reading retired."""
    query = select(claims).where(claims.c.release == release, ~RETIRED).order_by(claims.c.number)
    return [dict(row) for row in connection.execute(query).mappings()]
