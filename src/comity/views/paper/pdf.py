"""A paper as PDF, set by Typst with the fonts beside this file: end notes, outline, tags, links, any script.

What is said reaches Typst as JSON and never as source; a `#import` in a release is printed as it stands.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from importlib.resources import as_file, files
from typing import Any, Literal

from comity.errors import PaperError
from comity.views.paper.citing import NO_QUOTE, cite, clean, link_certainty
from comity.views.paper.drawing import drawn
from comity.views.paper.layout import NOTES, Block, Closing, Heading, Points, blocks
from comity.views.paper.model import Cell, Note, Paper, Picture, Remark, Said, Table
from comity.views.paper.numbering import Numbering, number
from comity.views.paper.scripts import broken, runs
from comity.views.paper.sizes import Size, widths

__all__ = ["render"]

_WHOLE = 300  # characters of a cell up to which its row is kept on one page
_SIZES = {"A4": "a4", "Letter": "us-letter"}


def render(paper: Paper, *, size: Size = "A4") -> bytes:
    """The paper as a tagged PDF; the same paper gives the same bytes.

    It is PDF/UA-1, unless a letter has no glyph in the fonts: then it is set with a box in its place, and makes no such
    claim. Raises PaperError where Typst is not installed or cannot set the paper.
    """
    try:
        import typst  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise PaperError("PDF needs a library", then="pip install 'comity[papers]', or use html") from error
    shape = json.dumps(_Setting(paper).shape(size), ensure_ascii=False)
    day = date.fromisoformat(paper.day)
    ours = files("comity.views")
    with as_file(ours / "templates") as templates, as_file(ours / "paper" / "fonts") as folder:
        fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(folder)])

        def compiled(*standards: Literal["ua-1"]) -> object:
            return typst.compile(
                str(templates / "paper.typ"), format="pdf", root=str(templates), font_paths=fonts,
                sys_inputs={"paper": shape}, pdf_standards=list(standards),
                timestamp=datetime(day.year, day.month, day.day, tzinfo=UTC),
            )  # fmt: skip

        try:
            made = compiled("ua-1")
        except typst.TypstError as error:
            if not error.message.startswith("PDF/UA-1"):
                raise _refused(error.message) from error
            try:
                made = compiled()
            except typst.TypstError as second:
                raise _refused(second.message) from second
    if not isinstance(made, bytes):  # a list only where pages are files of their own
        raise _refused("no PDF came")
    return made


def _refused(why: str) -> PaperError:
    return PaperError(f"Typst cannot set it: {why}", then="use html or docx, and report this")


class _Setting:
    """The shape that paper.typ sets; it knows which notes have had their first mark."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.numbering: Numbering = number(paper)
        self.marked: set[int] = set()

    def shape(self, size: Size) -> dict[str, Any]:
        """The whole paper."""
        paper = self.paper
        day = date.fromisoformat(paper.day)
        title = clean(paper.title) or "Paper"
        language, _, region = clean(paper.language).partition("-")
        return {
            "size": _SIZES[size],
            "title": title,
            "heading": _words(title),
            "subtitle": _words(paper.subtitle or ""),
            "author": clean(paper.made_by),
            "description": clean(paper.subtitle or paper.coverage.text),
            "language": language.lower() if language.isalpha() and len(language) in {2, 3} else "en",
            "region": region.upper() if region.isalpha() and len(region) == 2 else None,
            "date": [day.year, day.month, day.day],
            "made_by": clean(paper.made_by),
            "coverage": _words(paper.coverage.text),
            "blocks": [self._block(block) for block in blocks(paper)],
            "notes": [_note(note) for note in self.numbering.notes],
        }

    def _block(self, block: Block) -> dict[str, Any]:
        match block:
            case Heading(text, level, new_page):
                return {"kind": "heading", "level": level, "text": _words(text), "new_page": new_page}
            case Points(paragraphs):
                return {"kind": "points", "points": [[self._sentence(s) for s in points] for points in paragraphs]}
            case Table(columns, rows):
                rooms = widths(block)
                told = [[self._cell(cell, room) for cell, room in zip(row, rooms, strict=True)] for row in rows]
                whole = [max((len(cell.text) for cell in row), default=0) <= _WHOLE for row in rows]
                names = [_words(name, room) for name, room in zip(columns, rooms, strict=True)]
                return {"kind": "table", "columns": names, "rows": told, "whole": whole, "widths": rooms}
            case Picture(caption):
                return {"kind": "picture", "svg": drawn(block), "caption": clean(caption) or "Picture"}
            case Closing(remark):
                return {"kind": "closing", "head": _words(NOTES), "text": _words(remark.text)}

    def _sentence(self, said: Said | Remark) -> dict[str, Any]:
        if isinstance(said, Remark):
            return {"remark": True, "text": _words(said.text), "marks": [], "certainty": ""}
        marks, certainty = self._marks(said), link_certainty(said)
        return {"remark": False, "text": _words(said.text), "marks": marks, "certainty": certainty}

    def _cell(self, cell: Cell, room: int) -> dict[str, Any]:
        return {"text": _words(cell.text, room), "marks": self._marks(cell)}

    def _marks(self, resting: Said | Cell) -> list[dict[str, Any]]:
        marks = []
        for n in self.numbering.marks(resting):
            marks.append({"number": n, "first": n not in self.marked})
            self.marked.add(n)
        return marks


def _note(note: Note) -> dict[str, Any]:
    cited = cite(note)
    quote = f"“{cited.quote}”" if cited.quote else NO_QUOTE
    return {
        "quote": _words(quote), "source": _words(cited.source), "address": _words(cited.address),
        "link": cited.link, "claim": _words(cited.claim),
    }  # fmt: skip


def _words(text: str, room: int = 25) -> Sequence[dict[str, str | None]]:
    """A text as the runs that paper.typ joins; a word that is longer than its room may be broken."""
    told = []
    for run in runs(broken(clean(text), max(2, room - 2))):
        language, _, region = run.language.partition("-")
        told.append({"text": run.text, "lang": language or None, "region": region or None})
    return told
