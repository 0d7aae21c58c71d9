"""A paper as the blocks that follow one another on it: every printer goes through them once, in this order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from comity.views.paper.model import Cell, Note, Paper, Paragraph, Picture, Remark, Said, Section, Table

__all__ = ["HOW_TO_READ", "NOTES", "Block", "Closing", "Heading", "Points", "blocks", "notes_of", "resting"]

NOTES = "Notes"
"""The heading of the notes, where the paper ends with them on paper; how to read them stands first under it."""

HOW_TO_READ = (
    "How to read this paper: each number leads to the words of a release, and to whose account they are. What stands "
    "in italics is said of the record, not of the world."
)
_LINKS = (
    " “Link” with a figure tells how sure it is, from 0 to 1, that the releases a sentence puts together are about one "
    "and the same thing."
)


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a section, or of the annex, which begins on a page of its own; the first level is 1."""

    text: str
    level: int
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Points:
    """Paragraphs that stand together; several of them are the points of a list."""

    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Closing:
    """How to read the paper; it stands last, apart from the sections."""

    remark: Remark


Block = Heading | Points | Table | Picture | Closing


def blocks(paper: Paper) -> Iterator[Block]:
    """The blocks between the head of the paper and its notes; how to read it stands last."""
    yield from _of_sections(paper.essentials, 1)
    if paper.annex or paper.picture:
        yield Heading("Annex", 1, new_page=True)
    if paper.picture:
        yield paper.picture
    yield from _of_sections(paper.annex, 2)
    linked = any(isinstance(s, Said) and s.certainty is not None for s in _sentences(paper))
    yield Closing(Remark(HOW_TO_READ + (_LINKS if linked else "")))


def resting(block: Block) -> Iterator[Said | Cell]:
    """What rests on notes in a block, in the order in which it is read."""
    match block:
        case Points(paragraphs):
            yield from (s for paragraph in paragraphs for s in paragraph if isinstance(s, Said))
        case Table(_, rows):
            yield from (cell for row in rows for cell in row)
        case _:
            pass


def notes_of(paper: Paper) -> Iterator[Note]:
    """Every note as often as something rests on it, in the order in which the paper is read."""
    for block in blocks(paper):
        for said in resting(block):
            yield from said.notes


def _of_sections(sections: tuple[Section, ...], level: int) -> Iterator[Block]:
    for section in sections:
        if section.heading.strip():
            yield Heading(section.heading, level)
        if section.points:
            yield Points(section.points)
        if section.table:
            yield section.table
        yield from _of_sections(section.sections, level + 1)


def _sentences(paper: Paper) -> Iterator[Said | Remark]:
    def within(sections: tuple[Section, ...]) -> Iterator[Said | Remark]:
        for section in sections:
            for paragraph in section.points:
                yield from paragraph
            yield from within(section.sections)

    yield from within(paper.essentials)
    yield from within(paper.annex)
