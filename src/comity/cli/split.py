"""`comity split`: claims that are something else than the rest of their entry."""

from __future__ import annotations

from functools import partial

import click

from comity.cli.records import deciding, opened_record, who_decides
from comity.cli.session import common, session

__all__ = ["command"]


@click.command("split")
@click.argument("entry", metavar="ENTRY")
@click.argument("claims", nargs=-1, required=True, metavar="CLAIM...")
@deciding
@common
def command(entry: str, claims: tuple[str, ...], who: str | None, why: str | None, place: str | None) -> int:
    """Say that claims are something else.

    The named claims of the entry become an entry of their own; the rest keeps the id. It holds for what is added later
    too.
    """
    from comity.linking.deciding import decided  # noqa: PLC0415 - loads the database's library
    from comity.record.deciding import split  # noqa: PLC0415
    from comity.record.entries import resolve  # noqa: PLC0415

    name = who_decides(who)
    with opened_record(place) as record:
        decided(record, partial(split, told=entry, apart=claims, who=name, why=why))
        with record.reading() as connection:
            session().say(f"split {len(claims)} off {resolve(connection, entry)}")
    return 0
