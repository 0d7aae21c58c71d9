"""Journeys to several states: "to Istanbul and Ankara, Türkiye, March 4-5; Madrid, Spain, March 6-8"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from comity.lexicon import Hit
from comity.reading.mentions import Sentence
from comity.reading.time import DateMention

__all__ = ["Stop", "itinerary"]

_GAP = re.compile(
    r"^(?:[\s,;:()–-]|\b(?:\d{1,2}|and|the|to|then|on|from|in|at|as well as|followed by|finally|onward)\b)*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stop:
    """One state of a journey: its city (None where only the state is told) and the date printed for it."""

    country: str
    place: str | None
    date: DateMention | None


def itinerary(start: int, sentence: Sentence) -> list[Stop]:
    """The states that follow each other in a list from an offset on; a single one is no journey."""
    row = _row(start, sentence)
    groups: list[list[Hit]] = []
    for hit in row:
        code = _code(hit)
        if groups and _code(groups[-1][0]) == code:
            groups[-1].append(hit)
        else:
            groups.append([hit])
    stops = []
    for number, group in enumerate(groups):
        after = group[-1].end
        until = groups[number + 1][0].start if number + 1 < len(groups) else after + 40
        date = next((d for d in sentence.dates if after <= d.start < until), None)
        cities = [h.printed for h in group if h.reading("state") is None]
        stops.append(Stop(_code(group[0]) or "", " and ".join(cities) or None, date))
    shared = stops[-1].date if stops else None
    return [s if s.date else Stop(s.country, s.place, shared) for s in stops]


def _row(start: int, sentence: Sentence) -> list[Hit]:
    """Places in a row from `start`, with nothing but joining words and dates between them."""
    row: list[Hit] = []
    for hit in sentence.hits:
        if hit.start < start or _code(hit) is None:
            continue
        at = row[-1].end if row else start
        gap = sentence.text[at : hit.start]
        for date in sentence.dates:
            if at <= date.start and date.end <= hit.start:
                gap = gap.replace(date.printed, " ")
        if not _GAP.match(gap) and (row or len(gap) > 12):
            break
        row.append(hit)
    return row


def _code(hit: Hit) -> str | None:
    name = hit.reading("state", "capital", "place")
    return name.code if name and name.code else None
