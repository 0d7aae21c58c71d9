"""Trips: one person's, or one side's, stay in one country over adjoining days, and all that it holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from comity.linking.days import edtf_of
from comity.linking.stays import Occasion, Stay, holders, occasion_of, stays
from comity.model import Entry

__all__ = ["Held", "Trip", "trips"]


@dataclass(frozen=True, slots=True)
class Held:
    """An entry that a trip holds, why, and how sure that is."""

    entry: str
    reason: str
    certainty: float


@dataclass(frozen=True, slots=True)
class Trip:
    """One person's stay in one country (`person` is None where only the side is told).

    `first` and `last` are EDTF: days, or a month or year where no finer date is told, or None; `visit` is the entry
    that tells of the visit itself; `company` the others of the delegation by name; `holds` all entries of these
    days, the visit included, in the order of their ids.
    """

    person: str | None
    visitor: str
    host: str
    first: str | None
    last: str | None
    visit: str | None
    company: tuple[str, ...]
    holds: tuple[Held, ...]
    certainty: float


def trips(entries: Sequence[Entry]) -> list[Trip]:
    """The trips that these engagement entries tell of, by host, visitor, day and person; other kinds aside."""
    occasions = sorted((occasion_of(e) for e in entries if e.kind == "engagement"), key=lambda o: o.entry)
    found = stays(occasions)
    of_side: defaultdict[tuple[str, str], list[Stay]] = defaultdict(list)
    of_entry: defaultdict[str, list[Stay]] = defaultdict(list)
    for stay in found:
        of_side[stay.visitor, stay.host].append(stay)
        for entry in sorted(stay.seen):
            of_entry[entry].append(stay)
    inside = holders(occasions)
    holding: defaultdict[Stay, list[Held]] = defaultdict(list)
    for occasion in occasions:
        sides = sorted(occasion.parties | occasion.people.keys())
        for visitor in sides:
            around = [s for one in sorted(inside[occasion.entry]) for s in of_entry[one] if s.visitor == visitor]
            seen = [s for s in of_entry[occasion.entry] if s.visitor == visitor]
            for stay in seen or list(dict.fromkeys(s for s in around if s.visits & inside[occasion.entry])):
                holding[stay].append(_seen(occasion, stay, inside[occasion.entry]))
            fitting = [s for s in of_side[visitor, occasion.country] if s.fits(occasion)] if not seen else []
            if not seen and not around and len(fitting) == 1:
                holding[fitting[0]].append(
                    Held(occasion.entry, "on the days of the trip, in its country, with its side", 0.7)
                )
    made = [_trip(stay, holding[stay]) for stay in found]
    return sorted(
        made, key=lambda t: (t.host, t.visitor, t.first or "", t.person or "", t.visit or "", t.holds[0].entry)
    )


def _seen(occasion: Occasion, stay: Stay, inside: frozenset[str]) -> Held:
    if occasion.entry in stay.visits:
        return Held(occasion.entry, "the visit itself", 0.98)
    if stay.visits & inside:
        return Held(occasion.entry, "a release tells it as part of the visit", 0.95)
    return Held(occasion.entry, f"{stay.person or stay.visitor} was there, in the country of the trip", 0.9)


def _trip(stay: Stay, held: Sequence[Held]) -> Trip:
    days = stay.days
    if days is not None:
        first, last = edtf_of(days.first), edtf_of(days.last)
    else:
        start, slash, end = (stay.coarse or "").partition("/")
        first, last = start, end if slash else start
    return Trip(
        person=stay.person,
        visitor=stay.visitor,
        host=stay.host,
        first=_told(first),
        last=_told(last),
        visit=min(stay.visits) if stay.visits else None,
        company=stay.company,
        holds=tuple(held),
        certainty=_sure(stay),
    )


def _told(edtf: str) -> str | None:
    return None if edtf in ("", "..") else edtf


def _sure(stay: Stay) -> float:
    """A visit that is told and dated is surer than one that is seen from its meetings alone."""
    return round(0.5 + 0.3 * bool(stay.visits) + 0.1 * (stay.person is not None) + 0.08 * (stay.days is not None), 2)
