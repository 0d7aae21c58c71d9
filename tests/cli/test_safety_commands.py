"""The commands that keep a record safe, as a person runs them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from comity.model import Position, Reading
from comity.record import open_record
from record_builders import add, claim, told
from record_safety import harm

Run = Callable[..., Any]

SAID = claim(Position, "Kenya welcomes the harbour.", by=("KE",), stance="welcomes", topic="harbour")
OTHER = claim(Position, "Brazil opposes the lighthouse.", by=("BR",), stance="opposes", topic="lighthouse")


@pytest.fixture
def kept(tmp_path: Path) -> Reading:
    """A record of one release in the working directory."""
    reading = told([SAID])
    with open_record(tmp_path / "comity.db", make=True) as record:
        add(record, reading)
    return reading


def harmed(tmp_path: Path, statement: str) -> None:
    with open_record(tmp_path / "comity.db") as record:
        harm(record, statement)


@pytest.mark.usefixtures("kept")
def test_verify_of_a_whole_record(comity: Run) -> None:
    assert (comity("verify").code, comity("verify").out) == (0, "whole: 1 releases, 1 claims, all as written\n")
    report = json.loads(comity("verify", "--json").out)
    assert (report["ok"], report["results"], report["rows"]["releases"]) == (True, [], 1)


def test_verify_names_damaged_facts_and_what_to_do(comity: Run, kept: Reading, tmp_path: Path) -> None:
    harmed(tmp_path, "UPDATE claims SET kind = 'relation'")
    ran = comity("verify", "--rebuild")
    assert ran.code == 1
    assert f"claims 1, release {kept.release.id}: its values are not the ones written; restore a backup" in ran.out
    assert "comity restore" in ran.err
    (result,) = (r for r in json.loads(comity("verify", "--json").out)["results"] if r["table"] == "claims")
    assert (result["release"], result["rebuilt"]) == (kept.release.id, False)


@pytest.mark.usefixtures("kept")
def test_verify_makes_anew_what_is_worked_out(comity: Run, tmp_path: Path) -> None:
    harmed(tmp_path, "UPDATE counts SET n = 7")
    ran = comity("verify")
    assert ran.code == 1
    assert "--rebuild" in ran.err
    assert comity("verify", "--rebuild").code == 0
    assert comity("verify").code == 0


@pytest.mark.usefixtures("kept")
def test_a_file_that_is_no_record_is_told(comity: Run, tmp_path: Path) -> None:
    assert comity("verify", "--record", "absent.db").code == 1
    (tmp_path / "comity.db").write_bytes(b"\xff" * 4096)
    ran = comity("verify")
    assert ran.code == 1
    assert "restore a backup" in ran.err


@pytest.mark.usefixtures("kept")
def test_backup_and_back(comity: Run, tmp_path: Path) -> None:
    assert comity("backup", "safe.db").code == 0
    assert comity("backup", "safe.db").code == 1
    harmed(tmp_path, "DELETE FROM decisions")
    assert comity("restore", "safe.db").code == 1
    assert comity("restore", "safe.db", "--force").code == 0
    assert comity("restore", "safe.db", "--record", "anew.db").code == 0
    assert comity("verify", "--record", "anew.db").code == 0
    assert comity("restore", "absent.db", "--record", "b.db").code == 1


@pytest.mark.usefixtures("kept")
def test_copy_and_merge(comity: Run, tmp_path: Path) -> None:
    with open_record(tmp_path / "theirs.db", make=True) as record:
        add(record, told([OTHER]))
    assert json.loads(comity("copy", "comity.db", "copy.db", "--json").out)["releases"] == 1
    assert comity("copy", "comity.db", "theirs.db").code == 1
    first = json.loads(comity("copy", "theirs.db", "copy.db", "--merge", "--json").out)
    assert (first["releases"], first["claims"]) == (1, 1)
    assert "nothing" in comity("copy", "theirs.db", "copy.db", "--merge").err
    assert comity("verify", "--record", "copy.db").out.startswith("whole: 2 releases")
    assert comity("copy", "absent.db", "d.db").code == 1
    assert not (tmp_path / "d.db").exists()


def test_withdraw_asks_why_and_says_what_stays(comity: Run, kept: Reading, tmp_path: Path) -> None:
    with open_record(tmp_path / "comity.db") as record:
        other = told([OTHER], url="https://example.org/1")
        second = told([SAID, OTHER], url="https://example.org/1")
        add(record, other)
        add(record, second)
    assert comity("withdraw", other.release.id).code == 2
    assert comity("withdraw", "absent", "--why", "an order").code == 1
    ran = comity("withdraw", other.release.id, "--why", "an order of the court", "--who", "registrar")
    assert ran.code == 0
    assert second.release.id in ran.err
    assert kept.release.id not in ran.err
    assert comity("verify").code == 0
