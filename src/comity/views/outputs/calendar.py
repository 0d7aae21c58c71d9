"""A calendar (iCalendar, RFC 5545) of what is planned: events of whole days, each with the words it rests on.

Only what is told to the day stands in it. A thing that is told by its month, its season or its year alone is left out
and counted: a day is not invented for it, and a banner over a whole month would be read as an event of a month.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from comity.errors import PaperError
from comity.linking.fates import awaited
from comity.linking.heads import accounts, head
from comity.model import Agreement, Claim, Engagement, Entry, Exercise
from comity.record.origins import Origin
from comity.views.entries import parties, standing, status, when, where
from comity.views.outputs.quoted import Quoted, quotes_of, told_by
from comity.views.wording import what

__all__ = ["Calendar", "calendar_of"]

_MADE_BY = "-//Comity//comity timeline//EN"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_ASKED = {"proposed": "Proposed: ", "invited": "Invited: ", "negotiating": "In negotiation: "}


@dataclass(frozen=True, slots=True)
class Calendar:
    """The document, how many events it holds, and what is left out of it, as no day is told: the date, and of what."""

    document: bytes
    events: int
    left_out: tuple[tuple[str, str], ...]


def calendar_of(
    entries: Sequence[Entry], origins: Mapping[str, Origin], today: str, *, title: str, held: bool = False
) -> Calendar:
    """Entries as events of whole days; what is planned, awaited, cancelled or postponed, and with `held` all.

    An event keeps its identity from one calendar to the next (its entry's id), and its stamp is the day of issue of the
    last release that tells of it: the same record gives the same bytes.

    Raises:
        PaperError: the library for calendars is missing.
    """
    icalendar = _library()
    calendar = icalendar.Calendar()
    calendar.add("prodid", _MADE_BY)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", title)
    left: list[tuple[str, str]] = []
    for entry in entries:
        one = head(entry)
        if not isinstance(one, Engagement | Exercise | Agreement):
            continue
        if standing(one) == "held" and not held:
            continue
        days = _days(when(one))
        if days is None:
            left.append((when(one), what(one)))
        else:
            calendar.add_component(_event(icalendar, entry, one, days, quotes_of(entry, origins), today))
    return Calendar(calendar.to_ical(), len(calendar.subcomponents), tuple(left))


def _event(
    icalendar: Any, entry: Entry, one: Claim, days: tuple[date, date], quotes: Sequence[Quoted], today: str
) -> Any:
    late = awaited(entry, today)
    event = icalendar.Event()
    event.add("uid", f"{entry.id}@comity")
    stamp = _stamp(entry)
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("sequence", max(0, len(entry.releases) - 1))
    event.add("dtstart", days[0])
    event.add("dtend", days[1] + timedelta(days=1))  # the first day after it, as the standard has it
    event.add("transp", "TRANSPARENT")  # it tells of a day, and does not take up the reader's own
    event.add("summary", f"{_before(one, late=late is not None)}{parties(one)}: {what(one)}")
    event.add("status", _status(entry, one, late=late is not None))
    event.add("categories", [entry.kind])
    if place := where(one):
        event.add("location", place)
    if url := next((told.url for told in quotes if told.url), None):
        event.add("url", url)
    lines = [f"{status(one)}, {told_by(entry)}", *_open(when(one)), *_worked_out(one)]
    if late:
        lines.append(late.reason)
    for told in quotes:
        words = f"“{told.quote}” " if told.quote else ""
        lines += ["", f"{words}({told.source})", *([told.url] if told.url else [])]
    event.add("description", "\n".join([*lines, "", f"Comity entry {entry.id}"]))
    return event


def _before(one: Claim, *, late: bool) -> str:
    told = getattr(one, "status", "")
    if standing(one) == "off":
        return f"{told.capitalize()}: "
    return "Awaited: " if late else _ASKED.get(told, "")


def _status(entry: Entry, one: Claim, *, late: bool) -> str:
    """Confirmed is what took place, and what all of its parties say is planned; one side's word is tentative."""
    stands = standing(one, late=late)
    if stands == "off":
        return "CANCELLED"
    agreed = set(getattr(one, "parties", ())) <= set(accounts(entry)) and getattr(one, "status", "") == "planned"
    return "CONFIRMED" if stands == "held" or (stands == "planned" and agreed) else "TENTATIVE"


def _open(told: str) -> list[str]:
    if told.startswith("../"):
        return ["Only the last day is told."]
    return ["Only the first day is told."] if told.endswith("/..") else []


def _worked_out(one: Claim) -> list[str]:
    """The printed words, where the days are not printed as they stand ("next week" is one of its days, or all)."""
    told = getattr(one, "when", None)
    return [f"The days are worked out from “{told.printed}”."] if told and told.basis != "text" and told.printed else []


def _days(told: str) -> tuple[date, date] | None:
    """The first and the last day, where days are told; of an open stretch the one that is."""
    ends = [end for end in told.split("/") if end not in ("", "..")]
    try:
        days = [date.fromisoformat(end) for end in ends if len(end) == len("2026-08-14")]
    except ValueError:
        return None
    if not days or len(days) < len(ends) or days[0] > days[-1]:
        return None
    return days[0], days[-1]


def _stamp(entry: Entry) -> datetime:
    told = [kept.issued for kept in entry.members if kept.issued and len(kept.issued) == len("2026-08-14")]
    return datetime.fromisoformat(max(told)).replace(tzinfo=UTC) if told else _EPOCH


def _library() -> Any:
    try:
        import icalendar  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise PaperError("calendars need a library", where="icalendar", then="pip install 'comity[papers]'") from error
    return icalendar
