"""The index by which claims are found: full text over quotes, titles and names, and tags; one way in, two databases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, text

from comity.record.engine import is_sqlite
from comity.record.words import words_of

__all__ = ["differing", "drop", "put", "rebuild"]

_CHUNK = 500

# In SQLite the index holds no text of its own: it is told the words again, from the same view, to forget them.
_PUT = (
    "INSERT INTO found(rowid, words, names, tags)"
    " SELECT place, words, names, tags FROM found_source WHERE place IN ({places}) ORDER BY place"
)
_DROP = {
    True: "INSERT INTO found(found, rowid, words, names, tags)"
    " SELECT 'delete', place, words, names, tags FROM found_source WHERE place IN ({places})",
    False: "DELETE FROM found WHERE place IN ({places})",
}
_SOURCE = "SELECT place, words, names, tags FROM found_source"
# PostgreSQL's own notion of words takes `a/b` for a path: it is given the words one by one.
_PUT_WORDS = text(
    "INSERT INTO found(place, words, tags)"
    " VALUES (:place, to_tsvector('comity_words', :words), string_to_array(:tags, ' '))"
)


def put(connection: Connection, places: Sequence[int]) -> None:
    """Find claims that are listed at these places from now on."""
    for part in _parts(places):
        if is_sqlite(connection):
            connection.execute(text(_PUT.format(places=part)))
        else:
            found = connection.execute(text(f"{_SOURCE} WHERE place IN ({part})"))
            connection.execute(_PUT_WORDS, [_worded(*row) for row in found])


def drop(connection: Connection, places: Sequence[int]) -> None:
    """Find them no more; they must still be listed as they were."""
    for part in _parts(places):
        connection.execute(text(_DROP[is_sqlite(connection)].format(places=part)))


def rebuild(connection: Connection) -> None:
    """Make the index anew from what is listed."""
    if is_sqlite(connection):
        connection.execute(text("INSERT INTO found(found) VALUES ('rebuild')"))
        return
    connection.execute(text("TRUNCATE found"))
    source = text(f"{_SOURCE} ORDER BY place")
    for rows in connection.execute(source, execution_options={"yield_per": 10 * _CHUNK}).partitions():
        connection.execute(_PUT_WORDS, [_worded(*row) for row in rows])


def differing(connection: Connection) -> int:
    """How many claims PostgreSQL's index holds otherwise than they are listed, or holds though they are not."""
    source = text(f"{_SOURCE} ORDER BY place")
    listed = wrong = 0
    for rows in connection.execute(source, execution_options={"yield_per": 10 * _CHUNK}).partitions():
        told = [_worded(*row) for row in rows]
        columns = {name: [one[name] for one in told] for name in ("place", "words", "tags")}
        wrong += connection.execute(_DIFFERING, columns).scalar() or 0
        listed += len(rows)
    held = connection.execute(text("SELECT count(*) FROM found")).scalar() or 0
    return wrong or abs(held - listed)


_DIFFERING = text(
    "SELECT count(*) FROM unnest(CAST(:place AS bigint[]), CAST(:words AS text[]), CAST(:tags AS text[]))"
    " AS told(place, words, tags) LEFT JOIN found USING (place) WHERE found.place IS NULL"
    " OR found.words <> to_tsvector('comity_words', told.words) OR found.tags <> string_to_array(told.tags, ' ')"
)


def _worded(place: int, words: str, names: str, tags: str) -> dict[str, object]:
    told = (word[:_LONGEST] for word in words_of(f"{words} {names}"))
    return {"place": place, "words": " ".join(told), "tags": tags}


_LONGEST = 500
"""PostgreSQL's words have at most 2,000 bytes; what is longer is no word."""


def _parts(places: Sequence[int]) -> Iterator[str]:
    # In their order: a place before the last one makes SQLite write out what it had gathered.
    ordered = sorted(places)
    for start in range(0, len(ordered), _CHUNK):
        yield ", ".join(str(int(place)) for place in ordered[start : start + _CHUNK])
