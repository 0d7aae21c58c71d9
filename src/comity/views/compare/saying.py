"""How a comparison is said to a reader: the names of fields, of sides, of what was counted; a change word by word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from comity.views.compare.model import Comparison, Difference, Side
from comity.views.compare.redline import Formula, Redline

__all__ = ["FIELD_NAMES", "counted", "counted_formulas", "marked", "plain", "shown", "side_name"]

FIELD_NAMES: Mapping[str, str] = {
    "date": "date",
    "due": "due date",
    "place": "place",
    "participants": "who took part",
    "level": "level",
    "status": "status",
    "edition": "edition",
    "number": "number",
    "amount": "amount",
    "verb": "wording: force or stance",
    "by": "who does it",
    "order": "order of the parties",
    "name": "what was signed",
    "label": "name of the relation",
}


def plain(words: str) -> str:
    """A quote on one line: breaks of lines are no words."""
    return " ".join(words.split())


_AROUND = 56
_BARE = frozenset({"verb", "status", "name", "label"})
"""Fields whose words say little by themselves: they are shown with those that follow."""


def shown(difference: Difference, side: Literal["a", "b"]) -> str:
    """The printed words of a side, with those that follow in its clause where they say little alone."""
    words, clause = (
        (difference.a, difference.in_a) if side == "a" else (difference.b, difference.in_b)
    )  # fmt: skip
    if difference.field not in _BARE:
        return plain(words.quote)
    at = words.start - clause.start
    rest = plain(clause.quote[at:])
    if len(rest) <= _AROUND:
        return rest
    least = len(plain(words.quote))
    return rest[: max(rest.rfind(" ", 0, _AROUND), least)] + " …"


def side_name(side: Side, other: Side) -> str:
    """A side in a few words, told apart from the other: whose account or who issued it; the day where these are one."""
    name = " and ".join(side.account) or side.issuer or side.release
    same = " and ".join(other.account) or other.issuer or other.release
    if name != same:
        return name
    told = [part for part in (name, side.issued if side.issued != other.issued else side.title) if part]
    return ", ".join(told)


def counted(comparison: Comparison) -> str:
    """What was found, in one sentence."""
    a, b = side_name(comparison.a, comparison.b), side_name(comparison.b, comparison.a)
    return (
        f"{_many(len(comparison.shared), 'passage')} told by both, {_many(len(comparison.differences), 'difference')} "
        f"in what they print, {_many(len(comparison.only_a), 'clause')} only in that of {a}, "
        f"{_many(len(comparison.only_b), 'clause')} only in that of {b}."
    )


def counted_formulas(redline: Redline) -> str:
    """What became of the formulas, in one sentence."""
    moved = sum(f.moved for f in redline.formulas)
    told = ", ".join(f"{len(redline.of(fate))} {fate}" for fate in ("kept", "changed", "dropped", "new"))
    first, last = (side.issued or "a day not told" for side in (redline.a, redline.b))
    return f"Of the clauses from {first} to {last}: {told}; {moved} moved."


def marked(formula: Formula) -> Iterator[tuple[str, str]]:
    """The pieces of a changed formula as (fate, words), in the order in which a reader reads them."""
    for piece in formula.pieces:
        words = piece.b or piece.a
        if words is not None:
            yield piece.fate, plain(words.quote)


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"
