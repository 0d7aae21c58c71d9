"""Rules for printed days and months: "September 8, 2022", "10 to 14 Aug 2026", "July-August 2022"."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace

from comity.reading.time.mention import Kind, Part
from comity.reading.time.rule import Draft, Rule, rule
from comity.reading.time.words import MONTHS, alternatives

__all__ = ["FROM_DAY", "FROM_MONTH", "PLAIN_YEAR", "SEPARATOR", "relative_year"]

PLAIN_YEAR = r"(?:1[5-9]|20)\d\d(?![\d%])(?!,\d{3})(?!\s?(?:hrs|hours|h)\b)"
SEPARATOR = r"(?:\s*[-–—]\s*|\s+(?P<sep>to|and|&|until|till|through|up\s+to)\s+)(?:the\s+)?"
_RELATIVE_YEAR = (
    r"(?:\s*\(?\s*(?:of\s+)?"
    r"(?P<rel>this|last|next|the\s+(?:current|same|following|previous|next)|that)\s+year\)?)"
)
_APOSTROPHE_YEAR = r"\s*['’](?P<apo>\d\d)\b"
_MONTH = alternatives(MONTHS)
_SHORT = alternatives(name for name in MONTHS if len(name) <= 4)
# "29 Feb 20": two bare digits are a year only after a short month, and only where no clock or count follows.
_SHORT_YEAR = r"[\s-]+(?P<two>\d\d)(?![\d%])(?!\s?(?:st|nd|rd|th|hrs|am|pm|[ap]\.m|per\s?cent)\b)(?![:.,]\d)"
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?\Z", re.IGNORECASE)
# "The September 11 attacks" are of one year that is not the nearest.
_NAMED_BY_DAY = re.compile(r"\s+(?:terror(?:ist)?\s+)?attacks?\b", re.IGNORECASE)
_CAPITAL_NEEDED = {"may", "march", "mar"}


def _day(n: int) -> str:
    return rf"(?P<d{n}>0?[1-9]|[12]\d|3[01])(?:\s?(?:st|nd|rd|th))?(?![\w%])(?![.,:]\d)"


def _month(n: int, names: str = _MONTH) -> str:
    return rf"(?P<m{n}>{names})\b"


def _year(n: int) -> str:
    return rf"(?:\s*,\s*|\s+(?:of\s+)?|\s*-\s*)(?P<y{n}>{PLAIN_YEAR})(?![.:/]?\d)"


_ANY_YEAR = rf"(?:\.?{_year(2)}|\.?{_APOSTROPHE_YEAR}|\.?,?{_RELATIVE_YEAR})"
_DAY_MONTH = r"(?:\s+(?:(?:day\s+)?of\s+)?|\s*-\s*)"
_MONTH_DAY = r"(?:\.\s*|\s+)(?:the\s+)?"

_LATER_DAYS = rf"(?:\s*,\s*\d{{1,2}}(?:st|nd|rd|th)?)*(?:\s*,?{SEPARATOR})"


def relative_year(printed: str) -> Part:
    """The year named by "this", "last", "the same" …, counted from the issue or from the event."""
    word = printed.lower().split()[-1]
    shift = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(word, 0)
    of_event = word in {"same", "following", "previous", "that"}
    return Part(unit="year", shift=shift, anchor="event" if of_event else "issue")


def _full_year(two_digits: str) -> int:
    number = int(two_digits)
    return number + (2000 if number < 70 else 1900)


def _last(match: re.Match[str], found: dict[str, str | None]) -> Part:
    base = relative_year(match["rel"]) if found.get("rel") else Part()
    year = int(found["y2"] or 0) if found.get("y2") else None
    for name in ("two", "apo"):
        if found.get(name):
            year = _full_year(match[name])
    day = int(match["d2"]) if found.get("d2") else None
    return replace(base, year=year, month=MONTHS[match["m2"].lower()], day=day)


def _first(found: dict[str, str | None], last: Part) -> Part:
    named = found.get("m1")
    month = MONTHS[named.lower()] if named else last.month
    day = int(found["d1"]) if found.get("d1") else None  # type: ignore[arg-type]
    before_new_year = (month or 0) > (last.month or 0)
    year, shift = last.year, last.shift
    if found.get("y1"):
        return Part(year=int(found["y1"]), month=month, day=day)  # type: ignore[arg-type]
    if before_new_year:
        year, shift = (year - 1 if year else None), (shift - 1 if last.unit else 0)
    return replace(last, year=year, month=month, day=day, shift=shift)


def _exists(part: Part) -> bool:
    return part.day is None or part.day <= monthrange(part.year or 2020, part.month or 1)[1]


def _reads_as_range(match: re.Match[str], found: dict[str, str | None], first: Part, last: Part) -> bool:
    """Two days joined by "and" are a range only if they touch, or after "between"."""
    if first.month == last.month and first.year == last.year and (first.day or 0) >= (last.day or 99):
        return False
    if (found.get("sep") or "").lower() not in {"and", "&"}:
        return True
    if _BETWEEN.search(match.string[max(0, match.start() - 14) : match.start()]):
        return True
    if "d2" not in found:
        return (last.month or 0) - (first.month or 0) == 1
    listed = [int(n) for n in re.findall(r"\d{1,2}", match.string[match.start("d1") : match.end("d2")])]
    return "m1" not in found and listed == list(range(listed[0], listed[0] + len(listed)))


def _read(match: re.Match[str]) -> Draft | None:
    found = match.groupdict()
    for name in ("m1", "m2"):
        printed = found.get(name)
        if printed and printed.lower() in _CAPITAL_NEEDED and not printed[0].isupper():
            return None
    last = _last(match, found)
    if last.day and _NAMED_BY_DAY.match(match.string, match.end()):
        return None
    kind: Kind = "day" if last.day else "month"
    full_stop = match[0].endswith(".") and len(match["m2"]) > 4
    end = match.end() - full_stop
    if "d1" not in found and "m1" not in found:
        return Draft(match.start(), end, kind, last) if _exists(last) else None
    first = _first(found, last)
    if not (_exists(first) and _exists(last) and _reads_as_range(match, found, first, last)):
        return None
    return Draft(match.start(), end, "range", first, last)


def _both_years(day_first: str) -> list[Rule]:
    """The same form with a printed year (or none), and with two digits after a short month."""
    return [rule(f"{day_first.format(names=_MONTH)}{_ANY_YEAR}?", _read),
            rule(f"{day_first.format(names=_SHORT)}{_SHORT_YEAR}", _read)]  # fmt: skip


def _braced(pattern: str) -> str:
    return pattern.replace("{", "{{").replace("}", "}}")


_END = _braced(_day(2) + _DAY_MONTH) + r"(?P<m2>{names})\b\.?"
FROM_DAY: tuple[Rule, ...] = (
    *_both_years(_END),
    *_both_years(_braced(_day(1) + _LATER_DAYS) + _END),
    *_both_years(_braced(f"{_day(1)}{_DAY_MONTH}{_month(1)}\\.?(?:{_year(1)})?{SEPARATOR}") + _END),
)
"""Rules that begin with the number of a day."""

FROM_MONTH: tuple[Rule, ...] = (
    rule(f"{_month(2)}{_MONTH_DAY}{_day(2)}(?:{_ANY_YEAR})?", _read),
    rule(f"{_month(2)}{_MONTH_DAY}{_day(1)}{_LATER_DAYS}{_day(2)}(?:{_ANY_YEAR})?", _read),
    rule(
        f"{_month(1)}{_MONTH_DAY}{_day(1)}(?:{_year(1)},?)?{SEPARATOR}{_month(2)}{_MONTH_DAY}{_day(2)}(?:{_ANY_YEAR})?",
        _read,
    ),
    rule(f"{_month(2)}{_ANY_YEAR}", _read),
    rule(f"{_month(1)}(?:\\.?{_year(1)})?{SEPARATOR}{_month(2)}{_ANY_YEAR}", _read),
)
"""Rules that begin with the name of a month and print a day, a year or both."""
