"""The commands that keep a record and decide in it, as a person runs them; the readings are made by hand."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest
from sqlalchemy import select

from comity.cli.dates import TIME
from comity.cli.pairs import today_by
from comity.errors import InputError, NoText, RecordFull
from comity.model import Agreement, Capture, Commitment, Engagement, Exercise, Reading
from comity.record import open_record
from comity.record.selecting import Clock
from comity.record.tables import entries
from comity.views.cells import as_csv, plain
from comity.views.sheets import read_sheet
from record_builders import claim, day, person, told

Run = Callable[..., Any]

RAO, MORI = person("Asha Rao", "IN", "defence_minister"), person("Ken Mori", "JP", "defence_minister")
MET = claim(
    Engagement, "The two ministers met in Tokyo.", kind="talks", form="ministerial", parties=("IN", "JP"),
    when=day("2024-08-20"), place="Tokyo", place_country="JP", level="defence_minister", participants=(RAO, MORI),
)  # fmt: skip
PROMISE = claim(
    Commitment, "They agreed to hold the first naval exercise Amber Gale in 2025.", by=("IN", "JP"), force="agreed",
    action="to hold the first naval exercise Amber Gale in 2025", about=("exercise",), due=day("2025"),
)  # fmt: skip
PACT = claim(
    Agreement, "The Supply Pact was signed.", name="Supply Pact", subject="logistics", parties=("IN", "JP"),
    when=day("2024-08-20"),
)  # fmt: skip
HELD = claim(
    Exercise, "The first Amber Gale ended today.", name="Amber Gale", series="Amber Gale", edition=1, domain="sea",
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
@pytest.mark.parametrize(("months", "told"), [(1, 1), (8, 1), (9, 0)])
def test_the_ledger_tells_promises_that_are_long_silent(comity: Run, months: int, told: int) -> None:
    comity("add", "in", "--jobs", 1)
    found = comity("ledger", "--pair", "IN-JP", "--as-of", "2025-04-20", "--silent", months, "--json")
    assert len(json.loads(found.out)) == told


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


@pytest.fixture
def by_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Releases as JSON Lines: a line names the reading that is made of it by hand."""

    class ByLine:
        def __init__(self, settings: object) -> None:
            self.settings = settings

        def read_capture(self, capture: Capture) -> Iterator[Reading | InputError]:
            name = json.loads(capture.content).get("name")
            yield TOLD[name] if name in TOLD else NoText("it holds no text", where=capture.source)

    monkeypatch.setattr("comity.pipeline.Reader", ByLine)


def counts(ran: Any) -> dict[str, int]:
    return {name: number for name, number in json.loads(ran.out).items() if number and name != "claims"}


def lines(*names: str) -> str:
    return "".join(json.dumps({"name": name}) + "\n" for name in names)


def decisions_on(comity: Run, claim_id: str) -> list[str]:
    return [one["verb"] for one in json.loads(comity("show", claim_id, "--json").out)["decisions"]]


@pytest.mark.usefixtures("readings")
def test_what_fails_again_is_tried_once_and_a_mended_file_settles_it(comity: Run, tmp_path: Path) -> None:
    bad = tmp_path / "in" / "bad.md"
    bad.write_text("no release")
    comity("add", "in", "--jobs", 1)
    again = comity("add", "--retry-failed", "--jobs", 1, "--json")
    assert (again.code, counts(again)) == (1, {"failed": 1})
    bad.unlink()
    assert counts(comity("add", "--retry-failed", "--jobs", 1, "--json")) == {"failed": 1}  # by its kept bytes
    bad.write_text("mended")
    TOLD["bad.md"] = told([PACT], "2024-10-10", title="Mended")
    try:
        assert counts(comity("add", "--retry-failed", "--jobs", 1, "--json")) == {"new": 1}
    finally:
        del TOLD["bad.md"]
    assert not (tmp_path / "failed.txt").exists()
    assert (comity("add", "--retry-failed", "--jobs", 1).code) == 0


@pytest.mark.usefixtures("by_line")
def test_a_line_that_was_mended_is_read_as_it_is_now(comity: Run, tmp_path: Path) -> None:
    file = tmp_path / "l.jsonl"
    file.write_text(lines("one.md", "two.md", "broken"))
    assert counts(comity("add", "l.jsonl", "--jobs", 1, "--json")) == {"new": 2, "failed": 1}
    file.write_text(lines("one.md", "two.md", "three.md"))
    retried = comity("add", "--retry-failed", "--jobs", 1, "--json")
    assert (retried.code, counts(retried)) == (0, {"new": 1, "unchanged": 2})
    assert counts(comity("add", "--retry-failed", "--jobs", 1, "--json")) == {}


