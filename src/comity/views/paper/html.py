"""A paper as one HTML file: nothing is loaded, marks and notes lead to each other, and it prints as it is read."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from markupsafe import Markup

from comity.views.paper.citing import NO_QUOTE, cite, clean, link_certainty
from comity.views.paper.drawing import drawn
from comity.views.paper.layout import Block, Closing, Heading, Points, blocks
from comity.views.paper.model import Cell, Paper, Picture, Remark, Said, Table
from comity.views.paper.numbering import Numbering, number
from comity.views.paper.sizes import Size
from comity.views.templating import inline, template

__all__ = ["render"]


@dataclass(frozen=True, slots=True)
class _Mark:
    """One mark: the number of its note, and its own name, to which the note leads back."""

    number: int
    key: str


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence or a cell as the template shows it."""

    text: str
    remark: bool
    marks: tuple[_Mark, ...]
    certainty: str = ""


def render(paper: Paper, *, size: Size = "A4") -> str:
    """The paper as one HTML document; `size` is that of the sheets on which it is printed."""
    marking = _Marking(number(paper))
    shown = [marking.block(block) for block in blocks(paper)]
    notes = [(n, cite(note), tuple(marking.uses[n])) for n, note in enumerate(marking.numbering.notes, 1)]
    return template("paper.html.j2", ("clean", clean)).render(
        paper=paper, blocks=shown, notes=notes, size=size, no_quote=NO_QUOTE,
        css=inline("paper.css"),
    )  # fmt: skip


class _Marking:
    """Gives each mark its name while the blocks are gone through, so that notes can lead back to all of them."""

    def __init__(self, numbering: Numbering) -> None:
        self.numbering = numbering
        self.uses: defaultdict[int, list[str]] = defaultdict(list)

    def block(self, block: Block) -> dict[str, object]:
        """A block as the template shows it."""
        match block:
            case Heading(text, level, new_page):
                return {"kind": "heading", "text": text, "tag": f"h{min(level + 1, 6)}", "new_page": new_page}
            case Points(paragraphs):
                return {"kind": "points", "points": [[self._sentence(s) for s in points] for points in paragraphs]}
            case Table(columns, rows):
                told = [[_Sentence(cell.text, False, self._marks(cell)) for cell in row] for row in rows]  # noqa: FBT003
                return {"kind": "table", "columns": columns, "rows": told}
            case Picture(caption):
                return {"kind": "picture", "svg": Markup(drawn(block)), "caption": caption}  # noqa: S704 - cleaned
            case Closing(remark):
                return {"kind": "closing", "sentence": self._sentence(remark)}

    def _sentence(self, said: Said | Remark) -> _Sentence:
        if isinstance(said, Remark):
            return _Sentence(said.text, remark=True, marks=())
        return _Sentence(said.text, remark=False, marks=self._marks(said), certainty=link_certainty(said))

    def _marks(self, resting: Said | Cell) -> tuple[_Mark, ...]:
        marks = []
        for n in self.numbering.marks(resting):
            key = f"mark-{n}-{len(self.uses[n]) + 1}"
            self.uses[n].append(key)
            marks.append(_Mark(n, key))
        return tuple(marks)
