"""What a command writes as a document: calendars, maps, feeds and pictures, to standard output or a file."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from comity.cli.output import as_json
from comity.cli.pairs import today_by
from comity.cli.session import session

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from comity.model import Entry
    from comity.record.search import Query
    from comity.record.selecting import Clock
    from comity.views.timeline import Row

__all__ = ["FORMS", "feed_of_search", "form_of", "to_file", "written"]

FORMS = ("ics", "geojson", "atom", "svg", "png")
"""The documents that a timeline is written as; a file's name ends in one of these words too."""
_NAMED = 5
"""So many of what is left out are named; the rest is counted."""

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def to_file(command: Decorated) -> Decorated:
    """Give a command -o."""
    told = "Write to FILE, not to standard output; its name's ending tells the format where no option does."
    return click.option("-o", "--output", "file", type=click.Path(path_type=Path), metavar="FILE", help=told)(command)


def form_of(form: str | None, file: Path | None, known: Collection[str]) -> str | None:
    """The format that is asked for, else the one that the file's name tells.

    Raises:
        click.UsageError: neither tells one of the known formats.
    """
    if form is not None or file is None:
        return form
    ending = file.suffix.lower().removeprefix(".")
    if ending == "txt":
        return None
    if ending not in known:
        raise click.UsageError(f"-o {file}: give a format, or a name that ends in .{', .'.join(known)} or .txt")
    return ending


def written(
    form: str, connection: Connection, entries: Sequence[Entry], rows: Sequence[Row], parties: tuple[str, ...],
    clock: Clock, file: Path | None, *, held: bool,
) -> int:  # fmt: skip
    """Write a timeline as a document; says on stderr what is left out of it."""
    from comity.record.origins import known_since, last_known, origins_of  # noqa: PLC0415 - loads the database's library

    today, title = today_by(clock), f"Comity: {'–'.join(parties)}"
    origins = {} if form in {"svg", "png"} else origins_of(connection, {r for e in entries for r in e.releases})
    if form == "ics":
        from comity.views.outputs.calendar import calendar_of  # noqa: PLC0415

        calendar = calendar_of(entries, origins, today, title=title, held=held)
        _put(calendar.document, file)
        _left_out(calendar.events, calendar.left_out)
    elif form == "geojson":
        from comity.views.outputs.places import map_of  # noqa: PLC0415

        drawn = map_of(entries, origins, today)
        _put(f"{as_json(drawn.document)}\n".encode(), file)
        if drawn.left_out:
            session().say(f"{drawn.left_out} left out, as neither place nor state is told")
    elif form == "atom":
        from comity.views.outputs.feed import MOST, feed_of, items_of_entries  # noqa: PLC0415

        ids = {one for entry in entries for one in (entry.id, *(kept.id for kept in entry.members))}
        items = items_of_entries(entries, origins, known_since(connection, ids, clock))
        about, updated = f"timeline {' '.join(sorted(parties))}", last_known(connection, clock)
        _put(feed_of(items, title=title, about=about, updated=updated), file)
        _newest(len(items), MOST)
    else:
        from comity.views.outputs.picture import picture_of  # noqa: PLC0415

        picture = picture_of(rows, title="–".join(parties), today=today)
        _put(picture.svg.encode() if form == "svg" else picture.png, file)
        session().say(picture.caption)
    return 0


def feed_of_search(connection: Connection, query: Query, file: Path | None) -> None:
    """Write what is found as a feed: so many as the query's limit, what the record came to know last first."""
    from comity.record.origins import known_since, last_known, origins_of  # noqa: PLC0415 - loads the database's library
    from comity.record.search import MOST, search  # noqa: PLC0415
    from comity.views.outputs.feed import feed_of, items_of_claims  # noqa: PLC0415

    found = [hit.kept for hit in search(connection, replace(query, limit=MOST)).hits]
    origins = origins_of(connection, {kept.release for kept in found if kept.release})
    asked = {name: told for name, told in asdict(query).items() if told and name not in {"limit", "before"}}
    spoken = " ".join("–".join(told) if isinstance(told, tuple) else str(told) for told in asked.values())
    items = items_of_claims(found, origins, known_since(connection, {kept.id for kept in found}))
    about, updated = f"search {sorted(asked.items())}", last_known(connection)
    _put(feed_of(items, title=f"Comity: {spoken}", about=about, updated=updated, most=query.limit), file)
    _newest(len(items), query.limit)


def _put(document: bytes, file: Path | None) -> None:
    if file is None:
        sys.stdout.buffer.write(document)
        sys.stdout.buffer.flush()
    else:
        file.write_bytes(document)


def _left_out(events: int, told: Sequence[tuple[str, str]]) -> None:
    say = session().say
    say(f"{events} event{'s' * (events != 1)}")
    if not told:
        return
    say(f"{len(told)} left out, as no day is told:")
    dated = sorted(((day, what) for day, what in told if day), reverse=True)
    for day, what in dated[:_NAMED]:
        say(f"  {day}  {what}")
    if rest := len(told) - len(dated[:_NAMED]):
        say(f"  and {rest} more, {len(told) - len(dated)} of them without any date")


def _newest(items: int, most: int) -> None:
    if items > most:
        session().say(f"the newest {most} of {items}")
