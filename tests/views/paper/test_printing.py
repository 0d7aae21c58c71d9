from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import get_args

import pytest

from comity.errors import PaperError
from comity.views.paper.printing import ENDINGS, FORMS, Form, print_paper
from paper_builders import paper


@pytest.mark.parametrize(
    ("form", "begins"),
    [
        ("md", "# Kenya"),
        ("html", "<!doctype html>"),
        ("json", '{\n  "schema"'),
        ("docx", b"PK"),
        ("pdf", b"%PDF-"),
    ],
)
@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_every_form_is_printed(form: Form, begins: str | bytes, size: str) -> None:
    made = print_paper(paper(), form, size=size)  # type: ignore[arg-type]
    assert made[: len(begins)] == begins


def test_every_form_has_an_ending() -> None:
    assert set(ENDINGS.values()) == set(FORMS) == set(get_args(Form))


@pytest.mark.parametrize(("form", "library"), [("docx", "docx"), ("pdf", "typst")])
def test_a_missing_library_is_told_with_what_to_install(
    monkeypatch: pytest.MonkeyPatch, form: Form, library: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(PaperError, match=r"needs? a library \(pip install 'comity\[papers\]', or use html\)"):
        print_paper(paper(), form)


@pytest.mark.parametrize("form", ["md", "html", "json"])
def test_the_others_need_none(monkeypatch: pytest.MonkeyPatch, form: Form) -> None:
    for library in ("docx", "typst"):
        monkeypatch.setitem(sys.modules, library, None)
    assert print_paper(paper(), form)


def test_the_example_of_the_docs_runs(capsys: pytest.CaptureFixture[str]) -> None:
    page = (Path(__file__).resolve().parents[3] / "docs" / "papers.md").read_text("utf-8")
    example = re.search(r"^```python\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert example
    exec(example[1], names := {})  # noqa: S102 - our own page
    assert "[^1]: “The two Ministers met in Nairobi on Monday.” — Ministry of Defence" in capsys.readouterr().out
    assert names["pdf"].startswith(b"%PDF-")


@pytest.mark.parametrize("form", FORMS)
def test_the_docs_tell_of_every_form(form: Form) -> None:
    page = (Path(__file__).resolve().parents[3] / "docs" / "papers.md").read_text("utf-8")
    assert f"| `{form}` |" in page
