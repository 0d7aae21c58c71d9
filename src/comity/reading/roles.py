"""The words that offices are made of, for titles that no table lists ("Minister of Hi-tech Industry")."""

from __future__ import annotations

from functools import cache

from comity.lexicon.load import HERE
from comity.lexicon.tables import table

__all__ = ["HEADS", "JOINERS", "MODIFIERS", "NEVER_NAMES", "PORTFOLIO", "office_of"]


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in table(HERE / "data", "title_words") if row["kind"] == kind)


HEADS = _words("head")
MODIFIERS = _words("modifier")
PORTFOLIO = _words("portfolio")
JOINERS = _words("joiner")
NEVER_NAMES = _words("never_name")


@cache
def _offices() -> tuple[tuple[str, str], ...]:
    return tuple((row["word"], row["office"]) for row in table(HERE / "data", "title_words") if row["kind"] == "office")


def office_of(role: str) -> str:
    """A word of the office ladder for a title that no table holds; `unknown` where its words do not tell."""
    folded = role.casefold()
    return next((office for words, office in _offices() if words in folded), "unknown")
