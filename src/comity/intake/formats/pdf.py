"""PDF: the text layer, with pages, broken words joined and running heads taken away."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2

from comity.errors import InputError, NoText, RefusedInput, UnknownFormat
from comity.intake.assembly import assembled
from comity.intake.cleaning import plain_pieces
from comity.intake.traced import Edit, Traced
from comity.model import Capture, Text

__all__ = ["read"]

_MOST_PAGES = 2_000
_EDGE_LINES = 3
_PAGE_NUMBER = re.compile(
    r"\s*(?:[-–—\[(]?\s*(?:page|seite|p\.)?\s*\d{1,4}\s*(?:(?:of|/)\s*\d{1,4})?\s*[-–—\])]?)\s*$",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_BROKEN = re.compile(r"(\w+)(?:(?:-|\u00ad)[ \t]*\n+[ \t]*|[\ufffe\x02]\n*)(\w+)")
_HYPHENED = re.compile(r"\w+-\w+")


@dataclass(slots=True)
class _Line:
    """A printed line: its words, its edges on the page in points, and whether it belongs to the text."""

    words: str
    left: float
    right: float
    top: float
    bottom: float
    kept: bool = True

    @property
    def height(self) -> float:
        return max(self.top - self.bottom, 1.0)


def read(capture: Capture) -> Iterator[Text | InputError]:
    """The one text of a PDF; `pages` holds where each page begins.

    The original that places lead to is the text layer: all kept lines, a newline after each line, a blank
    line between paragraphs and pages. A head or foot that repeats is kept where it first stands.

    Raises:
        NoText: it has no text layer (a scan).
        RefusedInput: it asks for a password, or has more than 2,000 pages.
        UnknownFormat: it is damaged.
    """
    pages = _pages(capture)
    _drop_running(pages)
    starts: list[int] = []
    parts: list[str] = []
    length = 0
    for page in pages:
        starts.append(length)
        layer = _laid_out([line for line in page if line.kept])
        parts.append(layer)
        length += len(layer)
    text = Traced.whole("".join(parts))
    if not text.text.strip():
        raise NoText(
            "its pages hold pictures and no text (a scan)",
            where=capture.source,
            then="run text recognition (OCR) on it first",
        )
    whole = text.edited(_mended(text.text))
    yield assembled(plain_pieces(whole), where=capture.source, page_starts=starts)


def _pages(capture: Capture) -> list[list[_Line]]:
    try:
        document = pypdfium2.PdfDocument(capture.content)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise RefusedInput("it asks for a password", where=capture.source, then="save it without one") from error
        raise UnknownFormat(f"the PDF is damaged: {error}", where=capture.source) from error
    try:
        if len(document) > _MOST_PAGES:
            raise RefusedInput(f"it has more than {_MOST_PAGES:,} pages", where=capture.source, then="split it")
        return [_lines(document, index) for index in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise UnknownFormat(f"a page of the PDF is damaged: {error}", where=capture.source) from error
    finally:
        document.close()


def _lines(document: pypdfium2.PdfDocument, index: int) -> list[_Line]:
    page = document[index]
    layer = page.get_textpage()
    try:
        found: list[_Line] = []
        text = layer.get_text_range()
        place = 0
        for words in re.split(r"\r\n|\r|\n", text):
            if words.strip():
                found.append(_line(layer, words, place, len(text)))
            place += len(words) + 2
        return found
    finally:
        layer.close()
        page.close()


def _line(layer: pypdfium2.PdfTextPage, words: str, place: int, total: int) -> _Line:
    first = place + len(words) - len(words.lstrip())
    last = min(place + len(words.rstrip()) - 1, total - 1)
    left, bottom, _, top = layer.get_charbox(first)
    _, low, right, high = layer.get_charbox(last)
    return _Line(words.rstrip(), left, right, max(top, high), min(bottom, low))


def _drop_running(pages: Sequence[Sequence[_Line]]) -> None:
    """Page numbers go; heads and feet that stand on most pages stay once."""
    edges = [[*page[:_EDGE_LINES], *page[max(_EDGE_LINES, len(page) - _EDGE_LINES) :]] for page in pages]
    seen = Counter(key for edge in edges for key in {_key(line) for line in edge})
    repeated = {key for key, count in seen.items() if count > 1 and count >= 0.5 * len(pages)}
    first: set[str] = set()
    for edge in edges:
        for line in edge:
            key = _key(line)
            alone = bool(_PAGE_NUMBER.match(line.words)) and line in (edge[0], edge[-1])
            line.kept = not alone and not (key in repeated and key in first)
            first.add(key)


def _key(line: _Line) -> str:
    return _DIGITS.sub("0", "".join(line.words.split()).casefold())


def _laid_out(lines: Sequence[_Line]) -> str:
    """The lines of a page with a blank line where the print shows a new paragraph."""
    if not lines:
        return ""
    parts: list[str] = []
    right = max(line.right for line in lines)
    left = min(line.left for line in lines)
    gaps = sorted(a.bottom - b.top for a, b in pairwise(lines) if a.bottom > b.top)
    usual = gaps[len(gaps) // 3] if gaps else 0.0
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        parts.append(line.words)
        new = following is not None and _new_paragraph(line, following, usual, left, right)
        parts.append("\n\n" if new else "\n")
    return "".join(parts)


def _new_paragraph(line: _Line, following: _Line, usual: float, left: float, right: float) -> bool:
    gap = line.bottom - following.top
    if gap > usual + 0.45 * line.height or abs(line.height - following.height) > 0.35 * line.height > 2:
        return True
    indented = following.left - line.left > 0.8 * line.height and line.left - left < 0.5 * line.height
    short = line.right < right - 0.12 * (right - left)
    return (indented or short) and line.words.endswith((".", "!", "?", ":", ";", ".”", ".’"))


def _mended(text: str) -> Iterator[Edit]:
    """Words broken at the end of a line; a hyphen stays where the word has one elsewhere or parts names."""
    hyphened = {word.casefold() for word in _HYPHENED.findall(text)}
    for match in _BROKEN.finditer(text):
        before, after = match.groups()
        compound = not after[0].islower() or f"{before}-{after}".casefold() in hyphened
        start, end = match.end(1), match.start(2)
        if compound or before[-1].isdigit():
            yield start, end, "-"
        else:
            yield start, end, ""
