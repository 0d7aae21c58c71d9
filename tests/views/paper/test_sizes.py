from __future__ import annotations

import pytest

from comity.views.paper.model import Cell, Table
from comity.views.paper.sizes import widths
from paper_builders import LONG_WORD, TALKS, WIDE


def of(*cells: str, names: tuple[str, ...] = ()) -> list[int]:
    return widths(Table(names or ("",) * len(cells), (tuple(map(Cell, cells)),)))


@pytest.mark.parametrize(
    ("cells", "fitted"),
    [
        (("2031-05-02", "KE, TZ"), [12, 8]),
        (("2031-05-02", "word " * 100), [12, 60]),
        (("2031-05-02", "word " * 100, "word " * 100), [12, 34, 34]),
        ((LONG_WORD, LONG_WORD), [40, 40]),
        ((), []),
    ],
)
def test_widths(cells: tuple[str, ...], fitted: list[int]) -> None:
    assert of(*cells) == fitted


def test_a_day_with_its_marks_stays_on_one_line() -> None:
    assert widths(Table(("Date",), ((Cell("2031-05-02", (TALKS,)),),))) == [15]


@pytest.mark.parametrize("columns", [1, 4, 9, 16])
def test_a_table_is_no_wider_than_a_line(columns: int) -> None:
    assert sum(of(*[LONG_WORD] * columns)) <= 80
    assert sum(widths(WIDE)) <= 80
