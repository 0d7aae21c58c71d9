"""One verb over a row of deeds: each is a commitment, wherever the parser hung it."""

from __future__ import annotations

import pytest

from builders import reading

TALKS = "The Ministers of India and Japan met on 19 August 2024. "


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        (
            "They agreed to: (a) hold a drill every year; (b) open a hotline; and (c) conclude talks on radars.",
            ["hold a drill every year", "open a hotline", "conclude talks on radars"],
        ),
        (
            "They concurred in (i) widening radar talks, (ii) sending crews to Kochi, and (iii) building ten ships.",
            ["widening radar talks", "sending crews to Kochi", "building ten ships"],
        ),
        (
            "They agreed on launching a committee on ships that meets twice a year, and on sending crews to Kochi.",
            ["launching a committee on ships that meets twice a year", "sending crews to Kochi"],
        ),
        (
            "They agreed that both navies would hold drills, that a team would be formed, and that crews would train.",
            [
                "that both navies would hold drills",
                "that a team would be formed",
                "that crews would train",
            ],
        ),
        (
            "They agreed that the two navies should share charts and hold a drill every year.",
            ["that the two navies should share charts", "hold a drill every year"],
        ),
        (
            "We look forward to working with Japan to fight piracy, strengthen human rights, and support fishermen.",
            ["working with Japan to fight piracy", "strengthen human rights", "support fishermen"],
        ),
        (
            "India called on Japan to honour its word, to remove its nets, and to mark the shoals.",
            ["honour its word", "remove its nets", "mark the shoals"],
        ),
    ],
)
def test_each_deed_of_a_row_is_a_commitment(text: str, deeds: list[str]) -> None:
    assert sorted(c.action for c in reading(TALKS + text).commitments) == sorted(deeds)


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        (
            "India and Japan agreed to open a hotline, reaffirming their friendship.",
            ["open a hotline"],
        ),
        (
            "India and Japan agreed to open a hotline, paving the way for a joint fund.",
            ["open a hotline"],
        ),
    ],
)
def test_what_only_follows_is_no_deed_of_the_row(text: str, deeds: list[str]) -> None:
    assert [c.action.split(",")[0] for c in reading(TALKS + text).commitments] == deeds
