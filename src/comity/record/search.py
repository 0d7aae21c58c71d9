"""Finds claims in a record by words, parties, kinds, days, people: newest first, or the most fitting first.

One index answers all of it. What is counted beside (by kind, status and year) is kept, not counted anew.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, bindparam, select

from comity.errors import RecordError
from comity.model import KIND_NAMES, Kept
from comity.model.days import days_of
from comity.record.entries import entries_of
from comity.record.loading import CHUNK, kept_of
from comity.record.lookup import Wanted, by_fitness, look, newest, releases_of
from comity.record.marks import Marks, marks_in
from comity.record.selecting import Clock
from comity.record.tables import counts, listed
from comity.record.tags import STATUS, day_of, pair_tag, parties_of, person_tags, place_bounds, status_of, tag, year_of
from comity.record.vocabulary import WORDS
from comity.record.words import NOTHING, Sought, sought

__all__ = ["MOST", "STATUSES", "Facets", "Hit", "Query", "Results", "facets_of", "search"]

MOST = 5000
"""So many hits are counted, and ranked."""
STATUSES = tuple(sorted({word for (_, field), words in WORDS.items() if field in STATUS for word in words}))

Facets = Mapping[str, Mapping[str, int]]
"""How many claims there are: by `kind`, `status` and `year`, and by what."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for; all that is given must hold.

    Attributes:
        words: what a person writes (docs: `comity search`): words, "a phrase", begin*, this OR that, -without.
        pair: two parties, in any order, by their codes.
        party: one party.
        kind: engagement, exercise, agreement, commitment, position or relation.
        first: from this day on (ISO 8601; a month or year means its first day).
        last: up to this day (a month or year means its last day).
        status: a word for the status of a meeting, an exercise or an agreement, the force of a commitment, or the
            stance of a position.
        series: the name of a series of exercises or meetings.
        person: names of a person who took part, in any order.
        review: machine, accepted, corrected, unsure or rejected; what is rejected is found only by this.
        as_of: only what releases tell that were issued by this day.
        limit: so many hits at most.
        before: the `next` of the page before.

    Raises:
        RecordError: a day is none, or the limit is below 1.
    """

    words: str = ""
    pair: tuple[str, str] | None = None
    party: str | None = None
    kind: str | None = None
    first: str | None = None
    last: str | None = None
    status: str | None = None
    series: str | None = None
    person: str | None = None
    review: str | None = None
    as_of: str | None = None
    limit: int = 50
    before: int | None = None

    def __post_init__(self) -> None:
        for day in (self.first, self.last, self.as_of):
            if day is not None and days_of(day) is None:
                raise RecordError("this is no day", where=day, then="write it as 2026-08-14, 2026-08 or 2026")
        if self.limit < 1:
            raise RecordError("a page has at least one hit", where=str(self.limit))


@dataclass(frozen=True, slots=True)
class Hit:
    """One claim that was found: its number, its place in the order of days, its entry, and itself as kept."""

    number: int
    place: int
    entry: str | None
    kept: Kept
    marks: Marks = ()

    @property
    def day(self) -> str | None:
        """The day it is listed under (or month, or year): its own where it is told, else of its release."""
        return day_of(self.kept)

    @property
    def parties(self) -> tuple[str, ...]:
        """All of its parties."""
        return parties_of(self.kept)

    @property
    def status(self) -> str | None:
        """Its status, force or stance."""
        return status_of(self.kept.claim)

    @property
    def quote(self) -> str:
        """Its main quote; `marks` are the stretches of it that were looked for."""
        return self.kept.claim.quote


@dataclass(frozen=True, slots=True)
class Results:
    """What was found.

    Attributes:
        hits: one page of it.
        total: how many claims there are on all pages; where `more`, there are more than that.
        releases: of how many releases they are; None where there are more than 5,000 claims.
        ranked: the most fitting come first (otherwise the newest).
        facets: counts of all claims of the pair, the party or the record, whatever else is looked for; empty for an
            earlier day.
        next: what to give as `before` for the next page; None on the last.
    """

    hits: tuple[Hit, ...]
    total: int
    more: bool
    releases: int | None
    ranked: bool
    facets: Facets
    next: int | None


def search(connection: Connection, query: Query) -> Results:
    """Find claims.

    Where at most 5,000 are found, and some of the words stand in no more claims than that, the most fitting come
    first; else, and without words, the newest. What people rejected is left out, unless it is asked for.
    """
    wanted = _wanted(query)
    if query.words.strip() and not wanted.sought:  # no letter and no figure: nothing holds that
        return Results((), 0, more=False, releases=0, ranked=False, facets={}, next=None)
    size = query.limit + 1
    total = _kept_total(connection, query, wanted)
    places, more = ([], True) if total > MOST else look(connection, wanted, size, MOST)
    telling = NOTHING if more or not places else _telling(connection, wanted, len(places))
    releases = None if more else releases_of(connection, places)
    if more and (query.before is not None or not places):
        last = wanted.last if query.before is None else min(wanted.last, query.before - 1)
        shown = newest(connection, replace(wanted, last=last), size)
    else:
        ordered = by_fitness(connection, places, telling) if telling else places
        shown = _after(ordered, query.before)[:size]
    page = shown[: query.limit]
    return Results(
        _hits(connection, page, wanted), max(total, MOST) if more else len(places), more=more and total <= MOST,
        releases=releases, ranked=bool(telling), facets={} if query.as_of else facets_of(connection, _scope(query)),
        next=page[-1] if len(shown) > len(page) else None,
    )  # fmt: skip


def facets_of(connection: Connection, scope: str = "all") -> Facets:
    """How many claims of a scope there are by kind, status and year (`unknown` where no day is told).

    Args:
        connection: to the record.
        scope: `all`, the tag of a party, or the tag of a pair.
    """
    ends = [connection.execute(end).scalar() for end in _ENDS]
    years = range(year_of(ends[0]), year_of(ends[1]) + 1) if ends[0] is not None and ends[1] is not None else ()
    told = {("kind", one): tag("kind", one) for one in KIND_NAMES}
    told |= {("status", one): tag("status", one) for one in STATUSES}
    told |= {("year", str(year)): f"year{year}" for year in years} | {("year", "unknown"): "year0"}
    found = _kept_counts(connection, [f"{scope} {one}" for one in told.values()])
    facets: dict[str, dict[str, int]] = {"kind": {}, "status": {}, "year": {}}
    for (facet, value), one in told.items():
        if number := found.get(f"{scope} {one}"):
            facets[facet][value] = number
    return facets


_DATED = listed.c.place >= place_bounds("0001-01-01", None)[0]
_ENDS = (
    select(listed.c.place).where(_DATED).order_by(listed.c.place).limit(1),
    select(listed.c.place).where(_DATED).order_by(listed.c.place.desc()).limit(1),
)
_COUNTS = select(counts).where(counts.c.tag.in_(bindparam("tags", expanding=True)))
_OF_PLACES = select(listed.c.place, listed.c.claim).where(listed.c.place.in_(bindparam("places", expanding=True)))


def _wanted(query: Query) -> Wanted:
    tags = {tag(facet, told) for facet, told in (
        ("party", query.party), ("kind", query.kind), ("status", query.status), ("series", query.series),
        ("review", query.review),
    ) if told}  # fmt: skip
    tags |= {pair_tag(*query.pair)} if query.pair else set()
    tags |= person_tags(query.person or "")
    first, last = place_bounds(query.first, query.last)
    return Wanted(sought(query.words), tuple(sorted(tags)), first, last, Clock.told(query.as_of, None).as_of)


def _scope(query: Query) -> str:
    if query.pair:
        return pair_tag(*query.pair)
    return tag("party", query.party) if query.party else "all"


def _kept_total(connection: Connection, query: Query, wanted: Wanted) -> int:
    """How many there are, where just that is kept count of; else 0."""
    narrowed = (query.kind, query.status, query.review)
    plain = not (wanted.sought or query.first or query.last or query.series or query.person or query.as_of)
    if not plain or sum(map(bool, narrowed)) > 1 or (query.pair and query.party):
        return 0
    scope = _scope(query)
    told = " ".join([scope, *(one for one in wanted.tags if one != scope)])
    return _kept_counts(connection, [told]).get(told, 0)


def _telling(connection: Connection, wanted: Wanted, found: int) -> Sought:
    """What is looked for without the words that stand in many claims: they tell nothing, and take long to weigh."""
    needed = wanted.sought.needed
    if len(needed) == 1 and wanted == Wanted(wanted.sought) and found <= MOST and not wanted.sought.without:
        return wanted.sought
    each = (terms for terms in needed if not look(connection, Wanted(Sought((terms,))), 1, MOST)[1])
    return Sought(tuple(each))


def _kept_counts(connection: Connection, told: Sequence[str]) -> dict[str, int]:
    return {row.tag: row.n for row in connection.execute(_COUNTS, {"tags": told})}


def _after(places: list[int], before: int | None) -> list[int]:
    return places[places.index(before) + 1 :] if before in places else places


def _hits(connection: Connection, places: Sequence[int], wanted: Wanted) -> tuple[Hit, ...]:
    if not places:
        return ()
    number_at: dict[int, int] = {}
    for start in range(0, len(places), CHUNK):
        rows = connection.execute(_OF_PLACES, {"places": places[start : start + CHUNK]})
        number_at |= {row.place: row.claim for row in rows}
    kept = {number: one for number, _, one in kept_of(connection, number_at.values())}
    entries = entries_of(connection, number_at.values())
    marks = marks_in([kept[number_at[place]].claim.quote for place in places], wanted.sought)
    return tuple(
        Hit(number_at[place], place, entries.get(number_at[place]), kept[number_at[place]], found)
        for place, found in zip(places, marks, strict=True)
    )
