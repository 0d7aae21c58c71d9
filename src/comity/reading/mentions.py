"""What a sentence mentions: frozen values with absolute offsets, shared by all of reading and extraction."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from comity.lexicon import Hit
from comity.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from comity.reading.time import Anniversary, DateMention, Edition

__all__ = ["Person", "PersonMention", "Sentence", "Vessel"]


@dataclass(slots=True, eq=False)
class Person:
    """One person of the release, put together from all mentions of the name."""

    name: str
    role: str | None = None
    office: str = "unknown"
    country: str | None = None
    country_basis: str = "text"
    acting: bool = False


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person or office named at a place; `person` is None where only an office is given."""

    start: int
    end: int
    role: str | None
    office: str
    country: str | None
    country_basis: str
    person: Person | None = None
    acting: bool = False
    plural: bool = False

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Vessel:
    """A ship named with its navy's prefix; offsets within the sentence."""

    start: int
    end: int
    name: str
    code: str


@dataclass(slots=True)
class Sentence:
    """A sentence with all that was found in it; `doc` is there once it was parsed."""

    index: int
    start: int
    end: int
    text: str
    role: str
    block: int
    hits: tuple[Hit, ...] = ()
    people: tuple[PersonMention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    editions: tuple[Edition, ...] = ()
    anniversaries: tuple[Anniversary, ...] = ()
    vessels: tuple[Vessel, ...] = ()
    doc: Doc | None = field(default=None, repr=False)

    @property
    def span(self) -> Span:
        """The sentence's place in the release."""
        return Span(self.start, self.end)

    def chars(self, first: Token, last: Token | None = None) -> Span:
        """The absolute characters from one token to another."""
        last = last if last is not None else first
        return Span(self.start + first.idx, self.start + last.idx + len(last.text))
