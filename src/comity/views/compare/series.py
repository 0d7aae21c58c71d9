"""The joint statements of one dialogue that a record holds, in the order of issue."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, func, select

from comity.record.found import claims_of_release, release_named
from comity.record.search import MOST, Query, search
from comity.record.selecting import of_parties
from comity.record.tables import claims, copies, releases, withdrawals
from comity.views.compare.told import Told, told_of_record

__all__ = ["statements", "told_in"]

_JOINT = re.compile(r"\bjoint\b|\bvision statement\b|\bdeclaration\b|\bcommuniqu[eé]\b", re.IGNORECASE)
_ABOUT = re.compile(r"^\W*(?:fact ?sheet|remarks|read-?out|background|press)\b", re.IGNORECASE)


def told_in(connection: Connection, release: str) -> Told:
    """A release of the record as it is compared.

    Raises:
        NotKept: there is no such release.
    """
    found = release_named(connection, release)
    return told_of_record(found, [kept for _, _, kept in claims_of_release(connection, found.number)])


def statements(connection: Connection, name: str, pair: tuple[str, str] | None = None) -> list[str]:
    """The ids of the joint statements of a dialogue, the first issued first.

    Args:
        connection: the record.
        name: words that their titles hold, or the series that they tell of.
        pair: two parties that their claims name.
    """
    named = {hit.kept.release for hit in search(connection, Query(series=name, limit=MOST)).hits}
    within = None if pair is None else set(_releases_of(connection, of_parties(connection, pair)))
    words = name.casefold().split()
    newest = select(releases.c.document, func.max(releases.c.version).label("version")).group_by(releases.c.document)
    last = newest.subquery()
    query = (
        select(releases.c.number, releases.c.id, releases.c.issued, releases.c.title, releases.c.genre)
        .join(last, (last.c.document == releases.c.document) & (last.c.version == releases.c.version))
        .where(~select(copies.c.release).where(copies.c.release == releases.c.number).exists())
        .where(~select(withdrawals.c.release).where(withdrawals.c.release == releases.c.number).exists())
        .where(releases.c.issued.is_not(None))
        .order_by(releases.c.issued, releases.c.id)
    )
    return [
        row.id
        for row in connection.execute(query)
        if _joint(row.title or "", row.genre)
        and (row.id in named or _holds(row.title or "", words))
        and (within is None or row.number in within)
    ]


def _joint(title: str, genre: str) -> bool:
    return not _ABOUT.search(title) and (genre == "joint_text" or _JOINT.search(title) is not None)


def _holds(title: str, words: Sequence[str]) -> bool:
    told = re.findall(r"\w+", title.casefold())
    return all(any(one.startswith(word) for one in told) for word in words)


def _releases_of(connection: Connection, numbers: Sequence[int]) -> Iterator[int]:
    for start in range(0, len(numbers), _CHUNK):
        part = numbers[start : start + _CHUNK]
        yield from connection.execute(select(claims.c.release).where(claims.c.number.in_(part)).distinct()).scalars()


_CHUNK = 500
