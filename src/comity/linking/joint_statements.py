"""Which joint statements of a day are one: a few states issue one a day, a grouping may issue several."""

from __future__ import annotations

from comity.linking.agreement_names import alike
from comity.linking.deeds import Deed
from comity.linking.stretches import precise

__all__ = ["tied_by_day"]

_FEW = 4
"""Parties from which a grouping may issue several statements on one day."""


def tied_by_day(one: Deed, other: Deed) -> tuple[str, float] | None:
    """Why two joint statements are one by their day, and how sure; None where they need not be."""
    if one.at is None or other.at is None or not (precise(one.at) and precise(other.at)) or one.at.gap(other.at) > 1:
        return None
    if one.parties == other.parties and _one_paper(one, other):
        return "a joint statement of the same parties on the same day", 0.85
    akin = one.parties <= other.parties or other.parties <= one.parties
    if akin and len(one.name & other.name) > 1 and alike(one.name, other.name):
        return "a joint statement of the same name on the same day", 0.8
    return None


def _one_paper(one: Deed, other: Deed) -> bool:
    if one.strong and other.strong:
        return one.matter == other.matter or (bool(one.paper.said & other.paper.said) and alike(one.name, other.name))
    if one.strong or other.strong:
        bare, named = (other, one) if one.strong else (one, other)
        same = one.paper.said == other.paper.said
        return same and bool(_few_states(one.parties) or named.strong & bare.quoted)
    return _few_states(one.parties) or len(one.quoted & other.quoted) > 2


def _few_states(parties: frozenset[str]) -> bool:
    return len(parties) < _FEW and all(len(party) == 2 for party in parties)
