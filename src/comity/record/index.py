"""The index by which claims are found: full text over quotes, titles and names, and tags; one way in, two databases."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, text

from comity.record.engine import is_sqlite

__all__ = ["drop", "put", "rebuild"]

_CHUNK = 500

# In SQLite the index holds no text of its own: it is told the words again, from the same view, to forget them.
_PUT = {
    True: "INSERT INTO found(rowid, words, names, tags)"
    " SELECT place, words, names, tags FROM found_source WHERE place IN ({places})",
    False: "INSERT INTO found(place, words, tags)"
    " SELECT place, to_tsvector('english', words || ' ' || names), string_to_array(tags, ' ')"
    " FROM found_source WHERE place IN ({places})",
}
_DROP = {
    True: "INSERT INTO found(found, rowid, words, names, tags)"
    " SELECT 'delete', place, words, names, tags FROM found_source WHERE place IN ({places})",
    False: "DELETE FROM found WHERE place IN ({places})",
}


def put(connection: Connection, places: Sequence[int]) -> None:
    """Find claims that are listed at these places from now on."""
    _each(connection, _PUT[is_sqlite(connection)], places)


def drop(connection: Connection, places: Sequence[int]) -> None:
    """Find them no more; they must still be listed as they were."""
    _each(connection, _DROP[is_sqlite(connection)], places)


def rebuild(connection: Connection) -> None:
    """Make the index anew from what is listed."""
    if is_sqlite(connection):
        connection.execute(text("INSERT INTO found(found) VALUES ('rebuild')"))
        return
    connection.execute(text("TRUNCATE found"))
    connection.execute(text(_PUT[False].replace(" WHERE place IN ({places})", "")))


def _each(connection: Connection, statement: str, places: Sequence[int]) -> None:
    for start in range(0, len(places), _CHUNK):
        numbers = ", ".join(str(int(place)) for place in places[start : start + _CHUNK])
        connection.execute(text(statement.format(places=numbers)))
