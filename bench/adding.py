"""Adds the releases of JSON Lines files to a new record, twice, in an order shuffled by seed.

    .venv/bin/python bench/adding.py ../shared/corpus/*.jsonl.gz --seed 1

Tells the time of both rounds, whether the second changed anything, and what a release costs beyond reading: of the
first thousand and of the last. With --orders N also the digests of N records made of the first --part releases in N
orders.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import tempfile
import time
from collections import Counter
from pathlib import Path
from statistics import mean, median

from sqlalchemy import func, select

from comity.intake import capture_bytes
from comity.linking.fingerprint import fingerprint
from comity.model import Capture
from comity.record import Record, open_record
from comity.record.tables import FACTS, WORKED_OUT
from comity.scale import adding

Cost = tuple[float, float]
"""Seconds by the clock, and of the CPU of the process that writes; those that read are others."""


def captures(files: list[Path]) -> list[Capture]:
    found = []
    for file in files:
        with gzip.open(file, "rb") if file.suffix == ".gz" else file.open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    found.append(capture_bytes(line.strip(), f"{file.name}:{number}", "x.json"))
    return found


def round_of(record: Record, given: list[Capture], jobs: int) -> tuple[float, Counter[str], list[Cost]]:
    """Add everything; the seconds it took, the outcomes, and the seconds that keeping each release took."""
    costs: list[Cost] = []
    plain = adding.keep

    def timed(*arguments: object) -> object:
        begun, spent = time.perf_counter(), time.process_time()
        added = plain(*arguments)  # type: ignore[arg-type]
        costs.append((time.perf_counter() - begun, time.process_time() - spent))
        return added

    adding.keep = timed  # type: ignore[assignment]
    begun = time.perf_counter()
    counted = Counter(one.outcome for one in adding.add_many(record, given, jobs=jobs))
    adding.keep = plain
    return time.perf_counter() - begun, counted, costs


def sizes(record: Record) -> dict[str, int]:
    with record.reading() as connection:
        return {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar() or 0
            for table in (*FACTS, *WORKED_OUT)
        }


def told(costs: list[float]) -> str:
    return f"mean {mean(costs) * 1000:.1f} ms, median {median(costs) * 1000:.1f} ms"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", type=Path, help="where the record is kept; else it is thrown away")
    parser.add_argument("--orders", type=int, default=0)
    parser.add_argument("--part", type=int, default=300)
    asked = parser.parse_args()
    given = captures(asked.files)
    random.Random(asked.seed).shuffle(given)
    with tempfile.TemporaryDirectory() as folder:
        place = asked.keep or Path(folder) / "comity.db"
        with open_record(place, make=True) as record:
            first, outcomes, costs = round_of(record, given, asked.jobs)
            print(f"first round: {first:.0f} s, {json.dumps(outcomes)}")
            print(f"file {place.stat().st_size / 1e6:.0f} MB; {json.dumps(sizes(record))}")
            with record.reading() as connection:
                before = fingerprint(connection), sizes(record)
            part = min(1000, len(costs) // 2)
            for name, at in (("clock", 0), ("CPU", 1)):
                early, late = [cost[at] for cost in costs[:part]], [cost[at] for cost in costs[-part:]]
                print(f"beyond reading, {name}: first {part} {told(early)}; last {part} {told(late)}")
                ratios = mean(late) / mean(early), median(late) / median(early)
                print(f"last to first, {name}: {ratios[0]:.2f} by mean, {ratios[1]:.2f} by median")
            second, outcomes, _ = round_of(record, given, asked.jobs)
            with record.reading() as connection:
                same = before == (fingerprint(connection), sizes(record))
            print(f"second round: {second:.1f} s ({second / first:.3f} of the first), {json.dumps(outcomes)}")
            print("the second round changed nothing" if same else "THE SECOND ROUND CHANGED THE RECORD")
        if asked.orders:
            print(
                f"{asked.orders} orders of {asked.part} releases:", *sorted(orders(given[: asked.part], asked.orders))
            )


def orders(given: list[Capture], number: int) -> set[str]:
    """The digests of records that hold the same releases in different orders of arrival."""
    from comity.pipeline import keep
    from comity.scale import read_captures

    readings = [(c, r) for c, r in read_captures(given, jobs=2) if c is not None and not isinstance(r, Exception)]
    found = set()
    for seed in range(number):
        with tempfile.TemporaryDirectory() as folder, open_record(Path(folder) / "o.db", make=True) as record:
            for capture, reading in random.Random(seed).sample(readings, len(readings)):
                keep(record, capture, reading, "bench")
            with record.reading() as connection:
                found.add(fingerprint(connection)[:16])
    return found


if __name__ == "__main__":
    main()
