"""Days as people write them: a day, a month or a year, and the first and last day that each may mean."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

__all__ = ["days_of"]

_TOLD = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def days_of(told: str) -> tuple[date, date] | None:
    """The first and the last day of `2026-08-14`, `2026-08` or `2026`; None where it is no such day."""
    match = _TOLD.fullmatch(told)
    if match is None:
        return None
    year, month, day = (int(part or 0) for part in match.groups())
    try:
        first = date(year, 1 if match[2] is None else month, 1 if match[3] is None else day)
        last = date(year, 12 if match[2] is None else month, 1)
        last = first if match[3] else last.replace(day=monthrange(last.year, last.month)[1])
    except ValueError:
        return None
    return first, last
