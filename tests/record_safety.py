"""What the tests of the record's safety share: a record with something of everything, and ways to harm it."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from typing import Any

from sqlalchemy import select, text

from comity.linking.relink import relink
from comity.record import Record
from comity.record.clock import stamp
from comity.record.deciding import correct, decide, merge
from comity.record.noting import Decision
from comity.record.tables import FACTS, WORKED_OUT, claims, decisions, forms, listed
from invented import readings
from record_builders import add


def fill(record: Record, number: int = 30, seed: int = 7) -> None:
    """Releases of all sorts, and decisions of all sorts about them."""
    for reading in readings(seed, number):
        add(record, reading, f"{reading.release.url}#{reading.release.title}")
    for verb, field, new in (("accept", None, None), ("reject", None, None), ("correct", "status", "planned")):
        with record.writing() as connection:
            at = stamp(connection)
            kind = "exercise" if field else "position"
            told = select(claims.c.id).join(listed, listed.c.claim == claims.c.number).where(claims.c.kind == kind)
            decided = select(decisions.c.target)
            ids = told.where(claims.c.id.not_in(decided)).order_by(claims.c.number)
            one = connection.execute(ids.limit(1)).scalar_one()
            act = correct if field else decide
            relink(connection, act(connection, one, Decision(verb, "reader", "seen", field, new), at), at)
    with record.writing() as connection:
        at = stamp(connection)
        two = connection.execute(select(forms.c.entry).where(forms.c.kind == "position").order_by(forms.c.number))
        first, second = list(two.scalars())[:2]
        relink(connection, merge(connection, [first, second], "reader", "one thing", at), at)


def rows(record: Record) -> Mapping[str, list[tuple[Any, ...]]]:
    """Everything that is stored, to be compared."""
    with record.reading() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key.columns))]
            for table in (*FACTS, *WORKED_OUT)
        }


def names(record: Record) -> dict[str, str | None]:
    """The entry of every form."""
    with record.reading() as connection:
        return {f"{row.kind} {row.hash}": row.entry for row in connection.execute(select(forms))}


def harm(record: Record, statement: str) -> None:
    """Change what may not be changed, past all guards."""
    if record.engine.dialect.name == "postgresql":
        with record.writing() as connection:
            connection.execute(text("SET LOCAL session_replication_role = replica"))
            connection.execute(text(statement))
        return
    with closing(sqlite3.connect(str(record.engine.url.database), isolation_level=None)) as connection:
        guards = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in guards:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement)
        for _, sql in guards:
            connection.execute(sql)
