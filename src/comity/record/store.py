"""A record: where it is, and its transactions."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from comity.record import engine as engines
from comity.record.migrate import bring_forward

__all__ = ["Record", "open_record"]


class Record:
    """A record that is open: a file of SQLite, or a database of PostgreSQL."""

    def __init__(self, engine: Engine, place: str) -> None:
        self.engine = engine
        self.place = place

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    def reading(self) -> AbstractContextManager[Connection]:
        """A transaction that only reads; all of it sees one state."""
        return engines.reading(self.engine)

    def writing(self) -> AbstractContextManager[Connection]:
        """The transaction of the one writer; all of it is kept, or nothing."""
        return engines.writing(self.engine)


def open_record(place: str | Path = "comity.db", *, make: bool = False) -> Record:
    """Open the record at a path or an address `postgresql://…`; its schema is brought forward where it is older.

    Args:
        place: where it is.
        make: make a new one where there is none.

    Raises:
        NoRecord: there is none, and none is to be made.
        RecordError: it cannot be opened.
    """
    engine = engines.open_engine(place)
    bring_forward(engine, make=make)
    return Record(engine, str(place))
