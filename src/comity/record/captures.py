"""Keeps the bytes of documents as they arrived, by their hash, and each place where they were seen."""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, exists, insert, select

from comity.errors import NotKept, RecordDamaged
from comity.model import Capture
from comity.record.clock import next_number
from comity.record.digests import sealed
from comity.record.tables import captures, sightings

__all__ = ["content_of", "file_of", "keep_capture", "known", "see", "unread"]

_KEEP, _SEE = insert(captures), insert(sightings)
_SEEN = select(sightings.c.source).where(sightings.c.capture == bindparam("sha256"), sightings.c.release.is_not(None))
_LINE = re.compile(r":\d+\Z", re.ASCII)


def file_of(source: str) -> str:
    """The file of a source: a line of a file with a release a line is named FILE:LINE, and may move in it."""
    return _LINE.sub("", source)


def known(connection: Connection, captured: Sequence[Capture]) -> dict[tuple[str, str | None], int]:
    """Which of some captures were kept and read before: by hash and file, and by hash alone (file None).

    The values are the numbers of their releases.
    """
    hashes = [capture.sha256 for capture in captured]
    query = select(sightings.c.capture, sightings.c.source, sightings.c.release)
    found: dict[tuple[str, str | None], int] = {}
    for row in connection.execute(query.where(sightings.c.capture.in_(hashes), sightings.c.release.is_not(None))):
        found[row.capture, file_of(row.source)] = found[row.capture, None] = row.release
    return found


def unread(connection: Connection, then: str = "9999") -> list[tuple[str, str]]:
    """The captures that no release was read from (by a time of the record), each with the source where it was seen.

    One whose source was read later, with other bytes, is settled and is none of them.
    """
    read, later = sightings.alias("read"), sightings.alias("later")
    query = select(sightings.c.capture, sightings.c.source).where(
        sightings.c.release.is_(None),
        sightings.c.at <= then,
        ~exists().where(read.c.capture == sightings.c.capture, read.c.release.is_not(None), read.c.at <= then),
        ~exists().where(
            later.c.source == sightings.c.source, later.c.release.is_not(None), later.c.at <= then,
            later.c.number > sightings.c.number,
        ),
    )  # fmt: skip
    return [(row.capture, row.source) for row in connection.execute(query.order_by(sightings.c.number))]


def keep_capture(connection: Connection, capture: Capture, at: str) -> None:
    """Keep the bytes, which are not kept yet."""
    row = {
        "sha256": capture.sha256,
        "media_type": capture.media_type,
        "size": len(capture.content),
        "content": zlib.compress(capture.content, 6),
        "at": at,
    }
    connection.execute(_KEEP, [sealed(captures, row)])


def see(
    connection: Connection,
    capture: Capture,
    at: str,
    *,
    release: int | None = None,
    url: str | None = None,
    retrieved: str | None = None,
    first: bool = False,
) -> bool:
    """Note that these bytes were seen at this source; False where that was noted before, in whatever line of it.

    `first`: they were never seen before.
    """
    seen = () if first else connection.execute(_SEEN, {"sha256": capture.sha256}).scalars()
    if file_of(capture.source) in map(file_of, seen):
        return False
    row = {
        "number": next_number(connection, sightings), "capture": capture.sha256, "release": release,
        "source": capture.source, "url": url, "retrieved": retrieved, "at": at,
    }  # fmt: skip
    connection.execute(_SEE, [sealed(sightings, row)])
    return True


def content_of(connection: Connection, sha256: str, source: str = "") -> Capture:
    """The capture with its bytes, under the name `source`.

    Raises:
        NotKept: no such capture is kept.
        RecordDamaged: its bytes are not the ones that were captured.
    """
    row = connection.execute(select(captures).where(captures.c.sha256 == sha256)).mappings().first()
    if row is None:
        raise NotKept("no such capture is kept", where=sha256, then="`comity show RELEASE` names its captures")
    if row["content"] == b"":
        raise NotKept("the bytes of this capture are gone, as its release was withdrawn", where=sha256)
    try:
        content = zlib.decompress(row["content"])
    except zlib.error as error:
        raise RecordDamaged("the bytes of a capture are damaged", where=sha256, then="restore a backup") from error
    if hashlib.sha256(content).hexdigest() != sha256:
        raise RecordDamaged("the bytes of a capture are not the ones captured", where=sha256, then="restore a backup")
    return Capture(source, sha256, row["media_type"], content)
