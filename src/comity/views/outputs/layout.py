"""Where the marks of a picture of a timeline stand: lanes by kind and level, marks side by side, labels that fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from comity.linking.bounds import FIRST, LAST, bounds
from comity.views.outputs.labels import TEXT, Spot, free, labels_of
from comity.views.timeline import Row

__all__ = ["LANES", "Drawn", "Lane", "Layout", "laid_out"]

LANES = (
    ("leaders", "Leaders, deputies"),
    ("ministers", "Ministers"),
    ("officials", "Officials and officers"),
    ("others", "Other meetings"),
    ("exercises", "Exercises"),
    ("agreements", "Agreements"),
)
"""From the highest level to what is signed; each is one band of the picture."""
_LEADERS = frozenset({
    "head_of_state", "head_of_government", "head_of_state_and_government", "deputy_head", "monarch", "crown_prince",
    "igo_head",
})  # fmt: skip
_MARK, _SMALL, _THIN = 8.0, 5.5, 3.0
"""How wide a mark is, in pixels of 1/96 inch; the smaller where a lane is full; how high a stretch of unknown days."""
_GAP = 1.5
_FEW = 6
"""So many marks one above the other are drawn at their full size."""
_LONG = 400
"""A stretch of more days (a decade of cooperation) does not tell how far the picture reaches."""
_COARSE = 45
"""From so many days on, a stretch without known days lies in a layer of its own at the foot of its lane."""
_LOW = 32.0
_FAR = 12
"""From so many marks on, the few that lie far from all others do not stretch the picture: they are counted."""

Stretch = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Drawn:
    """One mark: from `x` to `x2` around the height `y`, `size` high; its label is '' where there is no room for it.

    The label's middle is at the height `label_y`; it begins at `leads`, where a line from the mark comes up, or
    (`before`) ends there.
    """

    row: Row
    lane: int
    x: float
    x2: float
    y: float
    size: float
    exact: bool
    label: str = ""
    label_y: float = 0.0
    leads: float = 0.0
    before: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """One band of the picture: its name, its top and bottom, how many marks it holds."""

    name: str
    top: float
    bottom: float
    marks: int


@dataclass(frozen=True, slots=True)
class Layout:
    """The whole picture: its first day and the day after its last, its lanes and marks, its height.

    Not in it are the `undated` rows, and those that lie far before or after all others (`earlier`, `later`).
    """

    first: date
    last: date
    width: float
    height: float
    lanes: tuple[Lane, ...]
    marks: tuple[Drawn, ...]
    undated: int
    earlier: int = 0
    later: int = 0

    @property
    def ends(self) -> date:
        """The last day that is drawn."""
        return self.last - timedelta(days=1)


@dataclass(slots=True)
class _Shelf:
    """The levels of a lane, each with the stretches that are taken on it."""

    levels: list[list[tuple[float, float]]] = field(default_factory=list)

    def place(self, x: float, x2: float) -> int:
        """The lowest level on which nothing stands between two points, which are taken from now on."""
        for number, taken in enumerate(self.levels):
            if free(taken, x, x2):
                taken.append((x, x2))
                return number
        self.levels.append([(x, x2)])
        return len(self.levels) - 1


def laid_out(rows: Sequence[Row], width: float, today: date | None = None) -> Layout | None:
    """Rows laid out on a picture of a width in pixels; None where none of them has a day, month or year.

    `today` is on the picture where that takes no more than a fifth of it.
    """
    things = [row for row in rows if row.kind != "trip"]
    dated = [(row, told) for row in things if (told := _stretch(row.when))]
    if not dated:
        return None
    first, last = _frame([told for _, told in dated], today)
    drawn = [(row, told) for row, told in dated if told[1] >= first and told[0] < last]
    scale = width / max(1, (last - first).days)
    lanes: list[Lane] = []
    marks: list[Drawn] = []
    top = 0.0
    for number, (key, name) in enumerate(LANES):
        mine = [
            (row, max(0.0, (begin - first).days * scale), min(width, ((end - first).days + 1) * scale))
            for row, (begin, end) in sorted(drawn, key=lambda one: one[1]) if _lane(row) == key
        ]  # fmt: skip
        if mine:
            made, height = _lane_of(mine, number, top, width, _COARSE * scale)
            marks += made
            lanes.append(Lane(name, top, top + height, len(mine)))
            top += height
    earlier = sum(told[1] < first for _, told in dated)
    later = len(dated) - len(drawn) - earlier
    return Layout(
        first, last, width, top, tuple(lanes), tuple(marks), len(things) - len(dated), earlier, later
    )  # fmt: skip


def _lane_of(
    mine: Sequence[tuple[Row, float, float]], number: int, top: float, width: float, coarse: float
) -> tuple[list[Drawn], float]:
    """The marks of one lane from its top down, and how high it is."""
    size = _MARK if _depth(_spots(mine, _MARK, width, coarse), coarse=False) <= _FEW else _SMALL
    spots = _spots(mine, size, width, coarse)
    labels, lines = labels_of(spots, width)
    floor, deep = _depth(spots, coarse=True) * (_THIN + _GAP), _depth(spots, coarse=False) * (size + _GAP)
    above = lines * (TEXT + 2) + (4 if lines else 0)
    height = max(_LOW, 6 + above + deep + floor + 6)
    ground = top + height - 6
    made = []
    for at, spot in enumerate(spots):
        pitch, high = (_THIN + _GAP, _THIN) if spot.coarse else (size + _GAP, size)
        y = ground - (0 if spot.coarse else floor) - (spot.level + 0.5) * pitch
        label, line, before = labels.get(at, ("", 0, False))
        label_y = ground - floor - deep - 4 - (line + 0.5) * (TEXT + 2)
        exact = spot.coarse or _exact(spot.row.when)
        made.append(
            Drawn(spot.row, number, spot.x, spot.x2, y, high, exact, label, label_y, spot.middle, before)
        )  # fmt: skip
    return made, height


def _spots(mine: Sequence[tuple[Row, float, float]], size: float, width: float, coarse: float) -> list[Spot]:
    """Marks side by side, and one above the other where they would touch."""
    fine, wide = _Shelf(), _Shelf()
    found: list[Spot] = []
    for row, begin, end in mine:
        x, x2 = begin, end
        far = not _exact(row.when) and x2 - x > coarse
        if x2 - x < size:
            middle = min(max((x + x2) / 2, size / 2), width - size / 2)
            x, x2 = middle - size / 2, middle + size / 2
        level = (wide if far else fine).place(x - _GAP / 2, x2 + _GAP / 2)
        found.append(Spot(row, x, x2, level, far))
    return found


def _depth(spots: Sequence[Spot], *, coarse: bool) -> int:
    return max((spot.level + 1 for spot in spots if spot.coarse == coarse), default=0)


def _lane(row: Row) -> str:
    if row.kind != "engagement":
        return f"{row.kind}s"
    level = row.level or ""
    if level in _LEADERS:
        return "leaders"
    if "minister" in level:
        return "ministers"
    return "officials" if level and level != "unknown" else "others"


def _stretch(told: str) -> Stretch | None:
    """The first and the last day that a date may mean; of an open one the day that is told."""
    found = bounds(told)
    if not found:
        return None
    begin, end = found
    begin, end = (end if begin == FIRST else begin), (begin if end == LAST else end)
    try:
        return date.fromisoformat(begin), date.fromisoformat(end)
    except ValueError:
        return None


def _exact(told: str) -> bool:
    """Whether days are told, and not a month or a year."""
    return all(len(end) == len("2026-08-14") for end in told.split("/") if end not in ("", ".."))


def _frame(stretches: Sequence[Stretch], today: date | None) -> Stretch:
    """The first day of the first month, and the first day after the last one."""
    begins = sorted(one[0] for one in stretches)
    ends = sorted(one[1] for one in stretches if (one[1] - one[0]).days <= _LONG) or [max(one[1] for one in stretches)]
    first, last = begins[0], ends[-1]
    if len(stretches) >= _FAR:
        few = max(1, len(stretches) * 3 // 100)
        # Cut where the few that lie outermost would take a fifth of the picture from all others; of what is newest, and
        # what is to come, only where it would take half.
        if (begins[few] - first).days * 5 > (last - first).days:
            first = begins[few]
        if (last - ends[max(0, len(ends) - 1 - few)]).days * 2 > (last - first).days:
            last = ends[max(0, len(ends) - 1 - few)]
    last = max(last, first)
    if today and last < today and (today - last).days * 4 <= (last - first).days:
        last = today
    return first.replace(day=1), date(last.year + last.month // 12, last.month % 12 + 1, 1)
