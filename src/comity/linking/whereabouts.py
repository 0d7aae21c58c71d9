"""Where a thing was, and where a promise says that it is to be."""

from __future__ import annotations

import re

from comity.linking.aims import hits_in
from comity.linking.targets import Target
from comity.model import Engagement

__all__ = ["stands", "states_told", "where"]


def where(target: Target, claims: list[Engagement]) -> tuple[float, str] | None:
    """The place: the one the promise names speaks for it, another state against it, another city a little."""
    places = {c.place for c in claims if c.place}
    states = {c.place_country for c in claims if c.place_country}
    told, cities = states_told(target), _cities_told(target)
    if any(stands(place, target.text) for place in places):
        return 0.2, "in the place that the promise names"
    if not told or not states:
        return 0.0, ""
    if not states & told:
        return None
    return (-0.1, "") if cities and places else (0.15, "in the state that the promise names")


def stands(place: str, text: str) -> bool:
    """Whether the text names the place, told as "Pune" or "Pune, Maharashtra"."""
    return bool(re.search(rf"\b{re.escape(place.partition(',')[0])}\b", text))


def _cities_told(target: Target) -> frozenset[str]:
    """The states of the cities that the promise names, where it names no capital."""
    hits = [n for h in hits_in(target.text) for n in h.names]
    capital = any(n.kind == "capital" for n in hits)
    return frozenset(n.row["country"] for n in hits if n.kind == "place" and not capital)


def states_told(target: Target) -> frozenset[str]:
    """The states in which it is to be: those of the places named; where a visit is promised, those named."""
    names = [n for h in hits_in(target.text) for n in h.names]
    said = {n.code for n in names if n.kind == "capital" or (n.kind == "state" and target.visit)}
    return _cities_told(target) | said
