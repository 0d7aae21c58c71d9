"""Puts the people of all releases together: who is who across names, spellings, titles and offices.

Two mentions are one person where their names are the same in one state, whatever the office: people change offices.
A surname alone, or an initial, is not enough; it needs the office, the state and the time, and has to fit one person
only. People of different states are different people, except where one of them speaks for a body.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations

from comity.linking.grouping import Kind
from comity.linking.holders import compatible, holder_of, is_state, office_told
from comity.linking.person_names import SAME, Likeness, Name, likeness, name_of
from comity.model import Engagement, Kept, Mention, Tie

__all__ = ["PEOPLE", "Seen", "mentions", "terms"]

_NEAR = 1
"""Years between two mentions of a surname in an office that may be one person."""

_LONG = 12
"""Years between two mentions of a name in part, or of which one is "Jr.": beyond, it may be father and son."""

_UNTOLD = 9999
"""A year that is later than all."""

_ONE_NAMED = frozenset({"monarch", "crown_prince"})
"""Offices whose holders are known by a single name."""

_ACTING = re.compile(r"\b(?:acting|interim|caretaker|ad interim|officiating)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Seen:
    """An office that a person is seen in, with the first and last day of that; not the term of office."""

    office: str
    country: str | None
    role: str | None
    first: str | None
    last: str | None
    acting: bool
    mentions: int


def mentions(kept: Kept) -> list[Mention]:
    """The named people of an engagement; the day is the claim's own, else the day of issue."""
    claim = kept.claim
    if not isinstance(claim, Engagement):
        return []
    day = _day(claim.when.edtf if claim.when else None) or kept.issued
    return [
        Mention(p.name, p.role, p.office, p.country, day, claim.id, at)
        for at, p in enumerate(claim.participants)
        if p.name
    ]


def terms(members: Sequence[Mention]) -> list[Seen]:
    """The offices in which a person is seen, by the day they are first seen there."""
    told: defaultdict[tuple[str, str | None, bool], list[Mention]] = defaultdict(list)
    for m in sorted(members, key=lambda one: one.id):
        told[m.office, m.country, bool(_ACTING.search(m.role or ""))].append(m)
    seen = []
    for (office, country, acting), alike in told.items():
        days = sorted(m.day for m in alike if m.day)
        roles = [m.role for m in alike if m.role]
        role = max(sorted(set(roles)), key=lambda r: (roles.count(r), len(r)), default=None)
        seen.append(
            Seen(office, country, role, days[0] if days else None, days[-1] if days else None, acting, len(alike))
        )
    return sorted(seen, key=lambda s: (s.first or "9999", s.office, s.country or "", s.acting))


@lru_cache(maxsize=65536)
def _known(mention: Mention) -> Name:
    """The name by which a mention is compared: the listed holder's where it means one."""
    return name_of(holder_of(mention) or mention.name)


def _form(mention: Mention) -> str:
    name = _known(mention)
    words = " ".join(name.words) + ("*" if name.ordered else "")
    alone = mention.claim if len(name.words) < 2 and mention.country is None else ""  # any surname of any state
    told = (mention.country or "", words, name.generation, office_told(mention), str(_year(mention) or ""), alone)
    return "|".join(told)


def _keys(mention: Mention) -> Collection[str]:
    name = _known(mention)
    keys = {f"={turned}" for turned in name.turned} if len(name.words) > 1 else set()
    keys |= {f"+{a}+{b}" for a, b in combinations(sorted(set(name.full[:5])), 2)}
    if mention.country is None or not name.full:
        return keys
    if len(name.words) > 1:
        keys.add(f"i{name.words[0][0]}.{name.words[-1]}|{mention.country}")
        keys.add(f"s{name.words[0]}.{name.words[-1][0]}|{mention.country}")
    if len(name.words) == 1 and (name.generation or mention.office in _ONE_NAMED):
        keys.add(f"r{name.words[0]}|{mention.country}")
    year = _year(mention)
    if year is not None:
        near = range(-_NEAR, _NEAR + 1) if len(name.words) == 1 else (0,)
        keys |= {f"w{w}|{mention.country}|{year + n}" for w in (name.full[0], name.full[-1]) for n in near}
    return keys


def _tie(a: Mention, b: Mention) -> Tie | None:
    like = likeness(_known(a), _known(b))
    if like is None or not _may_meet(a, b, like):
        return None
    certainty, reason = like.certainty, like.reason
    if a.country != b.country:
        certainty -= 0.1
        reason += f", of {a.country or 'no state told'} and {b.country or 'no state told'}"
    elif not like.firm:
        reason += f", {a.office} of {a.country} about {a.day or 'no day told'}"
    return Tie(a.id, b.id, reason, round(certainty, 2))


def _may_meet(a: Mention, b: Mention, like: Likeness) -> bool:
    """What has to agree beside the names: the state, and for a name in part the office and the time."""
    if a.country != b.country:
        foreign = is_state(a.country) and is_state(b.country)
        return like.reason == SAME and not foreign
    if like.firm or _of_another_age(a, b):
        return not _of_another_age(a, b)
    if not compatible(a, b) or a.country is None:
        return False
    reigns = like.reason == SAME and a.office == b.office and a.office in _ONE_NAMED
    apart = _years_apart(a, b)
    return apart is not None and apart <= (_NEAR if like.alone and not reigns else _LONG)


