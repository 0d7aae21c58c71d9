"""Days and times as people write them on the command line."""

from __future__ import annotations

import click

from comity.model.days import days_of, moment_of

__all__ = ["DAY", "TIME"]


class Day(click.ParamType[str]):
    """A day, a month or a year of the calendar, as `2026-08-14`, `2026-08` or `2026`."""

    name = "date"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The day as it was written.

        Raises:
            click.BadParameter: there is no such day.
        """
        if days_of(value) is None:
            self.fail(f"{value!r} is no day: write it as 2026-08-14, 2026-08 or 2026", param, ctx)
        return value


class Time(click.ParamType[str]):
    """A time with or without a zone (UTC); a day, minute or second means all of it, as it is printed cut short."""

    name = "time"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The last moment that is meant, in UTC (ISO 8601 with microseconds).

        Raises:
            click.BadParameter: it is no time.
        """
        told = moment_of(value)
        if told is None:
            self.fail(f"{value!r} is no time: write it as 2026-08-14 or 2026-08-14T12:00", param, ctx)
        return told


DAY, TIME = Day(), Time()
