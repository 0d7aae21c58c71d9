"""Visits: a traveller and a host state, journeys to several states, port calls, arrivals and departures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from comity.extract.actors import Actors, person_at
from comity.extract.circumstance import Place, place_named, place_near, when_near
from comity.extract.complements import Part
from comity.extract.context import Context
from comity.extract.frames import Match
from comity.extract.itinerary import Stop, itinerary
from comity.extract.quoting import clause_of
from comity.extract.telling import level_of, participant, status_told, words_near
from comity.model import Engagement, When
from comity.reading.mentions import Sentence
from comity.reading.syntax import word
from comity.reading.time import resolve

Partners = list[tuple[Part | None, Actors]]

__all__ = ["Partners", "ship_received", "visits"]


def visits(match: Match, who: Actors, partners: Partners, context: Context) -> Iterator[Engagement]:
    """The visits that one match tells: one for each state of a journey, one for each place."""
    if (
        match.rule.yields.get("form") == "port_call"
        and not match.rule.yields.get("ship")
        and "port" not in words_near(match)
    ):
        return
    sentence = match.sentence
    if match.rule.yields.get("ship") and (who.people or _not_a_port(match)):
        return  # "called on the Chief of the Air Staff at Air Headquarters"
    if match.rule.yields.get("to_us") and _told_where(match):
        return
    if match.who is not None and any(p.first <= match.who.i <= p.last for p in match.parts):
        return  # "a tour of Kenya": Kenya is where, and not who
    for part, actors in partners:
        start = max(0, part.head.left_edge.idx - 1) if part else match.head.idx
        stops = itinerary(start, sentence)
        if len(stops) > 1 and who:
            yield from _trip(match, who, stops, context)
        else:
            yield from _one_visit(match, who, part, actors, context, sentence)


def ship_received(match: Match, who: Actors, context: Context) -> Iterator[Engagement]:
    """`The Navy received JS Tsuruga at Ream Naval Base`, `Da Nang welcomed the frigate X`: a port call."""
    sentence = match.sentence
    ship = next((v for v in sentence.vessels for p in match.parts if _holds(p, v.start)), None)
    place = place_near(match.head.idx, sentence)
    if place is None and match.who is not None:
        place = place_named(match.who.idx, sentence)
    host = (place.country if place else None) or next(iter(who.parties), None) or context.issuer
    if ship is None or host is None or ship.code in (None, host):
        return
    status, when = _status_and_day(match, context)
    yield Engagement(
        rule=match.rule.id,
        evidence=(clause_of(match, match.parts[-1], context.source.release),),
        kind="visit",
        form="port_call",
        when=when,
        place=place.name if place else None,
        place_country=host,
        place_detail=place.detail if place else None,
        parties=(ship.code, host),
        status=status,
    )


def _holds(part: Part, at: int) -> bool:
    """Whether a character of the sentence lies within a governed thing."""
    doc = part.head.doc
    return doc[part.first].idx <= at < doc[part.last].idx + len(doc[part.last])


def _trip(match: Match, who: Actors, stops: list[Stop], context: Context) -> Iterator[Engagement]:
    """A journey to several states: one visit for each, with the date that follows it or closes the list."""
    status = status_told(match)
    travellers = who.parties or ((context.issuer,) if context.issuer else ())
    for stop in stops:
        if stop.country in travellers:
            continue
        when = (
            resolve(stop.date, context.source.issued, "future" if status == "planned" else "past")
            if stop.date
            else when_near(match.head.idx, match.sentence, context, "future" if status == "planned" else "past")
        )
        yield Engagement(
            rule=match.rule.id,
            evidence=(clause_of(match, match.parts[-1] if match.parts else None, context.source.release),),
            kind="visit",
            when=_bounded(when if when and when.edtf else None, match),
            place=stop.place,
            place_country=stop.country,
            parties=(*travellers, stop.country),
            level=level_of(who.people),
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
    place = _where(match, who, part, (start, stop), context)
    hosts = actors.parties
    arrival = match.rule.yields.get("arrival")
    spoken = match.who is not None and match.who.lower_ == "i"
    travels = who.people or spoken or _aboard(match) or match.rule.yields.get("sent")
    if match.rule.yields.get("dated") and not (travels and _dated(match)):
        return
    if not who or (
        arrival and (place is None or (part is not None and place.start > part.head.idx + len(part.head.text)))
    ):
        return  # "reach an end to the war in Gaza" is no journey
    if part is not None and part.head.head.lower_ == "in" and match.head.lower_ in _FLIES:
        return  # "the unit flew in Korea"
    host = place.country if place and place.country else next((h for h in hosts if h not in who.parties), None)
    if host is None and match.rule.yields.get("to_us") and len(who.parties) == 1:
        host = next((p for p in (*context.pair, context.issuer) if p and p not in who.parties), None)
    if host is None or (not who.people and host in who.parties):
        return
    if match.rule.yields.get("sent") and not who.parties and context.issuer:
        who = Actors((context.issuer,), who.people)
    travellers = _travellers(match, who, host, context)
    if travellers in ((), (host,)):
        return
    status, when = _status_and_day(match, context)
    # A delegation that somebody sends is not he; one that somebody leads has him with it.
    visitors = () if match.rule.yields.get("sent") and word(match.head) not in _LEADS else who.people
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
        level=level_of(visitors),
        status=status,
        participants=tuple(participant(p) for p in visitors),
    )


def _told_where(match: Match) -> bool:
    """Whether a visit has its own place behind it ("to Kenya", "of the port"), and is told by another rule."""
    for child in match.head.children:
        things = [g for g in child.children if g.dep_ == "pobj"]
        if child.lower_ in ("to", "in", "at", "around", "through") and any(
            g.ent_type_ != "DATE" and not g.like_num for g in things
        ):
            return not all(any(d.start <= g.idx < d.end for d in match.sentence.dates) for g in things)
        if child.lower_ == "of" and not any(person_at(match.sentence, g) for g in things):
            return True
    return False


def _dated(match: Match) -> bool:
    """Whether a day stands near a verb or noun: nearer still to a noun that tells no place."""
    reach = 70 if match.rule.yields.get("to_us") else 100
    return any(-reach < d.start - match.head.idx < reach and d.kind != "vague" for d in match.sentence.dates)


def _not_a_port(match: Match) -> bool:
    """`Sailed for`, `put in to`, `stopped at` tell of a port only where a ship does it."""
    loose = match.head.lower_.startswith(("stop", "stay", "arriv", "reach", "put", "pull", "tie", "tying")) or any(
        p.head.head.lower_ in ("to", "for", "off") for p in match.parts
    )
    return loose and not match.rule.yields.get("sent") and not _aboard(match)


def _aboard(match: Match) -> bool:
    """Whether the subject is a ship."""
    who = match.who
    return who is not None and any(
        who.left_edge.idx <= v.start <= who.right_edge.idx + len(who.right_edge.text) for v in match.sentence.vessels
    )


def _where(
    match: Match, who: Actors, part: Part | None, bounds: tuple[int, int | None], context: Context
) -> Place | None:
    """The place visited: told near by, a ship, or a sight of the host's."""
    sentence, (start, stop) = match.sentence, bounds
    if match.rule.yields.get("to_us"):
        return None
    if part is not None and part.head.tag_ == "WDT":
        return place_named(match.head.head.idx, sentence)  # "in Jordan, which I visited in November"
    if part is not None and (match.rule.id == "engagement.left-for" or part.head.head.lower_ == "from"):
        return place_named(part.head.idx, sentence)
    place = place_near(start, sentence, end=stop)
    ship = next((v for v in sentence.vessels if part and start <= v.start < (stop or 0)), None)
    if ship is not None and (place is None or place.start > ship.start):
        return Place(ship.name, context.place_country or ship.code, ship.start, ship.end)
    if place is None and part is not None and len(who.parties) > 1 and not who.people:
        return _sight(part, who, context, sentence)
    return place


