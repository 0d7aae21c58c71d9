"""Reads the rows of a table as they are stored, one after the other, also where the file is damaged.

What cannot be read is told and passed over: a page that is broken costs its rows, not all behind it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import Connection, Table, select, tuple_, type_coerce
from sqlalchemy.exc import DBAPIError
from sqlalchemy.types import NullType

from comity.record.engine import is_sqlite

__all__ = ["Garbled", "Unread", "tolerant", "walk"]

_LEAST, _MOST = -(2**63), 2**63 - 1
_PART = 50

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Garbled:
    """A stored text that is none: its bytes are no UTF-8."""

    content: bytes


@dataclass(frozen=True, slots=True)
class Unread:
    """Rows that cannot be read, by their place in the table, and what the database says."""

    key: str
    why: str


@contextmanager
def tolerant(connection: Connection) -> Iterator[None]:
    """While this is open, a text that is none is read as `Garbled`, where it would else be an error."""
    if not is_sqlite(connection):
        yield
        return
    raw = cast("sqlite3.Connection", connection.connection.dbapi_connection)
    before = raw.text_factory
    raw.text_factory = _text
    try:
        yield
    finally:
        raw.text_factory = before


def walk(connection: Connection, table: Table) -> Iterator[Row | Unread]:
    """The rows of a table as stored, in the order of its key; in memory is one at a time."""
    return _by_rowid(connection, table) if is_sqlite(connection) else _by_key(connection, table)


def _text(stored: bytes) -> str | Garbled:
    try:
        return stored.decode()
    except UnicodeDecodeError:
        return Garbled(stored)


def _by_rowid(connection: Connection, table: Table) -> Iterator[Row | Unread]:
    names = [column.name for column in table.columns]
    columns = ", ".join(f'"{name}"' for name in names)
    query = f'SELECT rowid, {columns} FROM "{table.name}" WHERE rowid >= ? ORDER BY rowid'  # noqa: S608 - our tables
    start: int | None = _LEAST
    while start is not None:
        at = start
        try:
            for row in connection.exec_driver_sql(query, (at,)):
                # Where the order itself is damaged a row stands behind a greater one: never go back for it.
                at = max(at, row[0] + 1) if row[0] < _MOST else _MOST
                yield dict(zip(names, row[1:], strict=True))
        except (DBAPIError, MemoryError) as error:
            start = _next_start(connection, f"{query} LIMIT 1", at)
            last = _MOST if start is None else start - 1
            yield Unread(f"from {max(at, 0)}" + ("" if last == _MOST else f" to {last}"), _told(error))
        else:
            start = None


def _next_start(connection: Connection, query: str, failing: int) -> int | None:
    """The first place behind one that fails from which reading goes on; None where there is none."""
    step, low = 1, failing
    while not _opens(connection, query, min(low + step, _MOST)):
        if low + step >= _MOST:
            return None
        low, step = low + step, step * 2
    high = min(low + step, _MOST)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if _opens(connection, query, middle) else (middle, high)
    return high


def _opens(connection: Connection, query: str, start: int) -> bool:
    try:
        connection.exec_driver_sql(query, (start,)).fetchall()
    except (DBAPIError, MemoryError):
        return False
    return True


def _by_key(connection: Connection, table: Table) -> Iterator[Row | Unread]:
    keys = list(table.primary_key.columns)
    query = select(*(type_coerce(c, NullType()).label(c.name) for c in table.columns)).order_by(*keys).limit(_PART)
    after: tuple[Any, ...] | None = None
    while True:
        part = query if after is None else query.where(tuple_(*keys) > after)
        try:
            with connection.begin_nested():
                rows = connection.execute(part).mappings().all()
        except DBAPIError as error:
            yield Unread(f"behind {after}" if after else "", _told(error))
            return
        yield from (dict(row) for row in rows)
        if len(rows) < _PART:
            return
        after = tuple(rows[-1][key.name] for key in keys)


def _told(error: Exception) -> str:
    return f"cannot be read: {str(getattr(error, 'orig', None) or error).strip()}"
