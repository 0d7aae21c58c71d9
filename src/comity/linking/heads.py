"""What an entry comes to: one claim that says the most that its members say together, the surest telling first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from comity.model import Agreement, Claim, Engagement, Entry, Exercise, Kept, Participant, When

__all__ = ["accounts", "head"]

_REACHED = (
    "proposed", "invited", "negotiating", "planned", "continuing", "postponed", "cancelled", "concluded", "ongoing",
    "signed", "held", "ratified", "in_force", "operational", "extended", "terminated",
)  # fmt: skip
"""How far a thing has come; the furthest that is told is what it has come to."""
_UNIONS = frozenset({"parties", "by", "to", "about", "domains", "format", "focus", "vessels", "topics"})
_OWN = frozenset({"id", "rule", "evidence", "according_to", "certainty", "inferences", "part_of", "order"})


def head(entry: Entry) -> Claim:
    """One claim for the whole entry: how far it has come, its finest date, everybody who is named as taking part.

    Its evidence, id and account are those of the telling that says the most; the members hold all the others.
    """
    if len(entry.members) == 1 and not isinstance(entry.members[0].claim, Engagement):
        return entry.members[0].claim  # most things are told once
    ranked = sorted(entry.members, key=_rank)
    first = ranked[0].claim
    told = [kept.claim for kept in ranked]
    values: dict[str, Any] = {}
    for field in fields(first):
        if field.name in _UNIONS:
            values[field.name] = _union(told, field.name)
        elif field.name not in _OWN and _empty(getattr(first, field.name)):
            values[field.name] = next((v for c in told if not _empty(v := getattr(c, field.name))), None)
    if isinstance(first, Engagement | Exercise | Agreement):
        values["when"] = _finest([c.when for c in told if isinstance(c, Engagement | Exercise | Agreement)])
    if isinstance(first, Engagement):
        values["participants"] = _people([c for c in told if isinstance(c, Engagement)])
    return replace(first, **{name: value for name, value in values.items() if value is not None})


def accounts(entry: Entry) -> tuple[str, ...]:
    """Whose accounts an entry rests on, sorted."""
    return tuple(sorted({party for claim in entry.claims() for party in claim.according_to}))


def _rank(kept: Kept) -> tuple[object, ...]:
    claim = kept.claim
    reached = _REACHED.index(claim.status) if hasattr(claim, "status") and claim.status in _REACHED else -1
    said = sum(not _empty(getattr(claim, field.name)) for field in fields(claim) if field.name not in _OWN)
    return (kept.review not in {"accepted", "corrected"}, -reached, -said, -claim.certainty, kept.issued or "", kept.id)


def _empty(value: object) -> bool:
    return value in (None, "", (), "unknown", "other")


def _union(told: Sequence[Claim], name: str) -> tuple[object, ...]:
    return tuple(dict.fromkeys(one for claim in told for one in getattr(claim, name)))


def _finest(told: Sequence[When | None]) -> When | None:
    """Of the dates, the one that says the day; of equal ones the first."""
    known = [when for when in told if when and when.edtf]
    return min(known, key=lambda when: (".." in (when.edtf or ""), -min(10, len(when.edtf or ""))), default=None)


def _people(told: Sequence[Engagement]) -> tuple[Participant, ...]:
    found: dict[tuple[str | None, str], Participant] = {}
    for claim in told:
        for who in claim.participants:
            words = set((who.name or "").casefold().split())
            known = any(words and words <= set(name.casefold().split()) for name, _ in found if name)
            if not known:
                found.setdefault((who.name, who.office if who.name is None else ""), who)
    return tuple(found.values())
