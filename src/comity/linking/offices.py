"""The people and the levels of office that a text names."""

from __future__ import annotations

import re

__all__ = ["levels_of", "people_of"]

_LEVELS = tuple((level, re.compile(words)) for level, words in (
    ("head", r"\b(?:President|Prime Minister|Premier|[Cc]hancellor|King|Emir|Amir|Leaders?|[Ss]ummit|state visit)\b"),
    ("foreign", r"\b(?:Foreign|foreign (?:minister|secretar)(?:s|y|ies)?|External Affairs|Secretary of State|2\+2)\b"),
    ("defence", r"\b(?:[Dd]efen[cs]e (?:[Mm]inister|[Ss]ecretar)|of Defen[cs]e\b|Raksha Mantri|2\+2)"),
))  # fmt: skip
_PERSON = re.compile(
    r"\b(?:President|Prime Minister|Premier|Chancellor|Secretary|Minister|King|Queen|Prince|Emir|Amir|Director|"
    r"General|Ambassador|Counselor|Envoy|Mantri|Dr\.?|Mr\.?|Ms\.?|Shri)\s+"
    r"((?:[A-Z][\w’'\-]+\s+|[A-Z]\.\s+)*[A-Z][\w\-]+)"
)
_VICE = re.compile(r"\bVice[- ]President\b|\bDeputy Prime Minister\b")


def levels_of(text: str) -> frozenset[str]:
    """The levels of office that the words tell: head, foreign, defence."""
    return frozenset(level for level, words in _LEVELS if words.search(_VICE.sub("", text)))


def people_of(text: str) -> frozenset[str]:
    """The last words of the names that follow a title."""
    names = [re.split(r"[’']s\b", m.group(1))[0].split() for m in _PERSON.finditer(text)]
    return frozenset(n[-1] if not re.fullmatch("[IVX]+|Jr", n[-1]) or len(n) < 2 else n[-2] for n in names)
