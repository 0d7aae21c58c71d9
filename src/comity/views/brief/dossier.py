"""What a brief is written from: the entries that name its parties, what became of promises, and who issued what."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from sqlalchemy import Connection

from comity.linking.days import Days, days_of, edtf_of
from comity.linking.fates import Awaited, awaited
from comity.linking.gathering import entries_among
from comity.linking.heads import accounts, head
from comity.linking.memberships import expanded
from comity.model import Agreement, Claim, Commitment, Engagement, Entry, Exercise, Kept, Position, Relation
from comity.record.mastheads import Masthead, mastheads
from comity.record.selecting import NOW, Clock, of_parties
from comity.views.ledger import Promise, promises_of
from comity.views.paper.model import Note, Said

__all__ = ["Dossier", "Thing", "gather"]

_NOTES = 3
"""A sentence has at most so many notes: the telling that says the most, then one of each other account."""


@dataclass(frozen=True, slots=True)
class Thing:
    """An entry with what it comes to, its days, and whose accounts it rests on."""

    entry: Entry
    head: Claim
    days: Days | None
    accounts: tuple[str, ...]
    late: Awaited | None = None

    @property
    def id(self) -> str:
        """The entry's id."""
        return self.entry.id

    @property
    def first_told(self) -> str:
        """The day of issue of the first telling; "" where none is known."""
        return min((kept.issued for kept in self.entry.members if kept.issued), default="")

    @property
    def last_told(self) -> str:
        """The day of issue of the last telling; "" where none is known."""
        return max((kept.issued for kept in self.entry.members if kept.issued), default="")

    @property
    def day(self) -> str:
        """The last day of the thing itself that is told, else that of its first telling (ISO 8601)."""
        if self.days is None:
            return self.first_told
        return edtf_of(self.days.last if self.days.ended else self.days.first)


@dataclass(frozen=True)
class Dossier:
    """All that the record tells of some parties by a day.

    `day` is that day (ISO 8601), `since` the day from which on things are new; of the things all parties are named
    in, and the promises are those of no others, but for a brief on something else than parties.
    """

    asked: tuple[str, ...]
    day: str
    since: str
    things: tuple[Thing, ...]
    promises: tuple[Promise, ...]
    told_by: Mapping[str, Masthead] = field(repr=False)

    def of(self, kind: type[Claim]) -> Iterator[Thing]:
        """The things of one kind, in the order in which they were first told."""
        return (thing for thing in self.things if isinstance(thing.head, kind))

    @cached_property
    def engagements(self) -> list[Thing]:
        """Meetings, calls, visits."""
        return list(self.of(Engagement))

    @cached_property
    def exercises(self) -> list[Thing]:
        """Exercises."""
        return list(self.of(Exercise))

    @cached_property
    def agreements(self) -> list[Thing]:
        """Agreements and joint texts."""
        return list(self.of(Agreement))

    @cached_property
    def positions(self) -> list[Thing]:
        """Positions."""
        return list(self.of(Position))

    @cached_property
    def relations(self) -> list[Thing]:
        """What the relationship is called, and how old it is."""
        return list(self.of(Relation))

    @cached_property
    def circle(self) -> frozenset[str]:
        """Those asked for, and the members of small bodies among them."""
        return circle_of(self.asked)

    def between(self, thing: Thing | Promise) -> int:
        """How many parties beside those asked for a thing has: 0 is between them alone; members of a body count."""
        return len(_named_in(thing.head) - self.circle)

    def said(self, text: str, thing: Thing | Promise, *others: Kept) -> Said:
        """A sentence that rests on a thing or a promise: on the telling that says the most, and on `others` first."""
        tellings = {kept.id: kept for kept in (*others, *_chosen(thing.entry, thing.head.id))}
        return Said(text, tuple(self.note(kept) for kept in [*tellings.values()][: _NOTES + len(others)]))

    def shown(self, text: str, entry: Entry, certainty: float) -> Said:
        """A sentence on what an entry shows, as surely as it does."""
        return Said(text, tuple(self.note(kept) for kept in _chosen(entry, head(entry).id)), certainty)

    def note(self, kept: Kept) -> Note:
        """What one claim says, and where."""
        told = self.told_by.get(kept.release)
        return Note(
            claim=kept.id,
            release=kept.release,
            quote=kept.claim.quote,
            issuer=", ".join(part for part in (told.issuer, told.unit) if part) if told else "typed in by a person",
            issued=kept.issued,
            title=told.title if told else None,
            url=told.url if told else None,
            account=kept.claim.according_to,
            review=kept.review,
        )


def _chosen(entry: Entry, best: str) -> list[Kept]:
    """The telling that says the most, then the first of each other account."""
    first = [kept for kept in entry.members if kept.id == best]
    seen = {party for kept in first for party in kept.claim.according_to}
    for kept in entry.members:
        if set(kept.claim.according_to) - seen:
            first.append(kept)
            seen |= set(kept.claim.according_to)
    return first[:_NOTES]


def gather(connection: Connection, parties: Sequence[str], day: str, *, since: str = "", clock: Clock = NOW) -> Dossier:
    """The dossier of some parties by a day."""
    return made(connection, of_parties(connection, parties, clock), tuple(parties), day, since=since, clock=clock)


def made(
    connection: Connection, numbers: Collection[int], parties: tuple[str, ...], day: str,
    *, since: str = "", clock: Clock = NOW, every: bool = False,
) -> Dossier:  # fmt: skip
    """The dossier that the entries of some claims make; with `every`, of promises that nothing could check too."""
    entries = entries_among(connection, numbers, clock)
    things = []
    for entry in entries:
        one = head(entry)
        told = one.due if isinstance(one, Commitment) else getattr(one, "when", None)
        things.append(Thing(entry, one, days_of(told.edtf if told else None), accounts(entry), awaited(entry, day)))
    releases = {release for entry in entries for release in entry.releases}
    circle = circle_of(parties)
    inside = [thing.entry for thing in things if thing.entry.kind != "commitment" or _named_in(thing.head) <= circle]
    promises = promises_of(inside if parties else entries, day, every=every)
    return Dossier(parties, day, since, tuple(things), tuple(promises), mastheads(connection, releases))


def circle_of(parties: Collection[str]) -> frozenset[str]:
    """Some parties, and the members of small bodies among them."""
    return frozenset(parties) | expanded(frozenset(parties))


def _named_in(claim: Claim) -> frozenset[str]:
    match claim:
        case Commitment(by=by, to=to):
            return frozenset((*by, *to))
        case Position(by=by):
            return frozenset(by)
    return frozenset(getattr(claim, "parties", ()))


def others_of(codes: Collection[str], asked: Collection[str]) -> list[str]:
    """The parties beside those asked for."""
    return [code for code in codes if code not in asked]
