"""Measures reading against the stock language pipeline: `speed.py RELEASES.jsonl[.gz]... [--releases N]`.

For each file, N releases are read three times, each time by a process of its own with everything loaded and
warmed up beforehand: plain `nlp.pipe` of the full English model in small batches that are not kept; the whole
of Comity, from JSON Lines to JSON Lines; and that with two processes. Start-up is told apart. What two processes can
gain at all on this machine is told beside it: two that only count, against one (two threads of one core are not two
cores).

CPU seconds are what counts: they hardly depend on what else the machine does. Wall-clock times do; where others
took more than a twentieth of the machine meanwhile, the line says "disturbed", and the gain of two processes is
told by CPU time: what one process takes, by what the busier of the two takes (or half of all, where that is more).
Exit 1 where a limit is passed; CPU time has limits for the files they were agreed for.
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import json
import multiprocessing
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

WARM_UP = 5
BATCH = 8
MOST_CPU = {"pib-2026-08": 0.6, "white-house-2021-2025": 0.9}
MOST_MEMORY = 150
LEAST_GAIN = 1.8
SPACY, ONE, TWO = "spaCy, full model", "comity", "comity, 2 processes"
Rows = Sequence[dict[str, Any]]
Read = Callable[[Path], None]


def rows_of(file: Path, count: int) -> Rows:
    """The first `count` records of a file of releases that hold a text."""
    lines = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
    told = (json.loads(line) for line in lines.splitlines() if line.strip())
    return list(islice((row for row in told if (row.get("text") or "").strip()), count))


def written(items: Iterable[Any]) -> None:
    from comity.errors import InputError
    from comity.model.shape import reading_shape

    with Path(os.devnull).open("w", encoding="utf-8") as stream:
        for item in items:
            if not isinstance(item, InputError):
                stream.write(json.dumps(reading_shape(item), ensure_ascii=False) + "\n")


def stock() -> Iterator[Read]:
    nlp = stock_model()

    def read(file: Path) -> None:
        for _ in nlp.pipe((row["text"] for row in rows_of(file, sys.maxsize)), batch_size=BATCH):
            pass

    yield read


def stock_model() -> Any:
    from comity.reading.syntax import MODELS

    for name in MODELS:
        try:
            return importlib.import_module(name).load()
        except ModuleNotFoundError:
            continue
    raise SystemExit(f"none of {', '.join(MODELS)} is installed")


def one_process() -> Iterator[Read]:
    from comity.pipeline import Reader

    reader = Reader()
    yield lambda file: written(reader.read(file))


def two_processes() -> Iterator[Read]:
    from comity.scale.processes import Processes

    with Processes(2) as processes:
        # A file is at least one task: enough of them that each process has had some.
        yield lambda file: written(processes.read([file] * (6 if "warm" in file.name else 1)))


WORKERS: dict[str, Callable[[], Iterator[Read]]] = {SPACY: stock, ONE: one_process, TWO: two_processes}


def work(name: str, folder: Path) -> None:
    """Read in this process and print what it took, as JSON."""
    import resource

    begun = time.perf_counter()
    for read in WORKERS[name]():
        read(folder / "warm.jsonl")
        ready, cpu = time.perf_counter(), cpu_of_each()
        read(folder / "releases.jsonl")
        wall, spent = time.perf_counter() - ready, [b - a for a, b in zip(cpu, cpu_of_each(), strict=True)]
    took = {"start": ready - begun, "wall": wall, "cpu": sum(spent), "longest": max(*spent, sum(spent) / 2)}
    held = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    mebibyte = 1 << 20 if sys.platform == "darwin" else 1 << 10
    print(json.dumps({**took, "peak": held / mebibyte}))


def cpu_of_each() -> list[float]:
    """The CPU seconds of this process and, where the system tells, of each that it started."""
    spent = [time.process_time(), 0.0]
    for child in sorted(multiprocessing.active_children(), key=lambda child: child.pid or 0):
        try:
            told = Path(f"/proc/{child.pid}/stat").read_text("ascii").rsplit(")", 1)[1].split()
        except OSError:
            continue
        spent.append((int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK"))
    return spent


def tokens(rows: Rows) -> int:
    import spacy

    tokenizer = spacy.blank("en").tokenizer
    return sum(len(tokenizer(row["text"])) for row in rows)


def busy() -> float | None:
    """The CPU seconds that all processes of this machine have had so far; None where it does not tell."""
    try:
        told = Path("/proc/stat").read_text("ascii").split("\n", 1)[0].split()[1:]
    except OSError:
        return None
    user, nice, system, _idle, _waiting, interrupts, soft, stolen = (int(part) for part in told[:8])
    return (user + nice + system + interrupts + soft + stolen) / os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Took:
    """`others` is the share of the machine that other processes had meanwhile."""

    start: float
    wall: float
    cpu: float
    longest: float
    peak: float
    others: float | None

    @property
    def disturbed(self) -> bool:
        return self.others is None or self.others > 0.05


def run(name: str, folder: Path) -> Took:
    import resource

    before, own, begun = busy(), resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, __file__, str(folder), "--worker", name]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    after, ours, wall = busy(), resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter() - begun
    used = ours.ru_utime + ours.ru_stime - own.ru_utime - own.ru_stime
    others = None
    if before is not None and after is not None:
        others = max(0.0, after - before - used) / (wall * (os.cpu_count() or 1))
    return Took(**json.loads(done.stdout), others=others)


def measure(file: Path, count: int) -> Iterator[str]:
    """Print the figures of one file; the limits that are passed."""
    rows = rows_of(file, count + WARM_UP)
    warm, rows = rows[:WARM_UP], rows[WARM_UP:]
    words = tokens(rows)
    print(f"{len(rows)} releases of {file.name}, {words} tokens")
    print(f"{'':<20}{'start s':>9}{'wall s':>9}{'cpu s':>9}{'tokens/cpu s':>14}{'releases/s':>12}{'peak MiB':>10}")
    took = {}
    with tempfile.TemporaryDirectory() as made:
        for name, some in (("warm", warm), ("releases", rows)):
            lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in some)
            (Path(made) / f"{name}.jsonl").write_text("".join(lines), "utf-8")
        for name in WORKERS:
            told = took[name] = run(name, Path(made))
            rate, each = words / told.cpu, len(rows) / told.wall
            line = f"{name:<20}{told.start:>9.1f}{told.wall:>9.1f}{told.cpu:>9.1f}{rate:>14.0f}{each:>12.1f}"
            line += f"{told.peak:>10.0f}"
            print(line + (f"  disturbed: {_share(told.others)}" if told.disturbed else ""), flush=True)
    yield from passed(file.name.split(".")[0], took)


COUNTS = "sum(i * i % 7 for i in range(30_000_000))"


def machine_gain() -> float:
    """How much more two processes do than one where nothing is shared: two at once against one after the other."""

    def wall(several: int) -> float:
        begun = time.perf_counter()
        running = [subprocess.Popen([sys.executable, "-c", COUNTS]) for _ in range(several)]
        for process in running:
            process.wait()
        return time.perf_counter() - begun

    return 2 * wall(1) / wall(2)


def _share(others: float | None) -> str:
    return "what others did is not known" if others is None else f"others had {others:.0%} of the machine"


def passed(name: str, took: dict[str, Took]) -> Iterator[str]:
    share = took[ONE].cpu / took[SPACY].cpu
    memory = took[ONE].peak - took[SPACY].peak
    disturbed = took[ONE].disturbed or took[TWO].disturbed
    gain = took[ONE].cpu / took[TWO].longest if disturbed else took[ONE].wall / took[TWO].wall
    by = "by CPU time" if disturbed else "by wall clock"
    most = MOST_CPU.get(name)
    print(f"CPU time: {share:.2f} of that of the full model{f', at most {most}' if most else ''}")
    print(f"memory: {memory:+.0f} MiB beside the full model, at most +{MOST_MEMORY}")
    print(f"two processes: {gain:.2f} times as fast as one, at least {LEAST_GAIN}, start-up left out ({by})")
    if most and share > most:
        yield f"{name}: CPU time"
    if memory > MOST_MEMORY:
        yield f"{name}: memory"
    if gain < LEAST_GAIN:
        yield f"{name}: two processes"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--releases", type=int, default=500)
    parser.add_argument("--worker", choices=WORKERS, help=argparse.SUPPRESS)
    told = parser.parse_args()
    if told.worker:
        work(told.worker, told.files[0])
        return 0
    print(f"two processes that share nothing: {machine_gain():.2f} times as fast as one on this machine")
    over = [limit for file in told.files for limit in measure(file, told.releases)]
    print("\n".join(f"over the limit: {limit}" for limit in over) or "within all limits")
    return int(bool(over))


if __name__ == "__main__":
    sys.exit(main())
