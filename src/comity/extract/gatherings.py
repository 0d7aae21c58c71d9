"""Gatherings: what a match must have before it tells of a meeting at all, and who met there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from comity.extract.circumstance import place_near
from comity.extract.context import Actors, Context
from comity.extract.frames import Match
from comity.reading.syntax import mood, subject

if TYPE_CHECKING:
    from spacy.tokens import Token

    from comity.extract.visits import Partners

__all__ = ["at_meeting", "meeters", "no_guest", "untold"]

_DENIED = re.compile(r"\b(?:fake|rumou?rs?|fabricated|denie[sd]|dismiss(?:es|ed)|untrue|no truth)\b", re.IGNORECASE)


def untold(match: Match) -> bool:
    """Whether a match tells of no event: it is denied, or lacks the day, the place or the past that its rule needs."""
    told = match.rule.yields
    if match.negated or (match.rule.noun and _DENIED.search(match.sentence.text)):
        return True
    if told.get("kind") in ("topics", "participants") or (told.get("placed") and not _fronted(match)):
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


def no_guest(match: Match, partners: Partners, context: Context) -> bool:
    """Whether nobody is told who was received or called on: "received new helicopters"."""
    things = [c for c in match.head.children if c.dep_ == "dobj"]
    if not match.parts and things and not any(context.actors(t, match.sentence).people for t in things):
        return True
    return match.mood == "gerund" or (bool(match.parts) and not any(a.people for _, a in partners))


def _fronted(match: Match) -> bool:
    """Whether a day and a place are told before the verb: "In Bratislava on Monday the two chiefs exchanged views"."""
    sentence, at = match.sentence, match.head.idx
    place = place_near(0, sentence, end=at)
    return place is not None and any(d.start < at for d in sentence.dates)


def meeters(match: Match, who: Actors, context: Context) -> Actors:
    """Who acts at a meeting: told beside it, else the subject of the verb above."""
    above = next((a for a in match.head.ancestors if a.tag_ in ("VBD", "VBZ")), None)
    return who if above is None or len(who.parties) > 1 else context.doer(subject(above), above, match.sentence)


def at_meeting(match: Match, who: Actors) -> bool:
    """Whether two sides did something at a meeting: "at a meeting in Colombo, India and Sri Lanka reviewed ..."."""
    noun = match.head
    above = next((a for a in noun.ancestors if a.tag_ in ("VBD", "VBZ")), None)
    held = noun.dep_ == "pobj" and noun.head.lower_ in ("at", "during") and above is not None
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


_PLAIN_MEETINGS = frozenset(
    {"bilateral", "ministerial", "official", "separate", "virtual", "joint", "brief", "today", "trilateral"}
)
