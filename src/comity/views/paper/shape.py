"""A paper as JSON: `comity/paper/1`, in which the notes are a list and sentences point at their numbers.

Texts stand in it as they are in the paper: nothing is folded or left out, unlike in the formats for readers.
"""

from __future__ import annotations

import json
import re
from typing import Any

from comity.views.paper.model import Cell, Paper, Paragraph, Remark, Said, Section
from comity.views.paper.numbering import Numbering, number

__all__ = ["render", "shape"]

_HALVES = re.compile("[\ud800-\udfff]")  # of pairs: UTF-8 cannot hold them alone


def render(paper: Paper) -> str:
    """The paper as one JSON object."""
    return _HALVES.sub("\ufffd", json.dumps(shape(paper), ensure_ascii=False, indent=2)) + "\n"


def shape(paper: Paper) -> dict[str, Any]:
    """The paper as plain values; keys without a value are null or []."""
    numbering = number(paper)
    picture = {"caption": paper.picture.caption, "svg": paper.picture.svg} if paper.picture else None
    return {
        "schema": "comity/paper/1",
        "title": paper.title,
        "coverage": paper.coverage.text,
        "subtitle": paper.subtitle,
        "day": paper.day,
        "language": paper.language,
        "made_by": paper.made_by or None,
        "essentials": [_section(section, numbering) for section in paper.essentials],
        "annex": [_section(section, numbering) for section in paper.annex],
        "picture": picture,
        "notes": _notes(numbering),
    }


def _section(section: Section, numbering: Numbering) -> dict[str, Any]:
    table = section.table and {
        "columns": list(section.table.columns),
        "rows": [[_cell(cell, numbering) for cell in row] for row in section.table.rows],
    }
    return {
        "heading": section.heading,
        "points": [_paragraph(paragraph, numbering) for paragraph in section.points],
        "table": table,
        "sections": [_section(inner, numbering) for inner in section.sections],
    }


def _paragraph(paragraph: Paragraph, numbering: Numbering) -> list[dict[str, Any]]:
    return [_sentence(sentence, numbering) for sentence in paragraph]


def _sentence(sentence: Said | Remark, numbering: Numbering) -> dict[str, Any]:
    if isinstance(sentence, Remark):
        return {"kind": "remark", "text": sentence.text, "notes": [], "certainty": None}
    marks = list(numbering.marks(sentence))
    return {"kind": "said", "text": sentence.text, "notes": marks, "certainty": sentence.certainty}


def _cell(cell: Cell, numbering: Numbering) -> dict[str, Any]:
    return {"text": cell.text, "notes": list(numbering.marks(cell))}


def _notes(numbering: Numbering) -> list[dict[str, Any]]:
    return [
        {
            "number": n, "claim": note.claim, "release": note.release or None, "quote": note.quote or None,
            "issuer": note.issuer or None, "issued": note.issued, "title": note.title, "url": note.url,
            "account": list(note.account), "review": note.review,
        }
        for n, note in enumerate(numbering.notes, 1)
    ]  # fmt: skip
