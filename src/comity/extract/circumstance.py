"""When and where: the date and place that belong to a word of a sentence, never borrowed from the dateline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from comity.extract.context import Context
from comity.lexicon import Hit
from comity.model import PlaceDetail, When
from comity.reading.mentions import Sentence
from comity.reading.time import DateMention, resolve

__all__ = ["Place", "place_named", "place_near", "status_of", "when_near"]

_CAP = r"(?:[A-Z][\w’'.\-]*|\d{1,2}(?:st|nd|rd|th))"
_PLACE = re.compile(
    r"\b(?P<prep>[Ii]n|[Aa]t|to|into|[Aa]board|[Oo]nboard|[Oo]n\ board|near|[Oo]ff|visit(?:ed|ing)?|"
    r"tour(?:ed|ing)|inspect(?:ed|ing)|"
    r"reach(?:ed|ing)|enter(?:ed)?|left|leaving)"
    r"\s+(?P<the>the\s+)?(?:(?:port|city|town|harbou?r|village|capital)(?:\s+city)?\s+of\s+)?"
    rf"(?P<name>{_CAP}(?:(?:\s+(?:of|the|de|da|do|dos|del|la|las|los|and|for|al)\s+(?:the\s+)?|\s+|,\s+(?=[A-Z])){_CAP})*)",
    re.VERBOSE | re.UNICODE,
)
_NOT_PLACES = re.compile(
    r"\b(?:Meeting|Summit|Dialogue|Conference|Forum|Talks|Exercise|Level|Statement|Agreement|Cooperation|Partnership|"
    r"Minister|President|Secretary|Mr|Mrs|Ms|Dr|Shri|Excellency|January|February|March|April|May|June|July|August|"
    r"September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Exercises|Group|"
    r"Session|Week|Year|Day|Pacific|Council|Treaty|Security|Defence|Defense)\b"
)
_SITES = re.compile(
    r"\b(?:Ministry|Command|Academy|Memorial|Residence|House|Palace|Bhavan|Dockyard|Base|Camp|Headquarters|G?HQ|Hall|"
    r"Port|Harbou?r|Airport|Station|Office|Centre|Center|School|University|College|Institute|Castle|Kremlin|Pentagon|Embassy|"
    r"Ship|INS|HMS|USS|Cemetery|Hotel|Fort|Island|Islands|Museum|Naval|Barracks|Range|Ranges|Stambh|Laboratory|Lab|Shipyard)\b"
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where: the printed name (None where only the state is told), its state, and what is known of it."""

    name: str | None
    country: str | None
    start: int
    end: int
    detail: PlaceDetail | None = None


def when_near(at: int, sentence: Sentence, context: Context, tense: Literal["past", "future"] | None) -> When | None:
    """The date told nearest to an offset of the sentence; None where none is told or it tells no day, month or year."""
    fits = [
        m
        for m in sentence.dates
        if m.kind not in ("deadline", "fiscal_year", "vague", "decade") and not _of_a_name(m, sentence)
    ]
    fits = [m for m in fits if not _since_then(m, sentence.text) or len(fits) == 1]
    fits = [m for m in fits if not _fronted(m, at, sentence.text) and not (tense == "past" and _to_come(m))]
    if not fits:
        return _same_day(sentence.text, context)
    best = min(fits, key=lambda m: _distance(m, at))
    if _other_clause(sentence.text, at, best):
        return None
    when = _resolved(best, context, tense)
    return when if when.edtf else None


def _resolved(mention: DateMention, context: Context, tense: Literal["past", "future"] | None) -> When:
    """The date by the tense; but a day of these weeks is not one a year away, whatever the tense of the verb."""
    issued = context.source.issued
    when = resolve(mention, issued, tense, near=context.day)
    nearest = resolve(mention, issued, None, near=context.day)
    if issued is None or nearest.edtf is None or nearest.edtf == when.edtf:
        return when
    far = when.edtf is None or _days_off(when.edtf, issued) > _MONTHS_AWAY
    return nearest if far and _days_off(nearest.edtf, issued) < _THESE_WEEKS else when


def _days_off(edtf: str, issued: date) -> int:
    """How far from the day of issue a date begins; far, where no day is told."""
    first = edtf.removeprefix("../").split("/")[0]
    return abs((date.fromisoformat(first) - issued).days) if len(first) == 10 else 9999


_THESE_WEEKS, _MONTHS_AWAY = 45, 200  # days

