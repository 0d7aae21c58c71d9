"""Puts entries together from the claims of a record: as they are kept, or as they were by an earlier day or time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Connection, select

from comity.errors import NotKept
from comity.linking.grouping import Rulings, group
from comity.linking.kinds import KINDS
from comity.model import Entry, Kept, Tie
from comity.record import entries
from comity.record.found import find
from comity.record.selecting import NOW, Clock, companions, standing
from comity.record.tables import claims, formed, forms
from comity.record.ties import rulings_of

__all__ = ["entries_among", "entry_of"]


def entries_among(connection: Connection, numbers: Collection[int], clock: Clock = NOW) -> list[Entry]:
    """The entries that some claims belong to, whole: with all their claims, also those that were not asked for.

    By a clock, what is one thing is settled anew among the claims that were known then, so that nothing that a later
    release tells shows.

    Returns:
        The entries, sorted by the day of issue of their first claim, then by id.
    """
    if clock:
        asked = {kept.id for _, _, kept in standing(connection, numbers, clock)}
        found = _anew(connection, companions(connection, numbers), clock, asked)
    else:
        found = _kept(connection, numbers)
    return sorted(found, key=lambda entry: (entry.members[0].order[0], entry.id))


def entry_of(connection: Connection, told: str, clock: Clock = NOW) -> Entry:
    """The entry of an id (one that was given up leads on), or of the beginning of one.

    Raises:
        NotKept: there is none, or nothing was known of it by the clock.
    """
    if not clock:
        entry = entries.resolve(connection, told)
        found = entries_among(connection, entries.claims_of(connection, [entry]))
        return next(one for one in found if one.id == entry)
    entry = find(connection, told).id
    made = entries.founders(connection, [entry]).get(entry)
    number = entries.number_of(connection, made.founder) if made else None
    for one in entries_among(connection, [] if number is None else [number], clock):
        if made and made.founder in {kept.id for kept in one.members}:
            return one
    raise NotKept("nothing was known of this entry then", where=told, then="look at a later time")


def _kept(connection: Connection, numbers: Collection[int]) -> Iterable[Entry]:
    of = entries.entries_of(connection, numbers)
    whole = entries.claims_of(connection, set(of.values()))
    members: defaultdict[str, list[Kept]] = defaultdict(list)
    for number, _, kept in standing(connection, whole):
        members[whole[number]].append(kept)
    ties = _ties(connection, members)
    return (_entry(entry, told, ties[entry]) for entry, told in members.items())


def _anew(connection: Connection, numbers: Collection[int], clock: Clock, asked: set[str]) -> Iterable[Entry]:
    found = standing(connection, numbers, clock)
    of = entries.entries_of(connection, [number for number, _, _ in found])
    names = {kept.id: of.get(number) for number, _, kept in found}
    rulings = Rulings(*rulings_of(connection, clock.known_at))
    taken: set[str] = set()
    for name, kind in KINDS.items():
        for thing in group([kept for _, _, kept in found if kept.kind == name], kind, rulings):
            if not asked & {kept.id for kept in thing.members}:
                continue
            ids = [kept.id for kept in thing.members]
            told = [one.id for one in entries.founded_by(connection, ids) if one.id not in taken]
            told += sorted({one for kept in thing.members if (one := names[kept.id])} - taken)
            entry = told[0] if told else entries.id_of(name, min(ids))
            taken.add(entry)
            yield _entry(entry, thing.members, thing.ties)


def _entry(entry: str, members: Sequence[Kept], ties: Sequence[Tie]) -> Entry:
    ordered = sorted(members, key=lambda kept: kept.order)
    return Entry(entry, ordered[0].kind, tuple(ordered), tuple(ties))


def _ties(connection: Connection, ids: Collection[str]) -> defaultdict[str, list[Tie]]:
    found: defaultdict[str, list[Tie]] = defaultdict(list)
    wanted = sorted(ids)
    for start in range(0, len(wanted), 400):
        query = (
            select(claims.c.id, forms.c.entry, forms.c.tied_to, forms.c.reason, forms.c.certainty)
            .join(formed, formed.c.form == forms.c.number)
            .join(claims, claims.c.number == formed.c.claim)
            .where(forms.c.entry.in_(wanted[start : start + 400]), formed.c.at == -1, forms.c.reason.is_not(None))
        )
        for row in connection.execute(query.order_by(claims.c.number)):
            found[row.entry].append(Tie(row.id, row.tied_to, row.reason, row.certainty / 1000))
    return found
