from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from comity import __version__
from comity.cli.main import ENTRIES

Run = Callable[..., Any]
COMITY = [sys.executable, "-c", "from comity.cli import main; main()"]


def test_help_lists_the_commands_that_exist_and_what_each_is_for(comity: Run) -> None:
    told = comity("--help")
    assert told.code == 0
    assert comity().out == told.out
    for entry in ENTRIES:
        assert f"{entry.name} " in told.out
        assert entry.purpose in told.out


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_the_table_says_of_a_command_what_it_says_of_itself(entry: Any) -> None:
    command = import_module(entry.module).command
    assert command.name == entry.name
    assert command.help.splitlines()[0] == entry.purpose


def test_version(comity: Run) -> None:
    assert comity("--version").out == f"comity {__version__}\n"


@pytest.mark.parametrize(
    "wrong",
    [["read", "--nonsense"], ["nonsense"], ["read"], ["why"], ["read", "x", "--lexicon", "nowhere"]],
)
def test_wrong_usage_is_2(wrong: list[str], comity: Run) -> None:
    told = comity(*wrong)
    assert (told.code, told.out) == (2, "")
    assert "Usage:" in told.err


@pytest.mark.usefixtures("reader")
def test_an_unexpected_error_is_one_line_and_a_traceback_only_on_demand(comity: Run) -> None:
    told = comity("read", "boom")
    assert told.code == 1
    assert told.err.count("\n") == 1
    assert "boom" in told.err
    assert "Traceback" in comity("read", "boom", "--debug").err


@pytest.mark.usefixtures("reader")
def test_an_interruption_is_130_and_no_traceback(comity: Run) -> None:
    told = comity("read", "interrupt")
    assert told.code == 130
    assert "Traceback" not in told.err


def test_a_reader_of_our_output_that_goes_away_is_no_error(tmp_path: Path) -> None:
    taken, given = os.pipe()
    os.close(taken)
    told = subprocess.run([*COMITY, "--help"], stdout=given, stderr=subprocess.PIPE, check=False, cwd=tmp_path)
    os.close(given)
    assert told.stderr == b""


def test_help_loads_none_of_the_heavy_libraries(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom comity.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "heavy = {'spacy', 'rich', 'jinja2', 'lxml', 'numpy', 'yaml', 'pypdfium2'}\n"
        "sys.exit(', '.join(sorted(heavy & set(sys.modules))) or 0)"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (told.returncode, told.stderr) == (0, "")


def test_help_answers_in_a_few_starts_of_python(tmp_path: Path) -> None:
    def seconds(command: list[str]) -> float:
        began = time.perf_counter()
        subprocess.run(command, capture_output=True, check=True, cwd=tmp_path)
        return time.perf_counter() - began

    # The best of three: another process on the machine makes any one of them slow.
    bare = min(seconds([sys.executable, "-c", "pass"]) for _ in range(3))
    assert min(seconds([*COMITY, "--help"]) for _ in range(3)) < max(0.3, 22 * bare)
