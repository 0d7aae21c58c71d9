"""What a relationship is called and how old it is, and which stances are one, in nearly the same words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import combinations

from rapidfuzz.fuzz import token_set_ratio

from comity.linking.grouping import Kind
from comity.linking.names import content, gist, parties_in, words
from comity.linking.settling import gather
from comity.model import Kept, Position, Relation, Tie

__all__ = ["POSITIONS", "RELATIONS"]

ALIKE = 92
"""How near (0 to 100) the words of two topics must be."""
SHARED = 0.7
"""The share of all their words that two topics must have in common: a topic is no part of a longer one."""
_POINTING = frozenset({
    "he", "her", "his", "it", "its", "she", "that", "their", "them", "these", "they", "this", "those", "your",
})  # fmt: skip


def _relation_form(kept: Kept) -> str:
    claim = kept.claim
    if not isinstance(claim, Relation):
        raise TypeError(f"not a relation: {kept.kind} {kept.id}")
    parties = ",".join(sorted(claim.parties))
    if claim.label:
        # "the U.S.-India partnership" and "the India-US Partnership" are one label.
        return f"{parties}|{' '.join(sorted(gist(claim.label) or content(claim.label)))}"
    return f"{parties}|{claim.established}" if claim.established else f"unlabelled|{kept.id}"


def _no_keys(_: Kept) -> Collection[str]:
    return ()


def _no_tie(_a: Kept, _b: Kept) -> None:
    return None


def _apart(members: Sequence[Kept], _: Sequence[Tie]) -> list[list[Kept]]:
    return [[member] for member in members]


def _position(kept: Kept) -> Position:
    if not isinstance(kept.claim, Position):
        raise TypeError(f"not a position: {kept.kind} {kept.id}")
    return kept.claim


def _holders(claim: Position) -> str:
    return f"{','.join(sorted(claim.by))}|{claim.stance}"


@lru_cache(maxsize=65536)
def _topic(printed: str) -> tuple[str, ...]:
    return content(printed)


def _release(kept: Kept) -> str:
    """The release a topic can be understood in only, where it points and names nobody ("these attacks"); else none."""
    topic = _position(kept).topic
    pointing = _POINTING & set(words(topic)) and not parties_in(topic)
    return kept.release if pointing else ""


def _position_form(kept: Kept) -> str:
    claim = _position(kept)
    topic = _topic(claim.topic)
    told = " ".join(topic) if len(topic) > 2 else f"short|{claim.topic.casefold()}"
    return f"{_holders(claim)}|{told}|{_release(kept)}"


def _position_keys(kept: Kept) -> Collection[str]:
    """Any two of the four longest words: long words are rare, and two nearly equal topics share some two of them."""
    claim = _position(kept)
    topic = set(_topic(claim.topic))
    if len(topic) < 3:
        return ()
    longest = sorted(sorted(topic, key=lambda w: (-len(w), w))[:4])
    about = f"{_holders(claim)}|{','.join(sorted(parties_in(claim.topic)))}|{_release(kept)}"
    return {f"{about}|{one} {other}" for one, other in combinations(longest, 2)}


def _position_tie(a: Kept, b: Kept) -> Tie | None:
    one, other = _position(a), _position(b)
    if _holders(one) != _holders(other) or _release(a) != _release(b):
        return None
    near = _near(one.topic, other.topic)
    return Tie(a.id, b.id, "the same stance, in nearly the same words", near) if near else None


def _near(one: str, other: str) -> float | None:
    """How sure two topics are one, or None: they never are of other countries, or of two anniversaries."""
    first, second = set(_topic(one)), set(_topic(other))
    if any(word[0].isdigit() for word in first ^ second):
        return None
    if parties_in(one) != parties_in(other):
        return None
    if min(len(first), len(second)) < 3 or len(first & second) < SHARED * len(first | second):
        return None
    score = float(token_set_ratio(" ".join(sorted(first)), " ".join(sorted(second))))
    return score / 100 * 0.9 if score >= ALIKE else None


def _position_settle(members: Sequence[Kept], ties: Sequence[Tie]) -> list[list[Kept]]:
    return gather(members, ties, lambda a, b: _near(_position(a).topic, _position(b).topic) is None)


RELATIONS: Kind[Kept] = Kind(_relation_form, _no_keys, _no_tie, _apart)
"""How tellings of a relation are known again: the same parties, and the same label or the same year."""

POSITIONS: Kind[Kept] = Kind(_position_form, _position_keys, _position_tie, _position_settle)
"""How tellings of a position are known again: the same stance of the same parties, in nearly the same words."""
