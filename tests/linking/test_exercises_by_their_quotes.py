"""Exercises whose name the reader took in part, or not at all; and those that their quotes must not bring together."""

from __future__ import annotations

import pytest

from comity.linking.exercises import EXERCISES
from comity.linking.quoted_names import quoted_names
from comity.linking.series import longer_name
from linking.tables import shown_by
from linking.tellings import exercise as told

INDIA, JAPAN = ("IN", "ID"), ("IN", "JP")
DAYS = "2031-05-02/2031-05-09"

ONE = [
    (
        "a known series of which the reader took the first word",
        [
            told("Garuda", DAYS, parties=INDIA, quote="the joint exercise 'Garuda-Shakti XVI/2031' was closed"),
            told("GARUDA SHAKTI", "2031-05-03", parties=INDIA, quote="bound for GARUDA SHAKTI"),
        ],
    ),
    (
        "a series that no list knows, of which the reader took the first word",
        [
            told("Fjord", "2031-05-03", quote="Exercise Fjord Lantern began"),
            told("Fjord Lantern", DAYS, quote="Exercise Fjord Lantern ended"),
        ],
    ),
    (
        "the last word",
        [
            told("Lantern", "2031-05-03", quote="the exercise Fjord-Lantern began"),
            told("Fjord Lantern", DAYS),
        ],
    ),
    (
        "a name that the reader did not take, by its number",
        [
            told(None, "2031-08-14", edition=2, quote="opened the second Fjord-Lantern joint exercise"),
            told("Fjord Lantern", "2031-06-09", edition=2, status="planned", issued="2031-05-30"),
        ],
    ),
    (
        "a name that the reader did not take, by its days, one side left out",
        [
            told(None, "2031-05-02", parties=("KE", "NO"), quote="the naval exercise “Fjord Lantern” began"),
            told("Fjord Lantern 31", DAYS, parties=("KE", "NO", "CL")),
        ],
    ),
    (
        "neither has a name, both quotes have",
        [
            told(None, edition=2, quote="the second Fjord-Lantern drill"),
            told(None, edition=2, quote="Exercise Fjord Lantern II", issued="2031-07-02"),
        ],
    ),
    (
        "a known name with its words written as one",
        [
            told("VeerGuardian 31", "2031-02-03/2031-02-14", parties=JAPAN, domain="air"),
            told("Veer Guardian", "2031-02-03/2031-02-14", parties=JAPAN, domain="air", edition=8),
        ],
    ),
    (
        "two sides that count otherwise",
        [
            told("Fjord Lantern 2031", "2031-05-09", edition=14, by="KE"),
            told("Fjord Lantern", "2031-05-02/..", edition=13, by="NO", status="ongoing"),
        ],
    ),
]

