"""`comity brief` as a person types it: parties, subjects, clocks, formats."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from comity.model import Commitment, Engagement, Exercise
from comity.record import open_record
from record_builders import add, claim, day, person, told

Run = Callable[..., Any]
MET = claim(
    Engagement, "The ministers met in Kobe on 3 May 2023.", kind="dialogue", name="Harbour Dialogue",
    series="Harbour Dialogue", parties=("IN", "JP"), when=day("2023-05-03"), place="Kobe", level="defence_minister",
    participants=(person("Asha Rao", "IN", "defence_minister"), person("森健", "JP", "defence_minister")),
)  # fmt: skip
PROMISE = claim(
    Commitment, "They agreed to survey the Amber Strait by 2024.", by=("IN", "JP"), force="agreed",
    action="survey the Amber Strait by 2024", due=day("2024"),
)  # fmt: skip
DRILL = claim(
    Exercise, "Exercise Amber Gale was held.", name="Amber Gale", series="Amber Gale", parties=("IN", "JP"),
    when=day("2024-02-10/2024-02-14"), domain="sea",
)  # fmt: skip


@pytest.fixture
def record(tmp_path: Path) -> None:
    with open_record(tmp_path / "comity.db", make=True) as made:
        add(made, told([MET, PROMISE], "2023-05-03", title="Ministers meet in Kobe"))
        add(made, told([DRILL], "2024-02-14", title="Amber Gale ends", issuer="JP"))


@pytest.mark.usefixtures("record")
def test_markdown_has_a_footnote_for_every_mark_and_the_coverage_first(comity: Run) -> None:
    lines = comity("brief", "in", "jp", "--as-of", "2024-09-01").out.splitlines()
    assert lines[0] == "# India and Japan: the state of play"
    first = next(line for line in lines[1:] if line)
    assert first.startswith("*Rests on 2 releases")
    marks = set(re.findall(r"\[\^(\d+)\](?!:)", "\n".join(lines)))
    notes = {match[1]: line for line in lines if (match := re.match(r"\[\^(\d+)\]: ", line))}
    assert marks == set(notes)
    assert {quote for line in notes.values() for quote in re.findall("“([^”]+)”", line)} >= {MET.quote, PROMISE.quote}


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize(
    ("ending", "begins"),
    [("md", b"# India"), ("html", b"<!DOCTYPE html>"), ("docx", b"PK"), ("pdf", b"%PDF-"), ("json", b"{")],
)
def test_the_name_of_the_file_tells_the_format(comity: Run, tmp_path: Path, ending: str, begins: bytes) -> None:
    assert comity("brief", "IN", "JP", "-o", f"b.{ending}").code == 0
    assert (tmp_path / f"b.{ending}").read_bytes().lstrip().lower().startswith(begins.lower())


@pytest.mark.usefixtures("record")
def test_a_brief_by_a_day_does_not_know_what_came_later(comity: Run) -> None:
    assert "Amber Gale" not in comity("brief", "IN", "JP", "--as-of", "2024-02-13").out
    assert "Amber Gale" in comity("brief", "IN", "JP", "--as-of", "2024-02-14").out


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (("--person", "Asha Rao"), "Asha Rao: engagements"),
        (("--series", "Harbour Dialogue"), "held the Harbour Dialogue on 3 May 2023"),
        (("IN", "JP", "--for", "Harbour Dialogue"), "## For the Harbour Dialogue"),
        (("IN", "JP", "--since", "2024-01-01"), "what is new is new since 1 January 2024"),
    ],
)
def test_briefs_on_other_things(comity: Run, asked: tuple[str, ...], words: str) -> None:
    ran = comity("brief", *asked, "--as-of", "2024-09-01")
    assert ran.code == 0
    assert words in ran.out


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize("asked", [(), ("IN", "JP", "--person", "Asha Rao"), ("IN", "JP", "-f", "odt")])
def test_wrong_usage(comity: Run, asked: tuple[str, ...]) -> None:
    assert comity("brief", *asked).code == 2


@pytest.mark.usefixtures("record")
def test_json_tells_sentences_with_the_numbers_of_their_notes(comity: Run) -> None:
    told_in = json.loads(comity("brief", "IN", "JP", "-f", "json").out)
    assert told_in["title"] == "India and Japan: the state of play"
    assert {note["quote"] for note in told_in["notes"]} >= {MET.quote, PROMISE.quote}
