"""Dates of issue in local calendars: found as printed, converted, and compared with the Gregorian date."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from comity.model import CalendarDate

__all__ = ["LocalDate", "compared", "find_local_dates"]

_INDIAN = (
    "Chaitra", "Vaishakha|Vaisakha|Vaishakh|Vaisakh", "Jyaistha|Jyaishtha|Jyeshtha|Jyestha|Jyaistah|Jyaishta",
    "Ashadha|Asadha|Ashadh|Asadh|Ashada", "Shravana|Sravana|Shravan|Sravan", "Bhadrapada|Bhadra|Bhadrapad",
    "Asvina|Ashwin|Ashvina|Ashwina|Asvin", "Kartika|Kartik", "Agrahayana|Margashirsha|Agrahayan|Margasirsa",
    "Pausha|Pausa|Paush", "Magha|Magh", "Phalguna|Phalgun",
)  # fmt: skip
_HIJRI = (
    "Muharram", "Safar", r"Rabi[ʿ'’]? ?(?:al|ul|Al)?[- ]?(?:Awwal|awwal|I|1)",
    r"Rabi[ʿ'’]? ?(?:al|ul|Al)?[- ]?(?:Th[aā]ni|thani|[AĀ]khir|II|2)",
    r"Juma?da ?(?:al|ul|Al)?[- ]?(?:Awwal|awwal|[UŪ]la|I|1)",
    r"Juma?da ?(?:al|ul|Al)?[- ]?(?:Th[aā]ni|thani|[AĀ]khir(?:ah?)?|Akhira|II|2)",
    "Rajab", "Sha[ʿ'’]?ban", "Ramadan|Ramazan|Ramadhan", "Shawwal",
    r"(?:Dhu|Dhul|Dhu al|Zul|Zu al)[- ]?(?:al-)?(?:Q[ai][ʿ'’]?da[h]?)",
    r"(?:Dhu|Dhul|Dhu al|Zul|Zu al)[- ]?(?:al-)?H[ai]j(?:j[ai]h?|j)",
)  # fmt: skip
_PERSIAN = (
    "Farvardin", "Ordibehesht", "Khordad", "Tir", "Mordad|Amordad", "Shahrivar", "Mehr", "Aban", "Azar",
    "Dey|Dei", "Bahman", "Esfand",
)  # fmt: skip
_GREGORIAN = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_ERAS = {
    "Reiwa": 2018,
    "令和": 2018,
    "Heisei": 1988,
    "平成": 1988,
    "Showa": 1925,
    "Shōwa": 1925,
    "昭和": 1925,
}
_THAI = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม",
    "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
_HIJRI_TOLERANCE = 1


@dataclass(frozen=True, slots=True)
class LocalDate:
    """A date in a local calendar as printed, where it stands, and the Gregorian day it is."""

    calendar: str
    start: int
    end: int
    printed: str
    day: date


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to print a date of one calendar: groups day, month (or m1 to m12), year, and era."""

    calendar: str
    pattern: re.Pattern[str]
    convert: Callable[[int, int, int, str], date]


def find_local_dates(text: str) -> list[LocalDate]:
    """The dates of local calendars printed in `text`, in reading order; a date that does not exist is none.

    Names of months that two calendars share are told apart by the year: Bhadra 1944 is of the Indian national
    calendar, Bhadra 1429 (Bengali) and Bhadra 2079 (Bikram Sambat) are not.
    """
    found: list[LocalDate] = []
    for made in sorted(_candidates(text), key=lambda d: (d.start, -d.end)):
        if not found or made.start >= found[-1].end:
            found.append(made)
    return found


def compared(local: Iterable[LocalDate], issued: date | None) -> Iterator[tuple[CalendarDate, int]]:
    """Each local date with whether it agrees with the day of issue, and by how many days it differs.

    The Hijri month begins with the sighting of the moon, so one day more or less agrees there.
    """
    for found in local:
        apart = abs((found.day - issued).days) if issued else 0
        agrees = apart <= (_HIJRI_TOLERANCE if found.calendar == "hijri" else 0)
        yield CalendarDate(found.calendar, found.printed, found.day.isoformat(), agrees), apart


