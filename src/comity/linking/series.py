"""Which series an exercise belongs to: the lexicon's name of it, or the words of its own name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from comity.linking.exercise_names import bare, holding_name
from comity.linking.names import folded, rows, without_parties

__all__ = ["Series", "a_slip_apart", "longer_name", "one_series", "series_named"]

_LONG = 8
"""Letters from which a name is known again misspelt."""
_LONG_WORD = 5
"""Letters from which a word may have a slip in it."""
_MORE = 2
"""Words that a known name may have before or after those that the reader took for the whole of it."""


@dataclass(frozen=True, slots=True)
class Series:
    """A series as named.

    `sure` where the name alone tells it, whoever takes part; `known` where it is the lexicon's; `short` is what the
    name is abbreviated to beside it.
    """

    name: str
    sure: bool = False
    known: bool = False
    parties: frozenset[str] = frozenset()
    misspelt: str | None = None
    short: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """What it is called, the spaces left out ("Surya Kiran", "Suryakiran")."""
        return tuple(dict.fromkeys(name.replace(" ", "") for name in (self.name, self.short) if name))


def one_series(one: Series, other: Series) -> bool:
    """Whether two names are of one series, if the same states take part."""
    return bool(set(one.names) & set(other.names))


def a_slip_apart(one: Series, other: Series) -> bool:
    """Whether two names that no list knows are the same but for a letter in each long word."""
    if one.known or other.known or min(len(one.name), len(other.name)) < _LONG:
        return False
    return len(one.name.split()) == len(other.name.split()) and _slip(one.name, other.name)


@lru_cache(maxsize=65536)
def series_named(series: str | None, name: str | None, parties: frozenset[str]) -> Series | None:
    """The series of a holding, by what the reader took it for, by the lexicon, or by its folded name."""
    for printed in (series, name):
        for row in _rows_for(printed) if printed else ():
            return row
    told = holding_name(without_parties(series or name or ""))
    stem = bare(told.stem)
    if not stem:
        return None
    near = _misspelt(stem)
    if near and (not near.parties or near.parties & parties):
        return Series(near.name, near.sure, near.known, near.parties, misspelt=series or name)
    return Series(series or stem, short=told.short)


@lru_cache(maxsize=65536)
def longer_name(name: str, quote: str, parties: frozenset[str]) -> str | None:
    """The known series of these parties that a quote names in more words than the reader took; else None.

    "Garuda Shakti" is another series than "Garuda": the name has to be longer wherever it stands in the quote.
    """
    stem, line = holding_name(name).stem.split(), folded(quote).split()
    starts = [at for at in range(len(line)) if line[at : at + len(stem)] == stem] if stem else []
    found = {_longest(line, at, len(stem), parties) for at in starts}
    return found.pop() if len(found) == 1 else None


def _longest(line: list[str], at: int, length: int, parties: frozenset[str]) -> str | None:
    spans = [(max(0, at - before), at + length + after) for before in range(_MORE + 1) for after in range(_MORE + 1)]
    for start, end in sorted(set(spans), key=lambda span: (span[0] - span[1], span)):
        row = _known().get(" ".join(line[start:end])) if end - start > length else None
        if row and len(row.parties & parties) > 1:
            return row.name
    return None


def _rows_for(printed: str) -> Iterator[Series]:
    for line in (folded(printed), holding_name(printed).stem):
        for told in (bare(line), line):
            if row := _known().get(told) or _by_letters().get(told.replace(" ", "")):
                yield row


@cache
def _known() -> dict[str, Series]:
    found: dict[str, Series] = {}
    for row in rows("exercises"):
        parties = frozenset(row["parties"].split("|")) - {""}
        series = Series(row["name"], row["ambiguous"] != "yes", known=True, parties=parties)
        for name in (row["name"], *row["aliases"].split("|")):
            if name:
                found.setdefault(folded(name), series)
    return found


@cache
def _by_letters() -> dict[str, Series]:
    """The known names that are long enough to be known again with their words written as one."""
    found: dict[str, Series] = {}
    for name, series in _known().items():
        if len(letters := name.replace(" ", "")) >= _LONG:
            found.setdefault(letters, series)
    return found


@cache
def _by_initials() -> dict[str, list[str]]:
    """The known names that are long enough to be known again misspelt, by the first letters of their words."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name in _known():
        if len(name) >= _LONG:
            found[_initials(name)].append(name)
    return dict(found)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split())


@lru_cache(maxsize=65536)
def _misspelt(stem: str) -> Series | None:
    """The one known series whose name this is but for a letter in a long word or in each of several."""
    near = (_known()[name] for name in _by_initials().get(_initials(stem), ()) if _slip(stem, name))
    found = {series.name: series for series in near}
    return next(iter(found.values())) if len(found) == 1 and len(stem) >= _LONG else None


def _slip(told: str, known: str) -> bool:
    pairs = zip(told.split(), known.split(), strict=True)
    return all(a == b or (min(len(a), len(b)) >= _LONG_WORD and OSA.distance(a, b) == 1) for a, b in pairs)
