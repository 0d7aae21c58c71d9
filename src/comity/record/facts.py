"""Whether the facts of a record are as they were written.

Every row is held to its digest, every capture to its hash, every quote to its place in the text of its release.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Table, select
from sqlalchemy.exc import DBAPIError

from comity.record.damage import Damage, Tally
from comity.record.digests import seal_of
from comity.record.entries import id_of
from comity.record.rows import body_of
from comity.record.tables import FACTS, captures, claims, releases, retirements, sightings, withdrawals
from comity.record.walking import Garbled, Row, Unread, walk

__all__ = ["damaged_facts", "fault_of", "key_of"]

_RESTORE = "restore a backup"


def damaged_facts(connection: Connection, tally: Tally) -> Iterator[Damage]:
    """Every row of every table of facts that is not as it was written."""
    laws = _Laws(connection)
    for table in FACTS:
        last = 0
        for row in tally.counting(table.name, walk(connection, table)):
            if isinstance(row, Unread):
                yield Damage(table.name, row.key, f"{row.why}; {_RESTORE}")
                continue
            if "number" in row:
                yield from _missing(table, last, row["number"])
                last = row["number"] if isinstance(row["number"], int) else last + 1
            for what in laws.broken_by(table, row):
                yield Damage(table.name, key_of(table, row), f"{what}; {_RESTORE}", _release_of(connection, table, row))


def fault_of(table: Table, row: Row) -> str | None:
    """What is wrong with the stored values of a row by themselves; None where they are the ones written."""
    broken = [name for name, value in row.items() if isinstance(value, Garbled)]
    if broken:
        return f"{', '.join(broken)} cannot be read as text"
    return None if seal_of(table, row) == row["digest"] else "its values are not the ones written"


class _Laws:
    """What must hold of a row beyond its digest; the text of the last release is at hand."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._text: tuple[int, str | None] = (-1, None)
        self._of: Mapping[str, Callable[[Row], Iterable[str]]] = {
            "captures": self._capture, "releases": self._release, "claims": self._claim, "entries": self._entry,
        }  # fmt: skip

    def broken_by(self, table: Table, row: Row) -> Iterator[str]:
        """What is wrong with a row, in words."""
        fault = fault_of(table, row)
        if fault:
            yield fault
            return
        law = self._of.get(table.name)
        if law is None:
            return
        try:
            yield from law(row)
        except (ValueError, LookupError, TypeError, AttributeError) as error:
            yield f"it does not hold what it must ({type(error).__name__}: {error})"
        except DBAPIError as error:
            yield f"what it rests on cannot be read ({error.orig})"

    def _capture(self, row: Row) -> Iterable[str]:
        if row["content"] == b"":
            if not self._withdrawn_capture(row["sha256"]):
                yield "its bytes are gone, and nobody withdrew it"
            return
        try:
            content = zlib.decompress(row["content"])
        except zlib.error:
            yield "its bytes cannot be unpacked"
            return
        if hashlib.sha256(content).hexdigest() != row["sha256"] or len(content) != row["size"]:
            yield "its bytes are not the ones captured"

    def _withdrawn_capture(self, sha256: str) -> bool:
        query = select(withdrawals.c.release).join(sightings, sightings.c.release == withdrawals.c.release)
        query = query.where(sightings.c.capture == sha256)
        return self._connection.execute(query.limit(1)).first() is not None

    def _release(self, row: Row) -> Iterable[str]:
        shape = json.loads(row["shape"])
        if not shape:
            if not self._withdrawn(row["number"]):
                yield "its words are gone, and nobody withdrew it"
            return
        told = {name: shape[name] for name in ("id", "issued", "genre", "title", "url", "release_number")}
        told |= {"issuer": shape["issuer"]["name"], "country": shape["issuer"]["country"]}
        for name, value in told.items():
            if row[name] != value:
                yield f"its {name} is told in two ways"
        if row["document"] != row["number"]:
            first = select(releases.c.document).where(releases.c.number == row["document"])
            if self._connection.execute(first).scalar() != row["document"]:
                yield "the first version of its document is missing"

    def _withdrawn(self, release: int) -> bool:
        query = select(withdrawals.c.release).where(withdrawals.c.release == release)
        return self._connection.execute(query).first() is not None

    def _claim(self, row: Row) -> Iterable[str]:
        body = body_of(row["body"], row["quote"])
        if body["id"] != row["id"]:
            yield "its id is told in two ways"
        if row["release"] is None:
            return
        text = self._text_of(row["release"])
        quotes = [*body["evidence"], *(one for topic in body.get("topics", ()) for one in topic["evidence"])]
        if text == "" and not quotes and self._withdrawn(row["release"]):
            return
        if not body["evidence"]:
            yield "it has no quote"
        for quote in quotes:
            if text is not None and text[quote["start"] : quote["end"]] != quote["quote"]:
                yield f"its quote is not at {quote['start']} to {quote['end']} of the release's text"

    def _text_of(self, number: int) -> str | None:
        """The text of a release; None where that release is damaged itself, which is told there."""
        if self._text[0] != number:
            found = self._connection.execute(select(releases).where(releases.c.number == number)).mappings().first()
            row = dict(found) if found else None
            whole = row is not None and fault_of(releases, row) is None
            self._text = (number, row["text"] if row and whole else None)
        return self._text[1]

    def _entry(self, row: Row) -> Iterable[str]:
        if row["id"] != id_of(row["kind"], row["founder"]):
            yield "its id is not the one of what it was first made for"


def _missing(table: Table, last: int, number: Any) -> Iterator[Damage]:
    """Rows are numbered without a gap, as nothing is ever deleted."""
    if isinstance(number, int) and number > last + 1:
        key = str(last + 1) if number == last + 2 else f"{last + 1} to {number - 1}"
        yield Damage(table.name, key, f"missing; {_RESTORE}")


def key_of(table: Table, row: Row) -> str:
    """The key of a row, as it is told to a person."""
    return ", ".join(str(row[column.name]) for column in table.primary_key.columns)


def _release_of(connection: Connection, table: Table, row: Row) -> str | None:
    """The id of the release that a row belongs to, where that can be said."""
    if table is releases:
        return row["id"] if isinstance(row["id"], str) else None
    query = select(releases.c.id)
    if table is captures:
        query = query.where(releases.c.capture == row["sha256"])
    elif table is retirements:
        query = query.join(claims, claims.c.release == releases.c.number).where(claims.c.number == row["claim"])
    elif table.name == "decisions":
        query = query.join(claims, claims.c.release == releases.c.number).where(claims.c.id == row["target"])
    elif "release" in row:
        query = query.where(releases.c.number == row["release"])
    else:
        return None
    try:
        told = connection.execute(query.limit(1)).scalar()
    except Exception:  # noqa: BLE001 - the row's values may be of any type, and its release is a help, no more
        return None
    return told if isinstance(told, str) else None
