"""Reads many sources, with one process or with several: the readings come out one by one, in the order given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from comity import pipeline
from comity.errors import InputError
from comity.model import Capture, Reading
from comity.settings import Settings

__all__ = ["read_captures", "read_many"]


def read_many(
    sources: Iterable[str | Path], *, jobs: int = 1, settings: Settings | None = None
) -> Iterator[Reading | InputError]:
    """The readings of files (or "-"); what cannot be read is an InputError in its place, and ends nothing.

    Nothing is kept: memory does not grow with the number of sources. The sources are asked for as they are needed.

    Raises:
        LostProcess: one of several processes died.
    """
    if jobs > 1:
        from comity.scale.processes import Processes  # noqa: PLC0415 - one process needs none of it

        with Processes(jobs, settings) as processes:
            yield from processes.read(sources)
        return
    reader = pipeline.Reader(settings)
    for source in sources:
        try:
            yield from reader.read(source)
        except InputError as error:
            yield error


def read_captures(
    captures: Iterable[Capture | InputError], *, jobs: int = 1, settings: Settings | None = None
) -> Iterator[tuple[Capture | None, Reading | InputError]]:
    """The reading of each capture beside the capture itself, in their order; the rest is as in `read_many`.

    Raises:
        LostProcess: one of several processes died.
    """
    waiting = iter(captures)
    for first in waiting:
        # Nothing is made ready before there is something to read: what is known already costs nothing.
        if isinstance(first, InputError):
            yield None, first
            continue
        yield from _read(chain([first], waiting), jobs, settings)


def _read(
    captures: Iterable[Capture | InputError], jobs: int, settings: Settings | None
) -> Iterator[tuple[Capture | None, Reading | InputError]]:
    if jobs > 1:
        from comity.scale.processes import Processes  # noqa: PLC0415 - one process needs none of it

        with Processes(jobs, settings) as processes:
            yield from processes.read_captures(captures)
        return
    reader = pipeline.Reader(settings)
    for capture in captures:
        if isinstance(capture, InputError):
            yield None, capture
        else:
            yield from ((capture, item) for item in reader.read_capture(capture))
