"""Copies a whole record to another database, row by row, from SQLite to PostgreSQL and back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

from comity.errors import RecordDamaged, RecordError
from comity.record import index
from comity.record.engine import is_sqlite, place_of
from comity.record.facts import fault_of, key_of
from comity.record.store import Record
from comity.record.tables import FACTS, WORKED_OUT, captures, claims, releases

__all__ = ["copy", "whole"]


def copy(source: Record, target: Record) -> dict[str, int]:
    """Copy everything into an empty record, in one transaction.

    Returns:
        The number of rows by table.

    Raises:
        RecordDamaged: a row of the source is not as it was written; nothing was copied.
        RecordError: the target is not empty, or cannot hold a text of the source; nothing was copied.
    """
    copied: dict[str, int] = {}
    with source.reading() as there, target.writing() as here:
        _must_be_empty(here, place_of(target.engine))
        for table in (*FACTS, *WORKED_OUT):
            copied[table.name] = 0
            for part in _parts(there, table):
                for row in part:
                    if table in FACTS:
                        whole(table, row)
                    if not is_sqlite(here):
                        _without_nul(there, table, row)
                here.execute(insert(table), part)
                copied[table.name] += len(part)
        index.rebuild(here)
    return copied


def _parts(connection: Connection, table: Table) -> Iterator[list[dict[str, Any]]]:
    """All rows of a table in the order of its key, part by part."""
    size = 20 if table is captures else 500
    query = select(table).order_by(*table.primary_key.columns)
    for part in connection.execute(query, execution_options={"yield_per": size}).mappings().partitions():
        yield [dict(row) for row in part]


def whole(table: Table, row: Mapping[str, Any]) -> None:
    """Refuse a row that is not as it was written, so that no damage is handed on.

    Raises:
        RecordDamaged: its digest is not that of its values.
    """
    if fault_of(table, row):
        then = "`comity verify` says what is damaged; restore a backup with `comity restore`"
        raise RecordDamaged("a row is not as it was written", where=f"{table.name} {key_of(table, row)}", then=then)


def _must_be_empty(connection: Connection, where: str) -> None:
    for table in FACTS:
        if connection.execute(select(func.count()).select_from(table)).scalar():
            then = "copy to a new place, or take one record over into another with --merge"
            raise RecordError("the record to copy to is not empty", where=where, then=then)


def _without_nul(connection: Connection, table: Table, row: Mapping[str, Any]) -> None:
    if not any(isinstance(value, str) and "\x00" in value for value in row.values()):
        return
    release = row["id"] if table is releases else None
    if table is claims:
        release = connection.execute(select(releases.c.id).where(releases.c.number == row["release"])).scalar()
    where = f"release {release}" if release else f"a row of {table.name}"
    raise RecordError(
        "PostgreSQL cannot hold a text with a NUL character in it", where=where, then="keep this record in SQLite"
    )
