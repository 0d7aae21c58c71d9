"""The docs say what is there: every command, setting, layer and link, and each date that they resolve."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from comity.cli.main import ENTRIES
from comity.reading.time import find_dates, resolve
from comity.settings import Settings
from comity.sources.calendars import find_local_dates

ROOT = Path(__file__).resolve().parents[2]
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\]\((?!https?://|mailto:)([^)#\s]*)(?:#([^)\s]+))?\)")
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
DAY = date(2024, 11, 20)


def page(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def headings(text: str) -> list[str]:
    return [line.lstrip("#").strip() for line in FENCED.sub("", text).splitlines() if line.startswith("#")]


def anchors(text: str) -> set[str]:
    return {re.sub(r"[^\w\s-]", "", h.lower()).replace(" ", "-") for h in headings(text)}


def layers() -> Iterator[str]:
    told = tomllib.loads(page("pyproject.toml"))["tool"]["importlinter"]["contracts"][0]["layers"]
    for layer in told:
        yield from (name.strip(" ()") for name in layer.split(":"))


def rows(text: str, header: str) -> list[list[str]]:
    """The cells of the table that begins with this header."""
    lines = text[text.index(header) :].splitlines()[2:]
    table = [line for i, line in enumerate(lines) if all(row.startswith("|") for row in lines[: i + 1])]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in table]


@pytest.mark.parametrize("command", [entry.name for entry in ENTRIES])
def test_every_command_has_a_heading(command: str) -> None:
    assert f"comity {command}" in headings(page("docs/cli.md"))


@pytest.mark.parametrize("setting", [field.name for field in fields(Settings)])
def test_every_setting_has_a_heading_and_its_environment(setting: str) -> None:
    assert setting in headings(page("docs/cli.md"))
    assert f"`COMITY_{setting.upper()}`" in page("docs/cli.md")


@pytest.mark.parametrize("layer", sorted(set(layers())))
def test_every_layer_is_named(layer: str) -> None:
    assert re.search(rf"`{layer}/?`", page("docs/architecture.md"))


def test_every_folder_of_the_code_is_named() -> None:
    folders = [f.name for f in (ROOT / "src" / "comity").iterdir() if (f / "__init__.py").is_file()]
    assert "extract" in folders
    assert [name for name in folders if f"`{name}`" not in page("docs/architecture.md")] == []


def test_the_ten_steps_are_numbered() -> None:
    steps = rows(page("docs/architecture.md"), "| | step |")
    assert [step[0] for step in steps] == [str(number) for number in range(1, 11)]


def test_files_that_the_architecture_names_exist() -> None:
    named = re.findall(r"`((?:[a-z_]+/)+[a-z_]+\.(?:py|yml|csv))`", page("docs/architecture.md"))
    code = ROOT / "src" / "comity"
    assert len(named) > 8
    assert [n for n in named if not (code / n).is_file() and not (ROOT / n).is_file()] == []


@pytest.mark.parametrize("name", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(name: Path) -> None:
    broken = []
    for target, anchor in LINK.findall(FENCED.sub("", name.read_text("utf-8"))):
        file = (name.parent / target).resolve() if target else name
        if not file.exists() or (anchor and anchor not in anchors(file.read_text("utf-8"))):
            broken.append(f"{target}#{anchor}")
    assert broken == []


def test_the_first_screen_shows_two_commands_that_exist() -> None:
    first = page("README.md").split("```")[1]
    commands = [line.split("#")[0].split() for line in first.strip().splitlines()]
    assert commands == [["make", "demo"], ["make", "test"]]
    assert all(re.search(rf"^{target}:", page("Makefile"), re.MULTILINE) for _, target in commands)


def test_targets_that_pages_name_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):", page("Makefile"), re.MULTILINE))
    named = {t for p in PAGES for t in re.findall(r"`make ([a-z-]+)", p.read_text("utf-8"))}
    assert {"demo", "test", "eval"} <= named <= targets


def test_ci_runs_all_tests() -> None:
    assert re.search(r"^make test-all$", page(".ci/run"), re.MULTILINE)
    assert re.search(r"^test-all:.* test ", page("Makefile"), re.MULTILINE)


@pytest.mark.parametrize(("words", "value", "basis"), rows(page("docs/reading.md"), "| words | value |"))
def test_dates_of_the_reading_page(words: str, value: str, basis: str) -> None:
    found = [resolve(mention, DAY, "past") for mention in find_dates(words)]
    assert [(when.edtf, when.basis) for when in found] == [
        (None if value.startswith("none") else value.strip("`"), basis)
    ]


@pytest.mark.parametrize(
    ("calendar", "printed"),
    [row[:2] for row in rows(page("docs/masthead.md"), "| calendar | for example |")],
)
def test_calendars_of_the_masthead_page(calendar: str, printed: str) -> None:
    assert [(d.calendar, d.printed, d.day) for d in find_local_dates(printed)] == [(calendar.strip("`"), printed, DAY)]
