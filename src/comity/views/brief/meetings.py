"""Meetings, calls and visits by level: the last one, the next one, and what was on their agenda."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from comity.model import Engagement, Kept, Topic
from comity.model.claims import Participant
from comity.views.brief.dossier import Dossier, Thing, others_of
from comity.views.brief.saying import and_list, by_the_account, cut, on_day, party, people_told
from comity.views.paper.model import Note, Paragraph, Remark, Said
from comity.views.wording import ordinal, spoken

__all__ = [
    "HELD",
    "TIERS",
    "agenda",
    "awaited",
    "engagement",
    "held",
    "last_and_next",
    "late",
    "meeting",
    "planned",
    "tier",
]

_LEADERS = "Leaders"
_OFFICES = {
    _LEADERS: (
        "head_of_state", "head_of_government", "head_of_state_and_government", "monarch", "crown_prince",
        "de_facto_leader", "deputy_head",
    ),
    "Foreign and defence ministers": ("foreign_minister", "defence_minister"),
    "Other ministers": ("finance_minister", "home_minister", "trade_minister", "other_minister", "minister_of_state"),
}  # fmt: skip
TIERS = (*_OFFICES, "Officials and military", "Level not told")
_TIER_OF = {office: name for name, offices in _OFFICES.items() for office in offices}
HELD, _PLANNED = ("held", "ongoing"), ("planned", "proposed", "invited")
_TALKS = ("talks", "dialogue", "summit", "call")
_FRESH = 400
"""Days for which a plan without a day counts as one yet to come."""
_TOPICS, _LONG = 4, 90


def tier(claim: Engagement) -> str:
    """At which level it was, or is to be."""
    if claim.form == "two_plus_two":
        return "Foreign and defence ministers"
    if claim.level and claim.level != "unknown":
        return _TIER_OF.get(claim.level, "Officials and military")
    if claim.kind == "summit":
        return _LEADERS
    known = [_TIER_OF.get(one.office, "Officials and military") for one in claim.participants if _office_told(one)]
    return min(known, key=TIERS.index, default="Level not told")


def _office_told(one: Participant) -> bool:
    return one.office not in ("unknown", "delegation", "spokesperson")


def held(dossier: Dossier) -> list[Thing]:
    """What took place, the last first."""
    told = [t for t in dossier.engagements if engagement(t).status in HELD and t.day <= dossier.day]
    return sorted(told, key=lambda t: (t.day, *_says(dossier, engagement(t)), t.id), reverse=True)


def _says(dossier: Dossier, claim: Engagement) -> tuple[int, ...]:
    """How much is told of a meeting: of those of one day the one that says the most stands first."""
    named = {one.country for one in claim.participants if one.name}
    return claim.kind in _TALKS, bool(claim.name), len(named & set(dossier.asked)), len(claim.topics)


def planned(dossier: Dossier) -> list[Thing]:
    """What is yet to come, the next first; what has no day stands last, and only while the plan is fresh."""
    found = []
    for thing in dossier.engagements:
        if engagement(thing).status not in _PLANNED or thing.late:
            continue
        if thing.days is None and not _fresh(thing.last_told, dossier.day):
            continue
        if thing.days is None or thing.day >= dossier.day:
            found.append(thing)
    return sorted(found, key=lambda t: (t.days is None, t.day, t.id))


def _fresh(told: str, day: str) -> bool:
    if len(told) < 10:
        return False
    return (date.fromisoformat(day) - date.fromisoformat(told)).days <= _FRESH


def last_and_next(dossier: Dossier, level: str) -> list[Paragraph]:
    """The last and the next meeting of a level, between those asked for alone; in wider company where that is later."""
    points: list[Paragraph] = []
    before = [t for t in held(dossier) if t.days is not None and tier(engagement(t)) == level]
    talks = [t for t in before if engagement(t).kind in _TALKS] or before
    alone = [t for t in talks if not dossier.between(t)]
    wider = [t for t in talks if dossier.between(t)]
    for thing in (alone[:1], wider[:1] if wider and (not alone or wider[0].day > alone[0].day) else []):
        points += [(meeting(dossier, one), *agenda(dossier, one)) for one in thing]
    points += [(meeting(dossier, one),) for one in [t for t in planned(dossier) if tier(engagement(t)) == level][:1]]
    return points


def meeting(dossier: Dossier, thing: Thing) -> Said:
    """A meeting in a sentence: who did what, when, where, in whose company, and whose account that is."""
    claim = engagement(thing)
    people = _who(dossier, claim)
    who = and_list(people)
    what = _what(claim, several=len(people) > 1)
    where = _where(claim).replace("in ", "to ", 1) if claim.kind == "visit" else _where(claim)
    others = others_of(claim.parties, dossier.asked)
    company = f"with {and_list([party(one) for one in others], 4)}" if others and _named_alone(dossier, claim) else ""
    when = on_day(claim.when.edtf if claim.when else None)
    words = [who, what, where, company, when] if claim.kind == "visit" else [who, what, company, when, where]
    text = " ".join(word for word in words if word)
    told = by_the_account(thing.accounts, dossier.asked)
    return dossier.said(f"{_capital(text)}{f', {told}' if told else ''}.", thing)


def agenda(dossier: Dossier, thing: Thing) -> tuple[Said, ...]:
    """What was talked about, each topic with the words it rests on."""
    told: list[tuple[Kept, Topic]] = []
    for kept in thing.entry.members:
        if isinstance(kept.claim, Engagement):
            told += [(kept, topic) for topic in kept.claim.topics if topic.topic]
    seen: dict[str, tuple[Kept, Topic]] = {}
    for kept, topic in told:
        seen.setdefault(cut(topic.topic, _LONG).casefold(), (kept, topic))
    some = list(seen.values())[:_TOPICS]
    if not some:
        return ()
    words = "; ".join(cut(topic.topic, _LONG) for _, topic in some)
    notes: list[Note] = []
    for kept, topic in some:
        quote = topic.evidence[0].quote if topic.evidence else kept.claim.quote
        notes.append(replace(dossier.note(kept), quote=quote))
    return (Said(f"On the agenda: {words}.", tuple(dict.fromkeys(notes))),)


def late(dossier: Dossier) -> list[Thing]:
    """Planned meetings whose day is past, and of which no release tells whether they were held; the last first.

    Where a meeting of the level is told of on those days, one planned without a name may be that: it is left out.
    """
    done = [(tier(engagement(t)), t.days) for t in held(dossier) if t.days and t.days.grain == "day"]
    found = []
    for thing in dossier.engagements:
        level = tier(engagement(thing))
        met = any(thing.days and thing.days.gap(days) <= 1 and level in (at, TIERS[-1]) for at, days in done if days)
        if thing.late and not (met and not engagement(thing).name) and not dossier.between(thing):
            found.append(thing)
    return sorted(found, key=lambda t: (t.day, t.id), reverse=True)


def awaited(dossier: Dossier, thing: Thing) -> Paragraph:
    """A planned thing whose day is past without news."""
    return (meeting(dossier, thing), Remark("No release in the record tells whether it took place."))


def _named_alone(dossier: Dossier, claim: Engagement) -> bool:
    """Whether the sentence names only those asked for, so that the others are still to be told."""
    named = {one.country for one in claim.participants if one.name}
    return not named - set(dossier.asked) or not set(dossier.asked) <= named


def _who(dossier: Dossier, claim: Engagement) -> list[str]:
    """Those who took part: by name where all who are asked for are named, else the parties."""
    named = _apart([p for p in claim.participants if p.name])
    if not dossier.asked:
        return [people_told([p]) for p in named] or [party(code) for code in claim.parties]
    sides = [[p for p in named if p.country == code] for code in dossier.asked]
    if claim.kind == "visit" and claim.place_country:
        guests = [p for side in sides for p in side if p.country != claim.place_country]
        if guests:
            return [people_told([p]) for p in guests]
    if all(sides):
        return [people_told([one]) for side in sides for one in side[:2]]
    if len(claim.parties) < 2 and named:
        return [people_told([p]) for p in named]
    told = []
    for code in [one for one in dossier.asked if one in claim.parties] or claim.parties:
        some = [p for p in named if p.country == code]
        told.append(f"{party(code)} ({people_told(some[:2], inside=True)})" if some else party(code))
    return told


def _apart(people: Sequence[Participant]) -> list[Participant]:
    """One name for each who holds an office that only one holds, however releases print it."""
    found: dict[tuple[object, ...], Participant] = {}
    for one in people:
        single = one.office in _TIER_OF and one.office not in ("other_minister", "minister_of_state")
        found.setdefault((one.country, one.office) if single else (one.country, one.name), one)
    return list(found.values())


def _what(claim: Engagement, *, several: bool) -> str:
    name = _name(claim)
    done = claim.status in HELD
    if claim.status in _CALLED_OFF:
        return f"{_CALLED_OFF[claim.status]} {name or _article(spoken(claim.kind))}"
    if claim.kind == "call":
        return "spoke by telephone" if done else f"{'are' if several else 'is'} to speak by telephone"
    if claim.kind == "visit":
        verb, noun = "made", _article(_form(claim) or "visit")
    elif name:
        verb = {"summit": "met at", "conference": "took part in", "ceremony": "took part in"}.get(claim.kind, "held")
        noun = name
    elif claim.kind in ("summit", "conference", "ceremony"):
        verb, noun = "met at" if claim.kind == "summit" else "took part in", f"a {claim.kind}"
    else:
        form = f" ({spoken(claim.form)})" if claim.form else ""
        verb, noun = "met for", f"{'a dialogue' if claim.kind == 'dialogue' else 'talks'}{form}"
    return f"{verb if done else _to(claim.status, several=several)} {noun}"


_CALLED_OFF = {"cancelled": "called off", "postponed": "put off"}


def _to(status: str, *, several: bool) -> str:
    was = "were" if several else "was"
    return {"planned": "plan" if several else "plans", "proposed": f"{was} proposed to hold"}.get(
        status, f"{was} invited to"
    )


def _form(claim: Engagement) -> str:
    return {
        "state_visit": "state visit", "official_visit": "official visit", "working_visit": "working visit",
        "goodwill_visit": "goodwill visit", "port_call": "port call", "ship_visit": "visit of ships",
        "site_visit": "visit", "transit": "transit stop",
    }.get(claim.form or "", "")  # fmt: skip


def _name(claim: Engagement) -> str:
    if not claim.name:
        return ""
    number = f"{ordinal(claim.edition)} " if claim.edition is not None else ""
    bare = claim.name
    bare = bare.removeprefix("the ").removeprefix("The ")
    return f"the {number}{bare}" if number.strip() not in bare else f"the {bare}"


def _where(claim: Engagement) -> str:
    if claim.place:
        country = party(claim.place_country) if claim.place_country else ""
        inside = country and country.removeprefix("the ").casefold() not in claim.place.casefold()
        return f"in {claim.place}" + (f", {country}" if inside and len(claim.place) < 40 else "")
    return f"in {party(claim.place_country)}" if claim.place_country else ""


def _article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def engagement(thing: Thing) -> Engagement:
    """What a meeting comes to."""
    if not isinstance(thing.head, Engagement):
        raise TypeError(thing.id)
    return thing.head
