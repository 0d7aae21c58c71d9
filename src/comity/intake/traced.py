"""Text that remembers, through every edit, where each of its characters stood in the original."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from comity.model import OffsetMap

__all__ = ["Edit", "Traced"]

Edit = tuple[int, int, str]
"""Replace the characters from start to end (exclusive) by the string; an empty string deletes them."""


@dataclass(frozen=True, slots=True)
class Traced:
    """A string with its origin.

    `runs` are (place here, place in the original) pairs as in `OffsetMap`. Characters that an edit
    inserts all lead to the character at which the edit began.
    """

    text: str
    runs: tuple[tuple[int, int], ...] = ((0, 0),)

    @classmethod
    def whole(cls, text: str) -> Traced:
        """The original itself."""
        return cls(text)

    def __len__(self) -> int:
        return len(self.text)

    def origin(self, place: int) -> int:
        """Where the character at `place` stood."""
        return OffsetMap(self.runs).original(place)

    def part(self, start: int, end: int) -> Traced:
        """The characters from `start` to `end` (exclusive)."""
        if start <= 0 and end >= len(self.text):
            return self
        trail = _Trail()
        trail.copy(self.runs, start, end)
        return Traced(self.text[start:end], trail.result())

    def edited(self, edits: Iterable[Edit]) -> Traced:
        """Apply `edits`, which are sorted and do not overlap."""
        pieces: list[str] = []
        trail = _Trail()
        place = 0
        for start, end, new in edits:
            if start > place:
                pieces.append(self.text[place:start])
                trail.copy(self.runs, place, start)
            if new:
                pieces.append(new)
                trail.insert(len(new), self.origin(start))
            place = end
        if not place and not pieces:
            return self
        if place < len(self.text):
            pieces.append(self.text[place:])
            trail.copy(self.runs, place, len(self.text))
        return Traced("".join(pieces), trail.result())

    def sub(self, pattern: re.Pattern[str], new: str | Callable[[re.Match[str]], str]) -> Traced:
        """Replace every match of `pattern` by `new`."""
        tell = new if callable(new) else lambda _: new
        return self.edited((m.start(), m.end(), tell(m)) for m in pattern.finditer(self.text))

    def strip(self) -> Traced:
        """Without white space at both ends."""
        left = len(self.text) - len(self.text.lstrip())
        return self.part(left, max(left, len(self.text.rstrip())))

    @staticmethod
    def join(parts: Sequence[tuple[str, Traced]]) -> Traced:
        """Put parts one after another, each led by its separator.

        A separator leads to the characters that follow the end of the part before it.
        """
        if len(parts) == 1:
            return parts[0][1]
        pieces: list[str] = []
        trail = _Trail()
        after = 0
        for separator, part in parts:
            if separator and pieces:
                pieces.append(separator)
                trail.run(len(separator), after)
            pieces.append(part.text)
            trail.copy(part.runs, 0, len(part.text))
            if part.text:
                after = part.origin(len(part.text) - 1) + 1
        return Traced("".join(pieces), trail.result())


class _Trail:
    """Collects runs while a new text is put together."""

    def __init__(self) -> None:
        self.length = 0
        self.runs: list[tuple[int, int]] = []

    def run(self, length: int, origin: int) -> None:
        """Characters that count up from `origin`."""
        if length <= 0:
            return
        if not self.runs or origin - self.runs[-1][1] != self.length - self.runs[-1][0]:
            self.runs.append((self.length, origin))
        self.length += length

    def insert(self, length: int, origin: int) -> None:
        """Characters that all lead to `origin`."""
        for _ in range(length):
            self.run(1, origin)

    def copy(self, runs: tuple[tuple[int, int], ...], start: int, end: int) -> None:
        """Characters `start` to `end` of a text that has `runs`."""
        index = max(0, bisect_right(runs, (start, 1 << 62)) - 1)
        while start < end:
            until = runs[index + 1][0] if index + 1 < len(runs) else end
            here = min(until, end)
            self.run(here - start, runs[index][1] + start - runs[index][0])
            start = here
            index += 1

    def result(self) -> tuple[tuple[int, int], ...]:
        """The runs, never empty."""
        return tuple(self.runs) or ((0, 0),)
