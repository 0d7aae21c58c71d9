"""Where a command's answer goes: standard output or a file, for people or for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["as_json", "console_on", "opened"]

# Where no terminal tells its width, a table has room for its words.
_FILE_WIDTH = 120


@contextmanager
def opened(file: Path | None) -> Iterator[IO[str]]:
    """Standard output, or `file` written anew."""
    if file is None:
        yield sys.stdout
    else:
        with file.open("w", encoding="utf-8") as stream:
            yield stream


def as_json(value: Any, *, indent: int | None = 1) -> str:
    """JSON with letters as they are."""
    return json.dumps(value, ensure_ascii=False, indent=indent)


def console_on(stream: IO[str]) -> Console:
    """A console on a stream; it keeps to NO_COLOR, and to plain text where the stream is no terminal."""
    from rich.console import Console  # noqa: PLC0415 - only a command that prints tables waits for it

    width = None if stream.isatty() else _FILE_WIDTH
    return Console(file=stream, width=width, highlight=False, emoji=False, markup=False)