TWO = [
    (
        "two known series of one first word",
        [
            told("Garuda", DAYS, parties=INDIA, quote="Exercise Garuda-Shakti ended"),
            told("Garuda", DAYS, parties=("FR", "IN"), quote="Exercise Garuda ended"),
        ],
    ),
    (
        "a longer known name of other parties",
        [
            told("Garuda", DAYS, parties=("FR", "IN"), quote="after the sea Garuda ended"),
            told("Sea Garuda", DAYS, parties=("ID", "TH")),
        ],
    ),
    (
        "both names in one quote",
        [
            told("Garuda", DAYS, parties=("FR", "IN"), quote="Garuda and Garuda Shakti both ended"),
            told("Garuda Shakti", DAYS, parties=INDIA),
        ],
    ),
    (
        "a longer name, and another of the same first word",
        [
            told("Fjord", DAYS, quote="Exercise Fjord Lantern"),
            told("Fjord Hammer", DAYS, quote="Exercise Fjord Hammer"),
        ],
    ),
    (
        "a longer name, other parties",
        [
            told("Fjord", DAYS, quote="Exercise Fjord Lantern"),
            told("Fjord Lantern", DAYS, parties=("CL", "PE")),
        ],
    ),
    (
        "a longer name, another year",
        [
            told("Fjord", "2030-05-02", quote="Exercise Fjord Lantern", issued="2030-05-02"),
            told("Fjord Lantern", DAYS),
        ],
    ),
    (
        "a name in the quote, another number",
        [
            told(None, "2030-08-14", edition=2, quote="the second Fjord-Lantern joint exercise"),
            told("Fjord Lantern", "2031-06-09", edition=3),
        ],
    ),
    (
        "a name in the quote, other days",
        [
            told(None, "2031-06-14", quote="a drill followed the Fjord Lantern exercise"),
            told("Fjord Lantern", DAYS),
        ],
    ),
    (
        "a name in the quote, without number or days",
        [told(None, "2031", quote="the Fjord Lantern exercise"), told("Fjord Lantern", DAYS)],
    ),
    (
        "two names in the quote",
        [
            told(None, edition=2, quote="after the Fjord Lantern exercise came the Polar Baobab drill"),
            told("Fjord Lantern", edition=2),
        ],
    ),
    (
        "a name in the quote that is no exercise's",
        [
            told(None, "2031-06-14", edition=2, quote="an exercise off the port of Fjord Lantern"),
            told("Fjord Lantern", DAYS, edition=2),
        ],
    ),
    (
        "the name of a service and no more",
        [
            told(None, edition=2, quote="the second Kenyan Navy exercise"),
            told(None, edition=2, quote="the second Norwegian Navy exercise"),
        ],
    ),
    (
        "numbers that follow on each other, by the same side",
        [
            told("Fjord Lantern", "2031-05-02/2031-05-04", edition=13, by="KE"),
            told("Fjord Lantern", "2031-05-06/2031-05-09", edition=14, by="KE"),
        ],
    ),
    (
        "numbers that follow on each other, months apart",
        [
            told("Fjord Lantern", "2031-05-02", edition=13, by="KE"),
            told("Fjord Lantern", "2031-06-02", edition=14, by="NO"),
        ],
    ),
    (
        "one number by two counts, a year apart",
        [
            told("Fjord Lantern", "2031-05-02/2031-05-09", edition=14, by="KE"),
            told("Fjord Lantern", "2032-05-02/2032-05-09", edition=14, by="NO", issued="2032-05-10"),
        ],
    ),
    (
        "two sides that count otherwise, over two years",
        [
            told("Fjord Lantern", "2031-05-02/2031-05-09", edition=14, by="KE"),
            told("Fjord Lantern", "2031-05-02/2031-05-09", edition=13, by="NO"),
            told("Fjord Lantern", "2032-05-02/2032-05-09", edition=14, by="NO", issued="2032-05-10"),
        ],
    ),
    (
        "numbers that are more than one apart",
        [
            told("Fjord Lantern", "2031-05-02", edition=12, by="KE"),
            told("Fjord Lantern", "2031-05-02", edition=14, by="NO"),
        ],
    ),
    (
        "numbers that follow on each other, of a whole year",
        [
            told("Fjord Lantern", "2031", edition=13, by="KE"),
            told("Fjord Lantern", "2031", edition=14, by="NO"),
        ],
    ),
    (
        "numbers that follow on each other, without a day",
        [
            told("Fjord Lantern", edition=13, by="KE"),
            told("Fjord Lantern", edition=14, by="NO"),
        ],
    ),
    (
        "short names, written as one and apart",
        [told("SeaBond", DAYS, issued="2031-05-09"), told("Sea Bondage", DAYS)],
    ),
]


test_these_tell_of_one_holding, test_these_tell_of_two_holdings, test_the_order_of_arrival_does_not_matter = shown_by(
    ONE, TWO, EXERCISES
)


@pytest.mark.parametrize(
    ("name", "quote", "called"),
    [
        (None, "opened the second Fjord-Lantern joint exercise", {"fjordlantern"}),
        (None, "Exercise “Fjord Lantern IX” began", {"fjordlantern"}),
        (None, "the Kenyan Navy held an exercise", set()),
        (None, "Fjord Lantern, a port, saw the joint exercise", set()),
        (None, "the Fjord Lantern and Polar Baobab exercises", set()),
        ("Fjord", "Exercise Fjord Lantern 31", {"fjordlantern"}),
        ("Lantern", "the Polar Fjord-Lantern drill", {"polarfjordlantern"}),
        ("Fjord Lantern", "Exercise Fjord Lantern began", set()),
        ("Fjord Lantern", "the Polar Command's Fjord Lantern", set()),
        ("Fjord Lantern", "the Norwegian Navy at Fjord Lantern", set()),
    ],
)
def test_a_quote_tells_what_an_exercise_is_called(name: str | None, quote: str, called: set[str]) -> None:
    assert quoted_names(name, quote) == called


def test_a_known_series_is_named_in_full_wherever_it_stands() -> None:
    parties = frozenset(INDIA)
    assert longer_name("Garuda", "the exercise 'Garuda-Shakti IX/2031'", parties) == "Garuda Shakti"
    assert longer_name("Garuda", "Garuda, and then Garuda Shakti", parties) is None
    assert longer_name("Garuda", "the exercise 'Garuda-Shakti IX/2031'", frozenset({"FR", "IN"})) is None
