"""Torture of a record: killed writers, crowds, full disks, flipped bits. Small in the tests, large in bench/torture.py.

Every process here is a real one, forked, with connections of its own; what it acknowledges comes through a pipe.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from comity.errors import RecordError, RecordFull
from comity.linking.rebuilding import verified
from comity.record import Record, open_record
from comity.record.tables import claims, counts, listed, releases
from invented import readings
from record_builders import add

Told = Callable[[Any], None]


@dataclass
class Child:
    """A forked process, and what it told line by line until it ended or was killed."""

    pid: int
    pipe: int
    told: list[Any] = field(default_factory=list)
    _heard: bytes = b""

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)

    def hear(self, lines: int) -> None:
        """Wait until it has told so many lines, or is done."""
        while self._heard.count(b"\n") < lines and (part := os.read(self.pipe, 65536)):
            self._heard += part

    def end(self) -> int:
        """Wait for its end; gives what the system says of it (0 is well, negative a signal)."""
        self.hear(sys.maxsize)
        os.close(self.pipe)
        # The last line may be half written where the process was killed.
        self.told = [json.loads(line) for line in self._heard.split(b"\n")[:-1]]
        _, status = os.waitpid(self.pid, 0)
        return os.waitstatus_to_exitcode(status)


def forked(work: Callable[[Told], None]) -> Child:
    """Do some work in a process of its own."""
    read, write = os.pipe()
    pid = os.fork()
    if pid:
        os.close(write)
        return Child(pid, read)
    code = 1
    try:
        os.close(read)
        work(lambda value: _tell(write, value))
        code = 0
    except BaseException:  # noqa: BLE001 - a forked process must end here, whatever happens
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


def _tell(pipe: int, value: Any) -> None:
    os.write(pipe, json.dumps(value).encode() + b"\n")


def adding(place: str, seed: int, number: int) -> Callable[[Told], None]:
    """Work: add releases one by one; each is told once it is kept for good, with the seconds that it took."""

    def work(tell: Told) -> None:
        with open_record(place, make=True) as record:
            for reading in readings(seed, number):
                begun = time.perf_counter()
                add(record, reading, f"{seed}.md")
                tell([reading.release.id, time.perf_counter() - begun])

    return work


def looking(place: str, seconds: float) -> Callable[[Told], None]:
    """Work: look at a record again and again; each look must see one state of it."""

    def work(tell: Told) -> None:
        until = time.perf_counter() + seconds
        with open_record(place) as record:
            while time.perf_counter() < until:
                with record.reading() as connection:
                    number = connection.execute(select(func.count()).select_from(listed)).scalar()
                    counted = connection.execute(select(counts.c.n).where(counts.c.tag == "all")).scalar() or 0
                tell([number, counted])

    return work


@dataclass
class Outcome:
    """What one torture came to."""

    figures: dict[str, Any] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def whole(self, record: Record) -> None:
        """The record must be as it was written."""
        self.faults += [damage.line() for damage in verified(record).damages]


def kills(place: str, times: int, *, seed: int = 1, every: int = 10) -> Outcome:
    """Kill processes that add, at random moments; what they told must be there, and of each release all or nothing."""
    drawn, outcome = random.Random(seed), Outcome()
    must: dict[str, int] = {}
    told: set[str] = set()
    for n in range(times):
        number = seed * 100_000 + n
        must |= {reading.release.id: len(list(reading.claims())) for reading in readings(number, 40)}
        child = forked(adding(place, number, 40))
        child.hear(drawn.randrange(8))
        time.sleep(drawn.uniform(0, 0.05))  # the moment is what is drawn
        child.kill()
        child.end()
        told |= {release for release, _ in child.told}
        if n % every == every - 1 or n == times - 1:
            _look(place, must, told, outcome)
    outcome.figures |= {"kills": times, "acknowledged": len(told)}
    return outcome


def _look(place: str, must: dict[str, int], told: set[str], outcome: Outcome) -> None:
    with open_record(place, make=True) as record:
        with record.reading() as connection:
            query = select(releases.c.id, func.count(claims.c.number)).outerjoin(
                claims, claims.c.release == releases.c.number
            )
            there = {row[0]: row[1] for row in connection.execute(query.group_by(releases.c.id))}
        lost = told - there.keys()
        half = [release for release, number in there.items() if must[release] != number]
        outcome.figures |= {"releases": len(there), "lost": len(lost), "half": len(half)}
        outcome.faults += [f"lost {one}" for one in sorted(lost)] + [f"half {one}" for one in sorted(half)]
        outcome.whole(record)


def crowd(place: str, writers: int, readers: int, each: int, *, seed: int = 1) -> Outcome:
    """Many write and many read at once: nobody is turned away, and all of it is there."""
    outcome = Outcome()
    open_record(place, make=True).close()
    crowd_of = [forked(adding(place, seed * 1000 + n, each)) for n in range(writers)]
    beside = [forked(looking(place, each / 10)) for _ in range(readers)]
    outcome.faults += [f"a writer ended with {code}" for child in crowd_of if (code := child.end())]
    outcome.faults += [f"a reader ended with {code}" for child in beside if (code := child.end())]
    waits = sorted(seconds for child in crowd_of for _, seconds in child.told)
    looks = [look for child in beside for look in child.told]
    outcome.faults += [f"a reader saw {look}" for look in looks if look[0] != look[1]]
    must = {reading.release.id for n in range(writers) for reading in readings(seed * 1000 + n, each)}
    with open_record(place) as record:
        with record.reading() as connection:
            there = set(connection.execute(select(releases.c.id)).scalars())
        if there != must:
            outcome.faults.append(f"{len(must - there)} releases are missing, {len(there - must)} too many")
        outcome.whole(record)
    outcome.figures = {
        "writers": writers, "readers": readers, "releases": len(there), "looks": len(looks),
        "median wait (s)": round(waits[len(waits) // 2], 3), "longest wait (s)": round(waits[-1], 2),
    }  # fmt: skip
    return outcome


@contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[Callable[[int], None]]:
    """A real file system of a few megabytes (root alone can make one); gives what makes it larger."""
    mount = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder)]
    subprocess.run(mount, check=True, capture_output=True)
    try:
        yield lambda more: _remount(folder, more)
    finally:
        subprocess.run(["umount", str(folder)], check=True, capture_output=True)


def _remount(folder: Path, megabytes: int) -> None:
    subprocess.run(["mount", "-o", f"remount,size={megabytes}m", str(folder)], check=True, capture_output=True)


def fills_up(place: Path, room: Callable[[int], None] | None, *, seed: int = 1) -> Outcome:
    """Add until the disk is full; what was told must be there, and adding goes on where there is room again.

    Without a small disk (`room` None), the process may write files of 2 MB and no larger.
    """
    outcome = Outcome()

    def until_full(tell: Told) -> None:
        if room is None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, resource.RLIM_INFINITY))
        with open_record(place, make=True) as record:
            for reading in readings(seed, 10_000):
                try:
                    add(record, reading)
                except RecordFull as error:
                    tell(["full", str(error)])
                    return
                tell(["kept", reading.release.id])

    child = forked(until_full)
    code = child.end()
    told = {release for what, release in child.told if what == "kept"}
    if code or not any(what == "full" for what, _ in child.told):
        outcome.faults.append(
            f"it ended with {code}, after {len(told)} releases, and did not say that the disk is full"
        )
    if room is not None:
        room(64)
    with open_record(place) as record:
        with record.reading() as connection:
            there = set(connection.execute(select(releases.c.id)).scalars())
        outcome.faults += [f"lost {one}" for one in sorted(told - there)]
        outcome.whole(record)
        for reading in readings(seed + 1, 10):
            add(record, reading)
        outcome.whole(record)
    outcome.figures = {"kept before it was full": len(told), "lost": len(told - there)}
    return outcome


def flips(file: Path, times: int, *, seed: int = 1) -> Outcome:
    """Flip one bit of a record's file, again and again: whatever changes a stored value must be told."""
    drawn, outcome = random.Random(seed), Outcome()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA journal_mode=DELETE")
    before, content = dumped(file) or {}, file.read_bytes()
    living = {name: rows for name, rows in before.items() if name != _DEAD}
    flipped = file.with_name("flipped.db")
    names = ("flips", "changed", "told", "not told", "told, nothing changed", "crashed", "dead bytes of the index")
    figures = dict.fromkeys(names, 0)
    for _ in range(times):
        bit = drawn.randrange(len(content) * 8)
        harmed = bytearray(content)
        harmed[bit // 8] ^= 1 << bit % 8
        flipped.write_bytes(harmed)
        now = dumped(flipped)
        changed = now is None or {k: v for k, v in now.items() if k != _DEAD} != living
        dead = not changed and now != before
        flipped.write_bytes(harmed)
        child = forked(lambda tell: tell(is_told(flipped)))
        crashed = child.end() != 0
        said = bool(child.told and child.told[0])
        figures["flips"] += 1
        figures["crashed"] += crashed
        figures["changed"] += changed
        figures["dead bytes of the index"] += dead
        figures["told"] += changed and said
        figures["told, nothing changed"] += said and not changed
        if crashed or (changed and not said):
            figures["not told"] += changed and not said
            outcome.faults.append(f"bit {bit} ({'crashed' if crashed else 'not told'})")
    for suffix in ("", "-wal", "-shm"):
        flipped.with_name(flipped.name + suffix).unlink(missing_ok=True)
    outcome.figures = figures
    return outcome


def is_told(file: Path) -> bool:
    """Whether damage is told: by an error where the record cannot even be opened, else by what verify reports."""
    try:
        with open_record(file) as record:
            return not verified(record).ok
    except RecordError:
        return True


_DEAD = "found_data"
"""The pages of the index; they also hold entries that were taken back, which nothing reads any more."""


def dumped(file: Path) -> dict[str, str] | None:
    """A hash of all rows of each table, and of all that the index finds; None where they cannot be read."""
    copied = file.with_name("dumped.db")
    shutil.copy(file, copied)
    try:
        with closing(sqlite3.connect(copied)) as connection:
            connection.text_factory = bytes
            schema = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY 1, 2").fetchall()
            connection.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, found, instance)")
            found = {"schema": _hash(schema), "found": _hash(connection.execute("SELECT * FROM terms").fetchall())}
            for kind, name, _, sql in schema:
                if kind == b"table" and b"VIRTUAL" not in (sql or b""):
                    # In the order of its own key, without the row's place in the file, which is no value of ours.
                    rows = connection.execute(f'SELECT * FROM "{name.decode()}"')  # noqa: S608 - our tables
                    found[name.decode()] = _hash(sorted(map(repr, rows)))
            return found
    except (sqlite3.Error, UnicodeDecodeError, MemoryError, OverflowError):
        return None
    finally:
        for suffix in ("", "-wal", "-shm", "-journal"):
            copied.with_name(copied.name + suffix).unlink(missing_ok=True)


def _hash(rows: Any) -> str:
    return hashlib.sha256(repr(rows).encode()).hexdigest()


def halfway(places: Iterator[str], *, seed: int = 1, longest: float = 0.3) -> Outcome:
    """Kill processes while they make the schema; whoever opens the record next makes it whole."""
    drawn, outcome = random.Random(seed), Outcome()
    number = unmade = 0
    for place in places:
        child = forked(lambda tell, place=place: tell(open_record(place, make=True).close()))
        time.sleep(drawn.uniform(0, longest))
        child.kill()
        unmade += child.end() != 0
        number += 1
        with open_record(place, make=True) as record:
            for reading in readings(number, 1):
                add(record, reading)
            outcome.whole(record)
    outcome.figures = {"kills": number, "killed before the end": unmade}
    return outcome
