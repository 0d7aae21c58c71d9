"""Fiscal years by the calendars of states, and the months and years that a stretch of days touches."""

from __future__ import annotations

import pytest

from comity.lexicon.load import HERE
from comity.lexicon.tables import table
from comity.linking.days import days_of
from comity.linking.stretches import fiscal_year, months, precise, year, years


@pytest.mark.parametrize(
    ("text", "states", "edtf"),
    [
        ("by the end of fiscal year 2031", ["JP"], "2031-04-01/2032-03-31"),
        ("in FY2031", ["US"], "2030-10-01/2031-09-30"),
        ("in Financial Year 2031-32", ["IN"], "2031-04-01/2032-03-31"),
        ("in FY 2031/2032", ["KE"], "2031-07-01/2032-06-30"),
        ("in fiscal year 2031", ["KE"], "2030-07-01/2032-06-30"),
        ("in fiscal year 2031", ["NO"], "2031-01-01/2031-12-31"),
        ("in fiscal year 2031", ["JP", "US"], "2030-10-01/2032-03-31"),
        ("in fiscal year 2031", [], "2031-01-01/2031-12-31"),
    ],
)
def test_a_fiscal_year_is_that_of_the_states(text: str, states: list[str], edtf: str) -> None:
    found, told = fiscal_year(text, states), days_of(edtf)
    assert found
    assert told
    assert (found.first, found.last) == (told.first, told.last)


@pytest.mark.parametrize("text", ["in 2031", "this fiscal year", "the fiscal year of 3 months"])
def test_no_fiscal_year_is_told(text: str) -> None:
    assert fiscal_year(text, ["JP"]) is None


def test_the_months_and_years_of_a_stretch() -> None:
    days = days_of("2031-12-30/2032-01-02")
    assert days
    assert months(days) == ("2031-12", "2032-01")
    assert list(years(days)) == [2031, 2032]
    assert precise(days)
    assert not precise(year(2031))


def test_states_with_a_fiscal_year_of_their_own_are_states() -> None:
    states = {row["code"] for row in table(HERE / "data", "states")}
    held = list(table(HERE / "data", "fiscal_years"))
    assert {row["code"] for row in held} <= states
    assert {row["named_by"] for row in held} <= {"begin", "end", ""}


def test_only_a_word_with_a_sense_has_another_that_it_is_taken_for() -> None:
    held = list(table(HERE / "data", "name_words"))
    assert [row for row in held if (row["kind"] == "sense") != bool(row["means"])] == []
    # A sense has no sense of its own, or the order of the rows would tell.
    taken = {row["word"] for row in held if row["kind"] == "sense"}
    assert sorted(taken & {row["means"] for row in held}) == []
