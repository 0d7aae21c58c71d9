"""Who issued releases, when, under which title and where: what a note needs to lead back to them."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, select

from comity.record.tables import releases

__all__ = ["Masthead", "mastheads"]

_CHUNK = 500
_MANY: BindParameter[Any] = bindparam("many", expanding=True)
_TOLD = select(releases.c.id, releases.c.shape).where(releases.c.id.in_(_MANY))


@dataclass(frozen=True, slots=True)
class Masthead:
    """The issuer and its unit, the party it speaks for, the day of issue (EDTF), title and address of one release."""

    issuer: str
    unit: str | None
    country: str | None
    issued: str | None
    title: str | None
    url: str | None
    genre: str


def mastheads(connection: Connection, ids: Collection[str]) -> dict[str, Masthead]:
    """The mastheads of the releases of these ids."""
    wanted = sorted(ids)
    found: dict[str, Masthead] = {}
    for start in range(0, len(wanted), _CHUNK):
        for row in connection.execute(_TOLD, {"many": wanted[start : start + _CHUNK]}):
            shape = json.loads(row.shape)
            told = shape["issuer"]
            found[row.id] = Masthead(
                told["name"] or "", told["unit"], told["country"],
                shape["issued"], shape["title"], shape["url"], shape["genre"],
            )  # fmt: skip
    return found
