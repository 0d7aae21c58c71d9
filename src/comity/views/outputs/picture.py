"""A picture of a timeline, as SVG and PNG: what took place is filled, what is planned is hollow, by kind and level.

It is drawn without a network, dark on white, in colours that people with colour blindness can tell apart; what a colour
says, the lane's name says too. A day is a dot, a stretch of days a bar; what is told by its month or year alone is a
thin bar over all of it.
"""

from __future__ import annotations

import struct
import zlib
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

from comity.errors import PaperError
from comity.views import paper
from comity.views.outputs.fonts import SANS, family_of
from comity.views.outputs.layout import Layout, laid_out
from comity.views.outputs.shapes import Box, Word, height_of, shapes_of, width_of
from comity.views.paper.model import Picture
from comity.views.timeline import Row

__all__ = ["picture_of"]

_INCH, _DOTS, _PRINT, _POINTS = 25.4, 96, 300, 72
"""Millimetres an inch; the SVG's pixels, the PNG's dots, and the points that vl-convert counts in, an inch."""


def picture_of(
    rows: Sequence[Row], *, width_mm: float = 170.0, title: str = "", today: str | None = None
) -> Picture:  # fmt: skip
    """A timeline as a picture; its caption says in words what it shows.

    Args:
        rows: the rows of a timeline.
        width_mm: how wide it is on paper; its height follows from what it holds.
        title: stands above it.
        today: a day that is marked by a line (ISO 8601).

    Raises:
        PaperError: the libraries for pictures are missing, or nothing has a day, a month or a year.
    """
    altair, convert = _libraries()
    width = float(round(width_mm / _INCH * _DOTS))
    layout = laid_out(rows, width_of(width), date.fromisoformat(today) if today else None)
    if layout is None:
        raise PaperError("nothing to draw: none of it has a day, a month or a year", where=title)
    chart = _chart(altair, list(shapes_of(layout, title, today)), width, height_of(layout, title)).to_dict()
    fonts = Path(paper.__file__).parent / "fonts"
    if fonts.is_dir():  # else the fonts of the system are taken
        convert.register_font_directory(str(fonts))
    caption = _caption(layout, title)
    svg = _named(convert.vegalite_to_svg(chart), caption)
    png = convert.vegalite_to_png(chart, scale=_POINTS / _DOTS, ppi=_PRINT)
    return Picture(caption, svg, _described(png, caption))


def _chart(altair: Any, shapes: Sequence[Box | Word], width: float, height: float) -> Any:
    """Boxes and words as a chart without axes: all of it is placed already."""
    flat = altair.Scale(domain=[0, width], nice=False, zero=False)
    tall = altair.Scale(domain=[0, height], nice=False, zero=False, reverse=True)
    place = {"x": altair.X("x:Q", axis=None, scale=flat), "y": altair.Y("y:Q", axis=None, scale=tall)}
    paint = {"fill": altair.Fill("fill:N", scale=None), "stroke": altair.Stroke("stroke:N", scale=None)}
    alike: defaultdict[tuple[Any, ...], list[dict[str, Any]]] = defaultdict(list)
    for shape in shapes:
        look: tuple[Any, ...] = (shape.round,)  if isinstance(shape, Box) else (
            shape.size, shape.align, shape.colour, shape.bold, family_of(shape.text),
        )  # fmt: skip
        alike[look].append(asdict(shape))
    layers = []
    for look, values in alike.items():
        chart = altair.Chart(altair.Data(values=values))
        if len(look) == 1:
            drawn = chart.mark_rect(strokeWidth=1, cornerRadius=8 if look[0] else 0)
            layers.append(drawn.encode(**place, x2="x2:Q", y2="y2:Q", **paint))
        else:
            size, align, colour, bold, family = look
            style = {
                "font": family,
                "fontSize": size,
                "align": align,
                "color": colour,
                "fontWeight": "bold" if bold else "normal",
            }
            layers.append(chart.mark_text(baseline="middle", **style).encode(**place, text="text:N"))
    whole = altair.layer(*layers).properties(width=width, height=height, padding=0, autosize="none")
    return whole.configure(font=SANS, background="white", aria=False).configure_view(stroke=None)


def _caption(layout: Layout, title: str) -> str:
    """What the picture shows, for those who cannot see it."""
    standing = Counter(mark.row.standing for mark in layout.marks)
    words = {
        "held": "took place",
        "planned": "planned",
        "awaited": "past without news",
        "off": "cancelled or postponed",
    }
    told = ", ".join(f"{standing[one]:,} {said}" for one, said in words.items() if standing[one])  # type: ignore[index]
    lanes = ", ".join(f"{lane.name.lower()} {lane.marks:,}" for lane in layout.lanes)
    days = " to ".join(dict.fromkeys((f"{layout.first:%Y-%m}", f"{layout.ends:%Y-%m}")))
    far = f"; {layout.earlier + layout.later:,} more lie far from these" if layout.earlier or layout.later else ""
    undated = f"; {layout.undated:,} more have no date" if layout.undated else ""
    head = f"{title}: a timeline" if title else "A timeline"
    return f"{head} of {len(layout.marks):,} things from {days} ({told}); by kind and level: {lanes}{far}{undated}."


def _named(svg: str, caption: str) -> str:
    """The SVG with its caption as its name."""
    opening, end, rest = svg.partition(">")
    return f'{opening} role="img" aria-label="{escape(caption)}"{end}<title>{escape(caption)}</title>{rest}'


def _described(png: bytes, caption: str) -> bytes:
    """The PNG with its caption in it, as international text that begins behind its head."""
    told = b"Description\0\0\0\0\0" + caption.encode()
    chunk = struct.pack(">I", len(told)) + b"iTXt" + told + struct.pack(">I", zlib.crc32(b"iTXt" + told))
    head = len(b"\x89PNG\r\n\x1a\n") + 4 + 4 + 13 + 4
    return png[:head] + chunk + png[head:]


def _libraries() -> tuple[Any, Any]:
    try:
        import altair as alt  # noqa: PLC0415 - an extra
        import vl_convert  # noqa: PLC0415
    except ImportError as error:
        raise PaperError(
            "pictures need libraries", where=str(error.name), then="pip install 'comity[papers]'"
        ) from error
    return alt, vl_convert
