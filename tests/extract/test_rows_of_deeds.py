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


@pytest.mark.parametrize(
    ("text", "deed", "by", "force"),
    [
        ("India is going to deliver four boats to Japan.", "deliver four boats to Japan", ("IN",), "committed"),
        ("Each will post an officer in Kochi.", "post an officer in Kochi", ("IN", "JP"), "committed"),
        ("Neither will charge a fee in Kochi.", "Neither will charge a fee in Kochi", ("IN", "JP"), "committed"),
        ("India has undertaken to Japan to finish the wharf.", "finish the wharf", ("IN",), "committed"),
        ("India hopes that Japan will ratify the pact.", "that Japan will ratify the pact", ("IN",), "urged"),
        ("India urged both warring parties to let aid through.", "let aid through", ("IN",), "urged"),
    ],
)
def test_whose_deed_it_is(text: str, deed: str, by: tuple[str, ...], force: str) -> None:
    told = [c for c in reading(TALKS + text).commitments if c.action == deed]
    assert [(c.by, c.force) for c in told] == [(by, force)]


def test_a_long_paper_on_a_home_scheme_promises_others_only_what_names_them() -> None:
    home = "India aims to double its output of ships by 2030. " * 3 + "The yards have grown since 2014. " * 120
    abroad = "Kenya, Japan and France also build ships. "
    assert reading(home + abroad, name="scheme").commitments == ()
    assert [c.action for c in reading(home + "India will train ten shipwrights of Kenya. ").commitments] == [
        "train ten shipwrights of Kenya"
    ]
