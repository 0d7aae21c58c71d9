"""The examples of the docs run: commands, rules, profiles, rows, and Python."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from comity.model import Reading
from comity.pipeline import Reader
from comity.settings import Settings
from comity.sources.profile import read_profile

ROOT = Path(__file__).resolve().parents[2]
HOW_TO = ROOT / "docs" / "how-to"


def fenced(page: Path, language: str) -> str:
    found = re.search(rf"^```{language}\n(.*?)^```$", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert found
    return found[1]


def read(text: str, lexicon: Path) -> Reading:
    told = f"Ministry of External Affairs\nGovernment of India\n\nTalks with Kenya\n\n{text}\n"
    reading = next(Reader(Settings(lexicon=lexicon)).read_bytes(told.encode(), "release.txt"))
    assert isinstance(reading, Reading)
    return reading


def test_commands_print_what_the_pages_show() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "docs" / "refresh.py", "--check"],
        check=False,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert done.returncode == 0, done.stdout


def test_the_rule_of_the_how_to_finds_its_examples(tmp_path: Path) -> None:
    told = fenced(HOW_TO / "new-rule.md", "yaml")
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "own.yml").write_text(told, "utf-8")
    (rule,) = yaml.safe_load(told)
    for sentence in rule["says"]:
        assert [c.rule for c in read(sentence, tmp_path).commitments] == [rule["id"]]
    for sentence in rule["not"]:
        assert read(sentence, tmp_path).commitments == ()


def test_the_row_of_the_how_to_names_an_office_holder(tmp_path: Path) -> None:
    table = re.findall(
        r"^```\n(country,.*?)^```$", (HOW_TO / "new-office.md").read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    (tmp_path / "offices.csv").write_text(table[0], "utf-8")
    reading = read("Defence Minister Rajnath Singh met Jane Wanjiru in Nairobi on 3 March 2032.", tmp_path)
    people = {p.name: p.country for e in reading.engagements for p in e.participants}
    assert people.get("Jane Wanjiru") == "KE"


def test_the_profile_of_the_how_to_can_be_used(tmp_path: Path) -> None:
    file = tmp_path / "own.yml"
    file.write_text(fenced(HOW_TO / "new-issuer.md", "yaml"), "utf-8")
    assert read_profile(file).country == "KE"


def test_the_python_of_the_readme_runs(capsys: pytest.CaptureFixture[str]) -> None:
    release = ROOT / "src" / "comity" / "demo" / "releases" / "pib-2024-11-19-army-chief-nepal.txt"
    example = fenced(ROOT / "README.md", "python").replace("release.html", str(release))
    exec(example, {})  # noqa: S102 - our own page
    assert "committed" in capsys.readouterr().out
