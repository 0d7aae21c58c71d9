"""`comity copy`: a record in another database, or taken over into another record."""

from __future__ import annotations

import click

from comity.cli.output import as_json
from comity.cli.session import common, session

__all__ = ["command"]


@click.command("copy")
@click.argument("source", metavar="SRC")
@click.argument("target", metavar="DST")
@click.option("--merge", is_flag=True, help="Take SRC over into the record that is at DST.")
@click.option("--json", "json_", is_flag=True, help="Print the numbers of rows as JSON.")
@common
def command(source: str, target: str, *, merge: bool, json_: bool) -> int:
    """Copy a record, or take one over into another.

    SRC and DST are paths or addresses postgresql://…. Without --merge DST must be empty, and all of it is copied or
    nothing. With --merge what DST has not is added to it, decisions with who took them and when; done twice, it
    changes nothing. What is damaged in SRC is passed over and named, and the exit is 1.
    """
    from comity.linking.relink import relink  # noqa: PLC0415 - loads the database's library
    from comity.record import open_record  # noqa: PLC0415
    from comity.record.copying import copy  # noqa: PLC0415
    from comity.record.merging import merge_record  # noqa: PLC0415

    passed_over: list[str] = []
    with open_record(source) as there, open_record(target, make=True) as here:
        if merge:
            merged = merge_record(here, there, relink)
            rows, passed_over = dict(merged.taken), merged.passed_over
        else:
            rows = copy(there, here)
    if json_:
        click.echo(as_json(rows))
    else:
        told = ", ".join(f"{number} {name.replace('_', ' ')}" for name, number in sorted(rows.items()) if number)
        session().say(f"{'took over' if merge else 'copied'}: {told or 'nothing that was not there'}")
    for fault in passed_over:
        session().fail(f"damaged, and not taken over: {fault}")
    return 1 if passed_over else 0