_SAME_DAY = re.compile(
    r"\b(?:before|prior to|ahead of|after|following) (?:the|their|his|her) (?:\w+ )?(?:meeting|talks|discussions)\b"
    r"|\b(?:day['’]s|his|her) (?:engagements|programme|program)\b|\b(?:earlier|later) in the day\b|\bthe same day\b"
    r"|\bon the (?:side-?lines|margins) of (?:the|this)\b|\b(?:thereafter|in the (?:morning|afternoon|evening))\b"
    r"|\b(?:followed by|on (?:the same|this) occasion)\b",
    re.IGNORECASE,
)


def _same_day(text: str, context: Context) -> When | None:
    """`Before the meeting, he laid a wreath`: the day of the meeting just told, said as inferred."""
    told = _SAME_DAY.search(text)
    if told is None or context.day is None:
        return None
    return When(context.day.isoformat(), "day", "inferred", told[0])


def _fronted(mention: DateMention, at: int, text: str) -> bool:
    """Whether the date belongs to a clause put in front ("After reaching Tokyo on 7 September, he ...")."""
    clause = re.match(r"(?:After|Following|Before|Prior to|Since|Upon|[A-Z][a-z]+ing)\b[^,]*(?:,\s*\d{4})?,", text)
    return clause is not None and mention.start < clause.end() <= at


_FIRST = re.compile(r"\b(?:first|second|third|last)(?: [\w-]+){0,4} $")
_FIRST_SINCE = re.compile(r"\b(?:first|second|third|last)(?: [\w-]+){0,4} since\b")


def _since_then(mention: DateMention, text: str) -> bool:
    """`His first visit since September 2019`: the day of the one before."""
    return mention.bound == "since" and _FIRST.search(text[: mention.start]) is not None


def _to_come(mention: DateMention) -> bool:
    """`Options for the next two years`, told of talks that were held."""
    return mention.kind == "range" and mention.printed.casefold().startswith(("next ", "the next ", "coming "))


def _distance(mention: DateMention, at: int) -> float:
    gap = mention.start - at if mention.start >= at else (at - mention.end) * 1.3
    return gap + (40 if mention.kind == "year_adjective" else 0)


def _of_a_name(mention: DateMention, sentence: Sentence) -> bool:
    """A year that belongs to a name ("Exercise 2026", "the 1951 Treaty") tells no date of the event."""
    if mention.kind == "year_adjective":
        return True
    if mention.kind == "year" and re.match(r"['’]s?\s", sentence.text[mention.end :]):
        return True  # "this year's chair of the conference"
    return any(h.start < mention.start and mention.end <= h.end for h in sentence.hits)


def _other_clause(text: str, at: int, mention: DateMention) -> bool:
    """Whether a clause boundary with an event of its own stands between the word and the date."""
    between = _FIRST_SINCE.sub("", text[min(at, mention.end) : max(at, mention.start)])
    return (
        bool(
            re.search(r";|:(?!\d)|\b(?:following|since|after|built on|building on|recall\w*|last met|where)\b", between)
        )
        and len(between) > 60
    )


def place_near(at: int, sentence: Sentence, *, end: int | None = None) -> Place | None:
    """The place told behind an offset of the sentence (or, failing that, in front of it or right before it)."""
    found = [p for p in _places(sentence) if end is None or p.start < end]
    after = [p for p in found if p.start >= at]
    front = next((p for p in found if p.start < 8 and p.end < at and _closed(p, sentence)), None)
    behind = [p for p in after if not _aside(sentence.text[at : p.start])]
    if front is not None and front.name and (not behind or behind[0].name is None):
        return front  # "In Pretoria, she will lead the delegation to ..."
    if after:
        best = next((p for p in after if _SITES.search(p.name or "") and p.start - after[0].end < 12), after[0])
        return best if best.start - at < 160 else None
    before = [p for p in found if at - p.end < 80]
    return before[-1] if before else None


_ASIDE = re.compile(r",\s+(?:with|to|of|from|for|after)?\s*(?:which|whom|whose|who|where)\b")


def _aside(text: str) -> bool:
    """Whether a clause that tells of something else has begun: "X, with whom he had last met in Lima"."""
    return _ASIDE.search(text) is not None


def _closed(place: Place, sentence: Sentence) -> bool:
    """Whether a comma or a day ends the words on a place put in front: "In Kyiv on 9 March President X met ..."."""
    return sentence.text[place.end : place.end + 1] == "," or any(
        0 < d.start - place.end < 5 and d.kind in ("day", "weekday", "relative") for d in sentence.dates
    )


def place_named(at: int, sentence: Sentence) -> Place | None:
    """The place whose name holds an offset of the sentence: "leaves FOR Reykjavik, Iceland"."""
    hit = next((h for h in sentence.hits if h.start <= at < h.end), None)
    city = hit.reading("capital", "place") if hit is not None else None
    state = hit.reading("state") if hit is not None else None
    if hit is None or (city is None and state is None):
        return None
    code = state.code if state is not None else city.code if city is not None else None
    return Place(None if state is not None else hit.printed, code, hit.start, hit.end, _detail(hit) if city else None)


