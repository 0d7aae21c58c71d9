"""Readings made by hand for the tests of keeping, linking and views: claims whose quotes stand in their text."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

from sqlalchemy import Connection

from builders import made
from comity.extract.identity import number
from comity.linking.relink import relink
from comity.model import (
    Agreement,
    Capture,
    Claim,
    Commitment,
    Engagement,
    Evidence,
    Exercise,
    Participant,
    Position,
    Reading,
    Relation,
    When,
)
from comity.record import Record
from comity.record.clock import stamp
from comity.record.keeping import Added, keep
from comity.sources.identity import release_id

C = TypeVar("C", bound=Claim)

_LISTS = {
    Engagement: "engagements", Exercise: "exercises", Agreement: "agreements",
    Commitment: "commitments", Position: "positions", Relation: "relations",
}  # fmt: skip


def day(edtf: str | None) -> When | None:
    """A date as a release tells it."""
    return When(edtf, "range" if edtf and "/" in edtf else "day", "text", edtf or "") if edtf else None


def person(name: str, country: str | None = None, office: str = "unknown", role: str | None = None) -> Participant:
    """Somebody who took part."""
    return Participant(name, role, office, country)


def claim(made_as: type[C], quote: str, /, **fields: Any) -> C:
    """A claim of these fields that rests on `quote`; its place and id come with its release."""
    return made_as(rule="by.hand", evidence=(Evidence(0, len(quote), quote),), certainty=0.9, **fields)


def told(
    claims: Sequence[Claim],
    issued: str = "2024-08-20",
    *,
    title: str = "A release",
    issuer: str = "IN",
    url: str | None = None,
    body: str = "",
    genre: str = "readout",
) -> Reading:
    """The reading of a release that says these claims' quotes one after the other, then `body`."""
    words = "\n".join([*(c.quote for c in claims), body]).strip() or title
    bare = made([("title", title), ("body", words)], issuer, issued, genre=genre)
    release = replace(bare, id=release_id(words, issued), url=url)
    seen: Counter[tuple[str, str]] = Counter()
    lists: dict[str, list[Claim]] = {name: [] for name in _LISTS.values()}
    for one in claims:
        start = release.text.index(one.quote)
        placed = replace(one, evidence=(Evidence(start, start + len(one.quote), one.quote),), according_to=(issuer,))
        lists[_LISTS[type(one)]] += number([placed], release.id, seen)
    return Reading(release, **{name: tuple(found) for name, found in lists.items()})  # type: ignore[arg-type]


def capture(reading: Reading, source: str = "release.md") -> Capture:
    """The bytes of a release made by hand."""
    content = f"{reading.release.url or ''}\n{reading.release.text}".encode()
    return Capture(source, hashlib.sha256(content).hexdigest(), "text/markdown", content)


def add(record: Record, reading: Reading, source: str = "release.md", extractor: str = "test") -> Added:
    """Keep and link one release in a transaction of its own."""
    with record.writing() as connection:
        return add_within(connection, reading, source, extractor)


def add_within(connection: Connection, reading: Reading, source: str = "release.md", extractor: str = "test") -> Added:
    """Keep and link one release in a transaction that is open."""
    at = stamp(connection)
    added = keep(connection, capture(reading, source), reading, extractor, at)
    relink(connection, added.changed, at)
    return added
