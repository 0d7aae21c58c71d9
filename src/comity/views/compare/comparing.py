"""Two releases on one occasion, side by side: one function over what each tells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from comity.views.compare.aligning import matches, tied
from comity.views.compare.clauses import Clause, clauses_of
from comity.views.compare.differing import differences_of, in_order, quoted
from comity.views.compare.model import Comparison, Only, Shared
from comity.views.compare.parties import Countries
from comity.views.compare.told import Told

__all__ = ["compare"]

_LEAST = 2
"""So many words that carry meaning has a clause that is worth telling of as told by one side alone."""


def compare(a: Told, b: Told) -> Comparison:
    """What both tell, what one tells, and what they tell differently; changing the sides mirrors it."""
    clauses_a, clauses_b = clauses_of(a), clauses_of(b)
    found = matches(clauses_a, clauses_b, places_of(a, b, clauses_a, clauses_b))
    countries = Countries((*clauses_a, *clauses_b))
    quote_a, quote_b = quoted(a), quoted(b)
    shared = [
        Shared(
            tuple(sorted(quote_a(c.start, c.end) for c in m.a)), tuple(sorted(quote_b(c.start, c.end) for c in m.b)),
            m.reason,
        )
        for m in found
    ]  # fmt: skip
    told_a = {c.index for m in found for c in m.a}
    told_b = {c.index for m in found for c in m.b}
    return Comparison(
        a.side, b.side, tuple(sorted(shared, key=lambda s: (s.a, s.b))),
        in_order(d for m in found for d in differences_of(m, a, b, countries)),
        tuple(Only(quote_a(c.start, c.end)) for c in _left(clauses_a, told_a)),
        tuple(Only(quote_b(c.start, c.end)) for c in _left(clauses_b, told_b)),
    )  # fmt: skip


def _left(clauses: Sequence[Clause], told: set[int]) -> list[Clause]:
    return [c for c in clauses if c.index not in told and len(c.stems) >= _LEAST]


def places_of(
    a: Told, b: Told, clauses_a: Sequence[Clause], clauses_b: Sequence[Clause]
) -> Mapping[tuple[int, int], str]:
    """The pairs of clauses whose claims linking holds for one thing, with the reason."""
    of_a, of_b = _of_claims(a, clauses_a), _of_claims(b, clauses_b)
    return {(of_a[x], of_b[y]): why for (x, y), why in tied(a, b).items() if x in of_a and y in of_b}


def _of_claims(told: Told, clauses: Sequence[Clause]) -> Mapping[str, int]:
    """In which clause the main quote of each claim stands: the one that shares most of it."""
    found = {}
    for kept in told.kept:
        if kept.claim.evidence:
            main = kept.claim.evidence[0]
            shares = [(min(c.end, main.end) - max(c.start, main.start), -c.index) for c in clauses]
            most, at = max(shares, default=(0, 0))
            if most > 0:
                found[kept.id] = -at
    return found
