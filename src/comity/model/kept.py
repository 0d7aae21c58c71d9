"""What a record keeps of a claim beside it, and the entries that claims of several releases make together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from comity.model.claims import Claim

__all__ = ["Entry", "Kept", "Mention", "Tie"]


@dataclass(frozen=True, slots=True)
class Kept:
    """A claim as the record keeps it: with people's corrections, the release that tells it, and its standing.

    `issued` is the day of issue as ISO 8601 (`2022-09-08`), or None where none is told; `review` is what people made of
    it: machine (nobody looked at it), accepted, corrected, rejected, unsure.
    """

    claim: Claim
    release: str
    issued: str | None
    genre: str = "other"
    title: str | None = None
    review: str = "machine"

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id

    @property
    def order(self) -> tuple[str, str, str]:
        """Its place among the members of an entry: by the day of issue, those without one last."""
        return self.issued or "9999", self.release, self.id

    @property
    def kind(self) -> str:
        """The claim's kind: engagement, exercise, agreement, commitment, position or relation."""
        return self.claim.kind_name


@dataclass(frozen=True, slots=True)
class Mention:
    """A person as one claim names them. `at` is the place among the claim's participants, from 0."""

    name: str
    role: str | None
    office: str
    country: str | None
    day: str | None
    claim: str
    at: int = 0

    @property
    def id(self) -> str:
        """What tells this mention from all others."""
        return f"{self.claim}#{self.at}"


@dataclass(frozen=True, slots=True)
class Tie:
    """Why two tellings are held to be of one thing: the reason in words, and how sure (0 to 1)."""

    a: str
    b: str
    reason: str
    certainty: float


@dataclass(frozen=True, slots=True)
class Entry:
    """The thing itself, put together from the claims of all releases; members stand in the order of issue."""

    id: str
    kind: str
    members: tuple[Kept, ...]
    ties: tuple[Tie, ...] = field(default=(), repr=False)

    @property
    def releases(self) -> tuple[str, ...]:
        """The releases that tell of it, in the order of issue."""
        return tuple(dict.fromkeys(kept.release for kept in self.members if kept.release))

    def claims(self) -> Iterator[Claim]:
        """The claims of its members."""
        return (kept.claim for kept in self.members)
