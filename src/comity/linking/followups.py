"""Suggests what became of promises, from what later releases tell: held, planned, signed, put into operation.

Only a thing between the same parties, told or dated after the promise, is looked at; each suggestion says in words what
speaks for it. What the promise's own release announces (or one of that day) is linked as an announcement, not as what
became of it. Nothing here says that a promise was broken: silence proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from comity.linking.beside import Beside
from comity.linking.bounds import LAST, bounds, days_between
from comity.linking.evidence import evidence
from comity.linking.shelf import Shelf
from comity.linking.signs import Found
from comity.linking.targets import Target, targets_of
from comity.model import Entry

__all__ = ["FollowUp", "follow_ups"]

_ENOUGH = 0.75
"""A suggestion below this is not made."""

_FEW = 6
"""Days: where a promise names no more than these, all that took place in them is what became of it."""

_TAKEN_PLACE = frozenset({"held", "ongoing"})


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


def follow_ups(
    promises: Sequence[Entry], things: Sequence[Entry], aims: Mapping[str, Sequence[Target]] | None = None
) -> list[FollowUp]:
    """The suggestions for all promises, the surest first for each; the same in any order of input.

    `aims` are the targets of each promise by its id, where they were worked out before.
    """
    shelf, beside = Shelf(things), Beside(things)
    out: list[FollowUp] = []
    for promise in sorted(promises, key=lambda p: p.id):
        targets = targets_of(promise) if aims is None else aims[promise.id]
        companies = {t.release: beside.company(t, promise) for t in targets}
        for target in targets:
            company = companies[target.release]
            near = shelf.near(target, company.same)
            found = [f for thing in near if (f := evidence(target, promise, thing, company))]
            out += [_said(target, f) for f in _chosen(target, found)]
    unique = {(f.promise, f.thing): f for f in sorted(out, key=lambda f: (f.certainty, f.reason))}
    return sorted(unique.values(), key=lambda f: (f.promise, -f.certainty, f.day or "", f.thing))


def _chosen(target: Target, found: Iterable[Found]) -> Iterator[Found]:
    """Those sure enough; of several occasions that fit one promise, the next one, as planned and as held."""
    enough = sorted((f for f in found if f.certainty >= _ENOUGH), key=_over)
    if _many(target):
        days: set[tuple[str | None, bool]] = set()
        for one in sorted(enough, key=lambda f: -f.certainty):
            if target.kind != "engagement" or (one.day, one.announced) not in days:
                yield one
            days.add((one.day, one.announced))
        return
    best: dict[tuple[str, bool], float] = {}
    for one in enough:
        best[one.becomes, one.announced] = max(best.get((one.becomes, one.announced), 0.0), one.certainty)
    seen: set[tuple[str, bool]] = set()
    took_place: Found | None = None
    for one in enough:
        if took_place and not _in_days(target, one) and _is_next(one, took_place):
            continue  # what is told of a next one is not what became of this one
        what = one.becomes, one.announced
        if one.certainty >= best[what] - 0.1 and (what not in seen or _in_days(target, one)):
            seen.add(what)
            took_place = took_place or (one if one.becomes in _TAKEN_PLACE else None)
            yield one


def _is_next(one: Found, took_place: Found) -> bool:
    return one.becomes in _TAKEN_PLACE or (one.told or "") >= (took_place.told or "")


def _in_days(target: Target, found: Found) -> bool:
    """Whether it took place in the few days that the promise names: talks, a dinner, the visit that holds them."""
    span = bounds(found.day)
    if found.becomes not in _TAKEN_PLACE or not span or not target.due or not target.precise:
        return False
    few = days_between(*target.due) <= _FEW
    return few and target.due[0] <= span[0] and span[1] <= target.due[1]


def _over(found: Found) -> tuple[str, str, float, str]:
    """By which day it surely was: what is told of a month may have been on its last day."""
    span = bounds(found.day)
    return (span[1] if span else LAST, found.day or LAST, -found.certainty, found.thing)


def _many(target: Target) -> bool:
    """Whether several things make it good: a series kept up, calls of ships, talks in the coming days."""
    if target.kind == "contact":
        return not target.continues
    return target.several or (target.continues and (target.kind == "exercise" or target.ships))


def _said(target: Target, found: Found) -> FollowUp:
    bearing = "announced" if found.announced else "done" if found.done and not target.continues else "step"
    return FollowUp(
        promise=target.promise,
        thing=found.thing,
        becomes=found.becomes,
        reason=found.reason,
        certainty=round(found.certainty, 2),
        day=found.day,
        bearing=bearing,
        told=found.told,
    )
