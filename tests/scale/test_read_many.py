"""Many sources, one order: one process and several give the same readings."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest

from comity import pipeline
from comity.demo import __file__ as demo
from comity.errors import InputError, LostProcess, MissingInput
from comity.extract.read import read_claims
from comity.intake import capture_bytes, read_texts
from comity.model import Reading, Text
from comity.reading.annotate import Annotated
from comity.scale import processes, read_many
from comity.settings import Settings

DEMO = sorted((Path(str(demo)).parent / "releases").iterdir())[:4]


@pytest.fixture
def sources(tmp_path: Path) -> list[Path]:
    """Two releases, a file with many of which one is none, an empty file, a missing one."""
    lines = [json.dumps({"id": str(n), "title": f"Number {n}", "text": f"Kenya and Japan agreed to build road {n}."})
             for n in range(30)]  # fmt: skip
    many = tmp_path / "many.jsonl"
    many.write_text("\n".join([*lines[:7], "{broken", *lines[7:]]), "utf-8")
    empty = tmp_path / "empty.md"
    empty.write_text("")
    return [DEMO[0], many, empty, DEMO[1], tmp_path / "absent.md", *DEMO[2:]]


def told(item: Reading | InputError) -> object:
    return item if isinstance(item, Reading) else (item.code, str(item))


def test_two_processes_give_what_one_gives(sources: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "CHARACTERS", 200)  # several tasks of the one file
    one = [told(item) for item in read_many(sources)]
    two = [told(item) for item in read_many(sources, jobs=2)]
    assert two == one
    assert [item[0] for item in one if isinstance(item, tuple)] == ["input", "input.no_text", "input.missing"]


def test_a_source_is_opened_when_it_is_its_turn() -> None:
    asked = []

    def given() -> Iterator[Path]:
        for file in (DEMO[0], DEMO[1]):
            asked.append(file)
            yield file

    found = read_many(given())
    assert asked == []
    assert isinstance(next(found), Reading)
    assert asked == [DEMO[0]]


def test_a_fault_of_our_own_costs_one_release(sources: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(source: Annotated) -> Reading:
        if "road 7." in source.release.text:
            raise RecursionError
        return read_claims(source)

    monkeypatch.setattr(pipeline, "read_claims", faulty)
    found = [told(item) for item in read_many(sources[1:2])]
    errors = [item for item in found if isinstance(item, tuple)]
    assert len(found) == 31
    assert [code for code, _ in errors] == ["input", "input.unread"]
    assert "7: a fault of Comity's own: RecursionError in test_read_many.py" in errors[1][1]


def test_a_process_that_dies_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_begin", len)  # raises in each process: a Settings has no length
    with pytest.raises(LostProcess, match="without an answer"):
        list(read_many(DEMO[:1], jobs=2, settings=Settings()))


def test_a_text_goes_to_another_process_as_it_is() -> None:
    (text,) = read_texts(capture_bytes(b'{"title": "A", "text": "Kenya came."}', "a.jsonl", "a.jsonl"))
    assert isinstance(text, Text)
    again = pickle.loads(pickle.dumps(text))  # noqa: S301
    assert again == text
    with pytest.raises(TypeError):
        again.metadata["title"] = "B"


def test_an_error_goes_to_another_process_as_it_is() -> None:
    error = MissingInput("there is no such file", where="a.md", then="check the path")
    again = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert (type(again), str(again), again.where) == (MissingInput, str(error), "a.md")
