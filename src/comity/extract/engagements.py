"""Engagements: talks, dialogues, summits, visits, calls, ceremonies and conferences, one claim for each telling."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from comity.extract.circumstance import Place, place_near, status_of, when_near
from comity.extract.context import Actors, Context
from comity.extract.frames import Match, Part
from comity.extract.itinerary import Stop, itinerary
from comity.extract.names import Named, dialogue_name
from comity.extract.quoting import clause_of, part_span, quote_of
from comity.model import Engagement, Participant, Topic, When
from comity.reading.mentions import PersonMention, Sentence
from comity.reading.syntax import mood, word
from comity.reading.time import resolve

__all__ = ["engagements", "topics_of"]

_CALL = re.compile(
    r"\b(?:tele)?phon\w*|\bcall(?:ed|s)?\b(?! on)|\bvideo (?:call|conference|teleconference)|\bspoke\b",
    re.IGNORECASE,
)
_REMOTE = re.compile(r"\b(?:virtual(?:ly)?|video|online|by phone|telephon\w+)\b", re.IGNORECASE)
_CEREMONY = re.compile(
    r"\b(?:welcom\w+|signing|closing|opening|deck|wreath\w*|commemorat\w*|hand\w*over|farewell|state|official|military)\b"
)
_BILATERAL = re.compile(
    r"\b(?:bilateral|talks|delegation-level|delegation|joint|plenary|one-to-one|one-on-one)\b", re.IGNORECASE
)
_TO_COME = re.compile(r"\b(?:next|upcoming|forthcoming|planned|coming|scheduled|future|expected)\b", re.IGNORECASE)
_LEADERS = frozenset(
    {
        "head_of_state",
        "head_of_government",
        "head_of_state_and_government",
        "monarch",
        "crown_prince",
        "igo_head",
    }
)
_RANK = (
    "head_of_state", "head_of_state_and_government", "monarch", "head_of_government", "crown_prince", "deputy_head", "igo_head",
    "foreign_minister", "defence_minister", "finance_minister", "home_minister", "trade_minister", "other_minister",
    "national_security_adviser", "minister_of_state", "special_envoy", "chief_of_defence", "army_chief", "navy_chief", "air_chief",
    "permanent_secretary", "theatre_commander", "flag_officer", "ambassador", "charge", "senior_official", "officer",
)  # fmt: skip


_Partners = list[tuple[Part | None, Actors]]


def engagements(match: Match, context: Context) -> Iterator[Engagement]:
    """The engagements that one match of an engagement rule tells."""
    if match.negated:
        return
    kind = str(match.rule.yields.get("kind", "talks"))
    if kind in ("topics", "participants"):
        return
    who = context.doer(match.who, match.head, match.sentence)
    if match.who is not None and match.thing is not None and match.who.i == match.thing.i:
        who = Actors(context.pair, context.people)  # "Talks were held": between those in focus
    partners: _Partners = [(p, context.actors(p.head, match.sentence)) for p in match.parts] or [(None, Actors())]
    if match.rule.yields.get("people"):
        things = [c for c in match.head.children if c.dep_ == "dobj"]
        if not match.parts and things and not any(context.actors(t, match.sentence).people for t in things):
            return
        if match.mood == "gerund" or (match.parts and not any(a.people for _, a in partners)):
            return
    if kind not in ("visit", "ceremony"):
        partners = [(p, _with_people(a, p, match, context)) for p, a in partners]
    maker = {"visit": _visit, "ceremony": _ceremony}.get(kind, _meeting)
    yield from maker(match, who, partners, context)


def _meeting(match: Match, who: Actors, partners: _Partners, context: Context) -> Iterator[Engagement]:
    sentence = match.sentence
    noun = match.thing if match.thing is not None else match.head
    named = dialogue_name(noun, sentence)
    kind = _kind(match, named)
    others = [a for _, a in partners if a]
    if match.rule.yields.get("people") and not any(a.people for a in others):
        return
    met = any(a.people for a in others) or len({p for a in others for p in a.parties}) > 1
    if match.rule.yields.get("noun") and named is None and not met:
        return
    if not who and context.issuer and (sentence.role == "title" or match.rule.yields.get("noun")):
        who = Actors((context.issuer,))
    if not others and not named and not match.rule.yields.get("alone"):
        if len(who.parties) < 2 and kind != "conference":
            return
    groups = (
        _split(noun.text if match.rule.yields.get("form") == "call_on" or match.thing is not None else "", others)
        if kind == "talks"
        else [_joined(others)]
    )
    for group in groups:
        parties, people = _all(who, group)
        if len(parties) < 2 and named is not None:
            parties = tuple(dict.fromkeys((*parties, *named.parties, *context.pair)))
        bilateral = _BILATERAL.search(_around(match)) is not None
        if (
            len(parties) < 2
            and bilateral
            and len(context.pair) > 1
            and parties
            and parties[0] in context.pair
            and not group.parties
        ):
            parties = context.pair
        if len(parties) < 2 and (kind != "conference" or named is None or not parties):
            continue
        yield _engagement(match, kind, parties, people, context, named)


def _engagement(
    match: Match,
    kind: str,
    parties: tuple[str, ...],
    people: tuple[PersonMention, ...],
    context: Context,
    named: Named | None,
) -> Engagement:
    sentence = match.sentence
    status = _status(match)
    at = match.head.idx
    place = None if kind == "call" else place_near(at, sentence, context)
    if kind == "talks" and _all_leaders(people) and match.rule.yields.get("summit"):
        kind = "summit"
    part = match.parts[-1] if match.parts else None
    return Engagement(
        rule=match.rule.id,
        evidence=(clause_of(match, part, context.source.release),),
        kind=kind,
        form=_form(match, kind, people),
        name=named.name if named else None,
        series=named.series if named else None,
        edition=named.edition if named else None,
        when=when_near(at, sentence, context, "future" if status in ("planned", "proposed") else "past"),
        place=place.name if place else None,
        place_country=place.country if place else None,
        place_detail=place.detail if place else None,
        parties=parties,
        level=_level(people),
        status=status,
        participants=tuple(participant(p) for p in people),
    )


def _visit(match: Match, who: Actors, partners: _Partners, context: Context) -> Iterator[Engagement]:
    if (
        match.rule.yields.get("form") == "port_call"
        and not match.rule.yields.get("ship")
        and "port" not in _near(match)
    ):
        return
    sentence = match.sentence
    for part, actors in partners:
        start = max(0, part.head.left_edge.idx - 1) if part else match.head.idx
        stops = itinerary(start, sentence)
        if len(stops) > 1 and who:
            yield from _trip(match, who, stops, context)
        else:
            yield from _one_visit(match, who, part, actors, context, sentence)


def _trip(match: Match, who: Actors, stops: list[Stop], context: Context) -> Iterator[Engagement]:
    """A journey to several states: one visit for each, with the date that follows it or closes the list."""
    status = _status(match)
    travellers = who.parties or ((context.issuer,) if context.issuer else ())
    for stop in stops:
        if stop.country in travellers:
            continue
        when = (
            resolve(stop.date, context.source.issued, "future" if status == "planned" else "past")
            if stop.date
            else None
        )
        yield Engagement(
            rule=match.rule.id,
            evidence=(clause_of(match, match.parts[-1] if match.parts else None, context.source.release),),
            kind="visit",
            when=_bounded(when if when and when.edtf else None, match),
            place=stop.place,
            place_country=stop.country,
            parties=(*travellers, stop.country),
            level=_level(who.people),
            status=status,
            participants=tuple(participant(p) for p in who.people),
            inferences=who.inferences,
        )


def _one_visit(
    match: Match, who: Actors, part: Part | None, actors: Actors, context: Context, sentence: Sentence
) -> Iterator[Engagement]:
    """One visit for each place: `visited the Command at Mumbai and INS Chennai` tells two."""
    start = max(0, part.head.left_edge.idx - 8) if part else match.head.idx
    stop = sentence.doc[part.last].idx + 12 if part and sentence.doc is not None else None
    place = place_near(start, sentence, context, end=stop)
    ship = next((v for v in sentence.vessels if part and start <= v.start < (stop or 0)), None)
    if ship is not None and (place is None or place.start > ship.start):
        place = Place(ship.name, context.place_country or ship.code, ship.start, ship.end)
    hosts = actors.parties
    if not who or (place is None and match.rule.yields.get("arrival")):
        return
    host = place.country if place and place.country else next((h for h in hosts if h not in who.parties), None)
    if host is None or (not who.people and host in who.parties):
        return
    if who.people and not who.parties:
        who = Actors((context.issuer,) if context.issuer and context.issuer != host else (), who.people)
    travellers = who.parties or ()
    if travellers == (host,):
        return
    status = _status(match)
    visitors = who.people
    when = when_near(match.head.idx, sentence, context, "future" if status == "planned" else "past")
    yield Engagement(
        rule=match.rule.id,
        evidence=(clause_of(match, match.parts[-1] if match.parts else None, context.source.release),),
        kind="visit",
        form=_visit_form(match, sentence),
        when=_bounded(when, match),
        place=place.name if place else None,
        place_country=host,
        place_detail=place.detail if place else None,
        parties=tuple(dict.fromkeys((*travellers, host))),
        level=_level(visitors),
        status=status,
        participants=tuple(participant(p) for p in visitors),
    )


_BEGINS = frozenset({"arrived", "arrive", "arrives", "arriving", "reached", "reaching", "landed", "landing", "reaches"})
_ENDS = frozenset(
    {
        "concluded",
        "concludes",
        "completed",
        "completes",
        "left",
        "departed",
        "leaves",
        "departs",
        "ended",
        "returned",
    }
)


def _bounded(when: When | None, match: Match) -> When | None:
    """The day of an arrival opens a visit, the day of a departure closes it."""
    if when is None or when.edtf is None or "/" in when.edtf or len(when.edtf) != 10:
        return when
    if match.head.lower_ in _BEGINS:
        return replace(when, edtf=f"{when.edtf}/..", precision="range")
    if match.head.lower_ in _ENDS:
        return replace(when, edtf=f"../{when.edtf}", precision="range")
    return when


def _ceremony(match: Match, who: Actors, partners: _Partners, context: Context) -> Iterator[Engagement]:
    sentence = match.sentence
    if not who and match.rule.yields.get("form") == "wreath_laying":
        return
    parties = tuple(dict.fromkeys((*who.parties, *context.pair)))
    if len(parties) < 2 or (match.rule.yields.get("noun") and not _CEREMONY.search(_near(match))):
        return
    place = place_near(match.head.idx, sentence, context)
    status = _status(match)
    yield Engagement(
        rule=match.rule.id,
        evidence=(clause_of(match, match.parts[-1] if match.parts else None, context.source.release),),
        kind="ceremony",
        form=str(match.rule.yields.get("form", "")) or None,
        when=when_near(match.head.idx, sentence, context, "future" if status == "planned" else "past"),
        place=place.name if place else None,
        place_country=place.country if place else None,
        place_detail=place.detail if place else None,
        parties=parties,
        level=_level(who.people),
        status=status,
        participants=tuple(participant(p) for p in who.people),
        inferences=who.inferences,
    )


def participant(mention: PersonMention) -> Participant:
    """A participant as this mention names it."""
    person = mention.person
    return Participant(
        name=person.name if person else None,
        role=mention.role or (person.role if person else None),
        office=mention.office if mention.office != "unknown" or person is None else person.office,
        country=mention.country,
        acting=mention.acting,
    )


def topics_of(match: Match, context: Context) -> tuple[Topic, ...]:
    """What was discussed, for the engagement in focus."""
    release = context.source.release
    found = []
    for part in match.parts:
        quote = quote_of(match, part, release)
        span = part_span(match, part)
        found.append(Topic(release.text[span.start : span.end], (quote,)))
    return tuple(found)


def _kind(match: Match, named: Named | None) -> str:
    kind = str(match.rule.yields.get("kind", "talks"))
    noun = word(match.thing if match.thing is not None else match.head)
    around = _around(match)
    if kind in ("talks", "call") and re.search(r"\bcalls? on\b", around):
        return "talks"
    if kind == "talks" and match.rule.yields.get("form") != "call_on" and _CALL.search(around):
        return "call"
    if named is not None and named.kind:
        return named.kind
    if noun.startswith(("conference", "forum", "seminar", "workshop", "symposium", "expo")):
        return "conference"
    if noun.startswith("summit"):
        return "summit"
    if noun.startswith("dialogue"):
        return "dialogue"
    return kind


def _around(match: Match) -> str:
    """The trigger with the words before its noun ("a telephone conversation") and the word behind it ("call on")."""
    thing = match.thing if match.thing is not None else match.head
    doc = match.head.doc
    return str(doc[min(thing.left_edge.i, match.head.i) : max(thing.i, match.head.i) + 2].text)


def _near(match: Match) -> str:
    """The words around the trigger, lower case."""
    at = (match.thing if match.thing is not None else match.head).idx
    return match.sentence.text[max(0, at - 40) : at + 30].casefold()


_BETWEEN = re.compile(
    r"^[\s,;&]*(?:and|as well as|along with)?[\s,]*(?:(?:the|his|her|their|its|with|also|then|Hon’ble)\s+){0,2}$"
)
_WITH = re.compile(r"\b(?:with|to)\s+(?:the\s+|his\s+|her\s+|H\.E\.\s+)?$")


def _with_people(told: Actors, part: Part | None, match: Match, context: Context) -> Actors:
    """The partners, with the names that follow in a row ("with A, B and C") wherever the parser hung them."""
    sentence = match.sentence
    trigger = sentence.start + match.head.idx
    named = [m for m in sentence.people if not m.plural and m.start > trigger]
    if part is not None:
        start = match.sentence.chars(match.head.doc[part.first]).start
        chain = [m for m in named if m.end > start]
    elif match.rule.yields.get("people"):
        chain = [m for m in named[:1] if m.start - trigger < 60]
    else:
        chain = [m for m in named if _WITH.search(sentence.text[: m.start - sentence.start])]
    row: list[PersonMention] = []
    for mention in chain:
        gap = sentence.text[
            (row[-1].end if row else start if part else mention.start) - sentence.start : mention.start - sentence.start
        ]
        if not row and part is not None and len(gap) > 60:
            break
        if row and not _BETWEEN.match(gap):
            break
        row.append(mention)
    people: dict[object, PersonMention] = {}
    for mention in (*told.people, *row):
        settled = context.assume(context.settle(mention), partner=True)
        people.setdefault(settled.person or (settled.role, settled.country), settled)
    if not row:
        return (
            told
            if told.parties or not people
            else Actors(tuple(p.country for p in people.values() if p.country), tuple(people.values()))
        )
    parties = tuple(dict.fromkeys((*told.parties, *(p.country for p in people.values() if p.country))))
    return Actors(parties, tuple(people.values()), told.inferences)


def _split(noun: str, others: list[Actors]) -> list[Actors]:
    """`held meetings with A and B` tells two meetings; `held a meeting with A and B` one."""
    whole = _joined(others)
    if noun.casefold() == "meetings" and not whole.people and len(whole.parties) > 1:
        return [Actors((p,), (), whole.inferences) for p in whole.parties]
    several = noun.casefold() in ("meetings", "calls", "called", "call", "calling") and len(whole.people) > 1
    if (several or len(whole.people) > 2) and all(p.country for p in whole.people):
        return [Actors((p.country,) if p.country else (), (p,), whole.inferences) for p in whole.people]
    return [whole]


def _joined(others: list[Actors]) -> Actors:
    parties = tuple(dict.fromkeys(p for a in others for p in a.parties))
    people = tuple(p for a in others for p in a.people)
    return Actors(parties, people, tuple(i for a in others for i in a.inferences))


def _all(who: Actors, other: Actors) -> tuple[tuple[str, ...], tuple[PersonMention, ...]]:
    people: dict[object, PersonMention] = {}
    for mention in (*who.people, *other.people):
        people.setdefault(mention.person or (mention.role, mention.country), mention)
    return tuple(dict.fromkeys((*who.parties, *other.parties))), tuple(people.values())


def _all_leaders(people: tuple[PersonMention, ...]) -> bool:
    return len(people) > 1 and all(p.office in _LEADERS for p in people)


def _status(match: Match) -> str:
    told = match.rule.yields.get("status")
    if told:
        return str(told)
    if match.rule.noun:
        around = match.sentence.text[max(0, match.head.idx - 45) : match.head.idx]
        if re.search(
            r"\b(?:institutionali[sz]\w+|propos\w+|establish\w*|setting up|creat\w+)\b", around, re.IGNORECASE
        ):
            return "proposed"
        return "planned" if _TO_COME.search(around) else "held"
    verb = match.head
    how = match.mood
    if verb.lower_ in ("is", "are") and how == "present" and match.rule.yields.get("kind") == "visit":
        return "ongoing"
    seen = 0
    while how in ("gerund", "infinitive") and verb.head.i != verb.i and seen < 4:
        verb = verb.head
        seen += 1
        if verb.tag_.startswith("VB") and how == "gerund":
            how = mood(verb)
    before = match.sentence.text[: match.head.idx]
    status = status_of(how, before, "")
    if (
        how == "infinitive"
        and mood(verb) in ("past", "perfect")
        and verb is not match.head
        and verb.lower_ in ("arrived", "travelled", "traveled", "began", "continued", "met", "helped")
    ):
        return "held"
    return status


def _form(match: Match, kind: str, people: tuple[PersonMention, ...]) -> str | None:
    told = match.rule.yields.get("form")
    if told:
        return str(told)
    around = _around(match).casefold()
    if "delegation" in around:
        return "delegation_level"
    offices = {p.office for p in people}
    if kind == "talks" and offices and all(o.endswith("_minister") for o in offices):
        return "ministerial"
    return None


def _visit_form(match: Match, sentence: Sentence) -> str | None:
    text = sentence.text.casefold()
    for words, form in (("state visit", "state_visit"), ("official visit", "official_visit"), ("working visit", "working_visit"),
                        ("goodwill visit", "goodwill_visit"), ("port call", "port_call")):  # fmt: skip
        if words in text:
            return form
    told = match.rule.yields.get("form")
    return str(told) if told else None


def _level(people: tuple[PersonMention, ...]) -> str | None:
    """The highest office on the lower side, by the states of those present."""
    best: dict[str, int] = {}
    for person in people:
        if person.country and person.office in _RANK:
            rank = _RANK.index(person.office)
            best[person.country] = min(best.get(person.country, rank), rank)
    return _RANK[max(best.values())] if best else None
