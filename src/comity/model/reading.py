"""The outcome of reading one release: its masthead and its claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from comity.model.claims import (
    Agreement,
    Claim,
    Commitment,
    Engagement,
    Exercise,
    Position,
    Relation,
)
from comity.model.release import Notice, Release
from comity.model.span import Evidence

__all__ = ["Reading", "Triage"]


@dataclass(frozen=True, slots=True)
class Triage:
    """Whether a release was read beyond its masthead and why, and how many of its sentences were parsed."""

    kept: bool = True
    reason: str = ""
    sentences: int = 0
    parsed: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """What one release says, claim by claim, in the order of the text."""

    release: Release
    engagements: tuple[Engagement, ...] = ()
    exercises: tuple[Exercise, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    positions: tuple[Position, ...] = ()
    relations: tuple[Relation, ...] = ()
    warnings: tuple[Notice, ...] = ()
    triage: Triage = Triage()

    def claims(self) -> Iterator[Claim]:
        """All claims, kind by kind."""
        yield from self.engagements
        yield from self.exercises
        yield from self.agreements
        yield from self.commitments
        yield from self.positions
        yield from self.relations

    def quotes(self) -> Iterator[Evidence]:
        """Every quote that the claims rest on, those of topics too."""
        for claim in self.claims():
            yield from claim.evidence
        for engagement in self.engagements:
            for topic in engagement.topics:
                yield from topic.evidence
