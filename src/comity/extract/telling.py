"""What the words around a trigger tell of an event: who was there, at what level, held or to come."""

from __future__ import annotations

import re

from comity.extract.actors import Actors
from comity.extract.circumstance import place_near, status_of
from comity.extract.complements import Part
from comity.extract.context import Context
from comity.extract.frames import Match
from comity.model import Participant
from comity.reading.mentions import PersonMention
from comity.reading.syntax import mood

__all__ = ["joined_actors", "level_of", "participant", "status_told", "with_people", "words_around", "words_near"]

_CALLED_OFF = re.compile(
    r"\b(?:(?P<later>postpone[sd]?|deferred|rescheduled|put off)|cancel(?:led|ed)|called off)\b", re.IGNORECASE
)
_TO_COME = re.compile(
    r"\b(?:look\w* forward to|preparations? for|ahead of|in advance of|next|upcoming|forthcoming|planned|coming|"
    r"scheduled|future|expected)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:had (?:the|an) \w+|(?:was|were) (?:pleased|glad|delighted|honou?red|happy|able)|"
    r"an? (?:great )?\w+ (?:opportunity|honou?r)) to $",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\b(?:next|upcoming|forthcoming)\b", re.IGNORECASE)
_SCHEDULED = re.compile(
    r"^[^.;]{3,40}?,? (?:scheduled|planned|due|slated|expected|to be (?:held|paid|made)|set for|will|later this|"
    r"next (?:week|month|year)|tomorrow)\b"
)

_RANK = (
    "head_of_state", "head_of_state_and_government", "monarch", "head_of_government", "crown_prince", "deputy_head",
    "igo_head", "foreign_minister", "defence_minister", "finance_minister", "home_minister", "trade_minister",
    "other_minister", "national_security_adviser", "minister_of_state", "special_envoy", "chief_of_defence",
    "army_chief", "navy_chief", "air_chief", "permanent_secretary", "theatre_commander", "flag_officer", "ambassador",
    "charge", "senior_official", "officer",
)  # fmt: skip


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


def words_around(match: Match) -> str:
    """The trigger with the words before its noun ("a telephone conversation") and the word behind it ("call on")."""
    thing = match.thing if match.thing is not None else match.head
    doc = match.head.doc
    first = thing.i if thing.tag_.startswith("VB") else thing.left_edge.i  # before a verb stand other clauses
    return str(doc[min(first, match.head.i) : max(thing.i, match.head.i) + 2].text)


def words_near(match: Match) -> str:
    """The words around the trigger, lower case."""
    at = (match.thing if match.thing is not None else match.head).idx
    return match.sentence.text[max(0, at - 40) : at + 30].casefold()


_BETWEEN = re.compile(
    r"^[\s,;&]*(?:and|as well as|along with)?[\s,]*(?:(?:the|his|her|their|its|with|also|then|Hon’ble)\s+){0,2}$"
)


_WITH = re.compile(r"\b(?:with|to)\s+(?:the\s+|his\s+|her\s+|H\.E\.\s+)?$")


def with_people(told: Actors, part: Part | None, match: Match, context: Context, who: Actors) -> Actors:
    """The partners, with the names that follow in a row ("with A, B and C") wherever the parser hung them."""
    sentence = match.sentence
    trigger = sentence.start + match.head.idx
    named = [m for m in sentence.people if not m.plural and m.start > trigger]
    if part is not None:
        start = match.sentence.chars(match.head.doc[part.first]).start
        chain = [m for m in named if m.end > start]
    elif match.rule.yields.get("people"):
        chain = named if named and named[0].start - trigger < 60 else []
    else:
        behind = trigger + len(match.head.text)
        chain = [m for m in named if m.start - behind < 6 or _WITH.search(sentence.text[: m.start - sentence.start])]
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
    front = place_near(0, sentence, end=match.head.idx)  # "In Doha, Qatar, on May 13, he will meet ..."
    here = front.country if front is not None and front.start < 8 and front.country != context.issuer else None
    # Whom the guests called on is the issuer's, and of "talks between A and the Minister of Kenya" A is.
    abroad = bool(who.parties) and context.issuer not in who.parties
    between = part is not None and part.shape.startswith("between") and any(m.country for m in row)
    for mention in (*told.people, *row):
        settled = context.assume(context.settle(mention), partner=not (abroad or between), here=here)
        people.setdefault(settled.person or (settled.role, settled.country), settled)
    if not row:
        return (
            told
            if told.parties or not people
            else Actors(tuple(p.country for p in people.values() if p.country), tuple(people.values()))
        )
    parties = tuple(dict.fromkeys((*told.parties, *(p.country for p in people.values() if p.country))))
    return Actors(parties, tuple(people.values()), told.inferences)


def joined_actors(others: list[Actors]) -> Actors:
    """The parties and people of several partners as one."""
    parties = tuple(dict.fromkeys(p for a in others for p in a.parties))
    people = tuple(p for a in others for p in a.people)
    return Actors(parties, people, tuple(i for a in others for i in a.inferences))


def status_told(match: Match) -> str:
    """Held, planned, ongoing or proposed: by the rule, the mood of the verb, and the words before it."""
    told = match.rule.yields.get("status")
    if told:
        return str(told)
    off = _CALLED_OFF.search(match.sentence.text)
    if off:
        return "postponed" if off["later"] else "cancelled"
    if match.rule.noun:
        return _status_of_a_noun(match)
    verb = match.head
    how = match.mood
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and match.thing is not None and verb.head.i == match.thing.i:
        above = next((a for a in verb.head.ancestors if a.tag_.startswith("VB")), None)
        how = mood(above) if above is not None else how  # "will attend the meeting hosted by X"
    if (
        match.thing is not None
        and verb.i < match.thing.i
        and _NEXT.search(str(verb.doc[verb.i : match.thing.i + 1].text))
    ):
        return "planned"
    if verb.lower_ in ("is", "are") and how == "present" and match.rule.yields.get("kind") == "visit":
        return "ongoing"
    seen = 0
    while how in ("gerund", "infinitive") and verb.head.i != verb.i and seen < 4:
        verb = verb.head
        seen += 1
        if verb.tag_.startswith("VB") and how == "gerund":
            how = mood(verb)
    before = match.sentence.text[: match.head.idx]
    status = "held" if _DONE.search(before) else status_of(how, before)
    if how == "infinitive" and mood(verb) in ("past", "perfect") and verb is not match.head and verb.lower_ in _WENT:
        return "held"
    return status


_WENT = frozenset(
    {"arrived", "travelled", "traveled", "flew", "went", "came", "gathered", "began", "continued", "met", "helped"}
)


def _status_of_a_noun(match: Match) -> str:
    """Of a meeting or visit told as a noun: by the words before it and the mood of the verb above."""
    if match.rule.yields.get("at"):  # "considered the next steps at talks in X": the verb tells
        return "planned" if match.mood == "future" else "held"
    above = match.head.head
    if (
        match.rule.yields.get("kind") == "visit"
        and match.head.dep_ == "nsubj"
        and above.lower_ in ("began", "begins", "started", "starts", "opened", "opens", "continues")
        and match.sentence.text[above.idx + len(above) :]
        .lstrip()
        .startswith(("today", "this morning", "this afternoon"))
    ):
        return "ongoing"
    around = match.sentence.text[max(0, match.head.idx - 45) : match.head.idx]
    if re.search(r"\b(?:institutionali[sz]\w+|propos\w+|establish\w*|setting up|creat\w+)\b", around, re.IGNORECASE):
        return "proposed"
    behind = match.sentence.text[match.head.idx : match.head.idx + 60]
    to_come = _TO_COME.search(around) or _SCHEDULED.search(behind) or match.mood == "future"
    return "planned" if to_come else "held"


def level_of(people: tuple[PersonMention, ...]) -> str | None:
    """The highest office on the lower side, by the states of those present."""
    best: dict[str, int] = {}
    for person in people:
        if person.country and person.office in _RANK:
            rank = _RANK.index(person.office)
            best[person.country] = min(best.get(person.country, rank), rank)
    return _RANK[max(best.values())] if best else None
