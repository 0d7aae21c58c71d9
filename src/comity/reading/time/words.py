"""The words of time as plain tables, and the pieces of patterns that are built from them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "CARDINALS",
    "INDIAN_MONTHS",
    "MONTHS",
    "MONTH_NAME",
    "NUMBER",
    "ORDINALS",
    "SEASONS",
    "UNITS",
    "WEEKDAYS",
    "Unit",
    "alternatives",
    "ordinal",
    "roman",
    "whole_number",
]

Unit = Literal["day", "week", "weekend", "month", "quarter", "year", "decade"]

_MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

MONTHS: dict[str, int] = {
    **{name: number for number, name in enumerate(_MONTH_NAMES, 1)},
    **{name[:3]: number for number, name in enumerate(_MONTH_NAMES, 1)},
    "sept": 9,
}
"""Full and short names in lower case, to 1-12."""

MONTH_NAME = f"(?:{'|'.join(name.title() for name in _MONTH_NAMES)})"
"""A pattern for a month's full name as a release prints it."""

WEEKDAYS: dict[str, int] = {
    **{name: number for number, name in enumerate(_WEEKDAY_NAMES)},
    **{name[:3]: number for number, name in enumerate(_WEEKDAY_NAMES)},
    "tues": 1,
    "thur": 3,
    "thurs": 3,
}
"""Full and short names in lower case, to 0 (Monday) - 6."""

SEASONS: dict[str, int] = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
"""EDTF season codes that name no hemisphere (Library of Congress, EDTF specification, level 1)."""

UNITS: dict[str, tuple[Unit, int]] = {
    "day": ("day", 1), "morning": ("day", 1), "afternoon": ("day", 1), "evening": ("day", 1),
    "night": ("day", 1), "week": ("week", 1), "weekend": ("weekend", 1), "fortnight": ("week", 2),
    "month": ("month", 1), "quarter": ("quarter", 1), "year": ("year", 1), "decade": ("decade", 1),
}  # fmt: skip
"""A unit as printed (without a plural's s), to the unit that is counted and how many of it."""

INDIAN_MONTHS = (
    "chaitra", "vaisakha", "jyaistha", "asadha", "sravana", "shravana", "bhadra", "asvina", "ashwina",
    "asvin", "kartika", "agrahayana", "pausha", "pausa", "magha", "phalguna", "asadh", "sravan", "kartik",
)  # fmt: skip
"""Months of the Indian national calendar: a year after one of them is of the Saka era, not ours."""

_ONES = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_IRREGULAR = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip


def _with_compounds(plain_ones: Iterable[str], ones: Iterable[str], tens: Iterable[str]) -> dict[str, int]:
    numbers = {word: number for number, word in enumerate(ones, 1)}
    numbers |= {word: number for number, word in zip(range(20, 100, 10), tens, strict=True)}
    for ten, stem in zip(range(20, 100, 10), _TENS, strict=True):
        for one, word in enumerate(list(plain_ones)[:9], 1):
            numbers |= {f"{stem}-{word}": ten + one, f"{stem} {word}": ten + one}
    return numbers


_ORDINAL_ONES = tuple(_IRREGULAR.get(word, f"{word}th") for word in _ONES)

CARDINALS: dict[str, int] = _with_compounds(_ONES, _ONES, _TENS) | {"hundred": 100, "one hundred": 100}
"""Number words from one to one hundred."""

ORDINALS: dict[str, int] = _with_compounds(_ORDINAL_ONES, _ORDINAL_ONES, (f"{word[:-1]}ieth" for word in _TENS)) | {
    "hundredth": 100,
    "one hundredth": 100,
}
"""Ordinal words from first to hundredth."""

_ROMAN = re.compile(r"(?=[CLXVI])(C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})\Z")
_LETTERS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def alternatives(words: Iterable[str]) -> str:
    """A pattern group of these words, the longest first, any white space or hyphen between their parts."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(r"[\s-]+".join(re.split("[ -]", word)) for word in longest_first) + ")"


NUMBER = rf"(?:\d{{1,3}}|{alternatives(CARDINALS)})"


def _folded(printed: str) -> str:
    return " ".join(printed.lower().replace("-", " ").split())


def whole_number(printed: str) -> int | None:
    """The value of digits or of a number word up to one hundred ("seventy-five"); None for other words."""
    return int(printed) if printed.isdecimal() else CARDINALS.get(_folded(printed))


def ordinal(printed: str) -> int | None:
    """The value of "75th", "2ND", "seventieth" or "twenty-first"; None for other words."""
    digits = printed[:-2].strip()
    return int(digits) if digits.isdecimal() else ORDINALS.get(_folded(printed))


def roman(printed: str) -> int | None:
    """The value of a well-formed Roman numeral below 400 in capitals; None for other words."""
    if not _ROMAN.match(printed):
        return None
    values = [_LETTERS[letter] for letter in printed]
    return sum(-v if any(w > v for w in values[i + 1 : i + 2]) else v for i, v in enumerate(values))
