"""Weighs a meeting, visit or dialogue as the one that was promised: name, kind, place, people and time."""

from __future__ import annotations

import re

from comity.linking.aims import MEETS, TRILATERAL, coming_days, coming_weeks, hits_in
from comity.linking.beside import Company
from comity.linking.bounds import bounds, days_between
from comity.linking.by_name import CALLED, in_full, titled
from comity.linking.guests import named_in_its_sentence, who
from comity.linking.offices import people_of
from comity.linking.signs import Found, found, furthest, in_due, told_day
from comity.linking.targets import Target
from comity.linking.whereabouts import stands, states_told, where
from comity.linking.wording import stems_of, wording_of
from comity.model import Engagement, Entry, Kept

__all__ = ["occasion"]

_COMING, _WEEKS, _SOON, _NEAR, _FAR = 14, 75, 21, 120, 300
"""Days after the promise: that "the coming days" may mean, and "the coming weeks"; within which the same person,
expected and then met, is met as expected; within which any meeting promised may be this one; after which it rather is
another."""

_BODY = re.compile(
    r"\b(?:dialogues?|councils?|commissions?|forums?|committees?|working groups?|track)\b", re.IGNORECASE
)
"""What meets by a name, which is told where it meets."""

_MUCH = 5
"""Strong words that say much of what a meeting is to be."""

_AGAIN = re.compile(r"\b(?:again|next|follow[- ]?up|reconven\w+|resum\w+)\b", re.IGNORECASE)
_SHIP = re.compile(r"\bport (?:visits?|calls?)|\bships?\b|\bsubmarines?\b|\bfrigates?\b|\bdestroyers?\b", re.IGNORECASE)

_Told = tuple[float, str]


def occasion(target: Target, promise: Entry, thing: Entry, later: list[Kept], company: Company) -> Found | None:
    """What speaks for this engagement; None where something speaks against it or its day may be before the promise."""
    told = furthest(target, later)
    claims = [k.claim for k in thing.members if isinstance(k.claim, Engagement)]
    if told is None or not claims or (target.number and _other_number(target, claims)):
        return None
    if thing.id in company.occasions and thing.id not in company.same:
        return None  # the meeting at which it was promised
    if MEETS.search(target.text) and not _fits(target, claims, told):
        return None
    weight, why = 0.0, list[str]()
    for step in (_sides, _called, _kind_of_occasion, _where, _who, _beside, _on_what):
        got = step(target, thing, claims, company)
        if got is None:
            return None
        weight += got[0]
        why += [got[1]] if got[1] else []
    due = in_due(target, told, why)
    if due < 0 and not target.names:
        return None
    day = told_day(target, told)
    if day is None or (day < target.made and not (due > 0 and target.names)):
        return None  # it may have been before the promise
    named = _called(target, thing, claims, company)
    known = bool(named and named[0]) or bool(target.invites and named_in_its_sentence(target, claims))
    weight += due + _soon(target, claims, days_between(target.made, day), why, known=known)
    return found(target, promise, thing, told, weight, why)


def _fits(target: Target, claims: list[Engagement], told: Kept) -> bool:
    """Whether those who promised to meet were there: of a summit of many, each telling names those who met."""
    there = {p for c in claims for p in c.parties}
    if there in (target.parties, target.partners) or not isinstance(told.claim, Engagement):
        return True
    some = set(told.claim.parties)
    return any(some <= sides or sides <= some for sides in (target.parties, target.partners))


def _soon(target: Target, claims: list[Engagement], days: int, why: list[str], *, known: bool) -> float:
    if days <= _NEAR:
        if days <= _SOON and (people_of(target.text) or named_in_its_sentence(target, claims)):
            why.append("within days of it")
            return 0.2
        if coming_weeks(target.text) and days <= _WEEKS:
            return 0.2
        return 0.27 if coming_days(target.text) and days <= _COMING else 0.08
    far = days > _FAR and not target.due and not known
    return -0.15 if far else 0.0


def _other_number(target: Target, claims: list[Engagement]) -> bool:
    numbers = {c.edition for c in claims if c.edition}
    return bool(numbers) and target.number not in numbers


def _sides(target: Target, _thing: Entry, claims: list[Engagement], _company: Company) -> _Told | None:
    parties = {p for c in claims for p in c.parties}
    if TRILATERAL.search(target.text):
        three = len(parties) == 3 and target.by <= parties <= target.partners
        return (0.72, "a meeting of the three states that the promise names") if three else None
    if parties in (target.parties, target.partners):
        return 0.36 + 0.04 * min(len(parties) - 2, 3), "a meeting of the same parties"
    bodies = sorted(parties & target.bodies)
    if bodies and parties <= target.partners and parties & target.parties:
        return 0.7, f"a meeting of the {bodies[0]}, which the promise names, with one of those who promised"
    fits = (
        target.parties <= parties
        or parties <= target.parties
        or (len(target.partners) > 2 and target.partners <= parties)
    )
    return (0.26, "a meeting among its parties") if fits else None


