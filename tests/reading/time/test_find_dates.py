"""What is found and what it is worth: text, date of issue, tense -> EDTF, precision, basis, printed words."""

from datetime import date

import pytest

from comity.reading.time import find_dates, resolve

ISSUED = date(2022, 9, 8)
NEAR = date(2022, 9, 6)

# text | EDTF | precision | basis | printed
DATED = """
on September 08, 2022 | 2022-09-08 | day | text | September 08, 2022
on 8 September 2022 | 2022-09-08 | day | text | 8 September 2022
the 8th of September, 2022 | 2022-09-08 | day | text | 8th of September, 2022
on Sept. 8 | 2022-09-08 | day | relative | Sept. 8
talks on 29 Feb 20 | 2020-02-29 | day | text | 29 Feb 20
Posted On: 03 JAN 2020 7:30PM by PIB | 2020-01-03 | day | text | 03 JAN 2020 7:30PM
10 to 14 Aug 2026 | 2026-08-10/2026-08-14 | range | text | 10 to 14 Aug 2026
17 to 19 August | 2022-08-17/2022-08-19 | range | relative | 17 to 19 August
August 17-18, 2026 | 2026-08-17/2026-08-18 | range | text | August 17-18, 2026
visited from August 17-18, 2026 | 2026-08-17/2026-08-18 | range | text | from August 17-18, 2026
7–9 September | 2022-09-07/2022-09-09 | range | relative | 7–9 September
August 30 – September 2, 2024 | 2024-08-30/2024-09-02 | range | text | August 30 – September 2, 2024
31 Aug to 03 Sep 26 | 2026-08-31/2026-09-03 | range | text | 31 Aug to 03 Sep 26
December 30 – January 2, 2024 | 2023-12-30/2024-01-02 | range | text | December 30 – January 2, 2024
between 3 and 7 May | 2022-05-03/2022-05-07 | range | relative | between 3 and 7 May
7, 8 and 9 September 2022 | 2022-09-07/2022-09-09 | range | text | 7, 8 and 9 September 2022
3 and 17 May 2022 | 2022-05-17 | day | text | 17 May 2022
July-August 2022 | 2022-07/2022-08 | range | text | July-August 2022
done this 26th day of October, 2025 | 2025-10-26 | day | text | 26th day of October, 2025
2022-09-08 | 2022-09-08 | day | text | 2022-09-08
08.09.2022 | 2022-09-08 | day | text | 08.09.2022
13/8/2022 | 2022-08-13 | day | text | 13/8/2022
September 2022 | 2022-09 | month | text | September 2022
in September | 2022-09 | month | relative | September
in March this year | 2022-03 | month | relative | March this year
8 September last year | 2021-09-08 | day | relative | 8 September last year
this March | 2022-03 | month | relative | this March
last March | 2022-03 | month | relative | last March
last month | 2022-08 | month | relative | last month
this month | 2022-09 | month | relative | this month
next month | 2022-10 | month | relative | next month
last year | 2021 | year | relative | last year
this year | 2022 | year | relative | this year
next year | 2023 | year | relative | next year
later this year | 2022 | year | relative | later this year
earlier this month | 2022-09 | month | relative | earlier this month
late last year | 2021 | year | relative | late last year
last week | 2022-08-29/2022-09-04 | range | relative | last week
this week | 2022-09-05/2022-09-11 | range | relative | this week
next week | 2022-09-12/2022-09-18 | range | relative | next week
today | 2022-09-08 | day | relative | today
yesterday morning | 2022-09-07 | day | relative | yesterday morning
tomorrow | 2022-09-09 | day | relative | tomorrow
tonight | 2022-09-08 | day | relative | tonight
this morning | 2022-09-08 | day | relative | this morning
the day before yesterday | 2022-09-06 | day | relative | day before yesterday
on Monday | 2022-09-05 | day | relative | Monday
last Friday | 2022-09-02 | day | relative | last Friday
this coming Monday | 2022-09-12 | day | relative | this coming Monday
on Thursday (8 September) | 2022-09-08 | day | relative | Thursday (8 September)
today (June 3, 2020) | 2020-06-03 | day | text | today (June 3, 2020)
on the night of September 07, 2022 | 2022-09-07 | day | text | the night of September 07, 2022
on 7 September at 5 p.m. in Tokyo | 2022-09-07 | day | relative | 7 September at 5 p.m.
two years ago | 2020 | year | relative | two years ago
a year ago | 2021 | year | relative | a year ago
over the last 12 months | 2021-09/2022-09 | range | relative | last 12 months
over the past year | 2021/2022 | range | relative | past year
in the next two years | 2022/2024 | range | relative | next two years
since 2005 | 2005/.. | range | text | since 2005
since 7 September | 2022-09-07/.. | range | relative | since 7 September
from 7 September 2022 | 2022-09-07/.. | range | text | from 7 September 2022
until 14 August 2026 | ../2026-08-14 | range | text | until 14 August 2026
between 2014 and 2019 | 2014/2019 | range | text | between 2014 and 2019
in 2022 | 2022 | year | text | 2022
by 2030 | 2030 | year | text | by 2030
by the end of 2025 | 2025 | year | text | by the end of 2025
by the end of the year | 2022 | year | relative | by the end of the year
early 2009 | 2009 | year | text | early 2009
mid-2011 | 2011 | year | text | mid-2011
the last week of March | 2022-03 | month | relative | the last week of March
the first half of 2024 | 2024-01/2024-06 | range | text | the first half of 2024
fiscal year 2021 | 2021 | year | text | fiscal year 2021
FY2021-22 | 2021/2022 | range | text | FY2021-22
fiscal year 2021-2022 | 2021/2022 | range | text | fiscal year 2021-2022
the first quarter of 2024 | 2024-01/2024-03 | quarter | text | first quarter of 2024
third quarter of this year | 2022-07/2022-09 | quarter | relative | third quarter of this year
summer 2023 | 2023-22 | season | text | summer 2023
in the spring of 2024 | 2024-21 | season | text | spring of 2024
the 1990s | 1990/1999 | range | text | 1990s
the 1951 Treaty | 1951 | year | text | 1951
May 2023 | 2023-05 | month | text | May 2023
"""