def _settle(members: Sequence[Mention], ties: Sequence[Tie]) -> list[list[Mention]]:
    """People, the fullest names first; a name in part goes to the one person it fits, or stays alone."""
    placed = _Placed(ties)
    by_fullness = sorted(members, key=_fullest)
    for one in by_fullness:
        if len(_known(one).words) > 1:
            placed.put(one, placed.of_core(one) or placed.fitting(one))
    surnames = [one for one in by_fullness if len(_known(one).words) <= 1]
    fits = {one.id: placed.fitting(one) for one in surnames}
    for one in surnames:
        if len(fits[one.id]) == 1:
            placed.put(one, fits[one.id])
    for one in surnames:  # of two ministers of one name, neither is meant for sure
        if not fits[one.id]:
            placed.put(one, placed.fitting(one))
    for one in surnames:
        if len(fits[one.id]) > 1:
            placed.put(one, {})
    return placed.people


@dataclass(slots=True)
class _Person:
    """One person as they come together: the mentions, and one of each core with the first and last year it is told."""

    mentions: list[Mention] = field(default_factory=list)
    cores: dict[object, tuple[Mention, int, int]] = field(default_factory=dict)

    def add(self, one: Mention) -> None:
        self.mentions.append(one)
        year = _year(one)
        known = self.cores.get(_seen_as(one))
        if known is None:
            self.cores[_seen_as(one)] = (one, year or _UNTOLD, year or -_UNTOLD)
        elif year is not None:
            self.cores[_seen_as(one)] = (known[0], min(known[1], year), max(known[2], year))

    def may_be(self, one: Mention) -> bool:
        """Whether a mention contradicts none of this person's."""
        return all(_may_be_one(one, *told) for told in self.cores.values())


class _Placed:
    """The people of one component, as they come together."""

    def __init__(self, ties: Sequence[Tie]) -> None:
        self._people: list[_Person] = []
        self._of: dict[str, int] = {}
        self._of_core: dict[Hashable, int] = {}
        self._tied: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
        for tie in ties:
            self._tied[tie.a].append((tie.b, tie.certainty))
            self._tied[tie.b].append((tie.a, tie.certainty))

    @property
    def people(self) -> list[list[Mention]]:
        """The mentions of each person."""
        return [one.mentions for one in self._people]

    def of_core(self, one: Mention) -> dict[int, float]:
        """The person of the same name and state, where there is one already and nothing contradicts."""
        at = self._of_core.get(_core(one))
        return {at: 1.0} if at is not None and self._people[at].may_be(one) else {}

    def fitting(self, one: Mention) -> dict[int, float]:
        """The people that a mention is tied to and that it contradicts in nothing, with its surest tie to each."""
        sure: dict[int, float] = {}
        for other, certainty in self._tied[one.id]:
            at = self._of.get(other)
            if at is not None:
                sure[at] = max(sure.get(at, 0.0), certainty)
        return {at: c for at, c in sure.items() if self._people[at].may_be(one)}

    def put(self, one: Mention, fits: dict[int, float]) -> None:
        """To the person it fits best, or to a new one where none or several fit as well."""
        best = max(fits.values(), default=0.0)
        of_best = [at for at, certainty in fits.items() if certainty == best]
        if len(of_best) == 1:
            at = of_best[0]
        else:
            at = len(self._people)
            self._people.append(_Person())
        self._people[at].add(one)
        self._of[one.id] = at
        if (core := _core(one)) is not None:
            self._of_core.setdefault(core, at)


def _core(one: Mention) -> Hashable:
    """The whole name, in one state: whoever bears it is one person, in whatever year and office."""
    name = _known(one)
    return (one.country, name) if one.country is not None and len(name.words) > 1 and name.full else None


def _seen_as(one: Mention) -> Hashable:
    return one.country, _known(one)


def _may_be_one(one: Mention, other: Mention, first: int, last: int) -> bool:
    """Whether a mention may be of the person that another is of, who is told so from one year to another."""
    foreign = one.country != other.country and is_state(one.country) and is_state(other.country)
    if foreign or likeness(_known(one), _known(other)) is None:
        return False
    year = _year(one)
    one_says = bool(_known(one).generation) != bool(_known(other).generation)
    return not (one_says and year is not None and max(year - first, last - year) > _LONG)


def _of_another_age(a: Mention, b: Mention) -> bool:
    """Whether one is "Jr." and the other, who does not say, is told of so much earlier or later."""
    one_says = bool(_known(a).generation) != bool(_known(b).generation)
    return one_says and (_years_apart(a, b) or 0) > _LONG


def _fullest(one: Mention) -> tuple[bool, int, int, tuple[str, ...], str, str]:
    """Those of a known state first, then the fullest names: what tells less is fitted to what tells more."""
    words = _known(one).words
    return (one.country is None, -len(words), -sum(map(len, words)), words, one.day or "", one.id)


def _day(edtf: str | None) -> str | None:
    """The first day, month or year told by a date."""
    parts = [p for p in (edtf or "").split("/") if p and p != ".."]
    return parts[0] if parts else None


def _year(one: Mention) -> int | None:
    return int(one.day[:4]) if one.day and one.day[:4].isdigit() else None


def _years_apart(a: Mention, b: Mention) -> int | None:
    first, second = _year(a), _year(b)
    return None if first is None or second is None else abs(first - second)


PEOPLE: Kind[Mention] = Kind(_form, _keys, _tie, _settle, _core)
"""How people are known again."""
