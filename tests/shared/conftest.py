"""Tests on the shared folder: collected only where it is present."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SHARED = Path(os.environ.get("COMITY_SHARED", HERE.parents[1].parent / "shared"))

collect_ignore_glob = [] if (SHARED / "gold").is_dir() else ["test_*.py"]


@pytest.fixture(scope="session")
def shared() -> Path:
    return SHARED


def pytest_itemcollected(item: pytest.Item) -> None:
    if HERE in item.path.parents:
        item.add_marker("shared")
