"""A paper as Markdown: marks `[^1]` behind each sentence, and a line that begins `[^1]: ` for each note."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.views.paper.citing import NO_QUOTE, cite, clean, link_certainty
from comity.views.paper.layout import Block, Closing, Heading, Points, blocks
from comity.views.paper.model import Note, Paper, Paragraph, Picture, Remark, Said, Table
from comity.views.paper.numbering import Numbering, number

__all__ = ["render"]

_ACTIVE = re.compile(r"([\\`*_\[\]<>#|~$&])")
_AT_THE_START = re.compile(r"^(\d{1,9}(?=[.)])|(?=[-+=:]))")


def render(paper: Paper) -> str:
    """The paper as one Markdown text; what a release says cannot act as markup in it."""
    numbering = number(paper)
    parts = [f"# {_escaped(paper.title)}", _remark(paper.coverage)]
    if paper.subtitle:
        parts.append(f"**{_escaped(paper.subtitle)}**")
    parts += [_block(block, numbering) for block in blocks(paper)]
    parts.append("\n".join(_notes(numbering)))
    if paper.made_by:
        parts.append(f"*Made by {_escaped(paper.made_by)}.*")
    return "\n\n".join(filter(None, parts)) + "\n"


def _block(block: Block, numbering: Numbering) -> str:
    match block:
        case Heading(text, level):
            return f"{'#' * min(level + 1, 6)} {_escaped(text)}"
        case Points(paragraphs):
            bullet = "- " if len(paragraphs) > 1 else ""
            return "\n".join(bullet + _paragraph(paragraph, numbering) for paragraph in paragraphs)
        case Table():
            return "\n".join(_table(block, numbering))
        case Picture(caption):
            return f"*Picture: {_escaped(caption)}*"
        case Closing(remark):
            return f"---\n\n{_remark(remark)}"


def _paragraph(paragraph: Paragraph, numbering: Numbering) -> str:
    return " ".join(_remark(s) if isinstance(s, Remark) else _said(s, numbering) for s in paragraph)


def _said(said: Said, numbering: Numbering) -> str:
    certainty = link_certainty(said)
    return _escaped(said.text) + _marks(numbering.marks(said)) + (f" *{certainty}*" if certainty else "")


def _remark(remark: Remark) -> str:
    return f"*{_escaped(remark.text)}*" if remark.text.strip() else ""


def _marks(numbers: tuple[int, ...]) -> str:
    return "".join(f"[^{n}]" for n in numbers)


def _table(table: Table, numbering: Numbering) -> Iterator[str]:
    yield f"| {' | '.join(map(_escaped, table.columns))} |"
    yield f"|{' --- |' * len(table.columns)}"
    for row in table.rows:
        yield f"| {' | '.join(_escaped(cell.text) + _marks(numbering.marks(cell)) for cell in row)} |"


def _notes(numbering: Numbering) -> Iterator[str]:
    for n, note in enumerate(numbering.notes, 1):
        yield f"[^{n}]: {_note(note)}"


def _note(note: Note) -> str:
    cited = cite(note)
    words = f"“{_escaped(cited.quote)}”" if cited.quote else NO_QUOTE
    link = f"<{cited.link}>" if cited.link else _escaped(cited.address)
    parts = (_escaped(cited.source), link, f"claim {_escaped(cited.claim)}")
    return f"{words} — {', '.join(filter(None, parts))}"


def _escaped(text: str) -> str:
    return _AT_THE_START.sub(r"\1\\", _ACTIVE.sub(r"\\\1", clean(text)))
