"""Promises and what became of them: who promised what to whom, in which words, and what is told of it since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from comity.linking.fates import Fate, fate, is_checkable
from comity.linking.followups import FollowUp, follow_ups
from comity.linking.heads import accounts, head
from comity.linking.targets import targets_of
from comity.model import Commitment, Entry, Kept
from comity.model.days import days_of
from comity.views.entries import entry_shape, title

__all__ = ["Promise", "promise_shape", "promises_of", "silent_for"]


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise, what is suggested to have become of it, and the things that suggest it."""

    entry: Entry
    head: Commitment
    fate: Fate
    since: tuple[tuple[FollowUp, Entry], ...]

    @property
    def first(self) -> Kept:
        """Where it was told first."""
        return self.entry.members[0]


def promises_of(entries: Sequence[Entry], today: str, *, every: bool = False) -> list[Promise]:
    """The promises among some entries, the oldest first, with what later entries tell of them.

    Args:
        entries: promises and all else that may tell what became of them.
        today: the day of the suggestion (ISO 8601).
        every: those too that name neither a deliverable nor a date.
    """
    aims = {entry.id: targets_of(entry) for entry in entries if entry.kind == "commitment"}
    promised = [e for e in entries if e.id in aims and (every or is_checkable(e, aims[e.id]))]
    known = {entry.id: entry for entry in entries}
    since: defaultdict[str, list[FollowUp]] = defaultdict(list)
    for follow in follow_ups(promised, [entry for entry in entries if entry.kind != "position"], aims):
        since[follow.promise].append(follow)
    found: list[Promise] = []
    for entry in promised:
        one = head(entry)
        if isinstance(one, Commitment):
            told = fate(entry, since[entry.id], today, aims[entry.id])
            found.append(Promise(entry, one, told, tuple((f, known[f.thing]) for f in since[entry.id])))
    return found


def silent_for(told: Promise, today: str) -> int:
    """For how many whole months before a day no release has told of a promise or of what became of it.

    0 where no day of issue is known.
    """
    days = days_of(told.fate.silent_since or "")
    if days is None:
        return 0
    last, now = days[1], date.fromisoformat(today)
    return max(0, (now.year - last.year) * 12 + now.month - last.month - (now.day < last.day))


def promise_shape(told: Promise) -> dict[str, Any]:
    """A promise as JSON."""
    one = told.head
    return {
        "entry": told.entry.id, "by": list(one.by), "to": list(one.to), "force": one.force, "action": one.action,
        "about": list(one.about), "due": one.due.edtf if one.due else None, "accounts": list(accounts(told.entry)),
        "first_told": told.first.issued, "releases": list(told.entry.releases),
        "quotes": [
            {"claim": kept.id, "release": kept.release, "issued": kept.issued, "quote": kept.claim.quote}
            for kept in told.entry.members
        ],
        "status": told.fate.status, "reason": told.fate.reason, "basis": "suggested", "overdue": told.fate.overdue,
        "silent_since": told.fate.silent_since, "checkable": told.fate.checkable,
        "since": [
            {
                "entry": thing.id, "kind": thing.kind, "what": title(thing), "becomes": follow.becomes,
                "bearing": follow.bearing, "day": follow.day, "reason": follow.reason,
                "certainty": round(follow.certainty, 3),
                "quotes": [member["claim"]["evidence"][:1] for member in entry_shape(thing)["members"]],
            }
            for follow, thing in told.since
        ],
    }  # fmt: skip
