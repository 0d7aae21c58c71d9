"""`comity compare` by file and by record, as text, as JSON, as a series."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

HEAD = "Ministry of Defence, {who}\n\n{title}\n\n{day}\n\n"
KENYA = (
    "Kenya and India held talks in Nairobi on 12 March 2031. Norway attended as an observer. India agreed to provide "
    "four patrol boats to the Kenya Navy by June 2032.\n"
)
INDIA = (
    "India and Kenya held talks in Nairobi on 12 March 2031. India offered to provide two patrol boats to the Kenya "
    "Navy by June 2032.\n"
)


@pytest.fixture
def releases(tmp_path: Path) -> None:
    told = (
        ("kenya.txt", "Kenya", "Talks with India", "13 March 2031", KENYA),
        ("india.txt", "India", "Talks with Kenya", "14 March 2031", INDIA),
        ("old.txt", "India", "Joint Statement of the Harbour Dialogue", "1 March 2030",
         "India and Kenya reaffirm their unwavering support for the harbour code and its fair practice.\n"),
        ("new.txt", "India", "Joint Statement of the Harbour Dialogue 2031", "1 March 2031",
         "India and Kenya reaffirm their firm support for the harbour code and its fair practice.\n"),
    )  # fmt: skip
    for name, who, title, day, words in told:
        (tmp_path / name).write_text(HEAD.format(who=who, title=title, day=day) + words, "utf-8")


@pytest.mark.usefixtures("releases")
def test_two_files_are_compared_without_a_record(comity: Run, tmp_path: Path) -> None:
    ran = comity("compare", "kenya.txt", "india.txt")
    assert ran.code == 0
    for words in ("Told differently", "Kenya and India", "India and Kenya", "four patrol boats", "two patrol boats"):
        assert words in ran.out
    assert not (tmp_path / "comity.db").exists()


@pytest.mark.usefixtures("releases")
def test_json_tells_each_difference_with_the_words_of_both(comity: Run) -> None:
    told = json.loads(comity("compare", "kenya.txt", "india.txt", "-f", "json").out)
    assert {d["field"] for d in told["differences"]} == {"order", "verb", "number"}
    for one in told["differences"]:
        for side in ("a", "b"):
            words = one[side]
            assert told[side]["text"][words["start"] : words["end"]] == words["quote"]


@pytest.mark.usefixtures("releases")
def test_releases_of_a_record_are_named_by_the_beginning_of_their_ids(comity: Run) -> None:
    files = json.loads(comity("compare", "kenya.txt", "india.txt", "-f", "json").out)
    assert comity("add", "kenya.txt", "india.txt", "--jobs", 1).code == 0
    ids = [files[side]["release"][:8] for side in ("a", "b")]
    kept = json.loads(comity("compare", *ids, "-f", "json").out)
    assert kept["differences"] == files["differences"]


@pytest.mark.usefixtures("releases")
def test_the_statements_of_a_series_are_laid_one_against_the_next(comity: Run, tmp_path: Path) -> None:
    comity("add", "old.txt", "new.txt", "kenya.txt", "--jobs", 1)
    told = json.loads(comity("compare", "--series", "Harbour Dialogue", "-f", "json").out)
    (redline,) = told["redlines"]
    assert (redline["a"]["issued"], redline["b"]["issued"]) == ("2030-03-01", "2031-03-01")
    assert [f["fate"] for f in redline["formulas"]] == ["changed"]
    ran = comity("compare", "new.txt", "old.txt", "--series", "-o", "told.txt")
    assert (ran.code, ran.out) == (0, "")
    assert "[-unwavering-] {+firm+}" in (tmp_path / "told.txt").read_text("utf-8")


@pytest.mark.usefixtures("releases")
@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("kenya.txt",), 2, "give two releases"),
        (("kenya.txt", "india.txt", "--pair", "IN-KE"), 2, "--pair goes with --series"),
        (("kenya.txt", "india.txt", "--series", "Harbour"), 2, "not both"),
        (("kenya.txt", "0123abcd"), 1, "there is no record"),
        (("--series", "Harbour"), 1, "there is no record"),
    ],
)
def test_what_cannot_be_compared_says_why(comity: Run, arguments: tuple[str, ...], code: int, says: str) -> None:
    ran = comity("compare", *arguments)
    assert ran.code == code
    assert says in ran.err
