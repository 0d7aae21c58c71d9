"""When a thing came to be known: the time of its transaction, never earlier than what was kept before it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, Table, func, select

from comity.record.tables import decisions, extractions, sightings, withdrawals

__all__ = ["NUMBERS", "STAMP", "next_number", "stamp"]

NUMBERS = "comity.numbers"
"""Where a connection keeps the numbers it counts on; forgotten when a transaction begins."""
STAMP = "comity.stamp"
"""Where a connection keeps the time of its transaction."""
_CLOCKED = (sightings, decisions, extractions)


def stamp(connection: Connection) -> str:
    """The time of a transaction, UTC: one for all its rows, and never earlier than that of an earlier transaction."""
    told: str | None = connection.info.get(STAMP)
    if told:
        return told
    now = datetime.now(UTC)
    last = max((_last(connection, table) for table in _CLOCKED), default="")
    last = max(last, connection.execute(select(func.max(withdrawals.c.at))).scalar() or "")
    if last:
        now = max(now, datetime.fromisoformat(last) + timedelta(microseconds=1))
    told = connection.info[STAMP] = now.isoformat(timespec="microseconds")
    return told


def _last(connection: Connection, table: Table) -> str:
    return connection.execute(select(table.c.at).order_by(table.c.number.desc()).limit(1)).scalar() or ""


def next_number(connection: Connection, table: Table, rows: int = 1) -> int:
    """The number for the next row of a table, or for the first of so many rows.

    There is one writer, so nobody takes it meanwhile: it is asked for once in a transaction, then counted on.
    """
    counted: dict[str, int] = connection.info.setdefault(NUMBERS, {})
    if table.name not in counted:
        counted[table.name] = int(connection.execute(select(func.max(table.c.number))).scalar() or 0) + 1
    first = counted[table.name]
    counted[table.name] += rows
    return first
