"""Releases made by hand for the tests of reading and extraction, and what Comity reads from them.

A release is one text, or a row of (role, text) blocks; nothing of intake or of house styles takes part.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import cast

from comity import lexicon
from comity.extract.frames import Frames, Match
from comity.extract.modals import modal_matches
from comity.extract.read import read_claims
from comity.lexicon import Lexicon
from comity.model import (
    Block,
    Claim,
    Engagement,
    Genre,
    Issuer,
    Reading,
    Release,
    Role,
    Text,
    When,
)
from comity.reading.annotate import Annotated, annotate
from comity.reading.mentions import Sentence

ISSUED = "2024-08-20"  # a Tuesday

Told = str | Sequence[tuple[str, str]]


def made(
    told: Told,
    issuer: str | None = "IN",
    issued: str = ISSUED,
    *,
    co: Sequence[str] = (),
    genre: str = "readout",
    name: str = "made-by-hand",
) -> Release:
    """A release of these words; a plain string is one paragraph of body."""
    rows = [("body", told)] if isinstance(told, str) else list(told)
    text, blocks = "", []
    for role, words in rows:
        start = len(text) + (2 if text else 0)
        text = f"{text}\n\n{words}" if text else words
        blocks.append(Block(start, start + len(words), cast("Role", role)))
    title = next((words for role, words in rows if role == "title"), None)
    return Release(
        id=name,
        sha256="0" * 64,
        source="-",
        media_type="text/plain",
        languages=("en",),
        genre=cast("Genre", genre),
        title=title,
        subtitles=(),
        release_number=None,
        url=None,
        retrieved=None,
        issuer=Issuer("a ministry", None, issuer),
        co_issuers=tuple(Issuer("a ministry", None, code) for code in co),
        place=None,
        place_country=None,
        issued=When(issued, "day", "text", issued),
        calendars=(),
        sign_off=None,
        content=Text(text, tuple(blocks)),
    )


def names() -> Lexicon:
    """The shipped lexicon, loaded once."""
    return lexicon.load()


@cache
def frames() -> Frames:
    """All shipped rules, indexed once."""
    return Frames(names().rules.values())


def annotated(told: Told, issuer: str | None = "IN", issued: str = ISSUED, **more: object) -> Annotated:
    """A release with its sentences and what they mention."""
    return annotate(made(told, issuer, issued, **more), names())  # type: ignore[arg-type]


def reading(
    told: Told, issuer: str | None = "IN", issued: str = ISSUED, *, least: float = 0.0, **more: object
) -> Reading:
    """What the rules read from these words, however unlikely, unless `least` says otherwise."""
    return read_claims(annotated(told, issuer, issued, **more), least=least)


def claims(told: Told, issuer: str | None = "IN", issued: str = ISSUED, **more: object) -> list[Claim]:
    """All claims of these words."""
    return list(reading(told, issuer, issued, **more).claims())


def matches(rows: Sequence[Sentence]) -> Iterator[Match]:
    """Every place where a rule's pattern stands in sentences that were parsed."""
    for sentence in rows:
        yield from modal_matches(frames().find(sentence))


def edtf(when: When | None) -> str | None:
    """The date of a claim, or None where it tells none."""
    return when.edtf if when else None


def people(engagement: Engagement) -> set[str | None]:
    """The names of those who took part."""
    return {p.name for p in engagement.participants}
