"""Weighs an occasion, of which a promise's own sentence tells, as the one at which the promised was to be done."""

from __future__ import annotations

from comity.linking.beside import Company
from comity.linking.signs import Found, found, furthest, status_of, told_day
from comity.linking.targets import Target
from comity.model import Engagement, Entry, Kept

__all__ = ["part"]

_ON_PAPER = frozenset({"planned", "proposed", "invited"})


def part(target: Target, promise: Entry, thing: Entry, later: list[Kept], company: Company) -> Found | None:
    """The occasion, once it is told as held: a step, for what was done there is not shown by it."""
    planned = [k for k in thing.members if k.release == target.release and _says_who_and_when(target, k)]
    told = furthest(target, [k for k in later if k.release not in promise.releases])
    if target.asks or target.invites or thing.id not in company.same or not planned:
        return None
    if told is None or status_of(told) != "held":
        return None
    claim, day = told.claim, told_day(target, told)
    if not isinstance(claim, Engagement) or not set(claim.parties) & target.by or day is None or day < target.made:
        return None
    return found(target, promise, thing, told, 0.78, ["the occasion at which it was to be done was held"])


def _says_who_and_when(target: Target, kept: Kept) -> bool:
    claim = kept.claim
    if not isinstance(claim, Engagement) or status_of(kept) not in _ON_PAPER or not claim.when:
        return False
    return any(p.name and p.country in target.by for p in claim.participants)
