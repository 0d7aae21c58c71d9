"""Writes what a judge needs to judge every claim: `python eval/sheets.py ../shared/corpus OUT [--sample third]`.

One text file for each judged release that Comity makes a claim of (the release, then its claims with their numbers;
what the careful readers recorded is not shown), and `OUT/claims.csv` with the place of each claim. The judge answers
with lines `STEM NUMBER right|partly|wrong`; `--verdicts FILE` joins them with that table into
judged/SAMPLE-verdicts.csv, which `eval/reliability.py` counts.
"""

from __future__ import annotations

import argparse
import csv
import json
from pathlib import Path
from typing import Any

from judged import HERE, LISTS, SAMPLES, Case, cases

from comity.model.shape import reading_shape
from comity.pipeline import Reader

SHOWN = (
    "kind", "name", "edition", "date", "place", "parties", "status", "by", "to", "force", "action", "stance", "topic",
    "label", "established", "due",
)  # fmt: skip
COLUMNS = ("stem", "release", "kind", "rule", "start", "end", "certainty", "number")


def sheet(case: Case, shape: dict[str, Any]) -> str:
    """The page of one release."""
    row = json.loads(case.content)
    lines = [f"# {case.stem}, issued {shape['release'].get('issued')}, {row.get('issuer')}", row["title"]]
    lines += [str(row[name]) for name in ("subtitle", "place", "text") if row.get(name)]
    lines.append("\n## CLAIMS")
    for number, (kind, claim) in enumerate(claims_of(shape), 1):
        told = {name: claim[name] for name in SHOWN if claim.get(name)}
        told["people"] = [p["name"] or p["role"] for p in claim.get("participants", ())]
        quote = claim["evidence"][0]["quote"]
        lines.append(f"{number}. {kind[:-1]} {json.dumps(told, ensure_ascii=False)} QUOTE: {quote}")
    return "\n".join(lines) + "\n"


def claims_of(shape: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """Every claim with its kind, in the order of the page."""
    return [(kind, claim) for kind in LISTS for claim in shape[kind]]


def write(corpus: Path, sample: str, out: Path) -> None:
    """The pages and the table of claims."""
    out.mkdir(parents=True, exist_ok=True)
    reader = Reader()
    with (out / "claims.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(COLUMNS)
        for case in cases(corpus, sample):
            reading = case.read(reader)
            if reading is None or not any(reading.claims()):
                continue
            shape = reading_shape(reading)
            (out / f"{case.stem}.txt").write_text(sheet(case, shape), "utf-8")
            for number, (kind, claim) in enumerate(claims_of(shape), 1):
                at = claim["evidence"][0]
                row = (case.stem, case.gold["id"], kind, claim["rule"], at["start"], at["end"], claim["certainty"])
                table.writerow((*row, number))


def join(out: Path, answers: Path, sample: str) -> None:
    """The table of claims with the verdict on each; a claim without one is named."""
    told = dict(line.rsplit(maxsplit=1) for line in answers.read_text("utf-8").splitlines() if line.strip())
    with (
        (out / "claims.csv").open(encoding="utf-8") as file,
        (HERE / f"{sample}-verdicts.csv").open("w", encoding="utf-8", newline="") as made,
    ):
        table = csv.writer(made, lineterminator="\n")
        table.writerow((*COLUMNS[:-1], "verdict"))
        for row in csv.DictReader(file):
            key = f"{row['stem']} {row['number']}"
            if told.get(key) not in ("right", "partly", "wrong"):
                raise SystemExit(f"no verdict on {key}")
            table.writerow((*(row[name] for name in COLUMNS[:-1]), told[key]))


def main() -> None:
    """Write the sheets, or join the verdicts."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("corpus", type=Path)
    ask.add_argument("out", type=Path)
    ask.add_argument("--sample", choices=SAMPLES, default="third")
    ask.add_argument("--verdicts", type=Path)
    told = ask.parse_args()
    if told.verdicts:
        join(told.out, told.verdicts, told.sample)
    else:
        write(told.corpus, told.sample, told.out)


if __name__ == "__main__":
    main()
