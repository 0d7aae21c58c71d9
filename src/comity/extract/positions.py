"""Positions: a stance that a party takes towards something, told in a statement or a meeting."""

from __future__ import annotations

from collections.abc import Iterator

from comity.extract.actors import person_at
from comity.extract.context import Actors, Context
from comity.extract.frames import Match
from comity.extract.quoting import part_span, quote_of
from comity.model import Position

__all__ = ["positions"]


_BARE = frozenset({"the step", "this step", "this decision", "the move", "it", "this", "them"})
# Whoever stands by something goes on doing it; whoever meets, calls or is glad to say it has said it.
_GOES_ON = frozenset({"stand", "stands", "continue", "continues", "continued", "remain", "remains"})
_SAYS_IT = frozenset(
    {"met", "meet", "meets", "spoke", "speaks", "called", "telephoned", "wrote", "talked", "held", "gathered"}
    | {"convened", "joined", "took", "wish", "wishes", "wished", "want", "wants", "wanted", "like", "welcomed"}
    | {"pleased", "proud", "glad", "happy", "delighted", "honored", "honoured"}
)


def _unreal(match: Match) -> bool:
    """A purpose ("to support ..."), a plan or a wish is no position, unless the verb above it makes it one."""
    if match.mood not in ("infinitive", "future", "conditional") or match.head.dep_ == "ROOT":
        return False
    above = match.head.head.lower_
    return match.head.i < match.head.head.i or above not in _GOES_ON | _SAYS_IT


def _shared(match: Match) -> bool:
    """`The Minister stressed our shared commitment to ...`: what is shared, all of them hold."""
    noun = match.thing if match.thing is not None else match.head
    return any(c.lower_ in ("shared", "mutual", "common", "joint") for c in noun.children if c.dep_ == "amod")


def _says_nothing(topic: str) -> bool:
    """`welcomed the step`: a topic that tells no more than that there is one; a lone name ("Ukraine") tells enough."""
    return (len(topic.split()) < 2 and not topic[:1].isupper()) or topic.casefold() in _BARE


def positions(match: Match, context: Context) -> Iterator[Position]:
    """The positions that one match of a position rule tells, none where no actor can be told."""
    by = context.holder(match.who, match.head, match.sentence) or context.owner(match.thing, match.sentence)
    if match.rule.who == "none" and not by.parties and len(context.focus) > 1:
        by = Actors(context.focus)
    if len(by.parties) == 1 and by.parties[0] in context.pair and _shared(match):
        by = Actors(context.pair, by.people, by.inferences)
    if not by.parties or match.negated or _unreal(match):
        return
    release = context.source.release
    for part in match.parts or (None,):
        quote = quote_of(match, part, release)
        span = part_span(match, part) if part else quote.span
        topic = release.text[span.start : span.end]
        if _says_nothing(topic) or (part and person_at(match.sentence, part.head) is not None):
            continue
        yield Position(
            rule=match.rule.id,
            evidence=(quote,),
            by=by.parties,
            stance=str(match.rule.yields.get("stance", "supports")),
            topic=topic,
            inferences=by.inferences,
        )
