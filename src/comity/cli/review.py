"""`comity review`: claims that nobody has looked at, for people to decide on."""

from __future__ import annotations

from pathlib import Path

import click

from comity.cli.output import as_json
from comity.cli.pairs import narrowed, whose
from comity.cli.read import PATH
from comity.cli.records import opened_record, record_option
from comity.cli.session import common, session
from comity.model import KIND_NAMES

__all__ = ["command"]


@click.command("review")
@whose
@click.option("--kind", type=click.Choice(KIND_NAMES), help="Only this kind of claim.")
@click.option("--release", metavar="ID", help="Only the claims of this release.")
@click.option("--below", type=float, default=1.01, metavar="CERTAINTY", help="Only those less certain than this.")
@click.option("--limit", type=click.IntRange(min=1), default=1000, help="At most so many (default 1000).")
@click.option("--to", "file", type=PATH, metavar="FILE", help="Write a sheet to decide in: .xlsx or .csv.")
@click.option("--json", "json_", is_flag=True, help="Print JSON, a list of claims.")
@record_option
@common
def command(
    *, pair: str | None, party: str | None, kind: str | None, release: str | None, below: float, limit: int,
    file: Path | None, json_: bool, place: str | None,
) -> int:  # fmt: skip
    """Claims that wait to be looked at.

    They are those that nobody decided on, and those that ask again. The least certain come first. A sheet written with
    --to has columns to decide in (decision: accept, reject, unsure, correct; field and value for a correction); `comity
    import decisions FILE` reads it back.
    """
    from comity.record.waiting import Wanted, waiting  # noqa: PLC0415 - loads the database's library
    from comity.views.sheets import row_of, write_sheet  # noqa: PLC0415
    from comity.views.shown import claim_lines  # noqa: PLC0415

    wanted = Wanted(*narrowed(pair, party), kind, release, below, limit)
    with opened_record(place) as record, record.reading() as connection:
        told = waiting(connection, wanted)
    found = told.found
    if file:
        number = write_sheet((row_of(kept, seen) for kept, seen in found), file)
        session().say(f"wrote {number} of the {told.total} claims that wait to {file}")
    elif json_:
        click.echo(as_json([row_of(kept, seen) for kept, seen in found]))
    else:
        for kept, _ in found:
            for line in claim_lines(kept, None, ()):
                click.echo(line)
            click.echo()
        click.echo(f"{len(found)} of {told.total} claims that wait" if told.total else "no claim waits")
    return 0
