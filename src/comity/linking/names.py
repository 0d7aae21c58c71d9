"""What names and dates are compared by: folded words, names without parties, the days that an EDTF string spans."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple, TypeVar

from comity.lexicon.gazetteer import Gazetteer, Name
from comity.lexicon.load import HERE
from comity.lexicon.tables import Row, several, table
from comity.linking.grouping import Told
from comity.model import Tie
from comity.settings import Settings

__all__ = [
    "SMALL",
    "Span",
    "content",
    "folded",
    "gather",
    "gist",
    "months",
    "parties_in",
    "rows",
    "span",
    "without_parties",
    "words",
]

T = TypeVar("T", bound=Told)

_DOTTED = re.compile(r"\b(?:[A-Za-z]\.){2,}")
_QUOTES = re.compile(r"['’‘`´\"“”«»]")
_WORD = re.compile(r"\w+")
_SPELLINGS = (("defense", "defence"), ("programme", "program"), ("co operation", "cooperation"), ("labor", "labour"))
SMALL = frozenset({
    "a", "an", "and", "as", "at", "between", "by", "for", "from", "in", "into", "its", "of", "on", "or", "our",
    "over", "regarding", "relating", "concerning", "that", "the", "their", "this", "to", "under", "upon", "us",
    "with", "which",
})  # fmt: skip
_PARTY_COLUMNS = {
    "states": ("name", "formal", "aliases", "adjectives", "demonyms"),
    "bodies": ("code", "name", "aliases"),
}


class Span(NamedTuple):
    """The days from `first` to `last`, both within; open ends are closed by what the caller takes for usual."""

    first: date
    last: date

    @property
    def precise(self) -> bool:
        """Whether it tells a month or two, and not a season or a year."""
        return (self.last - self.first).days <= 62

    def gap(self, other: Span) -> int:
        """The days between two spans; 0 where they overlap."""
        return max(0, (max(self.first, other.first) - min(self.last, other.last)).days)

    @property
    def years(self) -> range:
        """The years it touches."""
        return range(self.first.year, self.last.year + 1)


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


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


@lru_cache(maxsize=65536)
def span(edtf: str | None, open_days: int = 20) -> Span | None:
    """The days that an EDTF string spans, an open end taken to be `open_days` away; None where it tells no date."""
    if not edtf:
        return None
    first, _, last = edtf.partition("/")
    one, other = _point(first), _point(last or first)
    if one and other:
        return Span(min(one.first, other.first), max(one.last, other.last))
    if one:
        return Span(one.first, one.first + timedelta(days=open_days))
    return Span(other.last - timedelta(days=open_days), other.last) if other else None


def _point(edtf: str) -> Span | None:
    parts = [int(p) for p in edtf.split("-") if p.isdigit()]
    try:
        if len(parts) == 3:
            day = date(*parts)
            return Span(day, day)
        if len(parts) == 2 and parts[1] > 20:
            return _season(*parts)
        if len(parts) == 2:
            return Span(date(parts[0], parts[1], 1), date(parts[0], parts[1], monthrange(*parts)[1]))
        return Span(date(parts[0], 1, 1), date(parts[0], 12, 31)) if len(parts) == 1 else None
    except ValueError:
        return None


def _season(year: int, code: int) -> Span:
    """A season of EDTF (21 spring to 24 winter); whose hemisphere is not told, so that the year stands for others."""
    month = {21: 3, 22: 6, 23: 9}.get(code)
    if month is None:
        return Span(date(year, 1, 1), date(year, 12, 31))
    return Span(date(year, month, 1), date(year, month + 2, monthrange(year, month + 2)[1]))


def months(within: Span) -> tuple[str, ...]:
    """The months that a span touches, `2024-06`."""
    first, last = within.first, within.last
    count = (last.year - first.year) * 12 + last.month - first.month
    counted = (divmod(first.month - 1 + n, 12) for n in range(count + 1))
    return tuple(f"{first.year + years}-{month + 1:02}" for years, month in counted)


def gather(members: Sequence[T], ties: Iterable[Tie], clash: Callable[[T, T], bool]) -> list[list[T]]:
    """Those tied come together, the surest ties first, as long as no two in one thing clash."""
    held = {member.id: [member] for member in members}
    for tie in sorted(ties, key=lambda t: (-t.certainty, t.a, t.b)):
        one, other = held[tie.a], held[tie.b]
        if one is other or any(clash(a, b) for a in one for b in other):
            continue
        one.extend(other)
        for member in other:
            held[member.id] = one
    return list({id(thing): thing for thing in held.values()}.values())
