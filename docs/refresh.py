"""Runs every `$ comity ...` example of the docs and holds what it prints to what stands there.

`python docs/refresh.py` rewrites the examples; `--check` names those that changed and exits 1. An example is
a `console` block whose first line is the command.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = re.compile(
    r"^```console\n\$ \.venv/bin/comity (?P<arguments>[^\n]+)\n(?P<printed>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


def pages() -> list[Path]:
    """Every page that may hold examples."""
    return [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]


@cache
def printed(arguments: str) -> str:
    """What a command prints now, without the spaces that fill a table's lines."""
    command = [Path(sys.executable).with_name("comity"), *shlex.split(arguments)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8", check=True)
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())


def refreshed(text: str) -> str:
    """A page with its examples run anew."""

    def anew(example: re.Match[str]) -> str:
        return f"```console\n$ .venv/bin/comity {example['arguments']}\n{printed(example['arguments'])}```"

    return EXAMPLE.sub(anew, text)


def main(arguments: Iterable[str]) -> int:
    check, changed = "--check" in arguments, False
    for page in pages():
        told = page.read_text("utf-8")
        now = refreshed(told)
        if now != told:
            changed = True
            print(f"{page.relative_to(ROOT)}: {'differs from what is printed now' if check else 'rewritten'}")
            if not check:
                page.write_text(now, "utf-8")
    if check and changed:
        print("run: .venv/bin/python docs/refresh.py")
    return int(check and changed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
