"""Weighs a later promise of help as a step in help promised before: the same giver and receiver, and something new."""

from __future__ import annotations

import re

from comity.linking.beside import Company
from comity.linking.signs import Found, found
from comity.linking.targets import Target
from comity.linking.wording import spoken, wording_of
from comity.model import Commitment, Entry, Kept

__all__ = ["gift", "gives", "receivers"]

_GIVEN = frozenset({"committed", "agreed", "offered", "intends"})

_NEW = re.compile(
    r"\b(?:additional|new|further|more|announc\w+|packages?|drawdowns?|tranches?|shipments?|deliver(?:ed|ies)|another)\b",
    re.IGNORECASE,
)
_KINDS = frozenset(w for t in ("provide support supply send deliver donate give assist assistance equip equipment "
                   "transfer aid additional new further more announce package drawdown tranche shipment million billion "
                   "fund funding continue").split() for w in wording_of(t).strong)  # fmt: skip
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
    if set(claim.by) - target.by or not given:
        return None
    words = wording_of(claim.action)
    object_words = target.words.strong - _KINDS
    common = words.strong & object_words
    if words.negated or not common or len(common) < 0.5 * len(object_words):
        return None
    what = ", ".join(spoken(claim.action, common)[:3])
    sum_told = f", {claim.amount.printed}" if claim.amount else ""
    why = [f"a later promise of the same giver to {', '.join(given)} of more of it ({what}{sum_told})"]
    return found(target, promise, thing, told, 0.8, why, "continued")


def gives(claim: Commitment) -> bool:
    """Whether it is a promise to give, and not one that others should."""
    return claim.force in _GIVEN


def receivers(claim: Commitment) -> frozenset[str]:
    """Those who may be given to: the addressees and the states that the promise names."""
    return (frozenset(claim.to) | wording_of(claim.action).states) - set(claim.by)


def _receivers_of(target: Target) -> frozenset[str]:
    return (target.to | target.words.states) - target.by
