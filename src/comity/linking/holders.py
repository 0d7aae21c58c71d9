"""Knows the holders of offices that the lexicon lists, by name, state, office and day."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache

from comity.lexicon.tables import several
from comity.linking.names import rows
from comity.linking.person_names import Name, likeness, name_of
from comity.model import Mention

__all__ = ["compatible", "holder_of", "is_state", "office_told"]

_KIN = {"head_of_state_and_government": "head_of_state"}

_VAGUE = frozenset({"unknown", "delegation", "spokesperson"})
_GENERAL = frozenset(
    {"senior_official", "other_minister", "minister_of_state", "officer", "flag_officer", "ambassador"}
)


@dataclass(frozen=True, slots=True)
class _Term:
    holder: str
    country: str
    office: str
    first: str
    last: str

    def on(self, day: str) -> bool:
        """Whether the term holds this day, as finely as both are told."""
        return self.first[: len(day)] <= day[: len(self.first)] and (
            not self.last or day[: len(self.last)] <= self.last[: len(day)]
        )


def office_told(mention: Mention) -> str:
    """The office by which a mention can be told from another's; "" where its title tells too little to say.

    A president is a president, whether he leads the government or not; a bare "Secretary" may be many things.
    """
    little = mention.office in _GENERAL and " " not in (mention.role or "").strip()
    return "" if little or mention.office in _VAGUE else _KIN.get(mention.office, mention.office)


def compatible(a: Mention, b: Mention) -> bool:
    """Whether two mentions may tell one office: the same, or one of them tells too little to say."""
    first, second = office_told(a), office_told(b)
    return not first or not second or first == second


def is_state(code: str | None) -> bool:
    """Whether a party's code is a state or territory (a body's people have a state of their own)."""
    return code in _states()


@lru_cache(maxsize=65536)
def holder_of(mention: Mention) -> str | None:
    """The listed holder that a mention means, as the lexicon prints the name; None where that is not certain."""
    name = name_of(mention.name)
    if mention.country is None or not name.full:
        return None
    if len(name.words) == 1:
        return _by_surname(name, mention)
    terms = [t for t in _named().get((mention.country, name.full[-1]), ()) if _same(name, t.holder)]
    terms += [t for t in _named().get((mention.country, name.full[0]), ()) if _same(name, t.holder)]
    holders = {t.holder for t in terms}
    if len(holders) > 1 and mention.day:
        office = office_told(mention)
        holders = {t.holder for t in terms if t.on(mention.day) and t.office == office}
    return holders.pop() if len(holders) == 1 else None


def _same(name: Name, holder: str) -> bool:
    return any((like := likeness(name, alias)) is not None and like.firm for alias in _aliases()[holder])


def _by_surname(name: Name, mention: Mention) -> str | None:
    """Who held the office that day and bears this surname, if one listed person did."""
    if not mention.day or not mention.country:
        return None
    office = office_told(mention)
    holders = {
        t.holder
        for t in _named().get((mention.country, name.words[0]), ())
        if t.on(mention.day) and office in ("", t.office)
    }
    return holders.pop() if len(holders) == 1 else None


@cache
def _states() -> frozenset[str]:
    return frozenset(row["code"] for row in rows("states"))


@cache
def _aliases() -> dict[str, tuple[Name, ...]]:
    names: defaultdict[str, set[Name]] = defaultdict(set)
    for row in rows("offices"):
        names[row["holder"]] |= {name_of(n) for n in (row["holder"], *several(row["aliases"]))}
    return {holder: tuple(sorted(n, key=lambda one: one.words)) for holder, n in names.items()}


@cache
def _named() -> dict[tuple[str, str], tuple[_Term, ...]]:
    """The terms by state and by the first and last word of each name of the holder."""
    found: defaultdict[tuple[str, str], list[_Term]] = defaultdict(list)
    for row in rows("offices"):
        office = _KIN.get(row["office"], row["office"])
        term = _Term(row["holder"], row["country"], office, row["from"], row["to"])
        ends = {w for n in _aliases()[row["holder"]] if n.full for w in (n.full[0], n.full[-1])}
        for word in ends:
            found[term.country, word].append(term)
    return {key: tuple(terms) for key, terms in found.items()}