def _places(sentence: Sentence) -> list[Place]:
    found = []
    for match in _PLACE.finditer(sentence.text):
        place = _place(match, sentence)
        if place is not None:
            found.append(place)
    return found


def _stretch(match: re.Match[str], sentence: Sentence) -> tuple[str, int, int]:
    """The printed name of a place and where it stands: it ends where a person begins, and keeps the dot of "D.C."."""
    start, end = match.span("name")
    person = next(
        (p for p in sentence.people if p.start - sentence.start < end and start < p.end - sentence.start), None
    )
    if person is not None:  # "in Washington, D.C. Secretary Singh said ..."
        end = max(start, person.start - sentence.start)
    name = re.sub(r"\s+(?:the|and|of)$", "", sentence.text[start:end].rstrip("., "))
    whole = next((h for h in sentence.hits if h.start == start and h.printed.rstrip(".") == name), None)
    name = whole.printed if whole is not None else name
    return name, start, start + len(name)


def _place(match: re.Match[str], sentence: Sentence) -> Place | None:
    name, start, end = _stretch(match, sentence)
    inside = [h for h in sentence.hits if start <= h.start and h.end <= end]
    known = next((h for h in inside if h.reading("place", "capital")), None)
    state = next((h for h in inside if h.reading("state")), None)
    country = None
    if known is not None:
        reading = known.reading("capital", "place")
        country = reading.code if reading else None
    if state is not None:
        reading = state.reading("state")
        country = reading.code if reading else country
    if state is not None and state.start == start and (known is None or known.start == start):
        if sentence.text[state.end : state.end + 1] in ("-", "–"):
            return None  # "to the India-Kenya Dialogue"
        city = known is not None and (known is state or state.end < known.end)  # Singapore; Kuwait City
        return Place(name if city else None, country, start, end)
    site = bool(_SITES.search(name)) or match["prep"].casefold() in ("aboard", "onboard", "on board")
    if not site and (known is None or known.start != start):
        return _unknown(match, name, start, end, inside, sentence)
    if known is not None and _NOT_PLACES.search(name) and not site:
        name = known.printed
    if country is None:
        service = next((h for h in inside if h.reading("service", "adjective")), None)
        reading = service.reading("service", "adjective") if service else None
        country = reading.code if reading else None
    return Place(
        _tidy(name, state.printed if state and state.start > start else None),
        country,
        start,
        end,
        _detail(known),
    )


def _unknown(
    match: re.Match[str], name: str, start: int, end: int, inside: list[Hit], sentence: Sentence
) -> Place | None:
    """`At Shikha Anirban`: a name behind "at" that no table holds and that is no occasion or person."""
    dated = any(0 <= d.start - end < 6 for d in sentence.dates)  # "in Tabatinga on 12 May"
    if (
        not (match["prep"].casefold() == "at" or (match["prep"].casefold() in ("in", "off", "near") and dated))
        or inside
        or _NOT_PLACES.search(name)
        or len(name) < 4
        or name.isupper()
    ):
        return None
    return Place(name, None, start, end)


def _tidy(name: str, state: str | None) -> str:
    """A city without the state named behind it ("Manila, Philippines"); a site keeps it."""
    if state and not _SITES.search(name):
        return name.removesuffix(state).rstrip(", ")
    return name


def _detail(hit: object) -> PlaceDetail | None:
    name = hit.reading("place") if hit is not None and hasattr(hit, "reading") else None
    if name is None or not name.row or not name.row.get("lat"):
        return None
    row = name.row
    number = int(row["geonames_id"]) if row.get("geonames_id") else None
    return PlaceDetail(
        hit.printed if hasattr(hit, "printed") else row["name"],
        "lexicon",
        float(row["lat"]),
        float(row["lon"]),
        number,
    )


_TO_COME = re.compile(
    r"\b(?:will|shall|would|(?:scheduled|set|expected|slated|due|going|about|agreed|plans?|intends?|propose[sd]?) to|"
    r"to be|look\w* forward to|plan\w* for|upcoming|forthcoming|next)\b[\w\s]{0,25}$"
)


def status_of(mood: str, before: str) -> str:
    """Held, planned or ongoing, by the mood of the verb and the words right before it."""
    words = before[-60:].casefold()
    if mood in ("future", "conditional", "infinitive") or _TO_COME.search(words):
        return "planned"
    if mood == "present" and re.search(r"\b(?:is|are)\b[\w\s]{0,12}$", words):
        return "ongoing"
    return "held"
