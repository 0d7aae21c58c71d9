"""Whether the index finds what is listed, and nothing else."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import zip_longest

from sqlalchemy import text

from comity.errors import RecordError, RecordUnreachable
from comity.record import index
from comity.record.damage import Damage, Tally
from comity.record.engine import BUSY_SECONDS, place_of
from comity.record.store import Record

__all__ = ["damaged_index"]


def damaged_index(record: Record, tally: Tally) -> Iterator[Damage]:
    """What the index finds otherwise than it is listed."""
    try:
        if record.engine.dialect.name != "sqlite":
            with record.reading() as connection:
                wrong = index.differing(connection)
            if wrong:
                yield Damage("found", "", f"{wrong} claims are not found as they are listed", rebuilt=True)
            return
        with record.writing() as connection:
            # It is a command to the index, and so counts as writing; it changes nothing.
            connection.execute(text("INSERT INTO found(found, rank) VALUES ('integrity-check', 1)"))
        word = _first_word_that_differs(place_of(record.engine))
    except RecordUnreachable as error:
        tally.notes.append(f"the index was not looked through: {error}")
    except (RecordError, sqlite3.Error, UnicodeDecodeError) as error:
        yield Damage("found", "", f"the index is not that of what is listed: {error}", rebuilt=True)
    else:
        if word is not None:
            yield Damage("found", f"word {word}", "it is not found where it is listed", rebuilt=True)


def _first_word_that_differs(file: str) -> str | None:
    """The first word that leads elsewhere than in an index made anew beside it, on disk and not in memory.

    SQLite's own check adds up all places of all words, and errors in several of them can cancel out.
    """
    with closing(sqlite3.connect(file, timeout=BUSY_SECONDS, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        (made,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'found'").fetchone()
        bare = made.replace("content='found_source', content_rowid='place'", "content=''")
        connection.execute(bare.replace("VIRTUAL TABLE found", "VIRTUAL TABLE temp.anew"))
        connection.execute(
            "INSERT INTO temp.anew(rowid, words, names, tags) SELECT place, words, names, tags FROM found_source"
        )
        for name, schema in (("found", "main"), ("anew", "temp")):
            connection.execute(f"CREATE VIRTUAL TABLE temp.{name}_words USING fts5vocab({schema}, {name}, instance)")
        held, must = (connection.execute(f"SELECT * FROM temp.{name}_words") for name in ("found", "anew"))  # noqa: S608
        for one, other in zip_longest(held, must):
            if one != other:
                return str((one or other)[0])
    return None
