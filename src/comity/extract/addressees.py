"""Whom a state urges or asks: another party, or its own officers, citizens and Congress, which is no word abroad."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from comity.extract.actors import codes_around
from comity.extract.context import Actors, Context
from comity.extract.frames import Match

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["ABROAD", "abroad"]

_HOME_ADDRESSEES = frozenset(
    {"congress", "parliament", "senate", "house", "americans", "citizens", "lawmakers", "public", "people", "media",
     "residents", "schools", "anyone", "everyone", "farmers", "students", "youth", "parents", "employers", "viewers",
     "officers", "stakeholders", "exporters", "refiners", "startups", "entrepreneurs", "voters", "workers", "consumers"}
)  # fmt: skip
ABROAD = frozenset(
    {"countries", "nations", "community", "donors", "partners", "allies", "members", "leaders", "states"}
    | {"parties", "sides", "factions", "belligerents", "governments"}
)


def abroad(match: Match, by: Actors, context: Context) -> bool:
    """Whether what is urged or asked is addressed to another party; Congress and citizens are at home."""
    things = _addressed(match.head)
    if match.thing is not None and match.thing in things:  # "extended an invitation to the Minister of Kenya to ..."
        holders = (*match.thing.children, *match.head.children)
        whom = [g for c in holders if c.lower_ == "to" and c.dep_ != "aux" for g in c.children if g.dep_ == "pobj"]
        things = whom or things
    if any(t.lower_ != "them" for t in things):
        context.homely = any(_homely(t) for t in things)
    state = all(len(p) == 2 for p in by.parties)
    if state and context.homely and things and not _foreign(things, match, by):
        return False  # "called on Congress and states to ...", "He urged the officers ...", "He urged them ..."
    behind = ("conj",) if match.thing is not None else ("pobj", "conj")
    told = [context.actors(t, match.sentence).parties for t in things if t.dep_ not in behind]
    if any(set(parties) - set(by.parties) for parties in told):
        return True
    if things and not any(told) and all(t.lower_ == "them" for t in things):
        return False  # whoever they are, they are no party
    return any(t.lower_ in ABROAD for t in things) or not (context.home or any(told))


def _addressed(verb: Token) -> list[Token]:
    """Whom a verb is said to: its objects, or whom one calls on, with all that is joined to them."""
    things = [c for c in verb.children if c.dep_ in ("dobj", "dative") and c.i > verb.i]
    behind = (c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("on", "upon") and not things)
    things += [g for c in behind for g in c.children if g.dep_ == "pobj"]
    return [*things, *(t for c in things for t in c.conjuncts)]


def _homely(thing: Token) -> bool:
    return thing.lower_ in _HOME_ADDRESSEES or any(c.lower_ == "local" for c in thing.children)


def _foreign(things: Sequence[Token], match: Match, by: Actors) -> bool:
    """Whether others are named: "the people of Kenya", "Russia's parliament"."""
    return any(set(codes_around(t, match.sentence)) - set(by.parties) for t in things)
