"""What names are compared by: folded words, names without parties, and the words that the lexicon knows of names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from comity.lexicon.gazetteer import Gazetteer, Name
from comity.lexicon.load import HERE
from comity.lexicon.tables import Row, several, table
from comity.settings import Settings

__all__ = [
    "ORDINALS",
    "SMALL",
    "content",
    "folded",
    "gist",
    "name_words",
    "parties_in",
    "rows",
    "sense",
    "without_parties",
    "words",
]

_DOTTED = re.compile(r"\b(?:[A-Za-z]\.){2,}")
_QUOTES = re.compile(r"['’‘`´\"“”«»]")
_WORD = re.compile(r"\w+")
_SPELLINGS = (
    ("defense", "defence"),
    ("programme", "program"),
    ("co operation", "cooperation"),
    ("labor", "labour"),
    ("memorandum of understanding", "mou"),
    ("memoranda of understanding", "mous"),
)
SMALL = frozenset({
    "a", "an", "and", "as", "at", "between", "by", "for", "from", "in", "into", "its", "of", "on", "or", "our",
    "over", "regarding", "relating", "concerning", "that", "the", "their", "this", "to", "under", "upon", "us",
    "with", "which",
})  # fmt: skip
ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip
"""Numbers of an order in words, from the first."""
_PARTY_COLUMNS = {
    "states": ("name", "formal", "aliases", "adjectives", "demonyms"),
    "bodies": ("code", "name", "aliases"),
}


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """A text without case, accents, quotes and marks, and with one spelling for British and American words."""
    short = _DOTTED.sub(lambda m: m[0].replace(".", ""), text)
    bare = "".join(c for c in unicodedata.normalize("NFKD", short) if not unicodedata.combining(c))
    line = " ".join(_WORD.findall(_QUOTES.sub("", bare).replace("_", " ").casefold()))
    for one, other in _SPELLINGS:
        line = line.replace(one, other)
    return line


def words(text: str) -> tuple[str, ...]:
    """The folded words of a text, in its order."""
    return tuple(folded(text).split())


def content(text: str) -> tuple[str, ...]:
    """The folded words that carry meaning, in the singular."""
    return tuple(_singular(w) for w in words(_QUOTES.sub("'", text).replace("'s ", " ")) if w not in SMALL)


@lru_cache(maxsize=65536)
def gist(text: str) -> frozenset[str]:
    """The words that carry meaning, without those that name a party."""
    return frozenset(w for w in content(without_parties(text)) if len(w) > 1)


@lru_cache(maxsize=65536)
def without_parties(text: str) -> str:
    """A text without the states, bodies and services that it names."""
    out, at = [], 0
    for hit in _parties().find(text):
        out.append(text[at : hit.start])
        at = hit.end
    return " ".join([*out, text[at:]])


@lru_cache(maxsize=65536)
def parties_in(text: str) -> frozenset[str]:
    """The codes of the states and bodies that a text names."""
    return frozenset(name.code for hit in _parties().find(text) for name in hit.names)


@cache
def _parties() -> Gazetteer:
    """The names of parties alone: a longer name of another kind would hide them ("US-Iraq ... Agreement")."""
    found = [Name("service", row["phrase"], row["code"]) for row in rows("services") if not row["only_issuers"]]
    for kind, columns in _PARTY_COLUMNS.items():
        for row in rows(kind):
            phrases = {p for column in columns for p in several(row[column])}
            found += [Name("state", phrase, row["code"]) for phrase in sorted(phrases)]
    return Gazetteer(found)


def rows(name: str) -> Iterator[Row]:
    """The rows of a table of the lexicon, those of the user's folder after ours."""
    for folder in _folders():
        yield from table(folder, name)


@cache
def _folders() -> tuple[Path, ...]:
    own = Settings.load().lexicon
    return (HERE / "data", own) if own else (HERE / "data",)


@cache
def name_words(kind: str) -> frozenset[str]:
    """The words of names that the lexicon says to be of a kind (see its README)."""
    return frozenset(row["word"] for row in rows("name_words") if row["kind"] == kind)


def sense(word: str) -> str:
    """The word that names use for the same, where there is one ("industry" for "industrial")."""
    return _senses().get(word, word)


@cache
def _senses() -> dict[str, str]:
    return {row["word"]: row["means"] for row in rows("name_words") if row["kind"] == "sense"}


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
