"""Where the words that were looked for stand in quotes, by the same notion of words as the index has."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from comity.record.words import Sought

__all__ = ["Marks", "marks_in", "snippet"]

Marks = tuple[tuple[int, int], ...]
"""Stretches of a quote: start and end."""
_OPEN, _CLOSE = "\x02", "\x03"
_AROUND = 80


def marks_in(quotes: Sequence[str], sought: Sought) -> list[Marks]:
    """For each quote the stretches that are what was looked for."""
    if not sought.needed:
        return [()] * len(quotes)
    told = [(n, quote.replace(_OPEN, " ").replace(_CLOSE, " ")) for n, quote in enumerate(quotes)]
    found: list[Marks] = [()] * len(quotes)
    # A small index in memory, whatever database holds the record: the two of them mark alike.
    with sqlite3.connect(":memory:") as index:
        index.execute("CREATE VIRTUAL TABLE q USING fts5(quote, tokenize='porter unicode61 remove_diacritics 2')")
        index.executemany("INSERT INTO q(rowid, quote) VALUES (?, ?)", told)
        query = "SELECT rowid, highlight(q, 0, ?, ?) FROM q WHERE q MATCH ?"
        for number, marked in index.execute(query, (_OPEN, _CLOSE, sought.any_fts)):
            found[number] = _stretches(marked)
    index.close()
    return found


def snippet(quote: str, marks: Marks, *, opening: str = "", closing: str = "", around: int = _AROUND) -> str:
    """The part of a quote about its first mark, with each mark between `opening` and `closing`."""
    if not marks:
        return _cut(quote, 0, 2 * around)
    first = max(0, marks[0][0] - around)
    last = min(len(quote), max(marks[0][1] + around, first + 2 * around))
    first = max(0, min(first, last - 2 * around))
    first = quote.find(" ", first) + 1 if first else 0
    last = quote.rfind(" ", 0, last) if last < len(quote) and quote.rfind(" ", first, last) > 0 else last
    told, at = "…" if first else "", first
    for start, end in marks:
        if first <= start and end <= last:
            told += f"{quote[at:start]}{opening}{quote[start:end]}{closing}"
            at = end
    return told + quote[at:last] + ("…" if last < len(quote) else "")


def _cut(quote: str, first: int, last: int) -> str:
    if len(quote) <= last:
        return quote
    return quote[first : max(quote.rfind(" ", first, last), 0) or last] + "…"


def _stretches(marked: str) -> Marks:
    found: list[tuple[int, int]] = []
    at = start = 0
    for letter in marked:
        if letter == _OPEN:
            start = at
        elif letter == _CLOSE:
            found.append((start, at))
        else:
            at += 1
    return tuple(found)
