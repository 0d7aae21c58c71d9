"""Which claims an answer rests on: those that stand, or those that stood at an earlier time or by an earlier day.

Two clocks: `as_of` is a day of the world (only releases issued by then are used), `known_at` a time of this record
(what it held, and what had been decided in it, at that moment).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Connection,
    Select,
    exists,
    select,
    text,
)

from comity.errors import RecordError
from comity.model.days import days_of, moment_of
from comity.record.current import AFTER, around, current
from comity.record.engine import is_sqlite
from comity.record.loading import CHUNK, Loaded, load, rows
from comity.record.tables import claims, decisions, formed, forms, listed, retirements, withdrawals
from comity.record.tags import pair_tag, person_tags, tag, tags

__all__ = [
    "NOW",
    "Clock",
    "companions",
    "having",
    "naming",
    "of_parties",
    "of_person",
    "of_series",
    "standing",
    "tagged",
]

_EVER = "9999"


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

    @property
    def day(self) -> str | None:
        """The last day that it lets be seen (ISO 8601); None where it is now."""
        told = (self.as_of or self.known_at or "")[:10].rstrip(AFTER)
        days = days_of(told)
        return days[1].isoformat() if days else None

    @classmethod
    def told(cls, as_of: str | None, known_at: str | None) -> Clock:
        """A clock from what a person wrote: a day (or month, or year), and a time with or without a zone (UTC).

        Raises:
            RecordError: one of them is no day or time.
        """
        if as_of is not None and days_of(as_of) is None:
            raise RecordError("this is no day", where=as_of, then="write it as 2026-08-14")
        then = None if known_at is None else moment_of(known_at)
        if known_at is not None and then is None:
            raise RecordError("this is no time", where=known_at, then="write it as 2026-08-14T12:00")
        return cls(_end(as_of), then)


NOW = Clock()


def of_parties(connection: Connection, parties: Sequence[str], clock: Clock = NOW) -> list[int]:
    """The claims that name all of these parties."""
    return having(connection, _tags_of(parties), clock)


def of_person(connection: Connection, name: str, clock: Clock = NOW) -> list[int]:
    """The claims that name a person by all words of `name`, in any order."""
    return having(connection, sorted(person_tags(name)), clock)


def of_series(connection: Connection, name: str, clock: Clock = NOW) -> list[int]:
    """The claims of a series of meetings or exercises."""
    return having(connection, [tag("series", name)], clock)


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
    """The claims that named all of these parties by the clock, rejected ones too."""
    return _bearing(connection, _tags_of(parties), clock)


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


def having(connection: Connection, wanted: Sequence[str], clock: Clock = NOW) -> list[int]:
    """The claims that bear all of these tags, now or by the clock."""
    if not clock:
        return tagged(connection, wanted) if wanted else []
    return sorted(one[0] for one in _bearing(connection, wanted, clock) if one[2].review != "rejected")


def _tags_of(parties: Sequence[str]) -> list[str]:
    return [pair_tag(*parties)] if len(parties) == 2 else [tag("party", party) for party in parties]


def _bearing(connection: Connection, wanted: Sequence[str], clock: Clock) -> list[Loaded]:
    # What is not listed any more but stood then is not found by tags, and what was corrected since may have others:
    # there is little of both, and it is looked through.
    now = tagged(connection, wanted) if wanted else []
    decided = select(decisions.c.target).where(decisions.c.verb == "correct")
    unlisted = rows().where(~exists().where(listed.c.claim == claims.c.number) | claims.c.id.in_(decided))
    then = [*_load(connection, unlisted, clock), *standing(connection, now, clock, rejected=True)]
    return list({one[0]: one for one in then if set(wanted) <= set(tags(one[2]).split())}.values())


def _end(day: str | None) -> str | None:
    """The last day of a month or year that was given for a day."""
    return day + AFTER if day and len(day) < 10 else day
