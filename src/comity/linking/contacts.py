"""Weighs a meeting or call as the contact that those who talked promised to keep."""

from __future__ import annotations

from comity.linking.aims import coming_days
from comity.linking.beside import Company, same_people
from comity.linking.bounds import days_between
from comity.linking.signs import Found, event_day, found, furthest, status_of
from comity.linking.targets import Target
from comity.model import Engagement, Entry, Kept

__all__ = ["contact"]

_TALK = frozenset({"call", "talks", "summit"})
_ALSO = "conference"
"""What a meeting of two, with their people named, may be called too."""
_SOON, _AT_MOST, _COMING = 14, 60, 7
"""Days after the promise: within which contact plainly was kept; after which meeting again says little of it; and that
"the coming days" are."""


def contact(target: Target, promise: Entry, thing: Entry, later: list[Kept], company: Company) -> Found | None:
    """The next talk of the same people, where they promised at a meeting to keep in contact."""
    claims = [k.claim for k in thing.members if isinstance(k.claim, Engagement)]
    told = furthest(target, later)
    parties = frozenset(p for c in claims for p in c.parties)
    kinds = _TALK | {_ALSO} if len(parties) == 2 else _TALK
    if told is None or status_of(told) not in ("held", "ongoing") or not {c.kind for c in claims} & kinds:
        return None
    day = event_day(told)
    if (
        day is None
        or day <= target.made
        or days_between(target.made, day) > (_COMING if coming_days(target.text) else _AT_MOST)
    ):
        return None
    if thing.id in company.occasions or parties not in company.parties:
        return None
    who = same_people(company.people, claims)
    if not who or not _of_the_other(who, claims, promise):
        return None
    days = days_between(target.made, day)
    weight = 0.85 if days <= _SOON else 0.78
    why = [f"the next talks of the same people ({', '.join(who)}), {days} day{'s' * (days != 1)} after the promise"]
    return found(target, promise, thing, told, weight, why)


def _of_the_other(who: list[str], claims: list[Engagement], promise: Entry) -> bool:
    """Whether one of these speaks for another state than that whose account the promise is."""
    telling = {state for c in promise.claims() for state in c.according_to}
    if len(telling) > 1:
        return True
    return any(p.name in who and p.country not in telling for c in claims for p in c.participants)
