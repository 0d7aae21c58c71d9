"""Finds the Gregorian dates that a masthead prints, in the forms that issuers use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from comity.lexicon.entries import read_entries

__all__ = ["PrintedDate", "find_dates", "is_instant", "without_dates"]

_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s+)?"
_FIRST, _LAST = 1900, 2099
_TIME = re.compile(
    r"\b(?:at )?\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?\s?m\b\.?)?\s*(?:hrs|hours|uhr)?"
    r"(?:\s*\(?(?:IST|JST|KST|PKT|PST|GMT|UTC|BST|E[SD]T|CES?T|local time|[+-]\d{2}:?\d{2}|Z)\)?)?"
    r"|\b\d{1,2}\s?[ap]\.?m\b\.?",
    re.IGNORECASE,
)
_DAY_NAME = re.compile(
    r"\(?\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?\)?|[(（][日月火水木金土][)）]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A day as printed, and where it stands in the text that was searched."""

    start: int
    end: int
    day: date
    printed: str

    @property
    def iso(self) -> str:
        """The day as ISO 8601."""
        return self.day.isoformat()


@cache
def _forms() -> tuple[dict[str, int], tuple[re.Pattern[str], ...]]:
    table = read_entries(Path(__file__).parent / "months.yml")
    months = {name.casefold(): number for number, names in table.items() for name in names}
    names = "|".join(sorted((re.escape(name) for name in months), key=len, reverse=True))
    month = rf"(?P<month>{names})\b\.?"
    day = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º)?"
    forms = (
        rf"(?<![\d–—/-]){_WEEKDAY}{day}\.?(?:\s+of|\s+de)?[\s-]*{month},?(?:\s+de)?[\s,-]*(?P<year>\d{{4}}(?!\d)|['’]?\d{{2}}(?![\d:]))",
        rf"\b{_WEEKDAY}{month}\s*{day},?\s*(?P<year>\d{{4}})(?!\d)",
        r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?=T|\b)",
        r"(?<!\d)(?P<year>\d{4})[./]\s?(?P<month>\d{1,2})[./]\s?(?P<day>\d{1,2})(?!\d)",
        r"(?<!\d)(?P<year>\d{4})\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日",
        r"(?<!\d)(?P<year>\d{4})\s?년\s?(?P<month>\d{1,2})\s?월\s?(?P<day>\d{1,2})\s?일",
        r"(?<![\d.])(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})(?!\d)",
        r"(?<![\d/])(?P<first>\d{1,2})[/-](?P<second>\d{1,2})[/-](?P<year>\d{4})(?!\d)",
    )
    return months, tuple(re.compile(form, re.IGNORECASE) for form in forms)


def find_dates(text: str, *, day_first: bool | None = None) -> list[PrintedDate]:
    """The days printed in `text`, in reading order.

    `8/9/2022` is read only where `day_first` is told or one of the numbers is no month. A range or a
    date without a year is no day.
    """
    found: list[PrintedDate] = []
    for made in sorted(_candidates(text, day_first), key=lambda d: (d.start, -d.end)):
        if not found or made.start >= found[-1].end:
            found.append(made)
    return found


def is_instant(printed: str) -> bool:
    """Whether a date of the metadata is a moment with its time zone, so that its day may differ elsewhere."""
    return bool(re.search(r"\d:\d{2}\S*\s*(?:Z|GMT|UTC|[+-]\d{2}:?\d{2})\s*$", printed))


def without_dates(text: str) -> str:
    """What is left of a line when dates, times and names of days are taken away."""
    for found in reversed(find_dates(text, day_first=True)):
        text = f"{text[: found.start]} {text[found.end :]}"
    return _DAY_NAME.sub(" ", _TIME.sub(" ", text))


def _candidates(text: str, day_first: bool | None) -> Iterator[PrintedDate]:  # noqa: FBT001 - keyword above
    months, forms = _forms()
    for form in forms:
        for match in form.finditer(text):
            groups = match.groupdict()
            numbers = _numbers(groups, months, day_first)
            if numbers is None:
                continue
            try:
                day = date(*numbers)
            except ValueError:
                continue  # printed like a date, but there is no such day
            if _FIRST <= day.year <= _LAST:
                yield PrintedDate(match.start(), match.end(), day, match.group().strip())


def _numbers(
    groups: dict[str, str | None],
    months: dict[str, int],
    day_first: bool | None,  # noqa: FBT001
) -> tuple[int, int, int] | None:
    year = int(str(groups["year"]).lstrip("'’"))
    if year < 100:
        year += 2000
    if groups.get("first"):
        first, second = int(str(groups["first"])), int(str(groups["second"]))
        if day_first is None:
            if first <= 12 and second <= 12:
                return None
            day_first = first > 12
        return (year, second, first) if day_first else (year, first, second)
    month = str(groups["month"])
    return year, int(month) if month.isdigit() else months[month.casefold()], int(str(groups["day"]))
