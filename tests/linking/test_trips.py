from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.linking.days import Days, days_of, edtf_of
from comity.linking.trips import trips
from comity.model import Kept
from linking.builders import entries, person, told

MORI = "Keiko Mori"
IN_INDIA = {"parties": ("JP", "IN"), "place_country": "IN"}

STATE_VISIT = (
    told("visit", "2031-04-09/2031-04-11", (MORI,), status="planned", issued="2031-04-07", release="r1", **IN_INDIA),
    told("visit", "2031-04-10", (MORI,), id="v2", issued="2031-04-10", release="r2", **IN_INDIA),
    told("ceremony", "2031-04-10", (MORI,), form="guard_of_honour", part_of="v2", release="r2", **IN_INDIA),
    told("ceremony", None, (MORI,), form="wreath_laying", part_of="v2", release="r2", **IN_INDIA),
    told("visit", "2031-04-10", (MORI,), place="Harbour Museum", part_of="v2", release="r2", **IN_INDIA),
    told(
        "talks", "2031-04-11", (MORI, "Arjun Mehra"), place="New Delhi", issued="2031-04-11", release="r3", **IN_INDIA
    ),
)


def test_a_state_visit_told_by_three_releases_is_one_trip() -> None:
    (trip,) = trips(entries(*STATE_VISIT))
    assert (trip.person, trip.visitor, trip.host) == (MORI, "JP", "IN")
    assert (trip.first, trip.last) == ("2031-04-09", "2031-04-11")
    assert trip.visit is not None
    assert len(trip.holds) == 5
    assert {held.reason for held in trip.holds} == {
        "the visit itself",
        "a release tells it as part of the visit",
        "Keiko Mori was there, in the country of the trip",
    }


def test_a_journey_to_two_countries_is_two_trips() -> None:
    journey = (
        told("visit", "2031-04-09/2031-04-10", (MORI,), parties=("JP", "IN"), place_country="IN"),
        told("visit", "2031-04-11/2031-04-12", (MORI,), parties=("JP", "LK"), place_country="LK"),
    )
    found = trips(entries(*journey))
    assert [(t.host, t.first, t.last) for t in found] == [
        ("IN", "2031-04-09", "2031-04-10"),
        ("LK", "2031-04-11", "2031-04-12"),
    ]
    assert all(len(t.holds) == 1 for t in found)


def test_talks_alone_show_that_a_person_was_there() -> None:
    (trip,) = trips(entries(told("talks", "2031-04-10", (MORI, "Arjun Mehra"), place_country="IN")))
    assert (trip.person, trip.host, trip.visit) == (MORI, "IN", None)
    assert trip.certainty < 0.7


def test_talks_in_a_third_country_are_a_trip_of_each_side() -> None:
    found = trips(entries(told("talks", "2031-04-10", (MORI, "Arjun Mehra"), place_country="SG")))
    assert [(t.visitor, t.host) for t in found] == [("IN", "SG"), ("JP", "SG")]


def test_the_head_of_a_delegation_has_the_trip_and_the_others_are_in_it() -> None:
    people = (person("Hana Sato", "JP", "senior_official"), MORI)
    (trip,) = trips(entries(told("visit", "2031-04-10", people, **IN_INDIA)))
    assert (trip.person, trip.company) == (MORI, ("Hana Sato",))


def test_two_who_come_on_the_same_days_apart_have_two_trips() -> None:
    found = trips(
        entries(
            told("visit", "2031-04-10", (MORI,), **IN_INDIA),
            told("visit", "2031-04-10", ("Taro Aoki",), release="r2", **IN_INDIA),
        )
    )
    assert [t.person for t in found] == [MORI, "Taro Aoki"]


def test_the_same_person_in_the_next_month_makes_another_trip() -> None:
    found = trips(
        entries(
            told("visit", "2031-04-10", (MORI,), **IN_INDIA),
            told("visit", "2031-05-10", (MORI,), release="r2", issued="2031-05-10", **IN_INDIA),
        )
    )
    assert [t.first for t in found] == ["2031-04-10", "2031-05-10"]


