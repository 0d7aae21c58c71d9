"""Word files of papers, opened and printed by LibreOffice."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

import pypdfium2
import pytest

from comity.views.paper.citing import clean
from comity.views.paper.docx import render
from comity.views.paper.layout import blocks, resting
from comity.views.paper.numbering import number
from comity.views.paper.sizes import SIZES, Size
from paper_builders import LONG_WORD, NAMES, full_page, paper

# What is set from right to left, joined, or in another font than the rest of its line is not found again letter by
# letter in the order in which it is read.
STRICT = ("latin", "vietnamese", "cyrillic", "greek", "japanese", "chinese", "taiwanese", "korean")
LOOSE = tuple(name for name in NAMES if name not in STRICT)
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two papers as LibreOffice prints them, on both sheets."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    assert office, "no LibreOffice is installed"
    folder = tmp_path_factory.mktemp("office")
    (folder / "fonts.conf").write_text(
        FONTS.format(fonts=Path(str(files("comity.views.paper"))) / "fonts", cache=folder / "cache")
    )
    for size in SIZES:
        (folder / f"{size}.docx").write_bytes(render(paper(), size=size))
        (folder / f"full-{size}.docx").write_bytes(render(full_page(), size=size))
    subprocess.run(
        [office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf",
         "--outdir", str(folder), *map(str, sorted(folder.glob("*.docx")))],
        env=os.environ | {"FONTCONFIG_FILE": str(folder / "fonts.conf")}, check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    return folder


@pytest.fixture(scope="module")
def printed(folder: Path) -> Iterator[dict[Size, pypdfium2.PdfDocument]]:
    documents: dict[Size, pypdfium2.PdfDocument] = {
        size: pypdfium2.PdfDocument(folder / f"{size}.pdf") for size in SIZES
    }
    yield documents
    for document in documents.values():
        document.close()


@pytest.fixture
def words(printed: dict[Size, pypdfium2.PdfDocument]) -> Callable[[Size], str]:
    return lambda size: squashed("".join(page.get_textpage().get_text_range() for page in printed[size]))


def squashed(text: str) -> str:
    return re.sub(r"[\s\u200b]", "", re.sub("[\ufffe\u0002]", "-", text))


def loose(text: str) -> bool:
    return any(NAMES[name] in text for name in LOOSE)


@pytest.mark.parametrize("size", SIZES)
def test_every_sentence_has_its_marks_and_every_note_its_quote(words: Callable[[Size], str], size: Size) -> None:
    told, numbering = words(size), number(paper())
    for block in blocks(paper()):
        for said in resting(block):
            if not loose(said.text):
                assert squashed(clean(said.text)) + ",".join(map(str, numbering.marks(said))) in told
    for n, note in enumerate(numbering.notes, 1):
        if note.quote and not loose(note.quote):
            assert f"{n}“{squashed(clean(note.quote))}”—" in told


@pytest.mark.parametrize("size", SIZES)
def test_a_page_of_essentials_is_one_page_and_the_annex_begins_on_the_next(folder: Path, size: Size) -> None:
    with pypdfium2.PdfDocument(folder / f"full-{size}.pdf") as document:
        lines = [page.get_textpage().get_text_range().splitlines() for page in document]
    assert [i for i, page in enumerate(lines, 1) if "Annex" in page] == [2]


@pytest.mark.parametrize(("size", "points"), [("A4", (595, 842)), ("Letter", (612, 792))])
def test_it_is_printed_on_the_sheet_and_within_it(
    printed: dict[Size, pypdfium2.PdfDocument], size: Size, points: tuple[int, int]
) -> None:
    for page in _before_the_notes(printed[size]):
        assert all(abs(a - b) <= 1 for a, b in zip(page.get_size(), points, strict=True))
        told = page.get_textpage()
        sides = [told.get_charbox(i) for i in range(told.count_chars()) if told.get_text_range(i, 1).strip()]
        assert max(right for _, _, right, _ in sides) <= points[0] - 45
        assert min(left for left, *_ in sides) >= 45


def _before_the_notes(document: pypdfium2.PdfDocument) -> list[pypdfium2.PdfPage]:
    """The pages up to the one that is headed "Notes": LibreOffice sets end notes on a sheet of its own, always A4."""
    pages: list[pypdfium2.PdfPage] = []
    for page in document:
        pages.append(page)
        if "How to read this paper" in page.get_textpage().get_text_range():
            break
    return pages


@pytest.mark.parametrize("name", LOOSE)
def test_letters_of_every_script_are_there(words: Callable[[Size], str], name: str) -> None:
    assert set(NAMES[name].replace(" ", "")) <= set(words("A4"))


def test_long_words_are_whole(words: Callable[[Size], str]) -> None:
    assert words("A4").count(LONG_WORD) == 2


def test_headings_are_an_outline_of_the_document(printed: dict[Size, pypdfium2.PdfDocument]) -> None:
    assert printed["A4"].get_metadata_dict()["Title"] == "Kenya and Tanzania: the state of play"
