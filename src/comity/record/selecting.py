"""Which claims an answer rests on: those that stand, or those that stood at an earlier time or by an earlier day.

Two clocks: `as_of` is a day of the world (only releases issued by then are used), `known_at` a time of this record
(what it held, and what had been decided in it, at that moment).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Connection,
    Select,
    exists,
    select,
    text,
)

from comity.errors import RecordError
from comity.record.current import AFTER, around, current
from comity.record.engine import is_sqlite
from comity.record.loading import CHUNK, Loaded, load, rows
from comity.record.tables import claims, decisions, formed, forms, listed, retirements, withdrawals
from comity.record.tags import pair_tag, parties_of, tag

__all__ = ["NOW", "Clock", "companions", "naming", "of_pair", "of_party", "standing", "tagged"]

_EVER = "9999"
_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class Clock:
    """From when the record is looked at; both None is now."""

    as_of: str | None = None
    known_at: str | None = None

    def __bool__(self) -> bool:
        return self.as_of is not None or self.known_at is not None

    @property
    def then(self) -> str:
        """The time of the record that is looked at."""
        return self.known_at or _EVER

    @classmethod
    def told(cls, as_of: str | None, known_at: str | None) -> Clock:
        """A clock from what a person wrote: a day (or month, or year), and a time with or without a zone (UTC).

        Raises:
            RecordError: one of them is no day or time.
        """
        if as_of is not None and not _DAY.fullmatch(as_of):
            raise RecordError("this is no day", where=as_of, then="write it as 2026-08-14")
        if known_at is None:
            return cls(_end(as_of))
        try:
            time = datetime.fromisoformat(known_at)
        except ValueError as error:
            raise RecordError("this is no time", where=known_at, then="write it as 2026-08-14T12:00") from error
        if _DAY.fullmatch(known_at):  # a day means all of it
            time = time.replace(hour=23, minute=59, second=59, microsecond=999999)
        zoned = time if time.tzinfo else time.replace(tzinfo=UTC)
        return cls(_end(as_of), zoned.astimezone(UTC).isoformat(timespec="microseconds"))


NOW = Clock()


def of_pair(connection: Connection, a: str, b: str, clock: Clock = NOW) -> list[int]:
    """The claims that name both parties."""
    return _having(connection, [pair_tag(a, b)], {a, b}, clock)


def of_party(connection: Connection, party: str, clock: Clock = NOW) -> list[int]:
    """The claims that name a party."""
    return _having(connection, [tag("party", party)], {party}, clock)


def tagged(connection: Connection, tags: Sequence[str]) -> list[int]:
    """The claims that are listed under all of these tags, in the order of their places."""
    if is_sqlite(connection):
        words = " AND ".join(f'tags : "{one}"' for one in tags)
        query = text("SELECT rowid FROM found WHERE found MATCH :words ORDER BY rowid").bindparams(words=words)
    else:
        query = text("SELECT place FROM found WHERE tags @> :words ORDER BY place").bindparams(words=list(tags))
    places = list(connection.execute(query).scalars())
    found: list[int] = []
    for start in range(0, len(places), CHUNK):
        part = places[start : start + CHUNK]
        found += connection.execute(
            select(listed.c.claim).where(listed.c.place.in_(part)).order_by(listed.c.place)
        ).scalars()
    return found


def companions(connection: Connection, numbers: Collection[int]) -> list[int]:
    """These claims and all that hang together with them, so that what is one thing can be settled among them."""
    wanted, found = sorted(numbers), set(numbers)
    for start in range(0, len(wanted), CHUNK):
        mine = select(forms.c.component).join(formed, formed.c.form == forms.c.number)
        mine = mine.where(formed.c.claim.in_(wanted[start : start + CHUNK]), formed.c.at == -1)
        beside = (
            select(formed.c.claim)
            .join(forms, forms.c.number == formed.c.form)
            .where(forms.c.component.in_(mine), formed.c.at == -1)
        )
        found |= set(connection.execute(beside).scalars())
    return sorted(found)


def standing(
    connection: Connection, numbers: Collection[int], clock: Clock = NOW, *, rejected: bool = False
) -> list[Loaded]:
    """Of some claims those that stand (or stood, by the clock), as they were known then; rejected ones if asked for."""
    wanted = sorted(numbers)
    found: list[Loaded] = []
    for start in range(0, len(wanted), CHUNK):
        found += _load(connection, rows().where(claims.c.number.in_(wanted[start : start + CHUNK])), clock)
    return [one for one in found if rejected or one[2].review != "rejected"]


def naming(connection: Connection, parties: Sequence[str], clock: Clock) -> list[Loaded]:
    """The claims that named all of these parties by the clock (one or two of them), rejected ones too."""
    tags = [pair_tag(*parties)] if len(parties) > 1 else [tag("party", party) for party in parties]
    return _naming(connection, tagged(connection, tags), set(parties), clock)


def _load(connection: Connection, query: Select[Any], clock: Clock) -> list[Loaded]:
    """Of the claims of a query those that stand, or stood at the clock's time by its day."""
    ordered = query.order_by(claims.c.number)
    if not clock:
        return load(connection, ordered.where(exists().where(listed.c.claim == claims.c.number)))
    known = ordered.where(
        claims.c.at <= clock.then,
        ~exists().where(retirements.c.claim == claims.c.number, retirements.c.at <= clock.then),
        ~exists().where(withdrawals.c.release == claims.c.release),  # whenever it was: its words are gone
    )
    found = load(connection, known, until=clock.known_at)
    group = around(connection, {release for _, release, _ in found if release is not None})
    stood = current(connection, group, then=clock.known_at, as_of=clock.as_of).stands
    # What a person typed in was issued by nobody: no day of the world tells when it was known.
    return [one for one in found if one[1] in stood or (one[1] is None and clock.as_of is None)]


def _having(connection: Connection, tags: Sequence[str], parties: set[str], clock: Clock) -> list[int]:
    now = tagged(connection, tags)
    if not clock:
        return now
    return sorted(one[0] for one in _naming(connection, now, parties, clock) if one[2].review != "rejected")


def _naming(connection: Connection, now: Sequence[int], parties: set[str], clock: Clock) -> list[Loaded]:
    # What is not listed any more but stood then has no tags, and what was corrected since may have others: there is
    # little of both, and it is looked through.
    decided = select(decisions.c.target).where(decisions.c.verb == "correct")
    unlisted = rows().where(~exists().where(listed.c.claim == claims.c.number) | claims.c.id.in_(decided))
    then = [*_load(connection, unlisted, clock), *standing(connection, now, clock, rejected=True)]
    return list({one[0]: one for one in then if parties <= set(parties_of(one[2]))}.values())


def _end(day: str | None) -> str | None:
    """The last day of a month or year that was given for a day."""
    return day + AFTER if day and len(day) < 10 else day
