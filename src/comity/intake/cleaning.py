"""Cleaning: markup and broken lines are resolved to blocks of the text that a reader would read.

One order for all formats: unseen characters, tags, marks at the beginning of lines, marks inside lines,
line breaks, white space, composition. Each step keeps the way back to the original.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from comity.intake.characters import composed, folded, visible
from comity.intake.inline import resolved, tags_resolved
from comity.intake.lines import Piece, marked_lines, pieces
from comity.intake.traced import Traced
from comity.model import Role

__all__ = ["finished", "markdown_pieces", "one_line", "plain_pieces"]


def markdown_pieces(text: Traced) -> list[Piece]:
    """The blocks of a text written in Markdown, with or without HTML inside."""
    seen = tags_resolved(visible(text))
    bare, lines = marked_lines(seen, markdown=True)
    return finished(pieces(resolved(bare), lines))


def plain_pieces(text: Traced, role: Role = "body") -> list[Piece]:
    """The blocks of a text without markup; `role` is that of its paragraphs."""
    bare, lines = marked_lines(visible(text), markdown=False)
    return finished(pieces(bare, lines, role))


def one_line(text: Traced) -> Traced:
    """A title or another short value: markup resolved, in one line."""
    return composed(folded(visible(resolved(tags_resolved(visible(text))))))


def finished(made: Iterable[Piece]) -> list[Piece]:
    """White space folded, letters composed, and empty blocks left out."""
    done: Sequence[Piece] = [replace(p, text=composed(folded(visible(p.text)))) for p in made]
    return [piece for piece in done if piece.text.text]
