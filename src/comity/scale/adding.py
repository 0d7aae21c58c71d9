"""Adds many documents to a record: read by several processes, kept by this one, a release a transaction.

What was kept before is known by its bytes and is not read again, so adding the same once more, or going on after an
interruption, costs little.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Literal

from comity.errors import ComityError, InputError
from comity.intake import documents
from comity.model import Capture, Reading
from comity.pipeline import extractor, keep
from comity.record import Record
from comity.record.captures import content_of, file_of, known, unread
from comity.record.clock import stamp
from comity.record.keeping import Outcome, keep_unread, see_again
from comity.scale.many import read_captures
from comity.settings import Settings

__all__ = ["Given", "add_many", "unread_sources"]

LOOKED_UP = 200
"""How many documents are looked up at once."""


@dataclass(frozen=True, slots=True)
class Given:
    """What became of one document: its outcome once it is kept for good, or the error that it failed by."""

    source: str
    outcome: Outcome | Literal["failed"]
    claims: int = 0
    error: ComityError | None = None


def add_many(
    record: Record, sources: Iterable[str | Path | Capture], *, jobs: int = 1, settings: Settings | None = None
) -> Iterator[Given]:
    """Add documents to a record; each is told when it is kept for good.

    Args:
        record: the record.
        sources: files, "-" for standard input, or captures that are at hand.
        jobs: how many processes read.
        settings: the settings of the run.

    Raises:
        RecordError: the record takes nothing more (the disk is full, the database does not answer); what was told
            before is safe.
        LostProcess: a reading process died; the same holds.
    """
    told = settings or Settings.load()
    made_by = extractor(told.lexicon)
    passed: list[Given] = []
    fresh = _fresh(record, _captures(sources, told.max_bytes), passed)
    for capture, item in read_captures(fresh, jobs=jobs, settings=told):
        yield from _drained(passed)
        if isinstance(item, InputError):
            yield _failed(record, capture, item)
        elif capture is not None:
            yield _kept(record, capture, item, made_by)
    yield from _drained(passed)


def unread_sources(record: Record) -> Iterator[str | Capture]:
    """What could not be read, to be tried again: each file as it is now, and where it is gone, its kept bytes."""
    told: set[str] = set()
    with record.reading() as connection:
        waiting = unread(connection)
    for sha256, source in waiting:
        file = next((one for one in (source, file_of(source)) if Path(one).is_file()), None)
        if file is None:
            with record.reading() as connection:
                yield content_of(connection, sha256, source)
        elif file not in told:
            told.add(file)
            yield file


def _captures(sources: Iterable[str | Path | Capture], max_bytes: int) -> Iterator[Capture | InputError]:
    for source in sources:
        if isinstance(source, Capture):
            yield source
            continue
        try:
            yield from documents(source, max_bytes=max_bytes)
        except InputError as error:
            yield error


def _fresh(
    record: Record, captures: Iterator[Capture | InputError], passed: list[Given]
) -> Iterator[Capture | InputError]:
    """What must be read; what is known already goes to `passed`."""
    while part := list(islice(captures, LOOKED_UP)):
        found = [one for one in part if isinstance(one, Capture)]
        with record.reading() as connection:
            before = known(connection, found)
        passed += [Given(one.source, "unchanged") for one in found if (one.sha256, file_of(one.source)) in before]
        passed += _elsewhere(record, found, before)
        yield from (one for one in part if not isinstance(one, Capture) or (one.sha256, None) not in before)


def _elsewhere(record: Record, found: Sequence[Capture], before: dict[tuple[str, str | None], int]) -> Iterator[Given]:
    moved = [one for one in found if (one.sha256, None) in before and (one.sha256, file_of(one.source)) not in before]
    if not moved:
        return
    with record.writing() as connection:
        at = stamp(connection)
        outcomes = [see_again(connection, one, before[one.sha256, None], at).outcome for one in moved]
    yield from (Given(one.source, outcome) for one, outcome in zip(moved, outcomes, strict=True))


def _kept(record: Record, capture: Capture, reading: Reading, made_by: str) -> Given:
    added = keep(record, capture, reading, made_by)
    return Given(capture.source, added.outcome, len(added.changed.stands))


def _failed(record: Record, capture: Capture | None, error: InputError) -> Given:
    if capture is not None:
        with record.writing() as connection:
            keep_unread(connection, capture, stamp(connection))
    return Given(error.where, "failed", error=error)


def _drained(passed: list[Given]) -> Iterator[Given]:
    while passed:
        yield passed.pop(0)
