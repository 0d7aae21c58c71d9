"""Scores Comity on a judged sample: `python eval/judged.py ../shared/corpus [--sample second]`.

Reads the records of eval/judged, turns their offsets back into quotes with the corpus at hand, reads the
releases, and prints precision, recall and F1 over all and for each issuer, with false alarms on empty releases.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus import corpus

from comity.errors import InputError
from comity.evaluate.report import summary_lines
from comity.evaluate.score import score
from comity.model import Reading
from comity.model.shape import reading_shape
from comity.pipeline import Reader

HERE = Path(__file__).parent / "judged"
LISTS = ("engagements", "exercises", "agreements", "commitments", "positions", "relations")
SAMPLES = ("development", "first", "second", "third")


@dataclass(frozen=True)
class Case:
    """One judged release: its name, the records that a careful reader made, and the bytes of the corpus record."""

    stem: str
    gold: dict[str, Any]
    content: bytes

    def read(self, reader: Reader) -> Reading | None:
        """What Comity reads in it; None where it cannot be read."""
        found = next(iter(reader.read_bytes(self.content, f"{self.stem}.jsonl")))
        return None if isinstance(found, InputError) else found


def cases(folder: Path, *samples: str) -> Iterator[Case]:
    """The judged releases of some samples, with the corpus in `folder`."""
    rows = corpus(folder)
    for sample in samples:
        for file in sorted((HERE / sample).glob("*.json")):
            facts = json.loads(file.read_text("utf-8"))
            row = rows[facts["id"]]
            yield Case(file.stem, with_quotes(facts, row), json.dumps(row, ensure_ascii=False).encode())


def raw_text(row: dict[str, Any]) -> str:
    """What the offsets of the records count in."""
    parts = (row["title"], row.get("subtitle"), row.get("place"), row["text"])
    return "\n\n".join(part for part in parts if part)


def with_quotes(gold: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    """The gold records with their offsets turned back into quotes."""
    raw = raw_text(row)
    for name in LISTS:
        for record in gold.get(name, ()):
            span = record.get("evidence")
            record["evidence"] = " ".join(raw[span[0] : span[1]].split()) if span else ""
    return gold


def first_pass(gold: dict[str, Any]) -> dict[str, Any]:
    """The records of the first coder alone, as he had them; a sample with one pass is that pass."""
    own = {name: [r for r in gold.get(name, ()) if r.get("pass", "a") == "a"] for name in LISTS}
    return {
        name: [{**r, "optional": r.get("unsure", False)} if "pass" in r else r for r in records]
        for name, records in own.items()
    }


def main() -> None:
    """Read, score, print."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("corpus", type=Path)
    ask.add_argument("--sample", choices=SAMPLES, default="third")
    ask.add_argument("--raw", action="store_true", help="score the first pass alone, not what two passes settled")
    told = ask.parse_args()
    reader = Reader()
    gold: dict[str, dict[str, Any]] = defaultdict(dict)
    read: dict[str, dict[str, Any]] = defaultdict(dict)
    for case in cases(told.corpus, told.sample):
        reading = case.read(reader)
        shape = reading_shape(reading) if reading else {}
        for group in ("all", case.stem.split("-")[0]):
            gold[group][case.stem] = first_pass(case.gold) if told.raw else case.gold
            read[group][case.stem] = shape
    for group, records in gold.items():
        print(f"== {group}")
        print("\n".join(summary_lines(score(records, read[group]))))


if __name__ == "__main__":
    main()
