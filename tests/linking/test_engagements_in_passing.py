"""Engagements that releases tell in passing: with a day, place or name that was read from beside them."""

from __future__ import annotations

import pytest

from comity.linking.engagements import ENGAGEMENTS
from comity.linking.grouping import group
from comity.model import Kept, When
from linking.builders import person, together, told

QUAD = ("AU", "IN", "JP", "US")


def relative(edtf: str, printed: str) -> When:
    return When(edtf, "day", "relative", printed)


SAME = {
    "a bare month that was read into the year before": (
        told("summit", "2031-06", series="NATO Summit", parties=("NATO", "US"), issued="2031-04-20"),
        told(
            "summit",
            parties=("NATO", "US"),
            series="NATO Summit",
            when=relative("2030-06", "June"),
            wording="We will settle it at the NATO Summit in June",
            issued="2031-04-20",
            release="r2",
        ),
    ),
    "a weekday that was read into the week before": (
        told(people=("Keiko Mori", "Arjun Mehra"), date="2031-04-16", issued="2031-04-16"),
        told(
            people=("Keiko Mori", "Arjun Mehra"),
            when=relative("2031-04-09", "Wednesday"),
            wording="Mori is going to meet Mehra on Wednesday",
            issued="2031-04-13",
            release="r2",
        ),
    ),
    "a small body and its members": (
        told(parties=("QUAD", "US"), name="meeting of the Quad", place="Kochi", place_country="IN"),
        told(parties=QUAD, place="Kochi", place_country="IN", release="r2"),
    ),
    "a meeting of a small body of which two are told": (
        told(parties=QUAD, place="Kochi", place_country="IN"),
        told(parties=("IN", "US"), wording="a Quad leaders' meeting here in Kochi", place="Kochi", release="r2"),
    ),
    "a summit that is called by its place": (
        told("summit", parties=QUAD, name="Kochi Summit", place="Kochi", place_country="IN"),
        told(parties=QUAD, place="Kochi", place_country="IN", release="r2"),
    ),
    "a forum by its body's full name": (
        told("summit", name="OIC summit", parties=("OIC", "IN")),
        told("summit", name="summit of the Organisation of Islamic Cooperation", parties=("OIC", "IN"), release="r2"),
    ),
    "a host that the words do not name": (
        told("visit", people=("Keiko Mori",), place_country="IN", wording="as Mori was in India", at=(0, 20)),
        told(
            "visit",
            people=("Keiko Mori",),
            parties=("JP", "KE"),
            place_country="KE",
            wording="as Mori was in India",
            at=(0, 20),
        ),
    ),
    "a week of the next thing in the list": (
        told("visit", "2031-05-20/2031-05-24", ("Keiko Mori",), place_country="IN", issued="2031-05-20"),
        told(
            "visit",
            people=("Keiko Mori",),
            place_country="IN",
            when=relative("2031-06-02/2031-06-08", "last week"),
            wording="her travel to India, the summit of the coast, and her hosting of the fair last week",
            issued="2031-06-10",
            release="r2",
        ),
    ),
    "a short name in one release": (
        told("summit", "2031-04", name="Harbour Leaders Summit on Reefs", parties=("IN", "US")),
        told("summit", "2031-04", name="Leaders Summit", parties=("IN", "JP")),
    ),
    "those who host a named meeting together": (
        told(
            "conference",
            name="Harbour Forum",
            people=("Keiko Mori",),
            wording="Mori joins Mehra in co-hosting the Harbour Forum",
            at=(0, 48),
        ),
        told(
            people=("Keiko Mori", "Arjun Mehra"),
            wording="Mori joins Mehra in co-hosting the Harbour Forum",
            at=(0, 48),
        ),
    ),
    "one who travels with another": (
        told("visit", people=("Keiko Mori",), place_country="IN"),
        told("visit", people=("Hana Sato",), place_country="IN", wording="Sato travels with Mori"),
    ),
    "heads at a summit, each told of one": (
        told("summit", people=(person("Ila Sen", "IN", "head_of_government"),), place="Goa", place_country="IN"),
        told(
            people=(person("Ila Sen", "IN", "head_of_government"), person("Jun Abe", "JP", "head_of_state")),
            level="head_of_state",
            place="Goa",
            place_country="IN",
            release="r2",
        ),
    ),
}

APART = {
    "a month with its year in the words": (
        told("summit", "2032-05", series="NATO Summit", parties=("NATO", "US"), issued="2032-04-26"),
        told(
            "summit",
            parties=("NATO", "US"),
            series="NATO Summit",
            when=relative("2031-05", "May"),
            wording="at the NATO Summit in May 2031",
            issued="2032-04-26",
            release="r2",
        ),
    ),
    "ministers beside a summit": (
        told("summit", series="East Asia Summit", parties=("EAS", "US")),
        told(
            "conference", series="East Asia Summit", name="East Asia Summit Economic Ministers' Meeting", release="r2"
        ),
    ),
    "two hosts in one list": (
        told("visit", people=("Keiko Mori",), place_country="IN", wording="Mori is in India, Kenya", at=(0, 23)),
        told(
            "visit",
            people=("Keiko Mori",),
            parties=("JP", "MN"),
            place_country="MN",
            wording="Mori is in India, Kenya",
            at=(0, 23),
        ),
    ),
    "working groups of three": (
        told("dialogue", parties=("AU", "GB", "US"), name="Steering Group for Reefs"),
        told("dialogue", parties=("AU", "GB", "US"), name="Steering Group for Harbours", release="r2"),
    ),
}


@pytest.mark.parametrize("pair", SAME.values(), ids=SAME.keys())
def test_one_engagement(pair: tuple[Kept, Kept]) -> None:
    assert together(*pair)
    assert together(*reversed(pair))


@pytest.mark.parametrize("pair", APART.values(), ids=APART.keys())
def test_two_engagements(pair: tuple[Kept, Kept]) -> None:
    assert not together(*pair)


def test_one_misread_day_does_not_keep_it_from_what_all_others_tell() -> None:
    fields = {"series": "Summit of the Americas", "parties": ("US", "CO"), "place": "Quito", "place_country": "EC"}
    firm = [told("summit", "2031-06-06/2031-06-10", release=f"r{n}", issued="2031-06-06", **fields) for n in range(5)]
    firm += [told("summit", f"2031-06-0{n}", release=f"s{n}", issued="2031-06-06", **fields) for n in range(6, 10)]
    late = told("summit", None, status="planned", issued="2031-06-22", release="r9", **fields)
    assert together(*firm, late)


def test_a_day_of_the_talk_about_it_is_not_its_own() -> None:
    fields = {"series": "NATO Summit", "parties": ("NATO", "US")}
    ahead = told("summit", "2031-06-01", wording="They spoke to prepare the NATO Summit", issued="2031-06-01", **fields)
    held = told("summit", "2031-06-20", issued="2031-06-20", release="r2", **fields)
    assert len(group((ahead, held), ENGAGEMENTS)) == 1
