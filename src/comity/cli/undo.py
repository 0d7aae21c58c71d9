"""`comity undo`: take back a decision."""

from __future__ import annotations

from functools import partial

import click

from comity.cli.records import deciding, opened_record, who_decides
from comity.cli.session import common, session

__all__ = ["command"]


@click.command("undo")
@click.argument("target", metavar="ID")
@deciding
@common
def command(target: str, who: str | None, why: str | None, place: str | None) -> int:
    """Take back a decision.

    ID is that of the decision, or of a claim or an entry, whose last decision is meant. It stays in the history, and so
    does the undoing.
    """
    from comity.linking.deciding import decided  # noqa: PLC0415 - loads the database's library
    from comity.record.deciding import undo  # noqa: PLC0415

    with opened_record(place) as record:
        (touched,) = decided(record, partial(undo, told=target, who=who_decides(who), why=why))
    session().say(f"took back the last decision on {touched[0] if len(touched) == 1 else target}")
    return 0
