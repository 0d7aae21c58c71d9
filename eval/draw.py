"""Draws the third judged sample by seed: `python eval/draw.py ../shared OUT`.

Writes one text file a release for the coders (`OUT/STEM.txt`), and `OUT/STEM.id` with its name (`corpus.py`) and its
file in the corpus. Left out: releases of the other samples, those that verdicts were made on, those of the dev gold,
and twins of one drawn before.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from corpus import name_of, rows_of

HERE = Path(__file__).parent / "judged"
SEED = 53
SHORTEST, LONGEST = 250, 6000
LONGEST_PIB = 12_000  # a ministry's long releases are where domestic promises were taken for others
QUOTAS = {"wh": 140, "state": 90, "kremlin": 124, "pib": 60}
FILES = {
    "wh": "white-house-2021-2025", "state": "us-state-2021-2022", "kremlin": "kremlin-en", "pib": "pib-2026-08",
}  # fmt: skip
FIRST = 2000
"""The number of the first release of each issuer."""


def used() -> set[str]:
    """The names of the releases that are spoken for."""
    samples = (f for s in ("development", "first", "second") for f in (HERE / s).glob("*.json"))
    ids = {json.loads(f.read_text("utf-8"))["id"] for f in samples}
    with (HERE / "verdicts.csv").open(encoding="utf-8") as file:
        return ids | {row["release"] for row in csv.DictReader(file)}


def drawn(shared: Path) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Each release of the sample: its stem, its file in the corpus, its record."""
    taken, rng = used(), random.Random(SEED)  # noqa: S311
    gold = " ".join(file.read_text("utf-8") for file in (shared / "gold" / "releases").glob("*.md"))
    for issuer, name in FILES.items():
        rows = list(rows_of(shared / "corpus" / f"{name}.jsonl.gz"))
        rng.shuffle(rows)
        longest = LONGEST_PIB if issuer == "pib" else LONGEST
        fresh = (r for r in rows if name_of(r) not in taken and SHORTEST <= len(r["text"]) <= longest)
        fresh = (r for r in fresh if r["title"] not in gold and r["text"][:80] not in gold)
        for number, row in enumerate(islice(_once(fresh), QUOTAS[issuer])):
            yield f"{issuer}-{FIRST + number}", name, row


def _once(rows: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    seen: set[str] = set()
    for row in rows:
        if row["text"][:200] not in seen:
            seen.add(row["text"][:200])
            yield row


def page(stem: str, row: Mapping[str, Any]) -> str:
    """What a coder reads."""
    head = [f"# {stem}", f"issuer: {row.get('issuer')}", f"issued: {row.get('date') or row.get('posted')}"]
    head += [f"{key}: {row[key]}" for key in ("title", "subtitle", "place") if row.get(key)]
    return "\n".join([*head, "", row["text"], ""])


def main() -> None:
    """Draw and write."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("shared", type=Path)
    ask.add_argument("out", type=Path)
    told = ask.parse_args()
    told.out.mkdir(parents=True, exist_ok=True)
    for stem, file, row in drawn(told.shared):
        (told.out / f"{stem}.txt").write_text(page(stem, row), "utf-8")
        (told.out / f"{stem}.id").write_text(json.dumps({"id": name_of(row), "file": file}), "utf-8")


if __name__ == "__main__":
    main()
