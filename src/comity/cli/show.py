"""`comity show`: a release, claim or entry of the record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from comity.cli.output import as_json
from comity.cli.records import clocks, opened_record, record_option
from comity.cli.session import common

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from comity.record.found import Found
    from comity.record.selecting import Clock

__all__ = ["command"]


@click.command("show")
@click.argument("told", metavar="ID")
@click.option("--json", "json_", is_flag=True, help="Print JSON.")
@clocks
@record_option
@common
def command(told: str, *, json_: bool, as_of: str | None, known_at: str | None, place: str | None) -> int:
    """Show a release, a claim or an entry.

    ID is the id, or the beginning of it (four letters or more). An entry is shown with all that tells of it, and
    why each belongs there; an id that was given up leads to what took its place.
    """
    from comity.record.found import find  # noqa: PLC0415 - loads the database's library
    from comity.record.selecting import Clock  # noqa: PLC0415

    clock = Clock.told(as_of, known_at)
    with opened_record(place) as record, record.reading() as connection:
        found = find(connection, told)
        if json_:
            click.echo(as_json(_shape(connection, found, clock)))
        else:
            for line in _lines(connection, found, clock):
                click.echo(line)
    return 0


def _lines(connection: Connection, found: Found, clock: Clock) -> Iterator[str]:
    from comity.linking.gathering import entry_of  # noqa: PLC0415
    from comity.record.entries import entries_of, ids_before  # noqa: PLC0415
    from comity.record.found import claim_named, claims_of_release, release_named  # noqa: PLC0415
    from comity.record.noting import history, on_target  # noqa: PLC0415
    from comity.views import shown  # noqa: PLC0415

    if found.sort == "release":
        release = release_named(connection, found.id)
        claims = claims_of_release(connection, release.number)
        entry = entries_of(connection, [number for number, _, _ in claims])
        yield from shown.release_lines(release, [(kept, entry.get(number)) for number, _, kept in claims])
    elif found.sort == "claim":
        number, _, kept = claim_named(connection, found.id)
        entry = entries_of(connection, [number])
        yield from shown.claim_lines(kept, entry.get(number), history(connection, found.id))
    else:
        whole = entry_of(connection, found.id, clock)
        before = ids_before(connection, whole.id)
        yield from shown.entry_lines(whole, on_target(connection, whole.id), before)


def _shape(connection: Connection, found: Found, clock: Clock) -> dict[str, Any]:
    from comity.linking.gathering import entry_of  # noqa: PLC0415
    from comity.record.entries import entries_of, ids_before  # noqa: PLC0415
    from comity.record.found import claim_named, claims_of_release, release_named  # noqa: PLC0415
    from comity.record.noting import history, on_target  # noqa: PLC0415
    from comity.views.entries import entry_shape, kept_shape  # noqa: PLC0415

    if found.sort == "release":
        release = release_named(connection, found.id)
        claims = claims_of_release(connection, release.number)
        entry = entries_of(connection, [number for number, _, _ in claims])
        told = [kept_shape(kept) | {"entry": entry.get(number)} for number, _, kept in claims]
        return {
            "release": {**release.shape, "text": release.text}, "version": release.version,
            "versions": list(release.versions), "copy_of": release.copy_of, "withdrawn": release.withdrawn,
            "sightings": [dict(one) for one in release.sightings], "claims": told,
        }  # fmt: skip
    if found.sort == "claim":
        number, _, kept = claim_named(connection, found.id)
        entry = entries_of(connection, [number])
        decided = [dict(one) for one in history(connection, found.id)]
        return kept_shape(kept) | {"entry": entry.get(number), "decisions": decided}
    whole = entry_of(connection, found.id, clock)
    decided = [dict(one) for one in on_target(connection, whole.id)]
    return entry_shape(whole) | {"before": ids_before(connection, whole.id), "decisions": decided}
