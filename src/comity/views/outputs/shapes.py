"""What a picture of a timeline is made of: boxes and words, each at its place in pixels from the upper left corner."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from comity.views.entries import Standing
from comity.views.outputs.layout import Drawn, Layout

__all__ = ["Box", "Word", "height_of", "shapes_of", "width_of"]

_COLOURS = ("#0072B2", "#00805C", "#6A5ACD", "#6E6E6E", "#C44E00", "#A23B72")
"""One a lane, after Okabe and Ito, darkened so that a hollow mark is not faint on white."""
_INK, _SOFT, _LINE, _LEAD, _BAND, _PALE = "#1a1a1a", "#595959", "#e2e2e2", "#a6a6a6", "#f6f6f6", "#cfcfcf"
_LEFT, _RIGHT, _TITLE, _TOP, _FOOT = 134.0, 14.0, 26.0, 4.0, 58.0
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120)
_TICK = 48.0
"""So many pixels are left for the name of a month or year."""
_LEGEND: tuple[tuple[Standing, str], ...] = (
    ("held", "took place"), ("planned", "planned"), ("awaited", "day past, no news"), ("off", "cancelled, postponed"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; `round` ones are marks."""

    x: float
    y: float
    x2: float
    y2: float
    fill: str
    stroke: str
    round: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """Words at a point: their middle is at `y`, and `x` is where they begin, end or have their middle."""

    x: float
    y: float
    text: str
    size: float = 9.0
    align: str = "left"
    colour: str = _INK
    bold: bool = False


def width_of(picture: float) -> float:
    """How much of a picture's width the time has."""
    return picture - _LEFT - _RIGHT


def height_of(layout: Layout, title: str) -> float:
    """How high the whole picture is."""
    return (_TITLE if title else _TOP) + layout.height + _FOOT


def shapes_of(layout: Layout, title: str, today: str | None) -> Iterator[Box | Word]:
    """All of a picture, what lies below first."""
    top = _TITLE if title else _TOP
    right, ground = _LEFT + layout.width, top + layout.height
    if title:
        yield Word(4, top / 2, title, 12.5, bold=True)
    for number, lane in enumerate(layout.lanes):
        if number % 2 == 0:
            yield Box(0, top + lane.top, right + _RIGHT, top + lane.bottom, _BAND, _BAND)
    yield from _axis(layout, top, ground)
    for lane in layout.lanes:
        middle = top + (lane.top + lane.bottom) / 2
        yield Word(4, middle - 6, lane.name, 9.5, bold=True)
        yield Word(4, middle + 6, f"{lane.marks:,}", 9, colour=_SOFT)
    if today and layout.first <= date.fromisoformat(today) <= layout.last:
        at = _LEFT + (date.fromisoformat(today) - layout.first).days * _scale(layout)
        yield Box(at, top, at + 0.8, ground, _INK, "transparent")
        yield Word(min(at, right), ground + 21, today, 8.5, "right" if at > right - 28 else "center")
    for mark in layout.marks:
        if mark.label:
            x = _LEFT + mark.leads
            yield Box(x - 0.35, top + mark.label_y - 4, x + 0.35, top + mark.y, _LEAD, "transparent")
    for mark in layout.marks:
        yield from _mark(mark, top)
    yield from _legend(layout, ground + 32)


def _mark(mark: Drawn, top: float) -> Iterator[Box | Word]:
    colour = _COLOURS[mark.lane % len(_COLOURS)]
    high = mark.size if mark.exact else mark.size * 0.42
    y, x, x2 = top + mark.y, _LEFT + mark.x, _LEFT + mark.x2
    yield from _sign(mark.row.standing, x, x2, y, high, colour)
    if mark.label:
        x, align = (mark.leads - 2, "right") if mark.before else (mark.leads + 2, "left")
        yield Word(_LEFT + x, top + mark.label_y, mark.label, align=align)


def _sign(standing: Standing, x: float, x2: float, y: float, high: float, colour: str) -> Iterator[Box | Word]:
    """Filled, hollow, pale or crossed."""
    if standing == "off":
        yield Word((x + x2) / 2, y, "×", max(10.0, high * 1.5), "center", _INK)
        return
    fill = {"held": colour, "planned": "#ffffff", "awaited": _PALE}[standing]
    yield Box(x + 0.5, y - high / 2 + 0.5, x2 - 0.5, y + high / 2 - 0.5, fill, colour, round=True)


def _axis(layout: Layout, top: float, ground: float) -> Iterator[Box | Word]:
    """Lines at the beginnings of months or years, as many as have room for their names."""
    months = (layout.last.year - layout.first.year) * 12 + layout.last.month - layout.first.month
    step = next((s for s in _STEPS if layout.width / max(1, months / s) >= _TICK), _STEPS[-1])
    year, month = layout.first.year, layout.first.month
    for ahead in range(months + 1):
        of_year, number = divmod(month - 1 + ahead, 12)
        if ((year + of_year) * 12 + number) % step:
            continue
        x = _LEFT + (date(year + of_year, number + 1, 1) - layout.first).days * _scale(layout)
        yield Box(x, top, x + 0.7, ground + 4, _LINE, "transparent")
        told = f"{year + of_year}" if step >= 12 or number == 0 else _MONTHS[number]
        if step < 12 and ahead == 0 and number:
            told = f"{told} {year}"
        if x < _LEFT + layout.width - 8:
            yield Word(x + 2, ground + 9, told, 9, bold=told.isdigit())
    yield Box(_LEFT, ground, _LEFT + layout.width, ground + 0.9, _SOFT, "transparent")


def _legend(layout: Layout, y: float) -> Iterator[Box | Word]:
    x, colour = 4.0, _COLOURS[0]
    shown = {mark.row.standing for mark in layout.marks}
    for standing, words in _LEGEND:
        if standing in shown:
            yield from _sign(standing, x, x + 8, y, 8, colour)
            yield Word(x + 12, y, words, 9, colour=_SOFT)
            x += 24 + 4.7 * len(words)
    if any(not mark.exact for mark in layout.marks):
        yield from _sign("held", x, x + 26, y, 8 * 0.42, colour)
        yield Word(x + 30, y, "day not told: all of the month or year", 9, colour=_SOFT)
    left_out = [
        f"{number:,} {words}"
        for number, words in ((layout.undated, "without a date"), (layout.earlier, "earlier"), (layout.later, "later"))
        if number
    ]
    if left_out:
        yield Word(4, y + 14, f"not drawn: {', '.join(left_out)}", 9, colour=_SOFT)


def _scale(layout: Layout) -> float:
    return layout.width / max(1, (layout.last - layout.first).days)
