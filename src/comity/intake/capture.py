"""Captures: the bytes of a document, guarded, counted, hashed and named before anything parses them."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from comity.errors import InputError, MissingInput, NoText, RefusedInput
from comity.intake.sniffing import media_type_of
from comity.model import Capture

__all__ = ["LINES", "capture_bytes", "files_in", "is_long_list", "lines_of", "open_source"]


LINES = frozenset({".jsonl", ".ndjson"})
"""The names of files with a release a line."""


def open_source(source: str | Path, *, max_bytes: int) -> Capture:
    """Take the bytes of the file `source`, or of standard input for "-", up to `max_bytes`.

    Raises:
        MissingInput: there is no such file, it may not be opened, or nothing came on standard input.
        RefusedInput: it is larger than `max_bytes`, a folder, a FIFO, a device or a socket.
        NoText: the file is empty.
        UnknownFormat: no reader knows its format.
    """
    where = str(source)
    if where == "-":
        content = sys.stdin.buffer.read(max_bytes + 1)
        if not content:
            raise MissingInput("nothing came on standard input", where="-", then="pipe a release in")
    else:
        content = _content(where, max_bytes)
    if len(content) > max_bytes:
        raise _too_large(where, f"more than {max_bytes:,}", max_bytes)
    return capture_bytes(content, where, Path(where).name)


def lines_of(path: Path, *, max_bytes: int) -> Iterator[Capture | InputError]:
    """The lines of a file of JSON Lines that is larger than one document may be, each a capture of its own.

    Raises:
        MissingInput: the file cannot be opened.
    """
    try:
        with path.open("rb") as file:
            number = 0
            while line := file.readline(max_bytes + 1):
                number += 1
                where = f"{path}:{number}"
                if len(line) > max_bytes:
                    while line and not line.endswith(b"\n"):  # the rest of a line that is too long
                        line = file.readline(max_bytes + 1)
                    yield _too_large(where, f"more than {max_bytes:,}", max_bytes)
                elif content := line.strip(b"\xef\xbb\xbf \t\r\n"):
                    yield Capture(where, hashlib.sha256(content).hexdigest(), "application/json", content)
    except OSError as error:
        raise MissingInput(_reason(error), where=str(path), then="check the path") from error


def is_long_list(source: str, *, max_bytes: int) -> bool:
    """Whether a source is a file of JSON Lines that is too long to be taken as one document."""
    path = Path(source)
    return path.suffix.lower() in LINES and path.is_file() and path.stat().st_size > max_bytes


def capture_bytes(content: bytes, source: str, name_hint: str = "") -> Capture:
    """Make a capture of bytes that are already at hand; `name_hint` is a file name that may tell the format.

    Raises:
        NoText: there are no bytes, or white space alone.
        UnknownFormat: no reader knows the format.
        RefusedInput: it is markup that declares entities.
    """
    if not content.strip():
        raise NoText("it is empty", where=source, then="give a file that holds a release")
    media_type = media_type_of(content, name_hint, where=source)
    return Capture(source, hashlib.sha256(content).hexdigest(), media_type, content)


def files_in(folder: Path) -> Iterator[Path]:
    """The regular files in `folder` and the folders below, sorted; hidden ones are skipped.

    Raises:
        MissingInput: the folder cannot be listed.
    """
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        raise MissingInput(_reason(error), where=str(folder), then="check the path") from error
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir() and not entry.is_symlink():
            yield from files_in(entry)
        elif entry.is_file():
            yield entry


def _content(where: str, max_bytes: int) -> bytes:
    try:
        _guard(Path(where).stat(), where, max_bytes)
        # Opened without waiting and looked at again: the path may be another file by now.
        with os.fdopen(os.open(where, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as file:
            _guard(os.fstat(file.fileno()), where, max_bytes)
            return file.read(max_bytes + 1)
    except (OSError, ValueError) as error:
        raise MissingInput(_reason(error), where=where, then="check the path") from error


def _guard(found: os.stat_result, where: str, max_bytes: int) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise RefusedInput("it is a folder", where=where, then="give the files in it one by one")
    if not stat.S_ISREG(found.st_mode):
        raise RefusedInput("it is a FIFO, device or socket", where=where, then="give a regular file")
    if found.st_size > max_bytes:
        raise _too_large(where, f"{found.st_size:,}", max_bytes)


def _too_large(where: str, size: str, max_bytes: int) -> RefusedInput:
    return RefusedInput(
        f"it holds {size} bytes, and at most {max_bytes:,} are read",
        where=where,
        then="raise max_bytes to read it",
    )


def _reason(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, PermissionError):
        return "it may not be read"
    return f"it cannot be opened: {getattr(error, 'strerror', None) or error}"
