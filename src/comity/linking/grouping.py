"""Groups tellings into things, whatever the order they come in.

A kind of thing says four things of its tellings, each a function of the tellings alone:

- `form`: all that the kind looks at, as one string; tellings of equal form are always one thing, so a thing that is
  told a thousand times in the same way costs no more than one that is told once;
- `keys`: the blocks it stands in; only tellings that share a key are ever compared;
- `tie`: whether two may be one thing, and why;
- `settle`: how those that hang together by ties come apart into things, where not all of them can be one.

As none of them knows what came first, the groups are the same in any order of arrival, and a new telling touches only
those that it hangs together with.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from comity.model import Tie

__all__ = ["Group", "Kind", "Rulings", "components", "group"]


class Told(Protocol):
    """What can be grouped: something with an id."""

    @property
    def id(self) -> str:
        """What tells it from all others."""
        ...


T = TypeVar("T", bound=Told)


@dataclass(frozen=True, slots=True)
class Kind(Generic[T]):
    """How tellings of one kind are known again (see the head of this module)."""

    form: Callable[[T], str]
    keys: Callable[[T], Collection[str]]
    tie: Callable[[T, T], Tie | None]
    settle: Callable[[Sequence[T], Sequence[Tie]], list[list[T]]]


@dataclass(frozen=True, slots=True)
class Rulings:
    """What people decided: pairs of claim ids that are one thing, and pairs that are not."""

    same: frozenset[tuple[str, str]] = frozenset()
    apart: frozenset[tuple[str, str]] = frozenset()

    def held_apart(self, a: str, b: str) -> bool:
        """Whether a person said that these two are not one thing."""
        return (a, b) in self.apart or (b, a) in self.apart


@dataclass(frozen=True, slots=True)
class Group(Generic[T]):
    """Tellings of one thing, sorted by id, and the ties that hold them together."""

    members: tuple[T, ...]
    ties: tuple[Tie, ...] = field(default=(), repr=False)
