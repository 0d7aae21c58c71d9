"""Which releases stand: of each document the newest version, and of several documents alike the original.

A function of the facts up to a time of the record (`then`) and a day of the world (`as_of`), and of nothing else: what
came first to a record has no part in it, but among versions of one page that were issued on the same day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import BindParameter, ColumnElement, Connection, Row, bindparam, case, exists, func, select, true

from comity.record.tables import alike, releases, withdrawals

__all__ = ["AFTER", "Current", "around", "current"]

AFTER = "x"
"""Behind a month or year, it sorts after all days in it, in every collation."""
_EVER = "9999"
_CHUNK = 400
_numbers: BindParameter[list[int]] = bindparam("numbers", expanding=True)
_sibling = releases.alias("sibling")
_SIBLINGS = (
    select(_sibling.c.number)
    .join(releases, releases.c.document == _sibling.c.document)
    .where(releases.c.number.in_(_numbers))
)
_ALIKE = select(alike.c.release, alike.c.other).where(alike.c.release.in_(_numbers))


@dataclass(frozen=True, slots=True)
class Current:
    """Of some releases those that stand, and those that are copies, each with its original."""

    stands: frozenset[int]
    copies: Mapping[int, int]


def around(connection: Connection, numbers: Collection[int]) -> set[int]:
    """These releases, all versions of their documents, and all that are alike to one of them."""
    found: set[int] = set()
    fresh = set(numbers)
    while fresh:
        found |= fresh
        beside: set[int] = set()
        for part in _parts(fresh):
            beside |= set(connection.execute(_SIBLINGS, {"numbers": part}).scalars())
            beside |= {row.other for row in connection.execute(_ALIKE, {"numbers": part})}
        fresh = beside - found
    return found


def current(
    connection: Connection, group: Collection[int], *, then: str | None = None, as_of: str | None = None
) -> Current:
    """Which releases of a whole group (see `around`) stand, or stood by the clocks."""
    newest: dict[int, Row[int, str, int, str | None, str]] = {}
    for row in _known(connection, group, then, as_of):
        held = newest.get(row.document)
        # What was taken over from another record keeps its time: it may be older than what has a smaller number.
        if held is None or (row.issued or "", row.at, row.number) > (held.issued or "", held.at, held.number):
            newest[row.document] = row
    alone = {row.number: row for row in newest.values()}
    copies: dict[int, int] = {}
    for members in _together(connection, alone):
        original = min(members, key=lambda one: (alone[one].issued or _EVER, alone[one].id))
        copies |= {one: original for one in members if one != original}
    return Current(frozenset(alone.keys() - copies.keys()), copies)


def issued_by(as_of: str | None) -> ColumnElement[bool]:
    """Whether a release was issued by a day; of one known only by its month, only when the month is over."""
    if as_of is None:
        return true()
    issued = releases.c.issued
    return case((func.length(issued) < 10, issued + AFTER), else_=issued) <= as_of


def _known(
    connection: Connection, group: Collection[int], then: str | None, as_of: str | None
) -> Iterable[Row[int, str, int, str | None, str]]:
    query = select(releases.c.number, releases.c.id, releases.c.document, releases.c.issued, releases.c.at).where(
        releases.c.number.in_(_numbers),
        releases.c.at <= (then or _EVER),
        issued_by(as_of),
        ~exists().where(withdrawals.c.release == releases.c.number, withdrawals.c.at <= (then or _EVER)),
    )
    for part in _parts(group):
        yield from connection.execute(query, {"numbers": part})


def _together(connection: Connection, alone: Mapping[int, object]) -> list[set[int]]:
    """The releases among `alone` that are alike, directly or by others."""
    beside: defaultdict[int, set[int]] = defaultdict(set)
    for part in _parts(alone):
        for row in connection.execute(_ALIKE, {"numbers": part}):
            if row.other in alone:
                beside[row.release].add(row.other)
    found: list[set[int]] = []
    seen: set[int] = set()
    for one in sorted(beside):
        if one in seen:
            continue
        members, open_ones = set[int](), {one}
        while open_ones:
            members |= open_ones
            open_ones = {other for member in open_ones for other in beside[member]} - members
        seen |= members
        found.append(members)
    return found


def _parts(numbers: Collection[int]) -> Iterable[list[int]]:
    told = sorted(numbers)
    return (told[start : start + _CHUNK] for start in range(0, len(told), _CHUNK))
