"""Asks the index of either database where claims are listed: newest first, how many, or the most fitting first.

SQLite's index runs through its lists backwards and stops when it has enough. PostgreSQL's gives all that it finds at
once, in no order: what is frequent is found sooner by looking through the newest places, and this is tried first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, text

from comity.record.engine import is_sqlite
from comity.record.tags import REJECTED, tag
from comity.record.words import NOTHING, Sought

__all__ = ["EVERYWHERE", "KINDS", "Wanted", "counted", "fitting", "newest"]

KINDS = ("engagement", "exercise", "agreement", "commitment", "position", "relation")
EVERYWHERE = (0, (1 << 62) - 1)

_NEWEST = 4000
"""Where claims are frequent enough for a page of them to stand among so many of the newest, PostgreSQL looks there."""
_ANY = " OR ".join(f'"{tag("kind", kind)}"' for kind in KINDS)
# A month or year of issue counts from its end on; a letter sorts after its days in every collation.
_ISSUED = "CASE WHEN length(l.issued) < 10 THEN l.issued || 'x' ELSE l.issued END <= :as_of"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: words, tags that must all be there, a range of places, a last day of issue.

    Claims that people rejected are found only under the tag that says so.
    """

    sought: Sought = NOTHING
    tags: tuple[str, ...] = ()
    first: int = EVERYWHERE[0]
    last: int = EVERYWHERE[1]
    as_of: str | None = None

    def values(self, **more: Any) -> dict[str, Any]:
        """The values for the statements below."""
        return {"first": self.first, "last": self.last, "as_of": self.as_of, **more}


def newest(connection: Connection, wanted: Wanted, limit: int) -> list[int]:
    """The places of the newest claims, the newest first."""
    if wanted.first > wanted.last:
        return []
    if is_sqlite(connection):
        statement = f"{_sqlite(wanted)} ORDER BY place DESC LIMIT :limit"
        return _all(connection, statement, wanted.values(match=_match(wanted), limit=limit))
    inside = f"(SELECT * FROM found {_RANGE} ORDER BY place DESC LIMIT {_NEWEST})"
    values = wanted.values(**_told(wanted), limit=limit)
    found = _all(connection, f"{_postgresql(wanted, inside)} ORDER BY place DESC LIMIT :limit", values)
    if len(found) == limit:
        return found
    every = f"WITH every AS MATERIALIZED ({_postgresql(wanted)}) SELECT place FROM every"
    return _all(connection, f"{every} ORDER BY place DESC LIMIT :limit", values)


def counted(connection: Connection, wanted: Wanted, most: int) -> tuple[int, int]:
    """How many claims there are, and of how many releases; counting ends behind `most` claims."""
    if wanted.first > wanted.last:
        return 0, 0
    inside, values = _inside(connection, wanted)
    limited = f"SELECT place FROM ({inside}) AS i LIMIT :limit"
    claims = _all(connection, f"SELECT count(*) FROM ({limited}) AS f", values | {"limit": most + 1})[0]
    if claims > most:
        return claims, 0
    of = f"SELECT count(DISTINCT l.release) FROM ({limited}) AS f CROSS JOIN listed AS l WHERE l.place = f.place"
    return claims, _all(connection, of, values | {"limit": most + 1})[0]


def fitting(connection: Connection, wanted: Wanted) -> list[int]:
    """The places of all claims that are found, the most fitting first, of equal ones the newest first."""
    values = wanted.values(**_told(wanted), match=_match(wanted))
    if is_sqlite(connection):
        words = replace(wanted, tags=(), as_of=None)
        statement = (
            "SELECT rowid FROM found WHERE found MATCH :words AND rowid BETWEEN :first AND :last"
            f" AND +rowid IN ({_sqlite(wanted)}) ORDER BY bm25(found, 1.0, 2.0, 0.0), rowid DESC"
        )
        return _all(connection, statement, values | {"words": _match(words)})
    order = "ts_rank(f.words, to_tsquery('comity_words', :words), 1)"
    return _all(connection, f"{_postgresql(wanted)} ORDER BY {order} DESC, place DESC", values)


def _inside(connection: Connection, wanted: Wanted) -> tuple[str, dict[str, Any]]:
    if is_sqlite(connection):
        return _sqlite(wanted), wanted.values(match=_match(wanted))
    return _postgresql(wanted), wanted.values(**_told(wanted))


def _sqlite(wanted: Wanted) -> str:
    """Where claims stand, as a query; CROSS JOIN keeps SQLite from beginning at the other end."""
    dated = f" AND {_ISSUED}" if wanted.as_of else ""
    if not _match(wanted):
        rejected = " AND l.review <> 'rejected'"
        return f"SELECT l.place AS place FROM listed AS l WHERE l.place BETWEEN :first AND :last{rejected}{dated}"
    inside = " CROSS JOIN listed AS l ON l.place = found.rowid" if wanted.as_of else ""
    return (
        f"SELECT found.rowid AS place FROM found{inside}"
        f" WHERE found MATCH :match AND found.rowid BETWEEN :first AND :last{dated}"
    )


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


_RANGE = "WHERE place BETWEEN :first AND :last"


def _postgresql(wanted: Wanted, inside: str = "found") -> str:
    told = ["f.place BETWEEN :first AND :last"]
    told += ["f.tags @> :tags"] if wanted.tags else []
    told += ["NOT f.tags @> :rejected"] if REJECTED not in wanted.tags else []
    told += ["f.words @@ to_tsquery('comity_words', :words)"] if wanted.sought else []
    told += [_ISSUED] if wanted.as_of else []
    joined = " JOIN listed AS l ON l.place = f.place" if wanted.as_of else ""
    return f"SELECT f.place AS place FROM {inside} AS f{joined} WHERE {' AND '.join(told)}"


def _told(wanted: Wanted) -> dict[str, Any]:
    return {"tags": list(wanted.tags), "rejected": [REJECTED], "words": wanted.sought.tsquery}


def _quoted(tags: Sequence[str]) -> list[str]:
    return [f'"{one}"' for one in tags]


def _all(connection: Connection, statement: str, values: dict[str, Any]) -> list[Any]:
    return list(connection.execute(text(statement), values).scalars())
