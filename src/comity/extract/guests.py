"""Visits told by the host: an invitation, given or accepted, a welcome, the wish to see a guest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from comity.extract.actors import Actors
from comity.extract.circumstance import place_near, when_near
from comity.extract.context import Context
from comity.extract.frames import Match
from comity.extract.names import parties_inside
from comity.extract.pages import page_day
from comity.extract.quoting import clause_of, quote_of
from comity.extract.telling import participant
from comity.model import Engagement
from comity.reading.syntax import subject, word

__all__ = ["guest_visit"]

_ACCEPTS = frozenset({"accept", "accepts", "accepted", "accepting"})


def guest_visit(match: Match, context: Context) -> Iterator[Engagement]:
    """A visit: the guest travels to the host's state; "you", in words that are spoken, is the other of two."""
    accepted = match.rule.noun and word(match.head.head) in _ACCEPTS
    if match.rule.yields.get("spoken"):
        voice = context.voice
        if voice is not None and voice.country and match.mood in ("infinitive", "present"):
            yield from _seen(match, Actors((voice.country,), (voice,)), context)
        return
    if accepted:
        guest = context.actors(subject(match.head.head), match.sentence)
        host = _inviting(match, guest, context)
    else:
        host = context.actors(match.who, match.sentence)
        guest = _guest(match, host, context)
    if host.parties and not guest.parties and not match.rule.noun:
        yield from _seen(match, host, context)
    if host.parties and guest.parties and guest.parties[0] != host.parties[0]:
        yield from _visit(match, guest, host, context, accepted=bool(accepted))


def _visit(match: Match, guest: Actors, host: Actors, context: Context, *, accepted: bool) -> Iterator[Engagement]:
    sentence, release = match.sentence, context.source.release
    place = place_near(match.head.idx, sentence)
    if place is not None and place.country != host.parties[0]:
        place = None
    part = match.parts[-1] if match.parts else None
    when = when_near(match.head.idx, sentence, context, "future")
    fixed = when is not None and when.precision == "day" and match.rule.yields["status"] == "proposed"
    # "Thank you for accepting our invitation to visit", said to the guest who has come: the visit is now.
    here = accepted and context.voice is not None and release.place_country == host.parties[0]
    claim = Engagement(
        rule=match.rule.id,
        evidence=(clause_of(match, part, release),),
        kind="visit",
        form="state_visit" if "state visit" in sentence.text.casefold() else None,
        name="State Visit" if "State Visit" in sentence.text else None,
        when=when,
        place=place.name if place else None,
        place_country=host.parties[0],
        parties=tuple(dict.fromkeys((guest.parties[0], *host.parties[:1]))),
        status="held" if here else "planned" if accepted or fixed else str(match.rule.yields["status"]),
        participants=tuple(participant(p) for p in guest.people[:1]),
        inferences=guest.inferences,
    )
    yield page_day(claim, context) if here else claim


def _guest(match: Match, host: Actors, context: Context) -> Actors:
    """The first person named behind the verb who is not of the host's state."""
    behind = match.sentence.start + match.head.idx
    for mention in match.sentence.people:
        if mention.start > behind and host.parties and mention.country not in (None, host.parties[0]):
            return Actors((mention.country or "",), (context.settle(mention),))
    return Actors()


def _inviting(match: Match, guest: Actors, context: Context) -> Actors:
    """Whose invitation it is: of the place that it is to, of whoever is named behind, of whoever gave it."""
    place = place_near(match.head.idx, match.sentence)
    if place and place.country:
        return Actors((place.country,))
    host = context.actors(match.who, match.sentence)
    if host.parties and host.parties != guest.parties:
        return host
    named = parties_inside(match.head.idx, len(match.sentence.text), match.sentence)
    others = [p for p in (*reversed(list(named)), *context.pair) if p not in guest.parties]
    return Actors(tuple(others[:1]))


def _seen(match: Match, host: Actors, context: Context) -> Iterator[Engagement]:
    """`I look forward to seeing you in Norland`, `welcome to Norland`: the other of two visits the one who speaks."""
    others = [p for p in context.pair if p not in host.parties]
    behind = match.sentence.text[match.head.idx :]
    place = place_near(match.head.idx, match.sentence)
    if len(others) != 1 or place is None or place.country not in host.parties or not re.search(r"\byou\b", behind):
        return
    now = match.rule.yields["status"] == "ongoing"
    if now and context.source.release.place_country not in (None, place.country):
        return
    part = match.parts[-1] if match.parts else None
    match = replace(match, who=None) if now else match  # "it is a pleasure to welcome you": the words of welcome
    claim = Engagement(
        rule=match.rule.id,
        evidence=(quote_of(match, part, context.source.release),),
        kind="visit",
        when=when_near(match.head.idx, match.sentence, context, "future"),
        place=place.name,
        place_country=place.country,
        place_detail=place.detail,
        parties=(others[0], *host.parties),
        status="ongoing" if now else "planned",
        inferences=host.inferences,
    )
    yield page_day(claim, context) if now else claim
