"""What two parties, or one, did and plan to do, in the order of time; a trip holds what took place on it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from comity.linking.fates import awaited
from comity.linking.heads import accounts, head
from comity.linking.trips import Trip, trips
from comity.model import Entry
from comity.views.entries import Standing, parties, standing, status, when, where, who
from comity.views.wording import what

__all__ = ["COLUMNS", "KINDS", "Row", "row_shape", "rows_of"]

KINDS = ("engagement", "exercise", "agreement")
"""What has a place in time; promises stand in the ledger."""
COLUMNS = ("when", "where", "who", "what", "status", "accounts", "releases", "entry", "depth")
_UNTOLD = "9999"


@dataclass(frozen=True, slots=True)
class Row:
    """One entry, or a trip that no release tells of as a visit (`entry` None); `depth` 1 is inside a trip.

    `status` is its word as it is read, `standing` what that comes to; `name` is the proper name alone, '' without one.
    """

    when: str
    where: str
    who: str
    people: str
    what: str
    status: str
    accounts: tuple[str, ...]
    releases: int
    quote: str
    entry: str | None
    depth: int = 0
    kind: str = "trip"
    level: str | None = None
    standing: Standing = "held"
    name: str = ""
    edition: int | None = None


def rows_of(
    entries: Sequence[Entry], today: str, *, first: str | None = None, last: str | None = None,
    kinds: Collection[str] = KINDS,
) -> list[Row]:  # fmt: skip
    """The entries of some kinds as rows, by day; those without a day come last.

    Args:
        entries: the entries to show.
        today: the day by which a planned thing that nothing more is told of is awaited (ISO 8601).
        first: leave out what was over before this day.
        last: leave out what begins after this day.
        kinds: the kinds of entries to show.
    """
    shown = {entry.id: entry for entry in entries if entry.kind in kinds}
    found: list[tuple[tuple[str, int], list[Row]]] = []
    inside: set[str] = set()
    for trip in trips([entry for entry in shown.values() if entry.kind == "engagement"]):
        held = [one.entry for one in trip.holds if one.entry in shown and one.entry not in inside]
        if len(held) > 1:
            inside |= set(held)
            found.append(_trip(trip, [shown[one] for one in held], today))
    for entry in shown.values():
        if entry.id not in inside:
            row = _row(entry, today)
            found.append((_order(row.when), [row]))
    within = [rows for _, rows in sorted(found, key=lambda one: (one[0], one[1][0].what)) if _within(rows, first, last)]
    return [row for rows in within for row in rows]


def row_shape(row: Row) -> dict[str, Any]:
    """A row as JSON."""
    return {
        "when": row.when or None, "where": row.where or None, "who": row.who, "people": row.people or None,
        "what": row.what, "status": row.status, "accounts": list(row.accounts), "releases": row.releases,
        "quote": row.quote, "entry": row.entry, "depth": row.depth, "kind": row.kind, "level": row.level,
    }  # fmt: skip


def _trip(trip: Trip, held: Sequence[Entry], today: str) -> tuple[tuple[str, int], list[Row]]:
    """A trip's own row, then what it holds by day."""
    visit = next((entry for entry in held if entry.id == trip.visit), None)
    days = "/".join(dict.fromkeys(day for day in (trip.first, trip.last) if day))
    if visit is not None:
        top = _row(visit, today)
    else:
        told = f"{trip.person or trip.visitor} in {trip.host}"
        quote = held[0].members[0].claim.quote
        releases = len({release for entry in held for release in entry.releases})
        whose = tuple(sorted({party for entry in held for party in accounts(entry)}))
        top = Row(days, trip.host, f"{trip.visitor}, {trip.host}", "", told, "trip", whose, releases, quote, None)
    below = sorted(
        (_row(entry, today, 1) for entry in held if entry is not visit), key=lambda r: (_order(r.when), r.what)
    )
    return _order(top.when or days), [top, *below]


def _row(entry: Entry, today: str, depth: int = 0) -> Row:
    one = head(entry)
    late = awaited(entry, today)
    told = f"awaited since {late.since}" if late else status(one)
    return Row(
        when(one), where(one), parties(one), who(one), what(one), told, accounts(entry), len(entry.releases),
        one.quote, entry.id, depth, entry.kind, getattr(one, "level", None), standing(one, late=late is not None),
        getattr(one, "name", None) or getattr(one, "series", None) or "", getattr(one, "edition", None),
    )  # fmt: skip


def _order(day: str) -> tuple[str, int]:
    """By the first day that is told; a month stands before its days, an open beginning by its end."""
    first, _, last = day.partition("/")
    known = first if first not in ("", "..") else last
    return (known or _UNTOLD, -len(day))


def _within(rows: Sequence[Row], first: str | None, last: str | None) -> bool:
    days = [day for row in rows for day in _days(row.when)]
    if not days:
        return first is None and last is None
    return (first is None or max(days) >= first[: len(max(days))]) and (last is None or min(days)[: len(last)] <= last)


def _days(told: str) -> Iterator[str]:
    return (day for day in told.split("/") if day not in ("", ".."))
