"""When a thing is: an EDTF string with how sure and how it was told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Basis", "Precision", "When"]

Basis = Literal["text", "relative", "dateline", "inferred", "lexicon", "human"]
Precision = Literal["day", "month", "year", "quarter", "season", "range"]


@dataclass(frozen=True, slots=True)
class When:
    """A date as EDTF / ISO 8601 (`2022-09-08`, `2022-09`, `2022-09-07/..`), never finer than the text.

    `edtf` is None where the words are a date that cannot be told ("recently", "soon").
    """

    edtf: str | None
    precision: Precision | None
    basis: Basis
    printed: str
    calendar: str = "gregorian"
