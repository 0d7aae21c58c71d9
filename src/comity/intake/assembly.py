"""Blocks, title and metadata are put together to the `Text` that the later stages read."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from comity.errors import NoText
from comity.intake.breaks import ends_sentence
from comity.intake.cleaning import one_line
from comity.intake.lines import Piece
from comity.intake.traced import Traced
from comity.model import Block, OffsetMap, Role, Text

__all__ = ["assembled", "headed", "told"]

_HEAD_BLOCKS = 6
_LETTERHEAD_WIDTH = 100
_NOT_A_LETTER = re.compile(r"[\W_]+")
_SEVERAL = re.compile(r"(?:<br\s*/?>|\n)+", re.IGNORECASE)


def assembled(
    pieces: Sequence[Piece],
    *,
    where: str,
    title: Traced | None = None,
    subtitle: Traced | None = None,
    metadata: Mapping[str, str] = MappingProxyType({}),
    page_starts: Sequence[int] = (),
) -> Text:
    """Put the parts of one release together.

    `title` and `subtitle` come from outside the text; where they do not stand in its first six blocks they
    are put before it and lead to where they stand in the original. A subtitle may hold several, divided by
    `<br>` or line ends. `page_starts` are places in the original at which pages begin.

    Raises:
        NoText: nothing is left that a reader would read.
    """
    if not any(any(c.isalnum() for c in piece.text.text) for piece in pieces):
        raise NoText("it holds no text", where=where, then="give the page or file with the release itself")
    facts = dict(metadata)
    head = one_line(title) if title else None
    below = list(_several(subtitle)) if subtitle else []
    if head and head.text:
        facts["title"] = head.text
    if below:
        facts["subtitle"] = "\n".join(part.text for part in below)
    whole = headed(list(pieces), head, below)
    parts = [(_gap(whole, i), piece.text) for i, piece in enumerate(whole)]
    text = Traced.join(parts)
    blocks: list[Block] = []
    place = 0
    for (gap, part), piece in zip(parts, whole, strict=True):
        place += len(gap)
        blocks.append(Block(place, place + len(part), piece.role))
        place += len(part)
    origin = OffsetMap(text.runs)
    return Text(text.text, tuple(blocks), origin, _pages(text, page_starts), MappingProxyType(facts))


def told(values: Mapping[str, object]) -> dict[str, str]:
    """The values that say something, each in one line."""
    made = {key: one_line(Traced.whole(str(value))).text for key, value in values.items() if value}
    return {key: value for key, value in made.items() if value}


def headed(pieces: list[Piece], title: Traced | None, subtitles: Sequence[Traced]) -> list[Piece]:
    """Mark title and subtitles where they stand near the beginning, and put the missing ones first."""
    missing: list[Piece] = []
    wanted: list[tuple[Role, Traced]] = [("title", title)] if title and title.text else []
    wanted += [("subtitle", part) for part in subtitles]
    for role, part in wanted:
        place = _standing(pieces, part.text, 1 if role == "title" else len(subtitles) + 1)
        if place is None:
            missing.append(Piece(role, part))
        for index in place or ():
            pieces[index] = replace(pieces[index], role=role)
    first = next((i for i, p in enumerate(pieces) if p.role == "title"), None)
    if missing and first is not None and missing[0].role == "subtitle":
        return [*pieces[: first + 1], *missing, *pieces[first + 1 :]]
    return [*missing, *pieces]


def _standing(pieces: Sequence[Piece], wanted: str, extra: int) -> range | None:
    """The blocks near the beginning, one or a few in a row, that are the `wanted` words."""
    aim = _letters(wanted)
    if not aim:
        return range(0)
    for start in range(min(_HEAD_BLOCKS + extra - 1, len(pieces))):
        got = ""
        for end in range(start, min(start + 4, len(pieces))):
            got += _letters(pieces[end].text.text)
            if got == aim:
                return range(start, end + 1)
            if not aim.startswith(got):
                break
    return None


def _letters(text: str) -> str:
    return _NOT_A_LETTER.sub("", text).casefold()


def _several(subtitle: Traced) -> Iterator[Traced]:
    start = 0
    for match in [*_SEVERAL.finditer(subtitle.text), None]:
        end = match.start() if match else len(subtitle)
        part = one_line(subtitle.part(start, end))
        if part.text:
            yield part
        start = match.end() if match else end


def _gap(pieces: Sequence[Piece], index: int) -> str:
    """Lines of a letterhead follow each other closely; a blank line parts paragraphs."""
    if not index:
        return ""
    here, before = pieces[index], pieces[index - 1]
    short = max(len(here.text), len(before.text)) <= _LETTERHEAD_WIDTH
    plain = {here.role, before.role} <= {"body", "title", "subtitle"}
    unended = not ends_sentence(before.text.text) and not ends_sentence(here.text.text)
    return "\n" if here.near and short and plain and unended else "\n\n"


def _pages(text: Traced, page_starts: Sequence[int]) -> tuple[int, ...]:
    if not page_starts:
        return ()
    origins = [text.origin(place) for place in range(len(text))]
    return (0, *(bisect_left(origins, start) for start in page_starts[1:]))
