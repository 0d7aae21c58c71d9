"""The one-to-one assignment with the highest total likeness (Kuhn 1955; Jonker and Volgenant 1987)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import inf

__all__ = ["assign"]

Matrix = Sequence[Sequence[float]]


def assign(likeness: Matrix) -> list[tuple[int, int]]:
    """Pairs (row, column) with the highest total, sorted; cells are 0 or more, and 0 is no pair.

    Among equal totals the earlier row keeps the earlier column, so that a score does not depend on chance.
    """
    height, width = len(likeness), max((len(row) for row in likeness), default=0)
    side = max(height, width)
    cost = [[0.0] * side for _ in range(side)]
    for i, row in enumerate(likeness):
        for j, value in enumerate(row):
            cost[i][j] = -value
    search = _Search(cost)
    for newcomer in range(side):
        search.seat(newcomer)
    pairs = ((row, column) for column, row in enumerate(search.seated) if row is not None)
    return sorted((i, j) for i, j in pairs if cost[i][j] < 0)


@dataclass(slots=True)
class _Search:
    """Seats one row after the other, moving earlier rows along the cheapest way of exchanges."""

    cost: list[list[float]]
    row_price: list[float] = field(init=False)
    column_price: list[float] = field(init=False)
    seated: list[int | None] = field(init=False)

    def __post_init__(self) -> None:
        side = len(self.cost)
        self.row_price, self.column_price = [0.0] * side, [0.0] * side
        self.seated = [None] * side

    def seat(self, row: int) -> None:
        """Find a column for `row`, so that all rows seated so far have the least total cost."""
        side = len(self.cost)
        slack, came_from = [inf] * side, [-1] * side
        reached: list[int] = []
        open_columns = list(range(side))
        current, column = row, -1
        while True:
            for j in open_columns:
                reduced = self.cost[current][j] - self.row_price[current] - self.column_price[j]
                if reduced < slack[j]:
                    slack[j], came_from[j] = reduced, column
            column = min(open_columns, key=slack.__getitem__)
            self._reprice(row, reached, slack[column])
            step = slack[column]
            for j in open_columns:
                slack[j] -= step
            open_columns.remove(column)
            reached.append(column)
            holder = self.seated[column]
            if holder is None:
                break
            current = holder
        self._exchange(row, column, came_from)

    def _reprice(self, row: int, reached: Sequence[int], step: float) -> None:
        self.row_price[row] += step
        for j in reached:
            holder = self.seated[j]
            if holder is not None:
                self.row_price[holder] += step
            self.column_price[j] -= step

    def _exchange(self, row: int, column: int, came_from: Sequence[int]) -> None:
        while came_from[column] >= 0:
            before = came_from[column]
            self.seated[column] = self.seated[before]
            column = before
        self.seated[column] = row
