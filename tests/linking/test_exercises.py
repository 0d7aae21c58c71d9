"""Tellings of exercises: what is one holding, what is one series, and the calendar of a series."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.linking.editions import calendar
from comity.linking.exercises import EXERCISES
from comity.linking.grouping import group
from comity.linking.holdings import holding_of
from comity.model import Entry, Kept
from linking.tellings import exercise as told
from linking.tellings import things


def one_thing(*tellings: Kept) -> bool:
    return len(things(tellings, EXERCISES)) == 1


@pytest.mark.parametrize(
    ("name", "series"),
    [
        ("JAIMEX", "JIMEX"),
        ("Exercise JIMEX 24", "JIMEX"),
        ("JIMEX24", "JIMEX"),
        ("Ex ‘Dharma-Guardian’ (sea phase)", "Dharma Guardian"),
        ("DHARMA GUARDIAN VI", "Dharma Guardian"),
        ("6th edition of Dharma Guardian", "Dharma Guardian"),
        ("Dharma Gaurdian", "Dharma Guardian"),
        ("Dharma Shield", "dharma shield"),
        ("MILAN 2024", "MILAN"),
        ("Malabar", "Malabar"),
        ("Surya Kiran-XVIII", "Surya Kiran"),
        ("Fjord Lantern 2031-32", "fjord lantern"),
        ("Exercise 'Fjord Lantern' 31/2", "fjord lantern"),
        ("passing exercise", None),
        ("Joint Passing Exercise (PASSEX)", None),
        (None, None),
    ],
)
def test_a_series_is_known_by_its_name_without_numbers_and_phases(name: str | None, series: str | None) -> None:
    found = holding_of(told(name, parties=("IN", "JP"))).series
    assert (found.name if found else None) == series


SAME = [
    (
        "a plan and the holding",
        told("Fjord Lantern", "2031-05-02/2031-05-09", status="planned"),
        told("Fjord Lantern", "../2031-05-09"),
    ),
    ("a number in words and in Roman", told("Fjord Lantern IV"), told("Fjord Lantern", edition=4)),
    (
        "phases days apart",
        told("Fjord Lantern", "2031-05-02/2031-05-05"),
        told("Fjord Lantern", "2031-05-20/2031-05-24"),
    ),
    ("a year and days in it", told("Fjord Lantern 2031"), told("Fjord Lantern", "2031-05-02/2031-05-09")),
    (
        "dates that were moved",
        told("Fjord Lantern", "2031-04", edition=4, status="postponed"),
        told("Fjord Lantern", "2031-09", edition=4),
    ),
    ("held lately, without a day", told("Fjord Lantern"), told("Fjord Lantern", "2031-05-02/2031-05-09")),
    ("some of many parties", told("Fjord Lantern 2031", parties=("KE", "NO", "CL")), told("Fjord Lantern 2031")),
    (
        "a plan and the holding, undated",
        told("Fjord Lantern", status="planned", issued="2031-05-20"),
        told("Fjord Lantern"),
    ),
    ("unnamed, on the same days", told(None, "2031-05-02"), told(None, "2031-05-01/2031-05-03", status="planned")),
    (
        "a series to be kept up",
        told("JIMEX", status="continuing"),
        told("JAIMEX", status="continuing", issued="2035-01-01"),
    ),
    (
        "a misspelt name",
        told("Dharma Gaurdian 2031", parties=("IN", "JP")),
        told("Dharma Guardian", "2031-03", parties=("IN", "JP")),
    ),
]


@pytest.mark.parametrize(("a", "b"), [(a, b) for _, a, b in SAME], ids=[name for name, _, _ in SAME])
def test_these_tell_of_one_holding(a: Kept, b: Kept) -> None:
    assert one_thing(a, b)


APART = [
    ("two numbers", told("Fjord Lantern", edition=4), told("Fjord Lantern", edition=5)),
    ("two numbers in one year", told("Fjord Lantern", "2031", edition=4), told("Fjord Lantern", "2031", edition=5)),
    ("two years", told("Fjord Lantern 2030"), told("Fjord Lantern 2031")),
    ("one in spring, one in autumn", told("Fjord Lantern", "2031-03"), told("Fjord Lantern", "2031-10")),
    ("two in a year by their numbers", told("Fjord Lantern 2031-1"), told("Fjord Lantern 2031-2")),
    (
        "the next one, when this one closes",
        told("Fjord Lantern", "../2031-06-14"),
        told("Fjord Lantern", status="planned"),
    ),
    (
        "a holding and a later plan, undated",
        told("Fjord Lantern", issued="2031-05-20"),
        told("Fjord Lantern", status="planned"),
    ),
    ("near names", told("Malabar", "2031-05"), told("MILAN", "2031-05")),
    ("names that share a word", told("Dharma Guardian 2031"), told("Dharma Shield 2031")),
    ("one name, other parties", told("Fjord Lantern 2031"), told("Fjord Lantern 2031", parties=("CL", "PE"))),
    ("a series and a holding", told("JIMEX", status="continuing"), told("JIMEX", "2031-05")),
    ("unnamed, without a day", told(None, "2031-05", edition=1), told(None, "2031-09", edition=1)),
    ("unnamed, other parties", told(None, "2031-05-02"), told(None, "2031-05-02", parties=("KE", "SE"))),
    ("unnamed, on land and at sea", told(None, "2031-05-02"), told(None, "2031-05-02", domain="land")),
    ("unnamed, a passing exercise and another", told(None, "2031-05-02"), told(None, "2031-05-02", format=("passex",))),
    ("without any date", told("Fjord Lantern", issued=None), told("Fjord Lantern", issued=None)),
]


@pytest.mark.parametrize(("a", "b"), [(a, b) for _, a, b in APART], ids=[name for name, _, _ in APART])
def test_these_tell_of_two(a: Kept, b: Kept) -> None:
    assert not one_thing(a, b)


def test_one_telling_that_gives_both_joins_number_and_year() -> None:
    number, year = told("Fjord Lantern", edition=4, issued=None), told("Fjord Lantern 2031", issued=None)
    assert not one_thing(number, year)
    assert one_thing(number, year, told("Fjord Lantern 2031", edition=4))


def test_a_misspelling_is_told_as_the_reason() -> None:
    tellings = [told("Dharma Gaurdian 2031", parties=("IN", "JP")), told("Dharma Guardian 2031", parties=("IN", "JP"))]
    (found,) = group(tellings, EXERCISES)
    assert "'Dharma Gaurdian 2031' is a misspelling" in found.ties[0].reason


def test_a_number_after_a_name_is_a_year_only_near_the_day_of_issue() -> None:
    fifteenth = told("Fjord Lantern 15", "2015", issued="2031-06-15")
    assert one_thing(fifteenth, told("Fjord Lantern", "2031-07", edition=15))


def test_the_calendar_of_a_series() -> None:
    tellings = [
        told("Fjord Lantern", "2031-05-02/2031-05-09", status="planned", edition=4, place="Mombasa"),
        told("Fjord Lantern", "../2031-05-09", edition=4),
        told("Fjord Lantern 2030", issued="2030-06-01"),
        told("Fjord Lantern", "2032", status="planned", edition=5),
        told("Fjord Lantern", status="continuing"),
    ]
    entries = [Entry(found.members[0].id, "exercise", found.members) for found in group(tellings, EXERCISES)]
    rows = [(e.series, e.number, e.year, e.date, e.place, e.status) for e in calendar(entries)]
    assert rows == [
        ("fjord lantern", None, 2030, "2030", None, "held"),
        ("fjord lantern", 4, 2031, "2031-05-02/2031-05-09", "Mombasa", "held"),
        ("fjord lantern", 5, 2032, "2032", None, "planned"),
    ]


POOL = [one for _, a, b in (*SAME, *APART) for one in (a, b)]


@settings(max_examples=60, deadline=None)
@given(st.permutations(POOL))
def test_the_order_of_arrival_does_not_matter(tellings: list[Kept]) -> None:
    assert things(tellings, EXERCISES) == things(POOL, EXERCISES)


@given(st.integers(2, 40))
def test_a_series_costs_a_new_holding_no_more_the_longer_it_is(years: int) -> None:
    tellings = [
        told("Fjord Lantern", f"{1980 + n}-05", edition=n + 1, issued=f"{1980 + n}-06-01") for n in range(years)
    ]
    shared = [set(EXERCISES.keys(a)) & set(EXERCISES.keys(b)) for a in tellings for b in tellings if a is not b]
    assert not any(shared)
