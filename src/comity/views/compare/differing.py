"""Where two tellings of one thing differ: field by field, and only in what both print."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from comity.views.compare.aligning import Match
from comity.views.compare.clauses import Clause
from comity.views.compare.facts import Fact, facts_of
from comity.views.compare.model import Difference, Words
from comity.views.compare.parties import Countries, attending, doer, rows_in
from comity.views.compare.told import Told
from comity.views.compare.verbs import event_in

__all__ = ["differences_of", "quoted"]

Quoted = Callable[[int, int], Words]


def quoted(told: Told) -> Quoted:
    """How words of a release are quoted, with the claims that rest on them."""
    marks = [(e.start, e.end, k.id) for k in told.kept for e in k.claim.evidence[:1]]

    def words(start: int, end: int) -> Words:
        claims = tuple(dict.fromkeys(c for s, e, c in marks if s < end and start < e))
        return Words(start, end, told.text[start:end], claims)

    return words


def differences_of(match: Match, a: Told, b: Told, countries: Countries) -> Iterator[Difference]:
    """What two tellings of one thing print differently."""
    quote_a, quote_b = quoted(a), quoted(b)
    for field, x, y in (
        *_facts(match, a.day, b.day),
        *_said(match, countries),
        *_orders(match),
    ):
        in_a = next(c for c in match.a if c.start <= x[0] and x[1] <= c.end)
        in_b = next(c for c in match.b if c.start <= y[0] and y[1] <= c.end)
        yield Difference(
            field, quote_a(*x), quote_b(*y), quote_a(in_a.start, in_a.end), quote_b(in_b.start, in_b.end)
        )  # fmt: skip


Found = tuple[str, tuple[int, int], tuple[int, int]]


def _facts(match: Match, day_a: date | None, day_b: date | None) -> Iterator[Found]:
    of_a = [f for c in match.a for f in (*facts_of(c, day_a), *attending(c))]
    of_b = [f for c in match.b for f in (*facts_of(c, day_b), *attending(c))]
    for fields in (("date", "due"), *((f,) for f in _SINGLE)):
        x = [f for f in of_a if f.field in fields]
        y = [f for f in of_b if f.field in fields]
        yield from _differing(x, y)


_SINGLE = ("place", "participants", "level", "status", "edition", "number", "amount", "name", "label")


def _differing(a: Sequence[Fact], b: Sequence[Fact]) -> Iterator[Found]:
    """The facts of one field that stand on both sides with other values, each once, in the order of print."""
    left_a = [f for f in a if not any(_same(f, g) for g in b)]
    left_b = [g for g in b if not any(_same(f, g) for f in a)]
    for f in left_a:
        partner = next((g for g in left_b if _may_differ(f, g)), None)
        if partner is not None:
            left_b.remove(partner)
            field = "due" if "due" in (f.field, partner.field) else f.field
            yield field, (f.start, f.end), (partner.start, partner.end)


def _same(f: Fact, g: Fact) -> bool:
    if f.field in {"date", "due"}:
        return _as_days(f, g)
    return f.value == g.value and (f.field != "number" or _meets(f, g))


def _as_days(f: Fact, g: Fact) -> bool:
    """Whether two dates may be of one day: the same days, or a month or year that holds the other."""
    (a, b), (c, d) = f.value.split("/"), g.value.split("/")
    if (a, b) == (c, d):
        return True
    holds = (a <= c and d <= b) or (c <= a and b <= d)
    coarse = max((date.fromisoformat(y) - date.fromisoformat(x)).days for x, y in ((a, b), (c, d))) > _FEW
    return holds and coarse


_FEW = 26
"""A stretch of more days is a month or longer: told more coarsely, and not differently."""


def _may_differ(f: Fact, g: Fact) -> bool:
    if f.field in {"number", "edition", "place", "participants"}:
        return _meets(f, g)
    if f.field == "amount":
        return f.value[:3] == g.value[:3]
    return True


def _meets(f: Fact, g: Fact) -> bool:
    if f.field == "participants":
        return f.topic == g.topic
    return bool(f.topic & g.topic)


def _said(match: Match, countries: Countries) -> Iterator[Found]:
    """The verb that says how, and by whom; only where both clauses are surely of one thing."""
    a, b = match.a[0], match.b[0]
    if not match.sure:
        return
    yield from _held(a, b)
    if a.cue is None or b.cue is None:
        return
    x, y = (a.start + a.cue.start, a.start + a.cue.end), (b.start + b.cue.start, b.start + b.cue.end)
    if a.cue.lemma != b.cue.lemma:
        yield "verb", x, y
    one, other = doer(a, countries), doer(b, countries)
    if one and other and one != other:
        yield "by", (a.start, x[1]), (b.start, y[1])


def _held(a: Clause, b: Clause) -> Iterator[Found]:
    """An occasion that one side tells of as ahead and the other as held."""
    if any(c.cue is not None and c.cue.rank == _ACT for c in (a, b)):
        return
    x, y = event_in(a.text), event_in(b.text)
    if x and y and x[0] != y[0]:
        yield "status", (a.start + x[1], a.start + x[2]), (b.start + y[1], b.start + y[2])


_ACT = 3


def _orders(match: Match) -> Iterator[Found]:
    rows_a = [r for c in match.a for r in rows_in(c)]
    rows_b = [r for c in match.b for r in rows_in(c)]
    seen: set[frozenset[str]] = set()
    for one in rows_a:
        for other in rows_b:
            pair = frozenset((one.first, one.second))
            if (one.first, one.second) == (other.second, other.first) and pair not in seen:
                seen.add(pair)
                yield "order", (one.start, one.end), (other.start, other.end)


def in_order(found: Iterable[Difference]) -> tuple[Difference, ...]:
    """Differences in the order of the text, each once."""
    return tuple(sorted(set(found), key=lambda d: (d.a, d.b, d.field)))
