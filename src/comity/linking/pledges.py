"""What one telling of a promise says, as far as it is known again by it: its words, its head, its time and its sides."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from comity.linking.bounds import bounds
from comity.linking.wording import Wording, wording_of
from comity.model import Commitment, When

__all__ = ["Pledge", "due_bounds", "pledge_of"]

_ASKS = frozenset({"urged", "requested", "invited"})
"""Here the other side is to act: who asks and who is asked must not change places."""

_ONCE = re.compile(
    r"\b(?:hold|held|holding|convene|convening|host|hosting|conduct|visit|visiting|meet|meeting|travel|next round|"
    r"next meeting|participat\w+|attend\w*|see(?:ing)? you|welcom\w+|(?:stay|remain|keep|be) in (?:\w+ )?(?:touch|contact)|"
    r"(?:coming|next) (?:days|weeks?|months?)|days ahead)\b",
    re.IGNORECASE,
)
_MUTUAL = re.compile(r"\b(?:hold|holding|conven\w+|conduct\w*|meet|meeting)\b", re.IGNORECASE)
"""What one side cannot do without the other: each may tell it as its own promise."""

_POINTING = re.compile(
    r"\b(?:this|these|that|those|such|his|her|their|its|them|him|it|following|your)\b", re.IGNORECASE
)
_OWN = re.compile(r"\b(?:its|their|your)\b", re.IGNORECASE)
_AND_MORE = re.compile(
    r"[,;]?\s*\b(?:as (?!well|part)|for as long as|against|to help|in order to|so that|including|such as|until|needed to|"
    r"(?:that )?it needs)\b.*",
    re.IGNORECASE | re.DOTALL,
)
"""What is said beyond whom or what the promise is for: purposes, examples, and for how long."""

_LIGHT = wording_of(
    "continue provide need ensure make take maintain pursue help give bring get effort full strong robust close "
    "commit commitment want hope look forward people government"
).weak
_SHORT, _LEAST, _LEAST_OF_A_STATE = 3.2, 1.5, 0.3
"""Weights of what is too short to stand without context, and of what a promise says at least, or one that names a state."""

_FISCAL = re.compile(r"\b(?:fiscal|financial year|FY|budget year)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pledge:
    """One telling of a promise. `head` is what it is for, in the words that say it, without purposes and examples."""

    by: frozenset[str]
    to: frozenset[str]
    asks: bool
    action: str
    words: Wording
    head: tuple[frozenset[str], frozenset[str]]
    due: tuple[str, str] | None
    amount: float | None
    once: bool
    mutual: bool
    points: bool

    @property
    def sides(self) -> frozenset[str]:
        """All whom the promise is between."""
        return self.by | self.to

    @property
    def says_little(self) -> bool:
        """Whether no one could know it again: "work together", "do so"; "support Nauru" says whom at least."""
        return self.words.weight < (_LEAST_OF_A_STATE if self.words.states else _LEAST)


@lru_cache(maxsize=65536)
def pledge_of(claim: Commitment) -> Pledge:
    """What a telling says."""
    words = _without_years(wording_of(claim.action), claim.due)
    head = wording_of(_AND_MORE.sub("", claim.action))
    asks = claim.force in _ASKS
    pointing = words.weight < _SHORT and bool(_POINTING.search(claim.action))
    if asks and len(claim.to) == 1 and not _POINTING.search(_OWN.sub("", claim.action)):
        pointing = False  # "cease its attacks" is said of the one that is urged
    return Pledge(
        by=frozenset(claim.by),
        to=frozenset(claim.to),
        asks=asks,
        action=claim.action,
        words=words,
        head=(frozenset() if head.strong else head.weak - _LIGHT, head.states),
        due=due_bounds(claim.due),
        amount=claim.amount.value if claim.amount else None,
        once=bool(_ONCE.search(claim.action)),
        mutual=bool(_MUTUAL.search(claim.action)),
        points=pointing,
    )


def due_bounds(due: When | None) -> tuple[str, str] | None:
    """The first and last day of the time told; a fiscal year may begin the autumn before, or end the spring after."""
    span = bounds(due.edtf) if due else None
    if due is None or span is None or not _FISCAL.search(due.printed):
        return span
    return f"{int(span[0][:4]) - 1:04}-10-01", f"{int(span[1][:4]) + 1:04}-03-31"


def _without_years(words: Wording, due: When | None) -> Wording:
    """The words without the numbers of the time told, which is looked at by itself."""
    told = set(re.findall(r"\d+", f"{due.printed} {due.edtf}")) if due else set()
    return replace(words, numbers=words.numbers - told) if words.numbers & told else words
