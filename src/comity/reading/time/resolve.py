"""Turns a found date into an EDTF value, with the date of issue or of the event where the words need one."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from comity.model.when import Basis, Precision, When

if TYPE_CHECKING:
    from collections.abc import Iterator

    from comity.reading.time.mention import DateMention, Part

__all__ = ["Tense", "resolve"]

Tense = Literal["past", "future"]
_SEASON_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A settled stretch of days and how it is written."""

    first: date
    last: date
    edtf: str
    precision: Precision

    @property
    def begins(self) -> str:
        return self.edtf.split("/", maxsplit=1)[0]

    @property
    def ends(self) -> str:
        return self.edtf.rsplit("/", maxsplit=1)[-1]


def _day(day: date) -> _Stretch:
    return _Stretch(day, day, day.isoformat(), "day")


def _days(first: date, last: date) -> _Stretch:
    return _Stretch(first, last, f"{first.isoformat()}/{last.isoformat()}", "range")


def _months(year: int, month: int, count: int = 1) -> _Stretch:
    last_year, last_month = divmod(year * 12 + month - 2 + count, 12)
    last = date(last_year, last_month + 1, monthrange(last_year, last_month + 1)[1])
    begin = f"{year:04}-{month:02}"
    if count == 1:
        return _Stretch(date(year, month, 1), last, begin, "month")
    return _Stretch(date(year, month, 1), last, f"{begin}/{last_year:04}-{last_month + 1:02}", "quarter")


def _years(year: int, count: int = 1) -> _Stretch:
    last = year + count - 1
    edtf = f"{year:04}" if count == 1 else f"{year:04}/{last:04}"
    return _Stretch(date(year, 1, 1), date(last, 12, 31), edtf, "year" if count == 1 else "range")


def _week(day: date, weekday: int | None, *, weekend: bool = False) -> _Stretch:
    monday = day - timedelta(days=day.weekday())
    if weekday is not None:
        return _day(monday + timedelta(days=weekday))
    return _days(monday + timedelta(days=5 if weekend else 0), monday + timedelta(days=6))


def _in_year(part: Part, year: int) -> _Stretch | None:
    """The part in that year; None for a day that the year does not have."""
    if part.quarter:
        return _months(year, part.quarter * 3 - 2, 3)
    if part.season:
        told = _months(year, _SEASON_MONTHS[part.season], 3)
        return replace(told, edtf=f"{year:04}-{part.season}", precision="season")
    if part.month and part.day:
        exists = part.day <= monthrange(year, part.month)[1]
        return _day(date(year, part.month, part.day)) if exists else None
    return _months(year, part.month) if part.month else _years(year)


