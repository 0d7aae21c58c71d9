"""Settles when and where a release was issued, from the metadata, the masthead and the first sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from comity.lexicon import Lexicon
from comity.model import CalendarDate, Notice, When
from comity.sources.calendars import LocalDate, compared, find_local_dates
from comity.sources.datelines import Dateline, read_dateline
from comity.sources.dates import PrintedDate, find_dates, is_instant
from comity.sources.lines import Line
from comity.sources.profile import GENERIC, Profile, profiles

__all__ = ["Issue", "settle_issue"]

_STALE = re.compile(r"(?:last )?(?:updated|modified|reviewed)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Issue:
    """When and where, the local calendars, and what disagrees."""

    when: When | None
    place: str | None
    calendars: tuple[CalendarDate, ...]
    warnings: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """A date of issue that is told, how it is told, and where in the text."""

    day: date
    printed: str
    basis: Literal["text", "dateline"]
    start: int | None = None
    end: int | None = None
    instant: bool = False


def settle_issue(
    metadata: Mapping[str, str],
    head: Sequence[Line],
    opening: Dateline | None,
    profile: Profile,
    lexicon: Lexicon,
) -> Issue:
    """The date the metadata tells, or else the first that the masthead prints; the place of issue likewise.

    A moment of the metadata with its time zone gives way to a neighbouring day that is printed.
    """
    told = _metadata_date(metadata, profile)
    printed = list(_printed_dates(head, opening, profile, lexicon))
    first = printed[0] if printed else None
    warnings: list[Notice] = []
    if told and first and told.day != first.day:
        if told.instant and abs((told.day - first.day).days) == 1:
            told = first
        else:
            message = f"the metadata says {told.day.isoformat()}, the text prints {first.printed}"
            warnings.append(Notice("date_disagrees", message, first.start, first.end))
    chosen = told or first
    local = [(line, found) for line in head for found in find_local_dates(line.text)]
    day = chosen.day if chosen else None
    calendars = tuple(made for made, _ in compared((found for _, found in local), day))
    warnings.extend(_disagreements(local, day))
    if chosen:
        when: When | None = When(chosen.day.isoformat(), "day", chosen.basis, chosen.printed)
    elif local:
        found = local[0][1]
        when = When(found.day.isoformat(), "day", "text", found.printed, found.calendar)
    else:
        when = None
        warnings.append(Notice("date_missing", "no date of issue is told, so relative dates stay open"))
    return Issue(when, _place(metadata, head, opening, profile, lexicon), calendars, tuple(warnings))


def _metadata_date(metadata: Mapping[str, str], profile: Profile) -> _Told | None:
    for key in ("date", "posted"):
        value = metadata.get(key, "").strip()
        found = find_dates(value, day_first=profile.day_first)
        if found:
            return _Told(found[0].day, value, "text", instant=is_instant(value))
    return None


def _printed_dates(
    head: Sequence[Line],
    opening: Dateline | None,
    profile: Profile,
    lexicon: Lexicon,
) -> Iterator[_Told]:
    """Dates of the masthead in the order of trust: "Posted on" lines, then datelines."""
    posted = (*profile.posted, *profiles()[GENERIC].posted)
    datelines: list[_Told] = []
    for line in head:
        if _STALE.match(line.text):
            continue
        if any(pattern.fullmatch(line.text) for pattern in posted):
            yield from (_told(line, found, "text") for found in find_dates(line.text, day_first=profile.day_first))
            continue
        dateline = read_dateline(line.text, profile, lexicon) or (opening if _opens(line, opening) else None)
        if dateline:
            datelines.extend(_told(line, found, "dateline") for found in dateline.dates)
    yield from datelines


def _opens(line: Line, opening: Dateline | None) -> bool:
    return bool(opening and opening.place and line.text.startswith(opening.place))


def _told(line: Line, found: PrintedDate, basis: Literal["text", "dateline"]) -> _Told:
    return _Told(found.day, found.printed, basis, line.start + found.start, line.start + found.end)


def _disagreements(local: Sequence[tuple[Line, LocalDate]], day: date | None) -> Iterator[Notice]:
    for (line, found), (made, apart) in zip(local, compared((f for _, f in local), day), strict=True):
        place = line.start + found.start, line.start + found.end
        if not made.agrees:
            yield Notice(
                "calendar_disagrees",
                f"{made.printed} is {made.date}, {apart} days from the date of issue",
                *place,
            )
        elif apart:
            yield Notice(
                "calendar_near",
                f"{made.printed} is {made.date} by calculation, a day from the date of issue",
                *place,
            )


def _place(
    metadata: Mapping[str, str],
    head: Sequence[Line],
    opening: Dateline | None,
    profile: Profile,
    lexicon: Lexicon,
) -> str | None:
    """The place of a dateline, else of the metadata, else of a "Posted on" line."""
    for line in head:
        dateline = read_dateline(line.text, profile, lexicon)
        if dateline and dateline.place:
            return dateline.place
    if opening and opening.place:
        return opening.place
    if metadata.get("place"):
        return metadata["place"].strip()
    for value in (*(line.text for line in head), metadata.get("posted", ""), metadata.get("date", "")):
        for pattern in profile.posted:
            match = pattern.fullmatch(value.strip())
            if match and match.groupdict().get("place"):
                return match["place"]
    return None
