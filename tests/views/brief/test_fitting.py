"""What is left out of a page that is too full."""

from __future__ import annotations

import pytest

from comity.views.brief.fitting import fitted
from comity.views.paper.model import Remark, Section

LINE = (Remark("so many words of a sentence " * 4),)
SMALL, LARGE = Section("Small", (LINE,)), Section("Large", (LINE,) * 5)
SIDES = Section("To raise", (), None, (Section("One", (LINE,) * 3), Section("Other", (LINE,))))


@pytest.mark.parametrize(
    ("sections", "room", "left"),
    [
        ([SMALL, LARGE], 5000, [1, 5]),
        ([SMALL, LARGE], 800, [1, 3]),
        ([SMALL, LARGE], 10, [1, 1]),
        ([SMALL, SIDES], 820, [1, 2]),
        ([SMALL, SIDES], 10, [1, 1]),
    ],
)
def test_the_largest_section_gives_way_and_each_keeps_a_point(
    sections: list[Section], room: int, left: list[int]
) -> None:
    points = [len(one.points) + sum(len(inner.points) for inner in one.sections) for one in fitted(sections, room)]
    assert points == left
