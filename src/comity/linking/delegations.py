"""The people of one side who came together: each once, under the name they are mostly given, the head first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from comity.linking.company import SOLE_OFFICES, folded_name, same_name
from comity.model import Participant

__all__ = ["delegation"]

_RANKS = (
    "monarch", "head_of_state_and_government", "head_of_state", "head_of_government", "crown_prince", "deputy_head",
    "igo_head", "speaker", "foreign_minister", "defence_minister", "finance_minister", "home_minister",
    "trade_minister", "other_minister", "national_security_adviser", "minister_of_state", "special_envoy",
    "permanent_secretary", "chief_of_defence", "army_chief", "navy_chief", "air_chief", "coastguard_chief",
    "theatre_commander", "flag_officer", "senior_official", "ambassador", "governor", "igo_official",
)  # fmt: skip
"""The offices of a delegation, the head's first."""


def delegation(people: Iterable[Participant]) -> list[str]:
    """The names of those who are named, by rank and then by name."""
    told = Counter((folded_name(p.name), p.name, p.office) for p in people if p.name)
    found: list[Counter[tuple[str, str, str]]] = []
    for one, count in sorted(told.items(), key=lambda x: (-len(x[0][0]), x[0])):
        known = next((person for person in found if any(_same(one, other) for other in person)), None)
        if known is None:
            found.append(Counter({one: count}))
        else:
            known[one] += count
    ranked = sorted((_rank(person), _name(person)) for person in found)
    return [name for _, name in ranked]


def _same(a: tuple[str, str, str], b: tuple[str, str, str]) -> bool:
    if same_name(a[0], b[0]):
        return True
    return a[2] == b[2] and a[2] in SOLE_OFFICES and bool(set(a[0].split()) & set(b[0].split()))


def _rank(person: Counter[tuple[str, str, str]]) -> int:
    """The office that most tellings give; of two given as often, the higher one."""
    offices: Counter[str] = Counter()
    for (_, _, office), count in person.items():
        offices[office] += count
    return min((-count, _RANKS.index(o) if o in _RANKS else len(_RANKS)) for o, count in offices.items())[1]


def _name(person: Counter[tuple[str, str, str]]) -> str:
    """The printed name of two words or more that most tellings give, else the longest."""
    names: Counter[str] = Counter()
    for (_, printed, _), count in person.items():
        names[printed] += count
    return min(names, key=lambda n: (" " not in folded_name(n), -names[n], -len(n), n))
