"""Brings together what two texts tell of one thing: by ties of the record, then by the words that carry meaning."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from math import log

from rapidfuzz.fuzz import token_set_ratio

from comity.linking.grouping import group
from comity.linking.kinds import KINDS
from comity.model import Kept
from comity.views.compare.clauses import Clause, Token
from comity.views.compare.told import Told

__all__ = ["Match", "Measure", "Weights", "likeness", "matches", "run", "tied"]

ALIKE = 0.36
"""How alike two clauses must be to be held for two tellings of one thing (0 to 1)."""
PART = 0.6
"""The share of its words that a clause must have in a clause of the other side to be told by it too."""
_TIED, _SAME_CUE, _LEAST = 0.3, 0.06, 0.9
_SURE, _ROW, _SHORT = 0.5, 3, 12
"""Two clauses are surely of one thing from this likeness on with so many words in a row; short ones with one more."""
_WEAK = 0.5
"""What a word that stands in texts of every kind counts."""
_VERBS = 0.35
"""What the verb that says how counts beside other words: it is what may differ."""


@dataclass(frozen=True, slots=True)
class Match:
    """Clauses of both sides that tell of one thing, the best pair first on each side, and why."""

    a: tuple[Clause, ...]
    b: tuple[Clause, ...]
    likeness: float
    reason: str
    sure: bool = True
    """Whether the best pair is surely of one thing: by the record, or by words in a row too."""


class Weights:
    """How much a word says: less, the more clauses of both texts hold it."""

    def __init__(self, clauses: Iterable[Clause]) -> None:
        told = list(clauses)
        rows = [clause.stems for clause in told]
        weak = {stem for clause in told for stem in clause.weak}
        seen = Counter(stem for row in rows for stem in row)
        self._most = log(len(rows) + 2)
        self._of = {
            stem: log((len(rows) + 2) / many) / self._most * (_WEAK if stem in weak else 1)
            for stem, many in seen.items()
        }

    def of(self, stems: Iterable[str]) -> float:
        """The weight of some stems together (added in one order, so that sides can be changed)."""
        return sum(self._of[stem] for stem in sorted(stems))


def tied(a: Told, b: Told) -> Mapping[tuple[str, str], str]:
    """The pairs of claims, one of each side, that linking holds for one thing, and the reason it gives."""
    found: dict[tuple[str, str], str] = {}
    of_a, of_b = {k.id for k in a.kept}, {k.id for k in b.kept}
    rows: dict[str, list[Kept]] = defaultdict(list)
    for kept in {k.id: k for k in (*a.kept, *b.kept)}.values():
        rows[kept.kind].append(kept)
    for kind, tellings in rows.items():
        for thing in group(tellings, KINDS[kind]):
            reasons = {frozenset((t.a, t.b)): t.reason for t in thing.ties}
            for one in thing.members:
                for other in thing.members:
                    if one.id in of_a and other.id in of_b:
                        why = reasons.get(frozenset((one.id, other.id)), "one thing in the record")
                        found[one.id, other.id] = why
    return found


def likeness(a: Clause, b: Clause, weights: Weights) -> float:
    """How much two clauses say the same, 0 to 1: by the words they share, of both and of the shorter."""
    whole_a, whole_b = _weight(a, weights), _weight(b, weights)
    both = weights.of(a.stems & b.stems - a.cue_stems - b.cue_stems)
    both += _VERBS * weights.of(a.stems & b.stems & (a.cue_stems | b.cue_stems))
    if both < _LEAST or not whole_a or not whole_b:
        return 0.0
    return 0.5 * both / min(whole_a, whole_b) + 0.5 * 2 * both / (whole_a + whole_b)


def held(part: Clause, whole: Clause, weights: Weights) -> float:
    """The share of what a clause says that another says too."""
    own = _weight(part, weights)
    return weights.of((part.stems & whole.stems) - part.cue_stems) / own if own else 0.0


def _whole(part: Clause, others: Sequence[Clause], weights: Weights, *, acts: bool) -> Clause | None:
    """The clause of the other side that tells what a clause tells, and more; an act is held by another act alone."""
    act = acts and part.cue is not None and part.cue.rank > 1
    fit = [(held(part, c, weights), -c.index, c) for c in others if not act or (c.cue is not None and c.cue.rank > 1)]
    most = max(fit, default=None, key=lambda h: h[:2])
    return most[2] if most is not None and most[0] >= PART else None


def _weight(clause: Clause, weights: Weights) -> float:
    cue = clause.cue_stems & clause.stems
    return weights.of(clause.stems - cue) + _VERBS * weights.of(cue)


@dataclass(frozen=True, slots=True)
class Measure:
    """How alike two clauses must be, and how that is measured; `acts`: what one side did is no part of a report."""

    alike: float = ALIKE
    liken: Callable[[Clause, Clause, Weights], float] = likeness
    acts: bool = True


def matches(
    a: Sequence[Clause], b: Sequence[Clause], ties: Mapping[tuple[int, int], str], measure: Measure | None = None
) -> list[Match]:
    """The matches of two texts; `ties` are pairs of places of clauses that the record holds for one thing."""
    weights = Weights((*a, *b))
    by = measure or Measure()
    scored = [(_score(one, other, ties, by.liken(one, other, weights)), one, other) for one in a for other in b]
    pairs = _best([s for s in scored if s[0] >= by.alike])
    pairs += _attended(a, b, pairs) if by.acts else []
    found: list[tuple[list[Clause], list[Clause], float, str]] = [
        ([one], [other], score, ties.get((one.index, other.index)) or _words(one, other, weights))
        for score, one, other in pairs
    ]
    taken_a, taken_b = {one.index for _, one, _ in pairs}, {other.index for _, _, other in pairs}
    by_a = {m[0][0].index: m for m in found}
    by_b = {m[1][0].index: m for m in found}
    for left in (c for c in a if c.index not in taken_a):
        whole = _whole(left, b, weights, acts=by.acts)
        if whole is not None and whole.index in by_b:
            by_b[whole.index][0].append(left)
    for left in (c for c in b if c.index not in taken_b):
        whole = _whole(left, a, weights, acts=by.acts)
        if whole is not None and whole.index in by_a:
            by_a[whole.index][1].append(left)
    return [
        Match(tuple(x), tuple(y), round(score, 3), why, _sure(x[0], y[0], ties, weights)) for x, y, score, why in found
    ]


def run(a: Clause, b: Clause) -> Sequence[Token]:
    """The longest run of words that two clauses share, whatever their endings."""
    found = SequenceMatcher(None, a.row, b.row, autojunk=False).find_longest_match()
    return a.tokens[found.a : found.a + found.size]


def _sure(a: Clause, b: Clause, ties: Mapping[tuple[int, int], str], weights: Weights) -> bool:
    if (a.index, b.index) in ties:
        return True
    words, row = likeness(a, b, weights), len(run(a, b))
    short = max(len(a.stems), len(b.stems)) <= _SHORT
    return (words >= _SURE and row >= _ROW) or (words >= ALIKE and row > _ROW and short)


def _score(a: Clause, b: Clause, ties: Mapping[tuple[int, int], str], score: float) -> float:
    if [t.word for t in a.tokens] == [t.word for t in b.tokens]:
        score = max(score, 1.0)
    if score and (a.index, b.index) in ties:
        score += _TIED
    if score and a.cue and b.cue and a.cue.lemma == b.cue.lemma:
        score += _SAME_CUE
    return score


def _best(scored: Sequence[tuple[float, Clause, Clause]]) -> list[tuple[float, Clause, Clause]]:
    """One to one, the most alike first; which side is which does not show in what wins."""
    order = sorted(
        scored,
        key=lambda s: (
            -round(s[0], 6),
            abs(s[1].index - s[2].index),
            s[1].index + s[2].index,
            *sorted((s[1].text, s[2].text)),
        ),
    )
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    kept = []
    for score, one, other in order:
        if one.index not in taken_a and other.index not in taken_b:
            taken_a.add(one.index)
            taken_b.add(other.index)
            kept.append((score, one, other))
    return sorted(kept, key=lambda s: s[1].index)


def _attended(
    a: Sequence[Clause], b: Sequence[Clause], pairs: Sequence[tuple[float, Clause, Clause]]
) -> list[tuple[float, Clause, Clause]]:
    """The one clause left on each side that says who attended, or accompanied: it is who that may differ."""
    found = []
    for verb in ("attended", "accompanied"):
        one = [c for c in a if verb in c.text and c.people and c.index not in {x.index for _, x, _ in pairs}]
        other = [c for c in b if verb in c.text and c.people and c.index not in {y.index for _, _, y in pairs}]
        if len(one) == len(other) == 1:
            found.append((ALIKE, one[0], other[0]))
    return found


def _words(a: Clause, b: Clause, weights: Weights) -> str:
    common = sorted(a.stems & b.stems, key=lambda s: (-weights.of([s]), s))[:4]
    return f"like words ({', '.join(common)}; {token_set_ratio(a.text, b.text):.0f} of 100 alike)"
