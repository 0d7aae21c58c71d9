"""Bytes become characters: which encoding a text is in, or that it is no text at all."""

from __future__ import annotations

import codecs
import re

from comity.errors import UnknownFormat

__all__ = ["decoded"]

_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
_KNOWN = re.compile(
    r"windows-125\d|iso-8859-\d{1,2}|koi8-[ru]|shift_jis|euc-(?:jp|kr)|gbk|gb2312|gb18030|big5|utf-16(?:le|be)?|utf-8",
    re.IGNORECASE,
)
_HEAD = 4096
_ODD = frozenset(range(32)) - {9, 10, 12, 13}
_MOST_ODD = 0.002


def decoded(content: bytes, *, where: str = "", markup: bool = False) -> tuple[str, str]:
    """The characters of `content` and the name of its encoding.

    Byte order mark, UTF-8, what a page declares (with `markup`), then Windows-1252 for what looks like text.

    Raises:
        UnknownFormat: it is no text in any of these.
    """
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if content.startswith(mark):
            return _as(content, name, where), name
    declared = _DECLARED.search(content[:_HEAD]) if markup else None
    names = ["utf-8"]
    if declared and _KNOWN.fullmatch(declared.group(1).decode("ascii")):
        names.append(declared.group(1).decode("ascii").lower())
    for name in names:
        try:
            return content.decode(name), name
        except UnicodeDecodeError:
            continue
    odd = sum(content.count(byte) for byte in _ODD)
    if odd > _MOST_ODD * len(content):
        raise _unreadable(where)
    return _as(content, "cp1252", where), "cp1252"


def _as(content: bytes, name: str, where: str) -> str:
    try:
        return content.decode(name)
    except UnicodeDecodeError as error:
        raise _unreadable(where) from error


def _unreadable(where: str) -> UnknownFormat:
    return UnknownFormat("these bytes are no text in a known encoding", where=where, then="save it as UTF-8")
