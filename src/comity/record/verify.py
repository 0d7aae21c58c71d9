"""Says whether a record is whole: the database itself, the facts by their digests, and what is worked out from them.

Facts that are damaged can only come back from a backup; the rest is made anew from the facts. A damage is never an
error here: the check goes on behind it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from functools import cache

from sqlalchemy import Connection, text
from sqlalchemy.exc import SQLAlchemyError

from comity.errors import RecordError
from comity.record import worked
from comity.record.damage import Check, Damage, Report, Tally
from comity.record.engine import is_sqlite
from comity.record.facts import damaged_facts
from comity.record.indexed import damaged_index
from comity.record.store import Record, open_record
from comity.record.tables import FACTS, WORKED_OUT
from comity.record.walking import tolerant

__all__ = ["verify", "verify_facts"]

_INDEX = ("missing from index", "entries in index", "non-unique entry in index")
"""What SQLite says of an index that is not that of its table; it can be made anew."""
_BROKEN = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, MemoryError)


def verify(record: Record, links: Check | None = None) -> Report:
    """Look through all of a record. It reads only, and takes no more memory for a larger record.

    Args:
        record: the record.
        links: looks through what was linked; it belongs to who links (`comity.linking.rebuilding.check`).
    """
    tally = Tally()
    checks: list[tuple[str, Check]] = [
        ("database", lambda connection: _database(connection, tally)),
        ("facts", lambda connection: damaged_facts(connection, tally)),
        ("listed", worked.damaged_list),
        ("counts", worked.damaged_counts),
        ("copies", worked.damaged_copies),
        *([("links", links)] if links else []),
    ]
    for name, check in checks:
        tally.take(_looked_through(record, name, check))
    tally.take(damaged_index(record, tally))
    with record.reading() as connection:
        for table in WORKED_OUT:
            tally.rows[table.name] = _number(connection, table.name)
    return tally.report()


def verify_facts(record: Record) -> Report:
    """Look through the database itself and the facts alone: what a backup must hold."""
    tally = Tally()
    tally.take(_looked_through(record, "database", lambda connection: _database(connection, tally)))
    tally.take(_looked_through(record, "facts", lambda connection: damaged_facts(connection, tally)))
    return tally.report()


def _looked_through(record: Record, name: str, check: Check) -> Iterator[Damage]:
    """What one check finds; where it cannot go on, that is one more damage."""
    rebuilt = name not in ("database", "facts")
    try:
        with record.reading() as connection, tolerant(connection):
            yield from check(connection)
    except (RecordError, SQLAlchemyError, sqlite3.Error) as error:
        yield Damage(name, "", f"cannot be looked through: {error}", rebuilt=rebuilt)
    except _BROKEN as error:
        what = f"cannot be looked through, as what it rests on is damaged ({type(error).__name__}: {error})"
        yield Damage(name, "", what, rebuilt=rebuilt)


def _database(connection: Connection, tally: Tally) -> Iterator[Damage]:
    if is_sqlite(connection):
        yield from _schema(connection)
        yield from _pages(connection)
        yield from _orphans(connection)
    else:
        yield from _guards(connection)
        if connection.execute(text("SHOW data_checksums")).scalar() != "on":
            tally.notes.append("PostgreSQL keeps no checksums of its pages here; `pg_checksums --enable` turns them on")


def _schema(connection: Connection) -> Iterator[Damage]:
    """Tables, indexes and triggers as a new record has them."""
    must, there = _fresh_schema(), _schema_of(connection)
    for key in sorted(must.keys() | there.keys(), key=str):
        if must.get(key) != there.get(key) and not str(key[1]).startswith("sqlite_stat"):
            yield Damage("database", " ".join(map(str, key)), "not as a record of this version has it")


@cache
def _fresh_schema() -> dict[tuple[str, str], str | None]:
    with open_record("", make=True) as fresh, fresh.reading() as connection:
        return _schema_of(connection)


def _schema_of(connection: Connection) -> dict[tuple[str, str], str | None]:
    query = text("SELECT type, name, sql FROM sqlite_master ORDER BY type, name")
    return {(row.type, row.name): row.sql for row in connection.execute(query)}


def _pages(connection: Connection) -> Iterator[Damage]:
    for said in connection.execute(text("PRAGMA integrity_check")).scalars():
        if said != "ok":
            line = str(said)
            yield Damage("database", "", f"SQLite: {line}", rebuilt=any(part in line for part in _INDEX))


def _orphans(connection: Connection) -> Iterator[Damage]:
    made_anew = {table.name for table in WORKED_OUT}
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield Damage(
            str(row[0]), str(row[1]), f"what it belongs to in {row[2]} is missing", rebuilt=row[0] in made_anew
        )


def _guards(connection: Connection) -> Iterator[Damage]:
    query = text("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O'")
    there = set(connection.execute(query).scalars())
    for table in FACTS:
        if f"{table.name}_kept" not in there:
            yield Damage("database", f"{table.name}_kept", "the guard of this table is missing or off")


def _number(connection: Connection, table: str) -> int:
    try:
        return int(connection.execute(text(f"SELECT count(*) FROM {table}")).scalar() or 0)  # noqa: S608 - our tables
    except SQLAlchemyError:
        return 0
