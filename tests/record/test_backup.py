"""A backup is whole or is none; a record is made of it, and no record is ever lost by that."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from comity.errors import NoRecord, RecordDamaged, RecordError, RecordUnreachable
from comity.linking.linked import check
from comity.linking.rebuilding import verified
from comity.record import Record, open_record
from comity.record import backup as backups
from comity.record.backup import backup, restore
from invented import readings
from record_builders import add, add_within
from record_safety import harm, rows


def test_a_backup_is_one_file_with_all_that_was_kept(filled: Record, tmp_path: Path) -> None:
    report = backup(filled, tmp_path / "safe.db")
    assert report.ok
    assert sorted(file.name for file in tmp_path.iterdir() if "safe" in file.name) == ["safe.db"]
    with open_record(tmp_path / "safe.db") as copied:
        assert rows(copied) == rows(filled)
        assert verified(copied).ok


def test_others_write_while_a_backup_is_made(on_file: Record, tmp_path: Path) -> None:
    (late,) = readings(99, 1)
    with on_file.writing() as connection:
        add_within(connection, late)
        backup(on_file, tmp_path / "safe.db")
    with open_record(tmp_path / "safe.db") as copied:
        assert len(rows(copied)["releases"]) == len(rows(on_file)["releases"]) - 1


def test_a_damaged_record_gives_no_backup(on_file: Record, tmp_path: Path) -> None:
    harm(on_file, "UPDATE claims SET kind = 'x' WHERE number = 3")
    with pytest.raises(RecordDamaged, match="claims 3"):
        backup(on_file, tmp_path / "safe.db")
    assert [file.name for file in tmp_path.iterdir() if "safe" in file.name] == []


def test_what_is_there_is_not_written_over(on_file: Record, tmp_path: Path) -> None:
    (tmp_path / "safe.db").write_text("mine")
    with pytest.raises(RecordError, match="there already"):
        backup(on_file, tmp_path / "safe.db")
    assert (tmp_path / "safe.db").read_text() == "mine"
    backup(on_file, tmp_path / "safe.db", force=True)
    with pytest.raises(RecordError, match="there already"):
        restore(tmp_path / "safe.db", str(on_file.engine.url.database))


def test_a_backup_that_is_interrupted_leaves_nothing(
    on_file: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(backups, "_into_one_file", interrupted)
    with pytest.raises(KeyboardInterrupt):
        backup(on_file, tmp_path / "safe.db")
    assert [file.name for file in tmp_path.iterdir() if "safe" in file.name] == []


def test_a_record_is_made_of_a_backup_on_each_database(on_file: Record, place: str, tmp_path: Path) -> None:
    backup(on_file, tmp_path / "safe.db")
    to = place.replace("comity.db", "anew.db")
    assert restore(tmp_path / "safe.db", to, links=check).ok
    with open_record(to) as restored:
        assert rows(restored) == rows(on_file)
    with pytest.raises(RecordError):
        restore(tmp_path / "safe.db", to)


def test_the_record_that_is_replaced_is_kept_beside(on_file: Record, tmp_path: Path) -> None:
    place = Path(str(on_file.engine.url.database))
    backup(on_file, tmp_path / "safe.db")
    (late,) = readings(99, 1)
    add(on_file, late)
    newer = rows(on_file)
    with pytest.raises(RecordUnreachable, match="in use"):
        restore(tmp_path / "safe.db", str(place), force=True)
    on_file.close()
    # The log of another record must never meet the new file.
    place.with_name("comity.db-wal").write_bytes(b"stale")
    restore(tmp_path / "safe.db", str(place), force=True)
    with open_record(place) as restored:
        assert len(rows(restored)["releases"]) == len(newer["releases"]) - 1
        assert verified(restored).ok
    (aside,) = (file for file in tmp_path.glob("comity.db.replaced-*") if not file.name.endswith("-wal"))
    with open_record(aside) as kept:
        assert rows(kept) == newer


@pytest.mark.parametrize("damaged", ["facts", "cut short", "no database", "absent"])
def test_a_bad_backup_changes_nothing(on_file: Record, damaged: str, tmp_path: Path) -> None:
    file, place = tmp_path / "safe.db", Path(str(on_file.engine.url.database))
    backup(on_file, file)
    before = rows(on_file)
    on_file.close()
    if damaged == "facts":
        with open_record(file) as opened:
            harm(opened, "UPDATE releases SET genre = 'x' WHERE number = 2")
    elif damaged == "cut short":
        file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    elif damaged == "no database":
        file.write_text("words " * 9999)
    else:
        file.unlink()
    with pytest.raises(NoRecord if damaged == "absent" else RecordDamaged):
        restore(file, str(place), force=True)
    with open_record(place) as opened:
        assert rows(opened) == before
    with closing(sqlite3.connect(place)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert [one.name for one in tmp_path.iterdir() if "part" in one.name or "replaced" in one.name] == []
