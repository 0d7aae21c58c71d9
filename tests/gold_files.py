"""Releases with expected records: each folder is read once for all tests that ask about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from comity import demo
from comity.evaluate import Score, load_gold, score
from comity.evaluate.releases import find_releases, read_releases
from comity.pipeline import Reader
from comity.settings import Settings

HERE = Path(__file__).parent
FOLDERS: Mapping[str, tuple[Path, Path]] = {
    "demo": (HERE / "demo" / "expected", Path(demo.__file__).parent / "releases"),
    "challenge": (HERE / "challenge" / "expected", HERE / "challenge" / "releases"),
    "seed": (HERE / "seed", HERE / "seed"),
}

Shape = Mapping[str, Any]


@cache
def reader() -> Reader:
    """One reader with the shipped lexicon, whatever the settings of the machine."""
    return Reader(Settings())


@cache
def expected(folder: str) -> Mapping[str, Shape]:
    """The records of a folder by document."""
    return load_gold(FOLDERS[folder][0]).documents


@cache
def shapes(folder: str) -> Mapping[str, Shape]:
    """What is read from the releases of a folder, in the JSON shape, by document."""
    return dict(read_again(folder))


def read_again(folder: str) -> Iterator[tuple[str, Shape]]:
    """Read the releases of a folder, whether or not they were read before."""
    files = find_releases(FOLDERS[folder][1], expected(folder))
    for outcome in read_releases(reader(), files):
        assert outcome.error is None, outcome.error
        assert outcome.shape is not None
        yield outcome.document, outcome.shape


@cache
def scored(folder: str) -> Score:
    """The score of a folder."""
    return score(expected(folder), shapes(folder))


def quotes(value: Any) -> Iterator[Shape]:
    """Every quote in a shape, wherever it stands."""
    if isinstance(value, Mapping):
        if {"start", "end", "quote"} <= value.keys():
            yield value
        for inner in value.values():
            yield from quotes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from quotes(inner)
