"""`comity verify`: whether a record is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from comity.cli.output import as_json
from comity.cli.records import opened_record, record_option
from comity.cli.session import common, session

if TYPE_CHECKING:
    from comity.record.damage import Report

__all__ = ["command", "tell"]


@click.command("verify")
@click.option("--rebuild", is_flag=True, help="Make what is worked out from the facts anew, where it is damaged.")
@click.option("--json", "json_", is_flag=True, help="Print the report as JSON.")
@record_option
@common
def command(*, rebuild: bool, json_: bool, place: str | None) -> int:
    """Check that a record is whole, and mend what can be.

    Every stored value, every captured byte and every quote is looked at, and everything that is worked out from them.
    What is damaged is named with its release. Exit 1 where something is (and stays) damaged.
    """
    from comity.linking.rebuilding import verified  # noqa: PLC0415 - loads the database's library

    with opened_record(place) as record:
        report = verified(record, mend=rebuild)
    if json_:
        click.echo(as_json(report.shape()))
    else:
        tell(report)
    return 0 if report.ok else 1


def tell(report: Report) -> None:
    """Print a report for a person: what was looked at, what is damaged, what to do."""
    for note in report.notes:
        session().say(note)
    for damage in report.damages:
        click.echo(damage.line())
    if report.unnamed:
        click.echo(f"and {report.unnamed} more")
    if report.ok:
        rows = report.rows
        click.echo(f"whole: {rows.get('releases', 0)} releases, {rows.get('claims', 0)} claims, all as written")
    elif report.lasting:
        session().fail("stored values are damaged: restore a backup with `comity restore BACKUP --force`")
    else:
        session().fail("only what is worked out is damaged: `comity verify --rebuild` makes it anew")
