"""What a rule of the grammar is: a pattern that begins at a given word, and how its match is read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from comity.reading.time.mention import Bound, Kind, Part

__all__ = ["Draft", "Rule", "rule"]


@dataclass(frozen=True, slots=True)
class Draft:
    """A match on its way to becoming a mention: limiting words before it are not looked at yet."""

    start: int
    end: int
    kind: Kind
    first: Part | None = None
    last: Part | None = None
    portion: Bound | None = None
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern that must match at the trigger word, and its reading: None where it is no date after all."""

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Draft | None]

    def at(self, text: str, start: int) -> Draft | None:
        """The draft of this rule at `start`, if it holds there."""
        match = self.pattern.match(text, start)
        return self.read(match) if match else None


def rule(pattern: str, read: Callable[[re.Match[str]], Draft | None]) -> Rule:
    """Compile one rule; case does not matter unless `read` says so."""
    return Rule(re.compile(pattern, re.IGNORECASE), read)
