"""Blocks are cut into sentences where one ends, and not at abbreviations, initials and numbers."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.model import Span
from comity.reading.sentences import split


@pytest.mark.parametrize(
    "sentences",
    [
        ["The Ministers met in Tokyo.", "They signed a memorandum."],
        ["Mr. Singh met Dr. S. Jaishankar and Gen. A. K. Rao."],
        ["Shri. Rajnath Singh met Lt. Gen. Upendra Dwivedi.", "Later he left."],
        ["President Joseph R. Biden, Jr. spoke with the Emir."],
        ["He met President Joseph R. Biden, Jr.", "The two agreed to meet again."],
        ["The U.S. Secretary of State arrived."],
        ["They thanked the U.S.", "The sides then agreed on a plan."],
        ["The treaty of Jan. 5 covers Art. 3 and No. 7."],
        ["Is this a beginning?", "It is!", "We agree."],
        ["“We agree.”", "He then left."],
        ["They agreed (see below.)", "Both sides left."],
        ["He said: “We will help.”", "The Minister agreed."],
        ["1. The sides met in Suva."],
        ["They saw INS Tabar.", "22 ships sailed."],
        ["The pact grew by 3.5 percent to $1.2 billion."],
        ["Talks were held at 10.30 a.m. on Monday."],
        ["They signed three texts.", "‘Garuda Shakti’ will follow."],
        ["भारत और जापान ने वार्ता की।", "वे सहमत हुए।"],
        ["No end at all"],
    ],
)
@pytest.mark.parametrize("gap", [" ", "\n", "  \n "])
def test_where_sentences_end(sentences: list[str], gap: str) -> None:
    text = gap.join(sentences)
    assert [text[s.start : s.end] for s in split(text, Span(0, len(text)))] == sentences


def test_only_the_block_is_cut_and_offsets_are_those_of_the_text() -> None:
    text = "A title. Here. | First one. Second one. | Tail. End."
    block = Span(text.index("First"), text.index(" | Tail"))
    assert [(s.start, text[s.start : s.end]) for s in split(text, block)] == [
        (17, "First one."), (28, "Second one."),
    ]  # fmt: skip


@given(st.text(alphabet="Ab. \n?”(1)—é", max_size=60))
def test_nothing_but_white_space_is_lost(text: str) -> None:
    spans = list(split(text, Span(0, len(text))))
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    kept = "".join(text[s.start : s.end] for s in spans)
    assert "".join(kept.split()) == "".join(text.split())
    assert all(text[s.start : s.end].strip() == text[s.start : s.end] != "" for s in spans)
