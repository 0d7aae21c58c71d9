"""`comity backup`: a record in one file."""

from __future__ import annotations

from pathlib import Path

import click

from comity.cli.records import opened_record, record_option
from comity.cli.session import common, session

__all__ = ["command"]


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@record_option
@common
def command(file: Path, *, force: bool, place: str | None) -> int:
    """Write a record into one file.

    Others may read and write meanwhile. The backup is looked through before it gets its name; of a damaged record
    there is none. A record in PostgreSQL is written into a file of SQLite too.
    """
    from comity.record.backup import backup  # noqa: PLC0415 - loads the database's library

    with opened_record(place) as record:
        report = backup(record, file, force=force)
    session().say(f"wrote {file}: {report.rows['releases']} releases, {report.rows['claims']} claims, looked through")
    return 0