def _travellers(match: Match, who: Actors, host: str, context: Context) -> tuple[str, ...]:
    """Whose journey it is; a traveller of no state told is of the issuer's, or of the other party's at home."""
    if who.people and not who.parties and context.issuer and context.issuer != host:
        return (context.issuer,)
    if not who.parties and match.rule.noun and len(context.pair) == 2 and host in context.pair:
        return tuple(p for p in context.pair if p != host)  # "the visit of First Lady X to our country"
    return who.parties


def _status_and_day(match: Match, context: Context) -> tuple[str, When | None]:
    """Held, planned or ongoing, and the day; "leaves for Tokyo on Saturday" tells of what is to come."""
    status, at, issued = status_told(match), match.head.idx, context.source.issued
    when = when_near(at, match.sentence, context, "future" if status == "planned" else "past")
    if status == "held" and match.head.tag_ == "VBZ":
        ahead = when_near(at, match.sentence, context, "future")
        if ahead is not None and ahead.edtf and issued and ahead.edtf[:10] > issued.isoformat():
            return "planned", ahead
    if when is None and status == "ongoing" and issued:
        when = When(issued.isoformat()[:7], "month", "dateline", match.head.text)
    return _until(status, when, match, issued)


# "entered Callao and will stay until Sunday", "put into Chennai on 7 March and sailed on the 10th"
_STAYS = re.compile(
    r"(?:\band|[;,])\s+(?:(?:she|it|he|they|the \w+)\s+)?(?:(?:is|are)\s+(?:due|set|scheduled|expected)\s+to\s+|will\s+"
    r"|(?P<past>))(?:stay|remain|sail|depart|leave|(?<=and )(?:sailed|departed|left))\b[^.;]{0,30}?"
    r"\b(?:until|till|to|on|for home on)\s+(?:the\s+)?(?P<nth>\d{1,2}(?:st|nd|rd|th)\b(?!\s+of))?"
)


