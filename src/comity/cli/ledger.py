"""`comity ledger`: promises and what became of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from comity.cli.output import as_json
from comity.cli.pairs import as_csv, entries_told, parties_told, today_by, whose
from comity.cli.records import clocks, opened_record, record_option
from comity.cli.session import common

if TYPE_CHECKING:
    from comity.views.ledger import Promise

__all__ = ["command"]


@click.command("ledger")
@whose
@click.option("--all", "every", is_flag=True, help="Also promises that name neither a deliverable nor a date.")
@click.option(
    "--status", type=click.Choice(("open", "repeated", "in_progress", "fulfilled", "unknown", "overdue")),
    help="Only these.",
)  # fmt: skip
@click.option(
    "--silent", type=click.IntRange(1), metavar="MONTHS", help="Only those of which nothing was told so long."
)
@click.option("--json", "form", flag_value="json", help="Print JSON, a list of promises.")
@click.option("--csv", "form", flag_value="csv", help="Print CSV.")
@clocks
@record_option
@common
def command(
    *, pair: str | None, party: str | None, every: bool, status: str | None, silent: int | None, form: str | None,
    as_of: str | None, known_at: str | None, place: str | None,
) -> int:  # fmt: skip
    """Promises and what became of them.

    Each stands in its own words, with what the record tells of it since. What became of a promise is suggested, with
    the reason; it is for people to decide. That no release tells of it does not show that it was not kept.
    """
    from comity.record.selecting import Clock  # noqa: PLC0415 - loads the database's library
    from comity.views.ledger import promise_shape, promises_of, silent_for  # noqa: PLC0415

    parties, clock = parties_told(pair, party), Clock.told(as_of, known_at)
    with opened_record(place) as record, record.reading() as connection:
        entries = entries_told(connection, parties, clock)
    today = today_by(clock)
    found = promises_of(entries, today, every=every)
    chosen = [one for one in found if status in (None, one.fate.status) or (status == "overdue" and one.fate.overdue)]
    if silent is not None:
        chosen = [one for one in chosen if silent_for(one, today) >= silent]
    if form == "json":
        click.echo(as_json([promise_shape(one) for one in chosen]))
    elif form == "csv":
        rows = [promise_shape(one) for one in chosen]
        flat = [{key: value for key, value in row.items() if key not in {"quotes", "since"}} for row in rows]
        quoted = [" | ".join(str(quote["quote"]) for quote in row["quotes"]) for row in rows]
        click.echo(as_csv([row | {"quote": quote} for row, quote in zip(flat, quoted, strict=True)]), nl=False)
    else:
        for line in _lines(chosen):
            click.echo(line)
    return 0


def _lines(found: list[Promise]) -> Iterator[str]:
    from comity.views.entries import parties, title  # noqa: PLC0415
    from comity.views.wording import spoken  # noqa: PLC0415

    for one in found:
        due = f", due {one.head.due.edtf}" if one.head.due and one.head.due.edtf else ""
        yield f"{one.entry.id}  {parties(one.head)}: {one.head.action} ({spoken(one.head.force)}{due})"
        late = f"; overdue since {one.fate.overdue}" if one.fate.overdue else ""
        yield f"    {spoken(one.fate.status).upper()}{late}: {one.fate.reason}"
        for kept in one.entry.members:
            yield f"    {kept.issued or 'day not told'}  “{kept.claim.quote}”  ({kept.release})"
        for follow, thing in one.since:
            told = f"{follow.day or 'day not told'}  {spoken(follow.becomes)}: {title(thing)}"
            yield f"    → {told}  (entry {thing.id}, certainty {follow.certainty:.2f}: {follow.reason})"
    if not found:
        yield "no promise of this sort in the record"
    else:
        yield f"{len(found)} promise{'s' * (len(found) != 1)}; what became of them is suggested, not decided"
