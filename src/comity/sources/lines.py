"""The lines of a release: its blocks, cut where a masthead or a mark stands inside one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from comity.model import Block, Role, Text

__all__ = ["Line", "blocks_of", "folded", "lines_of", "same_title", "title_spans"]

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of one block with the role it plays; `block` counts the blocks from 0."""

    start: int
    end: int
    block: int
    text: str
    role: Role
    labelled: bool = False

    def labelled_as(self, role: Role) -> Line:
        """The same line with a role of ours."""
        return replace(self, role=role, labelled=True)


def lines_of(text: Text, cuts: Iterable[tuple[int, int]] = ()) -> list[Line]:
    """The blocks of `text`, cut at both ends of each of the `cuts` (offsets) and at line breaks."""
    edges = sorted({edge for cut in cuts for edge in cut})
    lines: list[Line] = []
    for number, block in enumerate(text.blocks):
        inside = [edge for edge in edges if block.start < edge < block.end]
        for start, end in zip([block.start, *inside], [*inside, block.end], strict=True):
            lines.extend(_parts(text.text, start, end, number, block.role))
    return lines


def _parts(text: str, start: int, end: int, block: int, role: Role) -> Iterable[Line]:
    for part in re.finditer(r"[^\n]*\S", text[start:end]):
        left = start + part.start() + len(part.group()) - len(part.group().lstrip())
        yield Line(left, start + part.end(), block, text[left : start + part.end()], role)


def blocks_of(lines: Sequence[Line]) -> tuple[Block, ...]:
    """The blocks that the lines make: neighbours from one block stay together if their role is the same."""
    blocks: list[Block] = []
    last: Line | None = None
    for line in lines:
        joined = last is not None and last.block == line.block and last.role == line.role
        if joined and not line.labelled:
            blocks[-1] = Block(blocks[-1].start, line.end, line.role)
        else:
            blocks.append(Block(line.start, line.end, line.role))
        last = line
    return tuple(blocks)


def folded(text: str) -> str:
    """The words alone, without case and punctuation."""
    return " ".join(_WORD.findall(text.casefold()))


def same_title(line: str, title: str) -> bool:
    """Whether a line prints the title: in capitals, shortened or in slightly other words."""
    ours, theirs = folded(line).split(), folded(title).split()
    if not ours or not theirs:
        return False
    if ours == theirs:
        return True
    if min(len(ours), len(theirs)) < 4 or len(line) > 1.5 * len(title) + 60 or line.endswith((".", ":", ":-")):
        return False
    return len(set(ours) & set(theirs)) >= 0.7 * len(set(theirs))


def title_spans(text: str, title: str, within: int) -> list[tuple[int, int]]:
    """Where the first `within` characters print exactly this title, in any case, white space and quotes."""
    words = _WORD.findall(title)
    if not words:
        return []
    pattern = r"\W{1,4}".join(re.escape(word) for word in words)
    # Signs at either end ("₹", a closing quote) belong to the title.
    found = re.search(rf"(?<!\w)(?:[^\w\s]+\s?)?{pattern}(?!\w)[^\w\s]*", text[:within], re.IGNORECASE)
    return [found.span()] if found else []
