from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="session")
def built() -> ModuleType:
    """The hand-made reading, shared with the tests of the command."""
    spec = importlib.util.spec_from_file_location("built", Path(__file__).with_name("built.py"))
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
