"""Makes the essentials fit on one page: what is left out first is what there is most of; the annex has all of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from comity.views.paper.model import Paragraph, Section

__all__ = ["fitted"]

_ROOM = 4100
"""Letters of text that fit on a page of A4 or Letter as it is printed, headings and marks of notes aside."""
_HEADING = 90
"""A heading takes as much room as so many letters, a point as many as its last line leaves empty."""
_POINT = 40
_DEAR = 0.4
"""How much of its size counts against a section that one would rather keep."""


def fitted(sections: Sequence[Section], room: int = _ROOM, dear: Collection[str] = ()) -> tuple[Section, ...]:
    """The sections with so many of their points as fit; each keeps its first one, and the `dear` ones most."""
    left = list(sections)

    def burden(at: int) -> tuple[bool, float]:
        return _removable(left[at]), _size(left[at]) * (_DEAR if left[at].heading in dear else 1)

    while sum(map(_size, left)) > room:
        largest = max(range(len(left)), key=burden)
        if not _removable(left[largest]):
            break
        left[largest] = _without_one(left[largest])
    return tuple(left)


def _size(section: Section) -> int:
    points = sum(_POINT + sum(len(said.text) for said in point) for point in section.points)
    return _HEADING + points + sum(map(_size, section.sections))


def _removable(section: Section) -> bool:
    return len(section.points) > 1 or sum(len(one.points) for one in section.sections) > 1


def _without_one(section: Section) -> Section:
    """Without the last point of the section in it that has the most; one that has none left goes."""
    if not section.sections:
        return replace(section, points=section.points[:-1])
    most = max(range(len(section.sections)), key=lambda at: (len(section.sections[at].points), at))
    kept: list[Section] = []
    for at, one in enumerate(section.sections):
        points: tuple[Paragraph, ...] = one.points[:-1] if at == most else one.points
        if points:
            kept.append(replace(one, points=points))
    return replace(section, sections=tuple(kept))
