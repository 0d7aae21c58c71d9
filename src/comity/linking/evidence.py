"""Weighs one thing as what became of one promise: what speaks for it, in words, and how much."""

from __future__ import annotations

import re
from collections.abc import Callable

from comity.lexicon import load
from comity.linking.bounds import bounds
from comity.linking.occasions import occasion
from comity.linking.signs import AT_LEAST, RANK, Found, before, event_day, found, furthest, in_due
from comity.linking.targets import Target
from comity.linking.wording import agree, shared, spoken, wording_of
from comity.model import Agreement, Claim, Entry, Exercise, Kept, Position

__all__ = ["done_in", "evidence"]

_PACT_WORDS = frozenset({"agreem", "agre", "treaty", "treat", "pact", "accord", "memorandum", "understand", "arrang",
                         "protocol", "convent", "mou", "letter", "intent"})  # fmt: skip

_DONE = re.compile(
    r"\b(delivery|completion|launch(?:ing)?|opening|establishment|inauguration|conclusion|signing|signature|"
    r"adoption|arrival)\s+of\b",
    re.IGNORECASE,
)
_DONE_AS = {
    "delivery": "delivered", "arrival": "delivered", "completion": "completed", "launch": "established",
    "launching": "established", "opening": "established", "establishment": "established", "inauguration": "established",
    "conclusion": "signed", "signing": "signed", "signature": "signed", "adoption": "adopted",
}  # fmt: skip
_GLAD = frozenset({"welcomes", "appreciates", "commends", "acknowledges"})


def evidence(target: Target, promise: Entry, thing: Entry) -> Found | None:
    """What speaks for this thing; None where something speaks against it, or it tells nothing after the promise."""
    later = [k for k in thing.members if (b := bounds(k.issued)) and b[1] >= target.made]
    if not later or thing.id == promise.id:
        return None
    return _WEIGHED[target.kind](target, promise, thing, later)


def _exercise(target: Target, promise: Entry, thing: Entry, later: list[Kept]) -> Found | None:
    claims = [k.claim for k in thing.members if isinstance(k.claim, Exercise)]
    told = furthest(target, later)
    if told is None:
        return None
    parties = {p for c in claims for p in c.parties}
    series = {c.series for c in claims if c.series}
    if target.names:
        named = sorted(series & target.names)
        if not named or len(parties & target.parties) < min(2, len(target.parties)):
            return None
        return found(target, promise, thing, told, 0.9, [f"{named[0]}, which the promise names"])
    domains = {c.domain for c in claims} | {d for c in claims for d in c.domains}
    if parties != target.parties or not target.domains & domains:
        return None
    weight, why = (
        0.62,
        [f"an exercise of the same parties in the promised domain ({', '.join(sorted(target.domains & domains))})"],
    )
    if target.first and not any(before(target, k) for k in thing.members):
        weight += 0.18
        why.append("the first of its kind that these releases tell of after the promise of a first one")
    text = " ".join(c.quote for c in claims)
    common = spoken(target.text, wording_of(text).strong & target.words.strong - {"exercis", "conduct"})
    if common:
        weight += 0.05
        why.append(f"both speak of {', '.join(common[:3])}")
    weight += in_due(target, told, why)
    return found(target, promise, thing, told, weight, why)


def _agreement(target: Target, promise: Entry, thing: Entry, later: list[Kept]) -> Found | None:
    claims = [k.claim for k in thing.members if isinstance(k.claim, Agreement)]
    parties = {p for c in claims for p in c.parties}
    least = AT_LEAST[target.step]
    if any(RANK.get(status, 0) >= least for name in target.names for status in _known_before(name, target.made)):
        return None
    steps = [
        k
        for k in later
        if isinstance(k.claim, Agreement) and RANK.get(k.claim.status, -1) >= least and not before(target, k)
    ]
    if not steps or len(parties & target.parties) < 2:
        return None
    told = min(steps, key=lambda k: (k.issued or "", k.id))
    earlier = [k for k in thing.members if k not in later and isinstance(k.claim, Agreement)]
    if any(RANK.get(k.claim.status, -1) >= least for k in earlier):  # type: ignore[attr-defined]
        return None
    weight, why = _same_pact(target, claims)
    if not weight:
        return None
    if parties == target.parties:
        weight += 0.08
    if event_day(told) is None:
        weight -= 0.08 if parties == target.parties and least <= RANK["concluded"] else 0.15
    return found(target, promise, thing, told, weight + in_due(target, told, why), why)


def _known_before(name: str, made: str) -> list[str]:
    """The steps that the lexicon knows an agreement to have taken before the promise."""
    rows = [n.row for h in load().gazetteer.find(name) for n in h.names if n.kind == "agreement"]
    return [step for row in rows for step in ("signed", "in_force") if row.get(step) and row[step] <= made]


def _same_pact(target: Target, claims: list[Agreement]) -> tuple[float, list[str]]:
    """Whether the agreement is the one promised: by its name in the lexicon, or by the telling words of its name."""
    names = sorted({c.name for c in claims if c.name})
    for name in names:
        known = {n.code for h in load().gazetteer.find(name) for n in h.names if n.kind == "agreement"}
        if known & target.names:
            return 0.75, [f"a step of the {name}, which the promise names"]
    for name in names:
        words = wording_of(name)
        telling = words.strong - _PACT_WORDS
        common = telling & target.words.strong
        if len(common) >= 2 and len(common) >= 0.75 * len(telling):
            return 0.75, [f"the words of its name, {name}, stand in the promise"]
    return 0.0, []


def _deed(target: Target, promise: Entry, thing: Entry, later: list[Kept]) -> Found | None:
    for kept in later:
        claim = kept.claim
        match = done_in(claim)
        if match is None or not isinstance(claim, Position) or not set(claim.by) & target.parties:
            continue
        becomes = _DONE_AS[match.group(1).casefold()]
        rest = wording_of(claim.topic[match.end() :])
        common = rest.strong & target.words.strong
        most = len(common) >= 0.7 * len(rest.strong) and shared(rest, target.words) >= 0.35 * target.words.weight
        if becomes not in target.deeds or len(common) < 3 or not most or not agree(rest, target.words):
            continue
        names = ", ".join(spoken(target.text, common)[:4])
        why = [f"a later release {claim.stance} the {match.group(1)} of what the promise names ({names})"]
        return found(target, promise, thing, kept, 0.8, why, becomes)
    return None


def done_in(claim: Claim) -> re.Match[str] | None:
    """The words by which a position is glad of something done ("welcomes the delivery of ...")."""
    return _DONE.search(claim.topic) if isinstance(claim, Position) and claim.stance in _GLAD else None


_Weigh = Callable[[Target, Entry, Entry, list[Kept]], Found | None]
_WEIGHED: dict[str, _Weigh] = {
    "exercise": _exercise, "engagement": occasion, "agreement": _agreement, "position": _deed,
}  # fmt: skip
