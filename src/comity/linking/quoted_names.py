"""What the quote of an exercise may call it, where the reader took no name from it, or only a part of one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from comity.linking.exercise_names import bare, holding_name
from comity.linking.names import folded, name_words, without_parties

__all__ = ["quoted_names"]

_SHORTEST = 5
"""Letters from which a name that is only looked for tells one series from others."""
_WORD = r"[A-Z]\w*(?:['’](?!s\b)\w+)?"
_RUN = rf"{_WORD}(?:[ -]{_WORD}){{0,3}}"
_BEFORE = re.compile(rf"({_RUN})[\"'”’]?((?: [a-z]+)+)")
_AFTER = re.compile(rf"\b([A-Za-z]+) [\"'“‘]?({_RUN})")
_CALLED = frozenset({"exercise", "drill", "manoeuvre", "maneuver"})


@lru_cache(maxsize=65536)
def quoted_names(name: str | None, quote: str) -> frozenset[str]:
    """The longer names that stand around `name` in a quote; without one, the name that an exercise has in it.

    They are folded, the spaces left out. Where a quote gives an exercise without a name two of them, it has none.
    """
    found = {_letters(printed) for printed in (_longer(name, quote) if name else _beside(quote))}
    told = frozenset(letters for letters in found if len(letters) >= _SHORTEST)
    if name:
        return told - {_letters(name)}
    return told if len(told) == 1 else frozenset()


def _letters(printed: str) -> str:
    return bare(holding_name(without_parties(printed)).stem).replace(" ", "")


def _longer(name: str, quote: str) -> Iterator[str]:
    """The runs of words in capitals of which the name is a part."""
    for found in _around(name).finditer(quote):
        if found["before"] or found["after"]:
            yield found[0]


@lru_cache(maxsize=4096)
def _around(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?P<before>(?:\b{_WORD}[ -]){{0,2}})\b{re.escape(name)}\b(?P<after>(?:[ -]{_WORD}){{0,2}})")


def _beside(quote: str) -> Iterator[str]:
    """The runs of words in capitals right before the word for an exercise, or right after it."""
    for run, after in _BEFORE.findall(quote):
        line = folded(after).split()
        kind = next((n for n, word in enumerate(line) if word in _CALLED), None)
        if kind is not None and set(line[:kind]) <= _between():
            yield run
    for before, run in _AFTER.findall(quote):
        if folded(before) in _CALLED:
            yield run


@cache
def _between() -> frozenset[str]:
    """The words that may stand between a name and the word for an exercise ("joint", "naval")."""
    return name_words("exercise") - {"a", "and", "in", "of", "on", "the", "to", "with"}
