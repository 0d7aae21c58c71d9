"""What holds for the whole run: its last line says whether the tests on the shared folder ran."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

# `builders.py` and `gold_files.py` serve several folders of tests, which are no packages.
sys.path.insert(0, str(Path(__file__).parent))

_ran: set[str] = set()


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "shared: rests on the shared folder (COMITY_SHARED or ../shared)")


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.when == "call" and "shared" in report.keywords and not report.skipped:
        _ran.add(report.nodeid)


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    # A part of the suite may be run by itself; only a whole run in CI must have seen the shared folder.
    whole = not session.config.getoption("file_or_dir") and not session.config.getoption("keyword")
    if os.environ.get("CI") == "true" and whole and not _ran and exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_unconfigure(config: pytest.Config) -> None:
    # After pytest's own summary, so that it is the run's last line.
    if not config.getoption("collectonly"):
        told = f"ran ({len(_ran)})" if _ran else "did NOT run: no such folder, or not chosen"
        print(f"tests on the shared folder: {told}")  # noqa: T201 - the line is for whoever runs the suite
