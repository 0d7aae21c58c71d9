"""One thing told twice in a release is one claim, with all its quotes; two things are two."""

# ruff: noqa: E501 - an example reads best on one line
from __future__ import annotations

import pytest

from builders import Told, claims, reading

TALKS = "Defence Minister Rajnath Singh of India held talks with Defence Minister Minoru Kihara of Japan in Tokyo on 20 August 2024."


@pytest.mark.parametrize(
    "told",
    [
        pytest.param([("body", TALKS), ("body", TALKS)], id="the same words twice"),
        pytest.param(
            [("title", "India and Japan hold defence talks in Tokyo"), ("body", TALKS)], id="headline and body"
        ),
        pytest.param(
            [
                ("body", TALKS),
                ("caption", "Defence Minister Rajnath Singh holds talks with Defence Minister Minoru Kihara in Tokyo"),
            ],
            id="body and caption",
        ),
        pytest.param(
            [("body", TALKS), ("body", "The talks between Mr Rajnath Singh and Mr Minoru Kihara lasted two hours.")],
            id="named again",
        ),
        pytest.param(
            [
                ("body", "Exercise Malabar between India and Japan will be held off Goa in October 2024."),
                ("body", "Malabar will bring together ships of India and Japan."),
            ],
            id="an exercise",
        ),
        pytest.param(
            [
                ("body", "India and Japan signed a Memorandum of Understanding on shipbuilding on 5 August 2024."),
                ("body", "The Memorandum of Understanding on shipbuilding was signed by India and Japan."),
            ],
            id="a step of an agreement",
        ),
        pytest.param([("body", "India and Japan agreed to open a hotline.")] * 2, id="a commitment"),
        pytest.param(
            [
                ("body", "India and Japan are bound by a Strategic Partnership."),
                ("body", "The Strategic Partnership between India and Japan grows."),
            ],
            id="a label",
        ),
    ],
)
def test_told_twice_is_one_claim(told: Told) -> None:
    assert len(claims(told)) == 1


def test_the_claim_keeps_the_quote_of_every_telling() -> None:
    (talks,) = claims([("title", "India and Japan hold defence talks in Tokyo"), ("body", TALKS), ("body", TALKS)])
    assert len(talks.evidence) == 3
    assert talks.evidence[0].start > 0


@pytest.mark.parametrize(
    ("told", "count"),
    [
        (f"{TALKS} He met Foreign Minister Yoko Kamikawa of Japan in Tokyo on 20 August 2024.", 2),
        (f"{TALKS} They will meet in New Delhi on 5 May 2025.", 2),
        ("India and Japan agreed to open a hotline and to train pilots.", 2),
        ("India and Japan held Exercise Malabar in 2022. India and Japan held Exercise JIMEX in 2023.", 2),
        ("India signed an Agreement on Trade with Japan. India signed an Agreement on Crime with Kenya.", 2),
    ],
)
def test_two_things_are_two_claims(told: str, count: int) -> None:
    assert len(claims(told)) == count


def test_claims_stand_in_the_order_of_the_text_and_have_different_ids() -> None:
    told = reading(
        f"{TALKS} They agreed to open a hotline. They agreed to train pilots. They welcomed the growth of trade."
    )
    for row in (told.engagements, told.commitments, told.positions):
        assert [c.evidence[0].start for c in row] == sorted(c.evidence[0].start for c in row)
    ids = [c.id for c in told.claims()]
    assert len(ids) == len(set(ids)) == 4
