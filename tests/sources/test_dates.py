"""Gregorian dates of a masthead, as issuers print them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.sources.dates import find_dates, is_instant

PRINTED = [
    ("2022-09-08", "2022-09-08"),
    ("2024-11-04T12:30:00+0100", "2024-11-04"),
    ("Wed, 03 Aug 2022 19:49:23 +0000", "2022-08-03"),
    ("प्रविष्टि तिथि: 07 AUG 2026 4:27PM by PIB Delhi", "2026-08-07"),
    ("Posted On: 09 AUG 2026 5:42PM by PIB Delhi", "2026-08-09"),
    ("Thursday, September 08, 2022", "2022-09-08"),
    ("New Delhi, 8th September, 2022", "2022-09-08"),
    ("Published 5 May 2023", "2023-05-05"),
    ("Jaipur, 7 August 2026:", "2026-08-07"),
    ("26 Nov. 2024 -", "2024-11-26"),
    ("16 Aug 24", "2024-08-16"),
    ("2024/08/20", "2024-08-20"),
    ("2024. 5. 8.", "2024-05-08"),
    ("18.03.2024", "2024-03-18"),
    ("2022年9月8日", "2022-09-08"),
    ("Paris, le 5 mai 2023", "2023-05-05"),
    ("Berlin, 5. März 2023", "2023-03-05"),
    ("13/02/2023", "2023-02-13"),
]


@pytest.mark.parametrize(("printed", "day"), PRINTED)
def test_reads_a_date(printed: str, day: str) -> None:
    assert [found.iso for found in find_dates(printed)] == [day]


@pytest.mark.parametrize(
    "printed",
    ["September 2022", "8 September", "08/09/2022", "31 February 2022", "7-8 September 2022", "145/26"],
)
def test_reads_no_date_where_no_day_is_told(printed: str) -> None:
    assert find_dates(printed) == []


@pytest.mark.parametrize(("day_first", "day"), [(True, "2022-09-08"), (False, "2022-08-09")])
def test_reads_slashes_in_the_order_of_the_issuer(*, day_first: bool, day: str) -> None:
    assert find_dates("08/09/2022", day_first=day_first)[0].iso == day


@pytest.mark.parametrize(
    ("printed", "instant"),
    [("2024-11-04T12:30:00+0100", True), ("2024-11-04", False), ("Wed, 03 Aug 2022 19:49:23 +0000", True)],
)
def test_knows_a_moment_from_a_day(printed: str, *, instant: bool) -> None:
    assert is_instant(printed) is instant


@given(st.dates(date(1950, 1, 1), date(2090, 12, 31)))
def test_what_is_printed_is_what_is_read(day: date) -> None:
    for form in ("%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%A, %d %b %Y"):
        printed = day.strftime(form)
        (found,) = find_dates(f"Tokyo, {printed}")
        assert found.day == day
        assert found.printed == printed or printed.endswith(found.printed)