def _candidates(text: str) -> Iterator[LocalDate]:
    for form in _FORMS:
        for match in form.pattern.finditer(text):
            groups = match.groupdict()
            month = next(
                (int(key[1:]) for key, value in groups.items() if key[0] == "m" and key[1:].isdigit() and value),
                0,
            )
            month = month or int(groups.get("month") or 0)
            year = 1 if groups["year"] == "元" else int(groups["year"])
            try:
                day = form.convert(year, month, int(groups["day"]), groups.get("era") or "")
            except (ValueError, OverflowError):
                continue  # printed like a date, but that calendar has no such day
            yield LocalDate(form.calendar, match.start(), match.end(), match.group().strip(), day)


def _indian(year: int, month: int, day: int, _: str) -> date:
    from convertdate import indian_civil  # noqa: PLC0415 - rare, and slow to import

    return _checked(indian_civil, year, month, day)


def _persian(year: int, month: int, day: int, _: str) -> date:
    from convertdate import persian  # noqa: PLC0415 - rare, and slow to import

    return _checked(persian, year, month, day)


def _checked(calendar: object, year: int, month: int, day: int) -> date:
    """Convertdate counts on past the end of a month, so the day must lead back to itself."""
    gregorian = calendar.to_gregorian(year, month, day)  # type: ignore[attr-defined]
    if tuple(calendar.from_gregorian(*gregorian)) != (year, month, day):  # type: ignore[attr-defined]
        raise ValueError(f"no day {day} in month {month} of {year}")
    return date(*gregorian)


def _hijri(year: int, month: int, day: int, _: str) -> date:
    from hijridate import Hijri  # noqa: PLC0415 - rare

    return date.fromisoformat(Hijri(year, month, day).to_gregorian().isoformat())


def _japanese(year: int, month: int, day: int, era: str) -> date:
    return date(_ERAS[era] + year, month, day)


def _buddhist(year: int, month: int, day: int, _: str) -> date:
    return date(year - 543, month, day)


def _minguo(year: int, month: int, day: int, _: str) -> date:
    return date(year + 1911, month, day)


def _months(names: Iterable[str]) -> str:
    return "(?:" + "|".join(f"(?P<m{i}>{name})" for i, name in enumerate(names, 1)) + ")"


def _both_orders(
    calendar: str,
    names: Iterable[str],
    year: str,
    convert: Callable[[int, int, int, str], date],
) -> Iterator[_Form]:
    months = _months(names)
    day = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    for pattern in (
        rf"\b{months}\s+{day},?\s*{year}",
        rf"(?<!\d){day}(?:\s+of)?[\s-]+{months},?[\s-]*{year}",
    ):
        yield _Form(calendar, re.compile(pattern), convert)


_FORMS: tuple[_Form, ...] = (
    *_both_orders(
        "indian_national",
        _INDIAN,
        r"(?P<year>19\d{2})(?!\d)(?:\s*\(?(?:Saka|SAKA|Śaka)(?: [Ee]ra)?\)?)?",
        _indian,
    ),
    *_both_orders("hijri", _HIJRI, r"(?P<year>1[34]\d{2})(?!\d)(?:\s*(?:AH|A\.H\.|H\.?(?![a-z])|Hijri))?", _hijri),
    *_both_orders("persian", _PERSIAN, r"(?P<year>1[34]\d{2})(?!\d)", _persian),
    *_both_orders("japanese_era", _GREGORIAN, r"(?P<era>Reiwa|Heisei|Sh[oō]wa)\s*(?P<year>\d{1,2})(?!\d)", _japanese),
    _Form(
        "japanese_era",
        re.compile(
            r"(?P<era>令和|平成|昭和)\s?(?P<year>\d{1,2}|元)\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日"
        ),
        _japanese,
    ),
    *_both_orders("buddhist", _GREGORIAN, r"(?:B\.E\.|BE)\s*(?P<year>2[45]\d{2})(?!\d)", _buddhist),
    *_both_orders("buddhist", _GREGORIAN, r"(?P<year>2[45]\d{2})\s*(?:B\.E\.|BE\b)", _buddhist),
    *_both_orders("buddhist", _THAI, r"(?:พ\.ศ\.|พุทธศักราช)?\s*(?P<year>2[45]\d{2})(?!\d)", _buddhist),
    _Form(
        "minguo",
        re.compile(r"(?:中華民國|民國)\s?(?P<year>\d{1,3})\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日"),
        _minguo,
    ),
    *_both_orders("minguo", _GREGORIAN, r"(?:ROC|R\.O\.C\.|Minguo)(?: [Yy]ear)?\s*(?P<year>\d{1,3})(?!\d)", _minguo),
)
