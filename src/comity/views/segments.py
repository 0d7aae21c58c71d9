"""Cuts a text where quotes begin and end, so that overlapping quotes can each be marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

__all__ = ["Mark", "Segment", "segments"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A quote to be marked: where it stands, and of which line."""

    start: int
    end: int
    label: str
    kind: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text under the same quotes throughout; `begins` are the quotes that start with it."""

    text: str
    marks: tuple[Mark, ...]
    begins: tuple[Mark, ...]


def segments(text: str, start: int, end: int, marks: Sequence[Mark]) -> tuple[Segment, ...]:
    """Cut `text[start:end]`; joined, the segments are that text again. Empty quotes mark nothing."""
    near = [m for m in marks if m.start < end and start < m.end and m.start < m.end]
    cuts = {start, end} | {c for m in near for c in (m.start, m.end) if start < c < end}
    ordered = sorted(cuts)
    return tuple(_segment(text, a, b, start, near) for a, b in pairwise(ordered) if a < b)


def _segment(text: str, a: int, b: int, block: int, near: Sequence[Mark]) -> Segment:
    over = [m for m in near if m.start <= a and b <= m.end]
    # The shortest quote is the most telling, so it gives the colour; one claim marks a stretch once.
    over.sort(key=lambda m: (m.end - m.start, m.start, m.label))
    once = {m.label: m for m in reversed(over)}
    marks = [m for m in over if once[m.label] is m]
    running = {m.label for m in over if m.start < a} if a > block else set()
    begins = [m for m in marks if m.label not in running]
    return Segment(text[a:b], tuple(marks), tuple(begins))