@pytest.mark.usefixtures("by_line")
def test_a_line_put_before_the_others_does_not_make_them_seen_anew(comity: Run, tmp_path: Path) -> None:
    file = tmp_path / "l.jsonl"
    file.write_text(lines("one.md", "two.md"))
    comity("add", "l.jsonl", "--jobs", 1)
    file.write_text(lines("three.md", "one.md", "two.md"))
    assert counts(comity("add", "l.jsonl", "--jobs", 1, "--json")) == {"new": 1, "unchanged": 2}
    (tmp_path / "other.jsonl").write_text(lines("one.md"))
    assert counts(comity("add", "other.jsonl", "--jobs", 1, "--json")) == {"duplicate": 1}


@pytest.mark.usefixtures("readings")
def test_failures_are_kept_apart_by_record(comity: Run, tmp_path: Path) -> None:
    (tmp_path / "in" / "empty.md").write_text("")
    comity("add", "in", "--jobs", 1)
    told_of = (tmp_path / "failed.txt").read_text()
    assert comity("add", "in/one.md", "--record", "b.db", "--jobs", 1).code == 0
    assert counts(comity("add", "--retry-failed", "--record", "b.db", "--jobs", 1, "--json")) == {}
    assert (tmp_path / "failed.txt").read_text() == told_of
    assert counts(comity("add", "--retry-failed", "--jobs", 1, "--json")) == {"failed": 1}
    assert comity("add", "in/one.md", "--jobs", 1).code == 0
    assert not (tmp_path / "failed.txt").exists()


@pytest.mark.parametrize(
    ("stops", "code"), [(KeyboardInterrupt(), 130), (RecordFull("there is no room left", where="comity.db"), 1)]
)
@pytest.mark.usefixtures("readings")
def test_what_stops_a_run_leaves_the_failures_and_the_counts(
    comity: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stops: BaseException, code: int
) -> None:
    (tmp_path / "in" / "a.md").write_text("no release")
    monkeypatch.setattr("comity.scale.adding.keep", Mock(side_effect=stops))
    ran = comity("add", "in", "--jobs", 1, "--json")
    assert (ran.code, counts(ran)) == (code, {"failed": 1})
    assert "a.md" in (tmp_path / "failed.txt").read_text()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("add", "nothere.md"), "there is no such file"),
        (("add", "nothere.md", "nor-this.md"), "there is no such file"),
        (("add", "empty"), "no file was found in empty"),
        (("enter", "exercise", "nonsense=1"), "no field 'nonsense'"),
        (("enter", "nonsense", "name=x"), "no kind of claim"),
        (("enter", "exercise", "date=2024-31"), "no date"),
        (("enter", "exercise", 'date_detail={"x": 1}'), "no field"),
        (("enter", "commitment", 'amount={"a": 1}'), "is told as"),
    ],
)  # fmt: skip
def test_a_slip_makes_no_record(comity: Run, tmp_path: Path, arguments: tuple[str, ...], says: str) -> None:
    (tmp_path / "empty").mkdir()
    ran = comity(*arguments, "--record", "typo.db")
    assert (ran.code, says in ran.err) == (1, True), ran.err
    assert not (tmp_path / "typo.db").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("review", "--kind", "nonsense"),
        ("review", "--pair", "IN-JP", "--party", "IN"),
        ("ledger", "--party", "IN", "--status", "nonsense"),
        ("timeline", "--party", "IN", "--from", "gestern"),
        ("timeline", "--party", "IN", "--to", "2024-13"),
        ("timeline", "--party", "IN", "--as-of", "2024-99-99"),
        ("ledger", "--party", "IN", "--known-at", "noon"),
        ("correct", "abcd", "parties=IN"),
        ("enter", "exercise", "name=A", "name=B"),
    ],
)
def test_wrong_usage_is_told_before_a_record_is_looked_for(comity: Run, arguments: tuple[str, ...]) -> None:
    ran = comity(*arguments)
    assert (ran.code, "Usage:" in ran.err) == (2, True), ran.err


