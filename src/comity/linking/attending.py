"""Who was at a meeting, where what was read of it is more or less than its words say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from comity.linking.calling import words_for
from comity.linking.company import folded
from comity.linking.families import MEETINGS
from comity.linking.forums import name_words
from comity.model import Engagement, Kept, Participant

__all__ = ["backed", "of_more", "present"]

_OURS = re.compile(
    r"(?i:\b(?:we|our|my|me|you|your|he|his|she|her|they|their)\b)|\bus\b|\bI\b(?! (?:guess|think|believe|suppose)\b)"
)
_COUNTED = re.compile(r"\b(tri|quadri)lateral (?:meeting|talks|summit|call|discussion)", re.IGNORECASE)


def backed(claim: Engagement) -> frozenset[str]:
    """The parties; where of two but one stands in its words or has people there, the account's own is the other."""
    parties = frozenset(claim.parties)
    account = frozenset(claim.according_to)
    if claim.kind not in MEETINGS or len(parties) != 2 or len(account) != 1 or parties & account:
        return parties
    words = name_words(claim.quote)
    told = {one.country for one in claim.participants} | {code for code in parties if words_for(code) & words}
    return account | (parties & told) if len(parties & told) == 1 else parties


def present(kept: Kept, claim: Engagement) -> Sequence[Participant]:
    """Who was there; not who only speaks of it, in a transcript: who is not in its words, nor tells it of himself."""
    if kept.genre != "transcript" or claim.kind not in MEETINGS or _OURS.search(claim.quote):
        return claim.participants
    words = set(folded(claim.quote).split())
    return [one for one in claim.participants if not one.name or folded(one.name).split()[-1] in words]


def of_more(claim: Engagement, parties: frozenset[str]) -> bool:
    """Whether it is told as of three or four, of whom fewer were read."""
    told = _COUNTED.search(claim.quote)
    return told is not None and len(parties) < (3 if told[1].casefold() == "tri" else 4)
