"""Measures reading against the stock language pipeline: `speed.py RELEASES.jsonl[.gz] [--releases N]`.

Both read the same N texts, each in a process of its own with everything loaded beforehand: the whole of
Comity from bytes to claims, and plain `nlp.pipe` of the full English model. Prints seconds, tokens a second
and peak memory.
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

WARM_UP = 3
Read = Callable[[Sequence[str]], None]


def texts(file: Path, count: int) -> list[str]:
    """The first `count` texts of a file of releases."""
    lines = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
    told = (json.loads(line).get("text") for line in lines.splitlines() if line.strip())
    return list(islice((text for text in told if text and text.strip()), count))


def comity() -> Read:
    from comity.errors import InputError
    from comity.pipeline import Reader

    reader = Reader()

    def read(given: Sequence[str]) -> None:
        for text in given:
            for reading in reader.read_bytes(text.encode(), "release.txt"):
                if isinstance(reading, InputError):
                    raise reading

    return read


def stock() -> Read:
    nlp = stock_model()

    def read(given: Sequence[str]) -> None:
        for _ in nlp.pipe(given):
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


WORKERS = {"comity": comity, "spaCy, full model": stock}


def work(name: str, file: Path, count: int) -> None:
    """Read in this process and print what it took, as JSON."""
    import resource

    given = texts(file, count + WARM_UP)
    read = WORKERS[name]()
    read(given[:WARM_UP])
    begun, cpu = time.perf_counter(), time.process_time()
    read(given[WARM_UP:])
    took = {"wall": time.perf_counter() - begun, "cpu": time.process_time() - cpu}
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    mebibyte = 1 << 20 if sys.platform == "darwin" else 1 << 10
    print(json.dumps({**took, "peak": held / mebibyte}))


def tokens(given: Sequence[str]) -> int:
    import spacy

    tokenizer = spacy.blank("en").tokenizer
    return sum(len(tokenizer(text)) for text in given)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--releases", type=int, default=200)
    parser.add_argument("--worker", choices=WORKERS, help=argparse.SUPPRESS)
    told = parser.parse_args()
    if told.worker:
        work(told.worker, told.file, told.releases)
        return
    given = texts(told.file, told.releases + WARM_UP)[WARM_UP:]
    count = tokens(given)
    print(f"{len(given)} releases of {told.file.name}, {count} tokens")
    print(f"{'':<20}{'wall s':>9}{'cpu s':>9}{'tokens/cpu s':>14}{'releases/s':>12}{'peak MiB':>10}")
    cpu = {}
    for name in WORKERS:
        command = [sys.executable, __file__, str(told.file), "--releases", str(told.releases)]
        done = subprocess.run([*command, "--worker", name], check=True, stdout=subprocess.PIPE, text=True)
        took = json.loads(done.stdout)
        cpu[name] = took["cpu"]
        rate, each = count / took["cpu"], len(given) / took["wall"]
        print(f"{name:<20}{took['wall']:>9.1f}{took['cpu']:>9.1f}{rate:>14.0f}{each:>12.1f}{took['peak']:>10.0f}")
    print(f"comity takes {cpu['comity'] / cpu['spaCy, full model']:.2f} of the CPU time of the full model alone")


if __name__ == "__main__":
    main()
