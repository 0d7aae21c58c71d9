"""Knows a promise again when it is told again: by the other side, by a fact sheet, in a later statement.

Who promises may be told otherwise ("both agreed", "India will"), and so may the force (agreed, committed, will). What
is promised has to be near the same in the words that bear meaning; numbers, names and negation must not contradict.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from functools import lru_cache
from itertools import combinations

from comity.linking.cohesion import cohesive
from comity.linking.grouping import Kind
from comity.linking.wording import Wording, agree, shared, spoken, wording_of
from comity.model import Commitment, Kept, Tie

__all__ = ["COMMITMENTS"]

_ASKS = frozenset({"urged", "requested", "invited"})
"""Here the other side is to act: who asks and who is asked must not change places."""

_ONCE = re.compile(
    r"\b(?:hold|held|holding|convene|convening|host|hosting|conduct|visit|visiting|meet|meeting|travel|next round|"
    r"next meeting|participat\w+|attend\w*|see(?:ing)? you|(?:coming|next) (?:days|weeks?|months?))\b",
    re.IGNORECASE,
)
_MUTUAL = re.compile(r"\b(?:hold|holding|conven\w+|conduct\w*|meet|meeting)\b", re.IGNORECASE)
"""What one side cannot do without the other: each may tell it as its own promise."""

_SAME_EVENT = 240
"""Days between two tellings of a meeting or visit to come that may mean the same one: most recur each year."""

_SAME_TALK = 45
"""Days between two tellings that point to what was said before, and may point to the same."""

_POINTING = re.compile(
    r"\b(?:this|these|that|those|such|his|her|their|its|them|him|it|following|your)\b", re.IGNORECASE
)

_LIKE, _HELD, _LONGER, _MOST, _SURER = 0.72, 0.88, 0.6, 0.7, 0.78
"""Shares of the words in common: of both; of the shorter, and then of both; of the strong words of the shorter; of
both where the sides are not told alike."""

_ENOUGH, _LEAST, _LEAST_OF_A_STATE, _SHORT = 2.6, 1.5, 0.3, 3.2
"""Weights: of what two wordings share; of what one says by itself, or of a state that it names; of what is too short to
stand without context."""


def _said(kept: Kept) -> Commitment:
    claim = kept.claim
    if not isinstance(claim, Commitment):
        raise TypeError(f"{claim.id} is no commitment")
    return claim


def _wording(claim: Commitment) -> Wording:
    return wording_of(claim.action)


def _asks(claim: Commitment) -> bool:
    return claim.force in _ASKS


@lru_cache(maxsize=65536)
def _occurs(action: str) -> bool:
    """Whether an occasion is promised, which another may follow: "hold the next round in Paris"."""
    return bool(_ONCE.search(action))


def _mutual(action: str) -> bool:
    return bool(_MUTUAL.search(action))


def _form(kept: Kept) -> str:
    claim = _said(kept)
    words = _wording(claim)
    if _says_little(words):  # "continue to do so": only its own release knows what is meant
        return f"{kept.release}|{claim.action}|{','.join(claim.by)}|{','.join(claim.to)}|{claim.force}"
    told = (words.strong, words.weak, words.numbers, words.named, words.states)
    when = (kept.issued or "")[:7] if _occurs(claim.action) or _points(claim) else ""
    return "|".join((
        ",".join(sorted(claim.by)), ",".join(sorted(claim.to)), "asks" if _asks(claim) else claim.force[:4],
        *(" ".join(sorted(part)) for part in told), "not" if words.negated else "",
        (claim.due.edtf or "") if claim.due else "", when,
        claim.amount.printed if claim.amount else "",
    ))  # fmt: skip


def _keys(kept: Kept) -> Collection[str]:
    claim = _said(kept)
    words = _wording(claim)
    parties = (*claim.by, *claim.to) if _mutual(claim.action) else claim.by
    if _says_little(words):
        return ()
    telling = words.longest[:5]
    if len(telling) < 2:
        telling = ("+".join(sorted((*words.strong, *words.weak, *words.states))),)
        return {f"{party}|{telling[0]}" for party in parties}
    pairs = [f"{a}+{b}" for a, b in combinations(sorted(telling), 2)]
    return {f"{party}|{pair}" for party in parties for pair in pairs}


def _tie(a: Kept, b: Kept) -> Tie | None:
    one, other = _said(a), _said(b)
    if not (_sides_fit(one, other) and _dues_fit(one, other) and _times_fit(a, b)):
        return None
    words, others = _wording(one), _wording(other)
    if not agree(words, others) or not words.weight or not others.weight:
        return None
    if one.amount and other.amount and one.amount.value != other.amount.value:
        return None
    same = (words.strong, words.weak, words.states) == (others.strong, others.weak, others.states)
    like = 2 * shared(words, others) / (words.weight + others.weight)
    sides_differ = {*one.by, *one.to} != {*other.by, *other.to}
    if (
        _says_little(words)
        or not (same or _near(words, others))
        or (sides_differ and like < _SURER)
        or ((_points(one) or _points(other)) and not _days_fit(a, b, _SAME_TALK))
    ):
        return None
    reason = (
        "the same words"
        if same
        else f"nearly the same words ({', '.join(spoken(one.action, words.strong & others.strong)[:4])})"
    )
    return Tie(a.id, b.id, f"{reason}, between {_between(one, other)}", round(min(0.95, 0.45 + like / 2), 2))


def _says_little(words: Wording) -> bool:
    """Whether no one could know it again: "work together", "do so"; "support Nauru" says whom at least."""
    return words.weight < (_LEAST_OF_A_STATE if words.states else _LEAST)


def _near(a: Wording, b: Wording) -> bool:
    """Whether two wordings share most of what they say, and enough of it."""
    common = shared(a, b)
    like = 2 * common / (a.weight + b.weight)
    held = common / min(a.weight, b.weight)
    strong = len(a.strong & b.strong)
    return (
        common >= _ENOUGH
        and strong >= max(2, _MOST * min(len(a.strong), len(b.strong)))
        and (like >= _LIKE or (held >= _HELD and like >= _LONGER))
    )


def _points(claim: Commitment) -> bool:
    """Whether a short action says only by its context what it means: "their immediate release"."""
    return _wording(claim).weight < _SHORT and bool(_POINTING.search(claim.action))


def _sides_fit(a: Commitment, b: Commitment) -> bool:
    """Whether the same sides may be meant: one telling may say "both", or leave out to whom."""
    if _asks(a) != _asks(b):
        return False
    if not set(a.by) & set(b.by):  # "Norway will host the talks" and "Korea will host" are not one, "hold" is
        return not _asks(a) and _mutual(a.action) and _mutual(b.action) and {*a.by, *a.to} == {*b.by, *b.to}
    if _asks(a) and ((a.to and b.to and not set(a.to) & set(b.to)) or set(a.by) & set(b.to) - set(b.by)):
        return False
    sides, others = {*a.by, *a.to}, {*b.by, *b.to}
    if len(a.by) > 1 and len(b.by) > 1:
        return sides <= others or others <= sides
    return sides <= others or others <= sides or len(sides & others) > 1


def _dues_fit(a: Commitment, b: Commitment) -> bool:
    first, second = (c.due.edtf if c.due else None for c in (a, b))
    return not first or not second or first.startswith(second) or second.startswith(first) or first[:4] == second[:4]


def _times_fit(a: Kept, b: Kept) -> bool:
    return not (_occurs(_said(a).action) or _occurs(_said(b).action)) or _days_fit(a, b, _SAME_EVENT)


def _days_fit(a: Kept, b: Kept, most: int) -> bool:
    if not a.issued or not b.issued:
        return True
    if len(a.issued) < 10 or len(b.issued) < 10:
        return a.issued[:4] == b.issued[:4]
    return abs((date.fromisoformat(a.issued) - date.fromisoformat(b.issued)).days) <= most


def _between(a: Commitment, b: Commitment) -> str:
    return ", ".join(sorted({*a.by, *a.to} & {*b.by, *b.to}))


COMMITMENTS: Kind[Kept] = Kind(_form, _keys, _tie, cohesive)
"""How promises are known again."""
