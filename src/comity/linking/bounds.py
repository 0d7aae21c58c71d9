"""The first and the last day that a date as told may mean (EDTF level 0 and 1: seasons, quarters, open ranges)."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache

__all__ = ["FIRST", "LAST", "bounds", "days_between"]

FIRST, LAST = "0001-01-01", "9999-12-31"
"""The bounds of what is told open to one side."""

_PART = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")

_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14), 33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)}
"""The months of seasons (northern, as releases mostly mean) and quarters; 13 and 14 are of the next year."""


@lru_cache(maxsize=65536)
def bounds(edtf: str | None) -> tuple[str, str] | None:
    """First and last possible day as ISO 8601; None where no date is told or it cannot be read."""
    if not edtf:
        return None
    start, _, end = edtf.partition("/")
    first = FIRST if start == ".." else _days(start, last=False)
    last = LAST if end == ".." else _days(end or start, last=True)
    return (first, last) if first and last else None


def days_between(earlier: str, later: str) -> int:
    """Days from one ISO day to another; negative where the second is the earlier."""
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def _days(part: str, *, last: bool) -> str | None:
    match = _PART.match(part.rstrip("~?%"))
    if not match:
        return None
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    if day:
        return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 else None
    first, final = _SEASONS.get(month, (month, month)) if month else (1, 12)
    if not last:
        return f"{year:04}-{first:02}-01"
    year, final = (year + 1, final - 12) if final > 12 else (year, final)
    return f"{year:04}-{final:02}-{calendar.monthrange(year, final)[1]:02}" if 1 <= final <= 12 else None
