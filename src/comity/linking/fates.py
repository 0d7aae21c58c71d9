"""What the record suggests became of a promise, and what is awaited; the last word is a person's.

Comity itself never says lapsed, contradicted or withdrawn:
that no release tells of a thing does not show that it did not happen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from comity.linking.bounds import LAST, bounds, days_between
from comity.linking.followups import FollowUp
from comity.linking.targets import Target, targets_of
from comity.linking.wording import wording_of
from comity.model import Commitment, Engagement, Entry, Exercise, When

__all__ = ["Awaited", "Fate", "awaited", "fate", "is_checkable"]

_NO_DEADLINE = re.compile(
    r"\b(?:fiscal|financial year|FY|budget year|soon|early|earliest|shortly|near future|mutually convenient|"
    r"from|since|starting|beginning|start of|as of|after|over the next|coming (?:weeks|months|years))\b",
    re.IGNORECASE,
)
"""Words of a due date by which nothing is overdue: fiscal years, "soon", and when a thing is to begin."""

_AGAIN = 7
"""Days after the first telling from which telling it again is a repetition, and not the same meeting's accounts."""

_OPEN_STATUS = frozenset({"planned", "proposed", "invited"})
_CLOSED_STATUS = frozenset({"held", "ongoing", "cancelled", "postponed", "continuing"})


@dataclass(frozen=True, slots=True)
class Fate:
    """What the record suggests: `status` and why; `overdue` is the last day it was due by, once that is past.

    `silent_since` is the last day on which a release tells of the promise or of what became of it. `checkable` says
    that the promise names a deliverable or a date.
    """

    status: str
    reason: str
    overdue: str | None
    silent_since: str | None
    checkable: bool


@dataclass(frozen=True, slots=True)
class Awaited:
    """A planned thing whose last possible day is past, and of which no release tells whether it was held."""

    entry: str
    since: str
    reason: str


def fate(promise: Entry, follow_ups: Iterable[FollowUp], today: str, aims: Sequence[Target] | None = None) -> Fate:
    """What is suggested to have become of a promise by `today` (an ISO day); nothing told later counts.

    `aims` are the promise's targets, where they were worked out before.
    """
    of_it = sorted(
        (f for f in follow_ups if f.promise == promise.id and (f.told is None or f.told <= today)),
        key=lambda f: (-f.certainty, f.day or "", f.thing),
    )
    told = sorted(k.issued for k in promise.members if k.issued and k.issued <= today)
    days = [*told, *(f.told for f in of_it if f.told)]
    checkable = is_checkable(promise, targets_of(promise) if aims is None else aims)
    status, reason = _status(of_it, told, checkable=checkable)
    return Fate(
        status, reason, None if status == "fulfilled" else _overdue(promise, today), max(days, default=None), checkable
    )


def awaited(entry: Entry, today: str) -> Awaited | None:
    """Whether a planned engagement or exercise is awaited; None where it is yet to come, told of, or has no day."""
    claims = [c for c in entry.claims() if isinstance(c, Engagement | Exercise)]
    if not claims or any(c.status in _CLOSED_STATUS for c in claims):
        return None
    ends = [b[1] for c in claims if c.status in _OPEN_STATUS and c.when and (b := bounds(c.when.edtf))]
    if not ends or max(ends) >= today or max(ends) == LAST:
        return None
    since = max(ends)
    return Awaited(
        entry.id, since, f"planned for {since} at the latest; no release in the record tells that it was held"
    )


def _status(found: list[FollowUp], told: list[str], *, checkable: bool) -> tuple[str, str]:
    done = [f for f in found if f.bearing == "done"]
    if done:
        return "fulfilled", f"{done[0].becomes}{_on(done[0])}: {done[0].reason}"
    cancelled = [f for f in found if f.becomes in ("cancelled", "postponed")]
    if cancelled:
        return "open", f"a planned holding was {cancelled[0].becomes}{_on(cancelled[0])}"
    steps = [f for f in found if f.bearing == "step"]
    if steps:
        return "in_progress", f"{steps[0].becomes}{_on(steps[0])}: {steps[0].reason}"
    if len(told) > 1 and _apart(told[0], told[-1]) > _AGAIN:
        return "repeated", f"told again by {told[-1]}, first on {told[0]}"
    if any(f.bearing == "announced" for f in found):
        return "open", "announced on the day of the promise; no later release in the record tells of it"
    if checkable:
        return "open", "no later release in the record tells of it"
    return "unknown", "it names neither a deliverable nor a date, so nothing could show that it was kept"


def _on(found: FollowUp) -> str:
    return f" ({found.day})" if found.day else ""


def _apart(first: str, last: str) -> int:
    early, late = bounds(first), bounds(last)
    return days_between(early[0], late[0]) if early and late else 0


def is_checkable(promise: Entry, aims: Sequence[Target]) -> bool:
    """Whether it names a deliverable (an exercise, an occasion, a step of an agreement, a sum, a number) or a date."""
    claims = [c for c in promise.claims() if isinstance(c, Commitment)]
    if any(c.amount or (c.due and c.due.edtf) for c in claims):
        return True
    if any(
        (t.kind in ("engagement", "agreement") and not t.loose) or (t.kind == "exercise" and (t.names or t.first))
        for t in aims
    ):
        return True
    return any(re.search(r"\d", c.action) and wording_of(c.action).numbers for c in claims)


def _overdue(promise: Entry, today: str) -> str | None:
    """The latest day of all that it was told to be due by, where that is a deadline and past.

    What is due on the day it is told ("today") tells when it is said, and is no deadline.
    """
    told = [(kept.claim.due, kept.issued or "") for kept in promise.members if isinstance(kept.claim, Commitment)]
    dues = [(due, issued) for due, issued in told if due]
    ends = [
        span[1] for due, issued in dues if _deadline(due) and (span := bounds(due.edtf)) and span[1] > issued
    ]  # fmt: skip
    if not ends or len(ends) < len(dues):
        return None
    return max(ends) if max(ends) < today else None


def _deadline(due: When) -> bool:
    return bool(due.edtf) and not _NO_DEADLINE.search(due.printed) and not (due.edtf or "").endswith("..")
