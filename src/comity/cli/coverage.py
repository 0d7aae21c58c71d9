"""`comity coverage`: what the record has, of whom, and from when to when."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import click

from comity.cli.output import as_json, console_on
from comity.cli.pairs import as_csv, narrowed, whose
from comity.cli.records import clocks, opened_record, record_option
from comity.cli.session import common

if TYPE_CHECKING:
    from comity.views.coverage import Coverage, Month

__all__ = ["command"]


@click.command("coverage")
@whose
@click.option("--json", "form", flag_value="json", help="Print JSON: all of it.")
@click.option("--csv", "form", flag_value="csv", help="Print CSV: a row an issuer and month.")
@clocks
@record_option
@common
def command(
    *, pair: str | None, party: str | None, form: str | None, as_of: str | None, known_at: str | None,
    place: str | None,
) -> int:  # fmt: skip
    """What the record has, of whom, from when to when.

    It counts the releases that tell of a pair or a party, or all: by issuer, month, genre and language; their copies
    and earlier versions apart; and how many of their claims people have looked at. A month of which nothing was read
    is a gap; that no release tells of a thing does not show that it did not take place.
    """
    from comity.record.selecting import Clock  # noqa: PLC0415 - loads the database's library
    from comity.views.coverage import coverage_of, coverage_rows, coverage_shape  # noqa: PLC0415

    two, one = narrowed(pair, party)
    parties = two or ((one,) if one else ())
    with opened_record(place) as record, record.reading() as connection:
        told = coverage_of(connection, parties, Clock.told(as_of, known_at))
    if form == "json":
        click.echo(as_json(coverage_shape(told)))
    elif form == "csv":
        click.echo(as_csv(coverage_rows(told)), nl=False)
    else:
        _print(told)
    return 0


def _print(told: Coverage) -> None:
    from rich.table import Table  # noqa: PLC0415

    click.echo(told.line)
    for line in _counts(told):
        click.echo(line)
    if not told.months:
        return
    console = console_on(sys.stdout)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for name in ("State", "Issuer", "Unit", "Releases", "From", "To"):
        table.add_column(name, justify="right" if name == "Releases" else "left", no_wrap=name in {"From", "To"})
    for one in told.issuers:
        issuer = one.issuer or "not told"
        table.add_row(one.country or "?", issuer, one.unit or "", f"{one.releases:,}", one.first or "", one.last or "")
    click.echo()
    console.print(table)
    grid = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), header_style="dim")
    for name in ("", "Issuer", "Year"):
        grid.add_column(name)
    for month in "JFMAMJJASOND":
        grid.add_column(month, justify="right")
    grid.add_column("all", justify="right")
    for cells in _grid(told.months):
        grid.add_row(*cells)
    click.echo()
    console.print(grid)
    about = " that tell of it (0: some were read, and none tells of it)" if told.parties else ""
    click.echo(f"releases{about}, by month of issue; · is a gap: nothing of this issuer was read")


def _counts(told: Coverage) -> Iterator[str]:
    from comity.views.wording import GENRES  # noqa: PLC0415

    if told.releases:
        yield f"genres: {_listed([(GENRES.get(genre, genre), number) for genre, number in told.genres.items()])}"
        yield f"languages: {_listed(list(told.languages.items()))}"
    if told.claims:
        reviews = [(review, number) for review, number in told.reviews.items() if number]
        typed = f"; {told.typed_in:,} typed in by people, without a release" if told.typed_in else ""
        yield f"claims: {told.claims:,} ({_listed(reviews)}{typed})"
    yield f"beside these: {told.copies:,} copies, {told.versions:,} earlier versions of the same documents"
    unread = f"{told.unread:,} document{'s' * (told.unread != 1)} could not be" if told.unread else "every document was"
    yield f"of whatever parties: {unread} read"


def _listed(told: Sequence[tuple[str, int]]) -> str:
    return " · ".join(f"{word} {number:,}" for word, number in told) or "not told"


def _grid(months: Sequence[Month]) -> Iterator[list[str]]:
    """A line an issuer and year; years in which nothing was read stand together in one."""
    for (country, issuer), of_issuer in groupby(months, key=lambda one: (one.country, one.issuer)):
        years: defaultdict[str, list[Month]] = defaultdict(list)
        for one in of_issuer:
            years[one.month[:4]].append(one)
        head = [country or "?", issuer or "not told"]
        for empty, run in groupby(years.items(), key=lambda year: not any(one.read for one in year[1])):
            told = list(run)
            if empty:
                span = "–".join(dict.fromkeys((told[0][0], told[-1][0])))
                yield [*head, span, *["·"] * 12, "·"]
                head = ["", ""]
                continue
            for year, of_year in told:
                by = {one.month[5:]: (f"{one.releases:,}" if one.read else "·") for one in of_year}
                cells = [by.get(f"{number:02}", "") for number in range(1, 13)]
                yield [*head, year or "undated", *cells, f"{sum(one.releases for one in of_year):,}"]
                head = ["", ""]
