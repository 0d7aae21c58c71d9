"""Brings the schema of a record forward to this version's, each step in one transaction."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine, inspect, text

from comity.errors import NoRecord, RecordError
from comity.record.engine import reading, told, writing

__all__ = ["HEAD", "bring_forward"]

HEAD = "0001"
"""The newest schema; each step is a file in migrations/versions."""


def _version_of(engine: Engine) -> str | None:
    """The schema that a database holds, or None where it holds no record.

    Raises:
        RecordError: the database cannot be read.
    """
    with reading(engine) as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def bring_forward(engine: Engine, *, make: bool) -> None:
    """Make the schema of this version, from none (where `make`) or from an older one.

    Raises:
        NoRecord: there is no record, and none is to be made.
        RecordError: the record was written by a newer version, or the step fails; then nothing was changed.
    """
    where = engine.url.database or ""
    if not make and engine.url.get_backend_name() == "sqlite" and not Path(where).is_file():
        raise NoRecord("there is no record", where=where, then="make one with `comity add`, or name one with --record")
    held = _version_of(engine)
    if held == HEAD:
        return
    if held is None and not make:
        raise NoRecord("this database holds no record", where=where, then="make one with `comity add`")
    if held is not None and held > HEAD:
        raise RecordError(
            f"the record was written by a newer Comity (schema {held})", where=where, then="update Comity"
        )
    _upgrade(engine)


def _upgrade(engine: Engine) -> None:
    from alembic import command  # noqa: PLC0415 - only where the schema changes
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with told(engine), writing(engine) as connection:
        # Another process may have been here while this one waited to write.
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