@pytest.mark.usefixtures("readings")
def test_an_id_of_another_sort_is_refused(comity: Run) -> None:
    comity("add", "in", "--jobs", 1)
    met = TOLD["one.md"].engagements[0].id
    for command in (("review", "--release", met), ("diff", met)):
        ran = comity(*command)
        assert (ran.code, "this is the id of a claim" in ran.err) == (1, True), ran.err


@pytest.mark.usefixtures("readings")
def test_a_command_decides_all_or_nothing_and_names_what_it_decided(comity: Run) -> None:
    comity("add", "in", "--jobs", 1)
    met, drill = TOLD["one.md"].engagements[0].id, TOLD["three.md"].exercises[0].id
    assert comity("correct", drill, "place=Kochi", "edition=many").code == 1
    assert comity("accept", met, "ffffffffffff").code == 1
    assert decisions_on(comity, met) + decisions_on(comity, drill) == []
    assert f"accept: {met}\n" in comity("accept", met[:8], met, drill).err
    assert decisions_on(comity, drill) == ["accept"]
    corrected = comity("correct", drill[:8], "place=Kochi", "edition=5")
    assert f"corrected edition of {drill}" in corrected.err
    assert f"took back the last decision on {drill}" in comity("undo", drill[:8]).err


@pytest.mark.parametrize(
    "value", ["place=true", 'place={"a": 1}', 'participants=["a"]', 'participants=[{"name": "Z"}]']
)
@pytest.mark.usefixtures("readings")
def test_a_value_of_another_shape_is_refused_with_a_reason(comity: Run, value: str) -> None:
    comity("add", "in", "--jobs", 1)
    ran = comity("correct", TOLD["one.md"].engagements[0].id, value)
    assert (ran.code, "unexpected" in ran.err, "What fields hold" in ran.err) == (1, False, True), ran.err


@pytest.mark.usefixtures("readings")
def test_what_is_entered_is_named_and_a_year_is_a_number(comity: Run) -> None:
    entered = comity("enter", "relation", 'parties=["IN", "JP"]', "label=partnership", "established=1952")
    assert entered.code == 0
    kind, made = entered.out.split()[1:]
    assert kind == "relation"
    assert json.loads(comity("show", made, "--json").out)["claim"]["established"] == 1952


@pytest.mark.usefixtures("readings")
def test_review_tells_how_many_wait_in_all(comity: Run) -> None:
    comity("add", "in", "--jobs", 1)
    assert comity("review", "--limit", 2).out.endswith("2 of 5 claims that wait\n")
    assert comity("review", "--party", "in", "--kind", "exercise").out.endswith("1 of 1 claims that wait\n")
    assert comity("review", "--release", TOLD["two.md"].release.id).out.endswith("1 of 1 claims that wait\n")
    assert comity("review", "--below", 0.5).out.endswith("no claim waits\n")


@pytest.mark.usefixtures("readings")
def test_a_person_is_shown_with_names_and_offices(comity: Run, tmp_path: Path) -> None:
    comity("add", "in", "--jobs", 1)
    with open_record(tmp_path / "comity.db") as record, record.reading() as connection:
        people = connection.execute(select(entries.c.id).where(entries.c.kind == "person")).scalars().all()
    shapes = [json.loads(comity("show", one, "--json").out) for one in people]
    rao = next(shape for shape in shapes if shape["names"][0]["name"] == "Asha Rao")
    assert [(one["office"], one["acting"]) for one in rao["offices"]] == [("defence_minister", False)]
    assert {one["claim"] for one in rao["claims"]} == {TOLD[name].engagements[0].id for name in ("one.md", "two.md")}
    assert "Asha Rao" in comity("show", rao["person"]).out
    assert MET.quote in comity("show", rao["person"][:8]).out


@pytest.mark.usefixtures("readings")
def test_an_entry_that_nothing_tells_of_says_why(comity: Run) -> None:
    comity("add", "in", "--jobs", 1)
    drill = TOLD["three.md"].exercises[0].id
    entry = json.loads(comity("show", drill, "--json").out)["entry"]
    comity("reject", drill)
    assert f"claim {drill} was rejected" in comity("show", entry).err


@pytest.mark.usefixtures("readings")
def test_a_time_as_it_is_printed_holds_the_decision_that_was_taken_at_it(comity: Run) -> None:
    comity("add", "in", "--jobs", 1)
    drill = TOLD["three.md"].exercises[0].id
    entry = json.loads(comity("show", drill, "--json").out)["entry"]
    comity("correct", drill, "place=Kochi")
    printed = next(line.split()[1] for line in comity("show", drill).out.splitlines() if line.startswith("decided"))
    then = json.loads(comity("show", entry, "--known-at", printed, "--json").out)
    assert then["members"][0]["claim"]["place"] == "Kochi"


