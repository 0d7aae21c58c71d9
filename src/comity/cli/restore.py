"""`comity restore`: a record of a backup."""

from __future__ import annotations

from pathlib import Path

import click

from comity.cli.records import record_option
from comity.cli.session import common, session
from comity.cli.verify import tell
from comity.settings import Settings

__all__ = ["command"]


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--force", is_flag=True, help="Put it where a record is; that one is kept under another name beside it.")
@record_option
@common
def command(file: Path, *, force: bool, place: str | None) -> int:
    """Make a record of a backup.

    The backup is looked through first; a damaged one is refused, and nothing is changed. --record names the place:
    a path, or an empty database of PostgreSQL.
    """
    from comity.linking.linked import check  # noqa: PLC0415 - loads the database's library
    from comity.record.backup import restore  # noqa: PLC0415

    to = place or Settings.load().record
    report = restore(file, to, force=force, links=check)
    session().say(f"restored {to}: {report.rows['releases']} releases, {report.rows['claims']} claims")
    if not report.ok:
        tell(report)
    return 0 if report.ok else 1
