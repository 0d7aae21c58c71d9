"""What a state says to its own people, and what only looks like a promise or a stance."""

from __future__ import annotations

import pytest

from builders import reading

TALKS = "Prime Minister Modi met Prime Minister Ishiba of Japan in Tokyo. "


@pytest.mark.parametrize(
    "sentence",
    [
        "He called on Congress and states to lower the tax on rice.",
        "He urged the officers to read the treaty with care.",
        "He urged the officers to read the treaty. He urged them to keep a record of it.",
        "He stressed the need for better roads for Indian exporters.",
        "They agreed on the importance of dialogue to bring peace.",
        "He noted that there would be rain in the evening.",
        "What they need to defend the river is time.",
        "We can continue to build on this.",
        "We reached a deal. It will make the roads safer.",
        "They discussed their shared commitment to free trade.",
    ],
)
def test_what_promises_and_urges_nothing(sentence: str) -> None:
    assert not reading(TALKS + sentence, "IN").commitments


@pytest.mark.parametrize(
    "sentence",
    [
        "The firms are at home in states that support piracy.",
        "They discussed their shared commitment to free trade.",
        "He was happy to see you again.",
        "He will celebrate the growth of trade.",
    ],
)
def test_what_is_no_stance(sentence: str) -> None:
    assert not reading(TALKS + sentence, "IN").positions


@pytest.mark.parametrize(
    ("sentence", "by", "force"),
    [
        ("India called on Japan to open the strait.", ("IN",), "urged"),
        ("India expects Japan to open the strait.", ("IN",), "urged"),
        ("India reiterated its call for the release of the crew by Kenya.", ("IN",), "urged"),
        ("Though Kenya is small, it will send ten ships to Japan.", ("KE",), "committed"),
    ],
)
def test_what_is_urged_or_promised(sentence: str, by: tuple[str, ...], force: str) -> None:
    (told,) = reading(TALKS + sentence, "IN").commitments
    assert (told.by, told.force) == (by, force)


def test_a_row_of_leaders_met_together() -> None:
    row = "President Macron of France, Chancellor Scholz of Germany and Prime Minister Starmer of the United Kingdom"
    (met,) = reading(f"{row} met in Berlin.", "FR").engagements
    assert met.parties == ("FR", "DE", "GB")


def test_a_speaker_whose_name_is_printed_twice() -> None:
    told = [
        ("body", "Vladimir Putin: We agreed to open a hotline with Argentina."),
        ("body", "President of Argentina Mauricio Macri Macri MauricioPresident of Argentina (retranslated): Yes."),
        ("body", "We will build a plant with Russia."),
    ]
    assert [c.by for c in reading(told, "RU").commitments] == [("RU",), ("AR",)]


HOME = [
    ("title", "The Ministry opens a market for coconut growers"),
    (
        "body",
        "The market was opened today. The growers were glad. It has forty stalls. The roof is new. Prices are low.",
    ),
    (
        "body",
        "Rain fell in the east. The road was mended. A bank gave loans. The gates are wide. Lamps were lit at night.",
    ),
    ("body", "Carts came in rows. Bands played until noon. A visitor came from Kenya. The fair in Kenya has no roof."),
    ("body", "Nuts grow in Kenya too."),
]
ABROAD = [("title", "India and Kenya open a market"), *HOME[1:]]


@pytest.mark.parametrize(
    "told",
    [
        "India aims to double its stalls by 2030.",
        "We must make all efforts to keep the roof whole.",
        "India welcomes the new stalls.",
        "We agreed to open the market on Sundays.",
    ],
)
def test_what_a_state_says_of_itself_where_others_are_named_in_passing(told: str) -> None:
    read = reading([*HOME, ("body", told)], "IN")
    assert not [*read.commitments, *read.positions]
    read = reading([*ABROAD, ("body", told)], "IN")
    assert read.commitments or read.positions


@pytest.mark.parametrize(
    "told",
    [
        "India aims to double its trade with partners by 2030.",
        "India condemns the attack on growers in Kenya.",
        "India and Kenya agreed to open a market.",
    ],
)
def test_what_reaches_out_is_told_there_too(told: str) -> None:
    read = reading([*HOME, ("body", told)], "IN")
    assert read.commitments or read.positions


def test_who_is_named_in_passing_does_not_meet() -> None:
    assert not reading([*HOME, ("body", "The Minister paid tribute to the fallen.")], "IN").engagements
    assert not reading([*HOME, ("body", "The Conference of Coconut Growers was held on Monday.")], "IN").engagements


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ("The Minister addressed the Coconut Leaders Forum today.", 0),
        ("The Minister addressed the International Coconut Forum today.", 1),
    ],
)
def test_a_conference_among_ones_own(told: str, count: int) -> None:
    assert len(reading([*HOME, ("body", told)], "IN").engagements) == count


def test_tribute_in_words_is_no_ceremony() -> None:
    assert not reading("Kenya is our friend. Today, we pay tribute to the soldiers of Kenya.", "IN").engagements
    (laid,) = reading("Minister Duale of Kenya paid tribute at the National War Memorial.", "IN").engagements
    assert laid.kind == "ceremony"


def test_what_is_said_to_ones_own_people() -> None:
    told = "Kenya is a friend. I want to thank you for everything that you have built."
    title = ("title", "Secretary Blinken speaks to the staff of the Embassy in Kenya")
    assert not reading([title, ("body", told)], "US", genre="transcript").positions
