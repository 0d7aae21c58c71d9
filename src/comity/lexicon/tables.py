"""Reads the tables of the lexicon (CSV with a header; several values are separated by `|`)."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from comity.errors import LexiconError

__all__ = ["COLUMNS", "several", "table"]

COLUMNS: dict[str, tuple[str, ...]] = {
    "states": ("code", "name", "formal", "aliases", "adjectives", "demonyms", "capital", "capital_aliases"),
    "services": ("phrase", "code", "service", "domain", "only_issuers"),
    "bodies": ("code", "name", "aliases", "kind"),
    "places": ("name", "country", "lat", "lon", "geonames_id", "aliases"),
    "centres": ("code", "lat", "lon"),
    "titles": ("title", "country", "tells_country", "office"),
    "offices": ("country", "title", "office", "holder", "aliases", "from", "to"),
    "honorifics": ("phrase", "kind"),
    "given_names": ("name", "variants"),
    "subjects": ("about", "subject", "words"),
    "actor_nouns": ("phrase", "number", "meaning"),
    "lookalikes": ("phrase", "code", "issuers", "unless"),
    "title_words": ("word", "kind", "office"),
    "ship_prefixes": ("prefix", "code"),
    "exercises": ("name", "aliases", "domain", "domains", "parties", "ambiguous"),
    "agreements": ("name", "abbreviation", "aliases", "kind", "subject", "parties", "family", "ambiguous"),
    "name_words": ("word", "kind", "means"),
    "fiscal_years": ("code", "begins", "named_by"),
    "certainty": ("feature", "noticed", "right"),
    "dialogues": ("name", "aliases", "kind", "parties", "level", "form", "ambiguous"),
}
"""The columns that each table must have; it may have more (every table ends with `source`)."""

Row = dict[str, str]


def table(folder: Path, name: str) -> Iterator[Row]:
    """The rows of one table in a folder; nothing where the folder does not have it.

    Raises:
        LexiconError: a column is missing or a row has too many values; says file and line.
    """
    file = folder / f"{name}.csv"
    if not file.is_file():
        return
    with file.open(encoding="utf-8-sig", newline="") as lines:
        rows = csv.reader(lines)
        header = next(rows, [])
        missing = [c for c in COLUMNS[name] if c not in header]
        if missing:
            then = "see the folder's README"
            raise LexiconError(f"columns missing: {', '.join(missing)}", where=str(file), then=then)
        for row in rows:
            if len(row) != len(header):
                then = f"put quotes around values with commas; the header names {len(header)} columns"
                raise LexiconError(f"line {rows.line_num} has a different number of values", where=str(file), then=then)
            yield dict(zip(header, row, strict=True))


def several(value: str) -> tuple[str, ...]:
    """The values of a cell."""
    return tuple(part.strip() for part in value.split("|") if part.strip())
