"""What a person writes to search for words, and how each database is asked for it; nothing written is ever an error.

All words are needed; `"an exact phrase"`, `begin*`, `this OR that`, `-without` and `NOT without` mean what they look
like. Letters and figures count, case and accents do not, and English endings are folded on both databases alike.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["MOST_WORDS", "NOTHING", "Sought", "Term", "sought", "words_of"]

MOST_WORDS = 64
"""So many words are looked for; what is written beyond them is not."""
SHORTEST_BEGINNING = 3
"""A star behind fewer letters than these means nothing: half the record begins with them."""

_PIECE = re.compile(r'(-?)(?:"([^"]*)"?|([^\s"]+))')
_TOKEN = re.compile(r"[^\W_]+")
_ACCENT = re.compile("[\u0300-\u036f]")
_QUOTES = str.maketrans("“”„«»", '"""""')


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand one after the other; `begins`: the last one may go on."""

    words: tuple[str, ...]
    begins: bool = False

    @property
    def fts(self) -> str:
        """As SQLite's FTS5 reads it."""
        return f'"{" ".join(self.words)}"' + (" *" if self.begins else "")

    @property
    def tsquery(self) -> str:
        """As PostgreSQL's to_tsquery reads it."""
        return "(" + " <-> ".join(f"'{word}'" for word in self.words) + (":*" if self.begins else "") + ")"


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for: of each of `needed` one of its terms, and none of `without`."""

    needed: tuple[tuple[Term, ...], ...] = ()
    without: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.needed or self.without)

    @property
    def needed_fts(self) -> str:
        """What is needed, as FTS5 reads it; '' where nothing is."""
        return " AND ".join(f"({' OR '.join(term.fts for term in terms)})" for terms in self.needed)

    @property
    def without_fts(self) -> str:
        """What must not be there, as FTS5 reads it; '' where nothing is told."""
        return " OR ".join(term.fts for term in self.without)

    @property
    def any_fts(self) -> str:
        """Any of what is needed: what is to be marked in a quote."""
        return " OR ".join(term.fts for terms in self.needed for term in terms)

    @property
    def tsquery(self) -> str:
        """All of it, as to_tsquery reads it."""
        needed = [f"({' | '.join(term.tsquery for term in terms)})" for terms in self.needed]
        return " & ".join([*needed, *(f"!{term.tsquery}" for term in self.without)])


NOTHING = Sought()


def sought(written: str) -> Sought:
    """What `written` looks for. What holds no letter and no figure is passed over."""
    needed: list[list[Term]] = []
    without: list[Term] = []
    joins = negates = False
    for term, minus in _terms(written):
        if term is None:  # OR, AND or NOT
            joins, negates = minus == "OR" and bool(needed), minus == "NOT"
            continue
        if minus or negates:
            without.append(term)
        elif joins:
            needed[-1].append(term)
        else:
            needed.append([term])
        joins = negates = False
    return Sought(tuple(map(tuple, needed)), tuple(without))


def words_of(text: str) -> list[str]:
    """The words of a text: runs of letters and figures, in small letters and without accents."""
    return _TOKEN.findall(_folded(text).lower())


def _terms(written: str) -> Iterator[tuple[Term | None, str]]:
    """Each term with its minus, if any; None with the operator that stands there."""
    left = MOST_WORDS
    for piece in _PIECE.finditer(_folded(written)):
        minus, phrase, bare = piece.groups()
        if bare in ("OR", "AND", "NOT") and not minus:
            yield None, bare
            continue
        words = tuple(_TOKEN.findall(bare if phrase is None else phrase))[:left]
        if words:
            left -= len(words)
            begins = phrase is None and bare.endswith("*") and len(words[-1]) >= SHORTEST_BEGINNING
            yield Term(words, begins), minus


def _folded(written: str) -> str:
    return _ACCENT.sub("", unicodedata.normalize("NFD", written.translate(_QUOTES)))