def _called(target: Target, _thing: Entry, claims: list[Engagement], company: Company) -> _Told | None:
    """The dialogue or summit by name; another name than the promise's speaks against."""
    for claim in claims:
        if claim.series and claim.series in target.names:
            return 0.35, f"a meeting of the {claim.series}, which the promise names"
    names = sorted({n for c in claims for n in (c.series, c.name) if n})
    again = [n for n in names if n in company.names or titled(n, company.titles)]
    if again and not target.names and _AGAIN.search(target.text):
        return 0.35, f"the next meeting of the {again[0]}, at which it was promised"
    best = max((_by_name(target, c.name) for c in claims if c.name), default=(0.0, ""))
    kinds = {c.kind for c in claims}
    if target.visit and kinds & {"visit", "talks", "summit"}:
        return best
    if not best[0] and target.names:
        return None
    other = kinds & {"dialogue", "conference"} or ("summit" in kinds and "ummit" not in target.text)
    return None if other and not best[0] and not _there_and_then(target, claims) else best


def _there_and_then(target: Target, claims: list[Engagement]) -> bool:
    """Whether it is in the very place and in the days that the promise names, by whatever name."""
    spans = [b for c in claims if c.when and (b := bounds(c.when.edtf))]
    due = target.due
    in_time = due is not None and any(first <= due[1] and due[0] <= last for first, last in spans)
    return in_time and any(c.place and stands(c.place, target.text) for c in claims)


def _by_name(target: Target, name: str) -> _Told:
    """How much the name of a meeting says, where its telling words stand in the promise."""
    words = wording_of(name)
    all_words = words.strong | words.weak
    telling = all_words - CALLED
    common = all_words & (target.words.strong | target.words.weak)
    if in_full(target.text, name):
        return 0.4, f"its name, {name}, stands in the promise"
    if not telling & words.strong or len(all_words) < 2 or len(common & telling) < 0.75 * len(telling):
        return 0.0, ""
    sure = 0.4 if len(common) > 2 else 0.33
    return sure, f"its name, {name}, stands in the promise"


def _kind_of_occasion(target: Target, _thing: Entry, claims: list[Engagement], _company: Company) -> _Told | None:
    kinds = {c.kind for c in claims}
    if target.visit:
        return _visit(target, claims) if "visit" in kinds else _received(target, claims, kinds)
    spoken_to = re.search(r"\b(?:speak|talk)ing\b|\b(?:speak|talk) (?:to|with)\b", target.text)
    if kinds == {"visit"} and not (where(target, claims) or (0.0,))[0] > 0:
        return None  # who comes to a state may meet others there
    if "ceremony" in kinds or ("call" in kinds and not spoken_to):
        return None
    if spoken_to and kinds & {"call", "talks"}:
        return 0.1, "talks, as promised"
    return (0.1, "a summit, as promised") if "summit" in kinds and "ummit" in target.text else (0.0, "")


def _visit(target: Target, claims: list[Engagement]) -> _Told | None:
    """A visit by those who were to come; of ships where ships were to come."""
    visits = [c for c in claims if c.kind == "visit" and c.parties]
    visitors = {c.parties[0] for c in visits}
    if target.ships:
        at_sea = any(c.form in ("port_call", "ship_visit") or _SHIP.search(c.quote) for c in visits)
        return (0.35, "ships called, as promised") if at_sea and visitors & target.by else None
    if target.invites and target.to:
        return (0.18, "a visit of those invited") if visitors & target.to else None
    return 0.1, "a visit, as promised"


def _received(target: Target, claims: list[Engagement], kinds: set[str]) -> _Told | None:
    """Talks in the very place or state, where no visit is told of by itself."""
    states = {c.place_country for c in claims if c.place_country}
    there = any(c.place and stands(c.place, target.text) for c in claims) or bool(states & states_told(target))
    people = {p.country for c in claims for p in c.participants if p.name}
    if people and people <= states:
        return None  # none of those who come is told of
    return (0.08, "received there") if there and kinds & {"talks", "summit"} and not target.ships else None


def _where(target: Target, _thing: Entry, claims: list[Engagement], _company: Company) -> _Told | None:
    return where(target, claims)


def _who(target: Target, thing: Entry, claims: list[Engagement], company: Company) -> _Told | None:
    return who(target, thing, claims, company)


def _beside(target: Target, thing: Entry, claims: list[Engagement], company: Company) -> _Told:
    """What the promise's own sentence tells of, as yet to come; and promises of nothing but meeting."""
    if thing.id in company.same and any(c.status in ("planned", "proposed", "invited") for c in claims):
        return 0.35, "the promise’s own sentence tells of it"
    if thing.id in company.planned:
        return 0.2, "the promise’s own release tells of it as planned"
    only = not target.visit and not (target.words.strong | target.words.weak) - CALLED - _MEETING_WORDS
    return (0.12, "the promise is of meeting alone") if only else (0.0, "")


_MEETING_WORDS = stems_of("meet year ahead month regular personal bilateral well again times")


def _on_what(target: Target, thing: Entry, claims: list[Engagement], _company: Company) -> _Told | None:
    """A promise that says much of what the meeting is to be, of which nothing is told, rather means another."""
    if target.visit or target.bodies or coming_days(target.text) or TRILATERAL.search(target.text):
        return 0.0, ""
    told = [*(c.quote for c in claims), *(c.name or "" for c in claims), *(k.title or "" for k in thing.members)]
    known = {target.text[h.start : h.end] for h in hits_in(target.text)}
    short = any(word.isupper() and len(word) > 2 and word not in known for word in target.text.split())
    said = wording_of(target.text).strong - CALLED
    if not said or said & wording_of(" . ".join(told)).strong:
        return 0.0, ""
    if _BODY.search(target.text):
        return None
    return (-0.12, "") if short or len(said) >= _MUCH else (0.0, "")
