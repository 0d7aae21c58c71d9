"""`comity add`: keep releases in a record."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from comity.cli.output import as_json
from comity.cli.read import lexicon_option
from comity.cli.records import opened_record, record_named, record_option
from comity.cli.session import common, session
from comity.cli.sources import Failures, files_of, is_one_release
from comity.errors import InputError, MissingInput
from comity.settings import Settings

if TYPE_CHECKING:
    from rich.progress import Progress

    from comity.model import Capture
    from comity.record import Record
    from comity.scale.adding import Given

__all__ = ["command"]

OUTCOMES = ("new", "unchanged", "duplicate", "updated", "withdrawn", "failed")


@click.command("add")
@click.argument("sources", nargs=-1, metavar="SRC...")
@click.option("--retry-failed", is_flag=True, help="Try again what failed before.")
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Read with N processes (default: one a core).")
@click.option("--json", "json_", is_flag=True, help="Print the counts as JSON.")
@record_option
@lexicon_option
@common
def command(
    sources: tuple[str, ...], *, retry_failed: bool, jobs: int | None, json_: bool, place: str | None,
    lexicon: Path | None,
) -> int:  # fmt: skip
    """Keep releases in a record.

    SRC is a file, a folder (file by file), JSON Lines with a release a line, or - for standard input. Each release
    is kept in one transaction; what is known already is not read again, so an interrupted run is simply run again.
    What fails is named, and stands in failed.txt; --retry-failed reads each such source as it is now.
    """
    if not sources and not retry_failed:
        raise click.UsageError("give files or folders, or --retry-failed")
    from comity.scale.adding import add_many  # noqa: PLC0415 - loads the database's library

    settings = Settings.load(lexicon=lexicon)
    failures = Failures(record_named(place))
    counted: Counter[str] = Counter()
    claims = 0
    files = _begun(_files(sources, failures))
    if files is None and not retry_failed:
        if not failures:
            session().fail(f"no file was found in {', '.join(sources)}")
        _tell(counted, claims, failures, json_=json_)
        return 1
    try:
        with opened_record(place, make=not retry_failed) as record, _progress() as tell:
            again = _again(record, failures) if retry_failed else ()
            wanted = jobs or (1 if not retry_failed and is_one_release(sources) else os.cpu_count() or 1)
            for given in add_many(record, chain(again, files or ()), jobs=wanted, settings=settings):
                counted[given.outcome] += 1
                claims += given.claims
                if isinstance(given.error, InputError):
                    failures.add(given.error)
                tell(given)
    finally:  # also where it was interrupted, or the disk is full: what was told before is safe
        _tell(counted, claims, failures, json_=json_)
    return 1 if failures else 0


def _files(sources: Iterable[str], failures: Failures) -> Iterator[str | Capture]:
    """The files of all sources; a path where nothing is goes to the failures."""
    for source in sources:
        if source == "-" or Path(source).exists():
            yield from files_of([source], failures)
        else:
            failures.add(MissingInput("there is no such file", where=source, then="check the path"))


def _begun(files: Iterator[str | Capture]) -> Iterator[str | Capture] | None:
    """The same files, or None where there are none: no record is made for a slip of the pen."""
    first = next(files, None)
    return None if first is None else chain([first], files)


def _again(record: Record, failures: Failures) -> Iterator[str | Capture]:
    """What failed before, each once: what the record keeps unread, and what `failed.txt` names besides."""
    from comity.record.captures import file_of  # noqa: PLC0415
    from comity.scale.adding import unread_sources  # noqa: PLC0415

    tried: set[str] = set()
    for one in unread_sources(record):
        tried.add(one if isinstance(one, str) else file_of(one.source))
        yield one
    named = (source if Path(source).is_file() else file_of(source) for source in failures.before())
    yield from _files([one for one in dict.fromkeys(named) if one != "-" and one not in tried], failures)


def _tell(counted: Counter[str], claims: int, failures: Failures, *, json_: bool) -> None:
    counted["failed"] = max(counted["failed"], len(failures))
    failures.write()
    _print(counted, claims, json_=json_)


def _print(counted: Counter[str], claims: int, *, json_: bool) -> None:
    shown = {outcome: counted[outcome] for outcome in OUTCOMES}
    if json_:
        click.echo(as_json(shown | {"claims": claims}))
        return
    for outcome, number in shown.items():
        if number or outcome != "withdrawn":
            click.echo(f"{outcome:<10}{number:>8}")
    click.echo(f"{'claims':<10}{claims:>8}")


@contextmanager
def _progress() -> Iterator[Callable[[Given], None]]:
    """A bar on a terminal, and nothing elsewhere; -v tells each release as it is kept."""
    if session().quiet or not sys.stderr.isatty():
        yield lambda given: session().detail(f"{given.outcome}: {given.source}")
        return
    with _bar() as bar:
        task = bar.add_task("adding", total=None)
        yield lambda _: bar.advance(task)


def _bar() -> Progress:
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    return Progress(
        TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed:,} releases"), TimeElapsedColumn(),
        console=Console(stderr=True), transient=True,
    )  # fmt: skip
