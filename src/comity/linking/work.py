"""Weighs a meeting as one that tells of progress on what was promised, in the promise's own words."""

from __future__ import annotations

import re

from comity.linking.beside import Company
from comity.linking.signs import Found, event_day, found
from comity.linking.targets import Target
from comity.linking.wording import phrase, shared, spoken, wording_of
from comity.model import Engagement, Entry, Kept

__all__ = ["tells_progress", "work"]

_PROGRESS = re.compile(
    r"\b(?:progress\w*|continu(?:e[ds]|ing)|went on|going on|advanc(?:e[ds]|ing)|complet(?:ed|ing)|began|begun|"
    r"start(?:ed|ing)|"
    r"launched|implement(?:ed|ing)|deliver(?:ed|ing)|finali[sz](?:ed|ing))\b",
    re.IGNORECASE,
)
_MOST = 0.6
"""The share of the strong words of a promise that must be told of again."""


def tells_progress(text: str) -> bool:
    """Whether the words tell that something goes on or is done."""
    return bool(_PROGRESS.search(text))


def work(target: Target, promise: Entry, thing: Entry, later: list[Kept], _: Company) -> Found | None:
    """A later meeting of the same parties, whose sentence says that what was promised is going on."""
    for kept in later:
        claim = kept.claim
        if not isinstance(claim, Engagement) or claim.status not in ("held", "ongoing"):
            continue
        day = event_day(kept) or kept.issued or ""
        if day <= target.made or kept.release in promise.releases or set(claim.parties) != target.parties:
            continue
        words = wording_of(claim.quote)
        common = words.strong & target.words.strong
        if not tells_progress(claim.quote) or words.negated != target.words.negated:
            continue
        most = len(common) >= _MOST * len(target.words.strong)
        if not most or 2 * shared(words, target.words) < target.words.weight or not phrase(target.text, claim.quote):
            continue
        told = ", ".join(spoken(target.text, common)[:4])
        why = [f"a later meeting of the same parties, told to go on with what the promise names ({told})"]
        return found(target, promise, thing, kept, 0.8, why, "in_progress")
    return None
