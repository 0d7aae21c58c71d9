"""`comity diff`: what this version reads differently in the releases of a record."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from comity.cli.output import as_json
from comity.cli.read import lexicon_option
from comity.cli.records import opened_record, record_option
from comity.cli.session import common
from comity.cli.sources import Failures
from comity.errors import InputError
from comity.settings import Settings

if TYPE_CHECKING:
    from comity.record.rereading import Differs

__all__ = ["command"]


@click.command("diff")
@click.argument("releases", nargs=-1, metavar="[RELEASE...]")
@click.option("--adopt", is_flag=True, help="Let the new readings stand.")
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Read with N processes (default: one a core).")
@click.option("--json", "json_", is_flag=True, help="Print JSON, a list of releases that differ.")
@record_option
@lexicon_option
@common
def command(
    releases: tuple[str, ...], *, adopt: bool, jobs: int | None, json_: bool, place: str | None, lexicon: Path | None
) -> int:
    """What this version reads differently.

    Kept releases are read again. RELEASE is an id; without any, all are read. Nothing changes unless --adopt is given;
    then claims that are found no more are retired, and people's decisions hold where the words and the values are the
    same.
    """
    from comity.record.found import release_told  # noqa: PLC0415 - loads the database's library
    from comity.scale.rereading import reread  # noqa: PLC0415

    failures = Failures()
    shapes: list[dict[str, Any]] = []
    with opened_record(place) as record:
        with record.reading() as connection:
            ids = [release_told(connection, one) for one in releases]
        told = jobs or (1 if ids else os.cpu_count() or 1)
        settings = Settings.load(lexicon=lexicon)
        for differs in reread(record, ids, take_over=adopt, jobs=told, settings=settings):
            if isinstance(differs, InputError):
                failures.add(differs)
                continue
            shapes.append(_shape(differs))
            if not json_:
                for line in _lines(differs):
                    click.echo(line)
    if json_:
        click.echo(as_json(shapes))
    else:
        total = {name: sum(len(one[name]) for one in shapes) for name in ("added", "gone", "changed", "moved")}
        counted = ", ".join(f"{number} {name}" for name, number in total.items())
        click.echo(f"{len(shapes)} releases differ: {counted}{' (adopted)' if adopt and shapes else ''}")
    failures.write()
    return 1 if failures else 0


def _lines(differs: Differs) -> Iterator[str]:
    from comity.views.wording import what  # noqa: PLC0415

    yield f"release {differs.release}"
    for claim in differs.added:
        yield f"  + {claim.kind_name} {claim.id}  {what(claim)}  “{claim.quote}”"
    for shape in differs.gone:
        quote = shape["evidence"][0]["quote"] if shape["evidence"] else ""
        yield f"  - {shape['kind']} {shape['id']}  “{quote}”"
    for claim, fields in differs.changed:
        for name, (before, after) in fields.items():
            told = f"{as_json(before, indent=None)} -> {as_json(after, indent=None)}"
            yield f"  ~ {claim.kind_name} {claim.id}  {name}: {told}"
    for claim in differs.moved:
        yield f"  > {claim.kind_name} {claim.id}  the same values; its place, further quotes, rule or certainty differ"


def _shape(differs: Differs) -> dict[str, Any]:
    from comity.model.shape import claim_shape  # noqa: PLC0415

    return {
        "release": differs.release,
        "added": [{"kind": claim.kind_name, **claim_shape(claim)} for claim in differs.added],
        "gone": [dict(shape) for shape in differs.gone],
        "changed": [
            {"claim": claim.id, "fields": {name: list(values) for name, values in fields.items()}}
            for claim, fields in differs.changed
        ],
        "moved": [claim.id for claim in differs.moved],
    }
