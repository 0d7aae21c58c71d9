"""Our twin of the seed release: every record that is not optional, every field that is given, nothing else."""

from __future__ import annotations

from comity.evaluate import load_gold
from comity.model import Reading
from comity.model.shape import reading_shape
from gold_files import HERE, reader
from seed_checks import shortfalls

SEED = HERE / "seed"


def test_nothing_is_missed_and_every_field_is_right() -> None:
    (gold,) = load_gold(SEED).documents.values()
    (read,) = reader().read(SEED / "release.md")
    assert isinstance(read, Reading)
    assert shortfalls(reading_shape(read), gold) == []
