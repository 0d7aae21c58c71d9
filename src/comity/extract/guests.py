"""Visits told by the host: an invitation and its acceptance, a welcome, the wish to see a guest."""

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
from comity.extract.quoting import quote_of
from comity.extract.telling import level_of, participant
from comity.model import Engagement
from comity.reading.mentions import PersonMention

__all__ = ["guest_visit"]


def guest_visit(match: Match, context: Context) -> Iterator[Engagement]:
    """A proposed or invited visit: the guest named behind the verb travels to the host's state."""
    host = context.actors(match.who, match.sentence)
    if match.rule.yields.get("spoken"):
        voice = context.voice
        if voice is not None and voice.country and match.mood in ("infinitive", "present"):
            yield from _seen(match, Actors((voice.country,), (voice,)), context)
        return
    if not host.parties:
        return
    if match.rule.yields["guest"] == "host":
        yield from _accepted(match, host, context)
        return
    behind = match.sentence.start + match.head.idx
    guests = [
        context.settle(m)
        for m in match.sentence.people
        if m.start > behind and m.country not in (None, host.parties[0])
    ]
    if not guests:
        yield from _seen(match, host, context)
        return
    guest: PersonMention = guests[0]
    part = match.parts[-1] if match.parts else None
    yield Engagement(
        rule=match.rule.id,
        evidence=(quote_of(match, part, context.source.release),),
        kind="visit",
        form="state_visit" if "state visit" in match.sentence.text.casefold() else None,
        name="State Visit" if "State Visit" in match.sentence.text else None,
        place_country=host.parties[0],
        parties=tuple(dict.fromkeys((guest.country or "", *host.parties))),
        status=str(match.rule.yields["status"]),
        participants=(participant(guest),),
    )


def _accepted(match: Match, guest: Actors, context: Context) -> Iterator[Engagement]:
    """`The President accepted the invitation to visit Norland`: planned; said in Norland to the guest, held."""
    part = match.parts[-1] if match.parts else None
    begin = match.head.idx
    named = [p for p in parties_inside(begin, len(match.sentence.text), match.sentence) if p not in guest.parties]
    host = named[-1] if named else next((p for p in context.pair if p not in guest.parties), None)
    if host is None or len(guest.parties) != 1:
        return
    here = context.voice is not None and context.source.release.place_country == host
    claim = Engagement(
        rule=match.rule.id,
        evidence=(quote_of(match, part, context.source.release),),
        kind="visit",
        when=when_near(begin, match.sentence, context, "future"),
        place_country=host,
        parties=(*guest.parties, host),
        level=level_of(guest.people),
        status="held" if here else str(match.rule.yields["status"]),
        participants=tuple(participant(p) for p in guest.people),
        inferences=guest.inferences,
    )
    yield page_day(claim, context) if here else claim


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
