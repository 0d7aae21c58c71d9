"""Positions: a stance that a party takes towards something, told in a statement or a meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.extract.assessments import assessor
from comity.extract.context import Context
from comity.extract.frames import Match
from comity.extract.quoting import clause_of, part_span, quote_of
from comity.model import Position

__all__ = ["positions"]


# Whoever stands by something goes on doing it; whoever meets, calls or is glad to say it has said it.
_GOES_ON = frozenset({"stand", "stands", "continue", "continues", "continued", "remain", "remains"})
_SAYS_IT = frozenset(
    {"met", "meet", "meets", "spoke", "speaks", "called", "telephoned", "wrote", "talked", "held", "gathered", "convened", "joined",
     "wish", "wishes", "wished", "want", "wants", "wanted", "like", "pleased", "proud", "glad", "happy", "delighted", "honored", "took"}
)  # fmt: skip


def _unreal(match: Match) -> bool:
    """A purpose ("to support ..."), a plan or a wish is no position, unless the verb above it makes it one."""
    if match.mood not in ("infinitive", "future", "conditional") or match.head.dep_ == "ROOT":
        return False
    above = match.head.head.lower_
    return match.head.i < match.head.head.i or above not in _GOES_ON | _SAYS_IT


# Thanks for an invitation and joy at seeing someone are manners, not a stance.
_COURTESY = re.compile(
    r"^(?:(?:the|this|that|your|his|her|their|our|my|a|an|such|all|both|kind|warm|very|gracious|generous|to|have|"
    r"having|had|be|being|making|taking|giving|sparing|for|once|again)\s+)*"
    r"(?:opportunity|chance|invitation|invite|compliments?|words|time|welcome|receiv\w+|com(?:e|ing)|join(?:ing)?|here|"
    r"host(?:ing)? (?:you|us|me|this)|see(?:ing)?|meet(?:ing)? (?:you|with)|of you|you|back|patience|attention|"
    r"questions?|introduc\w+|remarks|host|honou?r|able|in|at|with)\b",
    re.IGNORECASE,
)
_POLITE = frozenset({"position.thanked", "position.pleased", "position.gratitude"})
_GUESTS = re.compile(r"(?:to\b|(?:(?:all|both) of )?you\b)", re.IGNORECASE)
_HOLIDAY = re.compile(r"\b(?:[A-Z]\w+ Day|Day of|[Nn]ew [Yy]ear|Christmas|[Bb]irthday|holiday)\b")


def _manners(match: Match, topic: str) -> bool:
    if match.rule.id in _POLITE and _COURTESY.match(topic):
        return True
    if match.rule.id == "position.welcomed" and _GUESTS.match(topic):
        return True
    return match.rule.id == "position.congratulated" and _HOLIDAY.search(topic) is not None


def _only_says(match: Match) -> bool:
    """`I would like to note that we support ...`: the stance is in what is noted."""
    spoken = match.who is not None and match.who.lower_ in ("i", "we")
    return match.rule.id == "position.acknowledged" and spoken and any(p.shape == "that CLAUSE" for p in match.parts)


def _as_told(match: Match, context: Context) -> bool:
    """Whether the rule's own conditions hold: a mood that it asks for, words that a named person speaks."""
    yields = match.rule.yields
    return yields.get("mood", match.mood) == match.mood and (context.voice is not None or not yields.get("spoken"))


def positions(match: Match, context: Context) -> Iterator[Position]:
    """The positions that one match of a position rule tells, none where no actor can be told."""
    told = match.rule.yields.get("assessment")
    by = assessor(match, context) if told else context.holder(match.who, match.head, match.sentence)
    if not by.parties or match.negated or _unreal(match) or not _as_told(match, context) or _only_says(match):
        return
    release = context.source.release
    for part in match.parts or (None,):
        quote = clause_of(match, None, release) if told else quote_of(match, part, release)
        span = part_span(match, part) if part else quote.span
        topic = release.text[span.start : span.end]
        if (
            len(topic.split()) < 2
            or topic.casefold()
            in (
                "the step",
                "this step",
                "this decision",
                "the move",
            )
            or _manners(match, topic)
        ):
            continue
        yield Position(
            rule=match.rule.id,
            evidence=(quote,),
            by=by.parties,
            stance=str(match.rule.yields.get("stance", "supports")),
            topic=topic,
            inferences=by.inferences,
        )
