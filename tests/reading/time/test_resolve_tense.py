"""Dates without a year are placed by the tense; nothing is counted from an unknown date of issue."""

from datetime import date

import pytest

from comity.reading.time import find_dates, resolve
from comity.reading.time.resolve import Tense

ISSUED = date(2022, 9, 8)  # a Thursday


@pytest.mark.parametrize(
    ("text", "tense", "edtf"),
    [
        ("on 10 August", "past", "2022-08-10"),
        ("on 10 August", "future", "2023-08-10"),
        ("on 10 October", "past", "2021-10-10"),
        ("on 10 October", "future", "2022-10-10"),
        ("on 10 January", None, "2023-01-10"),
        ("on 8 September", "past", "2022-09-08"),
        ("on 8 September", "future", "2022-09-08"),
        ("in September", "past", "2022-09"),
        ("in September", "future", "2022-09"),
        ("in November", "past", "2021-11"),
        ("in November", "future", "2022-11"),
        ("on Friday", "past", "2022-09-02"),
        ("on Friday", "future", "2022-09-09"),
        ("on Friday", None, "2022-09-09"),
        ("on Thursday", "past", "2022-09-08"),
        ("last Thursday", None, "2022-09-01"),
        ("next Thursday", None, "2022-09-15"),
        ("6 to 10 September", "future", "2022-09-06/2022-09-10"),
        ("6 to 10 September", "past", "2022-09-06/2022-09-10"),
        ("28 December to 3 January", "future", "2022-12-28/2023-01-03"),
        ("28 December to 3 January", "past", "2021-12-28/2022-01-03"),
        ("29 February", "past", "2020-02-29"),
        ("29 February", "future", "2024-02-29"),
        ("over the weekend", "past", "2022-09-03/2022-09-04"),
        ("Monday, 5 December", None, "2022-12-05"),
        ("Tuesday, 5 October", None, "2021-10-05"),
    ],
)
def test_the_tense_places_what_has_no_year(text: str, tense: Tense | None, edtf: str) -> None:
    (mention,) = find_dates(text)
    when = resolve(mention, ISSUED, tense)
    assert (when.edtf, when.basis) == (edtf, "relative")


@pytest.mark.parametrize("text", ["today", "last year", "in September", "on Monday", "10 August", "17 to 19 May"])
def test_without_a_date_of_issue_nothing_is_told(text: str) -> None:
    (mention,) = find_dates(text)
    when = resolve(mention, None, "past")
    assert (when.edtf, when.basis) == (None, "relative")


def test_a_full_date_needs_no_date_of_issue() -> None:
    (mention,) = find_dates("10 August 2022")
    assert resolve(mention, None).edtf == "2022-08-10"


def test_weekday_and_year_that_disagree_keep_the_printed_date() -> None:
    (mention,) = find_dates("Monday, 8 September 2022")
    assert resolve(mention, ISSUED).edtf == "2022-09-08"


def test_counts_that_leave_the_calendar_are_not_told() -> None:
    (mention,) = find_dates("999 decades ago")
    assert resolve(mention, ISSUED).edtf is None
