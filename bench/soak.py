"""Reads whole files of releases and holds every claim to the evidence law: `soak.py FILE... [--limit N]`.

The law: `text[start:end] == quote`, always. Beside it, each reading must become JSON and each claim's id be
its own. Names every breach and every error that was raised; exit 1 where there is one. `--limit`: only the first
N lines of each file.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from comity.errors import InputError
from comity.model.reading import Reading
from comity.model.shape import reading_shape
from comity.pipeline import Reader

EVERY = 500


def breaches(reading: Reading) -> Iterator[str]:
    """One sentence for each thing that must not be."""
    text = reading.release.text
    for claim in reading.claims():
        if not claim.evidence:
            yield f"{claim.kind_name} {claim.id} has no evidence"
    for evidence in reading.quotes():
        if text[evidence.start : evidence.end] != evidence.quote or not evidence.quote.strip():
            yield f"[{evidence.start}:{evidence.end}] is not {evidence.quote!r}"
    ids = Counter(claim.id for claim in reading.claims())
    yield from (f"{count} claims have the id {name}" for name, count in ids.items() if count > 1)
    json.dumps(reading_shape(reading))


def soak(reader: Reader, file: Path, limit: int | None) -> Counter[str]:
    counted: Counter[str] = Counter()
    lines = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
    for number, line in enumerate(islice(lines.splitlines(), limit), 1):
        if line.strip():
            one(reader, line, f"{file.name}:{number}", counted)
        if number % EVERY == 0:
            print(f"{file.name}: {number} lines", file=sys.stderr)
    return counted


def one(reader: Reader, line: bytes, where: str, counted: Counter[str]) -> None:
    try:
        for reading in reader.read_bytes(line, where):
            if isinstance(reading, InputError):
                counted["without text"] += 1
                continue
            counted["releases"] += 1
            counted["quotes"] += sum(1 for _ in reading.quotes())
            counted.update(claim.kind_name for claim in reading.claims())
            for sentence in breaches(reading):
                counted["breaches"] += 1
                print(f"{where}: {sentence}")
    except InputError:
        counted["without text"] += 1
    except Exception as error:  # noqa: BLE001 - whatever is raised is what this run is looking for
        counted["errors"] += 1
        print(f"{where}: {type(error).__name__}: {error}")


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("files", type=Path, nargs="+")
    ask.add_argument("--limit", type=int, metavar="N", help="read only the first N lines of each file")
    told = ask.parse_args()
    reader, total = Reader(), Counter[str]()
    begun = time.perf_counter()
    for file in told.files:
        counted = soak(reader, file, told.limit)
        total += counted
        print(f"{file.name}: {', '.join(f'{count} {what}' for what, count in counted.items())}")
    taken = time.perf_counter() - begun
    counts = ", ".join(f"{total[what]} {what}" for what in ("releases", "quotes", "breaches", "errors"))
    print(f"{counts}, in {taken:.0f} s")
    return int(bool(total["breaches"] or total["errors"] or not total["releases"]))


if __name__ == "__main__":
    sys.exit(main())
