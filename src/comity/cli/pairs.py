"""Whose record a command looks at: a pair or a party, as people write them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from comity.model import Entry
    from comity.record.selecting import Clock

__all__ = ["as_csv", "entries_told", "narrowed", "pair_of", "parties_told", "party_of", "today_by", "whose"]

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def whose(command: Decorated) -> Decorated:
    """Give a command --pair and --party."""
    pair = click.option("--pair", metavar="A-B", help="Two parties, as IN-JP or ASEAN-IN.")
    party = click.option("--party", metavar="A", help="One party.")
    return pair(party(command))


def pair_of(told: str) -> tuple[str, str]:
    """Two parties from `IN-JP`; names of bodies stand as they are usually written.

    Raises:
        click.UsageError: it names no two parties.
    """
    first, dash, second = told.partition("-")
    if not dash or not first.strip() or not second.strip():
        raise click.UsageError(f"--pair {told}: two parties are written as IN-JP")
    return party_of(first), party_of(second)


def narrowed(pair: str | None, party: str | None) -> tuple[tuple[str, str] | None, str | None]:
    """The pair or the party that is asked for, or neither.

    Raises:
        click.UsageError: both are given, or it is no pair.
    """
    if pair is not None and party is not None:
        raise click.UsageError("give --pair A-B or --party A, not both")
    return pair_of(pair) if pair is not None else None, party_of(party) if party is not None else None


def parties_told(pair: str | None, party: str | None) -> tuple[str, ...]:
    """The two parties of --pair, or the one of --party.

    Raises:
        click.UsageError: neither or both are given, or it is no pair.
    """
    if (pair is None) == (party is None):
        raise click.UsageError("give --pair A-B or --party A")
    two, one = narrowed(pair, party)
    return two or (one or "",)


def entries_told(connection: Connection, parties: tuple[str, ...], clock: Clock) -> list[Entry]:
    """The entries that name all of some parties."""
    from comity.linking.gathering import entries_among  # noqa: PLC0415 - loads the database's library
    from comity.record.selecting import of_parties  # noqa: PLC0415

    return entries_among(connection, of_parties(connection, parties, clock), clock)


def today_by(clock: Clock) -> str:
    """The day by which things are late: the clock's, else today."""
    return clock.day or date.today().isoformat()  # noqa: DTZ011 - the day where the reader is


def as_csv(rows: Sequence[dict[str, Any]]) -> str:
    """Rows of plain values as CSV with a head line; lists are joined by a semicolon."""
    from comity.views.cells import as_csv as csv_of  # noqa: PLC0415

    return csv_of(rows, list(rows[0])) if rows else ""


def party_of(told: str) -> str:
    """A party as it is kept: codes of states in capitals, names of bodies as they are written."""
    bare = told.strip()
    return bare.upper() if len(bare) == 2 else bare
