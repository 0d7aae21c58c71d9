"""Visits to come, told by the host: an invitation, or the wish to welcome a guest."""

from __future__ import annotations

from collections.abc import Iterator

from comity.extract.circumstance import place_near, when_near
from comity.extract.context import Context
from comity.extract.frames import Match
from comity.extract.quoting import quote_of
from comity.extract.telling import participant
from comity.model import Engagement
from comity.reading.mentions import PersonMention

__all__ = ["guest_visit"]


def guest_visit(match: Match, context: Context) -> Iterator[Engagement]:
    """A proposed or invited visit: the guest named behind the verb travels to the host's state."""
    host = context.actors(match.who, match.sentence)
    if not host.parties:
        return
    behind = match.sentence.start + match.head.idx
    guests = [
        context.settle(m)
        for m in match.sentence.people
        if m.start > behind and m.country not in (None, host.parties[0])
    ]
    if not guests:
        return
    guest: PersonMention = guests[0]
    place = place_near(match.head.idx, match.sentence)
    if place is not None and place.country != host.parties[0]:
        place = None
    part = match.parts[-1] if match.parts else None
    yield Engagement(
        rule=match.rule.id,
        evidence=(quote_of(match, part, context.source.release),),
        kind="visit",
        form="state_visit" if "state visit" in match.sentence.text.casefold() else None,
        name="State Visit" if "State Visit" in match.sentence.text else None,
        when=when_near(match.head.idx, match.sentence, context, "future"),
        place=place.name if place else None,
        place_country=host.parties[0],
        parties=tuple(dict.fromkeys((guest.country or "", *host.parties))),
        status=str(match.rule.yields["status"]),
        participants=(participant(guest),),
    )
