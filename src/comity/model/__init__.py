"""What we keep: plain frozen values for releases, spans, dates and the six kinds of claim."""

from comity.model.claims import (
    KIND_NAMES,
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
from comity.model.kept import Entry, Kept, Mention, Tie
from comity.model.reading import Reading, Triage
from comity.model.release import Block, CalendarDate, Capture, Genre, Issuer, Notice, Release, Role, Text
from comity.model.span import Evidence, OffsetMap, Span
from comity.model.when import Basis, Precision, When

__all__ = [
    "KINDS",
    "KIND_NAMES",
    "Agreement",
    "Amount",
    "Basis",
    "Block",
    "CalendarDate",
    "Capture",
    "Claim",
    "Commitment",
    "Engagement",
    "Entry",
    "Evidence",
    "Exercise",
    "Genre",
    "Inference",
    "Issuer",
    "Kept",
    "Mention",
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
    "Tie",
    "Topic",
    "Triage",
    "When",
]  # fmt: skip
