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
