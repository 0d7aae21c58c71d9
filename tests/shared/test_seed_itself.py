"""The seed release itself: every record that is not optional, every field that is given, little else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from comity.evaluate import load_gold
from comity.evaluate.folding import records
from comity.model import Reading
from comity.model.shape import reading_shape
from gold_files import reader
from seed_checks import Record, every_field, every_record, extra, right, twin

SEED = Path(os.environ.get("COMITY_SHARED", Path(__file__).parents[2].parent / "shared")) / "seed"
(GOLD,) = load_gold(SEED).documents.values()


@pytest.fixture(scope="module")
def told() -> Record:
    (read,) = reader().read(next(SEED.glob("pib-*.md")))
    assert isinstance(read, Reading)
    return reading_shape(read)


MOST_EXTRA = 2


@pytest.mark.parametrize(("kind", "number"), every_record(GOLD))
def test_every_record_is_found(kind: str, number: int, told: Record) -> None:
    assert twin(told, GOLD, kind, number) is not None


def test_little_else_is_found(told: Record) -> None:
    assert len(extra(told, GOLD)) <= MOST_EXTRA


@pytest.mark.parametrize(("kind", "number", "field"), list(every_field(GOLD)))
def test_every_field_is_right(kind: str, number: int, field: str, told: Record) -> None:
    wanted, found = records(GOLD, kind)[number], twin(told, GOLD, kind, number)
    assert found is not None
    assert right(kind, field, found, wanted), f"{found.get(field)!r}, wanted {wanted[field]!r}"


@pytest.mark.parametrize("field", GOLD["release"])
def test_the_release_block_is_right(field: str, told: Record) -> None:
    assert told["release"][field] == GOLD["release"][field]
