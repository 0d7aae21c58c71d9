"""Sheets of paper, and how wide the columns of a table are on them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from comity.views.paper.model import Cell, Table

__all__ = ["MILLIMETRES", "SIZES", "Size", "widths"]

Size = Literal["A4", "Letter"]
SIZES: tuple[Size, ...] = get_args(Size)
MILLIMETRES: Mapping[Size, tuple[float, float]] = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}

_LINE = 80  # characters that stand on a line of a table, with what parts its columns
_UNBROKEN, _WHOLE, _WIDEST = 20, 14, 60
_GAP = 2


def widths(table: Table) -> list[int]:
    """How many characters wide each column is, of 80 in a line; more only where there are very many columns.

    A word up to 20 characters and a cell up to 14 have room on one line; what is left goes to columns of long texts.
    """
    columns = [[Cell(name), *(row[i] for row in table.rows)] for i, name in enumerate(table.columns)]
    needed = [max(map(_needed, column), default=1) + _GAP for column in columns]
    wanted = [min(max((_length(cell) for cell in column), default=1) + _GAP, _WIDEST) for column in columns]
    missing = [max(0, wish - need) for wish, need in zip(wanted, needed, strict=True)]
    room = max(0, _LINE - sum(needed))
    share = min(1.0, room / sum(missing)) if any(missing) else 0.0
    fitted = [need + int(share * more) for need, more in zip(needed, missing, strict=True)]
    if sum(fitted) <= _LINE:
        return fitted
    return [max(4, width * _LINE // sum(fitted)) for width in fitted]


def _needed(cell: Cell) -> int:
    longest_word = max(map(len, cell.text.split()), default=1)
    whole = _length(cell) if len(cell.text) <= _WHOLE else 0
    return max(min(longest_word, _UNBROKEN), whole)


def _length(cell: Cell) -> int:
    return len(cell.text) + min(3 * len(cell.notes), 6)
