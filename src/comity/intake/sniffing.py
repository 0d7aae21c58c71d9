"""What kind of document some bytes are, told from the bytes first and from the file's name second."""

from __future__ import annotations

import json
import re

from comity.errors import RefusedInput, UnknownFormat
from comity.intake.decoding import decoded

__all__ = ["entities_refused", "media_type_of"]

_HEAD = 4096
_BINARIES: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0", "an old Office file (DOC, XLS or PPT)"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"II*\x00", "a picture (TIFF)"),
    (b"MM\x00*", "a picture (TIFF)"),
    (b"BM", ""),
    (b"{\\rtf", "a Rich Text file (RTF)"),
    (b"%!PS", "a PostScript file"),
    (b"\x1f\x8b", "a compressed file (GZIP)"),
    (b"BZh", "a compressed file (BZIP2)"),
    (b"\xfd7zXZ", "a compressed file (XZ)"),
    (b"7z\xbc\xaf", "an archive (7z)"),
    (b"Rar!", "an archive (RAR)"),
    (b"SQLite format 3\x00", "a database (SQLite)"),
    (b"PAR1", "a Parquet file"),
    (b"\x7fELF", "a program"),
    (b"ID3", "a sound file (MP3)"),
    (b"OggS", "a sound file (OGG)"),
)
_ZIPPED: tuple[tuple[bytes, str], ...] = (
    (b"word/", "a Word file (DOCX)"),
    (b"xl/", "an Excel file (XLSX)"),
    (b"ppt/", "a PowerPoint file (PPTX)"),
    (b"opendocument.text", "an OpenDocument text (ODT)"),
    (b"opendocument", "an OpenDocument file"),
    (b"epub+zip", "an e-book (EPUB)"),
)
_MARKUP = re.compile(
    r"<(?:!doctype\s+html|html|head|body|main|article|div|p|h[1-6]|meta|title|section)\b", re.IGNORECASE
)
_XML = re.compile(r"<\?xml|<!doctype\s|<!entity\s", re.IGNORECASE)
_ENTITY = re.compile(r"<!ENTITY\s|<!DOCTYPE[^>\[]{0,1000}\[", re.IGNORECASE)
_MARKDOWN = re.compile(
    r"\A\ufeff?---\s*\n|^#{1,6} \S|\*\*\S|\]\(https?://|\\[*#_\[]|<su[pb]>|<br ?/?>|^[-*] {1,3}\*\*",
    re.MULTILINE,
)
_BY_NAME = {
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".jsonl": "application/x-ndjson",
    ".ndjson": "application/x-ndjson",
    ".json": "application/json",
    ".txt": "text/plain",
    ".text": "text/plain",
}
_ADVICE = "this format comes later: convert it to PDF, HTML or text"


def media_type_of(content: bytes, name: str, *, where: str = "") -> str:
    """The media type of `content`, which came under the file name `name` (may be empty).

    Raises:
        UnknownFormat: no reader knows it; the message names what it looks like.
        RefusedInput: it is markup that declares entities.
    """
    if b"%PDF-" in content[:1024]:
        return "application/pdf"
    looks = _binary(content)
    if looks:
        raise UnknownFormat(f"it looks like {looks}", where=where, then=_ADVICE)
    text, encoding = decoded(content, where=where, markup=True)
    if "\x00" in text[:_HEAD] or (encoding != "utf-16" and b"\x00" in content):
        raise UnknownFormat("it looks like a binary file of unknown kind", where=where, then=_ADVICE)
    suffix = "." + name.lower().rpartition(".")[2] if "." in name else ""
    return _textual(text, _BY_NAME.get(suffix, ""), where)


def _binary(content: bytes) -> str:
    head = content[:_HEAD]
    for mark, looks in _BINARIES:
        if looks and head.startswith(mark):
            return looks
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "a picture (WEBP)"
    if head[4:8] == b"ftyp":
        return "a film or picture (MP4, HEIC)"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return next((looks for mark, looks in _ZIPPED if mark in content), "an archive (ZIP)")
    if head[257:262] == b"ustar":
        return "an archive (TAR)"
    return ""


def _textual(text: str, by_name: str, where: str) -> str:
    head = text[:_HEAD].lstrip("\ufeff \t\r\n")
    if head.startswith("<"):
        marked = _markup(text, head, where)
        if marked and by_name != "text/markdown":
            return marked
    if head.startswith(("{", "[")):
        listed = _json(text, head, by_name)
        if listed:
            return listed
    if by_name in ("text/markdown", "text/html"):
        return by_name
    return "text/markdown" if _MARKDOWN.search(text[:200_000]) else "text/plain"


def _markup(text: str, head: str, where: str) -> str:
    if _XML.match(head):
        entities_refused(text, where)
    if _MARKUP.search(head) or re.match(r"<!doctype\s+html", head, re.IGNORECASE):
        return "text/html"
    if _XML.match(head):
        raise UnknownFormat("it looks like an XML file", where=where, then=_ADVICE)
    return ""


def entities_refused(text: str, where: str) -> None:
    """Refuse markup whose DTD declares entities, before a parser sees it.

    Raises:
        RefusedInput: it does.
    """
    if _ENTITY.search(text):
        raise RefusedInput(
            "its DTD declares entities, which can read files or fill the memory",
            where=where,
            then="save the page without its DTD",
        )


def _json(text: str, head: str, by_name: str) -> str:
    if by_name in ("application/json", "application/x-ndjson"):
        return by_name
    lines = [line for line in text.lstrip("\ufeff").splitlines()[:20] if line.strip()]
    if head.startswith("{"):
        objects = sum(_is_object(line) for line in lines)
        if objects and len(lines) > 1:
            return "application/x-ndjson"
    if re.match(r"(?:\[\s*)?\{\s*(?:\"|\})", head):
        return "application/json"
    return ""


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
