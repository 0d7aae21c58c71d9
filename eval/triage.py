"""Measures what triage loses: `python eval/triage.py ../shared/corpus [--gold GOLD_DIR RELEASES_DIR]...`.

Of the judged sample (and of other gold, where it is given): how many releases that hold something to record are
read on, how many that hold nothing are set aside, and what it costs beside the whole reading. Names every release
that is lost. Exit 1 where more than 2 in 100 are lost.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus import corpus
from judged import HERE, LISTS

from comity.errors import InputError
from comity.intake import capture_bytes, read_texts
from comity.pipeline import Reader
from comity.reading.triage import triage
from comity.sources import read_masthead

MOST_LOST = 0.02
Case = tuple[str, dict[str, Any], str, bytes]


def judged(folder: Path) -> Iterator[Case]:
    """Each judged release: its group, its gold, a file name, and its bytes."""
    rows = corpus(folder)
    for file in sorted(HERE.rglob("*.json")):
        gold = json.loads(file.read_text("utf-8"))
        content = json.dumps(rows[gold["id"]], ensure_ascii=False).encode()
        yield file.stem.split("-")[0], gold, f"{file.stem}.jsonl", content


def beside(gold_folder: Path, releases: Path) -> Iterator[Case]:
    """Each release of a folder of gold."""
    files = {file.stem: file for file in sorted(releases.iterdir())}
    for file in sorted(gold_folder.glob("*.json")):
        if file.stem in files:
            told = files[file.stem]
            yield str(gold_folder), json.loads(file.read_text("utf-8")), told.name, told.read_bytes()


def sort_of(gold: dict[str, Any]) -> str:
    """Whether a release holds something to record, something that may be left out, or nothing."""
    records = [record for name in LISTS for record in gold.get(name, ())]
    if any(not record.get("optional") for record in records):
        return "relevant"
    return "optional" if records else "empty"


def measure(cases: Iterator[Case], reader: Reader, counted: Counter[tuple[str, str, bool]]) -> tuple[float, float]:
    """Count what is kept of each sort in each group; the CPU seconds of triage alone, and of the whole reading."""
    alone = whole = 0.0
    for group, gold, name, content in cases:
        capture = capture_bytes(content, name, name)
        text = next(iter(read_texts(capture)))
        if isinstance(text, InputError):
            continue
        release = read_masthead(capture, text, lexicon=reader.lexicon)
        begun = time.process_time()
        triage(release, reader.lexicon)
        then = time.process_time()
        decided = reader.read_text(capture, text).triage
        whole += time.process_time() - then
        alone += then - begun
        sort = sort_of(gold)
        counted[group, sort, decided.kept] += 1
        counted["all", sort, decided.kept] += 1
        if sort == "relevant" and not decided.kept:
            print(f"lost: {name}: it {decided.reason}")
    return alone, whole


def main() -> int:
    """Read, count, print."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("corpus", type=Path)
    ask.add_argument("--gold", nargs=2, type=Path, action="append", default=[], metavar=("GOLD_DIR", "RELEASES_DIR"))
    told = ask.parse_args()
    reader, counted = Reader(), Counter[tuple[str, str, bool]]()
    times = [measure(cases, reader, counted) for cases in (judged(told.corpus), *(beside(*p) for p in told.gold))]
    print(f"{'':<26}{'relevant':>9}{'lost':>6}{'empty':>7}{'set aside':>11}{'optional':>10}{'set aside':>11}")
    for group in dict.fromkeys(group for group, _, _ in counted):
        row = [counted[group, sort, kept] for sort in ("relevant", "empty", "optional") for kept in (True, False)]
        kept, lost, empty, aside, maybe, left = row
        print(f"{group:<26}{kept + lost:>9}{lost:>6}{empty + aside:>7}{aside:>11}{maybe + left:>10}{left:>11}")
    relevant = counted["all", "relevant", True] + counted["all", "relevant", False]
    share = counted["all", "relevant", False] / max(relevant, 1)
    alone, whole = (sum(part) for part in zip(*times, strict=True))
    print(f"lost: {share:.1%} of {relevant} relevant releases, at most {MOST_LOST:.0%}")
    print(f"triage alone: {alone:.2f} s CPU, {alone / whole:.1%} of the whole reading")
    return int(share > MOST_LOST)


if __name__ == "__main__":
    sys.exit(main())
