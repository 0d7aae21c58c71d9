"""Measures reading against the stock language pipeline: `speed.py RELEASES.jsonl[.gz] [--releases N]`.

Both read the same first N texts in a process of their own, with everything loaded beforehand: the whole of Comity
from bytes to claims, and plain `nlp.pipe` of the full English model. Prints seconds, tokens a second, peak memory.
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import json
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

WARM_UP = 3
MEBIBYTE = 1 << 20


def lines(file: Path, count: int) -> list[str]:
    """The first `count` lines that hold a text."""
    opened = gzip.open(file, "rt", encoding="utf-8") if file.suffix == ".gz" else file.open(encoding="utf-8")
    with opened as stream:
        return list(islice((line for line in stream if (json.loads(line).get("text") or "").strip()), count))


def reader() -> Callable[[Sequence[str]], None]:
    from comity.errors import InputError
    from comity.pipeline import Reader

    comity = Reader()

    def read(records: Sequence[str]) -> None:
        for number, record in enumerate(records):
            for reading in comity.read_bytes(f"{record.strip()}\n".encode(), f"{number}.jsonl"):
                if isinstance(reading, InputError):
                    raise reading

    return read


def stock() -> Callable[[Sequence[str]], None]:
    nlp = stock_model()

    def read(records: Sequence[str]) -> None:
        for _ in nlp.pipe(json.loads(record)["text"] for record in records):
            pass

    return read


def stock_model() -> Any:
    from comity.reading.syntax import MODELS

    for name in MODELS:
        try:
            return importlib.import_module(name).load()
        except ModuleNotFoundError:
            continue
    raise SystemExit(f"none of {', '.join(MODELS)} is installed")


WORKERS = {"comity": reader, "spaCy, full model": stock}


def work(name: str, file: Path, count: int) -> None:
    """Read in this process and print what it took, as JSON."""
    records = lines(file, count + WARM_UP)
    read = WORKERS[name]()
    read(records[:WARM_UP])
    begun, cpu = time.perf_counter(), time.process_time()
    read(records[WARM_UP:])
    taken = {"wall": time.perf_counter() - begun, "cpu": time.process_time() - cpu}
    print(json.dumps(taken | {"releases": len(records) - WARM_UP, "peak": peak()}))


def peak() -> float:
    """The most memory this process has held, in MiB; NaN where the platform does not tell."""
    if platform.system() == "Windows":
        return float("nan")
    import resource

    told = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return told / MEBIBYTE if platform.system() == "Darwin" else told / 1024


def tokens(file: Path, count: int) -> int:
    import spacy

    tokenizer = spacy.blank("en").tokenizer
    return sum(
        len(tokenizer(json.loads(record)["text"])) for record in lines(file, count + WARM_UP)[WARM_UP:]
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--releases", type=int, default=200)
    parser.add_argument("--worker", choices=WORKERS, help=argparse.SUPPRESS)
    told = parser.parse_args()
    if told.worker:
        work(told.worker, told.file, told.releases)
        return
    count = tokens(told.file, told.releases)
    found = {}
    for name in WORKERS:
        command = [
            sys.executable,
            __file__,
            str(told.file),
            "--releases",
            str(told.releases),
            "--worker",
            name,
        ]
        found[name] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    print(f"{found['comity']['releases']} releases of {told.file.name}, {count} tokens")
    print(f"{'':<20}{'wall s':>9}{'cpu s':>9}{'tokens/cpu s':>14}{'releases/s':>12}{'peak MiB':>10}")
    for name, took in found.items():
        rate, each = count / took["cpu"], took["releases"] / took["wall"]
        print(
            f"{name:<20}{took['wall']:>9.1f}{took['cpu']:>9.1f}{rate:>14.0f}{each:>12.1f}{took['peak']:>10.0f}"
        )
    ratio = found["spaCy, full model"]["cpu"] / found["comity"]["cpu"]
    print(f"comity reads {ratio:.2f} times as fast as the full model alone")


if __name__ == "__main__":
    main()
