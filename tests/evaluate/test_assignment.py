from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.evaluate.assignment import assign

CELL = st.sampled_from([0.0, 0.25, 0.5, 0.55, 0.75, 1.0])
MATRIX = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(CELL, min_size=width, max_size=width), min_size=1, max_size=4)
)


def best_total(matrix: list[list[float]]) -> float:
    height, width = len(matrix), len(matrix[0])
    if height > width:
        matrix = [list(column) for column in zip(*matrix, strict=True)]
        height, width = width, height
    return max(sum(matrix[i][j] for i, j in enumerate(chosen)) for chosen in permutations(range(width), height))


@given(MATRIX)
def test_no_other_assignment_has_a_higher_total(matrix: list[list[float]]) -> None:
    pairs = assign(matrix)
    assert sum(matrix[i][j] for i, j in pairs) == pytest.approx(best_total(matrix))
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert all(matrix[i][j] > 0 for i, j in pairs)


@pytest.mark.parametrize(
    ("matrix", "pairs"),
    [
        ([], []),
        ([[0.0]], []),
        ([[0.9, 0.8], [0.9, 0.1]], [(0, 1), (1, 0)]),
        ([[0.5, 0.5], [0.5, 0.5]], [(0, 0), (1, 1)]),
        ([[0.0, 0.7, 0.0]], [(0, 1)]),
        ([[0.6], [0.7]], [(1, 0)]),
    ],
)
def test_assign(matrix: list[list[float]], pairs: list[tuple[int, int]]) -> None:
    assert assign(matrix) == pairs
