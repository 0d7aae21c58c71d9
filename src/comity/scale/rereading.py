"""Reads kept releases again with this version, to show what it reads differently, and to take it over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import select

from comity.errors import InputError
from comity.linking.relink import relink
from comity.model import Capture, Reading
from comity.pipeline import extractor
from comity.record import Record
from comity.record.captures import content_of
from comity.record.clock import stamp
from comity.record.keeping import keep
from comity.record.rereading import Differs, adopt, differences
from comity.record.tables import releases, sightings, withdrawals
from comity.scale.many import read_captures
from comity.settings import Settings

__all__ = ["reread"]


def reread(
    record: Record, ids: Sequence[str] = (), *, take_over: bool = False, jobs: int = 1, settings: Settings | None = None
) -> Iterator[Differs | InputError]:
    """Read releases again, and tell for each that differs how.

    Args:
        record: the record.
        ids: the releases; all that are kept, where none is named.
        take_over: let the new readings stand, each in a transaction of its own.
        jobs: how many processes read.
        settings: the settings of the run.

    Raises:
        RecordError: the record does not answer; what was taken over before is safe.
    """
    told = settings or Settings.load()
    for capture, item in read_captures(_captures(record, ids), jobs=jobs, settings=told):
        if isinstance(item, InputError):
            yield item
        elif capture is not None:
            differs = _compared(record, item)
            if differs and take_over:
                _take_over(record, capture, item, extractor(told.lexicon))
            if differs:
                yield differs


def _captures(record: Record, ids: Sequence[str]) -> Iterator[Capture]:
    query = (
        select(releases.c.capture, sightings.c.source)
        .join(sightings, sightings.c.release == releases.c.number)
        .where(~select(withdrawals.c.release).where(withdrawals.c.release == releases.c.number).exists())
        .order_by(releases.c.number, sightings.c.number)
    )
    if ids:
        query = query.where(releases.c.id.in_(ids))
    with record.reading() as connection:
        wanted = {row.capture: row.source for row in reversed(connection.execute(query).all())}
    for sha256, source in reversed(wanted.items()):
        with record.reading() as connection:
            yield content_of(connection, sha256, source)


def _compared(record: Record, reading: Reading) -> Differs:
    with record.reading() as connection:
        found = differences(connection, reading)
    # The text itself is read otherwise now, so the release has another id: all of it is new.
    return Differs(reading.release.id, added=tuple(reading.claims())) if found is None else found


def _take_over(record: Record, capture: Capture, reading: Reading, made_by: str) -> None:
    with record.writing() as connection:
        at = stamp(connection)
        if differences(connection, reading) is None:
            changed = keep(connection, capture, reading, made_by, at).changed
        else:
            changed = adopt(connection, reading, made_by, at)
        relink(connection, changed, at)
