"""Reads what the command line names: files, folders file by file, standard input; notes each failure."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from comity.cli.session import session
from comity.errors import InputError

if TYPE_CHECKING:
    from comity.model.reading import Reading
    from comity.pipeline import Reader
    from comity.settings import Settings

__all__ = ["Failures", "is_one_release", "readings"]

FAILED_FILE = Path("failed.txt")


class Failures:
    """What could not be read; told on stderr at once and kept for `failed.txt`."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    def __bool__(self) -> bool:
        return bool(self._lines)

    def add(self, error: InputError) -> None:
        """Tell and keep one failure."""
        session().fail(str(error))
        self._lines.append("\t".join((error.where, error.code, error.what)))

    def write(self) -> None:
        """Write `failed.txt` into the working directory, a line for each failure: file, code, what happened."""
        if not self._lines:
            return
        try:
            FAILED_FILE.write_text("\n".join([*self._lines, ""]), "utf-8")
        except OSError as error:
            session().fail(f"{FAILED_FILE} could not be written: {error}")


def is_one_release(sources: Iterable[str]) -> bool:
    """Whether the sources can only be one release, so that JSON is one object and not a list."""
    told = list(sources)
    return len(told) == 1 and not Path(told[0]).is_dir() and Path(told[0]).suffix not in (".jsonl", ".ndjson")


def readings(
    reader: Reader, sources: Iterable[str], settings: Settings, failures: Failures
) -> Iterator[Reading]:
    """A reading for each release of the sources, in order; what fails goes to `failures`."""
    for source in sources:
        session().detail(f"reading {source}")
        for read in reader.read_bytes(_stdin(settings), source="-") if source == "-" else reader.read(source):
            if isinstance(read, InputError):
                failures.add(read)
            else:
                yield read


def _stdin(settings: Settings) -> bytes:
    # One byte more than is allowed is enough for the reader to refuse it, and no more is held.
    return sys.stdin.buffer.read(settings.max_bytes + 1)
