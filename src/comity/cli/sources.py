"""Reads what the command line names: files, folders file by file, standard input; notes each failure."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from comity.cli.session import session
from comity.errors import InputError

if TYPE_CHECKING:
    from comity.model.reading import Reading
    from comity.settings import Settings

__all__ = ["Failures", "files_of", "is_one_release", "readings"]

FAILED_FILE = Path("failed.txt")
_LINES = (".jsonl", ".ndjson")


class Failures:
    """What could not be read; told on stderr at once and kept for `failed.txt`.

    `record` is the record that the sources were for; '' where they were only read.
    """

    def __init__(self, record: str = "") -> None:
        self.record = record
        self._lines: list[str] = []

    def __len__(self) -> int:
        return len(self._lines)

    def __bool__(self) -> bool:
        return bool(self._lines)

    def add(self, error: InputError) -> None:
        """Tell and keep one failure."""
        session().fail(str(error))
        if session().debug and error.__cause__ is not None:
            session().fail("".join(traceback.format_exception(error.__cause__)))
        of = f"\t{self.record}" if self.record else ""
        self._lines.append(f"{error.where}\t{error.code}\t{error.what}{of}")

    def before(self) -> list[str]:
        """The sources that `failed.txt` names for this record, from the run before."""
        return list(dict.fromkeys(line.split("\t")[0] for line in _lines_told() if _record_of(line) == self.record))

    def write(self) -> None:
        """Write `failed.txt` into the working directory: file, code, what happened and the record, a line for each.

        What it told of this record before gives way, what it tells of others stays; with nothing to tell it goes.
        """
        lines = [line for line in _lines_told() if _record_of(line) != self.record] + self._lines
        try:
            if lines:
                FAILED_FILE.write_text("\n".join([*lines, ""]), "utf-8")
            else:
                FAILED_FILE.unlink(missing_ok=True)
        except OSError as error:
            session().fail(f"{FAILED_FILE} could not be written: {error}")


def _lines_told() -> list[str]:
    try:
        return FAILED_FILE.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return []


def _record_of(line: str) -> str:
    return "".join(line.split("\t")[3:4])


def is_one_release(sources: Iterable[str]) -> bool:
    """Whether the sources can only be one release, so that JSON is one object and not a list."""
    told = [Path(source) for source in sources]
    return len(told) == 1 and not told[0].is_dir() and told[0].suffix.lower() not in _LINES


def readings(settings: Settings, sources: Iterable[str], failures: Failures, *, jobs: int = 1) -> Iterator[Reading]:
    """A reading for each release of the sources, in order; what fails goes to `failures`."""
    from comity.scale import read_many  # noqa: PLC0415 - loads the language model

    for read in read_many(files_of(sources, failures), jobs=jobs, settings=settings):
        if isinstance(read, InputError):
            failures.add(read)
        else:
            session().detail(_triaged(read))
            yield read


def files_of(sources: Iterable[str], failures: Failures) -> Iterator[str]:
    """The files of all sources, each folder file by file."""
    from comity.intake import files_in  # noqa: PLC0415 - the parsers of formats come with it

    for source in sources:
        folder = source != "-" and Path(source).is_dir()
        try:
            for file in map(str, files_in(Path(source))) if folder else (source,):
                session().detail(f"reading {file}")
                yield file
        except InputError as error:
            failures.add(error)


def _triaged(reading: Reading) -> str:
    told, name = reading.triage, reading.release.title or reading.release.source
    if not told.kept:
        return f"{name}: not read beyond its masthead: it {told.reason}"
    return f"{name}: parsed {told.parsed} of {told.sentences} sentences, as it {told.reason}"
