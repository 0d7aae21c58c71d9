"""Whether what is worked out from the facts is what they come to: the list, its counts, the index, sketches, copies.

Each check goes through the record part by part; what links make of it is checked by who links (see `verify`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete, func, select, text, type_coerce
from sqlalchemy.types import NullType

from comity.record import index
from comity.record import likeness as near
from comity.record.damage import Damage
from comity.record.engine import is_sqlite
from comity.record.loading import kept_of
from comity.record.standing import enlist, listing, standing_between, tally
from comity.record.tables import claims, copies, counts, listed, releases, sketches

__all__ = ["COUNTED", "damaged_copies", "damaged_counts", "damaged_list", "damaged_sketches", "rework"]

COUNTED = (listed, counts, sketches, copies)
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


def damaged_sketches(connection: Connection) -> Iterator[Damage]:
    """Releases whose sketch is not that of their text."""
    for first, last in _spans(connection, releases, part=100):
        query = select(releases.c.number, releases.c.id, releases.c.text).order_by(releases.c.number)
        rows = connection.execute(query.where(releases.c.number.between(first, last))).all()
        held = connection.execute(_as_stored(sketches).where(sketches.c.release.between(first, last)))
        found: defaultdict[int, set[object]] = defaultdict(set)
        for key, release in held:
            found[release].add(key)
        for row in rows:
            if found.pop(row.number, set()) != set(near.band_keys(near.shingles(row.text))):
                yield Damage("sketches", f"release {row.number}", "not the sketch of its text", row.id, rebuilt=True)
        yield from (Damage("sketches", f"release {n}", "of no release", rebuilt=True) for n in sorted(found))
    last = connection.execute(select(func.max(releases.c.number))).scalar() or 0
    over = select(func.count()).select_from(sketches).where(~sketches.c.release.between(1, last))
    if connection.execute(over).scalar():
        yield Damage("sketches", "", "there are some of no release", rebuilt=True)


def damaged_copies(connection: Connection) -> Iterator[Damage]:
    """Releases that are a copy of another and not noted as one, or noted and none."""
    query = select(releases.c.number, releases.c.document, releases.c.text, releases.c.issued, releases.c.id)
    for first, last in _spans(connection, releases, part=100):
        for row in connection.execute(query.where(releases.c.number.between(first, last))).all():
            same = near.alike_to(connection, *row[:4])
            group = {row.number, *same}
            originals = _originals(connection, group)
            if len({originals.get(one, one) for one in group}) > 1:
                what = "it is alike to others, and has not the same original"
                yield Damage("copies", f"release {row.number}", what, row.id, rebuilt=True)
            if not same and row.number in originals:
                yield Damage("copies", f"release {row.number}", "it is no copy", row.id, rebuilt=True)
    seen = select(copies.c.original).distinct().order_by(copies.c.original)
    for original in connection.execute(seen).scalars().all():
        members = connection.execute(select(copies.c.release).where(copies.c.original == original)).scalars()
        group = {original, *members}
        if not _hang_together(connection, group) or near.first_of(connection, group) != original:
            what = "it is not the original of all that are held to be copies of it"
            yield Damage("copies", f"original {original}", what, _id_of(connection, original), rebuilt=True)


def rework(connection: Connection) -> None:
    """Make list, counts, index, sketches and copies anew from the facts."""
    if is_sqlite(connection):
        connection.execute(text("REINDEX"))
    for table in COUNTED:
        connection.execute(delete(table))
    query = select(releases.c.number, releases.c.document, releases.c.text, releases.c.issued)
    for first, last in _spans(connection, releases, part=100):
        for row in connection.execute(query.where(releases.c.number.between(first, last))).all():
            near.place(connection, *row)
    for first, last in _spans(connection, claims):
        enlist(connection, kept_of(connection, standing_between(connection, first, last)), indexed=False)
    index.rebuild(connection)


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


def _originals(connection: Connection, numbers: Iterable[int]) -> dict[int, int]:
    query = select(copies.c.release, copies.c.original).where(copies.c.release.in_(sorted(numbers)))
    return {row.release: row.original for row in connection.execute(query)}


def _hang_together(connection: Connection, group: set[int]) -> bool:
    """Whether each of a group is reached from the others by likeness."""
    query = select(releases.c.number, releases.c.document, releases.c.text, releases.c.issued)
    rows = connection.execute(query.where(releases.c.number.in_(sorted(group)))).all()
    beside = {row.number: near.alike_to(connection, *row) for row in rows}
    reached, open_ones = set[int](), sorted(group)[:1]
    while open_ones:
        one = open_ones.pop()
        if one not in reached:
            reached.add(one)
            open_ones += sorted(beside.get(one, set()) - reached)
    return reached == group


def _id_of(connection: Connection, number: Any) -> str | None:
    if not isinstance(number, int):
        return None
    return connection.execute(select(releases.c.id).where(releases.c.number == number)).scalar()
