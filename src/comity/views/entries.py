"""Entries as a reader sees them: when, where, who, what and what became of it, each with the words it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from comity.linking.heads import accounts, head
from comity.model import Agreement, Claim, Commitment, Engagement, Entry, Exercise, Kept, Position, Relation, Tie
from comity.model.shape import claim_shape
from comity.record.tags import status_of
from comity.views.wording import spoken, what

__all__ = ["Standing", "entry_shape", "kept_shape", "parties", "standing", "status", "title", "when", "where", "who"]

Standing = Literal["held", "planned", "awaited", "off"]
"""What a status comes to: it took place (or is done), it is to come, it was to come and no news is told, it is off."""
_OFF = frozenset({"cancelled", "postponed"})
_TO_COME = frozenset({"planned", "proposed", "invited", "negotiating", "continuing"})


def when(claim: Claim) -> str:
    """The date of a claim as EDTF; '' where none is told."""
    told = claim.due if isinstance(claim, Commitment) else getattr(claim, "when", None)
    return (told.edtf or "") if told else ""


def where(claim: Claim) -> str:
    """Place and country; '' where none is told."""
    told = (getattr(claim, "place", None), getattr(claim, "place_country", None))
    return ", ".join(part for part in told if part)


def parties(claim: Claim) -> str:
    """Who, or by whom to whom."""
    match claim:
        case Commitment(by=by, to=to):
            return " → ".join(", ".join(side) for side in (by, to) if side)
        case Position(by=by):
            return ", ".join(by)
        case Engagement(parties=told) | Exercise(parties=told) | Agreement(parties=told) | Relation(parties=told):
            return ", ".join(told)
    return ""


def who(claim: Claim) -> str:
    """The people who took part, by name."""
    if not isinstance(claim, Engagement):
        return ""
    return ", ".join(person.name for person in claim.participants if person.name)


def status(claim: Claim) -> str:
    """The status, force or stance, as it is read."""
    return spoken(status_of(claim) or "")


def standing(claim: Claim, *, late: bool = False) -> Standing:
    """What the status of a meeting, an exercise or an agreement comes to; `late`: its day is past without news."""
    told = getattr(claim, "status", "held")
    if told in _OFF:
        return "off"
    return ("awaited" if late else "planned") if told in _TO_COME else "held"


def title(entry: Entry) -> str:
    """What the entry is of, in one phrase."""
    return what(head(entry))


def kept_shape(kept: Kept, ties: Iterable[Tie] = ()) -> dict[str, Any]:
    """A member of an entry as JSON: the claim, its release, and why it belongs here."""
    tie = next((tie for tie in ties if kept.id in (tie.a, tie.b)), None)
    told: Mapping[str, Any] | None = None
    if tie is not None:
        other = tie.b if tie.a == kept.id else tie.a
        told = {"to": other, "reason": tie.reason, "certainty": round(tie.certainty, 3)}
    return {
        "release": kept.release or None, "issued": kept.issued, "title": kept.title, "genre": kept.genre or None,
        "review": kept.review, "tie": told, "claim": claim_shape(kept.claim),
    }  # fmt: skip


def entry_shape(entry: Entry) -> dict[str, Any]:
    """An entry as JSON: what it comes to, whose accounts it rests on, and all that tells of it."""
    one = head(entry)
    shape = {key: value for key, value in claim_shape(one).items() if key not in _OF_A_CLAIM}
    return {
        "entry": entry.id, "kind": entry.kind, "what": what(one), "accounts": list(accounts(entry)),
        "releases": len(entry.releases), "head": shape,
        "members": [kept_shape(kept, entry.ties) for kept in entry.members],
    }  # fmt: skip


_OF_A_CLAIM = frozenset({"id", "rule", "evidence", "according_to", "certainty", "part_of", "order"})
