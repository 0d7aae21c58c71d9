from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
pytestmark = pytest.mark.usefixtures("reader")


@pytest.fixture
def releases(tmp_path: Path) -> Path:
    folder = tmp_path / "releases"
    folder.mkdir()
    for name in ("a.md", "b.md"):
        (folder / name).write_text("text")
    return folder


def test_a_table_for_people(comity: Run, releases: Path) -> None:
    told = comity("read", releases / "a.md")
    assert (told.code, told.err) == (0, "")
    assert "the account of IN" in told.out
    assert "\x1b" not in told.out


def test_one_file_is_one_object(comity: Run, releases: Path) -> None:
    assert json.loads(comity("read", releases / "a.md", "--json").out)["schema"] == "comity/1"


@pytest.mark.parametrize("sources", [["releases"], ["releases/a.md", "releases/b.md"]])
def test_several_are_a_list(sources: list[str], comity: Run, releases: Path) -> None:
    assert releases.is_dir()
    assert len(json.loads(comity("read", *sources, "--json").out)) == 2


def test_jsonl_is_a_release_a_line(comity: Run, releases: Path) -> None:
    lines = comity("read", releases, "--jsonl").out.splitlines()
    assert [json.loads(line)["schema"] for line in lines] == ["comity/1"] * 2


def test_standard_input(comity: Run) -> None:
    assert json.loads(comity("read", "-", "--json").out)["schema"] == "comity/1"


def test_a_release_that_holds_nothing_is_0(comity: Run, releases: Path) -> None:
    (releases / "nothing.md").write_text("weather")
    told = comity("read", releases / "nothing.md")
    assert told.code == 0
    assert "Nothing to record" in told.out


def test_a_failure_is_named_and_the_rest_goes_on(comity: Run, releases: Path, tmp_path: Path) -> None:
    told = comity("read", "absent.md", releases / "a.md", "--json")
    assert told.code == 1
    assert told.err == "comity: absent.md: there is no such file (check the path)\n"
    assert len(json.loads(told.out)) == 1
    assert (tmp_path / "failed.txt").read_text() == "absent.md\tinput.missing\tthere is no such file\n"


def test_a_bad_line_of_json_lines_is_named_and_the_rest_goes_on(comity: Run, releases: Path) -> None:
    (releases / "broken.jsonl").write_text("x")
    told = comity("read", releases / "broken.jsonl", "--json")
    assert (told.code, len(json.loads(told.out))) == (1, 2)
    assert "line 2 is empty" in told.err


def test_nothing_is_printed_where_the_only_file_fails(comity: Run) -> None:
    told = comity("read", "absent.md", "--json")
    assert (told.code, told.out) == (1, "")


def test_no_failed_txt_where_all_went_well(comity: Run, releases: Path, tmp_path: Path) -> None:
    comity("read", releases)
    assert not (tmp_path / "failed.txt").exists()


def test_the_page_is_written_and_told_unless_quiet(comity: Run, releases: Path, tmp_path: Path) -> None:
    told = comity("read", releases / "a.md", "--html", "page.html")
    assert (told.code, told.out, told.err) == (0, "", "wrote page.html\n")
    assert (tmp_path / "page.html").read_text("utf-8").startswith("<!doctype html>")
    assert comity("-q", "read", releases / "a.md", "--html", "page.html").err == ""
    assert comity("read", "-q", releases / "a.md", "--html", "page.html").err == ""


def test_json_and_page_together(comity: Run, releases: Path, tmp_path: Path) -> None:
    assert json.loads(comity("read", releases / "a.md", "--html", "page.html", "--json").out)
    assert (tmp_path / "page.html").is_file()


def test_output_to_a_file(comity: Run, releases: Path, tmp_path: Path) -> None:
    assert comity("read", releases / "a.md", "--json", "-o", "out.json").out == ""
    assert json.loads((tmp_path / "out.json").read_text("utf-8"))["schema"] == "comity/1"


def test_a_file_that_cannot_be_written_is_one_line(comity: Run, releases: Path) -> None:
    told = comity("read", releases / "a.md", "-o", "nowhere/out.json")
    assert told.code == 1
    assert "nowhere/out.json" in told.err
    assert "Traceback" not in told.err


def test_verbose_names_each_file(comity: Run, releases: Path) -> None:
    assert comity("read", "-v", releases).err.count("reading ") == 2


def test_no_process_is_wrong_usage(comity: Run, releases: Path) -> None:
    assert comity("read", releases, "--jobs", 0).code == 2


def test_what_triage_decided_is_told_to_who_asks(comity: Run, releases: Path) -> None:
    assert "sentences" in comity("read", releases / "a.md", "-v").err