# Counted from the event, 6 September 2022, and from nothing else.
NEAR_THE_EVENT = """
two days later | 2022-09-08 | two days later
on the same day | 2022-09-06 | same day
later in the day | 2022-09-06 | later in the day
earlier in the day | 2022-09-06 | earlier in the day
during the day | 2022-09-06 | day
the next day | 2022-09-07 | next day
the following day | 2022-09-07 | following day
the previous evening | 2022-09-05 | previous evening
the following year | 2023 | following year
"""

UNTOLD = [
    "recently", "soon", "in the near future", "at an early date", "in due course", "in the coming weeks",
    "weeks ago", "in recent years", "more than 20 years ago", "at the earliest possible date",
    "this fiscal year", "9/8/2022",
]  # fmt: skip

NOT_DATES = [
    "we may go", "they march on", "Prime Minister May said", "second", "2nd", "70 km", "$2022", "No. 2022",
    "2,022", "1972-meter", "Resolution 2231", "Article 2019", "JIMEX 22", "Veer Guardian 26", "page 2019",
    "2000 troops", "in 2000 people", "call 011-2301-2022", "+91 2022 2022", "Bhadra 17, 1944", "June 31",
    "soon after", "today's world", "every Monday", "Black Monday", "the September 11 attacks",
    "an October 7th attack",
    "mentioned in the summer",
    "may 10 percent", "a 2+2 meeting", "24/7", "COVID-19", "first time", "the third country", "at 1945 hrs",
]  # fmt: skip


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


@pytest.mark.parametrize(("text", "edtf", "precision", "basis", "printed"), rows(DATED))
def test_printed_dates_are_told(text: str, edtf: str, precision: str, basis: str, printed: str) -> None:
    (mention,) = find_dates(text)
    when = resolve(mention, ISSUED)
    assert (when.edtf, when.precision, when.basis, when.printed) == (edtf, precision, basis, printed)


@pytest.mark.parametrize(("text", "edtf", "printed"), rows(NEAR_THE_EVENT))
def test_dates_of_the_event_are_never_dates_of_issue(text: str, edtf: str, printed: str) -> None:
    (mention,) = find_dates(text)
    assert mention.printed == printed
    assert resolve(mention, ISSUED, near=NEAR).edtf == edtf
    assert resolve(mention, ISSUED).edtf is None
    assert resolve(mention, ISSUED).basis == "relative"


@pytest.mark.parametrize("text", UNTOLD)
def test_dates_that_cannot_be_told_stay_untold(text: str) -> None:
    (mention,) = find_dates(text)
    when = resolve(mention, ISSUED, near=NEAR)
    assert (when.edtf, when.precision, when.basis) == (None, None, "relative")


@pytest.mark.parametrize("text", NOT_DATES)
def test_numbers_and_verbs_are_no_dates(text: str) -> None:
    assert find_dates(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "bound"),
    [
        ("by 2030", "deadline", "by"),
        ("before 30 June 2027", "deadline", "before"),
        ("no later than 30 June 2027", "deadline", "by"),
        ("until 14 August", "day", "until"),
        ("since 2005", "year", "since"),
        ("starting in April 2007", "month", "from"),
        ("after 2020", "year", "after"),
        ("early June", "month", "early"),
        ("mid-August", "month", "mid"),
        ("late 2006", "year", "late"),
        ("first half of 2024", "year", "first half"),
        ("FY 2021-22", "fiscal_year", None),
        ("the 1951 Treaty", "year_adjective", None),
        ("Malabar 2020", "year_adjective", None),
        ("in due course", "vague", None),
        ("today", "relative", None),
    ],
)
def test_kind_and_bound(text: str, kind: str, bound: str | None) -> None:
    (mention,) = find_dates(text)
    assert (mention.kind, mention.bound) == (kind, bound)


def test_the_inner_limit_is_kept_beside_the_outer() -> None:
    (mention,) = find_dates("by the end of 2025")
    assert (mention.bound, mention.portion) == ("by", "end")


def test_dots_are_read_day_first_and_flagged() -> None:
    assert find_dates("08.09.2022")[0].flags == ("day_first",)
    assert find_dates("9/8/2022")[0].flags == ("ambiguous",)


def test_several_dates_in_one_sentence() -> None:
    text = "In 2019, 2020 and 2021, and again on 3 May 2022 and in July, they met."
    assert [m.printed for m in find_dates(text)] == ["2019", "2020", "2021", "3 May 2022", "July"]


def test_months_joined_by_and_are_read_one_by_one_unless_they_touch() -> None:
    assert [m.printed for m in find_dates("in March and June 2022")] == ["March", "June 2022"]


def test_offset_is_added() -> None:
    (mention,) = find_dates("on 3 May 2022", offset=100)
    assert (mention.start, mention.end, mention.printed) == (103, 113, "3 May 2022")
