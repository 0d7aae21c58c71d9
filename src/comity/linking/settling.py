"""Brings tied tellings together as long as no two of them clash."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from comity.linking.grouping import Told
from comity.model import Tie

__all__ = ["gather"]

T = TypeVar("T", bound=Told)


def gather(members: Sequence[T], ties: Iterable[Tie], clash: Callable[[T, T], bool]) -> list[list[T]]:
    """Those tied come together, the surest ties first, as long as no two in one thing clash."""
    held = {member.id: [member] for member in members}
    for tie in sorted(ties, key=lambda t: (-t.certainty, t.a, t.b)):
        one, other = held[tie.a], held[tie.b]
        if one is other or any(clash(a, b) for a in one for b in other):
            continue
        one.extend(other)
        for member in other:
            held[member.id] = one
    return list({id(thing): thing for thing in held.values()}.values())
