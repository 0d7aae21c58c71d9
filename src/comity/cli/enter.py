"""`comity enter`: a claim that a person makes without a release."""

from __future__ import annotations

from functools import partial

import click

from comity.cli.correct import parted
from comity.cli.records import deciding, opened_record, who_decides
from comity.cli.session import common

__all__ = ["command"]


@click.command("enter")
@click.argument("kind", metavar="KIND")
@click.argument("values", nargs=-1, required=True, metavar="FIELD=VALUE...")
@deciding
@common
def command(kind: str, values: tuple[str, ...], who: str | None, why: str | None, place: str | None) -> int:
    """A claim made without a release.

    KIND is engagement, exercise, agreement, commitment, position or relation. It has no quote, is marked as typed in,
    and joins what else tells of the same thing.
    """
    from comity.linking.deciding import decided  # noqa: PLC0415 - loads the database's library
    from comity.record.checks import check_entered  # noqa: PLC0415
    from comity.record.typing_in import type_in  # noqa: PLC0415

    told = dict(map(parted, values))
    if len(told) < len(values):
        raise click.UsageError("a field is given twice")
    check_entered(kind, told)  # before a record is made for it
    with opened_record(place, make=True) as record:
        ((made, *_),) = decided(record, partial(type_in, kind=kind, values=told, who=who_decides(who), why=why))
    click.echo(f"entered {kind} {made}")
    return 0
