"""Floors that a score must not fall below, pinned with the digests of what they were measured on."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from comity.errors import GoldError
from comity.evaluate.folding import KINDS
from comity.evaluate.score import Score

__all__ = ["Floors", "breaches", "floors_for", "load_floors"]

_FIGURES = ("precision", "recall", "f1", "strict_f1", "mean_f1")
# Floors are pinned with three decimals; rounding is no breach.
_ROUNDING = 0.0005


@dataclass(frozen=True, slots=True)
class Floors:
    """The least that must be reached on one set of gold and releases, told by their digests."""

    name: str
    gold: str
    releases: str
    least: Mapping[str, float]
    least_f1: Mapping[str, float]
    most_false_alarms: int


def load_floors(file: Path | None = None) -> tuple[Floors, ...]:
    """The pinned floors of `file`, or those that come with Comity.

    Raises:
        GoldError: the file cannot be read or names a figure or kind that there is not.
    """
    where = str(file or "floors.toml")
    try:
        text = (file or files("comity.evaluate") / "floors.toml").read_text("utf-8")
        return tuple(_floors(entry) for entry in tomllib.loads(text).get("measured", []))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise GoldError(f"cannot be used: {error}", where=where, then="see evaluate/floors.toml") from error


def _floors(entry: Mapping[str, Any]) -> Floors:
    least, kinds = dict(entry.get("least", {})), dict(entry.get("least_f1", {}))
    if unknown := (set(least) - set(_FIGURES)) | (set(kinds) - set(KINDS)):
        raise ValueError(f"no such figure or kind: {', '.join(sorted(unknown))}")
    return Floors(entry["name"], entry["gold"], entry["releases"], least, kinds, int(entry["most_false_alarms"]))


def floors_for(gold: str, releases: str, pinned: tuple[Floors, ...]) -> Floors | None:
    """The floors that were measured on exactly these files, or None."""
    return next((f for f in pinned if (f.gold, f.releases) == (gold, releases)), None)


def breaches(floors: Floors, score: Score) -> list[str]:
    """One sentence for each figure that is below its floor; an empty list where all are kept."""
    reached = {
        "precision": score.all.precision, "recall": score.all.recall, "f1": score.all.f1,
        "strict_f1": score.strict.f1, "mean_f1": score.mean_f1,
    }  # fmt: skip
    told = [_breach(figure, reached[figure], least) for figure, least in floors.least.items()]
    told += [_breach(f"F1 of {kind}", score.of(kind).f1, least) for kind, least in floors.least_f1.items()]
    if score.false_alarms > floors.most_false_alarms:
        told.append(f"{score.false_alarms} false alarms on empty documents, allowed {floors.most_false_alarms}")
    return [sentence for sentence in told if sentence]


def _breach(figure: str, reached: float, least: float) -> str:
    return f"{figure} is {reached:.3f}, floor {least:.3f}" if reached < least - _ROUNDING else ""
