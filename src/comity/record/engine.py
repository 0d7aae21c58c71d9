"""Opens the database of a record: SQLite by default, PostgreSQL for a team; one writer at a time on both."""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError

from comity.errors import RecordDamaged, RecordError, RecordFull, RecordUnreachable
from comity.record.clock import COUNTED, RULINGS

__all__ = ["error_of", "is_sqlite", "open_engine", "place_of", "reading", "told", "url_of", "writing"]

BUSY_SECONDS = 60
"""How long a writer waits for the others before it gives up."""
_LOCK = 0x636F6D697479  # "comity": the advisory lock that stands for SQLite's one writer


def url_of(place: str | Path) -> URL:
    """The address of a record: a path is a file of SQLite, and `postgresql://…` a database of PostgreSQL.

    Raises:
        RecordError: it is neither.
    """
    told_as = str(place)
    if "://" not in told_as:
        return URL.create("sqlite", database=told_as)
    try:
        url = make_url(told_as)
    except ArgumentError as error:
        raise RecordError(
            "this is no address of a record", where=told_as, then="give a path or postgresql://…"
        ) from error
    if url.get_backend_name() == "postgresql":
        return url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() == "sqlite":
        return url
    raise RecordError(
        f"a record cannot be kept in {url.get_backend_name()}", where=told_as, then="give a path or postgresql://…"
    )


def open_engine(place: str | Path) -> Engine:
    """The engine of a record, set up for safety: WAL, full synchronisation, immediate transactions.

    Raises:
        RecordError: the address is none, or the driver is not installed.
    """
    url = url_of(place)
    try:
        if url.get_backend_name() == "sqlite":
            engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS, "isolation_level": None})
            event.listen(engine, "connect", _set_up_sqlite)
        else:
            engine = create_engine(url, pool_pre_ping=True)
    except (ImportError, NoSuchModuleError) as error:
        raise RecordError(
            "PostgreSQL needs its driver", where=str(place), then="pip install 'comity[postgres]'"
        ) from error
    event.listen(engine, "begin", _begin)
    for undone in ("rollback", "rollback_savepoint"):
        event.listen(engine, undone, _forget)
    return engine


def is_sqlite(connection: Connection) -> bool:
    """Whether a connection is to SQLite."""
    return connection.dialect.name == "sqlite"


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction of the one writer; all of it is kept, or nothing.

    Raises:
        RecordFull: the disk is full.
        RecordUnreachable: the database cannot be reached, or others write for too long.
        RecordError: the database refuses for another reason.
    """
    with told(engine), engine.connect().execution_options(comity_writes=True) as connection, connection.begin():
        if not is_sqlite(connection):
            connection.execute(text(f"SET LOCAL lock_timeout = '{BUSY_SECONDS}s'"))
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that only reads: all of it sees one state of the record."""
    with told(engine), engine.connect() as connection, connection.begin():
        if not is_sqlite(connection):
            connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"))
        yield connection


@contextmanager
def told(engine: Engine) -> Iterator[None]:
    """What the database's driver raises becomes an error of ours that says what to do."""
    where = place_of(engine)
    try:
        yield
    except OperationalError as error:
        raise error_of(str(error.orig), where) from error
    except DBAPIError as error:
        message = str(error.orig)
        if "malformed" in message or "not a database" in message:
            raise _damaged(where, message) from error
        raise RecordError(
            f"the database refuses: {message.strip()}", where=where, then="nothing was changed"
        ) from error


def place_of(engine: Engine) -> str:
    """Where a record is, as it may be told: a path, or an address without its password."""
    sqlite = engine.url.get_backend_name() == "sqlite"
    return (engine.url.database if sqlite else None) or engine.url.render_as_string(hide_password=True)


def error_of(message: str, where: str) -> RecordError:
    """The error of ours for what a driver says went wrong while it worked."""
    if "full" in message or "No space left" in message or "disk I/O error" in message:
        then = "nothing of this release was kept, what was added before is safe: make room and add again"
        return RecordFull("there is no room left on the disk", where=where, then=then)
    if "locked" in message or "lock timeout" in message:
        then = f"others wrote for more than {BUSY_SECONDS} seconds: add again"
        return RecordUnreachable("the record is busy", where=where, then=then)
    if "unable to open" in message:
        return RecordUnreachable("the record cannot be opened", where=where, then="check the path and who may write")
    if "readonly" in message:
        return RecordUnreachable("the record may not be written", where=where, then="check who may write the file")
    if any(said in message for said in ("malformed", "not a database", "decode to UTF-8")):
        return _damaged(where, message)
    return RecordUnreachable(f"the database does not answer: {message.strip()}", where=where, then="check that it runs")


def _damaged(where: str, message: str) -> RecordError:
    then = "`comity verify` says what is damaged; restore a backup with `comity restore`"
    return RecordDamaged(f"the database is damaged: {message.strip()}", where=where, then=then)


def _set_up_sqlite(connection: Any, _: Any) -> None:
    # With no isolation level of the driver's own: we say ourselves when a transaction begins (see _begin).
    for pragma in (
        f"busy_timeout={BUSY_SECONDS * 1000}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "trusted_schema=OFF",
        "cell_size_check=ON",
        "temp_store=MEMORY",
        "cache_size=-65536",
    ):
        try:
            connection.execute(f"PRAGMA {pragma}")
        except UnicodeDecodeError as error:  # SQLite names what is damaged by its damaged name
            raise sqlite3.DatabaseError("database disk image is malformed") from error


def _forget(connection: Connection, *_: object) -> None:
    connection.info.pop(COUNTED, None)
    connection.info.pop(RULINGS, None)


def _begin(connection: Connection) -> None:
    connection.info.pop(COUNTED, None)
    if is_sqlite(connection):
        if connection.get_execution_options().get("comity_writes"):
            _wait_for_turn(connection)
        else:
            connection.exec_driver_sql("BEGIN")


def _wait_for_turn(connection: Connection) -> None:
    """Begin to write as soon as nobody else does.

    SQLite itself asks less and less often, so that among many writers one may wait for as long as the others go on.
    """
    raw = cast("sqlite3.Connection", connection.connection.dbapi_connection)
    until = time.monotonic() + BUSY_SECONDS
    raw.execute("PRAGMA busy_timeout=0")
    try:
        while True:
            try:
                raw.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or time.monotonic() > until:
                    break
                time.sleep(random.uniform(0.0005, 0.002))  # noqa: S311 - no secret
            else:
                return
        connection.exec_driver_sql("BEGIN IMMEDIATE")  # so that its error is told as all others are
    finally:
        raw.execute(f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}")
