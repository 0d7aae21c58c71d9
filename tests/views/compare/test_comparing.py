"""What two accounts of one occasion are shown to tell differently, alone, and alike."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.model import Reading, Span
from comity.pipeline import Reader
from comity.views.compare.comparing import compare
from comity.views.compare.model import FIELDS, Comparison, Side, Words
from comity.views.compare.redline import redline
from comity.views.compare.saying import FIELD_NAMES
from comity.views.compare.told import Told, told_of_reading

Telling = Callable[..., Told]

DIFFERENT = [
    ("They held talks in Kochi on 3 May 2031.", "They held talks in Kochi on 4 May 2031.", "date", "on 3 May 2031"),
    ("The centre at Pune will open by 2032.", "The centre at Pune will open by 2033.", "due", "by 2032"),
    ("The staff talks will be held in Oslo.", "The staff talks will be held in Bergen.", "place", "in Oslo"),
    ("General Abel Tam attended the banquet.", "Ms. Ida Noor attended the banquet.", "participants",
     "General Abel Tam attended"),
    ("The forum will meet at ministerial level.", "The forum will meet at the level of directors.", "level",
     "at ministerial level"),
    ("The ministers signed the customs protocol.", "The ministers will sign the customs protocol.", "status", "signed"),
    ("The 3rd Harbour Security Dialogue was held.", "The fourth Harbour Security Dialogue was held.", "edition",
     "3rd Harbour Security Dialogue"),
    ("Kenya will train twelve divers.", "Kenya will train 20 divers.", "number", "twelve divers"),
    ("Japan will lend USD 20 million for ports.", "Japan will lend $25 million for ports.", "amount", "USD 20 million"),
    ("They agreed to open a lighthouse school.", "They concurred to open a lighthouse school.", "verb", "agreed"),
    ("They called for the release of the crew.", "They urged the release of the crew.", "verb", "called for"),
    ("Kenya will host the lighthouse school.", "India will host the lighthouse school.", "by", "Kenya will host"),
    ("They reviewed ties between India and Kenya.", "They reviewed ties between Kenya and India.", "order",
     "India and Kenya"),
    ("They signed a contract for harbour cranes.", "They signed a letter of intent for harbour cranes.", "name",
     "signed a contract"),
    ("They praised the strategic partnership of both navies.",
     "They praised the comprehensive partnership of both navies.", "label", "strategic partnership"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "field", "words"), DIFFERENT, ids=[f"{d[2]}: {d[3]}" for d in DIFFERENT])
def test_what_is_told_differently(telling: Telling, one: str, other: str, field: str, words: str) -> None:
    found = compare(telling(one), telling(other, account="KE")).differences
    assert [(d.field, d.a.quote) for d in found] == [(field, words)]


def test_every_field_is_tried_and_named() -> None:
    assert {d[2] for d in DIFFERENT} == set(FIELDS) == set(FIELD_NAMES)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("They met on 3 May 2031 in Kochi.", "They met on May 3, 2031 in Kochi."),
        ("They met in Kochi in May 2031.", "They met in Kochi on 3 May 2031."),  # told more coarsely
        ("They met today in Kochi.", "They met in Kochi on 3 May 2031."),  # a day that only the issue tells
        ("Kenya will train 12 divers.", "Kenya will train twelve divers."),
        ("Japan will lend USD 20 million for ports.", "Japan will lend $20 million for ports."),
        ("The 3rd Harbour Security Dialogue was held.", "The third Harbour Security Dialogue was held."),
        ("They emphasised the defence of harbours.", "They emphasized the defense of harbours."),
        ("The two Ministers agreed to open a school.", "Both Ministers agreed to open a school."),
        ("The forum will meet at ministerial level.", "The forum will meet at the level of ministers."),
        ("The harbour talks took place in Kochi.", "The harbour talks were held in Kochi."),
        ("They agreed to open a school in Kochi.", "They agreed to open a school."),  # one tells no place
    ],
)  # fmt: skip
def test_what_is_no_difference(telling: Telling, one: str, other: str) -> None:
    found = compare(telling(one), telling(other, account="KE"))
    assert (found.differences, found.only_a, found.only_b) == ((), (), ())
    assert len(found.shared) == 1


def test_what_one_alone_tells(telling: Telling) -> None:
    both = "The ministers agreed to open a lighthouse school."
    found = compare(telling(f"{both} India thanked Kenya for its pilots."), telling(both, account="KE"))
    assert [only.words.quote for only in found.only_a] == ["India thanked Kenya for its pilots"]
    assert found.only_b == ()


def test_an_act_within_a_long_sentence_is_compared_by_itself(telling: Telling) -> None:
    one = "They reviewed naval ties and agreed to open a lighthouse school."
    other = "They reviewed naval ties. They offered to open a lighthouse school."
    (found,) = compare(telling(one), telling(other, account="KE")).differences
    assert (found.field, found.in_a.quote) == ("verb", "agreed to open a lighthouse school")


def test_headings_and_frames_are_not_compared() -> None:
    text = "Ministry of Defence, Kenya\n\nTalks with India\n\nA Harbour For Two Navies\n\n"
    text += "India and Kenya agreed to open a school in Kochi.\n\nFor more information call us.\n"
    reading = next(Reader().read_bytes(text.encode(), "release.txt"))
    assert isinstance(reading, Reading)
    told = told_of_reading(reading)
    found = compare(told, told)
    assert [w.quote for s in found.shared for w in s.a] == ["India and Kenya agreed to open a school in Kochi"]
    assert all(w.claims for s in found.shared for w in s.a)


WORDS = st.sampled_from(
    ("The ministers", "They", "India", "Kenya", "agreed to", "offered to", "welcomed", "signed", "met in", "open",
     "a school", "two ships", "five ships", "in Oslo", "in Kochi", "on 3 May 2031", "on 4 May 2031", "and", "which",
     ";", "by 2032", "USD 5 million", "the third talks", "the 4th talks", ".")
)  # fmt: skip
PARAGRAPHS = st.lists(st.lists(WORDS, min_size=1, max_size=14).map(" ".join), min_size=1, max_size=4)


def told(paragraphs: list[str], account: str) -> Told:
    text = "\n\n".join(paragraphs)
    spans, at = [], 0
    for words in paragraphs:
        spans.append(Span(at, at + len(words)))
        at += len(words) + 2
    return Told(Side(account, "", (account,), "2031-05-05", None, "readout", None, text), tuple(spans))


def words_of(found: Comparison, side: str) -> list[Words]:
    shared = [w for s in found.shared for w in getattr(s, side)]
    only = [o.words for o in (found.only_a if side == "a" else found.only_b)]
    return [*shared, *only, *(getattr(d, s) for d in found.differences for s in (side, f"in_{side}"))]


@settings(max_examples=60, deadline=None)
@given(PARAGRAPHS, PARAGRAPHS)
def test_every_quote_stands_in_its_text_and_sides_can_be_changed(one: list[str], other: list[str]) -> None:
    a, b = told(one, "IN"), told(other, "KE")
    found = compare(a, b)
    for side, text in (("a", a.text), ("b", b.text)):
        assert all(text[w.start : w.end] == w.quote for w in words_of(found, side))
    assert compare(b, a) == found.mirrored()


@settings(max_examples=60, deadline=None)
@given(PARAGRAPHS)
def test_a_release_does_not_differ_from_itself(paragraphs: list[str]) -> None:
    a = told(paragraphs, "IN")
    found = compare(a, a)
    assert (found.differences, found.only_a, found.only_b) == ((), (), ())
    assert {(f.fate, f.moved) for f in redline(a, a).formulas} <= {("kept", False)}
