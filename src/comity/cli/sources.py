"""Reads what the command line names: files, folders file by file, standard input; notes each failure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from comity.cli.session import session
from comity.errors import InputError

if TYPE_CHECKING:
    from comity.model.reading import Reading
    from comity.pipeline import Reader

__all__ = ["Failures", "is_one_release", "readings"]

FAILED_FILE = Path("failed.txt")
_LINES = (".jsonl", ".ndjson")


class Failures:
    """What could not be read; told on stderr at once and kept for `failed.txt`."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    def __bool__(self) -> bool:
        return bool(self._lines)

    def add(self, error: InputError) -> None:
        """Tell and keep one failure."""
        session().fail(str(error))
        self._lines.append(f"{error.where}\t{error.code}\t{error.what}")

    def write(self) -> None:
        """Write `failed.txt` into the working directory: file, code and what happened, a line for each."""
        if not self._lines:
            return
        try:
            FAILED_FILE.write_text("\n".join([*self._lines, ""]), "utf-8")
        except OSError as error:
            session().fail(f"{FAILED_FILE} could not be written: {error}")


def is_one_release(sources: Iterable[str]) -> bool:
    """Whether the sources can only be one release, so that JSON is one object and not a list."""
    told = [Path(source) for source in sources]
    return len(told) == 1 and not told[0].is_dir() and told[0].suffix.lower() not in _LINES


def readings(reader: Reader, sources: Iterable[str], failures: Failures) -> Iterator[Reading]:
    """A reading for each release of the sources, in order; what fails goes to `failures`."""
    for source in sources:
        try:
            for file in _files(source):
                yield from _read(reader, file, failures)
        except InputError as error:
            failures.add(error)


def _files(source: str) -> Iterator[str]:
    from comity.intake import files_in  # noqa: PLC0415 - the parsers of formats come with it

    if source == "-" or not Path(source).is_dir():
        yield source
    else:
        yield from map(str, files_in(Path(source)))


def _read(reader: Reader, file: str, failures: Failures) -> Iterator[Reading]:
    session().detail(f"reading {file}")
    try:
        for read in reader.read(file):
            if isinstance(read, InputError):
                failures.add(read)
            else:
                yield read
    except InputError as error:
        failures.add(error)
