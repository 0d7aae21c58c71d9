"""Weighs a meeting, visit or dialogue as the one that was promised: name, kind, place, people and time."""

from __future__ import annotations

import re

from comity.lexicon import load
from comity.linking.bounds import days_between
from comity.linking.signs import Found, event_day, found, furthest, in_due
from comity.linking.targets import Target, levels_of, people_of
from comity.linking.wording import wording_of
from comity.model import Engagement, Entry, Kept

__all__ = ["occasion"]

_SOON = 21
"""Days within which the same person, expected and then met, is met as expected."""

_BELOW = frozenset({"senior_official", "special_envoy", "ambassador", "officer", "flag_officer", "charge", "legislator",
                    "business_leader", "governor", "spokesperson", "delegation", "unknown", None})  # fmt: skip
"""Offices whose visit is not what a visit promised without a name or level means."""

_LEVEL = {
    "head_of_state": "head", "head_of_government": "head", "head_of_state_and_government": "head", "monarch": "head",
    "crown_prince": "head", "foreign_minister": "foreign", "defence_minister": "defence",
}  # fmt: skip


def occasion(target: Target, promise: Entry, thing: Entry, later: list[Kept]) -> Found | None:
    """What speaks for this engagement; None where something speaks against it or its day may be before the promise."""
    told = furthest(target, later)
    claims = [k.claim for k in thing.members if isinstance(k.claim, Engagement)]
    if told is None or not claims:
        return None
    parties = {p for c in claims for p in c.parties}
    if not (target.parties <= parties or parties <= target.parties):
        return None
    weight, why = (
        (0.36 + 0.04 * min(len(parties) - 2, 3), ["between the same parties"])
        if parties == target.parties
        else (0.26, ["among the parties"])
    )
    for step in (_named_occasion, _kind_of_occasion, _where, _who):
        got = step(target, claims)
        if got is None:
            return None
        weight += got[0]
        why += [got[1]] if got[1] else []
    due = in_due(target, told, why)
    if due < 0 and not target.names:
        return None
    day = event_day(told)
    if day is None or (day < target.made and not (due > 0 and target.names)):
        return None  # it may have been before the promise
    if days_between(target.made, day) <= 120:
        weight += 0.08
        if people_of(target.text) and days_between(target.made, day) <= _SOON:
            weight += 0.12
            why.append("within days of it")
    elif days_between(target.made, day) > 300 and not target.due:
        weight -= 0.15
    return found(target, promise, thing, told, weight + due, why)


def _named_occasion(target: Target, claims: list[Engagement]) -> tuple[float, str] | None:
    """The dialogue or summit by name; another name than the promise's speaks against."""
    for claim in claims:
        if claim.series and claim.series in target.names:
            return 0.35, f"a meeting of the {claim.series}, which the promise names"
    best: tuple[float, str] = (0.0, "")
    for claim in claims:
        name = wording_of(claim.name or "")
        common = name.strong & target.words.strong
        if len(name.strong) >= 2 and len(common) >= 0.75 * len(name.strong):
            sure = 0.4 if len(common) > 2 else 0.33
            best = max(best, (sure, f"its name, {claim.name}, stands in the promise"))
    if not best[0] and target.names:
        return None
    kinds = {c.kind for c in claims}
    if not best[0] and (kinds & {"dialogue", "conference"} or ("summit" in kinds and "ummit" not in target.text)):
        return None
    return best


def _kind_of_occasion(target: Target, claims: list[Engagement]) -> tuple[float, str] | None:
    kinds = {c.kind for c in claims}
    if target.visit:
        if "visit" not in kinds:
            return None
        visitors = {c.parties[0] for c in claims if c.kind == "visit" and c.parties}
        if target.invites and target.to:
            return (0.18, "a visit of those invited") if visitors & target.to else None
        return 0.1, "a visit, as promised"
    if "call" in kinds or "ceremony" in kinds:
        return None
    return (0.1, "a summit, as promised") if "summit" in kinds and "ummit" in target.text else (0.0, "")


def _where(target: Target, claims: list[Engagement]) -> tuple[float, str] | None:
    """The place: the one the promise names speaks for it, another state against it, another city a little."""
    places = {c.place for c in claims if c.place}
    states = {c.place_country for c in claims if c.place_country}
    hits = [n for h in load().gazetteer.find(target.text) for n in h.names]
    cities = {n.row["country"] for n in hits if n.kind == "place" and not any(o.kind == "capital" for o in hits)}
    told = cities | {n.code for n in hits if n.kind == "capital" or (n.kind == "state" and target.visit)}
    if any(re.search(rf"\b{re.escape(place)}\b", target.text) for place in places):
        return 0.2, "in the place that the promise names"
    if not told or not states:
        return 0.0, ""
    if not states & told:
        return None
    return (-0.1, "") if cities and places else (0.15, "in the state that the promise names")


def _who(target: Target, claims: list[Engagement]) -> tuple[float, str] | None:
    """The people or their level; where the promise names a person and others are told of, it is another occasion."""
    names = {p.name.split()[-1] for c in claims for p in c.participants if p.name}
    quoted = " ".join(c.quote for c in claims)
    named = people_of(target.text)
    there = sorted(n for n in named if n in names or re.search(rf"\b{re.escape(n)}\b", quoted))
    if there:
        return 0.2, f"with {', '.join(there)}, whom the promise names"
    if named:
        return None
    promised = levels_of(target.text)
    offices = {c.level for c in claims} | {p.office for c in claims for p in c.participants}
    held = {_LEVEL.get(office or "", "other") for office in offices if office}
    if not promised:
        return None if target.visit and held == {"other"} and offices <= _BELOW else (0.0, "")
    if promised & held:
        return 0.12, "at the level that the promise names"
    return None if held else (0.0, "")
