"""Trips: one person's, or one side's, stay in one country over adjoining days, and all that it holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from comity.linking.days import edtf_of
from comity.linking.stays import Occasion, Stay, occasion_of, stays
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
    """The trips that these engagement entries tell of, by host, visitor, day and person; other kinds are passed over."""
    occasions = sorted((occasion_of(e) for e in entries if e.kind == "engagement"), key=lambda o: o.entry)
    found = stays(occasions)
    inside = _inside(occasions)
    sides: defaultdict[tuple[str, str], list[Stay]] = defaultdict(list)
    for stay in found:
        sides[stay.visitor, stay.host].append(stay)
    holding: defaultdict[int, dict[str, Held]] = defaultdict(dict)
    for occasion in occasions:
        for stay, held in _holders(occasion, sides, inside):
            holding[id(stay)].setdefault(held.entry, held)
    made = [_trip(stay, holding[id(stay)]) for stay in found]
    return sorted(made, key=lambda t: (t.host, t.visitor, t.first or "", t.person or "", t.visit or ""))


def _trip(stay: Stay, held: dict[str, Held]) -> Trip:
    days = stay.days
    fine = days is not None and days.grain == "day"
    first, last = (edtf_of(days.first), edtf_of(days.last)) if days and fine else (stay.coarse, stay.coarse)
    return Trip(
        person=stay.person,
        visitor=stay.visitor,
        host=stay.host,
        first=first,
        last=last,
        visit=min(stay.visits) if stay.visits else None,
        company=stay.company,
        holds=tuple(held[entry] for entry in sorted(held)),
        certainty=_sure(stay),
    )


def _sure(stay: Stay) -> float:
    """A visit that is told and dated is surer than one that is seen from its meetings alone."""
    return round(0.5 + 0.3 * bool(stay.visits) + 0.1 * (stay.person is not None) + 0.08 * (stay.days is not None), 2)


def _inside(occasions: Iterable[Occasion]) -> dict[str, frozenset[str]]:
    """For each entry, the entries that some release tells as holding it, at any depth."""
    entry_of = {claim: occasion.entry for occasion in occasions for claim in occasion.claims}
    direct = {
        o.entry: frozenset(entry_of[c] for c in o.part_of if c in entry_of and entry_of[c] != o.entry)
        for o in occasions
    }
    return {entry: _reached(entry, direct) for entry in direct}


def _reached(entry: str, direct: dict[str, frozenset[str]]) -> frozenset[str]:
    found: set[str] = set()
    ahead = set(direct[entry])
    while ahead:
        one = ahead.pop()
        if one not in found:
            found.add(one)
            ahead |= direct[one]
    return frozenset(found)


def _holders(
    occasion: Occasion, sides: dict[tuple[str, str], list[Stay]], inside: dict[str, frozenset[str]]
) -> Iterable[tuple[Stay, Held]]:
    """The trips that hold an occasion: its own visit, those that a release puts it in, those of its days and people."""
    for (visitor, host), found in sorted(sides.items()):
        if visitor not in occasion.parties and visitor not in occasion.people:
            continue
        told = [s for s in found if s.visits & (inside[occasion.entry] | {occasion.entry})]
        for stay in told:
            own = occasion.entry in stay.visits
            reason = "the visit itself" if own else "a release tells it as part of the visit"
            yield stay, Held(occasion.entry, reason, 0.98 if own else 0.95)
        if told or occasion.country != host:
            continue
        seen = [s for s in found if occasion.entry in s.seen]
        for stay in seen:
            yield stay, Held(occasion.entry, f"{stay.person or visitor} was there, in the country of the trip", 0.9)
        if not seen:
            by_day = [s for s in found if s.fits(occasion)]
            if len(by_day) == 1:
                yield by_day[0], Held(occasion.entry, "on the days of the trip, in its country, with its side", 0.7)
