"""Which months and years a stretch of days touches, how exact it is, and when a fiscal year begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from comity.linking.days import Days, days_of
from comity.linking.names import folded, rows

__all__ = ["fiscal_year", "months", "precise", "year", "years"]

_MONTHS = 63
"""Days up to which a stretch tells a month or two, and no season or year."""
_FISCAL = re.compile(r"\b(?:(?:fiscal|financial) year|fy) ?(\d{4})(?: (\d{4}|\d\d)\b)?")


def precise(days: Days) -> bool:
    """Whether it tells a month or two, and not a season or a year."""
    return days.length <= _MONTHS


def years(days: Days) -> range:
    """The years it touches."""
    return range(date.fromordinal(days.first).year, date.fromordinal(days.last).year + 1)


def months(days: Days) -> tuple[str, ...]:
    """The months it touches, `2024-06`."""
    first, last = date.fromordinal(days.first), date.fromordinal(days.last)
    count = (last.year - first.year) * 12 + last.month - first.month
    counted = (divmod(first.month - 1 + n, 12) for n in range(count + 1))
    return tuple(f"{first.year + more}-{month + 1:02}" for more, month in counted)


def year(number: int, last: int | None = None) -> Days:
    """A year, or the years from one to another."""
    found = days_of(f"{number:04}/{last or number:04}")
    if found is None:
        raise ValueError(f"no year of the calendar: {number}")
    return found


def fiscal_year(text: str, states: Iterable[str]) -> Days | None:
    """The fiscal year that a text tells, by the calendars of these states; all the days it can be where they differ."""
    told = _FISCAL.search(folded(text))
    if not told:
        return None
    first = int(told[1])
    both = bool(told[2]) and int(told[2]) % 100 == (first + 1) % 100
    found = [_of_state(state, first, both=both) for state in sorted(states)] or [_of_state("", first, both=both)]
    return Days(min(days.first for days in found), max(days.last for days in found), "year")


def _of_state(state: str, number: int, *, both: bool) -> Days:
    begins, named_by = _calendars().get(state, (1, "begin"))
    first = number - 1 if named_by != "begin" and not both else number
    last = number - 1 if named_by == "end" and not both else number
    end = date(last + 1, begins, 1) if begins > 1 else date(last + 1 + both, 1, 1)
    return Days(date(first, begins, 1).toordinal(), end.toordinal() - 1, "year")


@cache
def _calendars() -> dict[str, tuple[int, str]]:
    """The month in which a state's fiscal year begins, and by which of its years it is named."""
    return {row["code"]: (int(row["begins"]), row["named_by"]) for row in rows("fiscal_years")}
