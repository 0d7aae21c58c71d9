from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from comity.errors import GoldError, InputError, MissingInput
from comity.evaluate import breaches, floors_for, load_floors, load_gold, score
from comity.evaluate.gold import files_digest
from comity.evaluate.releases import find_releases, read_releases
from comity.model.reading import Reading

LABEL = {"parties": ["IN", "ID"], "label": "Comprehensive Strategic Partnership"}
FLOORS = """
[[measured]]
name = "two"
gold = "g"
releases = "r"
most_false_alarms = 0
[measured.least]
f1 = 0.9
[measured.least_f1]
relations = 0.8
"""


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.json", "{", "cannot be read"),
        ("a.json", "[]", "no JSON object"),
        ("a.json", '{"relations": {}}', "no list of records"),
        ("a.json", '{"other": []}', "holds no gold"),
        ("a.txt", "", "holds no gold"),
    ],
)
def test_gold_that_cannot_be_scored(name: str, content: str, told: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(content)
    with pytest.raises(GoldError, match=told):
        load_gold(tmp_path)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    for look in (load_gold, lambda folder: find_releases(folder, ["a"])):
        with pytest.raises(GoldError, match="nowhere: is not a folder"):
            look(tmp_path / "nowhere")


def test_the_digest_tells_names_and_contents_but_not_the_folder(tmp_path: Path) -> None:
    digests = []
    for folder, content in (("one", "a"), ("two", "a"), ("three", "b")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.json").write_text(content)
        digests.append(files_digest((tmp_path / folder).iterdir()))
    assert digests[0] == digests[1] != digests[2]


def test_releases_are_found_by_name_and_by_line(tmp_path: Path) -> None:
    for name in ("a.md", "b.html", "set.jsonl", "c.txt"):
        (tmp_path / name).write_text("")
    found = find_releases(tmp_path, ["a", "b", "set-7", "absent"])
    assert {document: file.name for document, file in found.items()} == {
        "a": "a.md", "b": "b.html", "set-7": "set.jsonl"
    }  # fmt: skip


def test_two_files_for_one_document_are_refused(tmp_path: Path) -> None:
    for name in ("a.md", "a.html"):
        (tmp_path / name).write_text("")
    with pytest.raises(GoldError, match="two releases for a"):
        find_releases(tmp_path, ["a"])


class Broken:
    def read(self, source: str) -> Iterator[Reading | InputError]:
        yield from ()
        raise MissingInput("there is no such file", where=source)


def test_what_cannot_be_read_is_an_outcome_with_its_error(tmp_path: Path) -> None:
    (tmp_path / "set.jsonl").write_text(json.dumps({"id": "7"}) + "\nnonsense\n")
    files = {"a": tmp_path / "a.md", "set-7": tmp_path / "set.jsonl", "set-8": tmp_path / "set.jsonl"}
    outcomes = list(read_releases(Broken(), files))
    assert [o.document for o in outcomes] == ["a", "set-7", "set-8"]
    assert all(o.shape is None and o.error for o in outcomes)


def test_floors_are_found_by_both_digests_and_breaches_told(tmp_path: Path) -> None:
    file = tmp_path / "floors.toml"
    file.write_text(FLOORS)
    (pinned,) = load_floors(file)
    assert floors_for("g", "r", (pinned,)) is pinned
    assert floors_for("g", "other", (pinned,)) is None
    gold = {"a": {"relations": [LABEL]}, "b": {"relations": []}}
    assert breaches(pinned, score(gold, gold)) == []
    told = breaches(pinned, score(gold, {"b": {"relations": [LABEL]}}))
    assert told == [
        "f1 is 0.000, floor 0.900", "F1 of relations is 0.000, floor 0.800",
        "1 false alarms on empty documents, allowed 0",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "damage", [("f1 = 0.9", "f2 = 0.9"), ('gold = "g"', ""), ("relations", "relation"), ("[[", "[")]
)
def test_floors_that_cannot_be_used(damage: tuple[str, str], tmp_path: Path) -> None:
    file = tmp_path / "floors.toml"
    file.write_text(FLOORS.replace(*damage, 1))
    with pytest.raises(GoldError, match="cannot be used"):
        load_floors(file)


def test_the_pinned_floors_say_what_they_were_measured_on() -> None:
    pinned = load_floors()
    assert pinned
    for floors in pinned:
        assert floors.least
        assert all(re.fullmatch("[0-9a-f]{64}", digest) for digest in (floors.gold, floors.releases))