def _until(status: str, when: When | None, match: Match, issued: date | None) -> tuple[str, When | None]:
    """The last day of a stay, where the sentence goes on to tell it; what has begun and not ended is ongoing."""
    text, first = match.sentence.text, (when.edtf or "").removesuffix("/..") if when is not None else ""
    told = _STAYS.search(text, match.head.idx)
    if told is None or when is None or len(first) != 10 or issued is None:
        return status, when
    last = _nth_day(told["nth"], first) if told["nth"] else None
    for mention in () if told["nth"] else match.sentence.dates:
        if told.start() < mention.start < told.end() + 6 or (mention.start < told.end() <= mention.end):
            last = (resolve(mention, issued, "past" if told["past"] is not None else "future").edtf or "")[-10:]
    if last is None or len(last) != 10 or last < first:
        return status, when
    now = first <= issued.isoformat() <= last and told["past"] is None
    return "ongoing" if now else status, replace(when, edtf=f"{first}/{last}", precision="range")


def _nth_day(printed: str, first: str) -> str | None:
    """The Nth of the month in which a stay began."""
    try:
        return date.fromisoformat(first).replace(day=int(printed[:-2])).isoformat()
    except ValueError:
        return None


def _sight(part: Part, who: Actors, context: Context, sentence: Sentence) -> Place | None:
    """`The delegates visited the Statue of Unity`: what a gathering is shown lies in the state that is its host."""
    host = context.place_country or context.issuer
    if host not in who.parties or not part.head.tag_.startswith("NNP"):
        return None
    names = [t for t in part.head.doc[part.first : part.last + 1] if t.text[:1].isupper()]
    start = names[0].idx
    name = re.split(
        r",| as | for ", sentence.text[start : part.head.doc[part.last].idx + len(part.head.doc[part.last])]
    )[0]
    return Place(name, host, start, start + len(name))


_FLIES = frozenset({"fly", "flies", "flew", "flown", "flying"})
_LEADS = frozenset({"lead", "leads", "led", "leading", "head", "heads", "headed", "heading"})
_BEGINS = frozenset({"arrived", "arrive", "arrives", "arriving", "reached", "reaching", "landed", "landing", "reaches"})


# A journey of N days from the day it begins.
_NUMBERS = ("", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_FOR_DAYS = re.compile(rf"\b([2-9]|10|{'|'.join(_NUMBERS[2:])})-day (?:\w+ )?(?:visit|tour|trip)\b", re.IGNORECASE)
_SETS_OUT = frozenset({"leave", "leaves", "left", "leaving", "depart", "departs", "departed", "travels", "flies"})


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
    verbs = {match.head.lower_, match.head.head.head.lower_ if match.rule.noun else ""}  # "returned from travel to"
    days = _FOR_DAYS.search(match.sentence.text)
    if days is not None and (verbs & (_BEGINS | _SETS_OUT)):
        first = date.fromisoformat(when.edtf)
        count = _NUMBERS.index(days[1].casefold()) if not days[1].isdigit() else int(days[1])
        last = first + timedelta(days=count - 1)
        return replace(when, edtf=f"{first}/{last}", precision="range")
    if verbs & _BEGINS:
        return replace(when, edtf=f"{when.edtf}/..", precision="range")
    if verbs & _ENDS and match.rule.id != "engagement.left-for":
        return replace(when, edtf=f"../{when.edtf}", precision="range")
    return when


def _visit_form(match: Match, sentence: Sentence) -> str | None:
    text = sentence.text.casefold()
    for words in ("state visit", "official visit", "working visit", "goodwill visit", "port call"):
        if words in text:
            return words.replace(" ", "_")
    told = match.rule.yields.get("form")
    return str(told) if told else None
