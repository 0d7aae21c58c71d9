"""What was linked bit by bit is what all claims together come to, and what is made anew from the facts."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from comity.linking.fingerprint import fingerprint
from comity.linking.rebuilding import rebuild, verified
from comity.linking.relink import relink
from comity.record import open_record
from comity.record.clock import stamp
from comity.record.withdrawing import withdraw
from invented import readings
from record_builders import add_within


@pytest.mark.parametrize("seed", range(4))
def test_a_record_comes_to_the_same_by_arrival_and_anew(tmp_path: Path, seed: int) -> None:
    given = [reading for one in range(3) for reading in readings(one, 30)]
    random.Random(seed).shuffle(given)
    with open_record(tmp_path / "comity.db", make=True) as record:
        for start in range(0, len(given), 5):
            with record.writing() as connection:
                for reading in given[start : start + 5]:
                    add_within(connection, reading, f"{reading.release.id}.md")
        with record.writing() as connection:  # some fall, so that others stand for their forms
            at = stamp(connection)
            for reading in given[::9]:
                relink(connection, withdraw(connection, reading.release.id, "x", "y", at), at)
        report = verified(record)
        assert report.ok, [damage.line() for damage in report.damages]
        with record.writing() as connection:
            before = fingerprint(connection)
            rebuild(connection, stamp(connection))
            assert fingerprint(connection) == before
