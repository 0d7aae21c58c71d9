"""How alike two printed values are, from 0 to 1: texts, names, quotes, sets, dates, people."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from difflib import SequenceMatcher

from comity.evaluate.folding import Record, content_words, day, fold, main_quote, people

__all__ = ["date_agreement", "name_likeness", "people_f1", "quote_overlap", "set_f1", "text_likeness"]

SAME_PERSON = 0.75
# A quote of a whole page proves nothing: beyond this many words holding the other quote counts less.
LONG_QUOTE = 60


def text_likeness(one: object, other: object) -> float:
    """The larger of the shared content words (of the shorter text) and the similarity of the characters."""
    a, b = fold(one), fold(other)
    if not a or not b:
        return 0.0
    if a == b:
        return 1.0
    return max(_shared_words(frozenset(content_words(one)), frozenset(content_words(other))), _ratio(a, b))


def _shared_words(a: AbstractSet[str], b: AbstractSet[str]) -> float:
    if not a or not b:
        return 0.0
    fewest = min(len(a), len(b))
    share = len(a & b) / fewest
    # One word shared with a long text is weaker than equality.
    return share * 0.9 if fewest == 1 and len(a | b) > 3 else share


def _ratio(a: Sequence[str], b: Sequence[str]) -> float:
    return SequenceMatcher(None, a, b).ratio()


def name_likeness(one: Record, other: Record) -> float:
    """For proper names: shared content words over the longer name; initials and aliases count as the name."""
    ours = [n for n in (one.get("name"), *(one.get("alias") or ())) if n]
    theirs = [n for n in (other.get("name"), *(other.get("alias") or ())) if n]
    return max((_same_name(a, b) for a in ours for b in theirs), default=0.0)


def _same_name(one: object, other: object) -> float:
    a, b = fold(one), fold(other)
    if a == b:
        return 1.0
    ours, theirs = content_words(one), content_words(other)
    if not ours or not theirs:
        return _ratio(a, b)
    if _is_initials(ours, theirs) or _is_initials(theirs, ours):
        return 1.0
    return _twins(ours, theirs) / max(len(ours), len(theirs))


def _is_initials(short: Sequence[str], long: Sequence[str]) -> bool:
    return len(short) == 1 and len(long) > 2 and short[0] == "".join(word[0] for word in long)


def _twins(ours: Sequence[str], theirs: Sequence[str]) -> int:
    """How many of our words have a word of theirs for themselves, spelling variants allowed."""
    left = list(theirs)
    for word in ours:
        twin = next((other for other in left if _same_word(word, other)), None)
        if twin:
            left.remove(twin)
    return len(theirs) - len(left)


def _same_word(a: str, b: str) -> bool:
    return a == b or (min(len(a), len(b)) >= 5 and _ratio(a, b) >= 0.85)


def quote_overlap(one: Record, other: Record) -> float:
    """Whether two records rest on the same passage, told from their main quotes."""
    a, b = fold(main_quote(one)), fold(main_quote(other))
    if not a or not b:
        return 0.0
    ours, theirs = a.split(), b.split()
    if a in b or b in a:
        return min(1.0, LONG_QUOTE / max(len(ours), len(theirs)))
    short, long = (ours, theirs) if len(ours) < len(theirs) else (theirs, ours)
    known = frozenset(long)
    shared = sum(word in known for word in short) / len(short)
    run = SequenceMatcher(None, ours, theirs, autojunk=False).find_longest_match().size / len(short)
    return shared * 0.5 + run * 0.5


def set_f1(a: AbstractSet[str], b: AbstractSet[str]) -> float:
    """F1 of two sets of codes; two empty sets agree."""
    if not a and not b:
        return 1.0
    return 2 * len(a & b) / (len(a) + len(b))


def date_agreement(one: object, other: object) -> float:
    """1 for the same date; 0.5 for a coarser form, a day within the range, or an open range; else 0."""
    a, b = day(one), day(other)
    if a == b:
        return 1.0
    if not a or not b:
        return 0.0
    (a0, a1), (b0, b1) = _bounds(a), _bounds(b)
    if min((len(bound) for bound in (a0, a1, b0, b1) if bound), default=0) < 4:  # no year, no date
        return 0.0
    nested = (a0 and b0 and b1 and b0 <= a0 <= b1) or (a0 and a1 and b0 and a0 <= b0 <= a1)
    return 0.5 if _coarser(a0, b0) or _coarser(a1, b1) or nested else 0.0


def _coarser(a: str, b: str) -> bool:
    return bool(a and b) and (a.startswith(b) or b.startswith(a))


def _bounds(edtf: str) -> tuple[str, str]:
    """First and last bound as printed; '' where that side is open."""
    first, slash, last = edtf.partition("/")
    told = (first, last) if slash else (edtf, edtf)
    return ("" if told[0] == ".." else told[0], "" if told[1] == ".." else told[1])


def people_f1(one: Record, other: Record) -> float:
    """F1 of two lists of participants, each paired with the most alike that is left."""
    ours, left = people(one), people(other)
    total = len(ours) + len(left)
    if not ours or not left:
        return 0.0 if total else 1.0
    found = 0
    for person in ours:
        alike = max(left, key=lambda name: text_likeness(person, name), default=None)
        if alike is not None and text_likeness(person, alike) >= SAME_PERSON:
            found += 1
            left.remove(alike)
    return 2 * found / total
