"""Finds the names of the lexicon in a text: the longest name at each place, in one pass over its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

__all__ = ["Gazetteer", "Hit", "Name", "NameKind"]

NameKind = Literal[
    "state", "adjective", "demonym", "capital", "service", "body", "title", "holder", "honorific",
    "postnominal", "place", "lookalike", "exercise", "agreement", "dialogue",
]  # fmt: skip

WORD = re.compile(r"\w+|[^\w\s]")
_APOSTROPHES = str.maketrans(
    {
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{LEFT SINGLE QUOTATION MARK}": "'",
        "\N{NON-BREAKING HYPHEN}": "-",
        "\N{HYPHEN}": "-",
        "\N{EN DASH}": "-",
    }
)


class Name(NamedTuple):
    """A printed name and what it stands for: `code` is a party, an office or the canonical name.

    `issuers` limits an abbreviation to releases of those states; `loose` allows any case.
    """

    kind: NameKind
    phrase: str
    code: str
    row: Any = None
    issuers: frozenset[str] = frozenset()
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A name found in a text. `names` holds every reading of the same words, in table order."""

    start: int
    end: int
    printed: str
    names: tuple[Name, ...]

    def reading(self, *kinds: NameKind) -> Name | None:
        """The first reading of one of these kinds, in the order the kinds are given."""
        for kind in kinds:
            for name in self.names:
                if name.kind == kind:
                    return name
        return None


class Gazetteer:
    """An index of names by their first word."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._index: dict[str, dict[tuple[str, ...], list[Name]]] = {}
        self._longest: dict[str, tuple[int, ...]] = {}
        for name in names:
            words = _words(name.phrase)
            if words:
                self._index.setdefault(words[0], {}).setdefault(words, []).append(name)
        for first, table in self._index.items():
            self._longest[first] = tuple(sorted({len(words) for words in table}, reverse=True))

    def find(self, text: str, *, issuer: str | None = None, shouted: bool = False) -> Iterator[Hit]:
        """The hits in reading order, not overlapping; `shouted` is a text all in capitals."""
        marks = [(m.start(), m.end()) for m in WORD.finditer(text)]
        folded = [w.casefold() for w in WORD.findall(text.translate(_APOSTROPHES))]
        at = 0
        while at < len(marks):
            hit = self._longest_at(text, marks, folded, at, issuer, shouted)
            if hit is None:
                at += 1
                continue
            yield hit[0]
            at = hit[1]

    def _longest_at(
        self,
        text: str,
        marks: list[tuple[int, int]],
        folded: list[str],
        at: int,
        issuer: str | None,
        shouted: bool,  # noqa: FBT001 - passed through from the public keyword
    ) -> tuple[Hit, int] | None:
        table = self._index.get(folded[at])
        if table is None:
            return None
        for length in self._longest[folded[at]]:
            found = table.get(tuple(folded[at : at + length])) if at + length <= len(folded) else None
            if not found:
                continue
            start, end = marks[at][0], marks[at + length - 1][1]
            printed = text[start:end]
            names = tuple(n for n in found if _fits(n, printed, issuer, shouted))
            if names:
                return Hit(start, end, printed, names), at + length
        return None


def _words(phrase: str) -> tuple[str, ...]:
    """The words of a name, folded; most names hold letters and spaces only and need no pattern."""
    if phrase.replace(" ", "").isalpha() and phrase.isascii():
        return tuple(phrase.casefold().split())
    return tuple(w.casefold() for w in WORD.findall(phrase.translate(_APOSTROPHES)))


def _fits(name: Name, printed: str, issuer: str | None, shouted: bool) -> bool:  # noqa: FBT001
    if name.issuers and issuer not in name.issuers:
        return False
    if name.loose:
        return True
    same = printed.translate(_APOSTROPHES) == name.phrase.translate(_APOSTROPHES)
    if same:
        return True
    if shouted:
        return len(name.phrase) > 4 and printed.isupper()
    # Names of several words are also known in capitals; single short words are not (US, us; IN, in).
    return printed.isupper() and len(printed) > 4 and not name.phrase.isupper()
