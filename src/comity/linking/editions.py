"""The calendar of a series: its holdings by year and number, with the finest date and the place that are told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from comity.linking.days import days_of
from comity.linking.holdings import exercise_of, holding_of
from comity.linking.stretches import years
from comity.model import Entry

__all__ = ["Edition", "calendar"]


@dataclass(frozen=True, slots=True)
class Edition:
    """One holding in the calendar of its series; `year` is None where none is told, and `date` is the finest told."""

    entry: str
    series: str | None
    number: int | None
    year: int | None
    date: str | None
    place: str | None
    status: str


def calendar(entries: Iterable[Entry]) -> tuple[Edition, ...]:
    """The holdings among `entries` by series, time and number; what is told of a series only is left out."""
    found = [_edition(entry) for entry in entries if not holding_of(entry.members[0]).general]
    return tuple(
        sorted(found, key=lambda e: (e.series or "", e.year or 9999, e.date or "9999", e.number or 0, e.entry))
    )


def _edition(entry: Entry) -> Edition:
    claims = [exercise_of(kept) for kept in entry.members]
    told = [holding_of(kept) for kept in entry.members]
    dated = [(h.days, c.when.edtf if c.when else None) for h, c in zip(told, claims, strict=True) if h.days]
    days, edtf = min(dated, key=lambda d: (d[0].length, d[0].first), default=(None, None))
    places = Counter(claim.place for claim in claims if claim.place)
    first = years(days)[0] if days else None
    return Edition(
        entry=entry.id,
        series=next((h.series.name for h in told if h.series), None),
        number=next((h.number for h in told if h.number is not None), None),
        year=first,
        date=edtf if days and days_of(edtf) == days else (str(first) if first else None),
        place=min(places, key=lambda p: (-places[p], p), default=None),
        status=_status([h.status for h in told]),
    )


def _status(told: Sequence[str]) -> str:
    """Held or under way where any release says so; else what was said last, as a plan may be moved or called off."""
    return next((status for status in ("held", "ongoing") if status in told), told[-1])
