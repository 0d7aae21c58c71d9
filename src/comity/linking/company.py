"""Who was there: whether two lists of participants may be of one meeting."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import fuzz

from comity.lexicon.load import HERE
from comity.lexicon.tables import table
from comity.linking.person_names import likeness, name_of
from comity.model import Participant

__all__ = ["SOLE_OFFICES", "Agreement", "Company", "company_of", "compared", "folded", "folded_name", "same_name"]

Company = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
"""For each country, in order: its people as (folded name or "", office), in order."""

_People = tuple[tuple[str, str], ...]

SOLE_OFFICES = frozenset(
    {
        "head_of_state", "head_of_government", "head_of_state_and_government", "monarch", "crown_prince",
        "foreign_minister", "defence_minister", "finance_minister", "home_minister", "trade_minister",
        "national_security_adviser", "chief_of_defence", "army_chief", "navy_chief", "air_chief",
    }
)  # fmt: skip
"""Offices that one person of a country holds at a time."""

_NOBODY = frozenset({"unknown", "delegation", "spokesperson"})
_SPELLED_ALIKE = 80.0
_MOST = 3


@dataclass(frozen=True, slots=True)
class Agreement:
    """How two companies agree: sides where a person is the same, sides where an office is, and a clash."""

    people: int
    offices: int
    clash: bool
    equal: bool


@lru_cache(maxsize=32768)
def folded(text: str) -> str:
    """Words in small letters without accents and marks, one space between."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()


@lru_cache(maxsize=32768)
def folded_name(name: str) -> str:
    """A person's name in small letters, without accents, initials, courtesy forms and titles."""
    words = folded(name.replace("’s", "").replace("'s", "")).split()
    kept = [w for w in words if len(w) > 1 and w not in _titles()]
    return " ".join(kept or words)


@lru_cache(maxsize=65536)
def same_name(a: str, b: str) -> bool:
    """Whether two folded names may be of one person: in any order, a part of the other, spelled a little otherwise."""
    if a == b:
        return True
    left, right = a.split(), b.split()
    if not left or not right:
        return False
    short, long = (left, right) if len(left) <= len(right) else (right, left)
    if set(short) <= set(long):
        return True
    if "".join(short) == "".join(long):
        return True
    if all(any(_alike(word, other) for other in long) for word in short):
        return True
    return likeness(name_of(a), name_of(b)) is not None


def company_of(participants: Iterable[Participant]) -> Company:
    """Who was there, country by country."""
    sides: dict[str, set[tuple[str, str]]] = {}
    for one in participants:
        name = folded_name(one.name) if one.name else ""
        if name or one.office not in _NOBODY:
            sides.setdefault(one.country or "", set()).add((name, one.office))
    return tuple((country, tuple(sorted(people))) for country, people in sorted(sides.items()))


@lru_cache(maxsize=65536)
def compared(a: Company, b: Company) -> Agreement:
    """How two companies agree; they clash where one side is told with other people in each.

    Where three sides are the same, the fourth may have sent somebody else than was announced.
    """
    there, here = dict(a), dict(b)
    everyone_a, everyone_b = _names(a), _names(b)
    people = offices = others = 0
    clash = False
    for country in sorted(there.keys() & here.keys()):
        left, right = there[country], here[country]
        named_left, named_right = [n for n, _ in left if n], [n for n, _ in right if n]
        shared = {o for _, o in left} & {o for _, o in right} & SOLE_OFFICES
        if _other_holder(left, right, shared):
            clash = True
        elif named_left and named_right:
            if _any_same(named_left, named_right) or (shared and _share_a_surname(named_left, named_right)):
                people += 1
            elif not (_any_same(named_left, everyone_b) or _any_same(named_right, everyone_a)):
                others += 1
        elif shared:
            offices += 1
        elif {o for _, o in left} & SOLE_OFFICES and {o for _, o in right} & SOLE_OFFICES:
            clash = True
    clash = clash or others > (1 if people >= _MOST else 0)
    return Agreement(people, offices, clash, len(everyone_a) == len(everyone_b))


def _other_holder(left: _People, right: _People, shared: Iterable[str]) -> bool:
    """Whether one of these offices, which one person holds at a time, is told with other holders in each."""
    for office in shared:
        there, here = ([n for n, o in people if n and o == office] for people in (left, right))
        if there and here and not (_any_same(there, here) or _share_a_surname(there, here)):
            return True
    return False


def _names(company: Company) -> list[str]:
    return [name for _, people in company for name, _ in people if name]


def _share_a_surname(left: Iterable[str], right: Iterable[str]) -> bool:
    """Whether holders of one office bear one surname: `Joe` and `Joseph`; a given name that both bear says nothing."""
    there, here = ([name.split() for name in names] for names in (left, right))
    return any(x[-1] in y or y[-1] in x for x in there for y in here)


def _any_same(left: Iterable[str], right: Iterable[str]) -> bool:
    others = list(right)
    return any(same_name(a, b) for a in left for b in others)


def _alike(a: str, b: str) -> bool:
    return a == b or (min(len(a), len(b)) > 3 and a[0] == b[0] and fuzz.ratio(a, b) >= _SPELLED_ALIKE)


@cache
def _titles() -> frozenset[str]:
    """The single words that are no part of a name."""
    courtesy = {folded(row["phrase"]) for row in table(HERE / "data", "honorifics")}
    titles = {folded(r["word"]) for r in table(HERE / "data", "title_words") if r["kind"] in ("head", "modifier")}
    return frozenset(word for word in courtesy | titles if word and " " not in word)
