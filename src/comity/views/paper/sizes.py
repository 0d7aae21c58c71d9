"""Sheets of paper, and how wide the columns of a table are on them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from comity.views.paper.model import Table

__all__ = ["MILLIMETRES", "SIZES", "Size", "widths"]

Size = Literal["A4", "Letter"]
SIZES: tuple[Size, ...] = get_args(Size)
MILLIMETRES: Mapping[Size, tuple[float, float]] = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}

_NARROWEST, _WIDEST = 8, 48


def widths(table: Table) -> list[int]:
    """What share of the width each column has: by the longest text in it, within limits."""
    longest = [len(name) for name in table.columns]
    for row in table.rows:
        longest = [max(width, len(cell.text)) for width, cell in zip(longest, row, strict=True)]
    return [min(max(width, _NARROWEST), _WIDEST) for width in longest]