def _counted(part: Part, base: date) -> _Stretch | None:
    """The part counted from `base`, in its own unit."""
    shift = part.shift
    if part.unit == "day":
        return _day(base + timedelta(days=shift))
    if part.unit in {"week", "weekend"}:
        return _week(base + timedelta(weeks=shift), part.weekday, weekend=part.unit == "weekend")
    if part.unit == "month":
        year, month = divmod(base.year * 12 + base.month - 1 + shift, 12)
        return _months(year, month + 1)
    if part.unit == "quarter":
        year, quarter = divmod(base.year * 4 + (base.month - 1) // 3 + shift, 4)
        return _months(year, quarter * 3 + 1, 3)
    if part.unit == "decade":
        return _years(base.year // 10 * 10 + shift * 10, 10)
    return _in_year(part, base.year + shift)


def _candidates(part: Part, issued: date) -> Iterator[_Stretch]:
    """All readings around the date of issue of a part that names no year (or no week), in order."""
    if part.weekday is not None and part.month is None:
        for days in range(-7, 8):
            day = issued + timedelta(days=days)
            if day.weekday() == part.weekday:
                yield _day(day)
        return
    reach = 8 if (part.month, part.day) == (2, 29) else 2
    found = [s for y in range(issued.year - reach, issued.year + reach + 1) if (s := _in_year(part, y))]
    fitting = [s for s in found if part.weekday is None or s.first.weekday() == part.weekday]
    yield from fitting or found


def _choose(candidates: list[_Stretch], issued: date, part: Part, tense: Tense | None) -> _Stretch | None:
    if part.which == "last":
        return max((s for s in candidates if s.last < issued), key=lambda s: s.first, default=None)
    if part.which == "next":
        return min((s for s in candidates if s.first > issued), key=lambda s: s.first, default=None)
    if tense == "past":
        return max((s for s in candidates if s.first <= issued), key=lambda s: s.first, default=None)
    if tense == "future":
        return min((s for s in candidates if s.last >= issued), key=lambda s: s.first, default=None)
    return min(candidates, key=lambda s: _distance(s, issued), default=None)


def _distance(stretch: _Stretch, issued: date) -> tuple[int, date]:
    return max((stretch.first - issued).days, (issued - stretch.last).days, 0), stretch.first


def _needs_issue(part: Part) -> bool:
    return part.year is None and part.decade is None


def _settle(part: Part, issued: date | None, tense: Tense | None, near: date | None) -> _Stretch | None:
    if part.year is not None:
        return _in_year(part, part.year)
    if part.decade is not None:
        return _years(part.decade, 10)
    base = near if part.anchor == "event" else issued
    if base is None:
        return None
    if part.unit:
        return _counted(part, base)
    return _choose(list(_candidates(part, base)), base, part, tense)


def _joined(first: _Stretch, last: _Stretch) -> _Stretch:
    return _Stretch(first.first, last.last, f"{first.begins}/{last.ends}", "range")


def _settle_range(
    first: Part, last: Part, issued: date | None, tense: Tense | None, near: date | None
) -> _Stretch | None:
    """Both ends of a range; where neither has a year, the whole of it is placed by the tense."""
    floating = _needs_issue(first) and not first.unit and _needs_issue(last) and not last.unit
    if floating and issued:
        ends = list(_candidates(last, issued))
        wholes = [_joined(s, e) for s in _candidates(first, issued) if (e := _next(ends, s.first))]
        return _choose(wholes, issued, first, tense)
    begin, end = (_settle(part, issued, tense, near) for part in (first, last))
    if begin is None or end is None or end.last < begin.first:
        return None
    return _joined(begin, end)


def _next(ends: list[_Stretch], begin: date) -> _Stretch | None:
    return min((e for e in ends if e.last >= begin), key=lambda e: e.last, default=None)


def _limited(stretch: _Stretch, mention: DateMention) -> _Stretch:
    """The value with its limits: an open end, or half of a year."""
    portion = mention.portion
    if portion in {"first half", "second half"} and stretch.precision == "year":
        half = _months(stretch.first.year, 1 if portion == "first half" else 7, 6)
        stretch = replace(half, precision="range")
    if mention.bound == "after":
        return replace(stretch, edtf=f"{stretch.ends}/..", precision="range")
    if mention.bound in {"since", "from"}:
        return replace(stretch, edtf=f"{stretch.begins}/..", precision="range")
    if mention.bound == "until":
        return replace(stretch, edtf=f"../{stretch.ends}", precision="range")
    return stretch


def resolve(mention: DateMention, issued: date | None, tense: Tense | None = None, *, near: date | None = None) -> When:
    """Say when that is, never finer than printed.

    `issued` is the date of issue, `near` the date of the event that the sentence tells of ("the same day" is
    counted from it and from nothing else). A date without a year is the latest not after the issue (past),
    the earliest not before it (future), or the nearest. `When.edtf` is None where it cannot be told.
    """
    first, last = mention.first, mention.last
    needs = first is None or _needs_issue(first) or (last is not None and _needs_issue(last))
    basis: Basis = "relative" if needs else "text"
    if first is None:
        return When(None, None, basis, mention.printed)
    try:
        found = _settle_range(first, last, issued, tense, near) if last else _settle(first, issued, tense, near)
    except (ValueError, OverflowError):  # a count such as "999 decades ago" leaves the calendar
        found = None
    if found is None:
        return When(None, None, basis, mention.printed)
    told = _limited(found, mention)
    return When(told.edtf, told.precision, basis, mention.printed)
