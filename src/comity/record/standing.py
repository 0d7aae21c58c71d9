"""Which claims stand: those of the newest version of each document that is no copy, not withdrawn, not retired.

What stands is listed: with its place in the order of days, its names, and its tags, under which it is found again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Executable, bindparam, delete, exists, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from comity.record import index
from comity.record.engine import is_sqlite
from comity.record.loading import Loaded, kept_of
from comity.record.tables import claims, copies, counts, listed, releases, retirements, withdrawals
from comity.record.tags import facets, names, place_of, tags

__all__ = ["NOTHING", "Changed", "enlist", "listing", "relist", "restand", "standing_between", "tally"]


@dataclass(frozen=True, slots=True)
class Changed:
    """The claims (by number) that stand now and did not, and the ones that no longer do."""

    stands: tuple[int, ...] = ()
    fell: tuple[int, ...] = ()

    def __or__(self, other: Changed) -> Changed:
        """Both changes, one after the other."""
        return Changed(
            tuple(n for n in self.stands if n not in other.fell) + other.stands,
            tuple(n for n in self.fell if n not in other.stands) + other.fell,
        )


NOTHING = Changed()

_CHUNK = 400
_LISTED = select(listed.c.claim).where(listed.c.release.in_(bindparam("releases", expanding=True)))


def restand(connection: Connection, numbers: Collection[int]) -> Changed:
    """Settle anew which claims of these releases stand."""
    now: set[int] = set()
    before: set[int] = set()
    for part in _parts(sorted(numbers)):
        now |= set(connection.execute(_STANDS.where(claims.c.release.in_(part))).scalars())
        before |= set(connection.execute(_LISTED, {"releases": part}).scalars())
    fell, stands = sorted(before - now), sorted(now - before)
    unlist(connection, fell)
    enlist(connection, kept_of(connection, stands))
    return Changed(tuple(stands), tuple(fell))


def relist(connection: Connection, numbers: Sequence[int]) -> Changed:
    """List claims anew whose review or values a person has changed."""
    held = sorted(
        number
        for part in _parts(numbers)
        for number in connection.execute(select(listed.c.claim).where(listed.c.claim.in_(part))).scalars()
    )
    unlist(connection, held)
    enlist(connection, kept_of(connection, held))
    return Changed(tuple(held), tuple(held))


def standing_between(connection: Connection, first: int, last: int) -> list[int]:
    """The claims that stand, of those numbered from `first` to `last`; what a person typed in stands by itself."""
    return list(connection.execute(_STANDS.where(claims.c.number.between(first, last))).scalars())


_newer = releases.alias("newer")
_STANDS = (
    select(claims.c.number)
    .outerjoin(releases, releases.c.number == claims.c.release)
    .where(
        ~exists().where(retirements.c.claim == claims.c.number),
        ~exists().where(withdrawals.c.release == claims.c.release),
        ~exists().where(copies.c.release == claims.c.release),
        ~exists().where(_newer.c.document == releases.c.document, _newer.c.version > releases.c.version),
    )
)


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


def _parts(numbers: Sequence[int]) -> Iterable[Sequence[int]]:
    return (numbers[start : start + _CHUNK] for start in range(0, len(numbers), _CHUNK))
