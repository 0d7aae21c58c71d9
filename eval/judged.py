"""Scores Comity on the judged sample: `python eval/judged.py ../shared/corpus`.

Reads the records of eval/judged, turns their offsets back into quotes with the corpus at hand, reads the
releases, and prints precision, recall and F1 over all and for each issuer, with false alarms on empty releases.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from comity.errors import InputError
from comity.evaluate.report import summary_lines
from comity.evaluate.score import score
from comity.model.shape import reading_shape
from comity.pipeline import Reader

HERE = Path(__file__).parent / "judged"
LISTS = ("engagements", "exercises", "agreements", "commitments", "positions", "relations")


def corpus(folder: Path) -> dict[str, dict[str, Any]]:
    """Every record of the corpus by its id."""
    rows = {}
    for file in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                rows[row["id"]] = row
    return rows


def with_quotes(gold: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    """The gold records with their offsets turned back into quotes."""
    parts = (row["title"], row.get("subtitle"), row.get("place"), row["text"])
    raw = "\n\n".join(part for part in parts if part)
    for name in LISTS:
        for record in gold.get(name, ()):
            span = record.get("evidence")
            record["evidence"] = " ".join(raw[span[0] : span[1]].split()) if span else ""
    return gold


def main() -> None:
    """Read, score, print."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("corpus", type=Path)
    rows = corpus(ask.parse_args().corpus)
    reader = Reader()
    gold: dict[str, dict[str, Any]] = defaultdict(dict)
    read: dict[str, dict[str, Any]] = defaultdict(dict)
    for file in sorted(HERE.glob("*.json")):
        facts = json.loads(file.read_text("utf-8"))
        row = rows[facts["id"]]
        reading = next(iter(reader.read_bytes(json.dumps(row, ensure_ascii=False).encode(), f"{row['id']}.jsonl")))
        shape = {} if isinstance(reading, InputError) else reading_shape(reading)
        for group in ("all", file.stem.split("-")[0]):
            gold[group][file.stem] = with_quotes(json.loads(file.read_text("utf-8")), row)
            read[group][file.stem] = shape
    for group, records in gold.items():
        print(f"== {group}")
        print("\n".join(summary_lines(score(records, read[group]))))


if __name__ == "__main__":
    main()
