"""Gatherings: what a match must have before it tells of a meeting at all, and who met there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from comity.extract.actors import codes_around
from comity.extract.circumstance import place_near
from comity.extract.context import Actors, Context
from comity.extract.frames import Match, Part
from comity.extract.names import parties_inside
from comity.reading.mentions import PersonMention, Sentence
from comity.reading.syntax import mood, subject, word

if TYPE_CHECKING:
    from spacy.tokens import Token

    from comity.extract.visits import Partners

__all__ = ["PEOPLE_IN_TURN", "at_meeting", "guests", "is_guest", "meeters", "no_guest", "untold"]

_DENIED = re.compile(r"\b(?:fake|rumou?rs?|fabricated|denie[sd]|dismiss(?:es|ed)|untrue|no truth)\b", re.IGNORECASE)


def untold(match: Match) -> bool:
    """Whether a match tells of no event: it is denied, or lacks the day, the place or the past that its rule needs."""
    told = match.rule.yields
    if match.negated or (match.rule.noun and _DENIED.search(match.sentence.text)) or not _beside(match):
        return True
    if match.rule.verb and told.get("kind") == "talks" and _EVERY.match(match.sentence.text[match.head.idx :]):
        return True
    if told.get("phone") and not _PHONE.search(match.sentence.text[match.head.idx :]):
        return True
    if told.get("alone_in") and any(c.dep_ == "dobj" for c in match.head.children):
        return True
    if told.get("day") and (not match.sentence.dates or any(c.lower_ in ("as", "off") for c in match.head.children)):
        return True
    if told.get("placed") and not _fronted(match):
        return True
    if told.get("there") and not _there(match):
        return True
    how = match.mood
    if how == "gerund" and match.head.dep_ == "advcl" and match.head.head.tag_.startswith("VB"):
        how = mood(match.head.head)  # "Concluding their talks in Malé, Pakistan offered ..."
    return bool(told.get("past")) and (how not in ("past", "perfect") or match.first != match.head.i)


def _there(match: Match) -> bool:
    """Whether a place, or the telephone, and a day are told between the verb and what was said."""
    text, at = match.sentence.text, match.head.idx
    said = next((c.left_edge.idx for c in match.head.children if c.dep_ == "ccomp" and c.i > match.head.i), len(text))
    place = place_near(at, match.sentence, end=said)
    where = (place is not None and at < place.start) or re.search(r"\bby (?:tele)?phone\b", text[at:said]) is not None
    return where and any(at < d.start < said and d.kind in ("day", "weekday", "relative") for d in match.sentence.dates)


_DELEGATION = frozenset({"delegation", "group", "team", "heads", "members", "counterpart", "colleague"})
_ARTICLE = 5  # "the "
PEOPLE_IN_TURN = frozenset({"counterparts", "ministers", "ambassadors", "envoys", "representatives", "colleagues"})
"""Of two states, each is received by himself."""


def guests(match: Match, who: Actors, context: Context) -> Actors:
    """Who was received where no name is told: "a delegation headed by", "the heads of the Lao delegations"."""
    sentence = match.sentence
    for thing in match.head.children:
        if thing.dep_ != "dobj":
            continue
        first, last = thing.left_edge.idx, thing.right_edge.idx + len(thing.right_edge.text)
        inside = [m for m in sentence.people if first <= m.start - sentence.start < last and m.person is not None]
        leads = bool(inside) and inside[0].start - sentence.start - first < _ARTICLE and not _owns(inside[0], sentence)
        if not leads and word(thing) not in _DELEGATION | PEOPLE_IN_TURN:
            continue
        named = dict.fromkeys((*parties_inside(first, last, sentence), *codes_around(thing, sentence)))
        codes = tuple(c for c in named if c not in who.parties and (inside or len(c) == 2))
        if leads:
            return Actors(tuple(m.country for m in inside[:1] if m.country), tuple(inside[:1]))
        if codes:
            return Actors(codes, tuple(context.settle(m) for m in inside if m.country or len(codes) == 1))
    return Actors()


def _owns(mention: PersonMention, sentence: Sentence) -> bool:
    """`Mr Hale's trip`: what is spoken of is not he, but what is his."""
    printed = sentence.text[mention.start - sentence.start : mention.end - sentence.start]
    return (
        sentence.text[mention.end - sentence.start :][:1] in ("'", "\N{RIGHT SINGLE QUOTATION MARK}")
        and "," not in printed
    )


# "shall meet every two years": a rule for meetings, and none of them
_EVERY = re.compile(
    r"\w+(?: \w+){0,3} (?:every (?:other |two |three |six )?(?:years?|months?|week)|annually|once a year|twice a year"
    r"|regularly)\b"
)
# "thanked him by telephone", "in touch over the phone"
_PHONE = re.compile(
    r"\b(?:by|over|via|on) (?:the |a )?(?:secure )?(?:tele)?phone\b"
    r"|\b(?:by|via|over) (?:video|Zoom|telephone|videoconference)\b"
)


def _beside(match: Match) -> bool:
    """Whether one of the small words that the rule asks for hangs on its verb: "came TOGETHER", "called IN"."""
    words = str(match.rule.yields.get("beside", ""))
    return not words or any(c.lower_ in words.split("|") for c in match.head.children)


def no_guest(match: Match, partners: Partners, received: Actors, context: Context) -> bool:
    """Whether nobody is told who was received or called on: "received new helicopters"."""
    things = [c for c in match.head.children if c.dep_ == "dobj"]
    if match.mood != "gerund" and any(is_guest(p, a) for p, a in partners):
        return False
    if not match.parts and received:
        return match.mood == "gerund"
    if not match.parts and things and not any(context.actors(t, match.sentence).people for t in things):
        return True
    told = any(a.people or (p is not None and _led(p, match)) for p, a in partners)
    return match.mood == "gerund" or (bool(match.parts) and not told)


def _led(part: Part, match: Match) -> bool:
    """`The Lord Chief of Tonga's armed forces`: an office with its state, of which the parser made a thing."""
    start = match.sentence.chars(match.head.doc[part.first]).start
    return any(m.country_basis == "text" and 0 <= m.start - start < _ARTICLE for m in match.sentence.people)


_GUESTS = frozenset(
    {
        "minister",
        "counterpart",
        "ambassador",
        "chief",
        "head",
        "envoy",
        "delegation",
        "legislator",
        "parliamentarian",
        "senator",
        "deputy",
        "leader",
        "president",
        "commander",
        "commissioner",
        "premier",
        "lawmaker",
        "secretary",
        "general",
        "admiral",
    }
)


def is_guest(part: Part | None, told: Actors) -> bool:
    """Whether offices of named states are received, though no holder is named: "ministers from Kenya and Peru"."""
    if part is None or not told.parties or any(len(code) > 2 for code in told.parties):
        return False
    verb = part.head.head if part.head.head.tag_.startswith("VB") else part.head.head.head
    urged = verb.lower_.startswith("call") and any(c.dep_ in ("xcomp", "advcl", "ccomp") for c in verb.children)
    if urged or verb.lower_.startswith("join") or verb.tag_ == "VB":
        return False  # "called on the Presidents to act"
    noun = word(part.head).removesuffix("s")
    return noun in _GUESTS or (noun.endswith("ie") and noun[:-2] + "y" in _GUESTS)


def _fronted(match: Match) -> bool:
    """Whether a day and a place are told before the verb: "In Bratislava on Monday the two chiefs exchanged views"."""
    sentence, at = match.sentence, match.head.idx
    place = place_near(0, sentence, end=at)
    return place is not None and any(d.start < at for d in sentence.dates)


def meeters(match: Match, who: Actors, context: Context) -> Actors:
    """Who acts at a meeting: told beside it, else the subject of the verb above."""
    above = _verb_above(match.head)
    return who if above is None or len(who.parties) > 1 else context.doer(subject(above), above, match.sentence)


def _verb_above(noun: Token) -> Token | None:
    """The finite verb that a meeting hangs on: "reviewed", "has reviewed"."""
    for above in noun.ancestors:
        have = above.tag_ == "VBN" and any(c.lower_ in ("has", "have", "had") for c in above.children)
        if have or above.tag_ in ("VBD", "VBZ"):
            return above
    return None


def at_meeting(match: Match, who: Actors) -> bool:
    """Whether two sides did something at a meeting: "at a meeting in Colombo, India and Sri Lanka reviewed ..."."""
    noun = match.head
    above = _verb_above(noun)
    held = noun.dep_ in ("pobj", "pcomp") and noun.head.lower_ in _AT and above is not None
    left, number = noun.left_edge.idx, {e.printed.casefold() for e in match.sentence.editions}
    apart = any(
        c.dep_ in ("amod", "compound") and c.idx >= left and c.lower_ not in _PLAIN_MEETINGS | number
        for c in noun.children
    )
    behind = any(
        c.dep_ == "prep" and c.lower_ in ("with", "between", "of", "to") and not _of_theirs(c) for c in noun.children
    )
    alone = any(c.lower_ == "its" for c in noun.children)  # "the Council, at its meeting"
    known = alone or (any(c.lower_ == "the" for c in noun.children) and not match.sentence.dates)  # one told before
    plain = not (apart or behind or known) and noun.text.islower()
    return held and plain and len(who.parties) > 1


def _of_theirs(preposition: Token) -> bool:
    """`A meeting of their Border Commission`, `of defence ministers`: no party of its own stands behind it."""
    things = [g for g in preposition.children if g.dep_ == "pobj"]
    return preposition.lower_ == "of" and all(
        any(c.lower_ == "their" for c in g.children) or (g.lower_ in ("ministers", "leaders", "presidents", "chiefs"))
        for g in things
    )


_AT = frozenset({"at", "during", "since", "after", "following", "in"})
_PLAIN_MEETINGS = frozenset(
    {"bilateral", "ministerial", "official", "separate", "virtual", "joint", "brief", "today", "trilateral"}
    | {"telephone", "phone", "video", "recent", "last", "latest", "previous", "earlier", "first", "face-to-face"}
    | {"working", "informal", "historic", "successful", "private", "extended", "restricted", "lengthy", "cordial"}
    | {"fruitful", "productive", "substantive", "expanded", "delegation-level", "preceding", "comprehensive"}
)
