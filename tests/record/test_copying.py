"""A record goes to another database and back, and is the same there."""

from __future__ import annotations

from pathlib import Path

import pytest

from comity.errors import RecordDamaged, RecordError
from comity.linking.rebuilding import verified
from comity.model import Position
from comity.record import Record, open_record
from comity.record.copying import copy
from record_builders import add, claim, told
from record_safety import harm, rows


def test_a_copy_is_the_same_record_on_each_database(filled: Record, place: str) -> None:
    with open_record(place.replace("comity.db", "copy.db"), make=True) as target:
        copied = copy(filled, target)
        assert rows(target) == rows(filled)
        assert copied["releases"] == 30
        assert verified(target).ok
    assert verified(filled).ok


def test_a_copy_goes_to_an_empty_place_alone(on_file: Record, record: Record) -> None:
    add(record, told([claim(Position, "India welcomes it.", by=("IN",))]))
    before = rows(record)
    with pytest.raises(RecordError, match="not empty"):
        copy(on_file, record)
    assert rows(record) == before


def test_damage_is_not_handed_on(on_file: Record, tmp_path: Path) -> None:
    harm(on_file, "UPDATE claims SET kind = 'x' WHERE number = 3")
    with open_record(tmp_path / "copy.db", make=True) as target:
        with pytest.raises(RecordDamaged, match="claims 3"):
            copy(on_file, target)
        assert not any(rows(target).values())


def test_a_text_that_postgresql_cannot_hold_is_named_by_its_release(tmp_path: Path, database: str) -> None:
    reading = told([claim(Position, "India welcomes\x00it.", by=("IN",))])
    with open_record(tmp_path / "a.db", make=True) as source, open_record(database, make=True) as target:
        add(source, reading)
        with pytest.raises(RecordError, match=f"NUL.*{reading.release.id}|{reading.release.id}.*NUL"):
            copy(source, target)
        assert not any(rows(target).values())
