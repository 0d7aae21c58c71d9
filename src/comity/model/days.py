"""Days and times as people write them, and the first and last that each may mean."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, date, datetime, time

__all__ = ["days_of", "moment_of"]

_TOLD = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_FRACTION = re.compile(r"[.,]\d+")
_ZONE = re.compile(r"(?:Z|[+-][\d:.]+)$")


def days_of(told: str) -> tuple[date, date] | None:
    """The first and the last day of `2026-08-14`, `2026-08` or `2026`; None where it is no such day."""
    match = _TOLD.fullmatch(told)
    if match is None:
        return None
    year, month, day = (int(part or 0) for part in match.groups())
    try:
        first = date(year, 1 if match[2] is None else month, 1 if match[3] is None else day)
        last = date(year, 12 if match[2] is None else month, 1)
        last = first if match[3] else last.replace(day=monthrange(last.year, last.month)[1])
    except ValueError:
        return None
    return first, last


def moment_of(told: str) -> str | None:
    """The last moment that a time means, in UTC (ISO 8601 with microseconds); None where it is no time.

    It may have a zone, else it is UTC. A day, minute or second means all of it, as it is printed cut short.
    """
    try:
        return _end(told).astimezone(UTC).isoformat(timespec="microseconds")
    except (ValueError, OverflowError):
        return None


def _end(told: str) -> datetime:
    try:
        return datetime.combine(date.fromisoformat(told), time.max, UTC)
    except ValueError:
        moment = datetime.fromisoformat(told)
    if not moment.tzinfo:
        moment = moment.replace(tzinfo=UTC)
    clock = _ZONE.sub("", re.split(r"[T ]", told, maxsplit=1)[-1])
    if _FRACTION.search(clock):
        return moment
    digits = len(re.sub(r"\D", "", clock))
    return moment.replace(
        minute=moment.minute if digits >= 4 else 59, second=moment.second if digits >= 6 else 59, microsecond=999999
    )
