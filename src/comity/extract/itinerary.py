"""Journeys to several states: "to Istanbul and Ankara, Türkiye, March 4-5; Madrid, Spain, March 6-8"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from comity.lexicon import Hit
from comity.reading.mentions import Sentence
from comity.reading.time import DateMention

__all__ = ["Stop", "itinerary"]

_GAP = re.compile(
    r"^(?:[\s,;:()–-]|\b(?:\d{1,2}|and|the|to|then|on|from|in|at|as well as|followed by|finally|onward)\b)*$",
    re.IGNORECASE,
)
_EACH = re.compile(r",?\s+respectively\b")
_DAYS = re.compile(r",?\s+on\s+(?:the\s+)?(?:\d{1,2}(?:,\s*|,?\s+and\s+))+$")


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
    apart = _respectively(sentence, row[-1].end, len(stops)) if row else ()
    if apart:
        return [Stop(s.country, s.place, d) for s, d in zip(stops, apart, strict=True)]
    return [s if s.date else Stop(s.country, s.place, shared) for s in stops]


def _respectively(sentence: Sentence, at: int, count: int) -> tuple[DateMention, ...]:
    """`A and B on 3 and 5 March, respectively`: the dates behind the list, one for each stop."""
    behind = [d for d in sentence.dates if at <= d.start < at + 60]
    if not behind or _EACH.match(sentence.text, behind[-1].end) is None:
        return ()
    days = _DAYS.match(sentence.text[at : behind[0].start])
    first = behind[0].first
    if days is not None and first is not None:  # "3 and 5 March" is read as one day
        behind = [*(replace(behind[0], first=replace(first, day=int(d))) for d in re.findall(r"\d+", days[0])), *behind]
    return tuple(behind) if len(behind) == count else ()


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
