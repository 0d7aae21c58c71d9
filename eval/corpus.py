"""The shared corpus of real releases, and the names by which the gold of this folder calls them.

No words of a release stand in the project. Some ids of the corpus are made of titles: for these stands a hash.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

Row = dict[str, Any]
_NUMBERED = re.compile(r"[a-z]+-\d+")
"""An id that holds an issuer and a number, and no words."""
_KEPT = 12
"""How many digits of the hash stand for the words of an id."""


def name_of(row: Row) -> str:
    """What the gold calls a release: its id, or a stand-in where the id is made of words."""
    known: str = row["id"]
    if _NUMBERED.fullmatch(known):
        return known
    issuer = known.partition("-")[0]
    return f"{issuer}-{sha256(known.encode()).hexdigest()[:_KEPT]}"


def rows_of(file: Path) -> Iterator[Row]:
    """Every record of one file, in its order."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def corpus(folder: Path) -> dict[str, Row]:
    """Every record of the corpus by its name."""
    return {name_of(row): row for file in sorted(folder.glob("*.jsonl.gz")) for row in rows_of(file)}
