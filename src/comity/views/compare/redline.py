"""Two statements of one series: formulas kept, changed word by word, moved, dropped and new."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from typing import Literal

from comity.views.compare.aligning import Match, Measure, Weights, likeness, matches, run
from comity.views.compare.clauses import Clause, clauses_of, stems_in
from comity.views.compare.comparing import places_of
from comity.views.compare.differing import Quoted, quoted
from comity.views.compare.model import Side, Words
from comity.views.compare.told import Told

__all__ = ["Formula", "Piece", "Redline", "redline"]

Fate = Literal["kept", "changed", "dropped", "new"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words: in both (kept), in the earlier alone (deleted) or in the later alone (inserted)."""

    fate: Literal["kept", "deleted", "inserted"]
    a: Words | None
    b: Words | None


@dataclass(frozen=True, slots=True)
class Formula:
    """A clause and what became of it; `moved` where it stands elsewhere among the others than before."""

    fate: Fate
    a: Words | None
    b: Words | None
    moved: bool = False
    pieces: tuple[Piece, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Redline:
    """The earlier and the later statement; formulas stand in the order of the later, dropped ones where they stood."""

    a: Side
    b: Side
    formulas: tuple[Formula, ...]

    def of(self, fate: Fate) -> tuple[Formula, ...]:
        """The formulas of one fate."""
        return tuple(f for f in self.formulas if f.fate == fate)


_ALIKE, _AT_ALL, _NEARLY, _WITHOUT_RUN = 0.42, 0.16, 0.36, 0.5
"""How alike two formulas must be, in words and in a run of them; in words at all; where they share
a run of one telling word; and where they share none."""
_RUN, _NAMES, _WHOLE_RUN = 3, 6, 8
"""So many words in a row make a run; so many even where they are names; and so many count fully."""
_LEAST = 3
"""So many words that carry meaning makes a clause a formula."""


def redline(a: Told, b: Told) -> Redline:
    """What became of the formulas of `a`, the earlier statement, in `b`."""
    clauses_a = [c for c in clauses_of(a) if len(c.stems) >= _LEAST]
    clauses_b = [c for c in clauses_of(b) if len(c.stems) >= _LEAST]
    ties = places_of(a, b, clauses_a, clauses_b)
    found = [_in_a_row(m) for m in matches(clauses_a, clauses_b, ties, Measure(_ALIKE, formula_likeness, acts=False))]
    quote_a, quote_b = quoted(a), quoted(b)
    stay = _in_order([(m.a[0].index, m.b[0].index) for m in found])
    where = {m.a[0].index: m.b[0].start for m in found if m.a[0].index in stay}
    told_a = {c.index for m in found for c in m.a}
    told_b = {c.index for m in found for c in m.b}
    carried = [
        f for m in found for f in _formulas(m, quote_a, quote_b, moved=m.a[0].index not in stay)
    ]  # fmt: skip
    new = [Formula("new", None, quote_b(c.start, c.end)) for c in clauses_b if c.index not in told_b]
    gone = [c for c in clauses_a if c.index not in told_a]
    dropped = [(_after(c, where), Formula("dropped", quote_a(c.start, c.end), None)) for c in gone]
    placed = [((f.b.start if f.b else 0, 1, f.a.start if f.a else 0), f) for f in (*carried, *new)]
    placed += [((at, 2, f.a.start if f.a else 0), f) for at, f in dropped]
    return Redline(a.side, b.side, tuple(formula for _, formula in sorted(placed, key=lambda p: p[0])))


def _after(clause: Clause, where: Mapping[int, int]) -> int:
    """Where a dropped clause stood, in the later text: behind the last before it that is there still."""
    return max((start for index, start in where.items() if index < clause.index), default=-1)


def _in_a_row(match: Match) -> Match:
    """A match without the parts that share single words alone with the formula they were laid to."""
    one, other = match.a[0], match.b[0]
    a = (one, *(c for c in match.a[1:] if len(run(c, other)) >= _RUN))
    return replace(match, a=a, b=(other, *(c for c in match.b[1:] if len(run(one, c)) >= _RUN)))


def formula_likeness(a: Clause, b: Clause, weights: Weights) -> float:
    """How much two formulas are one: a formula is known by words that stand in a row, more than by words alone."""
    words = likeness(a, b, weights)
    if words < _AT_ALL:
        return 0.0
    row = run(a, b)
    telling = sum(token.telling and not stems_in(token.printed) & a.weak for token in row)
    enough = telling > 1 or len(row) >= _NAMES or (telling and words >= _NEARLY)
    if len(row) < _RUN or not enough:
        return words if words >= _WITHOUT_RUN else 0.0
    return 0.6 * words + 0.4 * min(1.0, len(row) / min(_WHOLE_RUN, len(a.tokens), len(b.tokens)))


def _formulas(match: Match, quote_a: Quoted, quote_b: Quoted, *, moved: bool) -> Iterator[Formula]:
    """The formula of a pair, and those that went into it or came out of it."""
    one, other = match.a[0], match.b[0]
    yield _formula(one, other, quote_a, quote_b, moved=moved)
    for part in match.a[1:]:
        yield _formula(part, other, quote_a, quote_b, moved=moved, part="b")
    for part in match.b[1:]:
        yield _formula(one, part, quote_a, quote_b, moved=moved, part="a")


def _formula(a: Clause, b: Clause, quote_a: Quoted, quote_b: Quoted, *, moved: bool, part: str = "") -> Formula:
    pieces = list(_pieces(a, b, quote_a, quote_b))
    if part:  # only the stretch of the longer one that the part shares words with
        kept = [i for i, p in enumerate(pieces) if p.fate == "kept"]
        other = "inserted" if part == "b" else "deleted"
        first, last = (kept[0], kept[-1]) if kept else (0, len(pieces))
        pieces = [p for i, p in enumerate(pieces) if p.fate != other or first < i < last]
    of_a, of_b = [p.a for p in pieces if p.a], [p.b for p in pieces if p.b]
    words_a = quote_a(of_a[0].start, of_a[-1].end) if of_a else quote_a(a.start, a.end)
    words_b = quote_b(of_b[0].start, of_b[-1].end) if of_b else quote_b(b.start, b.end)
    fate: Fate = "kept" if all(p.fate == "kept" for p in pieces) else "changed"
    return Formula(fate, words_a, words_b, moved, tuple(pieces))


def _pieces(a: Clause, b: Clause, quote_a: Quoted, quote_b: Quoted) -> Iterator[Piece]:
    one, other = a.tokens, b.tokens
    matcher = SequenceMatcher(None, [t.word for t in one], [t.word for t in other], autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        in_a = quote_a(one[i].start, one[j - 1].end) if j > i else None
        in_b = quote_b(other[k].start, other[m - 1].end) if m > k else None
        if tag == "equal":
            yield Piece("kept", in_a, in_b)
            continue
        if in_a is not None:
            yield Piece("deleted", in_a, None)
        if in_b is not None:
            yield Piece("inserted", None, in_b)


def _in_order(pairs: Sequence[tuple[int, int]]) -> set[int]:
    """Those of the first side that keep their order on the second: the longest run that rises on both."""
    ordered = sorted(pairs)
    tails: list[int] = []
    at: list[int] = []
    back: list[int] = []
    for n, (_, y) in enumerate(ordered):
        place = bisect_left(tails, y)
        tails[place : place + 1] = [y]
        at[place : place + 1] = [n]
        back.append(at[place - 1] if place else -1)
    stay: set[int] = set()
    n = at[-1] if at else -1
    while n >= 0:
        stay.add(ordered[n][0])
        n = back[n]
    return stay
