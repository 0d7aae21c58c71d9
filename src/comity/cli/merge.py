"""`comity merge`: entries that are one thing."""

from __future__ import annotations

from functools import partial

import click

from comity.cli.records import deciding, opened_record, who_decides
from comity.cli.session import common, session

__all__ = ["command"]


@click.command("merge")
@click.argument("entries", nargs=-1, required=True, metavar="ENTRY ENTRY...")
@deciding
@common
def command(entries: tuple[str, ...], who: str | None, why: str | None, place: str | None) -> int:
    """Say that entries are one thing.

    The oldest keeps its id, and the others lead to it. It holds for what is added later too.
    """
    if len(entries) < 2:
        raise click.UsageError("name two entries or more")
    from comity.linking.deciding import decided  # noqa: PLC0415 - loads the database's library
    from comity.record.deciding import merge  # noqa: PLC0415
    from comity.record.entries import resolve  # noqa: PLC0415

    name = who_decides(who)
    with opened_record(place) as record:
        decided(record, partial(merge, ids=entries, who=name, why=why))
        with record.reading() as connection:
            session().say(f"merged into {resolve(connection, entries[0])}")
    return 0
