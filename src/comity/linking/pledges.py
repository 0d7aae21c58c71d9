"""What one telling of a promise says, as far as it is known again by it: its words, head, time and sides."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from comity.linking.aims import CONTACT
from comity.linking.bounds import bounds
from comity.linking.wording import Wording, stems_of, wording_of
from comity.model import Commitment

__all__ = ["Pledge", "due_bounds", "pledge_of"]

_ASKS = frozenset({"urged", "requested", "invited"})
"""Here the other side is to act: who asks and who is asked must not change places."""

_ONCE = re.compile(
    r"\b(?:hold|held|holding|convene|convening|host|hosting|conduct|visit|visiting|meet|meeting|travel|next round|"
    r"next meeting|participat\w+|attend\w*|see(?:ing)? you|welcom\w+|"
    r"(?:stay|remain|keep|be) in (?:\w+ )?(?:touch|contact)|"
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
    r"[,;]?\s*\b(?:as (?!well|part)|for as long as|against|to help|in order to|so that|including|such as|until|"
    r"needed to|"
    r"(?:that )?it needs)\b.*",
    re.IGNORECASE | re.DOTALL,
)
"""What is said beyond whom or what the promise is for: purposes, examples, and for how long."""

_LIGHT = stems_of(
    "continue provide need ensure make take maintain pursue help give bring get effort full strong robust close "
    "commit commitment want hope look forward people government"
)
_LONG = 12
"""A head of more words than this says more than whom the promise is for."""

_SUPPORT, _DEFENCE = stems_of("support"), stems_of("defence")
"""Support of a state's defence is support of the state."""

_SHORT, _LEAST, _LEAST_OF_A_STATE = 3.2, 1.5, 0.3
"""Weights of what is too short to stand without context, and of the least a promise says; or one that names a state."""

_FISCAL = re.compile(r"\b(?:fiscal|financial year|FY|budget year)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pledge:
    """One telling of a promise, between all of `sides`.

    `head` is what it is for, without purposes and examples: the words that say it, and the states.
    """

    by: frozenset[str]
    to: frozenset[str]
    sides: frozenset[str]
    asks: bool
    invites: bool
    action: str
    words: Wording
    head: tuple[frozenset[str], frozenset[str]]
    due: tuple[str, str] | None
    amount: float | None
    once: bool
    mutual: bool
    points: bool
    contact: bool

    @property
    def says_little(self) -> bool:
        """Whether no one could know it again: "work together", "do so"; "support Nauru" says whom at least."""
        return self.words.weight < (_LEAST_OF_A_STATE if self.words.states else _LEAST)


def pledge_of(claim: Commitment) -> Pledge:
    """What a telling says."""
    due = (claim.due.edtf, claim.due.printed) if claim.due else None
    return _pledge(claim.action, claim.by, claim.to, claim.force, due, claim.amount.value if claim.amount else None)


@lru_cache(maxsize=65536)
def _pledge(
    action: str, by: tuple[str, ...], to: tuple[str, ...], force: str, due: tuple[str | None, str] | None,
    amount: float | None,
) -> Pledge:  # fmt: skip
    words = _without_years(wording_of(action), due)
    asks = force in _ASKS
    if len(by) == 1 and not asks:  # "that Norway will" says of Norway only that it promises
        words = replace(words, states=words.states - set(by))
    pointing = words.weight < _SHORT and bool(_POINTING.search(action.removeprefix("that ")))
    if asks and len(to) == 1 and not _POINTING.search(_OWN.sub("", action)):
        pointing = False  # "cease its attacks" is said of the one that is urged
    return Pledge(
        by=frozenset(by),
        to=frozenset(to),
        sides=frozenset((*by, *to)),
        asks=asks,
        invites=force == "invited",
        action=action,
        words=words,
        head=_head(action, by),
        due=due_bounds(*due) if due else None,
        amount=amount,
        once=bool(_ONCE.search(action)),
        mutual=bool(_MUTUAL.search(action)),
        points=pointing,
        contact=bool(CONTACT.search(action)),
    )


def _head(action: str, by: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """The weak words and the states that say what a promise is for; no words where strong ones say more."""
    said = _AND_MORE.sub("", action)
    if said.count(" ") > _LONG:
        return frozenset(), frozenset()
    head = wording_of(said)
    weak = frozenset() if head.strong or head.numbers else head.weak - _LIGHT
    return weak - _DEFENCE if weak & _SUPPORT else weak, head.states - set(by)


def due_bounds(edtf: str | None, printed: str) -> tuple[str, str] | None:
    """The first and last day of the time told; a fiscal year may begin the autumn before, or end the spring after."""
    span = bounds(edtf)
    if span is None or not _FISCAL.search(printed):
        return span
    return f"{int(span[0][:4]) - 1:04}-10-01", f"{int(span[1][:4]) + 1:04}-03-31"


def _without_years(words: Wording, due: tuple[str | None, str] | None) -> Wording:
    """The words without the numbers of the time told, which is looked at by itself."""
    told = set(re.findall(r"\d+", f"{due[1]} {due[0]}")) if due else set()
    return replace(words, numbers=words.numbers - told) if words.numbers & told else words
