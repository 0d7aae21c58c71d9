"""What a comparison is: two sides, and what both, one or the other tell, each with the printed words it rests on."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

__all__ = ["FIELDS", "Comparison", "Difference", "Only", "Shared", "Side", "Words"]

FIELDS = (
    "date", "due", "place", "participants", "level", "status", "edition", "number", "amount", "verb", "by", "order",
    "name", "label",
)  # fmt: skip
"""What may be told differently: `verb` is how it is said (force, stance), `by` who does it, `name` what is signed."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two releases: who issued it, when, whose account it is, and the text that offsets refer to."""

    release: str
    issuer: str
    account: tuple[str, ...]
    issued: str | None
    title: str | None
    genre: str
    url: str | None
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True, order=True)
class Words:
    """Printed words of one side, by the law `text[start:end] == quote`; `claims` are those that rest on them."""

    start: int
    end: int
    quote: str
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that both sides tell, and tell differently: the words of each, and the clause they stand in."""

    field: str
    a: Words
    b: Words
    in_a: Words
    in_b: Words

    def mirrored(self) -> Difference:
        """The same with the sides changed."""
        return Difference(self.field, self.b, self.a, self.in_b, self.in_a)


@dataclass(frozen=True, slots=True)
class Shared:
    """What both sides tell: the clauses of each, and why they are held to be of one thing."""

    a: tuple[Words, ...]
    b: tuple[Words, ...]
    reason: str

    def mirrored(self) -> Shared:
        """The same with the sides changed."""
        return replace(self, a=self.b, b=self.a)


@dataclass(frozen=True, slots=True)
class Only:
    """What one side alone tells."""

    words: Words


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two releases side by side; each list stands in the order of the text."""

    a: Side
    b: Side
    shared: tuple[Shared, ...]
    differences: tuple[Difference, ...]
    only_a: tuple[Only, ...]
    only_b: tuple[Only, ...]

    def mirrored(self) -> Comparison:
        """The same with the sides changed, its lists in the order of what is the first side then."""
        return Comparison(
            self.b, self.a,
            tuple(sorted((s.mirrored() for s in self.shared), key=lambda s: (s.a, s.b))),
            tuple(sorted((d.mirrored() for d in self.differences), key=lambda d: (d.a, d.b, d.field))),
            self.only_b, self.only_a,
        )  # fmt: skip
