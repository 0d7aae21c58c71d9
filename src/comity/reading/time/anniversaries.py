"""Finds how old a relationship is said to be: "marks 70 years of diplomatic relations", "golden jubilee"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from comity.reading.time.words import NUMBER, ORDINALS, alternatives, ordinal, whole_number

if TYPE_CHECKING:
    from datetime import date

__all__ = ["Anniversary", "find_anniversaries", "founded"]

# Platinum is left out: it stands for 70 years in one country and for 75 in another.
_NAMED = {
    "silver jubilee": 25, "golden jubilee": 50, "diamond jubilee": 60, "centenary": 100, "centennial": 100,
    "sesquicentenary": 150, "sesquicentennial": 150, "bicentenary": 200, "bicentennial": 200,
    "tercentenary": 300,
}  # fmt: skip
_LENGTHS = {"year": 1, "decade": 10, "century": 100, "centurie": 100}
_VERB = (
    r"mark(?:s|ed|ing)?|celebrat(?:e|es|ed|ing)|celebrations?\s+of|"
    r"commemorat(?:e|es|ed|ing)|commemorations?\s+of|complet(?:e|es|ed|ing)|completion\s+of|"
    r"observ(?:e|es|ed|ing)"
)
_LOOSE = r"over|more\s+than|nearly|almost|about|around|some|less\s+than|close\s+to|well\s+over"
_BOND = (
    r"relations(?:hip)?|ties|friendship|partnership|cooperation|co-operation|alliance|engagement|"
    r"collaboration"
)
_ORDINAL = rf"\d{{1,3}}\s?(?:st|nd|rd|th)|{alternatives(ORDINALS)}"
_COUNT = rf"(?P<count>{NUMBER}|an?|half\s+a|(?:a\s+)?quarter(?:\s+of\s+a)?)"
_SPAN = (
    rf"(?:(?P<loose>{_LOOSE})\s+(?:the\s+)?)?{_COUNT}[\s-]+(?:\w+\s+)?"
    r"(?P<unit>years?|decades?|century|centuries)"
)
_ADJECTIVES = r"(?:[\w-]+(?:\s+and\s+|,?\s+)){0,5}?"

_PATTERN = re.compile(
    rf"(?<!\w)(?:(?P<verb>{_VERB})\s+(?:the\s+)?(?:completion\s+of\s+)?)?(?<![\w.,$-])(?:"
    rf"(?:(?P<ordinal>{_ORDINAL})[\s-]+(?:year\s+)?(?:\w+\s+)?anniversary\b"
    rf"|(?P<age>{NUMBER})[\s-]+years?[\s-]+anniversary\b"
    rf"|(?P<named>{alternatives(_NAMED)})\b)"
    rf"|{_SPAN}\s+(?:of|since)\b(?P<bond>\s+(?:the\s+)?(?:establishment|establishing)\s+of"
    rf"|\s+(?:our\s+|the\s+|their\s+)?{_ADJECTIVES}(?:{_BOND})\b)?"
    r")",
    re.IGNORECASE,
)
_QUICK = re.compile(r"anniversar|jubilee|centen|year|decade|centur", re.IGNORECASE)
_OF_A_PERSON = re.compile(
    r"\b(?:birth|death|wedding|martyrdom)\s+(?:anniversary|year)|\bbirth(?:day)?\b", re.IGNORECASE
)
_RELATIONS = re.compile(r"\b(?:relations|ties|establish\w+)", re.IGNORECASE)
_YEAR_BEFORE = re.compile(r"\b(?:in|during|the\s+year|year)?\s*\b(?P<year>(?:19|20)\d\d)\b[^.;]{0,50}\Z", re.IGNORECASE)
_YEAR_BEHIND = re.compile(r"[^.;,]{0,40}?\bin\s+(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
_SHIFT_NEAR = re.compile(r"\b(?P<which>last|next)\s+year\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Anniversary:
    """An age in years; the year it falls in, where that is said.

    `approximate`: "over 70 years", "seven decades of friendship", unless a word of keeping stands with it.
    `in_year` is printed before it ("In 2024 … the 75th anniversary"), `year_shift` is -1 or 1 for "last year"
    and "next year" beside it. `marked` tells whether a verb or the word anniversary says that it is kept.
    """

    start: int
    end: int
    printed: str
    years: int
    approximate: bool = False
    marked: bool = True
    in_year: int | None = None
    year_shift: int = 0


def _years(match: re.Match[str]) -> int | None:
    if match["ordinal"]:
        return ordinal(match["ordinal"])
    if match["age"]:
        return whole_number(match["age"])
    if match["named"]:
        return _NAMED[" ".join(match["named"].lower().replace("-", " ").split())]
    length = _LENGTHS[match["unit"].lower().removesuffix("s")]
    count = match["count"].lower()
    if count.startswith("half"):
        return length // 2
    if "quarter" in count:
        return length // 4
    number = 1 if count in {"a", "an"} else whole_number(count)
    return number * length if number else None


def _exact_bond(match: re.Match[str]) -> bool:
    """Years of relations are counted from a day; decades, and years of friendship, are loosely meant."""
    return match["unit"].lower().startswith("year") and bool(_RELATIONS.search(match["bond"]))


def _falls(text: str, match: re.Match[str]) -> tuple[int | None, int]:
    before = text[max(0, match.start() - 70) : match.start()]
    told = _YEAR_BEFORE.search(before) or _YEAR_BEHIND.match(text[match.end() : match.end() + 60])
    near = _SHIFT_NEAR.search(before) or _SHIFT_NEAR.search(text[match.end() : match.end() + 60])
    shift = 0 if near is None else -1 if near["which"].lower() == "last" else 1
    return (int(told["year"]) if told else None), shift


def find_anniversaries(text: str, *, offset: int = 0) -> list[Anniversary]:
    """The ages told by an anniversary, a marking verb, or years "of relations"; no birthdays.

    A bare "in ten years" or "20 years of experience" is none.
    """
    if not _QUICK.search(text):
        return []
    found = []
    for match in _PATTERN.finditer(text):
        spoken = bool(match["verb"] or match["ordinal"] or match["age"] or match["named"])
        years = _years(match)
        # One also completes years of service, and observes years of drought.
        told = match["bond"] or (spoken and not re.match("compl|obs", match["verb"] or "", re.IGNORECASE))
        told = told or match["ordinal"] or match["age"] or match["named"]
        if not years or not told or _OF_A_PERSON.search(text[match.start() : match.end() + 12]):
            continue
        in_year, shift = _falls(text, match)
        loose = bool(match["loose"]) or not (spoken or _exact_bond(match))
        found.append(
            Anniversary(
                match.start() + offset,
                match.end() + offset,
                match[0],
                years,
                approximate=loose,
                marked=spoken,
                in_year=in_year,
                year_shift=shift,
            )
        )
    return found


def founded(anniversary: Anniversary, issued: date | None) -> int | None:
    """The year it began, counted back from the year that keeps it; None if the age is only approximate.

    A year printed before it counts only within five years of the issue: further off, it is of something else.
    """
    if anniversary.approximate:
        return None
    year = anniversary.in_year
    if issued is None:
        return year - anniversary.years if year else None
    if year is None or abs(year - issued.year) > 5:
        year = issued.year + anniversary.year_shift
    return year - anniversary.years
