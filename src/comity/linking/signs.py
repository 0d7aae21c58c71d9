"""What one telling says of a thing after a promise: how far on it is, when, and whether it is news at all."""

from __future__ import annotations

import re
from dataclasses import dataclass

from comity.linking.bounds import FIRST, LAST, bounds, days_between
from comity.linking.targets import Target
from comity.linking.wording import wording_of
from comity.model import Agreement, Claim, Engagement, Entry, Exercise, Kept

__all__ = ["AT_LEAST", "RANK", "Found", "before", "event_day", "found", "furthest", "in_due", "status_of", "told_day"]

RANK = {
    "proposed": 0, "continuing": 0, "invited": 0,
    "negotiating": 1, "planned": 1, "postponed": 1, "concluded": 2, "ongoing": 2,
    "signed": 3, "held": 3, "ratified": 4, "in_force": 5, "extended": 5, "operational": 6, "cancelled": 7,
}  # fmt: skip
_TAKEN_PLACE = frozenset({"held", "ongoing"})
_SUREST = 0.97
_ON_PAPER = frozenset({"planned", "proposed", "invited"})
_OTHER_ACCOUNT = 1
"""Days after the promise within which the other side tells of the plan too."""
_ON_THE_WAY = frozenset({"continued", "in_progress"})
_NEWS = frozenset({"planned", "ongoing", "held", "postponed", "cancelled"})
_OCCASION = re.compile(
    r"\b(?:met|meet\w*|talks?|visit\w*|summit|calls?|spoke|receiv\w*|welcom\w*|dialogue|roundtable|consultations)\b",
    re.IGNORECASE,
)
AT_LEAST = {"negotiating": 1, "signed": 2, "ratified": 4, "in_force": 5, "extended": 5, "operational": 6}


@dataclass(frozen=True, slots=True)
class Found:
    """A thing that may be what became of a promise."""

    thing: str
    becomes: str
    reason: str
    certainty: float
    day: str | None
    told: str | None
    announced: bool
    done: bool


def found(
    target: Target, promise: Entry, thing: Entry, told: Kept, weight: float, why: list[str], becomes: str | None = None
) -> Found:
    """The thing as found, with what one of its tellings makes of the promise and whether that is only announced."""
    status = becomes or status_of(told)
    taken_place = status in _TAKEN_PLACE and target.today  # promised for later that day, and told of as held
    own = {target.release} if target.kind == "contact" else promise.releases  # each telling of it is kept anew
    later = days_between(target.made, told.issued) if bounds(told.issued) and told.issued else 0
    retold = status in _ON_PAPER and later <= _OTHER_ACCOUNT
    announced = told.release in own or retold or (later <= 0 and not taken_place)
    reached = target.step != "negotiating" and RANK.get(status, 0) >= AT_LEAST.get(target.step, 99)
    done = (becomes or status) not in _ON_THE_WAY and (becomes is not None or status in _TAKEN_PLACE or reached)
    if announced:
        why = [*why, "told on the day of the promise itself"]
    return Found(
        thing.id,
        status,
        "; ".join(why),
        min(weight, _SUREST),
        _edtf(told.claim) or told.issued,
        told.issued,
        announced,
        done and status != "cancelled",
    )


def furthest(target: Target, later: list[Kept]) -> Kept | None:
    """The telling that is furthest on, of what is not told to have been before the promise.

    What took place is told best by who tells it first, a plan by who tells it last; either, where a day is told.
    """
    news = _NEWS | {"continuing"} if target.continues else _NEWS
    fit = [k for k in later if status_of(k) in news and not before(target, k)]
    fit = [k for k in fit if not (status_of(k) in _TAKEN_PLACE and told_day(target, k) is None)]
    most = max((RANK[status_of(k)] for k in fit), default=0)
    told = sorted(
        (k for k in fit if RANK[status_of(k)] == most),
        key=lambda k: (event_day(k) is not None, k.issued or "", k.id),
    )
    if not told:
        return None
    first = next((k for k in told if event_day(k)), told[0])
    return first if status_of(first) in _TAKEN_PLACE else told[-1]


def status_of(kept: Kept) -> str:
    """The status as told; what is said of a day to come ("when he is in Lima next month") is planned."""
    status, day = str(getattr(kept.claim, "status", "")), event_day(kept)
    return "planned" if status in _TAKEN_PLACE and day and kept.issued and day > kept.issued else status


def before(target: Target, kept: Kept) -> bool:
    """Whether the telling is of something over before the promise, or as old as the promise's release."""
    when = bounds(_edtf(kept.claim))
    if when is None:
        return (kept.issued or "") < target.made
    if when[1] == target.made and target.today:
        return False
    return when[1] <= target.made and status_of(kept) not in (
        "planned",
        "invited",
        "proposed",
        "postponed",
        "cancelled",
    )


def event_day(kept: Kept) -> str | None:
    """The first day that the telling gives for the thing; the last where only that is told."""
    when = bounds(_edtf(kept.claim))
    return None if when is None else when[0] if when[0] > FIRST else when[1] if when[1] < LAST else None


def told_day(target: Target, kept: Kept) -> str | None:
    """The day of the thing; without one, the day of issue where the release tells it as its news, or as yet to come.

    It is news where the title tells of it, or where it is told in the very days that the promise names.
    """
    day = event_day(kept)
    if day or not isinstance(kept.claim, Engagement) or not kept.issued:
        return day
    due = target.due if target.precise else None
    news = bool(due and due[0] <= kept.issued <= due[1]) or _in_title(kept)
    return kept.issued if news or status_of(kept) == "planned" else None


def _in_title(kept: Kept) -> bool:
    """Whether the title tells of a meeting, and of who was there."""
    title, claim = kept.title or "", kept.claim
    if not isinstance(claim, Engagement) or not _OCCASION.search(title):
        return False
    words = set(re.findall(r"\w{3,}", title))
    people = sum(bool(words & set(re.findall(r"\w{3,}", p.name or ""))) for p in claim.participants)
    return people + len(wording_of(title).states & set(claim.parties)) > 1


def _edtf(claim: Claim) -> str | None:
    when = claim.when if isinstance(claim, Engagement | Exercise | Agreement) else None
    return when.edtf if when else None


def in_due(target: Target, told: Kept, why: list[str]) -> float:
    """What the promised time says: for it where the thing falls in it, against it where it does not."""
    when = bounds(_edtf(told.claim)) or bounds(told_day(target, told))
    if target.due is None or when is None:
        return 0.0
    start = when[0] if when[0] > FIRST else when[1]  # of a closing, only the closing is known
    if start <= target.due[1] and target.due[0] <= when[1]:
        why.append("at the time that the promise names")
        return 0.25 if target.precise else 0.12
    return -0.3
