"""The commands that keep a record and decide in it, as a person runs them; the readings are made by hand."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from comity.errors import InputError, NoText
from comity.model import Agreement, Capture, Commitment, Engagement, Exercise, Reading
from record_builders import claim, day, person, told

Run = Callable[..., Any]

RAO, MORI = person("Asha Rao", "IN", "defence_minister"), person("Ken Mori", "JP", "defence_minister")
MET = claim(
    Engagement, "The two ministers met in Tokyo.", kind="talks", form="ministerial", parties=("IN", "JP"),
    when=day("2024-08-20"), place="Tokyo", place_country="JP", level="defence_minister", participants=(RAO, MORI),
)  # fmt: skip
PROMISE = claim(
    Commitment, "They agreed to hold the fourth Amber Gale in 2025.", by=("IN", "JP"), force="agreed",
    action="to hold the fourth Amber Gale in 2025", about=("exercise",), due=day("2025"),
)  # fmt: skip
PACT = claim(
    Agreement, "The Supply Pact was signed.", name="Supply Pact", subject="logistics", parties=("IN", "JP"),
    when=day("2024-08-20"),
)  # fmt: skip
HELD = claim(
    Exercise, "The 4th Amber Gale ended today.", name="Amber Gale", series="Amber Gale", edition=4, domain="sea",
    parties=("IN", "JP"), when=day("2025-05-02"),
)  # fmt: skip
TOLD = {
    "one.md": told([MET, PROMISE, PACT], "2024-08-20", title="Ministers meet"),
    "two.md": told([MET], "2024-08-21", issuer="JP", title="The other side"),
    "three.md": told([HELD], "2025-05-03", title="Amber Gale ends"),
}


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Three releases as files; what is read of them is made by hand."""

    class ByHand:
        def __init__(self, settings: object) -> None:
            self.settings = settings

        def read_capture(self, capture: Capture) -> Iterator[Reading | InputError]:
            name = Path(capture.source).name
            yield TOLD[name] if name in TOLD else NoText("it holds no text", where=capture.source)

    monkeypatch.setattr("comity.pipeline.Reader", ByHand)
    folder = tmp_path / "in"
    folder.mkdir()
    for name, reading in TOLD.items():
        (folder / name).write_text(reading.release.text)


def ids(comity: Run, *words: str) -> list[str]:
    found = comity("search", *words, "--json")
    return [hit["claim"] for hit in json.loads(found.out)["results"]]


@pytest.mark.usefixtures("readings")
def test_adding_twice_changes_nothing_and_what_fails_is_named(comity: Run, tmp_path: Path) -> None:
    (tmp_path / "in" / "bad.md").write_text("no release")
    first = comity("add", "in", "--jobs", 1, "--json")
    assert json.loads(first.out) == {
        "new": 3, "unchanged": 0, "duplicate": 0, "updated": 0, "withdrawn": 0, "failed": 1, "claims": 5,
    }  # fmt: skip
    assert first.code == 1
    assert "bad.md" in first.err
    assert "input.no_text" in (tmp_path / "failed.txt").read_text()
    again = json.loads(comity("add", "in", "--jobs", 1, "--json").out)
    assert (again["new"], again["unchanged"], again["failed"]) == (0, 3, 1)


