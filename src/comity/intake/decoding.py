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


def decoded(content: bytes, *, where: str = "", markup: bool = False) -> tuple[str, str]:
    """The characters of `content` and the name of its encoding.

    A byte order mark, UTF-8, or what a page declares (with `markup`); no other encoding is guessed.

    Raises:
        UnknownFormat: it is no text in any of these; says where it stops being UTF-8.
    """
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if content.startswith(mark):
            text = _as(content, name, where)
            if name == "utf-16" and not re.search("[ \\t\\r\\n\u3000。、]", text[1:]):
                raise _unreadable(where)  # two odd bytes in front are not yet a byte order mark
            return text, name
    declared = _DECLARED.search(content[:_HEAD]) if markup else None
    names = ["utf-8"]
    if declared and _KNOWN.fullmatch(declared.group(1).decode("ascii")):
        names.append(declared.group(1).decode("ascii").lower())
    for name in names:
        try:
            return content.decode(name), name
        except UnicodeDecodeError:
            continue
    raise _unreadable(where, _first_bad(content))


def _first_bad(content: bytes) -> int | None:
    """Where the bytes stop being UTF-8."""
    try:
        content.decode()
    except UnicodeDecodeError as error:
        return error.start
    return None


def _as(content: bytes, name: str, where: str) -> str:
    try:
        return content.decode(name)
    except UnicodeDecodeError as error:
        raise _unreadable(where) from error


def _unreadable(where: str, at: int | None = None) -> UnknownFormat:
    told = (
        f"byte {at:,} is not UTF-8, and no other encoding is declared" if at is not None else "no text in its encoding"
    )
    return UnknownFormat(told, where=where, then="save it as UTF-8")
