"""Gatherings: what a match must have before it tells of a meeting at all, and who met there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from comity.extract.circumstance import place_near
from comity.extract.context import Actors, Context
from comity.extract.frames import Match, Part
from comity.reading.syntax import subject, word

if TYPE_CHECKING:
    from spacy.tokens import Token

    from comity.extract.visits import Partners

__all__ = ["at_meeting", "guests_of", "is_guest", "meeters", "no_guest", "untold"]

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
    if told.get("kind") in ("topics", "participants") or (told.get("placed") and not _fronted(match)):
        return True
    return bool(told.get("past")) and (match.mood not in ("past", "perfect") or match.first != match.head.i)


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


def no_guest(match: Match, partners: Partners, context: Context) -> bool:
    """Whether nobody is told who was received or called on: "received new helicopters"."""
    things = [c for c in match.head.children if c.dep_ == "dobj"]
    if match.mood != "gerund" and any(is_guest(p, a) for p, a in partners):
        return False
    if not match.parts and things and not any(context.actors(t, match.sentence).people for t in things):
        return True
    return match.mood == "gerund" or (bool(match.parts) and not any(a.people for _, a in partners))


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


def guests_of(match: Match, context: Context) -> Partners:
    """Those received or called on, where the rule asks for people and its verb has but an object."""
    things = [c for c in match.head.children if c.dep_ == "dobj"]
    return [
        (Part("WHOM", t, t.left_edge.i, t.right_edge.i), told)
        for t in things
        if not (told := context.actors(t, match.sentence)).people and told.parties
    ]


def _fronted(match: Match) -> bool:
    """Whether a day and a place are told before the verb: "In Bratislava on Monday the two chiefs exchanged views"."""
    sentence, at = match.sentence, match.head.idx
    place = place_near(0, sentence, end=at)
    return place is not None and any(d.start < at for d in sentence.dates)


def meeters(match: Match, who: Actors, context: Context) -> Actors:
    """Who acts at a meeting: told beside it, else the subject of the verb above."""
    above = next((a for a in match.head.ancestors if a.tag_ in _TELLS), None)
    return who if above is None or len(who.parties) > 1 else context.doer(subject(above), above, match.sentence)


def at_meeting(match: Match, who: Actors) -> bool:
    """Whether two sides did something at a meeting: "at a meeting in Colombo, India and Sri Lanka reviewed ..."."""
    noun = match.head
    above = next((a for a in noun.ancestors if a.tag_ in _TELLS), None)
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


_TELLS = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_AT = frozenset({"at", "during", "since", "after", "following", "in"})
_PLAIN_MEETINGS = frozenset(
    {"bilateral", "ministerial", "official", "separate", "virtual", "joint", "brief", "today", "trilateral"}
    | {"telephone", "phone", "video", "recent", "last", "latest", "previous", "earlier", "first", "face-to-face"}
    | {"working", "informal", "historic", "successful", "private", "extended", "restricted", "lengthy", "cordial"}
    | {"fruitful", "productive", "substantive", "expanded", "delegation-level", "preceding", "comprehensive"}
)
