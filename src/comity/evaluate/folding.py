"""Folds the printed forms of a record to what is compared: words, codes, days, the main quote."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

__all__ = ["KINDS", "Record", "codes", "content_words", "day", "fold", "main_quote", "people", "records"]

Record = Mapping[str, Any]

KINDS = ("engagements", "exercises", "agreements", "commitments", "positions", "relations")

# Words that tell nothing apart: two exercises are not alike because both are "joint military exercises".
_EMPTY_WORDS = frozenset({
    "a", "an", "and", "between", "concerning", "for", "in", "of", "on", "s", "the", "to", "agreement",
    "bilateral", "edition", "ex", "exercise", "government", "joint", "military", "multilateral",
})  # fmt: skip
_YEAR = re.compile(r"(?:19|20)\d\d")
_NOT_WORD = re.compile(r"[\W_]+")


def fold(text: object) -> str:
    """Lower case without accents or punctuation, words parted by one space; '' for nothing."""
    plain = unicodedata.normalize("NFKD", str(text or ""))
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return _NOT_WORD.sub(" ", letters.lower()).strip()


def content_words(text: object) -> list[str]:
    """The folded words that tell one name from another, in order, years left out."""
    return [w for w in fold(text).split() if w not in _EMPTY_WORDS and not _YEAR.fullmatch(w)]


def records(document: Record, kind: str) -> list[Record]:
    """The records of one kind in a document of the agreed shape."""
    return list(document.get(kind) or [])


def main_quote(record: Record) -> str:
    """The first quote of a record, whose evidence may be a string, an object or a list; '' for none."""
    evidence = record.get("evidence") or []
    if isinstance(evidence, str | Mapping):
        evidence = [evidence]
    quotes = (e.get("quote") if isinstance(e, Mapping) else str(e) for e in evidence)
    return next((q for q in quotes if q), "")


def codes(parties: Iterable[object] | None) -> frozenset[str]:
    """Party codes in upper case; a party may also be an object that holds its code, country or name."""
    told = (_code(party) for party in parties or ())
    return frozenset(str(code).strip().upper() for code in told if code)


def _code(party: object) -> object:
    if isinstance(party, Mapping):
        return party.get("code") or party.get("country") or party.get("name")
    return party


def day(date: object) -> str:
    """An EDTF string from a string or a {start, end} object; '' where no date is told."""
    if not isinstance(date, Mapping):
        return str(date or "")
    start, end = date.get("start"), date.get("end")
    return f"{start}/{end}" if end and end != start else str(start or "")


def people(record: Record) -> list[str]:
    """How each participant is named: by name, else by role."""
    told = record.get("participants") or []
    return [(p.get("name") or p.get("role") or "") if isinstance(p, Mapping) else p for p in told]
