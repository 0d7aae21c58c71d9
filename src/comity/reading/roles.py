"""The words that offices are made of, for titles that no table lists ("Minister of Hi-tech Industry")."""

from __future__ import annotations

import re
from functools import cache

from comity.lexicon.load import HERE
from comity.lexicon.tables import table

__all__ = ["HEADS", "JOINERS", "MODIFIERS", "NEVER_NAMES", "PORTFOLIO", "minister_of", "office_of"]


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


_FOREIGN = re.compile(
    r"\bforeign (?:affairs )?minister|\bminister (?:of|for) (?:the )?(?:foreign|external)", re.IGNORECASE
)
_DEFENCE = re.compile(
    r"\bdefen[cs]e minister|\bminister (?:of|for) (?:the )?(?:national )?(?:defen[cs]e|armed)", re.IGNORECASE
)
_OTHERS = re.compile(
    r"\b(?:deputy|vice|assistant|first|adviser|advisor|secretary|state|office|minister of state)\b", re.IGNORECASE
)


def minister_of(role: str | None, office: str) -> str:
    """The ministry of somebody whose first office is another: "Deputy Prime Minister, Minister of Defence"."""
    if role is None or office not in ("deputy_head", "other_minister", "unknown"):
        return office
    for pattern, ministry in ((_FOREIGN, "foreign_minister"), (_DEFENCE, "defence_minister")):
        found = pattern.search(role)
        if found and not _OTHERS.search(role[max(0, found.start() - 12) : found.start()]):
            return ministry
    return office
