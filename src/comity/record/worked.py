"""Whether what is worked out from the facts is what they come to: the list, its counts, the index, sketches, copies.

Each check goes through the record part by part; what links make of it is checked by who links (see `verify`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Table, delete, func, select, text, type_coerce
from sqlalchemy.types import NullType

from comity.record import index
from comity.record import likeness as near
from comity.record.current import around, current
from comity.record.damage import Damage
from comity.record.engine import is_sqlite
from comity.record.loading import kept_of
from comity.record.standing import enlist, listing, settle, standing_between, tally
from comity.record.tables import alike, claims, copies, counts, listed, releases, sketches

__all__ = ["COUNTED", "damaged_copies", "damaged_counts", "damaged_list", "rework"]

COUNTED = (listed, counts, sketches, alike, copies)
_PART = 500


def damaged_list(connection: Connection) -> Iterator[Damage]:
    """Claims that stand and are not listed as they must be, and listed ones that do not stand."""
    held = 0
    for first, last in _spans(connection, claims):
        must = {one[0]: listing(one) for one in kept_of(connection, standing_between(connection, first, last))}
        query = _as_stored(listed).where(listed.c.claim.between(first, last))
        rows = {row["claim"]: dict(row) for row in connection.execute(query).mappings()}
        held += len(rows)
        for claim in sorted(must.keys() | rows.keys()):
            what = _differs(must.get(claim), rows.get(claim))
            if what:
                release = (must.get(claim) or rows.get(claim) or {})["release"]
                yield Damage("listed", f"claim {claim}", what, _id_of(connection, release), rebuilt=True)
    there = connection.execute(select(func.count()).select_from(listed)).scalar() or 0
    if there != held:
        yield Damage("listed", "", f"{abs(there - held)} rows are of no claim", rebuilt=True)


def damaged_counts(connection: Connection) -> Iterator[Damage]:
    """Counts that are not those of what is listed. In memory are all counts: as many as there are pairs of parties."""
    must: Counter[str] = Counter()
    for part in _parts(connection, _as_stored(listed), listed.c.place):
        must.update(tally(part))
    for part in _parts(connection, _as_stored(counts), counts.c.tag):
        for row in part:
            if row["n"] != must.pop(row["tag"], 0):
                yield Damage("counts", str(row["tag"]), f"{row['n']} is not what is listed", rebuilt=True)
    yield from (Damage("counts", tag, "missing", rebuilt=True) for tag, n in sorted(must.items()) if n)


def damaged_copies(connection: Connection) -> Iterator[Damage]:
    """Releases whose sketch is not that of their text, whose like ones are not noted, or that are wrongly copies."""
    number = pairs = 0
    for row in _texts(connection):
        sketch = near.sketch_of(row.text)
        held = select(func.count()).where(sketches.c.release == row.number, sketches.c.key.in_(sketch.keys))
        number += len(sketch.keys)
        if connection.execute(held).scalar() != len(sketch.keys):
            yield Damage("sketches", f"release {row.number}", "not the sketch of its text", row.id, rebuilt=True)
        same = near.alike_to(connection, row.number, row.text, row.issued, near.sharing(connection, row.text))
        pairs += len(same)
        noted = set(connection.execute(select(alike.c.other).where(alike.c.release == row.number)).scalars())
        if noted != same:
            yield Damage("alike", f"release {row.number}", "not the ones that are alike to it", row.id, rebuilt=True)
        original = current(connection, around(connection, [row.number])).copies.get(row.number)
        if connection.execute(select(copies.c.original).where(copies.c.release == row.number)).scalar() != original:
            yield Damage("copies", f"release {row.number}", "not what it is a copy of", row.id, rebuilt=True)
    for table, must in ((sketches, number), (alike, pairs)):
        if connection.execute(select(func.count()).select_from(table)).scalar() != must:
            yield Damage(table.name, "", "there are some of no release", rebuilt=True)


def rework(connection: Connection) -> None:
    """Make list, counts, index, sketches and copies anew from the facts."""
    if is_sqlite(connection):
        connection.execute(text("REINDEX"))
    for table in COUNTED:
        connection.execute(delete(table))
    for row in _texts(connection):
        near.place(connection, row.number, row.text, row.issued)
    for first, last in _spans(connection, releases):
        settle(connection, around(connection, range(first, last + 1)))
    for first, last in _spans(connection, claims):
        enlist(connection, kept_of(connection, standing_between(connection, first, last)), indexed=False)
    index.rebuild(connection)


def _texts(connection: Connection) -> Iterator[Row[int, str, str | None, str]]:
    """The text of every release, with what tells whether it is a copy."""
    query = select(releases.c.number, releases.c.text, releases.c.issued, releases.c.id)
    for first, last in _spans(connection, releases, part=50):
        part = query.where(releases.c.number.between(first, last)).order_by(releases.c.number)
        yield from connection.execute(part).all()


def _spans(connection: Connection, table: Table, part: int = _PART) -> Iterator[tuple[int, int]]:
    """All numbers of a table, part by part: the first and the last of each part."""
    last = connection.execute(select(func.max(table.c.number))).scalar() or 0
    yield from ((first, min(first + part - 1, last)) for first in range(1, last + 1, part))


def _parts(connection: Connection, query: Any, key: Any) -> Iterator[Sequence[Mapping[str, Any]]]:
    """All rows of a query, part by part, in the order of a key."""
    part, name = query.order_by(key).limit(_PART), key.name
    rows = [dict(row) for row in connection.execute(part).mappings()]
    while rows:
        yield rows
        rows = [dict(row) for row in connection.execute(part.where(key > rows[-1][name])).mappings()]


def _as_stored(table: Table) -> Any:
    return select(*(type_coerce(c, NullType()).label(c.name) for c in table.columns))


def _differs(must: Mapping[str, Any] | None, row: Mapping[str, Any] | None) -> str | None:
    if must is None:
        return "it does not stand, and is listed"
    if row is None:
        return "it stands, and is not listed"
    wrong = [name for name, value in must.items() if row[name] != value]
    return f"its {', '.join(wrong)} is not what the facts come to" if wrong else None


def _id_of(connection: Connection, number: Any) -> str | None:
    if not isinstance(number, int):
        return None
    return connection.execute(select(releases.c.id).where(releases.c.number == number)).scalar()