@pytest.mark.usefixtures("readings")
def test_what_failed_is_tried_again_when_asked(comity: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in" / "late.md").write_text("not yet known")
    assert comity("add", "in", "--jobs", 1).code == 1
    monkeypatch.setitem(TOLD, "late.md", told([PACT], "2024-09-09", title="Late"))
    retried = comity("add", "--retry-failed", "--jobs", 1, "--json")
    assert (retried.code, json.loads(retried.out)["new"]) == (0, 1)


@pytest.mark.usefixtures("readings")
def test_a_timeline_tells_each_thing_once_with_whose_account_it_is(comity: Run) -> None:
    comity("add", "in", "--jobs", 1)
    rows = json.loads(comity("timeline", "--pair", "in-jp", "--json").out)
    assert [(row["when"], row["releases"], row["accounts"]) for row in rows] == [
        ("2024-08-20", 1, ["IN"]),
        ("2024-08-20", 2, ["IN", "JP"]),
        ("2025-05-02", 1, ["IN"]),
    ]
    early = json.loads(comity("timeline", "--pair", "IN-JP", "--as-of", "2024-08-20", "--json").out)
    assert [row["accounts"] for row in early] == [["IN"], ["IN"]]
    assert "1 entry\n" in comity("timeline", "--party", "IN", "--kind", "exercise").out
    assert comity("timeline", "--pair", "IN-JP", "--csv").out.startswith("when,where,who")


@pytest.mark.usefixtures("readings")
def test_the_ledger_tells_what_became_of_a_promise_and_by_what(comity: Run) -> None:
    comity("add", "in", "--jobs", 1)
    (promise,) = json.loads(comity("ledger", "--pair", "IN-JP", "--json").out)
    assert promise["status"] == "fulfilled"
    assert promise["quotes"][0]["quote"] == PROMISE.quote
    assert promise["since"][0]["becomes"] == "held"
    (before,) = json.loads(comity("ledger", "--pair", "IN-JP", "--as-of", "2025-01-01", "--json").out)
    assert before["status"] == "open"
    assert "FULFILLED" in comity("ledger", "--party", "JP").out


@pytest.mark.usefixtures("readings")
def test_ids_lead_to_releases_claims_and_entries(comity: Run) -> None:
    comity("add", "in", "--jobs", 1)
    met = TOLD["one.md"].engagements[0].id
    shown = json.loads(comity("show", met, "--json").out)
    entry = json.loads(comity("show", shown["entry"], "--json").out)
    assert {member["release"] for member in entry["members"]} == {
        TOLD[name].release.id for name in ("one.md", "two.md")
    }
    assert TOLD["one.md"].release.id in comity("show", TOLD["one.md"].release.id[:8]).out
    assert MET.quote in comity("show", shown["entry"]).out
    assert MET.quote in comity("why", met).out
    assert comity("show", "ffffffff").code == 1
    assert comity("show", "f").code == 1


@pytest.mark.usefixtures("readings")
def test_decisions_by_command_and_by_sheet_are_the_same_decisions(comity: Run, tmp_path: Path) -> None:
    comity("add", "in", "--jobs", 1)
    met, drill = TOLD["one.md"].engagements[0].id, TOLD["three.md"].exercises[0].id
    assert comity("accept", met, "--who", "anna", "--why", "checked").code == 0
    assert comity("correct", drill, "place=Kochi", "edition=5", "--who", "anna").code == 0
    assert comity("correct", drill, "edition=many", "--who", "anna").code == 1
    assert comity("review", "--pair", "IN-JP", "--to", "sheet.csv").code == 0
    with (tmp_path / "sheet.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {met, drill} & {row["claim"] for row in rows} == set()
    rows[0] |= {"decision": "reject", "why": "not so"}
    rows[1] |= {"decision": "correct", "field": "place", "value": "Pune"}
    with (tmp_path / "sheet.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    told_once = comity("import", "decisions", "sheet.csv", "--who", "ben").out
    assert "1 decided" in told_once or "2 decided" in told_once
    assert comity("import", "decisions", "sheet.csv", "--who", "ben").out.startswith("0 decided")
    assert json.loads(comity("show", rows[0]["claim"], "--json").out)["review"] == "rejected"
    assert comity("undo", rows[0]["claim"]).code == 0
    assert json.loads(comity("show", rows[0]["claim"], "--json").out)["review"] == "machine"


@pytest.mark.usefixtures("readings")
def test_an_excel_sheet_goes_there_and_back(comity: Run, tmp_path: Path) -> None:
    import openpyxl  # noqa: PLC0415

    comity("add", "in", "--jobs", 1)
    comity("review", "--to", "sheet.xlsx")
    book = openpyxl.load_workbook(tmp_path / "sheet.xlsx")
    sheet = book.active
    assert sheet is not None
    head = [cell.value for cell in sheet[1]]
    sheet.cell(2, head.index("decision") + 1, "accept")
    book.save(tmp_path / "sheet.xlsx")
    assert comity("import", "decisions", "sheet.xlsx", "--who", "anna").out.startswith("1 decided")


@pytest.mark.usefixtures("readings")
def test_entries_are_merged_and_split_by_command(comity: Run) -> None:
    comity("add", "in", "--jobs", 1)
    comity("enter", "exercise", "name=Gale 2025", 'parties=["IN", "JP"]', "date=2025", "--why", "a bulletin")
    rows = json.loads(comity("timeline", "--pair", "IN-JP", "--kind", "exercise", "--json").out)
    first, second = (row["entry"] for row in rows)
    assert comity("merge", first, second, "--why", "the same").code == 0
    (one,) = json.loads(comity("timeline", "--pair", "IN-JP", "--kind", "exercise", "--json").out)
    typed = next(
        m["claim"]["id"] for m in json.loads(comity("show", one["entry"], "--json").out)["members"] if not m["release"]
    )
    assert comity("split", one["entry"], typed).code == 0
    assert len(json.loads(comity("timeline", "--pair", "IN-JP", "--kind", "exercise", "--json").out)) == 2


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("timeline", "--pair", "IN-JP"), 1, "there is no record"),
        (("timeline",), 2, "give --pair"),
        (("ledger", "--pair", "INJP"), 2, "two parties"),
        (("add",), 2, "give files"),
        (("add", "x.md", "--record", "mysql://host/x"), 1, "cannot be kept in mysql"),
        (("show", "abcd", "--as-of", "soon"), 2, "no day"),
        (("import", "decisions", "absent.csv"), 1, "no record"),
        (("merge", "one"), 2, "two entries"),
        (("correct", "abcd", "place"), 2, "is not FIELD=VALUE"),
        (("correct", "abcd", "place=Kochi"), 1, "no record"),
    ],
)
def test_what_cannot_be_done_says_why_and_what_to_do(
    comity: Run, arguments: tuple[str, ...], code: int, says: str
) -> None:
    ran = comity(*arguments)
    assert (ran.code, says in ran.err) == (code, True), ran.err
