"""Scores Comity on the judged sample: `python eval/judged.py ../shared/corpus [--misses]`.

Reads the records of eval/judged, turns their offsets back into quotes with the corpus at hand, reads the
releases and prints precision, recall and F1 for each issuer and over all, with false alarms on empty releases.
"""

from __future__ import annotations

import argparse
import gzip
import json
import tempfile
from pathlib import Path
from typing import Any

from comity.errors import InputError
from comity.evaluate.gold import LISTS
from comity.evaluate.score import score_folders
from comity.model.shape import reading_shape
from comity.pipeline import Reader

HERE = Path(__file__).parent / "judged"


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
    ask.add_argument("--keep", type=Path, help="keep gold and predictions in this folder")
    given = ask.parse_args()
    rows = corpus(given.corpus)
    reader = Reader()
    with tempfile.TemporaryDirectory() as temporary:
        base = given.keep or Path(temporary)
        for file in sorted(HERE.glob("*.json")):
            gold = json.loads(file.read_text("utf-8"))
            row = rows[gold["id"]]
            issuer = file.stem.split("-")[0]
            line = json.dumps(row, ensure_ascii=False).encode()
            reading = next(iter(reader.read_bytes(line, f"{row['id']}.jsonl")))
            for group in ("all", issuer):
                for kind in ("gold", "read"):
                    (base / group / kind).mkdir(parents=True, exist_ok=True)
                (base / group / "gold" / file.name).write_text(json.dumps(with_quotes(dict(gold), row)), "utf-8")
                shape = {} if isinstance(reading, InputError) else reading_shape(reading)
                (base / group / "read" / file.name).write_text(json.dumps(shape), "utf-8")
                gold = json.loads(file.read_text("utf-8"))
        for group in sorted(p.name for p in base.iterdir()):
            print(group, score_folders(base / group / "gold", base / group / "read"))


if __name__ == "__main__":
    main()
