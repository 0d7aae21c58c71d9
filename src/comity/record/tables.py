"""The tables of a record: what is true and only added to, and what is worked out from it and can be rebuilt.

Every row of the first kind carries a `digest` of all its other columns, so that `comity verify` sees a changed value.
docs/record.md tells each column; a change here needs a migration beside it.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

__all__ = [
    "FACTS",
    "WORKED_OUT",
    "alike",
    "captures",
    "claims",
    "copies",
    "counts",
    "crosswalk",
    "decisions",
    "entries",
    "extractions",
    "form_keys",
    "formed",
    "forms",
    "heirs",
    "listed",
    "metadata",
    "releases",
    "retirements",
    "sightings",
    "sketches",
    "withdrawals",
]

metadata = MetaData()

# SQLite numbers rows only by its own INTEGER; PostgreSQL needs the wider word for as many.
_Number = BigInteger().with_variant(Integer, "sqlite")


def _number() -> Column[int]:
    """A row's number, counted up by the one writer: it tells the order in which things came to be known."""
    return Column("number", _Number, primary_key=True, autoincrement=False)


def _at() -> Column[str]:
    return Column("at", String(32), nullable=False)  # UTC, ISO 8601 with microseconds


def _digest() -> Column[str]:
    return Column("digest", String(32), nullable=False)


captures = Table(
    "captures",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("media_type", String, nullable=False),
    Column("size", _Number, nullable=False),
    Column("content", LargeBinary, nullable=False),  # zlib
    _at(),
    _digest(),
)
releases = Table(
    "releases",
    metadata,
    _number(),
    Column("id", String(16), nullable=False, unique=True),
    Column("capture", String(64), ForeignKey("captures.sha256"), nullable=False, index=True),
    Column("document", _Number, nullable=False, index=True),  # the number of its first version
    Column("version", Integer, nullable=False),
    Column("issued", String(32), index=True),
    Column("issuer", Text),
    Column("country", String(32)),
    Column("genre", String(16), nullable=False),
    Column("title", Text),
    Column("url", Text, index=True),
    Column("release_number", Text, index=True),
    Column("shape", Text, nullable=False),  # the release block of `comity/1` without its text, JSON
    Column("text", Text, nullable=False),
    _at(),
    _digest(),
)
sightings = Table(
    "sightings",
    metadata,
    _number(),
    Column("capture", String(64), ForeignKey("captures.sha256"), nullable=False, index=True),
    Column("release", _Number, ForeignKey("releases.number"), index=True),
    Column("source", Text, nullable=False),
    Column("url", Text),
    Column("retrieved", String(32)),
    _at(),
    _digest(),
    UniqueConstraint("capture", "source", "release"),
)
extractions = Table(
    "extractions",
    metadata,
    _number(),
    Column("release", _Number, ForeignKey("releases.number"), nullable=False, index=True),
    Column("extractor", String(64), nullable=False),  # version and digest of the lexicon
    Column("told", Text, nullable=False),  # warnings and triage, JSON
    _at(),
    _digest(),
)
claims = Table(
    "claims",
    metadata,
    _number(),
    Column("id", String(16), nullable=False, index=True),
    Column("release", _Number, ForeignKey("releases.number"), index=True),  # none: typed in by a person
    Column("extraction", _Number, ForeignKey("extractions.number")),
    Column("kind", String(16), nullable=False),
    Column("quote", Text, nullable=False),  # the main quote; empty for what a person typed in
    Column("body", Text, nullable=False),  # the claim's shape of `comity/1`, JSON, without the main quote
    Column("inferences", Text, nullable=False),  # JSON
    _at(),
    _digest(),
)
retirements = Table(
    "retirements",
    metadata,
    Column("claim", _Number, ForeignKey("claims.number"), primary_key=True, autoincrement=False),
    Column("extraction", _Number, ForeignKey("extractions.number"), nullable=False),
    _at(),
    _digest(),
)
decisions = Table(
    "decisions",
    metadata,
    _number(),
    Column("id", String(16), nullable=False, unique=True),
    Column("target", String(24), nullable=False, index=True),  # the id of a claim or an entry
    Column("verb", String(12), nullable=False),
    Column("field", String(64)),
    Column("old", Text),  # JSON
    Column("new", Text),  # JSON
    Column("seen", String(32), nullable=False),  # digest of the quote and the extracted value decided on
    Column("who", Text, nullable=False),
    Column("why", Text),
    _at(),
    _digest(),
)
withdrawals = Table(
    "withdrawals",
    metadata,
    Column("release", _Number, ForeignKey("releases.number"), primary_key=True, autoincrement=False),
    Column("who", Text, nullable=False),
    Column("why", Text, nullable=False),
    _at(),
    _digest(),
)
entries = Table(
    "entries",
    metadata,
    _number(),
    Column("id", String(16), nullable=False, unique=True),
    Column("kind", String(16), nullable=False),
    Column("founder", String(24), nullable=False, index=True),  # the claim (or mention) it was first made for
    _at(),
    _digest(),
)
crosswalk = Table(
    "crosswalk",
    metadata,
    _number(),
    Column("old", String(16), nullable=False, index=True),
    Column("new", String(16), nullable=False),
    Column("why", String(24), nullable=False),
    _at(),
    _digest(),
)

