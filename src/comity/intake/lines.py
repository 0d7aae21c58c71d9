"""Lines become blocks: headings, list items, and paragraphs put together from broken lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from comity.intake.breaks import ends_sentence, joint, wraps
from comity.intake.traced import Edit, Traced
from comity.model import Role

__all__ = ["Line", "Piece", "marked_lines", "pieces"]

_HEADING = re.compile(r"[ \t]{0,3}(#{1,6})(?:[ \t]+|$)")
_HEADING_TAIL = re.compile(r"[ \t]+#+[ \t]*$")
_BOLD_LINE = re.compile(r"\s*(?P<mark>\*\*|__)(?=\S)[^*_]{3,150}(?<![.;,\s])(?P=mark)\s*$")
_UNDERLINE = re.compile(r"[ \t]{0,3}(={3,}|-{3,})[ \t]*$")
_RULE = re.compile(r"[ \t]{0,3}(?:(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|`{3,}\w*|~{3,}\w*|[|:\- \t+]*-{3}[|:\- \t+]*)$")
_QUOTE = re.compile(r"[ \t]{0,3}>[ \t]?")
_BULLET = re.compile(r"\s*(?:(?:[-*+•·▪◦●■□○◇◆❖➢➤✓‣∙⁃*]|o(?=[ \t\u00a0]))[ \t\u00a0]+|[•▪◦●■□➢➤❖‣])+")
_BARE_BULLET = re.compile(r"\s*[•▪◦●■□○➢➤‣]\s*$")
_DASH_BULLET = re.compile(r"\s*–[ \t\u00a0]+")
_NUMBER = re.compile(r"\s*(?:\d{1,2}\\?[.)]|\((?:\d{1,2}|[a-z]|[ivx]{1,5})\)|(?:[a-z]|[ivx]{1,5})\\?[.)])\s+\S")
_LETTERHEAD_WIDTH = 100


@dataclass(frozen=True, slots=True)
class Line:
    """What a line is, told from its first characters, and how it ends."""

    kind: Role | None = None
    """heading, item or body; None for a blank line or a rule."""
    wrapped: bool = False
    hard: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A block on its way: its role, its text, and whether no blank line parts it from the one before."""

    role: Role
    text: Traced
    near: bool = False


def marked_lines(text: Traced, *, markdown: bool) -> tuple[Traced, list[Line]]:
    """Tell what each line is and take away its mark; the number of lines stays the same.

    Marks of headings and quotes are read in Markdown only, bullets in any text. Numbers and letters of
    a list stay, as a reader reads them.
    """
    lines = text.text.split("\n")
    kinds, cuts = _scan(lines, markdown=markdown)
    full = wraps(lines, [kind in ("body", "item") for kind in kinds], [kind == "body" for kind in kinds])
    told = [Line(kind, full[i], lines[i].endswith(("  ", "\\")) if markdown else False) for i, kind in enumerate(kinds)]
    edits: list[Edit] = []
    start = 0
    for line, (left, right) in zip(lines, cuts, strict=True):
        end = start + len(line)
        if left:
            edits.append((start, start + left, ""))
        if right > 0 and right > left and right < len(line):
            edits.append((start + right, end, ""))
        start = end + 1
    return text.edited(edits), told


def _scan(lines: Sequence[str], *, markdown: bool) -> tuple[list[Role | None], list[tuple[int, int]]]:
    kinds: list[Role | None] = []
    cuts: list[tuple[int, int]] = []
    listing = telling = False
    for line in lines:
        before = kinds[-1] if kinds else None
        # The second line of an item does not end the list.
        last = lines[len(kinds) - 1] if kinds else ""
        listing = before == "item" or (listing and before == "body")
        quote = _QUOTE.match(line) if markdown else None
        skip = quote.end() if quote else 0
        body = line[skip:]
        kind, left, right = _kind(body, "item" if listing else before, last, markdown=markdown)
        if kind == "underline" and before == "body":
            kinds[-1] = "heading"
        if kind == "bold":
            # Above the first sentence it is a title or a subtitle, which the masthead tells apart.
            kind = "heading" if telling else "body"
        telling = telling or ends_sentence(body.rstrip())
        kinds.append(None if kind in ("underline", "none") else kind)  # type: ignore[arg-type]
        cuts.append((skip + left, skip + right if right else len(line)))
    return kinds, cuts


def _kind(line: str, before: Role | None, last: str, *, markdown: bool) -> tuple[str, int, int]:
    """What `line` is, how many characters its mark takes, and where its text ends if not at its end."""
    if not line.strip():
        return "none", len(line), 0
    if markdown:
        if before in ("body", "item") and _UNDERLINE.match(line):
            return "underline", len(line), 0
        heading = _HEADING.match(line)
        if heading and line.strip("# \t"):
            tail = _HEADING_TAIL.search(line, heading.end())
            return "heading", heading.end(), tail.start() if tail else 0
        if before is None and _BOLD_LINE.match(line):
            return "bold", 0, 0
    if _RULE.match(line):
        return "none", len(line), 0
    return _item(line, before, last)


def _item(line: str, before: Role | None, last: str) -> tuple[str, int, int]:
    bullet = _BULLET.match(line)
    if bullet and bullet.end() < len(line) and line[bullet.end() :].strip("* \t\u00a0"):
        return "item", bullet.end(), 0
    if _BARE_BULLET.match(line):
        return "item", len(line), 0
    opens = before is None or before == "item" or ends_sentence(last.rstrip())
    dash = _DASH_BULLET.match(line)
    if dash and opens:
        return "item", dash.end(), 0
    if _NUMBER.match(line) and (opens or before == "heading"):
        return "item", 0, 0
    return "body", 0, 0


def pieces(text: Traced, lines: Sequence[Line], role: Role = "body") -> list[Piece]:
    """Put the lines of `text` together to blocks; `role` is that of a plain paragraph."""
    made: list[Piece] = []
    current: list[tuple[str, Traced]] = []
    kind: Role = role
    near = False
    last = Line()
    start = 0

    def close() -> None:
        if current:
            made.append(Piece(kind, Traced.join(current), near))
            current.clear()

    for line, told in zip(lines, text.text.split("\n"), strict=True):
        words = text.part(start, start + len(told)).strip()
        start += len(told) + 1
        if line.kind is None:
            close()
            last, near = line, False
            continue
        glue = None
        if current and line.kind == "body" and last.kind != "heading":
            glue = joint(_tail(current), words.text.rstrip("\\"), wrapped=last.wrapped, hard=last.hard)
        if current and glue is not None:
            current.append((glue, words))
        else:
            touching = last.kind is not None
            close()
            kind, near = (role if line.kind == "body" else line.kind), touching
            current.append(("", words))
        last = line
    close()
    return [piece for piece in made if piece.text.text]


def _tail(current: Sequence[tuple[str, Traced]]) -> str:
    """The end of the paragraph so far, long enough to judge by."""
    tail = ""
    for separator, part in reversed(current):
        tail = part.text[-200:] + tail
        if len(tail) > _LETTERHEAD_WIDTH:
            break
        tail = separator + tail
    return tail.strip()
