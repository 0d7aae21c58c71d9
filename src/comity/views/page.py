"""The page of a reading: one file without a network, quotes marked in the text, records beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from comity.model.claims import Claim, Engagement
from comity.model.reading import Reading
from comity.model.release import Block, Release
from comity.model.span import Evidence
from comity.views.lines import GROUPS, WORTH_CHECKING, Line, lines_of
from comity.views.segments import Mark, Segment, segments
from comity.views.templating import inline, template
from comity.views.wording import CALENDARS, GENRES, account, issuer, spoken

__all__ = ["render_page"]

# Each kind with what the legend says of it.
_KINDS = {
    "engagement": "talks, visits, calls, ceremonies",
    "exercise": "military exercises",
    "agreement": "agreements and their steps",
    "commitment": "what was promised, offered or asked",
    "position": "stances taken",
    "relation": "what the relationship is called",
}
_TAGS = {"title": "h2", "subtitle": "h3", "heading": "h3", "item": "li"}


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A block of the release's text as it is laid out; `tag` is the element, `role` its class."""

    tag: str
    role: str
    cuts: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class _Card:
    """A line beside the text, with every quote it rests on; `key` is unique on the page."""

    line: Line
    key: str
    quotes: tuple[str, ...]
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One release on the page."""

    reading: Reading
    key: str
    cards: tuple[_Card, ...]
    paragraphs: tuple[_Paragraph, ...]

    @property
    def inferred(self) -> int:
        """How many values are inferred."""
        return sum(len(card.line.inferred) for card in self.cards)

    @property
    def doubtful(self) -> int:
        """How many claims are worth checking."""
        return sum(card.line.worth_checking for card in self.cards)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that the release tells of."""
        present = {card.line.kind for card in self.cards}
        return tuple(kind for kind in _KINDS if kind in present)


def render_page(readings: Sequence[Reading], *, version: str) -> str:
    """One HTML document for one or several readings, made by `version` of Comity; everything is inside it."""
    sheets = [_sheet(reading, f"r{i}-" if len(readings) > 1 else "") for i, reading in enumerate(readings, 1)]
    filters = {"account": account, "issuer": issuer, "spoken": spoken, "folded": _folded}
    return template("page.html.j2", *filters.items()).render(
        sheets=sheets, version=version, groups=GROUPS, kinds=_KINDS, genres=GENRES, calendars=CALENDARS,
        threshold=WORTH_CHECKING, css=inline("page.css"), js=inline("page.js"),
    )  # fmt: skip


def _folded(quote: str) -> str:
    return " ".join(quote.split())


def _sheet(reading: Reading, key: str) -> _Sheet:
    cards = tuple(_card(line, key) for line in lines_of(reading))
    marks = [
        Mark(e.start, e.end, card.line.label, card.line.kind) for card in cards for e in _evidence(card.line.claim)
    ]
    return _Sheet(reading, key, cards, tuple(_paragraphs(reading.release, marks)))


def _card(line: Line, key: str) -> _Card:
    told = dict.fromkeys(e.quote for e in _evidence(line.claim))
    topics = line.claim.topics if isinstance(line.claim, Engagement) else ()
    return _Card(line, f"{key}{line.label}", tuple(told), tuple(t.topic for t in topics))


def _evidence(claim: Claim) -> Iterator[Evidence]:
    yield from claim.evidence
    if isinstance(claim, Engagement):
        for topic in claim.topics:
            yield from topic.evidence


def _paragraphs(release: Release, marks: Sequence[Mark]) -> Iterator[_Paragraph]:
    """The text block by block; words between blocks (there should be none) are not lost."""
    text, at = release.text, 0
    for block in sorted(release.content.blocks, key=lambda b: (b.start, b.end)):
        start = max(block.start, at)
        yield from _paragraph(text, Block(at, start), marks)
        yield from _paragraph(text, Block(start, block.end, block.role), marks)
        at = max(at, block.end)
    yield from _paragraph(text, Block(at, len(text)), marks)


def _paragraph(text: str, block: Block, marks: Sequence[Mark]) -> Iterator[_Paragraph]:
    if text[block.start : block.end].strip():
        tag = _TAGS.get(block.role, "p")
        yield _Paragraph(tag, block.role.replace("_", "-"), segments(text, block.start, block.end, marks))
