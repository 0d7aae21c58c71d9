"""`comity import`: decisions that were taken in a spreadsheet."""

from __future__ import annotations

from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from comity.cli.read import PATH
from comity.cli.records import deciding, opened_record, who_decides
from comity.cli.session import common, session
from comity.errors import ComityError, DecisionRefused

if TYPE_CHECKING:
    from comity.record import Record

__all__ = ["command"]


@click.command("import")
@click.argument("profile", type=click.Choice(["decisions"]), metavar="PROFILE")
@click.argument("file", type=PATH, metavar="FILE")
@deciding
@common
def command(profile: str, file: Path, who: str | None, why: str | None, place: str | None) -> int:  # noqa: ARG001
    """Decisions taken in a spreadsheet.

    With the PROFILE decisions, FILE is a sheet that `comity review --to` wrote. Each row is one decision, kept as if it
    had been taken by a command. A row that was read before changes nothing; a row whose claim reads differently since
    the sheet was written is refused, and named.
    """
    from comity.views.sheets import read_sheet  # noqa: PLC0415

    counted: Counter[str] = Counter()
    with opened_record(place) as record:
        for line, row in read_sheet(file):
            try:
                counted[_decide(record, row, who_decides(row.get("who") or who), row.get("why") or why)] += 1
            except ComityError as error:
                counted["failed"] += 1
                session().fail(f"{file}:{line}: {error}")
    click.echo(f"{counted['decided']} decided, {counted['known']} known already, {counted['failed']} failed")
    return 1 if counted["failed"] else 0


def _decide(record: Record, row: dict[str, str], who: str, why: str | None) -> str:
    from comity.linking.deciding import decided  # noqa: PLC0415 - loads the database's library
    from comity.record.checks import value_of  # noqa: PLC0415
    from comity.record.deciding import decide, target_of  # noqa: PLC0415
    from comity.record.digests import canonical  # noqa: PLC0415
    from comity.record.noting import Decision, held  # noqa: PLC0415
    from comity.record.rulings import seen_of  # noqa: PLC0415

    verb = row["decision"].strip().lower()
    field = row.get("field") or None if verb == "correct" else None
    value = value_of(field or "", row.get("value", "")) if verb == "correct" else None
    with record.reading() as connection:
        target = target_of(connection, row["claim"])
        seen = row.get("seen")
        if seen and seen != seen_of(target.extracted):
            told = "it reads differently since the sheet was written"
            raise DecisionRefused(told, where=target.id, then="look again")
        new = canonical(value) if verb == "correct" else None
        before = [(one["verb"], one["field"], one["new"], one["who"]) for one in held(connection, target.id)]
    if (verb, field, new, who) in before:
        return "known"
    decision = Decision(verb, who, why, field, value)
    decided(record, partial(decide, told=target.id, decision=decision))
    return "decided"
