"""`comity demo`: reads the releases that come with Comity, shows them and checks every quote."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from comity.cli.output import as_json, console_on
from comity.cli.read import PATH, write_page
from comity.cli.session import common
from comity.cli.sources import Failures, readings
from comity.settings import Settings

if TYPE_CHECKING:
    from comity.model.reading import Reading
    from comity.model.span import Evidence

__all__ = ["command"]

PAIR = ("IN", "JP")
LAST_DAY = "2025-12-31"
"""The day from which the record is looked at: after all that the releases tell of."""


@click.command("demo")
@click.option("--html", "page", type=PATH, metavar="FILE", help="Write one page with all of them.")
@click.option("--json", "json_", is_flag=True, help="Print JSON, a list of releases.")
@common
def command(page: Path | None, json_: bool) -> int:  # noqa: FBT001 - click's signature
    """Read the releases that come with Comity.

    They were written for it in the conventions of different issuers, about plausible events.
    """
    settings = Settings.load()
    failures = Failures()
    with as_file(files("comity.demo") / "releases") as folder:
        shown = list(_show(readings(settings, [str(folder)], failures), tables=not json_))
        if not json_:
            _keep(folder, shown)
    if json_:
        from comity.model.shape import reading_shape  # noqa: PLC0415

        click.echo(as_json([reading_shape(reading) for reading in shown]))
    else:
        click.echo(_summary(shown))
    if page:
        write_page(page, shown)
    failures.write()
    return 1 if failures or not all(_holds(r, e) for r in shown for e in r.quotes()) else 0


def _keep(folder: Path, shown: list[Reading]) -> None:
    """Keep the releases in a record that is thrown away afterwards, and show what they tell together of one pair."""
    from comity.cli.timeline import print_rows  # noqa: PLC0415
    from comity.intake import documents, files_in  # noqa: PLC0415
    from comity.linking.gathering import entries_among  # noqa: PLC0415
    from comity.model import Capture  # noqa: PLC0415
    from comity.pipeline import keep  # noqa: PLC0415
    from comity.record import open_record  # noqa: PLC0415
    from comity.record.selecting import of_parties  # noqa: PLC0415
    from comity.views.timeline import rows_of  # noqa: PLC0415

    every = [one for file in files_in(folder) for one in documents(file, max_bytes=1 << 20)]
    given = {one.source: one for one in every if isinstance(one, Capture)}
    with TemporaryDirectory() as place, open_record(Path(place) / "comity.db", make=True) as record:
        for reading in shown:
            keep(record, given[reading.release.source], reading, "demo")
        with record.reading() as connection:
            entries = entries_among(connection, of_parties(connection, PAIR))
    click.echo(
        f"In one record, these releases tell of {' and '.join(PAIR)} (comity timeline --pair {'-'.join(PAIR)}):\n"
    )
    print_rows(rows_of(entries, LAST_DAY), sys.stdout)
    click.echo()


def _show(found: Iterator[Reading], *, tables: bool) -> Iterator[Reading]:
    from comity.views.terminal import render  # noqa: PLC0415

    console = console_on(sys.stdout)
    for reading in found:
        if tables:
            render(reading, console)
            console.rule()
        yield reading


def _summary(shown: list[Reading]) -> str:
    counted = Counter(claim.kind_name for reading in shown for claim in reading.claims())
    kinds = ", ".join(f"{number} {kind}{'s' * (number != 1)}" for kind, number in counted.items()) or "no claims"
    checked = [_holds(reading, evidence) for reading in shown for evidence in reading.quotes()]
    silent = sum(not any(reading.claims()) for reading in shown)
    return (
        f"{len(shown)} releases, {silent} of them with nothing to record: {kinds}.\n"
        f"{len(checked)} quotes checked against their release: {sum(checked)} stand there word for word."
    )


def _holds(reading: Reading, evidence: Evidence) -> bool:
    return reading.release.text[evidence.start : evidence.end] == evidence.quote
