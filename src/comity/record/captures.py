"""Keeps the bytes of documents as they arrived, by their hash, and each place where they were seen."""

from __future__ import annotations

import hashlib
import zlib

from sqlalchemy import Connection, bindparam, insert, select

from comity.errors import NotKept, RecordDamaged
from comity.model import Capture
from comity.record.clock import next_number
from comity.record.digests import sealed
from comity.record.tables import captures, sightings

__all__ = ["content_of", "keep_capture", "see"]

_KNOWN = select(captures.c.sha256).where(captures.c.sha256 == bindparam("sha256"))
_SEEN = select(sightings.c.number).where(
    sightings.c.capture == bindparam("sha256"), sightings.c.source == bindparam("place"),
    sightings.c.release.is_not(None),
)  # fmt: skip


def keep_capture(connection: Connection, capture: Capture, at: str) -> bool:
    """Keep the bytes; False where they were kept before."""
    if connection.execute(_KNOWN, {"sha256": capture.sha256}).first():
        return False
    row = {
        "sha256": capture.sha256,
        "media_type": capture.media_type,
        "size": len(capture.content),
        "content": zlib.compress(capture.content, 6),
        "at": at,
    }
    connection.execute(insert(captures), [sealed(captures, row)])
    return True


def see(
    connection: Connection,
    capture: Capture,
    at: str,
    *,
    release: int | None = None,
    url: str | None = None,
    retrieved: str | None = None,
) -> bool:
    """Note that these bytes were seen at this source; False where that was noted before."""
    if connection.execute(_SEEN, {"sha256": capture.sha256, "place": capture.source}).first():
        return False
    row = {
        "number": next_number(connection, sightings), "capture": capture.sha256, "release": release,
        "source": capture.source, "url": url, "retrieved": retrieved, "at": at,
    }  # fmt: skip
    connection.execute(insert(sightings), [sealed(sightings, row)])
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
