"""Who was at a meeting, against whom a promise names, or who promised it: people, and levels of office."""

from __future__ import annotations

import re

from comity.linking.aims import MEETS
from comity.linking.beside import Company, same_people
from comity.linking.offices import levels_of, people_of
from comity.linking.targets import Target
from comity.model import Engagement, Entry

__all__ = ["named_in_its_sentence", "who"]

_BELOW = frozenset({"senior_official", "special_envoy", "ambassador", "officer", "flag_officer", "charge", "legislator",
                    "business_leader", "governor", "spokesperson", "delegation", "unknown", None})  # fmt: skip
"""Offices whose visit is not what a visit promised without a name or level means."""

_LEVEL = {
    "head_of_state": "head", "head_of_government": "head", "head_of_state_and_government": "head", "monarch": "head",
    "crown_prince": "head", "foreign_minister": "foreign", "defence_minister": "defence",
}  # fmt: skip


def who(target: Target, thing: Entry, claims: list[Engagement], company: Company) -> tuple[float, str] | None:
    """The people or their level; where the promise names a person and others are told of, it is another occasion."""
    names = _words_of_people(claims)
    quoted = "" if names else " ".join([*(c.quote for c in claims), *sorted({k.title or "" for k in thing.members})])
    named = people_of(target.text)
    there = sorted(n for n in named if n in names or re.search(rf"\b{re.escape(n)}\b", quoted))
    if there:
        return 0.2, f"with {', '.join(there)}, whom the promise names"
    if named:
        return None if names else (0.0, "")
    if target.invites and _others_came(target, claims, company):
        return None
    promised = levels_of(target.text) or (levels_of(target.quote) if target.invites else frozenset())
    offices = {c.level for c in claims} | {p.office for c in claims for p in c.participants}
    held = {_LEVEL.get(office or "", "other") for office in offices if office}
    if not promised:
        return None if target.visit and held == {"other"} and offices <= _BELOW else _same(target, claims, company)
    if promised & held:
        guests = named_in_its_sentence(target, claims) if target.invites else []
        more = f", with {', '.join(guests)}, whom the promise’s sentence names" if guests else ""
        return 0.27 if guests else 0.12, f"at the level that the promise names{more}"
    return None if held else (0.0, "")


def _others_came(target: Target, claims: list[Engagement], company: Company) -> bool:
    """Whether others of the invited state came than those whom the sentence of the invitation names."""
    came = _words_of_people(claims, target.to)
    theirs = {word for word, state in company.people if state in target.to}
    invited = {name for name in people_of(target.quote) if name.casefold() in theirs}
    return bool(came and invited) and not came & invited


def _same(target: Target, claims: list[Engagement], company: Company) -> tuple[float, str]:
    """The people who promised it meet again; or people whom the sentence of the promise names."""
    quoted = named_in_its_sentence(target, claims)
    if quoted:
        sure = 0.27 if target.invites else 0.15
        return sure, f"with {', '.join(quoted)}, whom the promise’s sentence names"
    again = same_people(company.people, claims)
    if again and MEETS.search(target.text):
        both = len({p.country for c in claims for p in c.participants if p.name in again}) > 1
        return 0.2 if both else 0.1, f"the same people as promised it ({', '.join(again)})"
    if target.invites and any(p.name in again and p.country in target.to for c in claims for p in c.participants):
        return 0.15, f"those invited ({', '.join(again)})"
    others = not target.bodies and company.people and any(p.name for c in claims for p in c.participants)
    return (-0.15, "") if others and not again and not target.visit and not target.names else (0.0, "")


def named_in_its_sentence(target: Target, claims: list[Engagement]) -> list[str]:
    """Those whom the promise's sentence names and who are there; where it invites, those invited."""
    return sorted(people_of(target.quote) & _words_of_people(claims, target.to if target.invites else None))


def _words_of_people(claims: list[Engagement], of: frozenset[str] | None = None) -> set[str]:
    there = [p for c in claims for p in c.participants if of is None or p.country in of]
    return {word for p in there if p.name for word in re.findall(r"[\w’'\-]+", p.name)}
