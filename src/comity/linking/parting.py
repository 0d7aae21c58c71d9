"""How tellings that hang together come apart into things, where not all of them can be one.

Those that tell enough join first, the surest tie before the others, and never where any two members cannot be one;
those that tell little join afterwards, and only where exactly one thing fits them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Generic

from comity.linking.grouping import T
from comity.model import Tie

__all__ = ["parted"]

_MARGIN = 0.15
"""By so much the best fit must be better than the next one."""


def parted(
    tellings: Sequence[T], ties: Sequence[Tie], vague: Callable[[T], bool], apart: Callable[[T, T], bool]
) -> list[list[T]]:
    """The things that `tellings` are of, each sorted by id.

    `vague` says of a telling that it tells too little to hold others together; `apart` of two that they cannot be one.
    """
    things = _Things(tellings, apart)
    ranked = sorted(ties, key=lambda tie: (-tie.certainty, *sorted((tie.a, tie.b))))
    little = {told.id for told in tellings if vague(told)}
    for tie in ranked:
        if tie.a not in little and tie.b not in little:
            things.join(tie.a, tie.b)
    _join_vague(things, ranked, little)
    for tie in ranked:
        if things.alone(tie.a, little) and things.alone(tie.b, little):
            things.join(tie.a, tie.b)
    return things.all()


def _join_vague(things: _Things[T], ranked: Sequence[Tie], little: set[str]) -> None:
    """Each that tells little joins the one thing that fits it, as the things stood before any of these joined."""
    fits: defaultdict[str, dict[str, float]] = defaultdict(dict)
    firm = dict(things.of)
    for tie in ranked:
        for one, other in ((tie.a, tie.b), (tie.b, tie.a)):
            if one in little and other not in little and things.agree(one, other):
                best = fits[one].get(firm[other], 0.0)
                fits[one][firm[other]] = max(best, tie.certainty)
    chosen = []
    for one, certainties in fits.items():
        ranks = sorted((-certainty, thing) for thing, certainty in certainties.items())
        if len(ranks) == 1 or ranks[1][0] - ranks[0][0] >= _MARGIN:
            chosen.append((ranks[0][0], one, ranks[0][1]))
    for _, one, thing in sorted(chosen):
        things.join(one, thing)


class _Things(Generic[T]):
    """Tellings in growing things; a thing is called by its smallest id."""

    def __init__(self, tellings: Sequence[T], apart: Callable[[T, T], bool]) -> None:
        self.told = {told.id: told for told in sorted(tellings, key=lambda told: told.id)}
        self.of = {one: one for one in self.told}
        self.members = {one: [one] for one in self.told}
        self._apart = apart
        self._known: dict[tuple[str, str], bool] = {}

    def agree(self, a: str, b: str) -> bool:
        """Whether no member of the one's thing is apart from any member of the other's."""
        return not any(self._are_apart(x, y) for x in self.members[self.of[a]] for y in self.members[self.of[b]])

    def join(self, a: str, b: str) -> None:
        """Make one of both things, where all members agree."""
        first, second = sorted((self.of[a], self.of[b]))
        if first == second or not self.agree(a, b):
            return
        for member in self.members[second]:
            self.of[member] = first
        self.members[first] += self.members.pop(second)

    def alone(self, one: str, little: set[str]) -> bool:
        """Whether nothing in its thing tells enough."""
        return all(member in little for member in self.members[self.of[one]])

    def all(self) -> list[list[T]]:
        """The things."""
        return [[self.told[one] for one in sorted(members)] for _, members in sorted(self.members.items())]

    def _are_apart(self, a: str, b: str) -> bool:
        pair = (a, b) if a < b else (b, a)
        if pair not in self._known:
            self._known[pair] = self._apart(self.told[pair[0]], self.told[pair[1]])
        return self._known[pair]
