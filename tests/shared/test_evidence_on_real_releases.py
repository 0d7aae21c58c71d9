"""The evidence law on real releases: the seed, the dev gold, and 500 of the corpus; and reading them raises nothing."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from comity.errors import InputError
from comity.model import Reading
from comity.model.shape import reading_shape
from gold_files import quotes, reader

FILES = ("kremlin-en", "pib-2026-08", "us-state-2021-2022", "white-house-2021-2025")


def holds(reading: Reading) -> None:
    shape = reading_shape(reading)
    text = shape["release"]["text"]
    for quote in quotes(shape):
        assert text[quote["start"] : quote["end"]] == quote["quote"] != ""
    assert all(claim.evidence for claim in reading.claims())
    ids = [claim.id for claim in reading.claims()]
    assert len(ids) == len(set(ids))
    json.dumps(shape)


def real_files(shared: Path) -> Iterator[Path]:
    yield from sorted((shared / "gold" / "releases").glob("*.md"))
    yield from sorted((shared / "seed").glob("pib-*.md"))


def test_on_the_seed_and_the_dev_gold(shared: Path) -> None:
    for file in real_files(shared):
        for reading in reader().read(file):
            assert isinstance(reading, Reading)
            holds(reading)


@pytest.mark.parametrize("name", FILES)
def test_on_releases_of_the_corpus(shared: Path, name: str) -> None:
    with gzip.open(shared / "corpus" / f"{name}.jsonl.gz", "rb") as lines:
        drawn = random.Random(500).sample(list(lines), 125)
    for reading in islice(reader().read_bytes(b"".join(drawn), f"{name}.jsonl"), 125):
        if not isinstance(reading, InputError):
            holds(reading)
