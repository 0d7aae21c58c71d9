"""Backups: a copy of a record in one file, made while others write, and the way back from it.

A file is written under another name, looked through, and only then given its own: there is never half a file.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from comity.errors import NoRecord, RecordDamaged, RecordError, RecordUnreachable
from comity.record.copying import copy
from comity.record.damage import Check, Report
from comity.record.engine import BUSY_SECONDS, error_of, url_of
from comity.record.store import Record, open_record
from comity.record.verify import verify, verify_facts

__all__ = ["backup", "restore"]

_BESIDE = ("-wal", "-shm", "-journal")


def backup(record: Record, to: str | Path, *, force: bool = False) -> Report:
    """Write a record as it is now into one file of SQLite, whatever database it is in. Others may write meanwhile.

    Args:
        record: the record.
        to: the file.
        force: write over a file that is there.

    Returns:
        What was looked at in the backup.

    Raises:
        RecordDamaged: the record is damaged; no backup was written.
        RecordFull: there is no room for it.
        RecordError: the file is there already.
    """
    to = Path(to)
    if to.exists() and not force:
        raise RecordError("this file is there already", where=str(to), then="give another name, or --force")
    with _part_of(to) as part:
        if record.engine.dialect.name == "sqlite":
            _copy_pages(Path(str(record.engine.url.database)), part)
        else:
            with open_record(part, make=True) as made:
                copy(record, made)
        report = _facts_of(part)
        _into_one_file(part)
        _put(part, to)
    return report


def restore(file: str | Path, place: str, *, force: bool = False, links: Check | None = None) -> Report:
    """Make a record of a backup, which is looked through first.

    Args:
        file: the backup.
        place: a path, or the address of an empty database of PostgreSQL.
        force: put it where a record is; that record is kept beside it, under a name that tells the time.
        links: looks through what was linked (see `verify`).

    Returns:
        What was looked at. What is worked out may be damaged in it, and can be made anew.

    Raises:
        NoRecord: there is no such file.
        RecordDamaged: the backup is damaged; nothing was changed.
        RecordError: a record is there, and not `force`; or it is in use.
    """
    file = Path(file)
    if not file.is_file():
        raise NoRecord("there is no backup", where=str(file), then="check the path")
    sqlite = url_of(place).get_backend_name() == "sqlite"
    to = Path(str(url_of(place).database)) if sqlite else file.with_name(f"{file.name}.restored")
    if sqlite and to.exists() and not force:
        raise RecordError("a record is there already", where=str(to), then="give another place, or --force")
    with _part_of(to) as part:
        _copy_pages(file, part)
        _facts_of(part)
        with open_record(part) as made:
            report = verify(made, links)
            if not sqlite:
                with open_record(place, make=True) as target:
                    copy(made, target)
                return report
        _into_one_file(part)
        if to.exists():
            _set_aside(to)
        _put(part, to)
    return report


@contextmanager
def _part_of(to: Path) -> Iterator[Path]:
    """The name under which a file is written until it is whole; nothing is left of it where that fails."""
    part = to.with_name(f"{to.name}.part")
    _remove(part)
    try:
        yield part
    finally:
        _remove(part)


def _remove(part: Path) -> None:
    for suffix in ("", *_BESIDE):
        part.with_name(part.name + suffix).unlink(missing_ok=True)


def _copy_pages(source: Path, to: Path) -> None:
    """Copy a file of SQLite page by page in one step: all of it is of one moment, and no writer waits."""
    try:
        with (
            closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)) as there,
            closing(sqlite3.connect(to)) as here,
        ):
            there.backup(here)
    except sqlite3.Error as error:
        raise error_of(str(error), str(source)) from error


def _facts_of(part: Path) -> Report:
    with open_record(part) as made:
        report = verify_facts(made)
    if report.lasting:
        told = "; ".join(damage.line() for damage in report.lasting[:3])
        raise RecordDamaged(
            f"{len(report.lasting)} things are damaged: {told}", where=str(part), then="restore an older backup"
        )
    return report


def _into_one_file(part: Path) -> None:
    with closing(sqlite3.connect(part)) as made:
        made.execute("PRAGMA journal_mode=DELETE")


def _put(part: Path, to: Path) -> None:
    with part.open("rb+") as written:
        os.fsync(written.fileno())
    part.replace(to)
    _settle_names(to.parent)


def _settle_names(folder: Path) -> None:
    """Let the file's new name outlast a power cut, where the system has a way to say so."""
    if os.name == "posix":
        handle = os.open(folder or ".", os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _set_aside(place: Path) -> None:
    """Give a record that is replaced another name. Its log goes first: it must never meet the new file."""
    _must_be_alone(place)
    time = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    aside = place.with_name(f"{place.name}.replaced-{time}")
    for suffix in _BESIDE:
        beside = place.with_name(place.name + suffix)
        if beside.exists():
            beside.replace(aside.with_name(aside.name + suffix))
    try:
        aside.hardlink_to(place)  # so that at no moment there is no record
    except OSError:
        place.replace(aside)


def _must_be_alone(place: Path) -> None:
    """Nobody may have the record open: what they kept from now on would be lost with the old file."""
    try:
        with closing(sqlite3.connect(place, timeout=0, isolation_level=None)) as held:
            held.execute("PRAGMA locking_mode=EXCLUSIVE")
            held.execute("BEGIN EXCLUSIVE")
            held.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            then = "end the other programs that have it open"
            raise RecordUnreachable("the record is in use", where=str(place), then=then) from error
    except sqlite3.DatabaseError:
        return  # what is replaced may well be damaged
