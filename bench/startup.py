"""Measures how long a user waits: `startup.py [RELEASE]`.

`comity --help` beside a bare start of Python, a first release from a cold start, and a second one in the same
process. Exit 1 where a limit is passed: 22 starts of Python for the help, 0.2 s for the second release.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

ROUNDS = 11
MOST_STARTS = 22.0
MOST_SECOND = 0.2
DEMO = Path(str(files("comity.demo"))) / "releases"


def seconds(command: Sequence[str], rounds: int) -> float:
    """The median wall-clock time of a command, after one unmeasured round that fills the caches."""
    taken = []
    for _ in range(rounds + 1):
        begun = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken[1:])


def second_read(first: Path, second: Path) -> float:
    """The time of a second release in a process that has read a first one."""
    from comity.pipeline import Reader

    reader = Reader()
    list(reader.read(first))
    begun = time.perf_counter()
    list(reader.read(second))
    return time.perf_counter() - begun


def main(arguments: Sequence[str]) -> int:
    comity = str(Path(sys.executable).with_name("comity"))
    releases = sorted(DEMO.glob("*.md"))
    first, second = (Path(arguments[0]) if arguments else releases[0]), releases[1]
    bare = seconds([sys.executable, "-c", "pass"], ROUNDS)
    told = seconds([comity, "--help"], ROUNDS)
    cold = seconds([comity, "read", str(first), "--json"], 3)
    warm = second_read(first, second)
    for what, value, remark in (
        ("a bare start of Python", bare, ""),
        ("comity --help", told, f"{told / bare:.1f} starts of Python, at most {MOST_STARTS:.0f}"),
        (f"comity read {first.name}, cold", cold, "most of it loads the model and the lexicon"),
        (f"{second.name}, same process", warm, f"at most {MOST_SECOND} s"),
    ):
        print(f"{what:<64} {value:7.3f} s  {remark}")
    return int(told > MOST_STARTS * bare or warm > MOST_SECOND)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