def test_a_month_stays_a_month() -> None:
    (trip,) = trips(entries(told("visit", "2031-07", (MORI,), **IN_INDIA)))
    assert (trip.first, trip.last) == ("2031-07", "2031-07")


def test_a_trip_without_a_date_has_none() -> None:
    (trip,) = trips(entries(told("visit", None, (MORI,), **IN_INDIA)))
    assert (trip.first, trip.last) == (None, None)


def test_what_nobody_is_named_for_is_held_where_one_trip_fits() -> None:
    visit = told("visit", "2031-04-09/2031-04-11", (MORI,), **IN_INDIA)
    address = told("ceremony", "2031-04-10", (), form="address", release="r2", **IN_INDIA)
    (trip,) = trips(entries(visit, address))
    assert [held.certainty for held in trip.holds if "on the days" in held.reason] == [0.7]


@pytest.mark.parametrize(
    "beside",
    [
        told("call", "2031-04-10", (MORI, "Arjun Mehra"), release="r2"),
        told("talks", "2031-04-10", ("Taro Aoki", "Kavita Rao"), release="r2", place_country="JP"),
        told(
            "visit", "2031-04-10", (MORI,), status="cancelled", release="r2", parties=("JP", "LK"), place_country="LK"
        ),
    ],
    ids=["a telephone call", "talks at home", "a cancelled visit"],
)
def test_what_is_no_part_of_a_trip(beside: Kept) -> None:
    found = trips(entries(told("visit", "2031-04-10", (MORI,), **IN_INDIA), beside))
    assert [len(t.holds) for t in found if t.host == "IN" and t.visitor == "JP"] == [1]
    assert not [t for t in found if t.host == "LK"]


def test_a_call_that_a_release_tells_as_part_of_the_visit_is_held() -> None:
    visit = told("visit", "2031-04-10", (MORI,), id="v1", **IN_INDIA)
    call = told("call", "2031-04-10", (MORI, "Kavita Rao"), part_of="v1")
    (trip,) = trips(entries(visit, call))
    assert len(trip.holds) == 2


@given(st.permutations(STATE_VISIT))
@settings(max_examples=30, deadline=None)
def test_trips_are_the_same_in_any_order(tellings: list[Kept]) -> None:
    assert trips(entries(*tellings)) == trips(entries(*STATE_VISIT))
    assert trips(entries(*tellings)[::-1]) == trips(entries(*STATE_VISIT))


@pytest.mark.parametrize(
    ("edtf", "first", "last", "grain"),
    [
        ("2031-04-10", "2031-04-10", "2031-04-10", "day"),
        ("2032-02", "2032-02-01", "2032-02-29", "month"),
        ("2031", "2031-01-01", "2031-12-31", "year"),
        ("2031-22", "2031-06-01", "2031-08-31", "season"),
        ("2031-24", "2031-12-01", "2032-02-29", "season"),
        ("2031-33", "2031-01-01", "2031-03-31", "season"),
        ("2031-04-10/2031-04-12", "2031-04-10", "2031-04-12", "day"),
        ("2031-04/2031-06-02", "2031-04-01", "2031-06-02", "month"),
        ("2031-04-10/..", "2031-04-10", "2031-04-19", "day"),
        ("../2031-04-10", "2031-04-01", "2031-04-10", "day"),
        ("2031-04~", "2031-04-01", "2031-04-30", "month"),
    ],
)
def test_days_of_edtf(edtf: str, first: str, last: str, grain: str) -> None:
    days = days_of(edtf)
    assert days is not None
    assert (edtf_of(days.first), edtf_of(days.last), days.grain) == (first, last, grain)


@pytest.mark.parametrize("edtf", [None, "", "soon", "2031-13", "2031-02-30", "../..", "2031-04-12/2031-04-10", "0000"])
def test_no_days(edtf: str | None) -> None:
    assert days_of(edtf) is None


def test_days_beside_each_other() -> None:
    assert Days(1, 3).gap(Days(3, 4)) == 0
    assert Days(1, 3).gap(Days(4, 4)) == Days(4, 4).gap(Days(1, 3)) == 1
    assert Days(2, 3).within(Days(1, 3))
