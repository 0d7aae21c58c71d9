"""Things laid out so that those near a promise are found without looking at all: by kind, parties, time, and words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from comity.linking.bounds import bounds
from comity.linking.evidence import done_in
from comity.linking.gifts import gives, kinds_of_help, receivers
from comity.linking.targets import Target
from comity.linking.wording import wording_of
from comity.linking.work import tells_progress
from comity.model import Agreement, Commitment, Engagement, Entry, Exercise, Position

__all__ = ["Shelf"]

_MANY = 12
"""Of more parties than this, a thing is one of many and says little of a pair; it is not looked up by pairs."""

_HORIZON = {
    "engagement": 550, "exercise": 1800, "agreement": 2500, "deed": 900, "contact": 60, "part": 365, "gift": 365,
    "work": 550,
}  # fmt: skip
"""Days after a promise within which a thing of this kind may be what became of it."""

_KEPT_AS = {"engagement": "engagement", "contact": "engagement", "part": "engagement", "exercise": "exercise",
            "agreement": "agreement",
            "deed": "position"}  # fmt: skip

_TELLING = 4
"""The longest strong words of a promise, by which help and progress that are told in its words are looked up."""


class Shelf:
    """Things by kind and pair of parties, in the order of time; exercises and agreements also by name."""

    def __init__(self, things: Sequence[Entry]) -> None:
        shelves: defaultdict[tuple[str, ...], list[tuple[str, str, Entry]]] = defaultdict(list)
        for thing in things:
            last = _last_day(thing)
            if last is None:
                continue
            for key in _places(thing):
                shelves[key].append((last, thing.id, thing))
        self._shelves = {key: sorted(held, key=lambda row: row[:2]) for key, held in shelves.items()}
        self._days = {key: [row[0] for row in held] for key, held in self._shelves.items()}
        self._things = {thing.id: thing for thing in things}

    def near(self, target: Target, beside: Collection[str]) -> Iterator[Entry]:
        """The things of the target's kind and parties told from its day on, within the kind's horizon.

        `beside` are ids of things that the promise's own sentence tells of: those of the kind come in any case.
        """
        latest = date.fromisoformat(target.made) + timedelta(days=_HORIZON[target.kind])
        until = max(latest.isoformat(), target.due[1] if target.due and target.kind != "work" else "")
        seen: set[str] = set()
        for key in _looked_up(target):
            days = self._days.get(key, [])
            for _, _, thing in self._shelves.get(key, [])[bisect_left(days, target.made) : bisect_right(days, until)]:
                if thing.id not in seen:
                    seen.add(thing.id)
                    yield thing
        for one in sorted(set(beside) - seen):
            if self._things[one].kind == _KEPT_AS.get(target.kind):
                yield self._things[one]


def _looked_up(target: Target) -> list[tuple[str, ...]]:
    if target.kind == "gift":
        to = sorted((target.to | target.words.states) - target.by)
        words = [*_telling(target), *sorted(kinds_of_help(target.text))]
        return [("gift", one, other, word) for one in sorted(target.by) for other in to for word in words]
    if target.kind == "work":
        pairs = list(combinations(sorted(target.parties), 2))[:1]
        return [("work", *pair, word) for pair in pairs for word in _telling(target)]
    if target.kind == "part":
        return []  # only what the promise's own sentence tells of
    kind = _KEPT_AS[target.kind]
    keys: list[tuple[str, ...]] = []
    for parties in {target.parties, target.partners} if kind == "engagement" else {target.parties}:
        keys += [(kind, *pair) for pair in combinations(sorted(parties), 2)] if len(parties) <= _MANY else []
    return sorted(keys) + [(kind, name) for name in sorted(target.names)]


def _telling(target: Target) -> list[str]:
    return sorted(target.words.strong, key=lambda word: (-len(word), word))[:_TELLING]


def _places(thing: Entry) -> list[tuple[str, ...]]:
    if thing.kind == "commitment":
        return _places_of_help(thing)
    parties: set[str] = set()
    names: set[str] = set()
    progress: set[str] = set()
    for claim in thing.claims():
        if isinstance(claim, Position):
            if done_in(claim) is None:
                continue
            parties |= {*claim.by, *wording_of(claim.topic).states}
        elif isinstance(claim, Engagement | Exercise | Agreement):
            parties |= set(claim.parties)
            name = claim.series if isinstance(claim, Exercise) else claim.name
            names |= {name} if name and not isinstance(claim, Engagement) else set()
            if isinstance(claim, Engagement) and tells_progress(claim.quote):
                progress |= wording_of(claim.quote).strong
    pairs = list(combinations(sorted(parties), 2)) if len(parties) <= _MANY else []
    keys: list[tuple[str, ...]] = [(thing.kind, *pair) for pair in pairs]
    keys += [("work", *pair, word) for pair in pairs[:1] for word in sorted(progress)]
    return keys + [(thing.kind, name) for name in sorted(names)]


def _places_of_help(thing: Entry) -> list[tuple[str, ...]]:
    """A promise of help by giver, receiver and each word of what is given."""
    told = [c for c in thing.claims() if isinstance(c, Commitment) and gives(c)]
    keys = {
        ("gift", one, other, word)
        for c in told if len(c.by) + len(c.to) <= _MANY
        for one in c.by for other in receivers(c) for word in wording_of(c.action).strong | kinds_of_help(c.action)
    }  # fmt: skip
    return sorted(keys)


def _last_day(thing: Entry) -> str | None:
    """The last day that the thing is told to be on, or told on."""
    days = [b[1] for kept in thing.members if (b := bounds(kept.issued))]
    return max(days, default=None)
