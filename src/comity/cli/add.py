"""`comity add`: keep releases in a record."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from comity.cli.output import as_json
from comity.cli.read import lexicon_option
from comity.cli.records import opened_record, record_option
from comity.cli.session import common, session
from comity.cli.sources import FAILED_FILE, Failures, files_of, is_one_release
from comity.errors import InputError
from comity.settings import Settings

if TYPE_CHECKING:
    from rich.progress import Progress

    from comity.model import Capture
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
    What fails is named, and stands in failed.txt.
    """
    if not sources and not retry_failed:
        raise click.UsageError("give files or folders, or --retry-failed")
    from comity.scale.adding import add_many, unread_captures  # noqa: PLC0415 - loads the database's library

    settings = Settings.load(lexicon=lexicon)
    failures = Failures()
    counted: Counter[str] = Counter()
    claims = 0
    with opened_record(place, make=True) as record, _progress() as tell:
        again = unread_captures(record) if retry_failed else []
        named = [*sources, *(_failed_files() if retry_failed else ())]
        wanted = jobs or (1 if is_one_release(named) and not again else os.cpu_count() or 1)
        for given in add_many(record, _sources(named, again, failures), jobs=wanted, settings=settings):
            counted[given.outcome] += 1
            claims += given.claims
            if isinstance(given.error, InputError):
                failures.add(given.error)
            tell(given)
    counted["failed"] += len(failures) - counted["failed"]
    _print(counted, claims, json_=json_)
    failures.write()
    return 1 if failures else 0


def _sources(named: Iterable[str], again: Iterable[Capture], failures: Failures) -> Iterator[str | Capture]:
    yield from again
    yield from files_of(named, failures)


def _failed_files() -> list[str]:
    """The files that could not be taken in the last run, where they are still there."""
    try:
        lines = FAILED_FILE.read_text("utf-8").splitlines()
    except OSError:
        return []
    return [source for source in dict.fromkeys(line.split("\t")[0] for line in lines) if Path(source).is_file()]


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
