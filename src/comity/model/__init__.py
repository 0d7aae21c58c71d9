"""What we keep: plain frozen values for releases, spans, dates and the six kinds of claim."""

from comity.model.claims import (
    KINDS,
    Agreement,
    Amount,
    Claim,
    Commitment,
    Engagement,
    Exercise,
    Inference,
    Participant,
    PlaceDetail,
    Position,
    Relation,
    Topic,
)
from comity.model.reading import Reading, Triage
from comity.model.release import Block, CalendarDate, Capture, Genre, Issuer, Notice, Release, Role, Text
from comity.model.span import Evidence, OffsetMap, Span
from comity.model.when import Basis, Precision, When

__all__ = [
    "KINDS",
    "Agreement",
    "Amount",
    "Basis",
    "Block",
    "CalendarDate",
    "Capture",
    "Claim",
    "Commitment",
    "Engagement",
    "Evidence",
    "Exercise",
    "Genre",
    "Inference",
    "Issuer",
    "Notice",
    "OffsetMap",
    "Participant",
    "PlaceDetail",
    "Position",
    "Precision",
    "Reading",
    "Relation",
    "Release",
    "Role",
    "Span",
    "Text",
    "Topic",
    "Triage",
    "When",
]  # fmt: skip
