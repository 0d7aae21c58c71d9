"""Reads many sources with several processes: the readings come out one by one, in the order of the sources.

This process opens the sources and cuts JSON Lines into releases; the others do the rest. Only a few tasks for
each process are under way, so memory does not grow with the number of sources, and whoever takes the readings
is the only one that writes.
"""

from __future__ import annotations

import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path
from types import TracebackType
from typing import Self

from comity.errors import InputError, LostProcess
from comity.intake import open_source, read_texts
from comity.model import Capture, Reading, Text
from comity.pipeline import Reader
from comity.settings import Settings

__all__ = ["Processes"]

Item = Reading | InputError
Source = str | Path

AHEAD = 24
"""How many tasks may be ahead for each process: enough that none is idle while one reads a very long release."""
CHARACTERS = 30_000
"""About how much text makes one task of a file with many releases."""
_MANY = frozenset({"application/x-ndjson", "application/json"})


@dataclass(frozen=True, slots=True)
class _Task:
    """Texts of a capture, cleaned here already; or, where there are none, the capture itself."""

    capture: Capture
    texts: tuple[Text | InputError, ...] = ()


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
        waiting: deque[Future[list[Item]]] = deque()
        try:
            for task in self._tasks(sources):
                waiting.append(_told(task) if isinstance(task, InputError) else self._pool.submit(_work, task))
                while len(waiting) > AHEAD * self.jobs:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        except BrokenProcessPool as error:
            then = "read with one process to see which release it was"
            raise LostProcess("a process that was reading ended without an answer", then=then) from error

    def _tasks(self, sources: Iterable[Source]) -> Iterator[_Task | InputError]:
        for source in sources:
            try:
                capture = open_source(source, max_bytes=self._settings.max_bytes)
                yield from _cut(capture) if capture.media_type in _MANY else [_Task(capture)]
            except InputError as error:
                yield error


def _cut(capture: Capture) -> Iterator[_Task]:
    """The releases of one file in tasks of about the same length."""
    bare = replace(capture, content=b"")
    texts: list[Text | InputError] = []
    length = 0
    for text in read_texts(capture):
        texts.append(text)
        length += 0 if isinstance(text, InputError) else len(text.text)
        if length > CHARACTERS:
            yield _Task(bare, tuple(texts))
            texts, length = [], 0
    if texts:
        yield _Task(bare, tuple(texts))


def _told(error: InputError) -> Future[list[Item]]:
    """A failure in its place among the tasks."""
    future: Future[list[Item]] = Future()
    future.set_result([error])
    return future


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


def _work(task: _Task) -> list[Item]:
    reader = _READER[0]
    made: list[Item] = []
    try:
        made.extend(reader.read_one(task.capture, text) for text in task.texts or read_texts(task.capture))
    except InputError as error:
        made.append(error)
    return made
