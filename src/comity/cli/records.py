"""The record that a command works on: which it is, and opening it."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from comity.cli.dates import DAY, TIME
from comity.settings import Settings

if TYPE_CHECKING:
    from comity.record import Record

__all__ = ["clocks", "deciding", "opened_record", "record_named", "record_option", "who_decides"]

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

record_option = click.option(
    "--record",
    "place",
    metavar="PATH_OR_URL",
    help="The record: a file, or postgresql://… (default comity.db, or COMITY_RECORD).",
)


def opened_record(place: str | None, *, make: bool = False) -> Record:
    """Open the record that the flag, the environment or a settings file names.

    Raises:
        NoRecord: there is none there, and none is to be made.
        RecordError: it cannot be opened.
    """
    from comity.record import open_record  # noqa: PLC0415 - loads the database's library

    return open_record(place or Settings.load().record, make=make)


def record_named(place: str | None) -> str:
    """The record that a command works on, as it may be told: a whole path, or an address without its password."""
    from comity.record.engine import url_of  # noqa: PLC0415 - loads the database's library

    url = url_of(place or Settings.load().record)
    if url.get_backend_name() == "sqlite" and url.database:
        return str(Path(url.database).resolve())
    return url.render_as_string(hide_password=True)


def clocks(command: Decorated) -> Decorated:
    """Give a command --as-of and --known-at."""
    as_of = click.option("--as-of", type=DAY, metavar="DATE", help="Use only releases issued by that day.")
    known_at = click.option(
        "--known-at", type=TIME, metavar="TIME", help="Show what the record held and had decided then."
    )
    return as_of(known_at(command))


def deciding(command: Decorated) -> Decorated:
    """Give a command that decides --who and --why."""
    who = click.option("--who", metavar="NAME", help="Who decides (default COMITY_WHO, or your user name).")
    why = click.option("--why", metavar="TEXT", help="The reason, kept with the decision.")
    return who(why(record_option(command)))


def who_decides(told: str | None) -> str:
    """The name that stands under a decision."""
    return told or Settings.load().who or getpass.getuser()
