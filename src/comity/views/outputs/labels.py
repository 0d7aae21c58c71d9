"""What is written beside the marks of a picture: the proper names of what a reader looks for, where they have room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from comity.views.outputs.fonts import SANS, family_of
from comity.views.timeline import Row
from comity.views.wording import ordinal

__all__ = ["TEXT", "Spot", "free", "labels_of"]

TEXT = 9.0
"""How high a label is; a letter is taken to be 0.6 of it wide, which is on the wide side for the fonts in use."""
_LETTER = 0.6
_LONGEST = 36
_LABELS = 12
"""So many labels at most in a lane: with six lanes hardly more than sixty, and in truth as many as have room."""
_LINES = 6


@dataclass(frozen=True, slots=True)
class Spot:
    """A mark before its lane's height is known: its level is counted in its layer, from the foot of the lane."""

    row: Row
    x: float
    x2: float
    level: int
    coarse: bool

    @property
    def middle(self) -> float:
        """Where its label's line comes up."""
        return (self.x + self.x2) / 2


def labels_of(spots: Sequence[Spot], width: float) -> tuple[dict[int, tuple[str, int, bool]], int]:
    """The labels of a lane by mark, with its line and whether it ends at its mark, and how many lines there are.

    What a reader looks for comes first. A line leads from each mark up to its label; nothing is written across it.
    """
    written: list[list[tuple[float, float]]] = [[] for _ in range(_LINES)]
    crossed: list[list[tuple[float, float]]] = [[] for _ in range(_LINES)]
    found: dict[int, tuple[str, int, bool]] = {}
    for at in sorted(range(len(spots)), key=lambda one: (_weight(spots[one].row), spots[one].coarse, -spots[one].x)):
        label, middle = _label(spots[at].row), spots[at].middle
        if not label or len(found) >= _LABELS or label in (told for told, _, _ in found.values()):
            continue
        wide = _wide(label)
        before = middle + wide > width
        left = middle - wide if before else middle
        for number, taken in enumerate(written):
            # The words begin beside the line, so that the line of another label at the same place comes up there too.
            words = (left - 4, middle - 0.5) if before else (middle + 0.5, middle + wide + 4)
            if free([*taken, *crossed[number]], *words):
                taken.append(words)
                for below in crossed[:number]:
                    below.append((middle - 0.5, middle + 0.5))
                found[at] = (label, number, before)
                break
            if not free(taken, middle - 0.5, middle + 0.5):
                break
    return found, max((line + 1 for _, line, _ in found.values()), default=0)


def _label(row: Row) -> str:
    """The proper name with its edition; nothing is written beside a mark that has none."""
    if not row.name or row.name[0].islower():  # "joint statement" names nothing; many scripts have no capitals
        return ""
    name = row.name if len(row.name) <= _LONGEST else row.name[: _LONGEST - 1].rstrip() + "…"
    if row.edition is not None:
        return f"{name} ({ordinal(row.edition) if family_of(name) == SANS else row.edition})"
    year = f" {row.when[:4]}" if row.kind == "exercise" and row.when[:4].isdigit() and row.when[:4] not in name else ""
    return name + year


def _weight(row: Row) -> tuple[int, int, int]:
    """What is labelled first: exercises and editions, what is to come, what many releases tell of."""
    coming = row.standing in ("planned", "awaited")
    return (0 if row.edition is not None or row.kind == "exercise" else 1, 0 if coming else 1, -row.releases)


def free(taken: Iterable[tuple[float, float]], x: float, x2: float) -> bool:
    """Whether nothing is taken between two points."""
    return all(x2 <= left or x >= right for left, right in taken)


def _wide(label: str) -> float:
    return sum(TEXT * (_LETTER if ord(letter) < 0x2E80 else 1.0) for letter in label)
