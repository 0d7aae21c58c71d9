"""The digest of a row: a hash over all that it holds, by which a changed value is seen."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import Table

__all__ = ["canonical", "fold_digest", "seal_of", "sealed"]

LENGTH = 32
_write = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def canonical(value: Any) -> str:
    """JSON in one spelling only: sorted keys, no white space, letters as they are."""
    return _write(value)


def seal_of(table: Table, row: Mapping[str, Any]) -> str:
    """The digest that a row of `table` must carry: 32 hex digits of a SHA-256 over its name and other columns."""
    values = [table.name, *(_plain(row[name]) for name in _columns(table))]
    return hashlib.sha256(canonical(values).encode()).hexdigest()[:LENGTH]


def sealed(table: Table, row: Mapping[str, Any]) -> dict[str, Any]:
    """The row with its digest; a column that is not given is null."""
    whole = {name: row.get(name) for name in _columns(table)}
    return whole | {"digest": seal_of(table, whole)}


def fold_digest(*parts: str) -> str:
    """A short digest of words."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:LENGTH]


@cache
def _columns(table: Table) -> tuple[str, ...]:
    return tuple(c.name for c in table.columns if c.name != "digest")


def _plain(value: Any) -> Any:
    return hashlib.sha256(value).hexdigest() if isinstance(value, bytes | memoryview) else value
