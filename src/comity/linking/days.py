"""Days told as EDTF strings, as stretches of whole days that can be laid beside each other."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

__all__ = ["OPEN_DAYS", "Days", "days_of", "edtf_of", "ends_of"]

OPEN_DAYS = 10
"""How long a stretch is taken to be where only its beginning or its end is told."""

_MONTHS = {
    **{season: (3 * (season - 21) + 3, 3) for season in (21, 22, 23)},  # spring, summer, autumn
    **{quarter: (3 * (quarter - 33) + 1, 3) for quarter in (33, 34, 35, 36)},
    **{third: (4 * (third - 37) + 1, 4) for third in (37, 38, 39)},
    **{half: (6 * (half - 40) + 1, 6) for half in (40, 41)},
}
_POINT = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


@dataclass(frozen=True, slots=True)
class Days:
    """The days from `first` to `last`, both included, as ordinals of the proleptic Gregorian calendar.

    `grain` is the coarser of the two ends: day, month, season or year; `begun` and `ended` say whether the
    end was told, or laid `OPEN_DAYS` from the other one.
    """

    first: int
    last: int
    grain: str = "day"
    begun: bool = True
    ended: bool = True

    @property
    def length(self) -> int:
        """How many days."""
        return self.last - self.first + 1

    def gap(self, other: Days) -> int:
        """How many days from one to the other: 0 where they share a day, 1 where they adjoin."""
        return max(0, other.first - self.last, self.first - other.last)

    def within(self, other: Days) -> bool:
        """Whether all of them lie in `other`."""
        return other.first <= self.first and self.last <= other.last


@lru_cache(maxsize=16384)
def days_of(edtf: str | None) -> Days | None:
    """The days of an EDTF string: a day, month, season, quarter, year, or a range that may be open; None if unreadable.

    Uncertain and approximate dates (`2022-09~`) are read as the dates they name.
    """
    if not edtf:
        return None
    first, slash, last = edtf.partition("/")
    start = _point(first)
    if not slash:
        return start
    end = _point(last)
    if start and end:
        return (
            Days(start.first, end.last, max(start.grain, end.grain, key=_GRAINS.index)) if _runs(start, end) else None
        )
    if start:
        return Days(start.first, max(start.last, start.first + OPEN_DAYS - 1), start.grain, ended=False)
    if end:
        return Days(min(end.first, end.last - OPEN_DAYS + 1), end.last, end.grain, begun=False)
    return None


def ends_of(days: Days | None) -> tuple[int, int] | None:
    """The first and the last day, as part of a form."""
    return (days.first, days.last) if days else None


def edtf_of(ordinal: int) -> str:
    """The day as ISO 8601."""
    return date.fromordinal(ordinal).isoformat()


_GRAINS = ("day", "month", "season", "year")


def _runs(start: Days, end: Days) -> bool:
    return start.first <= end.last


def _point(text: str) -> Days | None:
    told = _POINT.match(text)
    if not told:
        return None
    year, month, day = (int(part) if part else 0 for part in told.groups())
    if not year:
        return None
    try:
        if day:
            ordinal = date(year, month, day).toordinal()
            return Days(ordinal, ordinal)
        if month in _MONTHS or month == 24:
            return _season(year, month)
        if month:
            return _months(year, month, 1, "month")
    except ValueError:
        return None
    return Days(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal(), "year")


def _season(year: int, code: int) -> Days:
    """A season of the northern year or a part of the calendar year; winter runs into the next year's February."""
    if code == 24:
        return Days(date(year, 12, 1).toordinal(), date(year + 1, 3, 1).toordinal() - 1, "season")
    first, count = _MONTHS[code]
    return _months(year, first, count, "season")


def _months(year: int, first: int, count: int, grain: str) -> Days:
    last = first + count - 1
    return Days(date(year, first, 1).toordinal(), date(year, last, monthrange(year, last)[1]).toordinal(), grain)
