"""Where a paper goes: standard output or a file, in the format that is asked for."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from comity.views.paper.model import Paper

__all__ = ["hand_out", "printed"]

Decorated = TypeVar("Decorated", bound=Callable[..., Any])
_FORMS = ("md", "html", "docx", "pdf", "json")


def printed(command: Decorated) -> Decorated:
    """Give a command -f, -o and --size."""
    form = click.option("-f", "form", type=click.Choice(_FORMS), help="Its format (else by the file: md).")
    file = click.option("-o", "file", type=click.Path(dir_okay=False, path_type=Path), help="Write it to this file.")
    size = click.option(
        "--size", type=click.Choice(("A4", "Letter")), default="A4", show_default=True, help="Of the pages."
    )
    return form(file(size(command)))


def hand_out(paper: Paper, form: str | None, file: Path | None, size: str) -> None:
    """Print a paper to a file or to standard output.

    Raises:
        PaperError: the library of its format is not installed, or it cannot be set.
        click.UsageError: what is no text would go to a terminal.
    """
    from comity.views.paper.printing import ENDINGS, print_paper  # noqa: PLC0415 - with what it prints

    told: Any = form or (ENDINGS.get(file.suffix.lower()) if file else None) or "md"
    if file is None and told in ("docx", "pdf") and sys.stdout.isatty():
        raise click.UsageError(f"-f {told} is no text for a terminal: give -o FILE")
    content = print_paper(paper, told, size=size)  # type: ignore[arg-type]
    whole = content.encode() if isinstance(content, str) else content
    if file is not None:
        file.write_bytes(whole)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(whole)
    sys.stdout.buffer.flush()
