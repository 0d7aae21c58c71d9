"""Keeps one release: its capture, its masthead and its claims, all in the transaction of the caller."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

from sqlalchemy import Connection, bindparam, insert, select

from comity.model import Capture, Reading, Release
from comity.model.shape import release_shape
from comity.record import likeness as near
from comity.record.captures import keep_capture, see
from comity.record.clock import next_number
from comity.record.digests import canonical, sealed
from comity.record.pages import document_of, page_of
from comity.record.rows import claim_row
from comity.record.standing import NOTHING, Changed, restand, stand
from comity.record.tables import captures, claims, extractions, releases, sightings, withdrawals

__all__ = [
    "Added",
    "Outcome",
    "keep",
    "keep_all",
    "keep_extraction",
    "keep_unread",
    "see_again",
]

Outcome = Literal["new", "unchanged", "duplicate", "updated", "withdrawn"]

_ADD_RELEASE, _ADD_EXTRACTION, _ADD_CLAIMS = insert(releases), insert(extractions), insert(claims)
_WITHDRAWN = select(withdrawals.c.release).where(withdrawals.c.release == bindparam("number"))
_BYTES = select(captures.c.sha256).where(captures.c.sha256 == bindparam("sha256"))
_KNOWN = select(
    select(releases.c.number).where(releases.c.id == bindparam("id")).scalar_subquery().label("number"),
    _BYTES.exists().label("bytes"),
    # By its bytes too: another version of the extractor may read other words in them.
    select(withdrawals.c.release)
    .where(
        withdrawals.c.release.in_(select(releases.c.number).where(releases.c.id == bindparam("id")))
        | withdrawals.c.release.in_(select(sightings.c.release).where(sightings.c.capture == bindparam("sha256")))
    )
    .limit(1)
    .scalar_subquery()
    .label("gone"),
)
"""What the record has of a release: its number, whether it has the bytes, and what of them was withdrawn."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one release that was given to the record, and which claims stand or no longer stand by it."""

    outcome: Outcome
    release: int
    changed: Changed = NOTHING


def see_again(connection: Connection, capture: Capture, release: int, at: str) -> Added:
    """The same bytes at another source: nothing but one more place where they were seen."""
    if connection.execute(_WITHDRAWN, {"number": release}).first():
        return Added("withdrawn", release)
    fresh = see(connection, capture, at, release=release)
    return Added("duplicate" if fresh else "unchanged", release)


def keep_unread(connection: Connection, capture: Capture, at: str) -> None:
    """Keep the bytes of what could not be read: a later version may read them."""
    seen = select(sightings.c.number).where(sightings.c.capture == capture.sha256, sightings.c.source == capture.source)
    if connection.execute(seen).first() is None:
        if connection.execute(_BYTES, {"sha256": capture.sha256}).first() is None:
            keep_capture(connection, capture, at)
        see(connection, capture, at)


def keep(connection: Connection, capture: Capture, reading: Reading, extractor: str, at: str) -> Added:
    """Keep what one release says. Called again with the same, it changes nothing.

    The same words issued on the same day are one release, wherever they were seen. The same page with other words is
    a second version of its document; nearly the same words elsewhere are a copy, whose claims do not count again.
    """
    (added,), changed = keep_all(connection, [(capture, reading)], extractor, at)
    return replace(added, changed=changed)


def keep_all(
    connection: Connection, told: Iterable[tuple[Capture, Reading]], extractor: str, at: str
) -> tuple[list[Added], Changed]:
    """Keep many releases at once: the same as one after the other, and much quicker.

    Returns:
        What became of each, and the change that all of them together made.
    """
    added: list[Added] = []
    alone: list[int] = []
    touched: set[int] = set()
    for capture, reading in told:
        one, made, beside = _kept(connection, capture, reading, extractor, at)
        added.append(one)
        if one.outcome == "new":
            alone += made
        touched |= beside
    changed = stand(connection, alone)
    return added, changed | restand(connection, touched) if touched else changed


def _kept(
    connection: Connection, capture: Capture, reading: Reading, extractor: str, at: str
) -> tuple[Added, Sequence[int], set[int]]:
    """Keep one release.

    Returns:
        What became of it, its claims, and the releases whose standing it may have changed: none where it is new, and
        stands beside all others.
    """
    release = reading.release
    known = connection.execute(_KNOWN, {"id": release.id, "sha256": capture.sha256}).one()
    if known.gone is not None:
        return Added("withdrawn", known.gone), (), set()
    if not known.bytes:
        keep_capture(connection, capture, at)
    number = known.number or next_number(connection, releases)
    page = page_of(release, capture.sha256)
    if known.number is None:
        beside = near.sharing(connection, release.text)
        document, version = document_of(connection, page, number, beside)
        _keep_release(connection, release, capture.sha256, number, document, version, at)
    url, retrieved = release.url, release.retrieved
    fresh = see(connection, capture, at, release=number, url=url, retrieved=retrieved, first=not known.bytes)
    if known.number is not None:
        return Added("duplicate" if fresh else "unchanged", number), (), set()
    made = _keep_claims(connection, reading, number, extractor, at)
    alike = near.place(connection, number, release.text, page.issued, beside)
    if version == 1 and not alike:
        return Added("new", number), made, set()
    return Added("updated" if version > 1 else "duplicate", number), made, {number, *alike}


def _keep_claims(connection: Connection, reading: Reading, release: int, extractor: str, at: str) -> Sequence[int]:
    """Keep an extraction of a release and the claims that it found; gives their numbers."""
    extraction = keep_extraction(connection, reading, release, extractor, at)
    told_of = list(reading.claims())
    first = next_number(connection, claims, len(told_of))
    found = [claim_row(claim, first + i, release, extraction, at) for i, claim in enumerate(told_of)]
    if found:
        connection.execute(_ADD_CLAIMS, found)
    return range(first, first + len(told_of))


def keep_extraction(connection: Connection, reading: Reading, release: int, extractor: str, at: str) -> int:
    """Note that a release was read by an extractor; gives the extraction's number."""
    extraction = next_number(connection, extractions)
    told = {
        "warnings": [asdict(w) for w in (*reading.release.warnings, *reading.warnings)],
        "triage": asdict(reading.triage),
    }
    row = {"number": extraction, "release": release, "extractor": extractor, "told": canonical(told), "at": at}
    connection.execute(_ADD_EXTRACTION, [sealed(extractions, row)])
    return extraction


def _keep_release(
    connection: Connection, release: Release, capture: str, number: int, document: int, version: int, at: str
) -> None:
    shape: Mapping[str, Any] = release_shape(release)
    row = {
        "number": number, "id": release.id, "capture": capture, "document": document, "version": version,
        "issued": shape["issued"], "issuer": release.issuer.name, "country": release.issuer.country,
        "genre": release.genre, "title": release.title, "url": release.url, "release_number": release.release_number,
        "shape": canonical({key: value for key, value in shape.items() if key != "text"}), "text": release.text,
        "at": at,
    }  # fmt: skip
    connection.execute(_ADD_RELEASE, [sealed(releases, row)])
