"""What was found in a release, and how it becomes a reading: settled, weighed, numbered, in order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from comity.extract import assemble, one_engagement, one_exercise
from comity.extract.certainty import certainty
from comity.extract.home import among_its_own
from comity.extract.identity import number
from comity.extract.nesting import nest
from comity.model import Agreement, Claim, Commitment, Engagement, Exercise, Position, Reading, Relation
from comity.reading.annotate import Annotated

__all__ = ["Found", "settled"]

C = TypeVar("C", bound=Claim)


@dataclass(slots=True)
class Found:
    """The claims of each kind as they are found; `headline` are the engagements of the title."""

    engagements: list[Engagement] = field(default_factory=list)
    headline: list[Engagement] = field(default_factory=list)
    exercises: list[Exercise] = field(default_factory=list)
    agreements: list[Agreement] = field(default_factory=list)
    commitments: list[Commitment] = field(default_factory=list)
    positions: list[Position] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)


def settled(found: Found, source: Annotated, least: float) -> Reading:
    """The reading: one claim for each thing, without those less likely than `least`."""
    release = source.release
    account = release.account
    seen: Counter[tuple[str, str]] = Counter()

    def finish(claims: list[C]) -> tuple[C, ...]:
        ordered = sorted(claims, key=lambda c: c.evidence[0].start)
        sure = [(c, *certainty(c, source)) for c in ordered]
        told = [
            replace(c, according_to=c.according_to or account, certainty=right)
            for c, noticed, right in sure
            if noticed >= least
        ]
        return tuple(number(told, release.id, seen))

    promised = assemble.commitments(found.commitments, found.positions)
    held = one_engagement.engagements(found.engagements, found.headline)
    met = finish([c for c in held if not among_its_own(c, account)])
    nested = nest(met)
    return Reading(
        release=release,
        engagements=tuple(_ordered(nested)),
        exercises=finish(one_exercise.exercises(found.exercises)),
        agreements=finish(assemble.agreements(found.agreements)),
        commitments=finish(promised),
        positions=finish(assemble.positions(found.positions, promised)),
        relations=finish(assemble.relations(found.relations)),
    )


def _ordered(claims: Sequence[Engagement]) -> Iterator[Engagement]:
    """Number the engagements in the order they happened, as far as dates and the text tell."""
    ranked = sorted(range(len(claims)), key=lambda i: (_day(claims[i]), _turn(claims[i]), i))
    order = {index: rank + 1 for rank, index in enumerate(ranked)}
    for index, claim in enumerate(claims):
        yield replace(claim, order=order[index])


def _day(claim: Engagement) -> str:
    when = claim.when.edtf if claim.when else None
    return (when or "9").replace("../", "")[:10]


def _turn(claim: Engagement) -> int:
    """Words that put an event before or after its neighbours of the same day."""
    words = claim.quote.casefold()
    if re.search(r"\b(?:before|prior to|earlier|ahead of|on arrival|began)\b", words):
        return -1
    return int(bool(re.search(r"\b(?:later|subsequently|followed|afterwards|then)\b", words)))
