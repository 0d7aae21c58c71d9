"""Knows nearly the same text again, on another site or printed anew: by a sketch of its word sequences.

The sketch is a set of smallest hashes (MinHash) over runs of words; bands of it are the keys under which alike releases
are found, so that no release is compared with more than its few neighbours.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, bindparam, delete, insert, select

from comity.record.tables import alike as alike_ones
from comity.record.tables import releases, sketches

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["ALIKE", "Sketch", "alike_to", "forget", "place", "shared", "sharing", "sketch_of"]

RUN = 5
"""How many words make one sequence."""
HASHES = 32
BAND = 4
ALIKE = 0.9
"""From this share of common sequences on, two texts are one text."""
DAYS = 7
"""A text that is printed again later than this is another release: yearly messages are."""
SHORTEST = 30
"""Texts of fewer word sequences are too short to tell a copy from a formula."""

_WORD = re.compile(r"\w+")
_SHARING = select(sketches.c.release).where(sketches.c.key.in_(bindparam("keys", expanding=True))).distinct()


@dataclass(frozen=True, slots=True)
class Sketch:
    """What a text is compared by: the hashes of its runs of words, and the keys under which it is found."""

    told: frozenset[int]
    keys: tuple[int, ...]


@lru_cache(maxsize=4)  # a release is looked up by its sketch before it is kept with it
def sketch_of(text: str) -> Sketch:
    """The sketch of a text; one that is very short has no keys."""
    told = _runs(text)
    return Sketch(told, tuple(_band_keys(told)))


def _runs(text: str) -> frozenset[int]:
    """Hashes of all runs of words, case and punctuation folded."""
    words = _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
    return frozenset(zlib.crc32(" ".join(words[i : i + RUN]).encode()) for i in range(max(0, len(words) - RUN + 1)))


def _band_keys(told: frozenset[int]) -> list[int]:
    """The keys under which a text of these sequences is found; none for a very short one."""
    import numpy as np  # noqa: PLC0415 - only what adds to a record needs it

    if len(told) < SHORTEST:
        return []
    factors, offsets = _permutations()
    hashes = np.fromiter(sorted(told), dtype=np.uint64, count=len(told))
    smallest = ((hashes[:, None] * factors[None, :] + offsets[None, :]) % np.uint64(4294967311)).min(axis=0)
    bands = smallest.reshape(-1, BAND)
    return [zlib.crc32(band.tobytes()) << 8 | number for number, band in enumerate(bands)]


@cache
def _permutations() -> tuple[NDArray[Any], NDArray[Any]]:
    import numpy as np  # noqa: PLC0415

    drawn = np.random.default_rng(20260908).integers(1, 2**31, size=(2, HASHES)).astype(np.uint64)
    return drawn[0], drawn[1]


def place(
    connection: Connection, number: int, text: str, issued: str | None, beside: Collection[int] | None = None
) -> set[int]:
    """Keep the sketch of a new release, and which others are alike to it.

    `beside` are the releases that share a key with it, where they were looked up before (see `sharing`).

    Returns:
        The releases that are alike to it.
    """
    sketch = sketch_of(text)
    same = alike_to(connection, number, text, issued, sharing(connection, text) if beside is None else beside)
    if sketch.keys:
        connection.execute(insert(sketches), [{"key": key, "release": number} for key in sketch.keys])
    if same:
        pairs = [(number, one) for one in sorted(same)] + [(one, number) for one in sorted(same)]
        connection.execute(insert(alike_ones), [{"release": a, "other": b} for a, b in pairs])
    return same


def alike_to(connection: Connection, number: int, text: str, issued: str | None, beside: Collection[int]) -> set[int]:
    """Of the releases `beside` one those that have nearly the same text and were issued about the same time."""
    found = [one for one in beside if one != number]
    if not found:
        return set()
    told = sketch_of(text).told
    query = select(releases.c.number, releases.c.text, releases.c.issued).where(releases.c.number.in_(found))
    rows = connection.execute(query)
    return {row.number for row in rows if _near(issued, row.issued) and _common(told, _runs(row.text)) >= ALIKE}


def sharing(connection: Connection, text: str) -> list[int]:
    """The releases whose sketches are kept and share a key with that of a text."""
    keys = sketch_of(text).keys
    return sorted(connection.execute(_SHARING, {"keys": keys}).scalars()) if keys else []


def shared(a: str, b: str) -> float:
    """How much of the word sequences of two texts they have in common, from 0 to 1."""
    return _common(_runs(a), _runs(b))


def _common(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0


def forget(connection: Connection, number: int) -> set[int]:
    """Take a release out of those that are compared; gives the ones that were alike to it."""
    beside = set(connection.execute(select(alike_ones.c.other).where(alike_ones.c.release == number)).scalars())
    connection.execute(delete(sketches).where(sketches.c.release == number))
    connection.execute(delete(alike_ones).where((alike_ones.c.release == number) | (alike_ones.c.other == number)))
    return beside


def _near(a: str | None, b: str | None) -> bool:
    try:
        return abs((date.fromisoformat(a or "") - date.fromisoformat(b or "")).days) <= DAYS
    except ValueError:
        return a == b
