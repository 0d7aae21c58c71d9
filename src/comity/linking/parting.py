"""How tellings that hang together come apart into things, where not all of them can be one.

Readings of the same words are one from the start. Those that tell enough join next, the surest tie before the others,
and never where any two members cannot be one; those that tell little join afterwards, and only where exactly one thing
fits them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from typing import Generic

from comity.linking.grouping import T
from comity.model import Tie

__all__ = ["parted"]

_MARGIN = 0.15
"""By so much the best fit must be better than the next one."""

_OUTNUMBERS = 3
"""So many times as many tellings does the better of two things have that fit one as well."""

_OUTWEIGHS = 5
"""So many tellings outweigh one that fits as well: one that stands alone may be a day or place misread."""


def parted(
    tellings: Sequence[T],
    ties: Sequence[Tie],
    vague: Callable[[T], bool],
    apart: Callable[[T, T], bool],
    unlike: Callable[[T, T], bool],
    twins: Callable[[T, T], bool],
) -> list[list[T]]:
    """The things that `tellings` are of, each sorted by id.

    `vague` says of a telling that it tells too little to hold others together; `apart` of two that they cannot be one,
    `unlike` that they could not even if a day was misread;
    `twins` of two that they are two readings of the same words: what is apart from one may yet be one with the other.
    """
    things = _Things(tellings, apart, unlike)
    ranked = sorted(ties, key=lambda tie: (-tie.certainty, *sorted((tie.a, tie.b))))
    for tie in ranked:
        if twins(things.told[tie.a], things.told[tie.b]):
            things.pair(tie.a, tie.b, twins)
    little = {told.id for told in tellings if vague(told)}
    for tie in ranked:
        if tie.a not in little and tie.b not in little:
            things.join(tie.a, tie.b)
    placed: set[str] = set()
    while True:
        joined = _join_vague(things, ranked, little - placed)
        if not joined:
            break
        placed |= joined
    for tie in ranked:
        if things.alone(tie.a, little) and things.alone(tie.b, little):
            things.join(tie.a, tie.b)
    return things.all()


def _join_vague(things: _Things[T], ranked: Sequence[Tie], little: set[str]) -> set[str]:
    """Each that tells little joins the one thing that fits it, as the things stood before any of these joined.

    Those that joined are given; they tell for their thing from now on.
    """
    fits: defaultdict[str, dict[str, float]] = defaultdict(dict)
    firm = dict(things.of)
    for tie in ranked:
        for one, other in ((tie.a, tie.b), (tie.b, tie.a)):
            if one in little and other not in little and things.mostly_agree(one, other):
                best = fits[one].get(firm[other], 0.0)
                fits[one][firm[other]] = max(best, tie.certainty)
    told = Counter(thing for one, thing in firm.items() if one not in little)
    chosen = []
    for one, certainties in fits.items():
        ranks = sorted((-certainty, -told[thing], thing) for thing, certainty in certainties.items())
        best, size, thing = ranks[0]
        rivals = [rank for rank in ranks[1:] if rank[0] - best < _MARGIN and -rank[1] * _OUTNUMBERS > -size]
        if not rivals:
            chosen.append((best, one, thing))
    for _, one, thing in sorted(chosen):
        things.take(one, thing)
    return {one for _, one, thing in chosen if things.together(one, thing)}


class _Things(Generic[T]):
    """Tellings in growing things; a thing is called by its smallest id."""

    def __init__(self, tellings: Sequence[T], apart: Callable[[T, T], bool], unlike: Callable[[T, T], bool]) -> None:
        self.told = {told.id: told for told in sorted(tellings, key=lambda told: told.id)}
        self.of = {one: one for one in self.told}
        self.members = {one: [one] for one in self.told}
        self.read: dict[str, tuple[str, ...]] = {one: (one,) for one in self.told}
        self._apart = apart
        self._unlike = unlike
        self._known: dict[tuple[str, str], bool] = {}

    def agree(self, a: str, b: str) -> bool:
        """Whether no member of the one's thing is apart from any member of the other's."""
        here = {self.read[one] for one in self.members[self.of[a]]}
        there = {self.read[one] for one in self.members[self.of[b]]}
        return not any(all(self._are_apart(x, y) for x in left for y in right) for left in here for right in there)

    def mostly_agree(self, a: str, b: str) -> bool:
        """Whether they agree, but for one of every few that tell of the other's thing: that may be the one misread."""
        here = {self.read[one] for one in self.members[self.of[a]]}
        there = {self.read[one] for one in self.members[self.of[b]]}
        parted = [
            (left, right) for right in there for left in here if all(self._are_apart(x, y) for x in left for y in right)
        ]
        if any(all(self._unlike(self.told[x], self.told[y]) for x in left for y in right) for left, right in parted):
            return False
        return len({right for _, right in parted}) * _OUTWEIGHS <= len(there)

    def take(self, a: str, b: str) -> None:
        """Make one of both things, where they mostly agree."""
        first, second = sorted((self.of[a], self.of[b]))
        if first != second and self.mostly_agree(a, b):
            self._put_together(first, second)

    def pair(self, a: str, b: str, twins: Callable[[T, T], bool]) -> None:
        """Take two for readings of the same words, where all that were taken so with either are so with both."""
        if a in self.read[b] or not all(twins(self.told[x], self.told[y]) for x in self.read[a] for y in self.read[b]):
            return
        both = tuple(sorted((*self.read[a], *self.read[b])))
        for one in both:
            self.read[one] = both
        self._put_together(*sorted((self.of[a], self.of[b])))

    def join(self, a: str, b: str) -> None:
        """Make one of both things, where all members agree."""
        first, second = sorted((self.of[a], self.of[b]))
        if first != second and self.agree(a, b):
            self._put_together(first, second)

    def _put_together(self, first: str, second: str) -> None:
        for member in self.members[second]:
            self.of[member] = first
        self.members[first] += self.members.pop(second)

    def together(self, a: str, b: str) -> bool:
        """Whether both are in one thing."""
        return self.of[a] == self.of[b]

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
