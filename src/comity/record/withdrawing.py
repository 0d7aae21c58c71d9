"""Takes a release back for legal reasons: its words are erased for good, and a tombstone tells that it was there.

What stays is what lets it be known again and refused: its id, its day of issue, the hash of its bytes, the ids of its
claims. This is the one place where facts are changed; the guards of the database let it pass for what is withdrawn.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from typing import Any

from sqlalchemy import Connection, Table, insert, select, text, update

from comity.errors import NotKept, RecordUnreachable
from comity.record import likeness as near
from comity.record.digests import canonical, sealed
from comity.record.engine import BUSY_SECONDS, error_of, place_of, told
from comity.record.standing import NOTHING, Changed, restand
from comity.record.store import Record
from comity.record.tables import (
    captures,
    claims,
    copies,
    decisions,
    extractions,
    forms,
    listed,
    releases,
    sightings,
    withdrawals,
)

__all__ = ["beside", "scrub", "withdraw"]


def withdraw(connection: Connection, release: str, who: str, why: str, at: str) -> Changed:
    """Erase what a release says. Done again, it changes nothing.

    The caller links what changed, and calls `scrub` when the transaction is over.

    Args:
        connection: a transaction that writes.
        release: the whole id of the release.
        who: who withdraws it.
        why: the reason, kept with the tombstone.
        at: when.

    Returns:
        The claims that stand no longer, and those of copies that stand now.

    Raises:
        NotKept: the record holds no such release.
    """
    number = _number(connection, release)
    if connection.execute(select(withdrawals.c.release).where(withdrawals.c.release == number)).first():
        return NOTHING
    row = {"release": number, "who": who, "why": why, "at": at}
    connection.execute(insert(withdrawals), [sealed(withdrawals, row)])
    # What falls from the index must be told to it by its words, so they go last.
    changed = restand(connection, {number, *near.forget(connection, number)})
    _erase(connection, number)
    return changed


def beside(connection: Connection, release: str) -> list[str]:
    """The ids of other releases that tell the same: versions of its document, and copies. They stay when it goes.

    Raises:
        NotKept: the record holds no such release.
    """
    number = _number(connection, release)
    document = select(releases.c.document).where(releases.c.number == number).scalar_subquery()
    original = select(copies.c.original).where(copies.c.release == number)
    group = select(copies.c.release).where(
        (copies.c.original == number) | copies.c.original.in_(original)
    )  # fmt: skip
    query = select(releases.c.id).where(
        (releases.c.document == document) | releases.c.number.in_(group) | releases.c.number.in_(original),
        releases.c.number != number,
    )
    return list(connection.execute(query.order_by(releases.c.number)).scalars())


def scrub(record: Record) -> None:
    """Give the room of what was erased back, so that its words are in no page of the database any more.

    The whole database is written anew, which takes as long as a copy of it.

    Raises:
        RecordError: it could not be done; nothing of the record is lost.
    """
    if record.engine.dialect.name == "sqlite":
        _scrub_file(record)
        return
    tables = ", ".join(t.name for t in (captures, releases, sightings, extractions, claims, decisions, listed, forms))
    with told(record.engine), record.engine.connect() as connection:
        outside = connection.execution_options(isolation_level="AUTOCOMMIT")
        outside.execute(text(f"VACUUM (FULL) {tables}, found"))


def _scrub_file(record: Record) -> None:
    where = place_of(record.engine)
    try:
        with closing(sqlite3.connect(where, timeout=BUSY_SECONDS, isolation_level=None)) as connection:
            connection.execute("INSERT INTO found(found) VALUES ('optimize')")
            connection.execute("VACUUM")
            (busy, *_) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.Error as error:
        raise error_of(str(error), where) from error
    if busy:
        then = "end the other programs that have it open, and withdraw it once more"
        raise RecordUnreachable("the words are still in the log, which others read", where=where, then=then)


def _number(connection: Connection, release: str) -> int:
    number = connection.execute(select(releases.c.number).where(releases.c.id == release)).scalar()
    if number is None:
        then = "give the whole id, as `comity show` prints it"
        raise NotKept("the record holds no release of this id", where=release, then=then)
    return int(number)


def _erase(connection: Connection, number: int) -> None:
    seen = select(sightings.c.capture).where(sightings.c.release == number)
    ids = select(claims.c.id).where(claims.c.release == number)
    for table, rows, gone in (
        (captures, captures.c.sha256.in_(seen), {"content": b"", "size": 0}),
        (decisions, decisions.c.target.in_(ids), {"new": None, "why": None}),
        (claims, claims.c.release == number, {"quote": "", "inferences": "[]"}),
        (extractions, extractions.c.release == number, {"told": "{}"}),
        (releases, releases.c.number == number, _RELEASE),
        (sightings, sightings.c.release == number, {"url": None}),
    ):
        for row in connection.execute(select(table).where(rows)).mappings().all():
            _write(connection, table, dict(row), dict(gone))


_RELEASE: Mapping[str, Any] = {"title": None, "url": None, "release_number": None, "shape": "{}", "text": ""}


def _write(connection: Connection, table: Table, row: dict[str, Any], gone: dict[str, Any]) -> None:
    """Write a row without what is gone, with a new digest."""
    if table is claims:
        gone["body"] = canonical({"id": row["id"], "kind": "", "evidence": []})
    elif table is sightings:
        gone["source"] = f"withdrawn {row['number']}"
    elif table is decisions and row["verb"] != "undo":
        gone["old"] = None
    (key,) = table.primary_key.columns
    statement = update(table).where(key == row[key.name])
    connection.execute(statement.values(**sealed(table, row | gone)))
