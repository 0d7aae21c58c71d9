"""Our twin of the seed release: every record that is not optional, every field that is given, little else."""

# ruff: noqa: E501 - an example reads best on one line
from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from comity.evaluate import load_gold, score_document
from comity.evaluate.fields import FIELDS, judge
from comity.evaluate.folding import KINDS, records
from comity.evaluate.likeness import name_likeness, text_likeness
from comity.evaluate.matching import pair_up
from comity.model import Reading
from comity.model.shape import reading_shape
from gold_files import HERE, reader

Record = Mapping[str, Any]
SEED = HERE / "seed"
(GOLD,) = load_gold(SEED).documents.values()
WORDS = ("action", "topic", "label")
MOST_EXTRA = 2


@pytest.fixture(scope="module")
def told() -> Record:
    (read,) = reader().read(SEED / "release.md")
    assert isinstance(read, Reading)
    return reading_shape(read)


def every_field() -> Iterator[Any]:
    for kind in KINDS:
        for number, wanted in enumerate(records(GOLD, kind)):
            if not wanted.get("optional"):
                for field in wanted:
                    if field != "evidence":
                        name = f"{kind}-{number}-{wanted.get('name') or wanted.get('kind') or wanted.get('force') or ''}-{field}"
                        yield pytest.param(kind, number, field, id=name.replace(" ", "_"))


def twin(told: Record, kind: str, number: int) -> Record | None:
    """The record that was matched with the gold record of that place."""
    predicted, gold = records(told, kind), records(GOLD, kind)
    return next((predicted[p.predicted] for p in pair_up(kind, predicted, gold) if p.gold == number), None)


@pytest.mark.parametrize(
    ("kind", "number"),
    [(k, n) for k in KINDS for n, gold in enumerate(records(GOLD, k)) if not gold.get("optional")],
)
def test_every_record_is_found(kind: str, number: int, told: Record) -> None:
    assert twin(told, kind, number) is not None


def test_little_else_is_found(told: Record) -> None:
    judged = score_document("seed", GOLD, told)
    extra = [miss.record for kind in judged.kinds.values() for miss in kind.misses if miss.what == "extra"]
    assert len(extra) <= MOST_EXTRA, [(r.get("kind"), r["evidence"][0]["quote"]) for r in extra]


@pytest.mark.parametrize(("kind", "number", "field"), list(every_field()))
def test_every_field_is_right(kind: str, number: int, field: str, told: Record) -> None:
    wanted = records(GOLD, kind)[number]
    found = twin(told, kind, number)
    assert found is not None
    assert right(kind, field, found, wanted), f"{found.get(field)!r}, wanted {wanted[field]!r}"


def right(kind: str, field: str, found: Record, wanted: Record) -> bool:
    if field in FIELDS[kind] and field not in ("participants", "edition"):
        return judge(kind, found, wanted)[field] == 1
    if field == "participants":
        return everyone(found, wanted)
    if field == "name":
        return found["name"] == wanted["name"] or name_likeness(found, wanted) >= 0.75
    if field in WORDS:
        return found[field] == wanted[field] or text_likeness(found[field], wanted[field]) >= 0.5
    if field == "about":
        return set(wanted["about"]) <= set(found["about"])
    return bool(found[field] == wanted[field])


def everyone(found: Record, wanted: Record) -> bool:
    """The same people, each with the name, role and state that is given."""
    present = {p["name"]: p for p in found["participants"]}
    if present.keys() != {p["name"] for p in wanted["participants"]}:
        return False
    return all(
        p["country"] == present[p["name"]]["country"] and text_likeness(p["role"], present[p["name"]]["role"]) >= 0.5
        for p in wanted["participants"]
    )


@pytest.mark.parametrize("field", GOLD["release"])
def test_the_release_block_is_right(field: str, told: Record) -> None:
    assert told["release"][field] == GOLD["release"][field]
