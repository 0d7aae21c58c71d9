"""Writes what a judge needs to judge every claim: `python eval/sheets.py ../shared/corpus OUT [--sample second]`.

One text file for each judged release that Comity makes a claim of: the release, the claims with their numbers, and
the records that the careful reader made. The judge answers with lines `STEM NUMBER right|partly|wrong`;
`--verdicts FILE` counts them: the share of claims that are right, or right in part, with a 95 % interval over releases.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from judged import LISTS, SAMPLES, Case, cases

from comity.model.shape import reading_shape
from comity.pipeline import Reader

SHOWN = (
    "kind", "name", "edition", "date", "place", "parties", "status", "by", "force", "action", "stance", "topic",
    "label", "established", "due",
)  # fmt: skip


def sheet(case: Case, shape: dict[str, Any]) -> str:
    """The page of one release."""
    row = json.loads(case.content)
    claims = [(kind, claim) for kind in LISTS for claim in shape[kind]]
    lines = [f"# {case.stem}, issued {shape['release'].get('issued')}, {row.get('issuer')}", row["title"]]
    lines += [str(row[name]) for name in ("subtitle", "place", "text") if row.get(name)]
    lines.append("\n## CLAIMS")
    for number, (kind, claim) in enumerate(claims, 1):
        told = {name: claim[name] for name in SHOWN if claim.get(name)}
        told["people"] = [p["name"] or p["role"] for p in claim.get("participants", ())]
        quote = claim["evidence"][0]["quote"]
        lines.append(f"{number}. {kind[:-1]} {json.dumps(told, ensure_ascii=False)} QUOTE: {quote}")
    lines.append("\n## RECORDS OF THE CAREFUL READER")
    for kind in LISTS:
        for record in case.gold.get(kind, ()):
            told = {name: record[name] for name in SHOWN if record.get(name)}
            maybe = " (optional)" if record.get("optional") else ""
            lines.append(f"- {kind[:-1]}{maybe} {json.dumps(told, ensure_ascii=False)} QUOTE: {record['evidence']}")
    return "\n".join(lines) + "\n"


def count(file: Path) -> None:
    """The shares of the verdicts, with an interval by drawing releases anew."""
    by_release: dict[str, Counter[str]] = defaultdict(Counter)
    for line in file.read_text("utf-8").splitlines():
        stem, _, verdict = line.split()
        by_release[stem][verdict] += 1
    draws, shares = random.Random(7), []  # noqa: S311
    for _ in range(1000):
        drawn = sum((by_release[s] for s in draws.choices(list(by_release), k=len(by_release))), Counter())
        shares.append(1 - drawn["wrong"] / drawn.total())
    shares.sort()
    for group in ("", "wh", "state", "kremlin", "pib"):
        told = sum((v for s, v in by_release.items() if s.startswith(group)), Counter())
        if told:
            right, partly = told["right"] / told.total(), told["partly"] / told.total()
            print(f"{group or 'all':8} {told.total():5} claims: right {right:.3f}, partly {partly:.3f}, "
                  f"right or partly {right + partly:.3f}")  # fmt: skip
    print(f"right or partly, 95 % of draws of releases: {shares[25]:.3f} to {shares[974]:.3f}")


def main() -> None:
    """Write the sheets, or count the verdicts."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("corpus", type=Path)
    ask.add_argument("out", type=Path)
    ask.add_argument("--sample", choices=SAMPLES, default="second")
    ask.add_argument("--verdicts", type=Path)
    told = ask.parse_args()
    if told.verdicts:
        count(told.verdicts)
        return
    told.out.mkdir(parents=True, exist_ok=True)
    reader = Reader()
    for case in cases(told.corpus, told.sample):
        reading = case.read(reader)
        if reading is not None and any(reading.claims()):
            (told.out / f"{case.stem}.txt").write_text(sheet(case, reading_shape(reading)), "utf-8")


if __name__ == "__main__":
    main()
