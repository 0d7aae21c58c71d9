"""Visits to come, told by the host: an invitation, given or accepted, or the wish to welcome a guest."""

from __future__ import annotations

from collections.abc import Iterator

from comity.extract.actors import Actors
from comity.extract.circumstance import place_near, when_near
from comity.extract.context import Context
from comity.extract.frames import Match
from comity.extract.quoting import clause_of
from comity.extract.telling import participant
from comity.model import Engagement
from comity.reading.syntax import subject, word

__all__ = ["guest_visit"]

_ACCEPTS = frozenset({"accept", "accepts", "accepted", "accepting"})


def guest_visit(match: Match, context: Context) -> Iterator[Engagement]:
    """A proposed or invited visit: the guest travels to the host's state."""
    sentence = match.sentence
    accepted = match.rule.noun and word(match.head.head) in _ACCEPTS
    place = place_near(match.head.idx, sentence)
    if accepted:
        guest = context.actors(subject(match.head.head), sentence)
        host = Actors((place.country,)) if place and place.country else context.actors(match.who, sentence)
    else:
        host = context.actors(match.who, sentence)
        guest = _guest(match, host, context)
    if not host.parties or not guest.parties or guest.parties[0] == host.parties[0]:
        return
    if place is not None and place.country != host.parties[0]:
        place = None
    part = match.parts[-1] if match.parts else None
    when = when_near(match.head.idx, sentence, context, "future")
    fixed = when is not None and when.precision == "day" and match.rule.yields["status"] == "proposed"
    yield Engagement(
        rule=match.rule.id,
        evidence=(clause_of(match, part, context.source.release),),
        kind="visit",
        form="state_visit" if "state visit" in sentence.text.casefold() else None,
        name="State Visit" if "State Visit" in sentence.text else None,
        when=when,
        place=place.name if place else None,
        place_country=host.parties[0],
        parties=tuple(dict.fromkeys((guest.parties[0], *host.parties[:1]))),
        status="planned" if accepted or fixed else str(match.rule.yields["status"]),
        participants=tuple(participant(p) for p in guest.people[:1]),
    )


def _guest(match: Match, host: Actors, context: Context) -> Actors:
    """The first person named behind the verb who is not of the host's state."""
    behind = match.sentence.start + match.head.idx
    for mention in match.sentence.people:
        if mention.start > behind and host.parties and mention.country not in (None, host.parties[0]):
            return Actors((mention.country or "",), (context.settle(mention),))
    return Actors()
