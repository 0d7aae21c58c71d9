"""Where a person is named: the claims that tell of them, each with the name and office they have there."""

from __future__ import annotations

from sqlalchemy import Connection

from comity.errors import NotKept
from comity.linking.kinds import mentions
from comity.model import Kept, Mention
from comity.record.entries import resolve
from comity.record.found import naming
from comity.record.selecting import NOW, Clock, standing

__all__ = ["named"]


def named(connection: Connection, told: str, clock: Clock = NOW) -> tuple[str, list[tuple[Kept, Mention]]]:
    """The id of a person (one that was given up leads on), and the claims that name them, by their day of issue.

    Raises:
        NotKept: there is no such person, or nothing was known of them by the clock.
    """
    person = resolve(connection, told)
    places = set(naming(connection, person))
    found = [
        (kept, one)
        for number, _, kept in standing(connection, {number for number, _ in places}, clock)
        for one in mentions(kept)
        if (number, one.at) in places
    ]
    if not found:
        raise NotKept("nothing was known of this person then", where=told, then="look at a later time")
    return person, sorted(found, key=lambda one: (one[0].issued or "9999", one[0].id, one[1].at))
