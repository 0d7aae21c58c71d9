"""Reads many sources with several processes: the readings come out one by one, in the order of the sources.

This process opens the sources and cuts files with many releases; the others do the rest. Only a few tasks for
each process are under way, so memory does not grow with the number of sources, and whoever takes the readings
is the only one that writes.
"""

from __future__ import annotations

import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import zip_longest
from multiprocessing import get_context
from pathlib import Path
from types import TracebackType
from typing import Self

from comity.errors import InputError, LostProcess
from comity.intake import documents
from comity.model import Capture, Reading
from comity.pipeline import Reader
from comity.settings import Settings

__all__ = ["Processes", "Read"]

Item = Reading | InputError
Source = str | Path
Read = tuple[Capture | None, Item]
"""A reading and the capture that it is of; None where nothing could be captured."""

AHEAD = 24
"""How many tasks may be ahead for each process: enough that none is idle while one reads a very long release."""
CHARACTERS = 30_000
"""About how much makes one task of a file with many releases, in bytes."""
_SHORT = frozenset({"application/json"})
"""What comes in long rows of short documents, and is sent several at a time."""


class Processes:
    """Some processes that read, each with a lexicon and a language model of its own."""

    def __init__(self, jobs: int, settings: Settings | None = None) -> None:
        self.jobs = jobs
        self._settings = settings or Settings.load()
        # Started afresh and not forked: the same on every system, and no thread is copied half-way.
        context = get_context("spawn")
        self._pool = ProcessPoolExecutor(jobs, context, initializer=_begin, initargs=(self._settings,))
        with _deaf():
            for _ in range(jobs):  # each of these starts a process
                self._pool.submit(bool)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(cancel_futures=True)

    def read(self, sources: Iterable[Source]) -> Iterator[Item]:
        """The readings, in the order of the sources.

        Raises:
            LostProcess: a reading process died.
        """
        return (item for _, item in self.read_captures(_documents(sources, self._settings.max_bytes)))

    def read_captures(self, captures: Iterable[Capture | InputError]) -> Iterator[Read]:
        """The reading of each capture beside the capture itself, in their order; what fails is an error in its place.

        Raises:
            LostProcess: a reading process died.
        """
        waiting: deque[tuple[list[Capture], Future[list[list[Item]]]]] = deque()
        try:
            for task in _tasks(captures):
                if isinstance(task, InputError):
                    waiting.append(([], _told(task)))
                else:
                    waiting.append((task, self._pool.submit(_work, task)))
                while len(waiting) > AHEAD * self.jobs:
                    yield from _done(*waiting.popleft())
            while waiting:
                yield from _done(*waiting.popleft())
        except BrokenProcessPool as error:
            then = "read with one process to see which release it was"
            raise LostProcess("a process that was reading ended without an answer", then=then) from error


def _documents(sources: Iterable[Source], max_bytes: int) -> Iterator[Capture | InputError]:
    for source in sources:
        try:
            yield from documents(source, max_bytes=max_bytes)
        except InputError as error:
            yield error


def _tasks(captures: Iterable[Capture | InputError]) -> Iterator[list[Capture] | InputError]:
    """Captures in tasks of about the same length, each failure in its place among them."""
    task: list[Capture] = []
    length = 0
    for capture in captures:
        if isinstance(capture, InputError):
            if task:
                yield task
            yield capture
            task, length = [], 0
            continue
        task.append(capture)
        length += len(capture.content)
        if length > CHARACTERS or capture.media_type not in _SHORT:
            yield task
            task, length = [], 0
    if task:
        yield task


def _told(error: InputError) -> Future[list[list[Item]]]:
    """A failure in its place among the tasks."""
    future: Future[list[list[Item]]] = Future()
    future.set_result([[error]])
    return future


def _done(captures: Sequence[Capture], future: Future[list[list[Item]]]) -> Iterator[Read]:
    for capture, items in zip_longest(captures, future.result()):
        yield from ((capture, item) for item in items)


@contextmanager
def _deaf() -> Iterator[None]:
    """Processes started meanwhile never hear Ctrl-C, not even before they are ready: this one ends them."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


_READER: list[Reader] = []


def _begin(settings: Settings) -> None:
    """Make a process ready; an interruption is the business of the one that started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _READER[:] = [Reader(settings)]


def _work(task: list[Capture]) -> list[list[Item]]:
    return [list(_READER[0].read_capture(capture)) for capture in task]
