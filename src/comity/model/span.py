"""Where words stand in a release: spans, quotes, and the way back to the original characters."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["Evidence", "OffsetMap", "Span"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of `release.text`, in Unicode code points, end exclusive."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quote and where it stands. The law: `text[start:end] == quote`, always."""

    start: int
    end: int
    quote: str
    page: int | None = None

    @property
    def span(self) -> Span:
        """The quote's place."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Leads from a character of the clean text back to the character it came from.

    `runs` are (clean start, original start) pairs, sorted; inside a run both count up together.
    Text that was inserted by cleaning (a space for a line break) maps to the character it stands for.
    """

    runs: tuple[tuple[int, int], ...] = ((0, 0),)

    @classmethod
    def of(cls, origins: Iterable[int]) -> OffsetMap:
        """Build from the original offset of each clean character, in order."""
        runs: list[tuple[int, int]] = []
        for clean, original in enumerate(origins):
            if not runs or original - runs[-1][1] != clean - runs[-1][0]:
                runs.append((clean, original))
        return cls(tuple(runs) or ((0, 0),))

    def original(self, offset: int) -> int:
        """The original offset of the clean character at `offset`."""
        clean, origin = self.runs[max(0, bisect_right(self.runs, (offset, 1 << 62)) - 1)]
        return origin + offset - clean
