"""What a promise aims at that a later release can tell of: an exercise, an occasion, a step of an agreement, a deed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from comity.linking import aims
from comity.linking.bounds import bounds
from comity.linking.pledges import due_bounds
from comity.linking.wording import Wording, wording_of
from comity.model import Commitment, Entry

__all__ = ["Target", "targets_of"]

_FULL = 3
"""The strong words that a promise must have for its work to be known again in what is told of it."""


_PASSIVE = re.compile(r"(?:to )?(?:be (?:held|convened|hosted)|take place)\b")
_COMES = re.compile(r"\b(?:attend|come|(?:take|taking) part)\b")


@dataclass(frozen=True, slots=True)
class Target:
    """One thing a promise aims at. `made` is the day it was told; `due` the bounds told for it, if any.

    `kind` says how it is looked for: exercise, engagement, part, contact, agreement, deed, gift,
    work. `partners` are those
    who promise, with the states that the promise names.
    """

    promise: str
    kind: str
    parties: frozenset[str]
    partners: frozenset[str]
    by: frozenset[str]
    to: frozenset[str]
    invites: bool
    asks: bool
    made: str
    due: tuple[str, str] | None
    precise: bool
    text: str
    quote: str
    words: Wording
    release: str
    today: bool = False
    names: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    domains: frozenset[str] = frozenset()
    number: int | None = None
    first: bool = False
    continues: bool = False
    several: bool = False
    visit: bool = False
    ships: bool = False
    step: str = ""
    loose: bool = False
    makes: bool = False
    deeds: frozenset[str] = frozenset()


def targets_of(promise: Entry) -> list[Target]:
    """What the promise aims at; nothing where its releases tell no day of issue."""
    dated = sorted(((day[0], k.id, k) for k in promise.members if (day := bounds(k.issued))), key=lambda row: row[:2])
    told = [(day, k.release, k.claim) for day, _, k in dated if isinstance(k.claim, Commitment) and k.claim.action]
    if not told:
        return []
    claims = [k.claim for k in promise.members if isinstance(k.claim, Commitment)]
    base = _base(promise, claims, *told[0])
    found = [t for look in (_exercise, _occasion, _pact, _deed, _gift, _work) if (t := look(base))]
    found += [] if any(t.kind == "engagement" for t in found) else [replace(base, kind="part", continues=True)]
    days = {day: (release, claim) for day, release, claim in reversed(told)}
    kept = [day for day, (_, claim) in sorted(days.items()) if aims.CONTACT.search(claim.action)]
    return found + [t for day in kept if (t := _contact(_base(promise, claims, day, *days[day])))]


def _base(promise: Entry, claims: list[Commitment], made: str, release: str, claim: Commitment) -> Target:
    due = next((c.due for c in claims if c.due and c.due.edtf), None)
    words = wording_of(claim.action)
    by = frozenset(p for c in claims for p in c.by)
    span = due_bounds(due.edtf, due.printed) if due else None
    if span and due and due.precision == "range" and made <= span[1]:
        span = made, span[1]  # of "next week" or "from 17 to 21 August" the due is the last day
    return Target(
        promise=promise.id,
        kind="",
        parties=frozenset(p for c in claims for p in (*c.by, *c.to)),
        partners=by | words.states,
        by=by,
        to=frozenset(p for c in claims for p in c.to),
        invites=any(c.force == "invited" for c in claims),
        asks=all(c.force in ("urged", "requested", "need_expressed") for c in claims),
        made=made,
        due=span,
        precise=bool(due and due.precision in ("day", "month", "range")),
        text=claim.action,
        quote=claim.quote,
        words=words,
        release=release,
        today=span == (made, made) or bool(aims.LATER_TODAY.search(claim.action)),
    )


def _exercise(base: Target) -> Target | None:
    text = base.text
    if not (aims.EXERCISE.search(text) or aims.HOLDS.search(text)):
        return None
    return replace(
        base,
        kind="exercise",
        names=aims.named(text, "exercise"),
        domains=aims.domains_of(text) if aims.EXERCISE.search(text) else frozenset(),
        number=aims.number_of(text),
        first=bool(aims.FIRST.search(text)),
        continues=bool(aims.CONTINUES.search(text)),
    )


def _occasion(base: Target) -> Target | None:
    text = aims.plain(aims.own_words(base.text))
    if _PASSIVE.match(text) and base.text in base.quote:
        text = aims.plain(base.quote)  # what is "to be held in Lima" stands before it
    ships = bool(aims.SHIPS.search(text))
    visit = not ships and (
        bool(aims.VISIT.search(text)) or (base.invites and (bool(_COMES.search(text)) or _is_place(text)))
    )
    meets = aims.OCCASION.search(text) or aims.MEETS.search(text) or aims.TRILATERAL.search(text)
    if aims.NO_OCCASION.search(text) or not (visit or ships or meets):
        return None
    return replace(
        base,
        kind="engagement",
        text=text,
        names=aims.named(text, "dialogue"),
        bodies=aims.bodies_of(text),
        number=aims.number_of(text),
        visit=visit or ships,
        ships=ships,
        several=bool(aims.SEVERAL.search(text)),
        continues=bool(aims.TRILATERAL.search(text)) or (ships and bool(aims.CONTINUES.search(text))),
    )


def _is_place(text: str) -> bool:
    """Whether a place is all that is told: one is invited "to Nairobi"."""
    hits = [h for h in aims.hits_in(text) if h.reading("place", "capital", "state")]
    return any(h.printed == text.removeprefix("to ") for h in hits)


def _contact(base: Target) -> Target | None:
    told = aims.CONTACT.search(base.text)
    before = base.quote.partition(base.text)[0] if base.text in base.quote else ""
    if not told or base.asks or aims.OTHERS_IN_CONTACT.search(f"{before} {base.text[: told.end() + 30]}"):
        return None
    return replace(base, kind="contact", continues=not aims.coming_days(base.text))


def _pact(base: Target) -> Target | None:
    names = aims.named(base.text, "agreement")
    text = base.text
    for hit in reversed([h for h in aims.hits_in(text) if h.reading("agreement")]):
        text = f"{text[: hit.end]} agreement{text[hit.end :]}"  # "ratify the CTBT"
    step = next((step for step, words in aims.STEPS if words.search(text)), "")
    step = step or ("ratified" if aims.TO_PARLIAMENT.search(base.text) else "")
    loose = "" if step else next((step for step, words in aims.NEGOTIATES if words.search(text)), "")
    makes = "" if step or loose or not aims.MAKES.search(text) else "signed"
    if not (step or loose or makes) or aims.OF_OTHERS.search(base.text):
        return None
    step = step or loose or makes
    return replace(base, kind="agreement", names=names, step=step, loose=bool(loose), makes=bool(makes))


def _deed(base: Target) -> Target | None:
    deeds = frozenset(deed for deed, words in aims.DEEDS.items() if words.search(base.text))
    return replace(base, kind="deed", deeds=deeds) if deeds and len(base.words.strong) > 2 else None


def _gift(base: Target) -> Target | None:
    if base.asks or base.words.negated or not aims.GIVES.search(base.text):
        return None
    return replace(base, kind="gift")


def _work(base: Target) -> Target | None:
    if base.asks or len(base.words.strong) < _FULL:
        return None
    return replace(base, kind="work")
