"""Whether a release is another version of a document that is kept: the same page, or the same paper printed anew."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, bindparam, or_, select

from comity.model import Release
from comity.record.likeness import ALIKE, shared
from comity.record.tables import releases

__all__ = ["Page", "document_of", "page_of", "page_of_row"]

RELATED = 0.5
"""From this share of common word sequences on, one text may be another version of the other."""
_NO_WORD = re.compile(r"[\W_]+")
_COLUMNS = (
    releases.c.number, releases.c.document, releases.c.version, releases.c.capture, releases.c.url, releases.c.issuer,
    releases.c.release_number, releases.c.title, releases.c.issued, releases.c.text,
)  # fmt: skip
Held = Row[int, int, int, str, str | None, str | None, str | None, str | None, str | None, str]


@dataclass(frozen=True, slots=True)
class Page:
    """What tells a document from others."""

    capture: str
    url: str | None
    issuer: str | None
    release_number: str | None
    title: str | None
    issued: str | None
    text: str


def page_of(release: Release, capture: str) -> Page:
    """Of a release that was read."""
    issued = release.issued.edtf if release.issued else None
    return Page(capture, release.url, release.issuer.name, release.release_number, release.title, issued, release.text)


def page_of_row(row: Mapping[str, Any]) -> Page:
    """Of a row of releases."""
    names = ("capture", "url", "issuer", "release_number", "title", "issued", "text")
    return Page(*(row[name] for name in names))


def document_of(connection: Connection, page: Page, number: int, beside: Sequence[int]) -> tuple[int, int]:
    """The document that a release is a version of, and the how many-eth it is to arrive; else a document of its own.

    `beside` are the releases whose sketches share a key with that of its text.

    The same bytes read with another text are a version. So is what stands at the same address, or bears the same number
    of its issuer in the same year, or is nearly the same text of the same issuer: if its title is the same, or half its
    words. An address or number alone may be shared by many releases.
    """
    found = [row for row in _candidates(connection, page, beside) if row.capture == page.capture or _same(page, row)]
    if not found:
        return number, 1
    document = min(row.document for row in found)
    held = select(releases.c.version).where(releases.c.document == document)
    return document, max(connection.execute(held).scalars()) + 1


def _candidates(connection: Connection, page: Page, beside: Sequence[int]) -> list[Held]:
    same = [releases.c.capture == bindparam("capture")]
    told: dict[str, Any] = {"capture": page.capture}
    if page.url:
        same.append(releases.c.url == bindparam("url"))
        told["url"] = page.url
    if page.release_number and page.issuer:
        same.append((releases.c.release_number == bindparam("printed")) & (releases.c.issuer == bindparam("issuer")))
        told |= {"printed": page.release_number, "issuer": page.issuer}
    if beside:
        same.append(releases.c.number.in_(bindparam("beside", expanding=True)))
        told["beside"] = beside
    return list(connection.execute(select(*_COLUMNS).where(or_(*same)).order_by(releases.c.number), told))


def _same(page: Page, row: Held) -> bool:
    here = bool(page.url) and page.url == row.url
    year = (page.issued or "")[:4] == (row.issued or "")[:4]
    numbered = bool(page.release_number) and (page.release_number, page.issuer) == (row.release_number, row.issuer)
    titled = bool(page.title) and _folded(page.title) == _folded(row.title)
    if here or (numbered and year):
        return titled or shared(page.text, row.text) >= RELATED
    elsewhere = page.url and row.url
    return titled and not elsewhere and page.issuer == row.issuer and shared(page.text, row.text) >= ALIKE


def _folded(title: str | None) -> str:
    return _NO_WORD.sub("", unicodedata.normalize("NFKC", title or "").casefold())
