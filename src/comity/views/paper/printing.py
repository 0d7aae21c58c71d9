"""Prints a paper in the format that is asked for; a format's library is loaded only when it is used."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from comity.views.paper.model import Paper
from comity.views.paper.sizes import Size

__all__ = ["ENDINGS", "FORMS", "Form", "print_paper"]

Form = Literal["md", "html", "docx", "pdf", "json"]
FORMS: tuple[Form, ...] = get_args(Form)
ENDINGS: Mapping[str, Form] = {
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
    ".pdf": "pdf",
    ".json": "json",
}
"""Which format the ending of a file's name stands for."""


def print_paper(paper: Paper, form: Form, *, size: Size = "A4") -> str | bytes:
    """The paper as text (Markdown, HTML, JSON) or as the bytes of a file (DOCX, PDF); Markdown and JSON have no size.

    Raises PaperError where the library of the format is not installed, or the paper cannot be set.
    """
    match form:
        case "md":
            from comity.views.paper import markdown  # noqa: PLC0415

            return markdown.render(paper)
        case "html":
            from comity.views.paper import html  # noqa: PLC0415

            return html.render(paper, size=size)
        case "docx":
            from comity.views.paper import docx  # noqa: PLC0415

            return docx.render(paper, size=size)
        case "pdf":
            from comity.views.paper import pdf  # noqa: PLC0415

            return pdf.render(paper, size=size)
        case "json":
            from comity.views.paper import shape  # noqa: PLC0415

            return shape.render(paper)
