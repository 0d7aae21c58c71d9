"""When a thing came to be known: the time of its transaction, never earlier than what was kept before it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, Table, func, select

from comity.record.tables import decisions, extractions, metadata, sightings, withdrawals

__all__ = ["COUNTED", "RULINGS", "next_number", "so_far", "stamp"]

COUNTED = "comity.counted"
"""Where a connection keeps how far its transaction has counted; forgotten when a transaction begins."""

RULINGS = "comity.rulings"
"""Where a connection keeps what people's rulings come to; forgotten when what a transaction did is taken back."""

_NUMBERED = tuple(table for table in metadata.sorted_tables if "number" in table.c)
_CLOCKED = (sightings, decisions, extractions)
_LAST = select(
    *(select(func.max(table.c.number)).scalar_subquery().label(table.name) for table in _NUMBERED),
    *(
        select(table.c.at).order_by(table.c.number.desc()).limit(1).scalar_subquery().label(f"at of {table.name}")
        for table in _CLOCKED
    ),
    select(func.max(withdrawals.c.at)).scalar_subquery().label("at of withdrawals"),
)
"""The last number of every table, and when the last rows came to be known."""


@dataclass(slots=True)
class _Counted:
    """Where a transaction stands: its time, and the next number of each table."""

    at: str
    numbers: dict[str, int]


def stamp(connection: Connection) -> str:
    """The time of a transaction, UTC: one for all its rows, and never earlier than that of an earlier transaction."""
    return _counted(connection).at


def next_number(connection: Connection, table: Table, rows: int = 1) -> int:
    """The number for the next row of a table, or for the first of so many rows.

    There is one writer, so nobody takes it meanwhile: it is asked for once in a transaction, then counted on.
    """
    numbers = _counted(connection).numbers
    first = numbers[table.name]
    numbers[table.name] += rows
    return first


def so_far(connection: Connection, *tables: Table) -> tuple[int, ...]:
    """How far tables have been added to: what was worked out from them alone holds for as long as this is the same."""
    return tuple(_counted(connection).numbers[table.name] for table in tables)


def _counted(connection: Connection) -> _Counted:
    told: _Counted | None = connection.info.get(COUNTED)
    if told is None:
        row = connection.execute(_LAST).mappings().one()
        last = max(row[name] or "" for name in row if name.startswith("at of "))
        now = datetime.now(UTC)
        if last:
            now = max(now, datetime.fromisoformat(last) + timedelta(microseconds=1))
        numbers = {table.name: (row[table.name] or 0) + 1 for table in _NUMBERED}
        told = connection.info[COUNTED] = _Counted(now.isoformat(timespec="microseconds"), numbers)
    return told
