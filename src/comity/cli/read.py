"""`comity read`: what releases say, for people, for programs, as a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Literal

import click

from comity.cli.output import as_json, console_on, opened
from comity.cli.session import common, session
from comity.cli.sources import Failures, is_one_release, readings
from comity.settings import Settings

if TYPE_CHECKING:
    from comity.model.reading import Reading

__all__ = ["command", "lexicon_option", "write_page"]

Form = Literal["table", "json", "jsonl"]
PATH = click.Path(path_type=Path, dir_okay=False)

lexicon_option = click.option(
    "--lexicon",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    metavar="DIR",
    help="Read your own rows and rules beside the built-in ones.",
)


@click.command("read")
@click.argument("sources", nargs=-1, required=True, metavar="SRC...")
@click.option("--json", "form", flag_value="json", help="Print JSON: one object, or a list for several releases.")
@click.option("--jsonl", "form", flag_value="jsonl", help="Print a release a line (JSON Lines).")
@click.option("--html", "page", type=PATH, metavar="FILE", help="Write one page with every quote marked.")
@click.option("-o", "--output", type=PATH, metavar="FILE", help="Write to FILE, not to standard output.")
@click.option("--jobs", type=click.IntRange(min=1), default=1, metavar="N", help="Read with N processes (default 1).")
@lexicon_option
@common
def command(
    sources: tuple[str, ...],
    form: Form | None,
    page: Path | None,
    output: Path | None,
    jobs: int,
    lexicon: Path | None,
) -> int:
    """What a release says, as records with quotes.

    SRC is a file, a folder (read file by file) or - for standard input: Markdown, plain text, HTML, PDF
    with text, or JSON Lines with a release a line. Exit 0 also where a release holds nothing to record, 1
    where one could not be read (each is named, and in failed.txt).
    """
    settings = Settings.load(lexicon=lexicon)
    failures = Failures()
    found = readings(settings, sources, failures, jobs=jobs)
    kept: list[Reading] = []
    if page:
        found = _kept(found, kept)
    with opened(output) as stream:
        # The page alone is asked for: no table besides.
        if page and form is None and output is None:
            list(found)
        else:
            _write(found, form or "table", stream, single=is_one_release(sources))
    if page and kept:
        write_page(page, kept)
    failures.write()
    return 1 if failures else 0


def _kept(found: Iterable[Reading], kept: list[Reading]) -> Iterator[Reading]:
    for reading in found:
        kept.append(reading)
        yield reading


def _write(found: Iterable[Reading], form: Form, stream: IO[str], *, single: bool) -> None:
    from comity.model.shape import reading_shape  # noqa: PLC0415

    if form == "table":
        _write_tables(found, stream)
    elif form == "jsonl":
        for reading in found:
            stream.write(as_json(reading_shape(reading), indent=None) + "\n")
    else:
        shapes = [reading_shape(reading) for reading in found]
        if len(shapes) == 1 and single:
            stream.write(as_json(shapes[0]) + "\n")
        elif shapes or not single:
            stream.write(as_json(shapes) + "\n")


def _write_tables(found: Iterable[Reading], stream: IO[str]) -> None:
    from comity.views.terminal import render  # noqa: PLC0415

    console = console_on(stream)
    for number, reading in enumerate(found):
        if number:
            console.rule()
        render(reading, console)


def write_page(file: Path, kept: list[Reading]) -> None:
    """Write the page of the readings and say where it is."""
    from comity import __version__  # noqa: PLC0415
    from comity.views.page import render_page  # noqa: PLC0415

    file.write_text(render_page(kept, version=__version__), "utf-8")
    session().say(f"wrote {file}")
