"""The seed release itself: every record that is not optional, every field that is given, nothing else."""

from __future__ import annotations

import os
from pathlib import Path

from comity.evaluate import load_gold
from comity.model import Reading
from comity.model.shape import reading_shape
from gold_files import reader
from seed_checks import shortfalls

SEED = Path(os.environ.get("COMITY_SHARED", Path(__file__).parents[2].parent / "shared")) / "seed"


def test_nothing_is_missed_and_every_field_is_right() -> None:
    (gold,) = load_gold(SEED).documents.values()
    (read,) = reader().read(next(SEED.glob("pib-*.md")))
    assert isinstance(read, Reading)
    assert shortfalls(reading_shape(read), gold) == []
