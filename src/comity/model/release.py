"""A release: one published document with its masthead, as values that flow through the stages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from comity.model.span import OffsetMap, Span
from comity.model.when import When

__all__ = [
    "Block",
    "CalendarDate",
    "Capture",
    "Genre",
    "Issuer",
    "Notice",
    "Release",
    "Role",
    "Text",
]

Genre = Literal[
    "joint_text", "readout", "curtain_raiser", "report", "statement",
    "fact_sheet", "transcript", "agreement_text", "reprint", "other",
]  # fmt: skip

Role = Literal["masthead", "title", "subtitle", "heading", "body", "item", "caption", "sign_off", "furniture"]


@dataclass(frozen=True, slots=True)
class Capture:
    """The bytes as they arrived, hashed before anything parses them."""

    source: str
    sha256: str
    media_type: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or list item of the text, and the part it plays."""

    start: int
    end: int
    role: Role = "body"

    @property
    def span(self) -> Span:
        """The block's place."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Text:
    """What a reader would read: NFC text in blocks, and the way back to the capture.

    `metadata` holds what the file says of itself outside its text, under these keys only where told:
    title, subtitle, date, posted, issuer, unit, url, place, language, id, site.
    `pages` holds the start offset of each page where the format has pages, else ().
    """

    text: str
    blocks: tuple[Block, ...]
    origin: OffsetMap = field(default_factory=OffsetMap)
    pages: tuple[int, ...] = ()
    metadata: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def __reduce__(self) -> tuple[object, ...]:
        """How it goes to another process: a read-only mapping cannot, so it is made anew there."""
        return _remade, (self.text, self.blocks, self.origin, self.pages, dict(self.metadata))

    def page_of(self, offset: int) -> int | None:
        """The page (from 1) that holds `offset`, or None where the format has no pages."""
        if not self.pages:
            return None
        return sum(start <= offset for start in self.pages) or 1


def _remade(
    text: str, blocks: tuple[Block, ...], origin: OffsetMap, pages: tuple[int, ...], metadata: dict[str, str]
) -> Text:
    return Text(text, blocks, origin, pages, MappingProxyType(metadata))


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who publishes: the office as it is usually named, its unit, and the state or body it speaks for."""

    name: str | None
    unit: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """The date of issue in a local calendar, and whether it agrees with the Gregorian one."""

    calendar: str
    printed: str
    date: str
    agrees: bool


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a careful reader would want to look at, and where."""

    code: str
    message: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Release:
    """One published document with its masthead (the `release` block of the JSON shape).

    `issuer.country` and `co_issuers` decide whose account its claims are.
    """

    id: str
    sha256: str
    source: str
    media_type: str
    languages: tuple[str, ...]
    genre: Genre
    title: str | None
    subtitles: tuple[str, ...]
    release_number: str | None
    url: str | None
    retrieved: str | None
    issuer: Issuer
    co_issuers: tuple[Issuer, ...]
    place: str | None
    place_country: str | None
    issued: When | None
    calendars: tuple[CalendarDate, ...]
    sign_off: str | None
    content: Text = field(repr=False)
    profile: str = "generic"
    warnings: tuple[Notice, ...] = ()

    @property
    def text(self) -> str:
        """The text that all offsets refer to."""
        return self.content.text

    @property
    def account(self) -> tuple[str, ...]:
        """Whose account this is: the parties that issue it."""
        told = [i.country for i in (self.issuer, *self.co_issuers) if i.country]
        return tuple(dict.fromkeys(told))
