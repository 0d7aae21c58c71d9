"""Measures a record of N claims: `record.py [--claims N] [--place PATH_OR_URL] [--keep] [--seed N]`.

The record is filled from the made-up world of claims.py (or taken as it is where it was kept by an earlier run), then
searched, then added to. Told are: how long filling took; 400 searches drawn by seed, four in five by filters alone,
each once as the first of a new connection and once more when all was looked at; 200 releases added one by one beyond
reading them; and the size of every table.

Exit 1 where 95 of 100 searches do not take less than 60 ms, or half of the additions not less than 50 ms.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from claims import CLAIMS_A_RELEASE, World
from sqlalchemy import create_engine, text

from comity.errors import NoRecord
from comity.linking.relink import relink
from comity.model import Capture, Reading
from comity.record import Record, open_record
from comity.record.clock import stamp
from comity.record.keeping import keep, keep_all
# from comity.record.search import Query, search

AT_ONCE = 200
"""How many releases one transaction keeps while the record is filled."""
SEARCHES, ADDITIONS = 400, 200
MOST_SEARCH, MOST_ADD = 60.0, 50.0
RARE, COMMON = 0.15, 0.05
"""The shares of searches for a rare word and for a common one (in more than one of twenty claims)."""


def filled(place: str, claims: int, seed: int) -> None:
    """Fill the record at `place` up to `claims` claims; what it holds already is not made again."""
    count = claims // CLAIMS_A_RELEASE
    with open_record(place, make=True) as record:
        have = _scalar(record, "SELECT count(*) FROM releases")
        begun, working = time.perf_counter(), time.process_time()
        for done, part in _drawn(seed, have, count):
            with record.writing() as connection:
                at = stamp(connection)
                relink(connection, keep_all(connection, part, "bench", at)[1], at)
            if done % 5000 < AT_ONCE:
                print(f"  {done} releases, {time.perf_counter() - begun:.0f} s", flush=True)
        settled = time.perf_counter()
        _tidy(record)
        if have < count:
            wall, cpu, tidied = settled - begun, time.process_time() - working, time.perf_counter() - settled
            each = wall / (count - have) * 1000
            print(
                f"filled with {count - have} releases in {wall:.0f} s ({each:.1f} ms each), {cpu:.0f} s of this process;"
            )
            print(f"then put in order in {tidied:.0f} s")


def _drawn(seed: int, first: int, last: int) -> Iterator[tuple[int, list[tuple[Capture, Reading]]]]:
    world = World(seed)
    for start in range(first, last, AT_ONCE):
        part = list(world.releases(min(AT_ONCE, last - start), start))
        yield start + len(part), part
