from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pypdfium2
import pytest
from pypdfium2 import raw

from comity.errors import PaperError
from comity.views.paper.citing import clean
from comity.views.paper.layout import blocks, resting
from comity.views.paper.model import Cell, Picture, Said, Section, Table
from comity.views.paper.numbering import number
from comity.views.paper.pdf import render
from paper_builders import HOSTILE, LONG_WORD, NAMES, full_page, note, paper

# Right-to-left text is found in the order in which it is drawn, and letters that are drawn as one in many orders:
# what is asked of them is that their characters are there.
LOOSE = ("arabic", "hebrew", "devanagari", "bengali", "tamil", "thai")


def opened(made: bytes) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(made)


@pytest.fixture(scope="module")
def document() -> Iterator[pypdfium2.PdfDocument]:
    with opened(render(paper())) as document:
        yield document


def squashed(text: str) -> str:
    """Without white space and places to break; PDFium has a sign of its own for a hyphen at the end of a line."""
    return re.sub(r"[\s\u200b]", "", re.sub("[\ufffe\u0002]", "-", text))


def words(document: pypdfium2.PdfDocument) -> str:
    return squashed("".join(page.get_textpage().get_text_range() for page in document))


@pytest.fixture(scope="module")
def text(document: pypdfium2.PdfDocument) -> str:
    return words(document)


def loose(said: str) -> bool:
    return any(NAMES[name] in said for name in LOOSE)


def test_every_sentence_and_cell_has_its_marks(text: str) -> None:
    numbering = number(paper())
    for block in blocks(paper()):
        for said in resting(block):
            if not loose(said.text):
                assert squashed(clean(said.text)) + ",".join(map(str, numbering.marks(said))) in text


def test_every_note_has_its_quote_and_claim(text: str) -> None:
    for n, told in enumerate(number(paper()).notes, 1):
        assert f"claim{told.claim}" in text
        if told.quote and not loose(told.quote):
            assert f"{n}“{squashed(clean(told.quote))}”" in text


@pytest.mark.parametrize("name", LOOSE)
def test_letters_of_every_script_can_be_copied(text: str, name: str) -> None:
    assert set(NAMES[name].replace(" ", "")) <= set(text)


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_words_are_words(text: str, kind: str) -> None:
    assert squashed(clean(HOSTILE[kind])) in text


@pytest.mark.parametrize(("size", "points"), [("A4", (595, 842)), ("Letter", (612, 792))])
def test_nothing_stands_outside_the_margins(size: str, points: tuple[int, int]) -> None:
    with opened(render(paper(), size=size)) as made:  # type: ignore[arg-type]
        for page in made:
            assert tuple(map(round, page.get_size())) == points
            assert _outside(page) == []


@pytest.mark.parametrize("columns", [1, 3, 12])
@pytest.mark.parametrize(
    "word", [LONG_WORD, NAMES["devanagari"].replace(" ", "") * 20, "https://example.org/" + "a/" * 90]
)
def test_long_words_stay_in_their_columns(columns: int, word: str) -> None:
    table = Table(tuple(f"{i}" for i in range(columns)), (tuple(Cell(word) for _ in range(columns)),))
    said = Said(word, (note("c", word, title=word, url=word),))
    made = replace(paper(), title=word, annex=(Section(word, ((said,),), table),))
    with opened(render(made)) as document:
        assert [_outside(page) for page in document] == [[]] * len(document)


def _outside(page: pypdfium2.PdfPage) -> list[str]:
    """Characters that stand nearer to the sides of the sheet than the margin of 17 mm."""
    told, width = page.get_textpage(), page.get_width()
    margin = 17 / 25.4 * 72 - 6  # what is drawn of an accent may lean out
    boxes = ((told.get_text_range(i, 1), told.get_charbox(i)) for i in range(told.count_chars()))
    return [
        c
        for c, (left, _, right, _) in boxes
        if c.strip() and right > left and (left < margin or right > width - margin)
    ]


def test_metadata_outline_and_tags(document: pypdfium2.PdfDocument) -> None:
    told = document.get_metadata_dict()
    assert told["Title"] == "Kenya and Tanzania: the state of play"
    assert (told["Author"], told["Subject"]) == ("Comity 0.0.0", "Before the talks of July 2031")
    assert told["CreationDate"].startswith("D:20310701")
    outline = [(mark.level, mark.get_title()) for mark in document.get_toc()]
    assert outline == [
        (0, "Since the last talks"), (0, "Who speaks"), (0, "Annex"), (1, "Hostile words"),
        (1, "Meetings"), (2, "Within"), (0, "Notes"),
    ]  # fmt: skip
    assert raw.FPDFCatalog_IsTagged(document)


def test_it_says_that_it_is_accessible() -> None:
    assert b"pdfuaid:part" in render(paper())


def test_notes_link_to_the_releases() -> None:
    made = render(paper())
    for told in number(paper()).notes:
        assert not told.url or told.url.encode() in made


def test_marks_lead_to_notes_and_notes_to_their_first_mark(document: pypdfium2.PdfDocument) -> None:
    numbering = number(paper())
    marks = sum(len(numbering.marks(said)) for block in blocks(paper()) for said in resting(block))
    last, ways = len(document) - 1, Counter[tuple[bool, bool]]()
    for i, page in enumerate(document):
        ways.update((i == last, goal == last) for goal in _goals(document, page))
    assert ways[False, True] == marks
    assert ways[True, False] == len(numbering.notes)


def _goals(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> Iterator[int]:
    """The pages to which the links on a page lead; addresses on the web are left out."""
    at, link = ctypes.c_int(0), raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page, at, link):
        goal = raw.FPDFLink_GetDest(document, link)
        if goal:
            yield raw.FPDFDest_GetDestPageIndex(document, goal)


def test_the_head_is_title_coverage_subtitle(text: str) -> None:
    head = [paper().title, paper().coverage.text, paper().subtitle or "", "Since the last talks"]
    assert text.startswith(squashed("".join(head)))


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_a_page_of_essentials_is_one_page_and_the_annex_begins_on_the_next(size: str) -> None:
    with opened(render(full_page(), size=size)) as made:  # type: ignore[arg-type]
        lines = [page.get_textpage().get_text_range().splitlines() for page in made]
    assert [i for i, page in enumerate(lines, 1) if "Annex" in page] == [2]
    assert lines[1][0] == "Annex"


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert render(paper()) == render(paper())


def test_a_letter_without_a_glyph_costs_the_claim_and_not_the_paper() -> None:
    made = render(replace(paper(), title="A face 😀", essentials=(), annex=(), picture=None))
    assert b"pdfuaid:part" not in made
    with opened(made) as document:
        assert "Aface" in words(document)


@pytest.mark.parametrize("language", ["pt-BR", "zh-Hant-TW", "", "no language", "🙂"])
def test_any_word_for_the_language_is_taken(language: str) -> None:
    assert render(replace(paper(), language=language)).startswith(b"%PDF-")


@pytest.mark.parametrize("svg", ["", "no picture", "<svg xmlns='http://www.w3.org/2000/svg'>"])
def test_a_picture_that_is_none_is_refused(svg: str) -> None:
    with pytest.raises(PaperError):
        render(replace(paper(), picture=Picture("A", svg, b"")))


def test_a_paper_without_notes_or_sections_is_printed() -> None:
    with opened(render(replace(paper(), essentials=(), annex=(), picture=None, subtitle=None, made_by=""))) as document:
        assert len(document) == 1
