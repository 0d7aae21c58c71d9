"""Suggests what became of promises, from what later releases tell: held, planned, signed, put into operation.

Only a thing between the same parties, told or dated after the promise, is looked at; each suggestion says in words what
speaks for it. What the promise's own release announces (or one of that day) is linked as an announcement, not as what
became of it. Nothing here says that a promise was broken: silence proves nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from comity.linking.bounds import bounds
from comity.linking.evidence import done_in, evidence
from comity.linking.signs import Found
from comity.linking.targets import Target, targets_of
from comity.linking.wording import wording_of
from comity.model import Agreement, Commitment, Engagement, Entry, Exercise, Position

__all__ = ["FollowUp", "follow_ups"]

_ENOUGH = 0.75
"""A suggestion below this is not made."""

_MANY = 12
"""Of more parties than this, a thing is one of many and says little of a pair; it is not looked up by pairs."""

_HORIZON = {"engagement": 550, "exercise": 1800, "agreement": 2500, "position": 900}
"""Days after a promise within which a thing of this kind may be what became of it."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What may have become of a promise: `promise` and `thing` are ids of entries.

    `day` is when it was or will be so, as finely as it is told (EDTF), else the day of issue; `told` is the day of
    issue of the release that tells it. `bearing` is announced (by a release of the promise's own day), step (on the
    way) or done (what was promised itself).
    """

    promise: str
    thing: str
    becomes: str
    reason: str
    certainty: float
    day: str | None
    bearing: str = "done"
    told: str | None = None


def follow_ups(promises: Sequence[Entry], things: Sequence[Entry]) -> list[FollowUp]:
    """The suggestions for all promises, the surest first for each; the same in any order of input."""
    shelf = _Shelf(things)
    out: list[FollowUp] = []
    for promise in sorted(promises, key=lambda p: p.id):
        for target in targets_of(promise):
            found = [f for thing in shelf.near(target) if (f := evidence(target, promise, thing))]
            out += [_said(target, f) for f in _chosen(target, found)]
    unique = {(f.promise, f.thing): f for f in sorted(out, key=lambda f: (f.certainty, f.reason))}
    return sorted(unique.values(), key=lambda f: (f.promise, -f.certainty, f.day or "", f.thing))


def _chosen(target: Target, found: Iterable[Found]) -> Iterator[Found]:
    """Those sure enough; of several occasions that fit one promise, the next one, as planned and as held."""
    enough = sorted((f for f in found if f.certainty >= _ENOUGH), key=lambda f: (f.day or "9999", f.thing))
    if target.continues and target.kind == "exercise":
        yield from enough
        return
    best: dict[bool, float] = {}
    for one in enough:
        best[one.announced] = max(best.get(one.announced, 0.0), one.certainty)
    seen: set[tuple[str, bool]] = set()
    for one in enough:
        if one.certainty >= best[one.announced] - 0.1 and (one.becomes, one.announced) not in seen:
            seen.add((one.becomes, one.announced))
            yield one


def _said(target: Target, found: Found) -> FollowUp:
    bearing = "announced" if found.announced else "done" if found.done and not target.continues else "step"
    return FollowUp(
        promise=target.promise,
        thing=found.thing,
        becomes=found.becomes,
        reason=found.reason,
        certainty=round(min(found.certainty, 0.97), 2),
        day=found.day,
        bearing=bearing,
        told=found.told,
    )


class _Shelf:
    """Things by kind and pair of parties, in the order of time; exercises also by their series."""

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

    def near(self, target: Target) -> Iterator[Entry]:
        """The things of the target's kind and parties told from its day on, within the kind's horizon."""
        latest = date.fromisoformat(target.made) + timedelta(days=_HORIZON[target.kind])
        until = max(latest.isoformat(), target.due[1] if target.due else "")
        pairs = combinations(sorted(target.parties), 2) if len(target.parties) <= _MANY else ()
        keys: list[tuple[str, ...]] = [(target.kind, *pair) for pair in pairs]
        keys += [(target.kind, name) for name in sorted(target.names)]
        seen: set[str] = set()
        for key in keys:
            days = self._days.get(key, [])
            for _, _, thing in self._shelves.get(key, [])[bisect_left(days, target.made) : bisect_right(days, until)]:
                if thing.id not in seen:
                    seen.add(thing.id)
                    yield thing


def _places(thing: Entry) -> list[tuple[str, ...]]:
    parties: set[str] = set()
    names: set[str] = set()
    for claim in thing.claims():
        if isinstance(claim, Position):
            if done_in(claim) is None:
                continue
            parties |= {*claim.by, *wording_of(claim.topic).states}
        elif isinstance(claim, Engagement | Exercise | Agreement):
            parties |= set(claim.parties)
            name = claim.series if isinstance(claim, Exercise) else claim.name
            names |= {name} if name and not isinstance(claim, Engagement) else set()
        elif isinstance(claim, Commitment):
            return []
    pairs = combinations(sorted(parties), 2) if len(parties) <= _MANY else ()
    keys: list[tuple[str, ...]] = [(thing.kind, *pair) for pair in pairs]
    return keys + [(thing.kind, name) for name in sorted(names)]


def _last_day(thing: Entry) -> str | None:
    """The last day that the thing is told to be on, or told on."""
    days = [b[1] for kept in thing.members if (b := bounds(kept.issued))]
    return max(days, default=None)
