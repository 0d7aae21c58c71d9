"""The six kinds of claim, as plain frozen values (`record/vocabulary.py` lists the words each field may hold)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from comity.model.span import Evidence
from comity.model.when import When

__all__ = [
    "KINDS",
    "KIND_NAMES",
    "Agreement",
    "Amount",
    "Claim",
    "Commitment",
    "Engagement",
    "Exercise",
    "Inference",
    "Participant",
    "PlaceDetail",
    "Position",
    "Relation",
    "Topic",
]


@dataclass(frozen=True, slots=True)
class Inference:
    """One step that led to a value that is not printed as it stands: `field`, the words, and the reason."""

    field: str
    value: str
    basis: str
    printed: str
    reason: str


@dataclass(frozen=True, slots=True)
class Participant:
    """A person or a number of people; `name` is None where only the office or a number is given."""

    name: str | None
    role: str | None
    office: str = "unknown"
    country: str | None = None
    acting: bool = False
    count: int | None = None


@dataclass(frozen=True, slots=True)
class PlaceDetail:
    """What is known of a place beyond its printed name."""

    printed: str
    basis: str
    lat: float | None = None
    lon: float | None = None
    geonames_id: int | None = None


@dataclass(frozen=True, slots=True)
class Topic:
    """What was talked about, with its quote."""

    topic: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum as told."""

    value: float
    currency: str
    printed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What every claim carries: its id, the rule that found it, its quotes, whose account, how sure."""

    kind_name: ClassVar[str] = "claim"

    id: str = ""
    rule: str
    evidence: tuple[Evidence, ...]
    according_to: tuple[str, ...] = ()
    certainty: float = 0.5
    inferences: tuple[Inference, ...] = field(default=(), repr=False)

    @property
    def quote(self) -> str:
        """The main quote."""
        return self.evidence[0].quote if self.evidence else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Engagement(Claim):
    """Talks, a dialogue, summit, visit, call, ceremony or conference."""

    kind_name: ClassVar[str] = "engagement"

    kind: str
    form: str | None = None
    name: str | None = None
    series: str | None = None
    edition: int | None = None
    when: When | None = None
    place: str | None = None
    place_country: str | None = None
    place_detail: PlaceDetail | None = None
    parties: tuple[str, ...] = ()
    level: str | None = None
    status: str = "held"
    part_of: str | None = None
    order: int | None = None
    topics: tuple[Topic, ...] = ()
    participants: tuple[Participant, ...] = ()
    vessels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise(Claim):
    """A military exercise, or a series to be kept up."""

    kind_name: ClassVar[str] = "exercise"

    name: str | None = None
    series: str | None = None
    edition: int | None = None
    domain: str = "unknown"
    domains: tuple[str, ...] = ()
    domain_basis: str = "text"
    format: tuple[str, ...] = ()
    focus: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    parties_complete: str = "unknown"
    when: When | None = None
    place: str | None = None
    place_country: str | None = None
    place_detail: PlaceDetail | None = None
    status: str = "held"
    vessels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Claim):
    """One dated step in the life of an agreement."""

    kind_name: ClassVar[str] = "agreement"

    name: str | None = None
    kind: str = "agreement"
    subject: str = "other"
    parties: tuple[str, ...] = ()
    status: str = "signed"
    when: When | None = None
    occasion: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(Claim):
    """Something agreed, promised, offered, invited, urged or needed."""

    kind_name: ClassVar[str] = "commitment"

    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    force: str = "agreed"
    action: str = ""
    about: tuple[str, ...] = ()
    due: When | None = None
    condition: str | None = None
    purpose: str | None = None
    amount: Amount | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Position(Claim):
    """A stance taken towards something."""

    kind_name: ClassVar[str] = "position"

    by: tuple[str, ...] = ()
    stance: str = "supports"
    topic: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation(Claim):
    """What a relationship is called, or how old it is."""

    kind_name: ClassVar[str] = "relation"

    parties: tuple[str, ...] = ()
    label: str | None = None
    established: int | None = None
    established_detail: When | None = None


KINDS: tuple[type[Claim], ...] = (Engagement, Exercise, Agreement, Commitment, Position, Relation)
KIND_NAMES = tuple(kind.kind_name for kind in KINDS)
