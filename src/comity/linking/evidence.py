"""Weighs one thing as what became of one promise: what speaks for it, in words, and how much."""

from __future__ import annotations

import re
from collections.abc import Callable

from comity.linking.beside import Company
from comity.linking.bounds import bounds
from comity.linking.contacts import contact
from comity.linking.drills import drill
from comity.linking.gifts import gift
from comity.linking.occasions import occasion
from comity.linking.pacts import pact
from comity.linking.parts import part
from comity.linking.signs import Found, found
from comity.linking.targets import Target
from comity.linking.wording import agree, shared, spoken, wording_of
from comity.linking.work import work
from comity.model import Claim, Entry, Kept, Position

__all__ = ["done_in", "evidence"]

_DONE = re.compile(
    r"\b(delivery|completion|launch(?:ing)?|opening|establishment|inauguration|conclusion|signing|signature|"
    r"adoption|arrival)\s+of\b",
    re.IGNORECASE,
)
_DONE_AS = {
    "delivery": "delivered", "arrival": "delivered", "completion": "completed", "launch": "established",
    "launching": "established", "opening": "established", "establishment": "established", "inauguration": "established",
    "conclusion": "signed", "signing": "signed", "signature": "signed", "adoption": "adopted",
}  # fmt: skip
_GLAD = frozenset({"welcomes", "appreciates", "commends", "acknowledges"})


def evidence(target: Target, promise: Entry, thing: Entry, company: Company) -> Found | None:
    """What speaks for this thing; None where something speaks against it, or it tells nothing after the promise."""
    later = [k for k in thing.members if (b := bounds(k.issued)) and b[1] >= target.made]
    if not later or thing.id == promise.id:
        return None
    return _WEIGHED[target.kind](target, promise, thing, later, company)


def _deed(target: Target, promise: Entry, thing: Entry, later: list[Kept], _: Company) -> Found | None:
    for kept in later:
        claim = kept.claim
        match = done_in(claim)
        if match is None or not isinstance(claim, Position) or not set(claim.by) & target.parties:
            continue
        becomes = _DONE_AS[match.group(1).casefold()]
        rest = wording_of(claim.topic[match.end() :])
        common = rest.strong & target.words.strong
        most = len(common) >= 0.7 * len(rest.strong) and shared(rest, target.words) >= 0.35 * target.words.weight
        if becomes not in target.deeds or len(common) < 3 or not most or not agree(rest, target.words):
            continue
        names = ", ".join(spoken(target.text, common)[:4])
        why = [f"a later release {claim.stance} the {match.group(1)} of what the promise names ({names})"]
        return found(target, promise, thing, kept, 0.8, why, becomes)
    return None


def done_in(claim: Claim) -> re.Match[str] | None:
    """The words by which a position is glad of something done ("welcomes the delivery of ...")."""
    return _DONE.search(claim.topic) if isinstance(claim, Position) and claim.stance in _GLAD else None


_Weigh = Callable[[Target, Entry, Entry, list[Kept], Company], Found | None]
_WEIGHED: dict[str, _Weigh] = {
    "exercise": drill, "engagement": occasion, "part": part, "contact": contact, "agreement": pact, "deed": _deed,
    "gift": gift, "work": work,
}  # fmt: skip
