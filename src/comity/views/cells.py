"""Cells of a sheet, safe to open: what begins like a formula would be run by the program that opens it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, time
from typing import Any

__all__ = ["as_csv", "plain"]

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def as_csv(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> str:
    """Rows as CSV with a head line; the values of a list are joined by a semicolon."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns)
    writer.writeheader()
    writer.writerows({key: _guarded(value) for key, value in row.items()} for row in rows)
    return out.getvalue()


def plain(cell: Any) -> str:
    """The words of a cell: a day as ISO 8601, a whole number without its point, and words as they were guarded."""
    if isinstance(cell, datetime):
        return (cell.date() if cell.time() == time() else cell).isoformat()
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    told = "" if cell is None else str(cell).strip()
    return told[1:] if told.startswith("'") and told[1:].startswith(_FORMULA) else told


def _guarded(value: Any) -> Any:
    if isinstance(value, list):
        value = "; ".join(map(str, value))
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
