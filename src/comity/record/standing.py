"""Which claims stand: those of the newest version of each document that is no copy, not withdrawn, not retired.

What stands is listed: with its place in the order of days, its names, and its tags, under which it is found again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection, Executable, bindparam, delete, exists, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from comity.record import index
from comity.record.current import Current, around, current
from comity.record.engine import is_sqlite
from comity.record.lineage import inherit
from comity.record.loading import Loaded, kept_of
from comity.record.rulings import in_force
from comity.record.tables import claims, copies, counts, decisions, listed, retirements
from comity.record.tags import facets, names, place_of, tags

__all__ = ["NOTHING", "Changed", "enlist", "listing", "relist", "restand", "stand", "standing_between", "tally"]


@dataclass(frozen=True, slots=True)
class Changed:
    """The claims (by number) that stand now and did not, and the ones that no longer do.

    `loaded` are those that stand as they were loaded when they were listed, so that who links need not ask again.
    """

    stands: tuple[int, ...] = ()
    fell: tuple[int, ...] = ()
    loaded: tuple[Loaded, ...] = field(default=(), compare=False, repr=False)

    def __or__(self, other: Changed) -> Changed:
        """Both changes, one after the other."""
        return Changed(
            tuple(n for n in self.stands if n not in other.fell) + other.stands,
            tuple(n for n in self.fell if n not in other.stands) + other.fell,
            self.loaded + other.loaded,
        )


NOTHING = Changed()

_CHUNK = 400
_LISTED = select(listed.c.claim).where(listed.c.release.in_(bindparam("releases", expanding=True)))
_TOLD = select(claims.c.number).where(
    claims.c.release.in_(bindparam("releases", expanding=True)),
    ~exists().where(retirements.c.claim == claims.c.number),
)


def restand(connection: Connection, numbers: Collection[int]) -> Changed:
    """Settle anew which releases around these stand, and list their claims; claims that fall may have heirs."""
    group = around(connection, numbers)
    standing = settle(connection, group)
    now: set[int] = set()
    before: set[int] = set()
    for part in _parts(sorted(standing.stands)):
        now |= set(connection.execute(_TOLD, {"releases": part}).scalars())
    for part in _parts(sorted(group)):
        before |= set(connection.execute(_LISTED, {"releases": part}).scalars())
    fell, stands = sorted(before - now), sorted(now - before)
    unlist(connection, fell)
    inherit(connection, fell, stands)
    return replace(stand(connection, stands), fell=tuple(fell))


def stand(connection: Connection, numbers: Sequence[int]) -> Changed:
    """List claims that stand and did not."""
    loaded = kept_of(connection, numbers)
    enlist(connection, loaded)
    return Changed(tuple(numbers), loaded=tuple(loaded))


def settle(connection: Connection, group: Collection[int]) -> Current:
    """Note which releases of a whole group are copies; gives those that stand."""
    standing = current(connection, group)
    for part in _parts(sorted(group)):
        connection.execute(delete(copies).where(copies.c.release.in_(part)))
    rows = [{"release": one, "original": original} for one, original in sorted(standing.copies.items())]
    if rows:
        connection.execute(insert(copies), rows)
    return standing


def relist(connection: Connection, numbers: Sequence[int]) -> Changed:
    """List claims anew whose review or values a person has changed."""
    held = sorted(
        number
        for part in _parts(numbers)
        for number in connection.execute(select(listed.c.claim).where(listed.c.claim.in_(part))).scalars()
    )
    unlist(connection, held)
    return replace(stand(connection, held), fell=tuple(held))


def standing_between(connection: Connection, first: int, last: int) -> list[int]:
    """The claims that stand, of those numbered from `first` to `last`; what a person typed in stands until undone."""
    query = select(claims.c.number, claims.c.release, claims.c.id).where(
        claims.c.number.between(first, last), ~exists().where(retirements.c.claim == claims.c.number)
    )
    rows = connection.execute(query).all()
    releases_told = {row.release for row in rows if row.release is not None}
    stands = current(connection, around(connection, releases_told)).stands
    typed = typed_in_force(connection, [row.id for row in rows if row.release is None])
    return [row.number for row in rows if row.release in stands or (row.release is None and row.id in typed)]


def typed_in_force(connection: Connection, ids: Sequence[str]) -> set[str]:
    """Of claims that people typed in those that were not taken back."""
    found: set[str] = set()
    for part in _parts(ids):
        query = select(decisions).where(decisions.c.target.in_(part), decisions.c.verb.in_(("type", "undo")))
        told = in_force([dict(row) for row in connection.execute(query.order_by(decisions.c.number)).mappings()])
        found |= {one["target"] for one in told}
    return found


def enlist(connection: Connection, found: Sequence[Loaded], *, indexed: bool = True) -> None:
    """List claims. Not `indexed`: the index is made anew afterwards."""
    if not found:
        return
    rows = [listing(one) for one in found]
    connection.execute(insert(listed), rows)
    if indexed:
        index.put(connection, [row["place"] for row in rows])
    _count(connection, tally(rows))


def listing(loaded: Loaded) -> dict[str, Any]:
    """How a claim is listed."""
    number, release, kept = loaded
    return {
        "place": place_of(kept, number), "claim": number, "release": release, "issued": kept.issued,
        "review": kept.review, "names": names(kept), "tags": tags(kept),
    }  # fmt: skip


def tally(rows: Iterable[Mapping[str, Any]]) -> Counter[str]:
    """What listed claims add to the counts."""
    return Counter(facet for row in rows for facet in facets(row["tags"], row["place"]))


def unlist(connection: Connection, numbers: Sequence[int]) -> None:
    """Take claims from the list. Their forms are the business of whoever links."""
    if not numbers:
        return
    rows = [
        row
        for part in _parts(numbers)
        for row in connection.execute(select(listed.c.place, listed.c.tags).where(listed.c.claim.in_(part)))
    ]
    index.drop(connection, [row.place for row in rows])
    for part in _parts(numbers):
        connection.execute(delete(listed).where(listed.c.claim.in_(part)))
    falling: Counter[str] = Counter()
    falling.subtract(facet for row in rows for facet in facets(row.tags, row.place))
    _count(connection, falling)


def _count(connection: Connection, changes: Counter[str]) -> None:
    add = _ADD_ON_SQLITE if is_sqlite(connection) else _ADD_ON_POSTGRESQL
    connection.execute(add, [{"tag": tag, "n": n} for tag, n in sorted(changes.items())])


def _add(statement: sqlite.Insert | postgresql.Insert) -> Executable:
    return statement.on_conflict_do_update(index_elements=["tag"], set_={"n": counts.c.n + statement.excluded.n})


_ADD_ON_SQLITE, _ADD_ON_POSTGRESQL = _add(sqlite.insert(counts)), _add(postgresql.insert(counts))


def _parts(numbers: Sequence[Any]) -> Iterable[Sequence[int]]:
    return (numbers[start : start + _CHUNK] for start in range(0, len(numbers), _CHUNK))
