"""Local calendars: each printed form is converted and compared with the Gregorian date of issue."""

from __future__ import annotations

from datetime import date

import pytest
from convertdate import indian_civil
from hypothesis import given
from hypothesis import strategies as st

from comity.sources.calendars import compared, find_local_dates

MONTHS = [
    "Chaitra",
    "Vaishakha",
    "Jyaistha",
    "Ashadha",
    "Shravana",
    "Bhadra",
    "Ashwin",
    "Kartika",
    "Agrahayana",
    "Pausha",
    "Magha",
    "Phalguna",
]
PRINTED = [
    ("New Delhi, Bhadra 17, 1944", "indian_national", "Bhadra 17, 1944", "2022-09-08"),
    ("New Delhi, 17 Bhadrapada 1944 (Saka)", "indian_national", "17 Bhadrapada 1944 (Saka)", "2022-09-08"),
    ("Kartika 29, 1946", "indian_national", "Kartika 29, 1946", "2024-11-20"),
    ("Vaisakha 12, 1943", "indian_national", "Vaisakha 12, 1943", "2021-05-02"),
    ("21 Muharram 1444 AH", "hijri", "21 Muharram 1444 AH", "2022-08-19"),
    ("Riyadh, Safar 12, 1444 H", "hijri", "Safar 12, 1444 H", "2022-09-08"),
    ("17 Shahrivar 1401", "persian", "17 Shahrivar 1401", "2022-09-08"),
    ("令和4年9月8日", "japanese_era", "令和4年9月8日", "2022-09-08"),
    ("令和元年5月1日", "japanese_era", "令和元年5月1日", "2019-05-01"),
    ("September 8, Reiwa 4", "japanese_era", "September 8, Reiwa 4", "2022-09-08"),
    ("8 September B.E. 2565", "buddhist", "8 September B.E. 2565", "2022-09-08"),
    ("8 กันยายน 2565", "buddhist", "8 กันยายน 2565", "2022-09-08"),
    ("中華民國111年9月8日", "minguo", "中華民國111年9月8日", "2022-09-08"),
]


@pytest.mark.parametrize(("line", "calendar", "printed", "day"), PRINTED)
def test_reads_a_local_date(line: str, calendar: str, printed: str, day: str) -> None:
    (found,) = find_local_dates(line)
    assert (found.calendar, found.printed, found.day.isoformat()) == (calendar, printed, day)
    assert line[found.start : found.end].strip() == printed


@pytest.mark.parametrize(
    "line",
    [
        "Bhadra 24, 1429",  # Bengali calendar
        "Bhadra 23, 2079",  # Bikram Sambat
        "Bhadra 32, 1944",  # no such day
        "Thursday, September 08, 2022",
        "17 Mehr Street",
        "Azar 31, 1401",
    ],
)
def test_reads_no_date_of_another_calendar(line: str) -> None:
    assert find_local_dates(line) == []


@pytest.mark.parametrize(
    ("line", "issued", "agrees", "apart"),
    [
        ("Bhadra 17, 1944", date(2022, 9, 8), True, 0),
        ("Bhadra 18, 1944", date(2022, 9, 8), False, 1),
        ("21 Muharram 1444 AH", date(2022, 8, 20), True, 1),
        ("21 Muharram 1444 AH", date(2022, 8, 21), False, 2),
        ("Bhadra 17, 1944", None, True, 0),
    ],
)
def test_compares_with_the_date_of_issue(line: str, issued: date | None, *, agrees: bool, apart: int) -> None:
    ((made, days),) = compared(find_local_dates(line), issued)
    assert (made.agrees, days) == (agrees, apart)


@given(st.dates(date(1990, 1, 1), date(2060, 12, 31)))
def test_each_day_has_one_date_in_the_indian_calendar(day: date) -> None:
    year, month, number = indian_civil.from_gregorian(day.year, day.month, day.day)
    (found,) = find_local_dates(f"{MONTHS[month - 1]} {number}, {year}")
    assert found.day == day