heirs = Table(
    "heirs",
    metadata,
    _number(),
    Column("old", String(16), nullable=False, index=True),  # a claim that fell
    Column("new", String(16), nullable=False, index=True),  # the claim that says the same in its place
    _at(),
    _digest(),
)

listed = Table(
    "listed",
    metadata,
    # The day in front and the claim's number behind: the order of this number is newest first, read backwards.
    Column("place", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("claim", _Number, ForeignKey("claims.number"), nullable=False, unique=True),
    Column("release", _Number, index=True),
    Column("issued", String(32)),
    Column("review", String(12), nullable=False),
    Column("names", Text, nullable=False),
    Column("tags", Text, nullable=False),
)
formed = Table(
    "formed",
    metadata,
    Column("claim", _Number, ForeignKey("claims.number"), primary_key=True, autoincrement=False),
    Column("at", Integer, primary_key=True, autoincrement=False),  # -1: the claim itself; else its participant
    Column("form", _Number, nullable=False, index=True),
)
forms = Table(
    "forms",
    metadata,
    _number(),
    Column("kind", String(16), nullable=False),
    Column("hash", String(32), nullable=False, unique=True),
    Column("standing_for", String(24), nullable=False),  # the claim (or mention) that is looked at for all of this form
    Column("component", _Number, nullable=False, index=True),
    Column("entry", String(16), index=True),
    Column("tied_to", String(24)),  # the telling that it is most surely one with
    Column("reason", Text),
    Column("certainty", Integer),  # in thousandths
)
form_keys = Table(
    "form_keys",
    metadata,
    Column("key", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("form", _Number, primary_key=True, autoincrement=False),
    Index("form_keys_of", "form"),
)
sketches = Table(
    "sketches",
    metadata,
    Column("key", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("release", _Number, ForeignKey("releases.number"), primary_key=True, autoincrement=False),
)
copies = Table(
    "copies",
    metadata,
    Column("release", _Number, ForeignKey("releases.number"), primary_key=True, autoincrement=False),
    Column("original", _Number, ForeignKey("releases.number"), nullable=False),
)
alike = Table(
    "alike",
    metadata,
    Column("release", _Number, ForeignKey("releases.number"), primary_key=True, autoincrement=False),
    Column("other", _Number, ForeignKey("releases.number"), primary_key=True, autoincrement=False),
)
counts = Table(
    "counts",
    metadata,
    Column("tag", Text, primary_key=True),
    Column("n", _Number, nullable=False),
)

FACTS = (
    captures, releases, sightings, extractions, claims, retirements, decisions, withdrawals, entries, crosswalk, heirs,
)  # fmt: skip
"""Added to, never changed; in the order in which they may be copied."""
WORKED_OUT = (listed, formed, forms, form_keys, sketches, alike, copies, counts)
"""Made from the facts, and made anew by `comity verify --rebuild`."""
