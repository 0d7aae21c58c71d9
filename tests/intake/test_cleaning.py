"""Markup, broken lines and unseen characters are resolved to what a reader would read."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.intake.assembly import assembled
from comity.intake.cleaning import markdown_pieces, plain_pieces
from comity.intake.traced import Traced
from comity.model import Text


def markdown(text: str) -> list[str]:
    return [piece.text.text for piece in markdown_pieces(Traced.whole(text))]


def roles(text: str) -> list[tuple[str, str]]:
    return [(piece.role, piece.text.text) for piece in markdown_pieces(Traced.whole(text))]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("the 2<sup>nd</sup> Dialogue", "the 2nd Dialogue"),
        ("**bold**, *slanted*, ***both***", "bold, slanted, both"),
        ("__bold__ and _slanted_ but snake_case_name", "bold and slanted but snake_case_name"),
        ("the *Title *and the rest", "the Title and the rest"),
        ("5 * 3 is a product", "5 * 3 is a product"),
        (r"\[Signed\] 1\. May \*\*\*", "[Signed] 1. May ***"),
        (r"\*\*\*\*\*", "*****"),
        ("******", "******"),
        (r"\###", "###"),
        ("Tom &amp; Jerry&nbsp;&ndash; &#8377;5", "Tom & Jerry – ₹5"),
        ('see [the *page*](https://example.org/a_(b) "x") now', "see the page now"),
        ("see <https://example.org> now", "see https://example.org now"),
        ("![a picture](x.png)The text", "The text"),
        ("before<!-- hidden -->after", "beforeafter"),
        ("<u>under</u> <span style='x'>span</span>", "under span"),
        ("a < b and c > d", "a < b and c > d"),
        ("two  \t spaces\u00a0here", "two spaces here"),
        ("zero\u200bwidth\ufeff and s\u00adoft", "zerowidth and soft"),
        ("bell\x07 and null\x00", "bell and null"),
        ("Cafe\u0301", "Café"),
        ("‘हर काम देश के नाम’", "‘हर काम देश के नाम’"),
        ("क्\u200dष stays joined", "क्\u200dष stays joined"),
        ("write to @CPR_VP or a_b@example.org", "write to @CPR_VP or a_b@example.org"),
        ("\udc80half", "half"),
    ],
)
def test_markup_is_resolved(written: str, read: str) -> None:
    assert markdown(written) == [read]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("one\n\ntwo", ["one", "two"]),
        ("One.  \n\u00a0  \nTwo.", ["One.", "Two."]),
        ("One.\r\nTwo.", ["One.", "Two."]),
        (
            "call at Ponta Example, on\n16 Aug 2026\n, as part",
            ["call at Ponta Example, on 16 Aug 2026, as part"],
        ),
        ("First aim<br/><br/>Second aim", ["First aim", "Second aim"]),
        ("<p>One</p><p>Two</p>", ["One", "Two"]),
        ("one\n\n---\n\ntwo", ["one", "two"]),
        ("**DEFENCE WING  \nGOVERNMENT OF EXAMPLIA**", ["DEFENCE WING", "GOVERNMENT OF EXAMPLIA"]),
        ("a [long\nlink](https://example.org/)", ["a long link"]),
    ],
)
def test_lines_become_blocks(written: str, read: list[str]) -> None:
    assert markdown(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("# Talks ##\nText", [("heading", "Talks"), ("body", "Text")]),
        ("Talks\n=====\n\nText", [("heading", "Talks"), ("body", "Text")]),
        (
            "They met.\n\n**2. Talks on fish**\n\nText",
            [("body", "They met."), ("heading", "2. Talks on fish"), ("body", "Text")],
        ),
        ("**Ministers meet**\n\nText", [("body", "Ministers meet"), ("body", "Text")]),
        ("They met.\n\n**They will meet again.**", [("body", "They met."), ("body", "They will meet again.")]),
        ("-   one\n    more of it\n-   two", [("item", "one more of it"), ("item", "two")]),
        ("* one\n\n* two", [("item", "one"), ("item", "two")]),
        ("□ one\n\n□ two", [("item", "one"), ("item", "two")]),
        ("•one\n•two", [("item", "one"), ("item", "two")]),
        ("1. one\n2. two", [("item", "1. one"), ("item", "2. two")]),
        ("> quoted", [("body", "quoted")]),
        ("#HarGhar is a tag", [("body", "#HarGhar is a tag")]),
        ("2026 was a year", [("body", "2026 was a year")]),
    ],
)
def test_headings_and_items_are_told(written: str, read: list[tuple[str, str]]) -> None:
    assert roles(written) == read


def test_plain_text_keeps_its_stars_and_entities() -> None:
    pieces = plain_pieces(Traced.whole("a **b** &amp; c_d_ [e](f)\n\n• item"))
    assert [(p.role, p.text.text) for p in pieces] == [
        ("body", "a **b** &amp; c_d_ [e](f)"),
        ("item", "item"),
    ]


def test_lines_of_a_letterhead_follow_closely() -> None:
    pieces = markdown_pieces(Traced.whole("**WING  \nEXAMPLIA**\n\nThe talks were held."))
    assert assembled(pieces, where="x").text == "WING\nEXAMPLIA\n\nThe talks were held."


def test_title_and_subtitles_are_marked_where_they_stand() -> None:
    pieces = markdown_pieces(Traced.whole("Office\n\nTALKS HELD\n\nBoth agree\n\nText."))
    text = assembled(pieces, where="x", title=Traced.whole("Talks held"), subtitle=Traced.whole("<br/>Both agree"))
    assert [b.role for b in text.blocks] == ["body", "title", "subtitle", "body"]
    assert text.text.startswith("Office")


def test_title_and_subtitles_that_are_missing_are_put_first() -> None:
    pieces = markdown_pieces(Traced.whole("Text."))
    text = assembled(pieces, where="x", title=Traced.whole("Talks"), subtitle=Traced.whole("One<br/><br/>Two"))
    assert text.text == "Talks\n\nOne\n\nTwo\n\nText."
    assert text.metadata["subtitle"] == "One\nTwo"


WRITTEN = st.text(
    alphabet=st.one_of(
        st.sampled_from(list("ab Z.,:*_#-\\[]()<>&;`'\"|1\n\n")),
        st.sampled_from(["\u0301", "é", "\u200b", "\u00a0", "क", "\u093c", "\u1100", "\u1161", "\ufb1d", "\U0001f600"]),
        st.characters(),
    ),
    max_size=120,
)


def cleaned(text: str) -> Text | None:
    pieces = markdown_pieces(Traced.whole(text))
    if not any(char.isalnum() for piece in pieces for char in piece.text.text):
        return None
    return assembled(pieces, where="x")


@given(WRITTEN)
def test_text_is_composed_and_its_blocks_lie_in_order(written: str) -> None:
    text = cleaned(written)
    if text is None:
        return
    assert unicodedata.is_normalized("NFC", text.text)
    end = 0
    for block in text.blocks:
        assert end <= block.start < block.end <= len(text.text)
        assert text.text[block.start : block.end].strip() == text.text[block.start : block.end]
        end = block.end


@given(WRITTEN)
def test_places_lead_back_in_order_and_into_the_original(written: str) -> None:
    text = cleaned(written)
    if text is None:
        return
    for block in text.blocks:
        places = [text.origin.original(i) for i in range(block.start, block.end)]
        assert places == sorted(places)
        assert all(0 <= place < len(written) for place in places)


@given(st.lists(st.text(alphabet="abcXYZ ,", max_size=30), max_size=8))
def test_plain_letters_lead_to_themselves(lines: list[str]) -> None:
    written = "\n\n".join(lines)
    text = cleaned(written)
    if text is None:
        return
    for block in text.blocks:
        for place in range(block.start, block.end):
            assert written[text.origin.original(place)] == text.text[place]


@pytest.mark.parametrize(
    "unit",
    [
        "word ",
        "*a ",
        "[a](",
        "![",
        "<!--",
        "\\u2019",
        "_a_ ",
        "](",
        "&amp;",
        "<p ",
        "e\u0301",
        "**",
        "`",
        "> ",
    ],
)
def test_a_long_line_takes_no_quadratic_time(unit: str) -> None:
    began = time.process_time()
    markdown_pieces(Traced.whole("word " + unit * 3_000))
    short = time.process_time() - began
    began = time.process_time()
    markdown_pieces(Traced.whole("word " + unit * 24_000))
    assert time.process_time() - began < 20 * short + 0.5
