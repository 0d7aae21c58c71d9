"""Who was in which country on which days, as the entries of a record tell it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from comity.linking.company import folded_name, same_name
from comity.linking.days import OPEN_DAYS, Days, days_of
from comity.linking.delegations import delegation
from comity.linking.sighting import sighting
from comity.model import Engagement, Entry, Participant

__all__ = ["Occasion", "Stay", "holders", "occasion_of", "stays"]


@dataclass(frozen=True, slots=True)
class Occasion:
    """One entry as a trip looks at it; `days` are the narrowest told, else `coarse` is the EDTF; `gathers`: of many.

    `people` holds those who are named and `names` their folded names, both by country.
    """

    entry: str
    gathers: bool
    family: str
    parties: frozenset[str]
    country: str
    days: Days | None
    coarse: str | None
    people: dict[str, tuple[Participant, ...]]
    names: dict[str, tuple[str, ...]]
    claims: tuple[str, ...]
    part_of: tuple[str, ...]
    off: bool


@dataclass(frozen=True, slots=True, eq=False)
class Stay:
    """A person's, or a side's, stay in a country: the entries it is seen in and those that tell of it as a visit."""

    person: str | None
    visitor: str
    host: str
    days: Days | None
    coarse: str | None
    seen: frozenset[str]
    visits: frozenset[str]
    company: tuple[str, ...] = ()

    def fits(self, occasion: Occasion) -> bool:
        """Whether the occasion is on its days and names nobody else of its side."""
        named = occasion.names.get(self.visitor, ())
        if occasion.off or self.days is None or occasion.days is None or self.days.gap(occasion.days):
            return False
        return not named or self.person is None or any(same_name(folded_name(self.person), name) for name in named)


def occasion_of(entry: Entry) -> Occasion:
    """What a trip looks at in an entry; the narrowest days and the country told most often."""
    claims = [c for c in entry.claims() if isinstance(c, Engagement)]
    told = [days for c in claims if c.when and (days := days_of(c.when.edtf))]
    fine = sorted((d for d in told if d.grain == "day" and d.length <= 31), key=lambda d: (d.length, d.first))
    coarse = sorted(
        {c.when.edtf for c in claims if c.when and c.when.edtf and days_of(c.when.edtf)}, key=lambda e: (-len(e), e)
    )
    countries = [c.place_country for c in claims if c.place_country]
    families = [sighting(kept).family for kept in entry.members]
    visit = "visit" in families
    people = _people(p for c in claims for p in c.participants)
    return Occasion(
        entry=entry.id,
        gathers=any(c.kind == "conference" for c in claims) or any(sighting(kept).many for kept in entry.members),
        family="visit" if visit else families[0],
        parties=frozenset(p for c in claims for p in c.parties),
        country=max(sorted(set(countries)), key=countries.count, default=""),
        days=_span(fine) if visit else (fine[0] if fine else None),
        coarse=None if fine else next(iter(coarse), None),
        people=people,
        names={c: tuple(sorted({folded_name(p.name or "") for p in all_of})) for c, all_of in people.items()},
        claims=tuple(c.id for c in claims),
        part_of=tuple(sorted({c.part_of for c in claims if c.part_of})),
        off=bool(claims) and all(c.status in ("cancelled", "postponed") for c in claims),
    )


def _span(days: Sequence[Days]) -> Days | None:
    """The days of a visit: all that its tellings give to the day, or the narrowest closed stretch.

    A stretch whose end is not told ends for the while where it begins; a week in which it was is no day of it.
    """
    sharp = [_told(d) for d in days if d.length <= 1 or not (d.begun and d.ended)]
    closed = [d for d in days if d.begun and d.ended and d.length > 1]
    if closed and (not sharp or any(d.within(closed[0]) for d in sharp)):
        return closed[0]
    if not sharp:
        return closed[0] if closed else None
    return Days(min(d.first for d in sharp), max(d.last for d in sharp))


def _told(days: Days) -> Days:
    if not days.ended:
        return Days(days.first, days.first)
    return days if days.begun else Days(days.last, days.last)


def _people(participants: Iterable[Participant]) -> dict[str, tuple[Participant, ...]]:
    found: defaultdict[str, list[Participant]] = defaultdict(list)
    for one in participants:
        if one.name:
            found[one.country or ""].append(one)
    return {country: tuple(people) for country, people in found.items()}


_Inside = Mapping[str, frozenset[str]]


def holders(occasions: Iterable[Occasion]) -> dict[str, frozenset[str]]:
    """For each entry, the entries that some release tells as holding it, at any depth."""
    occasions = list(occasions)
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


def stays(occasions: Sequence[Occasion]) -> list[Stay]:
    """Who stayed where, one stay for a delegation, in the order of host, visitor and first entry."""
    inside = holders(occasions)
    sides: defaultdict[tuple[str, str], list[Occasion]] = defaultdict(list)
    for occasion in occasions:
        for visitor in _visitors(occasion):
            sides[occasion.country, visitor].append(occasion)
    return [
        stay for (host, visitor), of_side in sorted(sides.items()) for stay in _side(of_side, visitor, host, inside)
    ]


def _visitors(occasion: Occasion) -> list[str]:
    """The parties that were away from home: all that a visit tells, else those of whom a person is named."""
    if not occasion.country or occasion.off or occasion.family == "call":
        return []
    if occasion.family == "visit":
        return sorted(p for p in occasion.parties if p != occasion.country)
    dated = occasion.days is not None
    return sorted(c for c in occasion.people if c and c != occasion.country and c in occasion.parties and dated)


def _side(occasions: Sequence[Occasion], visitor: str, host: str, inside: _Inside) -> list[Stay]:
    """The stays of one side in one country: occasions that adjoin and share people, or name none and fit but one."""
    named = [o for o in occasions if o.people.get(visitor)]
    parts = _hanging_together(named, visitor, inside)
    for bare in (o for o in occasions if not o.people.get(visitor)):
        fitting = [part for part in parts if any(_nested(bare, o, inside) or _adjoin(bare, o) for o in part)]
        if len(fitting) == 1:
            fitting[0].append(bare)
        elif not fitting:
            parts.append([bare])
    made = [_stay(part, visitor, host) for part in parts]
    return sorted(made, key=lambda s: (s.days.first if s.days else 0, s.person or "", min(s.seen)))


def _hanging_together(occasions: Sequence[Occasion], visitor: str, inside: _Inside) -> list[list[Occasion]]:
    """The occasions of each delegation; a conference gathers many journeys and joins none of them."""
    beside = _beside(occasions, visitor, inside)
    told = {o.entry: o for o in occasions}
    parts: list[list[Occasion]] = []
    part_of: dict[str, int] = {}
    for occasion in (o for o in occasions if not o.gathers and o.entry not in part_of):
        ahead = [occasion.entry]
        while ahead:
            one = ahead.pop()
            if one not in part_of and not told[one].gathers:
                part_of[one] = len(parts)
                ahead += sorted(beside[one])
        parts.append([told[one] for one, part in part_of.items() if part == len(parts)])
    for occasion in (o for o in occasions if o.gathers):
        joined = sorted({part_of[one] for one in beside[occasion.entry] if one in part_of})
        for part in joined:
            parts[part].append(occasion)
        if not joined:
            parts.append([occasion])
    return parts


def _beside(occasions: Sequence[Occasion], visitor: str, inside: _Inside) -> dict[str, set[str]]:
    """For each occasion those that hang together with it directly: nested, or of the same person on adjoining days."""
    told = {o.entry: o for o in occasions}
    beside: dict[str, set[str]] = {entry: set() for entry in told}
    about: defaultdict[str | int, list[Occasion]] = defaultdict(list)
    for occasion in occasions:
        pairs = {one for one in inside[occasion.entry] if one in told and not _far(occasion, told[one])}
        for key in _when(occasion):
            pairs |= {o.entry for o in about[key] if _adjoin(occasion, o) and _share(occasion, o, visitor)}
            about[key].append(occasion)
        for one in pairs:
            beside[occasion.entry].add(one)
            beside[one].add(occasion.entry)
    return beside


def _when(occasion: Occasion) -> list[str] | list[int]:
    """Under what those that adjoin meet: each day and the next, or the coarse date."""
    if occasion.days:
        return list(range(occasion.days.first, occasion.days.last + 2))
    return [occasion.coarse] if occasion.coarse else []


def _nested(a: Occasion, b: Occasion, inside: _Inside) -> bool:
    """Whether a release tells one as part of the other, which is a visit."""
    return not _far(a, b) and (
        (b.family == "visit" and b.entry in inside[a.entry]) or (a.family == "visit" and a.entry in inside[b.entry])
    )


def _far(a: Occasion, b: Occasion) -> bool:
    """Whether days are told that one stay cannot hold, whatever a release tells of parts."""
    return a.days is not None and b.days is not None and a.days.gap(b.days) > OPEN_DAYS


def _adjoin(a: Occasion, b: Occasion) -> bool:
    if a.days and b.days:
        return a.days.gap(b.days) <= 1
    return a.days is None and b.days is None and a.coarse is not None and a.coarse == b.coarse


def _share(a: Occasion, b: Occasion, visitor: str) -> bool:
    return any(same_name(x, y) for x in a.names[visitor] for y in b.names[visitor])


def _stay(part: Sequence[Occasion], visitor: str, host: str) -> Stay:
    # Whom the tellings of a conference name need not have come with these.
    own = [o for o in part if not o.gathers] or part
    people = delegation(person for o in own for person in o.people.get(visitor, ()))
    return Stay(
        person=people[0] if people else None,
        visitor=visitor,
        host=host,
        days=_days_of(own),
        coarse=min((o.coarse for o in part if o.coarse), default=None),
        seen=frozenset(o.entry for o in part),
        visits=frozenset(o.entry for o in part if o.family == "visit"),
        company=tuple(sorted(people[1:])),
    )


def _days_of(part: Sequence[Occasion]) -> Days | None:
    """From the first day to the last; a week in which something was is no bound where closer days are told."""
    days = [(o.days, o.family == "visit") for o in part if o.days]
    close = [d for d, visit in days if visit or d.length == 1] or [d for d, _ in days]
    return Days(min(d.first for d in close), max(d.last for d in close)) if close else None
