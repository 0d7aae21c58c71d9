"""Small tortures of a record; bench/torture.py has the large ones."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from comity.record import open_record
from record_safety import fill
from torturing import Outcome, crowd, fills_up, flips, halfway, kills

pytestmark = [
    pytest.mark.skipif(os.name != "posix", reason="processes are forked and killed"),
    # A forked process does nothing but its own work and ends; no thread of the tests runs in it.
    pytest.mark.filterwarnings("ignore:This process:DeprecationWarning"),
]


def well(outcome: Outcome) -> dict[str, int]:
    assert outcome.faults == []
    return outcome.figures


def test_what_was_told_survives_kill_9(place: str) -> None:
    figures = well(kills(place, 8, every=4))
    assert figures["acknowledged"] > 0


def test_many_write_and_read_at_once(place: str) -> None:
    figures = well(crowd(place, writers=3, readers=2, each=8))
    assert figures["releases"] > 20
    assert figures["looks"] > 0


def test_a_disk_that_is_full_costs_nothing_that_was_told(tmp_path: Path) -> None:
    assert well(fills_up(tmp_path / "comity.db", None))["kept before it was full"] > 0


def test_a_flipped_bit_is_told(tmp_path: Path) -> None:
    with open_record(tmp_path / "comity.db", make=True) as record:
        fill(record, 25)
    figures = well(flips(tmp_path / "comity.db", 20))
    assert figures["told"] == figures["changed"] > 0


def test_a_schema_half_made_is_made_whole(tmp_path: Path) -> None:
    well(halfway(str(tmp_path / f"{n}.db") for n in range(6)))
