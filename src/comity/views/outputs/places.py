"""A map (GeoJSON, RFC 7946) of what took place where: points for things, lines for trips that went from place to place.

A thing stands where its place is; where only the state is told it stands in the middle of the state, and says so
(`"basis": "country"`). A trip is a line only through places that are known, on days that are known.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from comity.lexicon.load import HERE
from comity.lexicon.tables import table
from comity.linking.fates import awaited
from comity.linking.heads import accounts, head
from comity.linking.trips import Trip, trips
from comity.model import Entry
from comity.record.origins import Origin
from comity.views.entries import standing, status, when
from comity.views.outputs.quoted import quotes_of
from comity.views.wording import what

__all__ = ["Map", "map_of"]

Position = tuple[float, float]
"""Longitude and latitude in degrees, in this order."""


@dataclass(frozen=True, slots=True)
class Map:
    """The map as a GeoJSON object, and how many entries are left out of it, as no place is told."""

    document: dict[str, Any]
    left_out: int


def map_of(entries: Sequence[Entry], origins: Mapping[str, Origin], today: str) -> Map:
    """Entries as points, and trips between them as lines."""
    features: list[dict[str, Any]] = []
    placed: dict[str, Position] = {}
    left = 0
    for entry in entries:
        found = _place(entry)
        if found is None:
            left += 1
            continue
        position, basis = found
        if basis == "place":
            placed[entry.id] = position
        features.append(_feature("Point", position, _told(entry, origins, today) | {"basis": basis}))
    known = {entry.id: entry for entry in entries}
    met = trips([entry for entry in entries if entry.kind == "engagement"])
    features += [line for trip in met if (line := _line(trip, known, placed))]
    return Map({"type": "FeatureCollection", "features": features}, left)


def _told(entry: Entry, origins: Mapping[str, Origin], today: str) -> dict[str, Any]:
    one = head(entry)
    late = awaited(entry, today) is not None
    first = quotes_of(entry, origins, 1)[0]
    return {
        "entry": entry.id, "kind": entry.kind, "what": what(one), "when": when(one) or None,
        "status": status(one), "standing": standing(one, late=late), "parties": list(getattr(one, "parties", ())),
        "place": getattr(one, "place", None), "country": getattr(one, "place_country", None),
        "accounts": list(accounts(entry)), "releases": len(entry.releases), "claim": first.claim,
        "quote": first.quote, "issuer": first.by or None, "issued": first.issued, "url": first.url,
    }  # fmt: skip


def _place(entry: Entry) -> tuple[Position, str] | None:
    """Where an entry is: at its place, or in the middle of its state; a place is that of the telling that names it."""
    one = head(entry)
    place, country = getattr(one, "place", None), getattr(one, "place_country", None)
    for kept in entry.members:
        detail = getattr(kept.claim, "place_detail", None)
        if detail is None or detail.lat is None or detail.lon is None or getattr(kept.claim, "place", None) != place:
            continue
        return (detail.lon, detail.lat), "place"
    return (_centres()[country], "country") if country in _centres() else None


def _line(trip: Trip, known: Mapping[str, Entry], placed: Mapping[str, Position]) -> dict[str, Any] | None:
    """A trip through two places or more, on days that follow each other; None where their order is not told."""
    stops = sorted(
        (day, entry) for entry in {one.entry for one in trip.holds} & placed.keys()
        if len(day := when(head(known[entry]))) == len("2026-08-14")
    )  # fmt: skip
    if any(a == b and placed[one] != placed[other] for (a, one), (b, other) in pairwise(stops)):
        return None
    way: list[Position] = []
    for _, entry in stops:
        if placed[entry] not in way[-1:]:
            way.append(placed[entry])
    if len(way) < 2:
        return None
    told = {
        "kind": "trip", "person": trip.person, "visitor": trip.visitor, "country": trip.host, "basis": "place",
        "when": "/".join(dict.fromkeys((stops[0][0], stops[-1][0]))), "entries": [entry for _, entry in stops],
    }  # fmt: skip
    return _feature("LineString", way, told)


def _feature(shape: str, where: object, told: dict[str, Any]) -> dict[str, Any]:
    return {"type": "Feature", "geometry": {"type": shape, "coordinates": where}, "properties": told}


@cache
def _centres() -> dict[str | None, Position]:
    return {row["code"]: (float(row["lon"]), float(row["lat"])) for row in table(HERE / "data", "centres")}