@pytest.mark.usefixtures("readings")
def test_the_ledger_of_a_year_is_looked_at_from_its_last_day(comity: Run) -> None:
    comity("add", "in", "--jobs", 1)
    for told_as in ("2026", "2026-12", "2026-12-31"):
        (promise,) = json.loads(comity("ledger", "--pair", "IN-JP", "--as-of", told_as, "--json").out)
        assert promise["due"] == "2025"


@pytest.mark.parametrize(
    ("told_as", "means"),
    [
        ("2024-08-20", "2024-08-20T23:59:59.999999+00:00"),
        ("20240820", "2024-08-20T23:59:59.999999+00:00"),
        ("2024-08-20T10:11", "2024-08-20T10:11:59.999999+00:00"),
        ("2024-08-20T10:11:12", "2024-08-20T10:11:12.999999+00:00"),
        ("2024-08-20T10:11:12Z", "2024-08-20T10:11:12.999999+00:00"),
        ("20240820T101112", "2024-08-20T10:11:12.999999+00:00"),
        ("2024-08-20 10:11:12.5", "2024-08-20T10:11:12.500000+00:00"),
        ("2024-08-20T12:11:12+02:00", "2024-08-20T10:11:12.999999+00:00"),
    ],
)
def test_a_time_means_all_of_what_was_told(told_as: str, means: str) -> None:
    assert TIME.convert(told_as, None, None) == means


@pytest.mark.parametrize(
    ("clock", "day"),
    [
        (Clock.told("2024", None), "2024-12-31"),
        (Clock.told("2024-02", None), "2024-02-29"),
        (Clock.told("2024-02-03", None), "2024-02-03"),
        (Clock.told(None, "2024-02-03T10:00"), "2024-02-03"),
    ],
)
def test_the_day_of_a_clock_is_a_day(clock: Clock, day: str) -> None:
    assert today_by(clock) == day


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_sheet_is_parted_as_its_head_line_is(tmp_path: Path, delimiter: str) -> None:
    file = tmp_path / "sheet.csv"
    head, row = ("claim", "decision", "value"), ("abcd", "correct", '";,;,\t;,\t"')
    file.write_text("\n".join((delimiter.join(head), delimiter.join(row))))
    assert list(read_sheet(file)) == [(2, {"claim": "abcd", "decision": "correct", "value": ";,;,\t;,"})]


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (datetime(2022, 9, 9), "2022-09-09"),  # noqa: DTZ001 - as a sheet gives it
        (datetime(2022, 9, 9, 10, 30), "2022-09-09T10:30:00"),  # noqa: DTZ001
        (5.0, "5"),
        (5.5, "5.5"),
        (True, "true"),
        (None, ""),
        ("'=1+1", "=1+1"),
        ("'tis so", "'tis so"),
    ],
)
def test_a_cell_is_the_words_a_person_means(cell: object, words: str) -> None:
    assert plain(cell) == words


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_run_by_the_program_that_opens_it(begins: str) -> None:
    told_as = as_csv(
        [{"name": f"{begins}1+1", "names": [f"{begins}1", "b"], "number": -1}], ("name", "names", "number")
    )
    (row,) = csv.DictReader(io.StringIO(told_as, newline=""))
    assert row == {"name": f"'{begins}1+1", "names": f"'{begins}1; b", "number": "-1"}


@pytest.mark.usefixtures("readings")
def test_a_row_with_a_value_that_is_no_json_fails_alone(comity: Run, tmp_path: Path) -> None:
    comity("add", "in", "--jobs", 1)
    met, drill = TOLD["one.md"].engagements[0].id, TOLD["three.md"].exercises[0].id
    rows = [
        ("claim", "decision", "field", "value"),
        (met, "correct", "parties", "[IN"),
        (met, "correct", "place", "[Old] Pune"),
        (drill, "accept", "", ""),
    ]
    with (tmp_path / "sheet.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    ran = comity("import", "decisions", "sheet.csv", "--who", "ben")
    assert (ran.code, ran.out) == (1, "2 decided, 0 known already, 1 failed\n")
    assert "sheet.csv:2: parties" in ran.err
