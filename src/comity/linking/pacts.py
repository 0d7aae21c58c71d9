"""Weighs an agreement's step as the one promised: by its name, its words, or as the promise's release has it."""

from __future__ import annotations

import re
from dataclasses import replace

from comity.linking.aims import hits_in
from comity.linking.beside import Company
from comity.linking.by_name import in_full
from comity.linking.signs import AT_LEAST, RANK, Found, before, event_day, found, in_due
from comity.linking.targets import Target
from comity.linking.wording import phrase, stems_of, wording_of
from comity.model import Agreement, Entry, Kept

__all__ = ["pact"]

_FORMS = stems_of(
    "agreement agreements treaty pact accord memorandum memoranda understanding arrangement protocol "
    "convention letter intent contract"
)
_ORNAMENT = stems_of("cooperation partnership collaboration development field area exchange bilateral joint")
"""Weak words that a name may have or not."""

_SIGNED = re.compile(r"\b(?:sign(?:s|ed|ing)?|signature|entr(?:y|ies) into force|ratif\w+)\b", re.IGNORECASE)

_CLOSE, _LIKELY = 0.75, 0.7
"""How much a name says that the promise names; and one that stands beside it: the parties must then be the same too."""


def pact(target: Target, promise: Entry, thing: Entry, later: list[Kept], company: Company) -> Found | None:
    """The promised step of an agreement, or one beyond it; None where it was taken before the promise."""
    claims = [k.claim for k in thing.members if isinstance(k.claim, Agreement)]
    parties = {p for c in claims for p in c.parties}
    least = AT_LEAST[target.step]
    if len(parties & target.parties) < 2:
        return None
    if any(RANK.get(status, 0) >= least for name in target.names for status in _known_before(name, target.made)):
        return None
    steps = [k for k in later if _rank(k) >= least and not before(target, k) and k.release not in promise.releases]
    earlier = [k for k in thing.members if k not in later]
    if not steps:
        return None
    told = min(steps, key=lambda k: (k.issued or "", k.id))
    if any(_rank(k) >= max(least, _rank(told)) for k in earlier):
        return None
    weight, why = _same_pact(target, thing, claims, company)
    if not weight:
        return None
    same_parties = parties == target.parties
    if same_parties:
        weight += 0.08
    if event_day(told) is None and not (same_parties and _is_news(told, thing, company)):
        weight -= 0.08 if same_parties and least <= RANK["concluded"] else 0.15
    became = found(target, promise, thing, told, weight + in_due(target, told, why), why)
    whole = not target.makes or any(c.name and in_full(target.text, c.name) for c in claims)
    return replace(became, done=became.done and whole)  # an agreement on what was to be made is a step


def _is_news(told: Kept, thing: Entry, company: Company) -> bool:
    """Whether an undated step is new as it is told: the title tells it, or it was not yet taken beside the promise."""
    return thing.id in company.pacts or bool(_SIGNED.search(told.title or ""))


def _rank(kept: Kept) -> int:
    return RANK.get(kept.claim.status, -1) if isinstance(kept.claim, Agreement) else -1


def _known_before(name: str, made: str) -> list[str]:
    """The steps that the lexicon knows an agreement to have taken before the promise."""
    rows = [n.row for h in hits_in(name) for n in h.names if n.kind == "agreement"]
    return [step for row in rows for step in ("signed", "in_force") if row.get(step) and row[step] <= made]


def _same_pact(target: Target, thing: Entry, claims: list[Agreement], company: Company) -> tuple[float, list[str]]:
    """Whether the agreement is the one promised, and why."""
    if thing.id in company.same:
        return 0.8, [f"a step of the {_name(claims)}, of which the promise’s own sentence tells"]
    names = sorted({c.name for c in claims if c.name})
    for name in names:
        known = {n.code for h in hits_in(name) for n in h.names if n.kind == "agreement"}
        if known & target.names:
            return _CLOSE, [f"a step of the {name}, which the promise names"]
    if all(c.kind == "joint_statement" for c in claims):
        return 0.0, []  # its words say nothing of what was agreed to be signed
    for name in () if target.loose else names:
        if in_full(target.text, name) if target.makes else _stands_in(name, target):
            return _CLOSE, [f"the words of its name, {name}, stand in the promise"]
    if company.pacts == {thing.id} and not (target.words.strong - _FORMS - _STEP_WORDS or target.names):
        return _LIKELY, [f"a step of the {_name(claims)}, the agreement of which the promise’s release tells"]
    if {p for c in claims for p in c.parties} != target.parties:
        return 0.0, []
    told = " . ".join(sorted({text for k in thing.members for text in (k.claim.quote, k.title or "")}))
    common = phrase(target.text, told)
    by_name = stems_of(common.rpartition(" ")[2]) & _FORMS  # "Seed Vault Agreement" is another's name
    if wording_of(common).strong - _FORMS and not by_name:
        return _LIKELY, [f"“{common}” stands in the promise and in what is told of the {_name(claims)}"]
    return 0.0, []


_STEP_WORDS = stems_of(
    "sign signing conclude conclusion finalise finalize complete completion negotiate negotiations hold "
    "active early date soon possible bring force effect ratify extend"
)


def _stands_in(name: str, target: Target) -> bool:
    """Whether the telling words of a name stand in the promise: nearly all, and enough of them to mean this one."""
    words = wording_of(name)
    telling = words.strong - _FORMS
    common = telling & target.words.strong
    if len(common) >= 2:
        return len(common) >= 0.75 * len(telling)
    weak = words.weak - _ORNAMENT
    return bool(telling) and telling == common and len(telling | words.weak) > 1 and weak <= target.words.weak


def _name(claims: list[Agreement]) -> str:
    return min((c.name for c in claims if c.name), key=lambda n: (len(n), n), default="agreement")
