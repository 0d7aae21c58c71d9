from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest

from comity.cli.main import main
from comity.errors import InputError, MissingInput, NoText
from comity.model import Reading

BUILT = Path(__file__).parents[1] / "views" / "built.py"


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def built() -> ModuleType:
    spec = importlib.util.spec_from_file_location("built", BUILT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def comity(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Ran]:
    """Run the command in an empty working directory, in this process."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: object) -> Ran:
        with pytest.raises(SystemExit) as ended:
            main([str(a) for a in arguments])
        told = capsys.readouterr()
        return Ran(int(ended.value.code or 0), told.out, told.err)

    return run


@pytest.fixture
def reader(built: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader whose readings are made by hand: the command is what is looked at, not the reading."""

    class ByHand:
        def __init__(self, settings: object) -> None:
            self.settings = settings

        def read(self, source: str) -> Iterator[Reading | InputError]:
            if source == "boom":
                raise RuntimeError("boom")
            if source == "interrupt":
                raise KeyboardInterrupt
            if source != "-" and not Path(source).is_file():
                raise MissingInput("there is no such file", where=source, then="check the path")
            if source.endswith("broken.jsonl"):
                yield built.reading()
                yield NoText("line 2 is empty", where=source, then="mend it")
            yield Reading(built.release(source=source)) if "nothing" in source else built.reading()

    monkeypatch.setattr("comity.pipeline.Reader", ByHand)
