"""Finds the releases that gold tells of, and reads them into the shape that is scored."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from comity.errors import GoldError, InputError
from comity.evaluate.folding import Record
from comity.model.reading import Reading
from comity.model.shape import reading_shape

__all__ = ["Outcome", "Reads", "find_releases", "read_releases"]


class Reads(Protocol):
    """What reads a source: `comity.pipeline.Reader`."""

    def read(self, source: str) -> Iterator[Reading | InputError]:
        """Yield a reading, or the error, for each release of the source."""
        ...


@dataclass(frozen=True, slots=True)
class Outcome:
    """One document: its reading in the JSON shape, or why it could not be read."""

    document: str
    shape: Record | None
    error: InputError | None = None


def find_releases(folder: Path, documents: Iterable[str]) -> dict[str, Path]:
    """The file of each document: DOCID.* or, for DOCID = STEM-ID, the line with that id in STEM.jsonl.

    Documents without a file are left out.

    Raises:
        GoldError: no such folder, or two files for one document.
    """
    if not folder.is_dir():
        raise GoldError("is not a folder", where=str(folder), then="give the folder of the releases")
    present = [f for f in sorted(folder.iterdir()) if f.is_file()]
    found = {document: _file_of(document, present) for document in documents}
    return {document: file for document, file in found.items() if file}


def _file_of(document: str, present: Iterable[Path]) -> Path | None:
    exact = [f for f in present if f.stem == document and f.suffix != ".jsonl"]
    if len(exact) > 1:
        names = ", ".join(f.name for f in exact)
        raise GoldError(f"two releases for {document}: {names}", where=str(exact[0].parent), then="keep one")
    lines = [f for f in present if f.suffix == ".jsonl" and document.startswith(f"{f.stem}-")]
    return next(iter([*exact, *lines]), None)


def read_releases(reader: Reads, files: Mapping[str, Path]) -> Iterator[Outcome]:
    """Read each document's file; a file of several releases is read once."""
    for file in sorted(set(files.values())):
        wanted = [document for document, where in files.items() if where == file]
        if file.suffix == ".jsonl":
            yield from _read_lines(reader, file, wanted)
        else:
            yield _outcome(wanted[0], next(_readings(reader, file), None), file)


def _read_lines(reader: Reads, file: Path, wanted: Iterable[str]) -> Iterator[Outcome]:
    """The releases of a JSON Lines file stand in the order of its lines, whose ids gold names."""
    ids = [_line_id(line) for line in file.read_text("utf-8").splitlines() if line.strip()]
    by_document = {f"{file.stem}-{i}": read for i, read in zip(ids, _readings(reader, file), strict=False)}
    return (_outcome(document, by_document.get(document), file) for document in wanted)


def _readings(reader: Reads, file: Path) -> Iterator[Reading | InputError]:
    """As the reader yields them; a file that cannot be read at all is one error."""
    try:
        yield from reader.read(str(file))
    except InputError as error:
        yield error


def _line_id(line: str) -> str:
    try:
        told = json.loads(line)
    except ValueError:
        return ""
    return str(told.get("id", "")) if isinstance(told, dict) else ""


def _outcome(document: str, read: Reading | InputError | None, file: Path) -> Outcome:
    if isinstance(read, Reading):
        return Outcome(document, reading_shape(read))
    return Outcome(document, None, read or InputError(f"holds no release {document}", where=str(file)))
