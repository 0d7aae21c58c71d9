"""A page of Comity opened in the Chromium of the system, without a network."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from comity import read
from comity.model import Reading
from comity.views.page import render_page

RELEASES = Path(__file__).resolve().parents[2] / "src" / "comity" / "demo" / "releases"


@pytest.fixture(scope="session")
def reading() -> Reading:
    return read(RELEASES / "pib-2024-08-20-india-japan-defence-ministers.md")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    assert found, "no Chromium is installed"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def troubles() -> list[str]:
    """What the page complained of, and what it asked the network for."""
    return []


@pytest.fixture
def page(browser: Browser, reading: Reading, tmp_path: Path, troubles: list[str]) -> Iterator[Page]:
    file = tmp_path / "release.html"
    file.write_text(render_page([reading], version="0"), "utf-8")
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.on("console", lambda message: troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("request", lambda asked: troubles.append(asked.url) if asked.url != file.as_uri() else None)
    page.goto(file.as_uri())
    yield page
    context.close()
