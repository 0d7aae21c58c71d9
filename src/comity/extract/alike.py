"""When two values told in one release may be the same: days, names, words."""

from __future__ import annotations

import re
import unicodedata

from comity.model import When

__all__ = ["dates_agree", "folded", "inside", "plain", "words_of"]


def dates_agree(a: When | None, b: When | None) -> bool:
    """Whether two dates may be of one event: the same, one within the other, or one not told."""
    if a is None or b is None or not a.edtf or not b.edtf:
        return True
    return a.edtf.startswith(b.edtf) or b.edtf.startswith(a.edtf) or inside(a.edtf, b.edtf) or inside(b.edtf, a.edtf)


def inside(day: str, span: str) -> bool:
    """Whether a day, or a stretch of days, lies within a stretch."""
    first, slash, last = span.partition("/")
    begin, _, end = day.partition("/")
    if not slash or ".." in (begin, end):
        return False
    return (first == ".." or first <= begin) and (last == ".." or (end or begin) <= last)


def plain(text: str) -> str:
    """A name without accents: Communiqué is also printed Communique."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def folded(text: str) -> str:
    """A name in small letters, without marks."""
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()


_COMMON = frozenset({"the", "of", "and", "exercise", "ex", "a", "on", "for", "joint", "between", "in"})


def words_of(text: str) -> set[str]:
    """The words of a name that tell it from others."""
    return {w for w in folded(text).split() if w not in _COMMON and not re.fullmatch(r"(?:19|20)\d\d", w)}
