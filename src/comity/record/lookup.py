"""Asks the index of either database where claims are listed: all of them, the newest, or the most fitting first.

SQLite's index runs through its lists backwards and stops when it has enough. PostgreSQL's gives all that it finds at
once, in no order: what is frequent is found sooner by looking through the newest places, and this is tried first.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, text

from comity.model import KIND_NAMES
from comity.record.current import AFTER
from comity.record.engine import is_sqlite
from comity.record.tags import REJECTED, tag
from comity.record.words import NOTHING, Sought

__all__ = ["Wanted", "by_fitness", "look", "newest", "releases_of"]

_NEWEST = 4000
"""Where claims are frequent enough for a page of them to stand among so many of the newest, PostgreSQL looks there."""
_ANY = " OR ".join(f'"{tag("kind", kind)}"' for kind in KIND_NAMES)
_RANGE = "place BETWEEN :first AND :last"
# A month or year of issue counts from its end on (see `current.issued_by`).
_ISSUED = f"CASE WHEN length(l.issued) < 10 THEN l.issued || '{AFTER}' ELSE l.issued END <= :as_of"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: words, tags that must all be there, a range of places, a last day of issue.

    Claims that people rejected are found only under the tag that says so.
    """

    sought: Sought = NOTHING
    tags: tuple[str, ...] = ()
    first: int = 0
    last: int = (1 << 62) - 1
    as_of: str | None = None


def newest(connection: Connection, wanted: Wanted, limit: int) -> list[int]:
    """The places of the newest claims, the newest first."""
    if wanted.first > wanted.last:
        return []
    if is_sqlite(connection):
        return _all(connection, f"{_sqlite(wanted)} ORDER BY place DESC LIMIT :limit", wanted, limit=limit)
    inside = f"(SELECT * FROM found WHERE {_RANGE} ORDER BY place DESC LIMIT {_NEWEST})"
    found = _all(connection, f"{_postgresql(wanted, inside)} ORDER BY place DESC LIMIT :limit", wanted, limit=limit)
    if len(found) == limit:
        return found
    every = f"WITH every AS MATERIALIZED ({_postgresql(wanted)}) SELECT place FROM every"
    return _all(connection, f"{every} ORDER BY place DESC LIMIT :limit", wanted, limit=limit)


def look(connection: Connection, wanted: Wanted, limit: int, most: int) -> tuple[list[int], bool]:
    """The places of all claims, the newest first; where there are more than `most`: of the newest `limit`, and True."""
    if is_sqlite(connection):
        found = newest(connection, wanted, most + 1)
        return (found, False) if len(found) <= most else (found[:limit], True)
    if wanted.first > wanted.last:
        return [], False
    found = _all(connection, f"{_postgresql(wanted)} LIMIT :limit", wanted, limit=most + 1)
    return (sorted(found, reverse=True), False) if len(found) <= most else (newest(connection, wanted, limit), True)


def by_fitness(connection: Connection, places: Collection[int], words: Sought) -> list[int]:
    """The same places, those first that fit the words best; of equal ones the newest first.

    Of SQLite this takes as long as there are claims with any one of the words: they must be few.
    """
    if is_sqlite(connection):
        statement = "SELECT rowid, bm25(found, 1.0, 2.0, 0.0) FROM found WHERE found MATCH :words"
        rows = connection.execute(text(statement), {"words": f"{{words names}} : ({words.needed_fts})"})
    else:
        rank = "-ts_rank(words, to_tsquery('comity_words', :words), 1)"
        statement = f"SELECT place, {rank} FROM found WHERE place = ANY(:places)"
        rows = connection.execute(text(statement), {"words": words.tsquery, "places": list(places)})
    weights = {row[0]: row[1] for row in rows}
    return sorted(places, key=lambda place: (weights[place], -place))


def releases_of(connection: Connection, places: Collection[int]) -> int:
    """Of how many releases the claims at these places are."""
    if is_sqlite(connection):
        within, told = "IN (SELECT value FROM json_each(:places))", json.dumps(list(places))
        values: dict[str, Any] = {"places": told}
    else:
        within, values = "= ANY(:places)", {"places": list(places)}
    statement = f"SELECT count(DISTINCT release) FROM listed WHERE place {within}"
    return int(connection.execute(text(statement), values).scalar() or 0)


def _sqlite(wanted: Wanted) -> str:
    """Where claims stand, as a query; CROSS JOIN keeps SQLite from beginning at the other end."""
    dated = f" AND {_ISSUED}" if wanted.as_of else ""
    if not _match(wanted):
        rejected = " AND l.review <> 'rejected'"
        return f"SELECT l.place AS place FROM listed AS l WHERE l.{_RANGE}{rejected}{dated}"
    inside = " CROSS JOIN listed AS l ON l.place = found.rowid" if wanted.as_of else ""
    within = "found.rowid BETWEEN :first AND :last"
    return f"SELECT found.rowid AS place FROM found{inside} WHERE found MATCH :match AND {within}{dated}"


def _match(wanted: Wanted) -> str:
    """The expression for FTS5; '' where all claims are wanted."""
    sought = wanted.sought
    needed = [f"tags : ({' AND '.join(_quoted(wanted.tags))})"] if wanted.tags else []
    needed += [f"{{words names}} : ({sought.needed_fts})"] if sought.needed else []
    if not needed and not sought.without:
        return ""
    without = [f"{{words names}} : ({sought.without_fts})"] if sought.without else []
    without += [f"tags : ({_quoted([REJECTED])[0]})"] if REJECTED not in wanted.tags else []
    told = " AND ".join(f"({part})" for part in needed or [f"tags : ({_ANY})"])
    return f"({told}) NOT ({' OR '.join(f'({part})' for part in without)})" if without else told


def _postgresql(wanted: Wanted, inside: str = "found") -> str:
    told = [f"f.{_RANGE}"]
    told += ["f.tags @> :tags"] if wanted.tags else []
    told += ["NOT f.tags @> :rejected"] if REJECTED not in wanted.tags else []
    told += ["f.words @@ to_tsquery('comity_words', :words)"] if wanted.sought else []
    told += [_ISSUED] if wanted.as_of else []
    joined = " JOIN listed AS l ON l.place = f.place" if wanted.as_of else ""
    return f"SELECT f.place AS place FROM {inside} AS f{joined} WHERE {' AND '.join(told)}"


def _quoted(tags: Sequence[str]) -> list[str]:
    return [f'"{one}"' for one in tags]


def _all(connection: Connection, statement: str, wanted: Wanted, **more: int) -> list[int]:
    values: dict[str, Any] = {"first": wanted.first, "last": wanted.last, "as_of": wanted.as_of, **more}
    if is_sqlite(connection):
        values["match"] = _match(wanted)
    else:
        values |= {"tags": list(wanted.tags), "rejected": [REJECTED], "words": wanted.sought.tsquery}
    return list(connection.execute(text(statement), values).scalars())
