"""How old a relationship is said to be, and the year it began."""

from datetime import date

import pytest

from comity.reading.time import find_anniversaries, founded

ISSUED = date(2022, 9, 8)


@pytest.mark.parametrize(
    ("text", "years", "began"),
    [
        ("This year marks 70 years of diplomatic relations", 70, 1952),
        ("the 75th anniversary of independence", 75, 1947),
        ("the seventieth anniversary", 70, 1952),
        ("the one-year anniversary of AUKUS", 1, 2021),
        ("to mark one year of AUKUS", 1, 2021),
        ("they celebrated seven decades of friendship", 70, 1952),
        ("commemorating a century of ties", 100, 1922),
        ("the golden jubilee of the treaty", 50, 1972),
        ("complete 50 years of bilateral ties", 50, 1972),
        ("70 years of diplomatic relations", 70, 1952),
        ("In 2024 they will celebrate the 75th anniversary", 75, 1949),
        ("the thirtieth anniversary of relations next year", 30, 1993),
    ],
)
def test_ages_give_the_year_it_began(text: str, years: int, began: int) -> None:
    (anniversary,) = find_anniversaries(text)
    assert (anniversary.years, founded(anniversary, ISSUED)) == (years, began)


@pytest.mark.parametrize("text", ["over 70 years of friendship", "seven decades of friendship", "a century of ties"])
def test_loose_ages_give_no_year(text: str) -> None:
    (anniversary,) = find_anniversaries(text)
    assert anniversary.approximate
    assert founded(anniversary, ISSUED) is None


@pytest.mark.parametrize(
    "text",
    [
        "20 years of experience",
        "the 150th birth anniversary of a poet",
        "completing ten years of service",
        "ten years",
    ],
)
def test_other_years_are_no_anniversary(text: str) -> None:
    assert find_anniversaries(text) == []


def test_without_a_date_of_issue_only_a_printed_year_helps() -> None:
    (plain,) = find_anniversaries("the 75th anniversary")
    (dated,) = find_anniversaries("In 2024 they mark the 75th anniversary")
    assert founded(plain, None) is None
    assert founded(dated, None) == 1949
