"""`comity timeline`: what two parties did and plan to do, in the order of time."""

from __future__ import annotations

from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from comity.cli.dates import DAY
from comity.cli.documents import FORMS, form_of, to_file, written
from comity.cli.output import as_json, console_on, opened
from comity.cli.pairs import as_csv, entries_told, parties_told, today_by, whose
from comity.cli.records import clocks, opened_record, record_option
from comity.cli.session import common

if TYPE_CHECKING:
    from comity.views.timeline import Row

__all__ = ["command", "print_rows"]


@click.command("timeline")
@whose
@click.option(
    "--kind", "kinds", multiple=True, type=click.Choice(("engagement", "exercise", "agreement")),
    help="Only this kind (can be given again).",
)  # fmt: skip
@click.option("--from", "first", type=DAY, metavar="DATE", help="Leave out what was over before.")
@click.option("--to", "last", type=DAY, metavar="DATE", help="Leave out what begins after.")
@click.option("--json", "form", flag_value="json", help="Print JSON, a list of rows.")
@click.option("--csv", "form", flag_value="csv", help="Print CSV.")
@click.option("--ics", "form", flag_value="ics", help="Print a calendar of what is planned, by days (iCalendar).")
@click.option("--held", is_flag=True, help="With --ics: also what took place.")
@click.option("--geojson", "form", flag_value="geojson", help="Print a map: things as points, trips as lines.")
@click.option("--atom", "form", flag_value="atom", help="Print a feed, what was told last first.")
@click.option("--svg", "form", flag_value="svg", help="Print a picture, as SVG.")
@click.option("--png", "form", flag_value="png", help="Print a picture, as PNG.")
@to_file
@clocks
@record_option
@common
def command(
    *, pair: str | None, party: str | None, kinds: tuple[str, ...], first: str | None, last: str | None,
    form: str | None, held: bool, file: Path | None, as_of: str | None, known_at: str | None, place: str | None,
) -> int:  # fmt: skip
    """What two parties did and plan to do.

    It stands in the order of days. A trip holds what took place on it. A planned thing whose day is past without news
    is awaited: that no release tells of it does not show that it did not take place.
    """
    from comity.record.selecting import Clock  # noqa: PLC0415 - loads the database's library
    from comity.views.timeline import KINDS, row_shape, rows_of  # noqa: PLC0415

    form = form_of(form, file, (*FORMS, "json", "csv"))
    if held and form != "ics":
        raise click.UsageError("--held goes with --ics")
    parties, clock = parties_told(pair, party), Clock.told(as_of, known_at)
    with opened_record(place) as record, record.reading() as connection:
        entries = entries_told(connection, parties, clock)
        rows = rows_of(entries, today_by(clock), first=first, last=last, kinds=kinds or KINDS)
        if form in FORMS:
            known = {entry.id: entry for entry in entries}
            shown = [known[row.entry] for row in rows if row.entry]
            return written(form, connection, shown, rows, parties, clock, file, held=held)
    with opened(file) as stream:
        if form == "json":
            click.echo(as_json([row_shape(row) for row in rows]), file=stream)
        elif form == "csv":
            click.echo(as_csv([row_shape(row) for row in rows]), nl=False, file=stream)
        else:
            print_rows(rows, stream)
    return 0


def print_rows(rows: list[Row], stream: IO[str]) -> None:
    """Print a timeline as a table."""
    from rich.table import Table  # noqa: PLC0415

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for name in ("When", "Where", "Who", "What", "Status", "Told by", "Entry"):
        table.add_column(name, no_wrap=name in {"When", "Entry"})
    for row in rows:
        told = f"{row.releases} of {', '.join(row.accounts)}" if row.accounts else str(row.releases)
        words = "  " * row.depth + ("↳ " if row.depth else "") + row.what
        people = f"\n{row.people}" if row.people else ""
        table.add_row(row.when or "?", row.where, row.who + people, words, row.status, told, row.entry or "")
    console_on(stream).print(table)
    things = sum(row.entry is not None for row in rows)
    click.echo(
        f"{things} entr{'y' if things == 1 else 'ies'}" if things else "the record tells of nothing here", file=stream
    )
