"""Which number a note has: the first use counts, and the same words of the same claim are one note."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from comity.views.paper.layout import notes_of
from comity.views.paper.model import Cell, Note, Paper, Said

__all__ = ["Numbering", "number"]


@dataclass(frozen=True, slots=True)
class Numbering:
    """The notes of a paper in the order of their numbers; the first number is 1."""

    notes: tuple[Note, ...]
    numbers: Mapping[tuple[str, str], int]

    def marks(self, resting: Said | Cell) -> tuple[int, ...]:
        """The numbers that stand behind a sentence or a cell, rising and each once."""
        return tuple(sorted({self.numbers[_key(note)] for note in resting.notes}))


def number(paper: Paper) -> Numbering:
    """Number the notes of a paper."""
    notes: dict[tuple[str, str], Note] = {}
    for note in notes_of(paper):
        notes.setdefault(_key(note), note)
    return Numbering(tuple(notes.values()), MappingProxyType({key: i for i, key in enumerate(notes, 1)}))


def _key(note: Note) -> tuple[str, str]:
    return note.claim, note.quote
