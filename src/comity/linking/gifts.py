"""Weighs a later promise of help as a step in help promised before: the same giver and receiver, and something new."""

from __future__ import annotations

import re

from comity.linking.beside import Company
from comity.linking.bounds import bounds, days_between
from comity.linking.signs import Found, found
from comity.linking.targets import Target
from comity.linking.wording import spoken, stems_of, wording_of
from comity.model import Commitment, Entry, Kept

__all__ = ["gift", "gives", "kinds_of_help", "receivers"]

_GIVEN = frozenset({"committed", "agreed", "offered", "intends"})

_NEW = re.compile(
    r"\b(?:additional|new|further|more|announc\w+|packages?|drawdowns?|tranches?|shipments?|deliver(?:ed|ies)|another)\b",
    re.IGNORECASE,
)
_PACKAGES = re.compile(r"\b(?:packages|tranches|drawdowns|shipments|deliveries)\b", re.IGNORECASE)
"""More than one of which is promised."""

_HELP = re.compile(
    r"\b(security|military|humanitarian|economic|financial|budget(?:ary)?|technical|medical|energy|development)"
    r"(?: and \w+)? (?:assistance|aid|support)\b",
    re.IGNORECASE,
)
_SOON = 60
"""Days after the promise within which help of the kind promised is what was promised; of much of it more is given."""

_PURPOSE = re.compile(
    r"\b(?:as|so that|in order|to (?!provide|suppl|send|deliver|support|assist|give)(?=[a-z])|against|until)\b"
)
_KINDS = stems_of(
    "provide support supply send deliver donate give assist assistance equip equipment transfer aid "
    "additional new further more announce package drawdown tranche shipment million billion fund funding "
    "continue people government"
)
"""Words of giving that say nothing of what is given."""


def gift(target: Target, promise: Entry, thing: Entry, later: list[Kept], _: Company) -> Found | None:
    """A later sum or package of what was promised; telling the promise again is none."""
    claims = [k.claim for k in thing.members if isinstance(k.claim, Commitment)]
    new = [k for k in later if (k.issued or "") > target.made and k.release not in promise.releases]
    if len(new) < len(thing.members) or not claims or not all(gives(c) for c in claims):
        return None
    told = min(new, key=lambda k: (k.issued or "", k.id))
    claim = told.claim
    if not isinstance(claim, Commitment) or not (claim.amount or _NEW.search(f"{claim.action} {claim.quote}")):
        return None
    given = sorted(receivers(claim) & _receivers_of(target))
    if set(claim.by) - target.by or not given or _once(target) or wording_of(claim.action).negated:
        return None
    what = _same_help(target.text, claim, _days(target, told))
    if not what:
        return None
    sum_told = f", {claim.amount.printed}" if claim.amount else ""
    why = [f"a later promise by the same giver, to {', '.join(given)}, of more: {what}{sum_told}"]
    return found(target, promise, thing, told, 0.8, why, "continued")


def _days(target: Target, told: Kept) -> int:
    day = bounds(told.issued)
    return days_between(target.made, day[0]) if day else 0


def _once(target: Target) -> bool:
    """Whether the promise is itself of one sum or package, which a next one does not make good."""
    return not _PACKAGES.search(target.text) and bool(target.words.numbers or _NEW.search(target.text))


def _same_help(promised: str, later: Commitment, days: int) -> str:
    """What is given by both, in the words of the later one: by its kind ("security assistance"), or by its name."""
    told = later.action
    kinds, others = kinds_of_help(promised), kinds_of_help(told)
    if kinds and others:
        return "" if days > _SOON else ", ".join(f"{kind} assistance" for kind in sorted(kinds & others))
    head = wording_of(_PURPOSE.split(promised)[0])
    words = head.strong - _KINDS
    common = words & wording_of(told).strong
    named = later.amount and common and common == words and len(words | head.weak - _KINDS) > 1
    return ", ".join(spoken(told, common)[:3]) if named else ""


def kinds_of_help(text: str) -> frozenset[str]:
    """The kinds of help that a text names: "security", "humanitarian"."""
    return frozenset(m.group(1).casefold() for m in _HELP.finditer(text))


def gives(claim: Commitment) -> bool:
    """Whether it is a promise to give, and not one that others should."""
    return claim.force in _GIVEN


def receivers(claim: Commitment) -> frozenset[str]:
    """Those who may be given to: the addressees and the states that the promise names, but for those it is against."""
    return (frozenset(claim.to) | _for(claim.action)) - set(claim.by)


def _for(action: str) -> frozenset[str]:
    return wording_of(_PURPOSE.split(action)[0]).states


def _receivers_of(target: Target) -> frozenset[str]:
    return (target.to | _for(target.text)) - target.by
