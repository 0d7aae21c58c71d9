"""Takes the printed name of an exercise apart: its words, its numbers and years, its abbreviation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from comity.linking.days import Days
from comity.linking.names import ORDINALS, SMALL, folded, name_words
from comity.linking.stretches import year, years

__all__ = ["HoldingName", "bare", "holding_name", "number_before", "numbers"]

_ORDINAL = re.compile(rf"\b(?:(\d{{1,3}})(?:st|nd|rd|th)|({'|'.join(ORDINALS)}))\b")
_ROMAN = re.compile(r"(?=[IVXL])(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$")
_ROMANS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_PHASE = re.compile(r"\b(?:(?:harbou?r|sea|shore|land|final|closing|opening|validation) phase|phase \w+)\b")
_GLUED = re.compile(r"(?<=[^\W\d]{3})(?=\d{2,4}\b)")
_APPENDIX = re.compile(r"\(([^)]*)\)")
_SHORT = re.compile(r"([A-Z][A-Z-]{2,}[A-Z])(?:[ '’-]*\d+)?")
_AFTER_NUMBERS = frozenset({"edition", "editions", "series", "phase", "iteration"})
_REACH = 6
"""Words that may stand between a number and the name it counts ("the 4th edition of the Joint Exercise …")."""
_FIRST_YEAR = 1900


@dataclass(frozen=True, slots=True)
class HoldingName:
    """A printed name taken apart: the words, the numbers after them, the number told as an ordinal, an abbreviation."""

    stem: str
    tail: tuple[int, ...] = ()
    number: int | None = None
    short: str | None = None


@lru_cache(maxsize=65536)
def holding_name(printed: str) -> HoldingName:
    """A printed name without its numbers and phases, and these; where all its words are common, its abbreviation."""
    aside = next((a for a in _APPENDIX.findall(printed) if _SHORT.fullmatch(a.strip())), None)
    name = _apart(_APPENDIX.sub(" ", printed))
    short = _apart(aside) if aside else None
    if short is None or not bare(short.stem):
        return name
    if not bare(name.stem):
        return HoldingName(short.stem, name.tail or short.tail, name.number, short.stem)
    return HoldingName(name.stem, name.tail or short.tail, name.number, short.stem)


def _apart(printed: str) -> HoldingName:
    line = _GLUED.sub(" ", folded(printed))
    found = _ORDINAL.search(line)
    stem = _PHASE.sub(" ", _ORDINAL.sub(" ", line)).split()
    capitals = set(re.findall(r"\b[A-Z]+\b", printed))
    tail: list[int] = []
    while len(stem) > 1:
        last = stem[-1]
        if last.isdecimal() and len(last) < 5:
            tail.insert(0, int(last))
        elif last.upper() in capitals and (roman := _roman(last.upper())):
            tail.insert(0, roman)
        elif last not in _AFTER_NUMBERS:
            break
        stem.pop()
    return HoldingName(" ".join(stem), tuple(tail), _ordinal(found) if found else None)


def bare(line: str) -> str:
    """The words of a folded name that are not those of many exercises."""
    return " ".join(word for word in line.split() if word not in name_words("exercise"))


@lru_cache(maxsize=65536)
def number_before(name: str, quote: str) -> int | None:
    """The number that a quote counts a holding by, right before its name; None where it tells none, or two."""
    stem, line = holding_name(name).stem.split(), folded(quote).split()
    if not stem:
        return None
    starts = [at for at in range(len(line)) if line[at : at + len(stem)] == stem]
    found = {number for at in starts if (number := _counted(line[max(0, at - _REACH) : at])) is not None}
    return found.pop() if len(found) == 1 else None


def _counted(before: list[str]) -> int | None:
    for word in reversed(before):
        if found := _ORDINAL.fullmatch(word):
            return _ordinal(found)
        if word not in _between():
            return None
    return None


@cache
def _between() -> frozenset[str]:
    return (name_words("exercise") | SMALL | _AFTER_NUMBERS) - name_words("phase")


def _ordinal(found: re.Match[str]) -> int:
    return int(found[1]) if found[1] else ORDINALS.index(found[2]) + 1


def _roman(numeral: str) -> int | None:
    if not _ROMAN.fullmatch(numeral):
        return None
    values = [_ROMANS[c] for c in numeral]
    return sum(-v if v < max(values[n:]) else v for n, v in enumerate(values))


def numbers(
    tail: tuple[int, ...], issued: Days | None, days: Days | None
) -> tuple[int | None, Days | None, int | None]:
    """The number in the series, the year, and the number within the year, of the numbers after a name."""
    if not tail:
        return None, None, None
    near = {one for told in (issued, days) if told for y in years(told) for one in range(y - 2, y + 3)}
    said = [n if n > _FIRST_YEAR else 2000 + n for n in tail]
    dated = [n > _FIRST_YEAR or (n >= 10 and (said[at] in near or (not near and n >= 20))) for at, n in enumerate(tail)]
    if len(tail) > 1 and dated[0]:
        if tail[1] % 100 == (tail[0] + 1) % 100:
            return None, year(said[0], said[0] + 1), None
        return None, year(said[0]), tail[1]
    if len(tail) > 1 and dated[1]:
        return tail[0], year(said[1]), None
    return (None, year(said[0]), None) if dated[0] else (tail[0], None, None)
