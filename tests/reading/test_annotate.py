"""A release with its sentences and mentions; its main parties are the issuer's and the other most named."""

# ruff: noqa: E501 - an example reads best on one line
from __future__ import annotations

import pytest

from builders import Told, annotated


@pytest.mark.parametrize(
    ("told", "issuer", "co", "parties"),
    [
        ("India and Japan met. Australia was told.", "IN", (), ("IN", "JP")),
        ("Japan met Kenya. Kenya agreed. Kenyan ships left.", "JP", (), ("JP", "KE")),
        ("Nothing foreign is told here.", "IN", (), ("IN",)),
        ("Australia, Japan and the United States met.", "AU", ("JP", "US"), ("AU", "JP", "US")),
        ("Kenya met Japan. Kenya agreed.", None, (), ("KE", "JP")),
        ([("title", "Talks with Kenya"), ("body", "Words."), ("body", "Words."), ("body", "Words."), ("body", "Japan. Japan.")], "IN", (), ("IN", "KE")),
        ([("furniture", "Japan Japan Japan Japan"), ("body", "Kenya came.")], "IN", (), ("IN", "KE")),
        ("The brigade trained near the border with Nepal. Dredges were found on the border with Nepal.", "IN", (), ("IN",)),
        ("PNG for all. The PNG scheme opens. Homes get Piped Natural Gas (PNG).", "IN", (), ("IN",)),
        ("BRICS met. The BRICS chair spoke. BRICS youth came. A BRICS text was read. The theme is Building for Resilience, Innovation, Cooperation and Sustainability (BRICS).", "IN", (), ("IN", "BRICS")),
        ("General Ivo Sampaio de Lima took over. General Ivo Sampaio de Lima thanked his staff.", "BR", (), ("BR",)),
    ],
)  # fmt: skip
def test_main_parties(told: Told, issuer: str | None, co: tuple[str, ...], parties: tuple[str, ...]) -> None:
    assert annotated(told, issuer, co=co).parties == parties


def test_sentences_keep_their_place_and_their_part() -> None:
    source = annotated(
        [
            ("masthead", "Ministry of Defence. New Delhi."),
            ("title", "Talks in Tokyo"),
            ("body", "1. The sides met. They agreed."),
            ("item", "(a) to train pilots"),
            ("sign_off", "NKR. Ruhi."),
        ]
    )
    assert [(s.role, s.text) for s in source.sentences] == [
        ("title", "Talks in Tokyo"),
        ("body", "The sides met."),
        ("body", "They agreed."),
        ("item", "to train pilots"),
    ]
    assert [s.index for s in source.sentences] == [0, 1, 2, 3]
    assert all(source.release.text[s.start : s.end] == s.text for s in source.sentences)


def test_mentions_stand_where_they_say() -> None:
    text = "Talks were held. Raksha Mantri Shri Rajnath Singh visited Tokyo, Japan, on 5 May 2024 with INS Tabar."
    source = annotated(text)
    sentence = source.sentences[1]
    (person,) = sentence.people
    assert source.release.text[person.start : person.end] == "Raksha Mantri Shri Rajnath Singh"
    assert [sentence.text[h.start : h.end] for h in sentence.hits] == [h.printed for h in sentence.hits]
    assert [sentence.text[d.start : d.end] for d in sentence.dates] == [d.printed for d in sentence.dates]
    assert len(sentence.dates) == 1
    assert [sentence.text[v.start : v.end] for v in sentence.vessels] == ["INS Tabar"]


@pytest.mark.parametrize(("issued", "day"), [("2024-08-20", "2024-08-20"), ("2024-08", None), ("2024-08-20/..", None)])
def test_only_a_day_counts_as_the_day_of_issue(issued: str, day: str | None) -> None:
    told = annotated("India and Japan met.", issued=issued).issued
    assert (told.isoformat() if told else None) == day
