"""`comity search` as a person runs it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from comity.model import Commitment, Engagement, Exercise
from comity.record import open_record
from record_builders import add, claim, day, person, told

Run = Callable[..., Any]

MET = claim(
    Engagement, "The ministers met in Tokyo for talks on ports.", kind="talks", parties=("IN", "JP"),
    when=day("2024-08-20"), participants=(person("Asha Rao", "IN"),),
)  # fmt: skip
DRILL = claim(
    Exercise, "Amber Gale ended.", name="Amber Gale", series="Amber Gale", parties=("IN", "JP"), when=day("2024-08"),
)  # fmt: skip
PROMISE = claim(Commitment, "Kenya will open its ports.", by=("KE",), to=("IN",), force="committed", action="to open")


@pytest.fixture
def run(comity: Run, tmp_path: Path) -> Run:
    """The command, where a small record lies in the working directory."""
    with open_record(tmp_path / "comity.db", make=True) as record:
        add(record, told([MET, DRILL], "2024-08-21", title="Read-out"))
        add(record, told([PROMISE], "2023-05-03", title="Call", issuer="KE"))
    return lambda *arguments: comity("search", *arguments)


def found(ran: Any) -> list[str]:
    return [one["quote"] for one in json.loads(ran.out)["results"]]


def test_a_table_for_people_counts_first(run: Run) -> None:
    ran = run("ports")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert lines[0] == "2 claims of 2 releases, the most fitting first"
    assert lines[1] == "the record: engagement 1 · exercise 1 · commitment 1, 2023 to 2024"
    for words in ("2024-08-20", "IN, JP", "engagement: talks", "held", "committed", "ministers met in Tokyo"):
        assert words in ran.out


def test_filters_stand_in_for_words(run: Run) -> None:
    for arguments, expected in (
        (["--pair", "jp-in"], [MET.quote, DRILL.quote]),
        (["--party", "KE"], [PROMISE.quote]),
        (["--pair", "IN-JP", "--kind", "exercise"], [DRILL.quote]),
        (["--from", "2024", "--to", "2024-08-19"], [DRILL.quote]),
        (["--status", "committed"], [PROMISE.quote]),
        (["--series", "amber gale"], [DRILL.quote]),
        (["--person", "rao asha"], [MET.quote]),
        (["--as-of", "2023"], [PROMISE.quote]),
        (["ports -kenya", "--review", "machine"], [MET.quote]),
    ):
        assert found(run(*arguments, "--json")) == expected


def test_nothing_found_is_no_failure(run: Run) -> None:
    ran = run("submarine")
    assert (ran.code, ran.out.splitlines()[0]) == (0, "0 claims of 0 releases")
    assert run("submarine", "--jsonl").out == ""


@pytest.mark.parametrize(
    ("arguments", "told_of"),
    [
        ([], "give words"),
        (["--from", "yesterday"], "yesterday"),
        (["--to", "2024-02-30"], "2024-02-30"),
        (["--as-of", "soon"], "soon"),
        (["--pair", "India"], "IN-JP"),
        (["--status", "signd"], "signed"),
        (["--kind", "treaty"], "agreement"),
    ],
)
def test_what_cannot_be_looked_for_is_told(run: Run, arguments: list[str], told_of: str) -> None:
    ran = run(*arguments)
    assert ran.code == 2
    assert told_of in ran.err


def test_pages_follow_one_another(run: Run) -> None:
    first = json.loads(run("--party", "IN", "--limit", 2, "--json").out)
    second = json.loads(run("--party", "IN", "--limit", 2, "--before", first["next"], "--json").out)
    assert [first["total"], second["total"], second["next"]] == [3, 3, None]
    quotes = [one["quote"] for one in (*first["results"], *second["results"])]
    assert quotes == [MET.quote, DRILL.quote, PROMISE.quote]
    assert f"--before {first['next']}" in run("--party", "IN", "--limit", 2).out


def test_programs_get_the_same_in_each_form(run: Run) -> None:
    whole = json.loads(run("--party", "IN", "--json").out)
    lines = [json.loads(line) for line in run("--party", "IN", "--jsonl").out.splitlines()]
    assert lines == whole["results"]
    rows = list(csv.DictReader(io.StringIO(run("--party", "IN", "--csv").out)))
    assert [row["claim"] for row in rows] == [one["claim"] for one in lines]
    assert rows[0]["parties"] == "IN; JP"
    assert whole["facets"]["kind"] == {"commitment": 1, "engagement": 1, "exercise": 1}
    assert (whole["total"], whole["more"], whole["releases"], whole["ranked"]) == (3, False, 2, False)


def test_there_must_be_a_record(comity: Run) -> None:
    ran = comity("search", "ports")
    assert ran.code == 1
    assert "there is no record" in ran.err
