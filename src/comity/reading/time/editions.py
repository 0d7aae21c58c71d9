"""Finds which holding of a series is meant: "2nd", "eighth edition", "Nomadic Elephant XIV", "JIMEX 22"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from comity.reading.time.grammar import find_dates
from comity.reading.time.nouns import (
    EVENT_NOUNS,
    MILITARY_UNITS,
    NOT_EDITIONS,
    NOT_SERIES,
    NUMBERED_THINGS,
    RULERS,
)
from comity.reading.time.words import MONTHS, ORDINALS, WEEKDAYS, alternatives, ordinal, roman

__all__ = ["Edition", "find_editions"]

_EVENTS = alternatives(EVENT_NOUNS)
_UNITS = alternatives(MILITARY_UNITS)
_NOT_COUNTED = rf"(?:{alternatives(NOT_EDITIONS)}|(?:[\w’'-]+\s+){{1,3}}(?:day|anniversary|birthday|century))"
_NOT_A_SERIES = NOT_SERIES | set(MONTHS) | set(WEEKDAYS)
_PERSON = re.compile(
    r"\b(?:Mr|Ms|Mrs|Dr|Shri|Smt|General|Gen|Admiral|Secretary|Minister|President|Senator|Ambassador|Prince)"
    r"\.?\s+(?:[\w.’-]+\s+){0,4}\Z"
)

_ANY_WORD = re.compile(r"[a-z]+")
_ORDINAL_WORDS = frozenset(word for word in ORDINALS if word.isalpha())
_NUMBER = re.compile(
    rf"(?<![\w.,$+/-])(?P<n>\d{{1,3}})\s?(?P<suffix>st|nd|rd|th)\b(?!\s*-?(?i:{_NOT_COUNTED}\b))",
    re.IGNORECASE,
)
_WORD = re.compile(
    rf"(?<![\w-])(?P<word>{alternatives(ORDINALS)})\b(?!\s*-?{_NOT_COUNTED}\b)"
    rf"(?=[\s-]+(?:[^\s.;:!?()]+\s+){{0,8}}?[^\s.;:]*\b{_EVENTS}\b)"
    rf"(?!\s+(?:of\s+all|and\s+foremost|such|to|in|on|from|among|visit|came|is|was|the)\b)",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"(?<![\w-])(?P<word>inaugural|first[\s-]ever|maiden)\b"
    r"(?!\s+(?:address|session|ceremony|function|speech|flight|remarks|day|event|parade|ball|voyage|visit|trip|"
    r"tour|overseas|foreign|name|century|sailing|test|time|committee)\b)",
    re.IGNORECASE,
)
_ROMAN_BEFORE = re.compile(rf"(?<![\w-])(?P<n>[IVXLC]+)\s+(?=(?:[A-Z][\w-]+\s+){{0,4}}(?i:{_EVENTS}|{_UNITS})\b)")
# The gap stays on the line: a name and a number on two lines are two things.
_NAME = r"(?P<name>[A-Z][\w’']*[A-Za-z])[’'”\"]?(?P<gap>[^\S\n]*[-–][^\S\n]*|[^\S\n]+)"
_ROMAN_AFTER = re.compile(rf"{_NAME}[‘“\"']?(?P<n>[IVXLC]+)(?![\w.’'-])")
_YEAR_AFTER = re.compile(
    rf"{_NAME}[‘“\"'’]?(?P<n>(?:19|20)\d\d|2[KT]\d\d|[0-3]\d)"
    r"(?![\w%°$€-]|[.,:/]\d|\s?(?:st|nd|rd|th)\b|\s+(?:Agenda|Vision)\b)"
)
_COP = re.compile(r"\bCOP[\s-]?(?P<n>[1-9]\d)\b")
_PLURAL_AFTER = re.compile(r"\s+[a-z]{3,}")

Kind = Literal["ordinal", "roman", "year", "word"]


@dataclass(frozen=True, slots=True)
class Edition:
    """The number, or the year, of one holding; `printed` is the number itself without the name beside it.

    `kind`: `ordinal` ("2nd", "eighth"), `roman`, `year` ("JIMEX 22"), `word` ("inaugural"). `flags`: `unit`
    where a military unit follows ("XVII Corps"), `person` where it may belong to a person's name.
    """

    start: int
    end: int
    printed: str
    number: int | None
    year: int | None
    kind: Kind
    flags: tuple[str, ...] = ()


def _flags_of(text: str, start: int, end: int) -> tuple[str, ...]:
    unit = re.match(rf"\s+(?:[\w-]+\s+)?{_UNITS}\b", text[end : end + 40], re.IGNORECASE)
    person = _PERSON.search(text[max(0, start - 50) : start])
    return (*(("unit",) if unit else ()), *(("person",) if person else ()))


def _ordinals(text: str) -> list[Edition]:
    found = []
    worded = not _ORDINAL_WORDS.isdisjoint(_ANY_WORD.findall(text.lower()))
    for pattern, group in ((_NUMBER, 0), (_WORD, "word"), (_FIRST, "word")):
        if pattern is _WORD and not worded:
            continue
        for match in pattern.finditer(text):
            printed = match[group]
            number = 1 if pattern is _FIRST else ordinal(printed)
            kind: Kind = "word" if pattern is _FIRST else "ordinal"
            flags = _flags_of(text, match.start(), match.end())
            if number and ("person" not in flags or pattern is _NUMBER):
                found.append(Edition(match.start(group), match.end(group), printed, number, None, kind, flags))
    found.extend(
        Edition(match.start("n"), match.end("n"), match["n"], int(match["n"]), None, "ordinal")
        for match in _COP.finditer(text)
    )
    return found


def _romans(text: str) -> list[Edition]:
    found = []
    for match in _ROMAN_BEFORE.finditer(text):
        if (number := roman(match["n"])) and match["n"] not in {"I", "C", "L"}:
            start, end = match.span("n")
            found.append(Edition(start, end, match["n"], number, None, "roman", _flags_of(text, start, end)))
    for match in _ROMAN_AFTER.finditer(text):
        number, name = roman(match["n"]), match["name"].lower()
        # One letter alone is more often an initial: only after a hyphen, or after a name in capitals.
        joined = match["gap"] in {"-", "–"} or (match["name"].isupper() and match["n"] != "I")
        short = len(match["n"]) == 1 and (name == "ex" or not joined)
        if number and not short and name not in NUMBERED_THINGS | RULERS and match["n"] not in {"C", "L"}:
            start, end = match.span("n")
            found.append(Edition(start, end, match["n"], number, None, "roman", _flags_of(text, start, end)))
    return found


def _year_of(printed: str) -> int:
    return int(printed) if printed.isdecimal() and len(printed) == 4 else 2000 + int(printed[-2:])


def _years(text: str) -> list[Edition]:
    found = []
    for match in _YEAR_AFTER.finditer(text):
        name, printed = match["name"], match["n"]
        if (
            name.lower() in _NOT_A_SERIES
            or name.endswith(("'s", "’s"))
            or (len(printed) == 2 and not _short_year(text, match))
        ):
            continue
        start, end = match.span("n")
        found.append(Edition(start, end, printed, None, _year_of(printed), "year", _flags_of(text, start, end)))
    return found


def _short_year(text: str, match: re.Match[str]) -> bool:
    """Two digits are a year after a long name, from 10 to 39, and where nothing is counted with them."""
    if len(match["name"]) < 4 or not 10 <= int(match["n"]) <= 39:
        return False
    return not _PLURAL_AFTER.match(text, match.end()) or bool(match["gap"].strip()) or match["name"].isupper()


def find_editions(text: str, *, offset: int = 0) -> list[Edition]:
    """All numbers in `text` that may tell an edition, in order; dates, ranks and centuries are left out.

    What they count is for the caller to tell from the words around them.
    """
    found = [*_ordinals(text), *_romans(text), *_years(text)]
    if not found:
        return []
    dated = [(d.start, d.end) for d in find_dates(text) if d.kind != "year_adjective"]
    kept: list[Edition] = []
    for edition in sorted(found, key=lambda e: (e.start, -e.end)):
        inside = any(start < edition.end and edition.start < end for start, end in dated)
        if not inside and not (kept and edition.start < kept[-1].end):
            kept.append(edition)
    return [Edition(e.start + offset, e.end + offset, e.printed, e.number, e.year, e.kind, e.flags) for e in kept]
