"""Weighs the holding of an exercise as the one that was promised: name, number, parties, domain and time."""

from __future__ import annotations

import re

from comity.linking.beside import Company
from comity.linking.signs import Found, before, found, furthest, in_due
from comity.linking.targets import Target
from comity.linking.wording import spoken, wording_of
from comity.model import Entry, Exercise, Kept

__all__ = ["drill"]

_KIND_WORDS = frozenset({"exercis", "conduct", "drill", "hold"})


def drill(target: Target, promise: Entry, thing: Entry, later: list[Kept], company: Company) -> Found | None:
    """What speaks for this exercise; None where its name, number, parties or domain are others."""
    claims = [k.claim for k in thing.members if isinstance(k.claim, Exercise)]
    told = furthest(target, later)
    parties = {p for c in claims for p in c.parties}
    numbers = {c.edition for c in claims if c.edition}
    if told is None or (target.number and numbers and target.number not in numbers):
        return None
    named = _named(target, thing, claims, company)
    if named:
        if len(parties & target.parties) < min(2, len(target.parties)):
            return None
        why = [named]
        weight = 0.9 + max(in_due(target, told, why), -0.1)  # what is named is the same when it is held later
        return found(target, promise, thing, told, weight, why)
    if target.names or parties != target.parties:
        return None
    return _unnamed(target, promise, thing, told, claims)


def _named(target: Target, thing: Entry, claims: list[Exercise], company: Company) -> str:
    """How the promise names this exercise; "" where it does not."""
    series = sorted({c.series for c in claims if c.series} & target.names)
    if series:
        return f"{series[0]}, which the promise names"
    if target.names:
        return ""
    for name in sorted({c.name for c in claims if c.name}):
        if name[:1].isupper() and re.search(rf"\b{re.escape(name)}\b", target.text):
            return f"{name}, which the promise names"
    return f"{_called(claims)}, of which the promise’s own sentence tells" if thing.id in company.same else ""


def _unnamed(
    target: Target, promise: Entry, thing: Entry, told: Kept, claims: list[Exercise]
) -> Found | None:  # fmt: skip
    domains = target.domains & ({c.domain for c in claims} | {d for c in claims for d in c.domains})
    if not domains:
        return None
    weight = 0.62
    why = [f"an exercise of the same parties in the promised domain ({', '.join(sorted(domains))})"]
    if target.first and not any(before(target, k) for k in thing.members):
        weight += 0.18
        why.append("the first of its kind that these releases tell of after the promise of a first one")
    text = " ".join(c.quote for c in claims)
    common = spoken(target.text, wording_of(text).strong & target.words.strong - _KIND_WORDS)
    if common:
        weight += 0.05
        why.append(f"both speak of {', '.join(common[:3])}")
    return found(target, promise, thing, told, weight + in_due(target, told, why), why)


def _called(claims: list[Exercise]) -> str:
    return min((c.name for c in claims if c.name), default="the exercise")
