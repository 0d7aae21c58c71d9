"""Which claim says the same in the place of another.

When a page has a new version, an original turns up, or a release is read anew, the claims that fall have heirs: what
was decided about them, and the entry that they made, goes on with these.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from sqlalchemy import Column, Connection, Row, bindparam, insert, select

from comity.record.clock import next_number, stamp
from comity.record.digests import sealed
from comity.record.rows import body_of
from comity.record.rulings import seen_of
from comity.record.tables import claims, heirs

__all__ = ["inherit", "predecessors", "successors"]

_CHUNK = 400
_ROWS = select(claims.c.id, claims.c.kind, claims.c.quote, claims.c.body, claims.c.number).where(
    claims.c.number.in_(bindparam("numbers", expanding=True))
)
Claimed = Row[str, str, str, str, int]


def inherit(connection: Connection, fell: Sequence[int], stands: Sequence[int]) -> None:
    """Note the heirs of claims that fell among those that stand now in their place."""
    if not fell or not stands:
        return
    old, new = _rows(connection, fell), _rows(connection, stands)
    kept = {row.id for row in new}
    pairs = [(a, b) for a, b in _paired([row for row in old if row.id not in kept], new) if a != b]
    known = {
        (row.old, row.new)
        for row in connection.execute(select(heirs.c.old, heirs.c.new).where(heirs.c.old.in_([a for a, _ in pairs])))
    }
    rows = [
        sealed(heirs, {"number": next_number(connection, heirs), "old": a, "new": b, "at": stamp(connection)})
        for a, b in pairs
        if (a, b) not in known
    ]
    if rows:
        connection.execute(insert(heirs), rows)


def successors(connection: Connection, ids: Collection[str]) -> dict[str, list[str]]:
    """The claims that came in the place of these, the nearest first; those without any are left out."""
    return _followed(connection, ids, heirs.c.old, heirs.c.new)


def predecessors(connection: Connection, ids: Collection[str]) -> dict[str, list[str]]:
    """The claims in whose place these stand, the nearest first; those without any are left out."""
    return _followed(connection, ids, heirs.c.new, heirs.c.old)


def _followed(
    connection: Connection, ids: Collection[str], here: Column[str], there: Column[str]
) -> dict[str, list[str]]:
    """The claims that are reached from these step by step, from one end of an inheritance to the other."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    query = select(here.label("here"), there.label("there")).where(here.in_(bindparam("ids", expanding=True)))
    query = query.order_by(heirs.c.number)
    open_ones = {one: {one} for one in ids}  # a claim, and the ones from which it was reached
    while open_ones:
        fresh: defaultdict[str, set[str]] = defaultdict(set)
        wanted = sorted(open_ones)
        for start in range(0, len(wanted), _CHUNK):
            for row in connection.execute(query, {"ids": wanted[start : start + _CHUNK]}):
                for first in sorted(open_ones[row.here]):
                    if row.there != first and row.there not in found[first]:
                        found[first].append(row.there)
                        fresh[row.there].add(first)
        open_ones = dict(fresh)
    return {one: told for one, told in found.items() if told}


def _paired(old: Sequence[Claimed], new: Sequence[Claimed]) -> Iterator[tuple[str, str]]:
    """The same words with the same values first, then the same words, then words that hold one another."""
    left, open_ones = list(old), list(new)
    for key in (_values, _words):
        beside: defaultdict[object, list[Claimed]] = defaultdict(list)
        for row in open_ones:
            beside[key(row)].append(row)
        rest = []
        for row in left:
            if beside[key(row)]:
                heir = beside[key(row)].pop(0)
                open_ones.remove(heir)
                yield row.id, heir.id
            else:
                rest.append(row)
        left = rest
    for row in left:
        alike = [one for one in open_ones if one.kind == row.kind and _within(one.quote, row.quote)]
        if len(alike) == 1:
            open_ones.remove(alike[0])
            yield row.id, alike[0].id


def _values(row: Claimed) -> object:
    return row.kind, seen_of(body_of(row.body, row.quote))


def _words(row: Claimed) -> object:
    return row.kind, _folded(row.quote)


def _within(a: str, b: str) -> bool:
    short, long = sorted((_folded(a), _folded(b)), key=len)
    return bool(short) and short in long


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _rows(connection: Connection, numbers: Sequence[int]) -> list[Claimed]:
    found: list[Claimed] = []
    for start in range(0, len(numbers), _CHUNK):
        found += connection.execute(_ROWS, {"numbers": sorted(numbers)[start : start + _CHUNK]}).all()
    return sorted(found, key=lambda row: row.number)
