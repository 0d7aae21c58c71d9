"""What the grammar of time finds: words that name a date, with the parts that still wait to be resolved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from comity.reading.time.words import Unit

__all__ = ["Bound", "DateMention", "Kind", "Part"]

Kind = Literal[
    "day", "weekday", "week", "month", "quarter", "season", "year", "year_adjective", "fiscal_year", "decade",
    "range", "relative", "deadline", "vague",
]  # fmt: skip
Bound = Literal[
    "by", "before", "until", "since", "from", "after",
    "early", "mid", "late", "earlier", "later", "start", "end", "first half", "second half",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """One point of the calendar as printed: what is None was not said.

    With `unit` and `shift` it is counted from the `anchor` (the date of issue, or the date of the event that
    the sentence belongs to): last year is -1 year; March last year is the same with month 3.
    `which` is the nearest one before ("last March") or after ("next Friday") the date of issue.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    quarter: int | None = None
    season: int | None = None
    decade: int | None = None
    unit: Unit | None = None
    shift: int = 0
    which: Literal["last", "next"] | None = None
    anchor: Literal["issue", "event"] = "issue"


@dataclass(frozen=True, slots=True)
class DateMention:
    """Words that name a date: `printed == text[start - offset:end - offset]`.

    `first` is None where the words are a date that nobody can tell ("recently") or that is ambiguous;
    `last` is the other end of a printed range. `bound` is the outer limiting word ("by" in "by the end of
    2025"), `portion` the inner one ("end"). `flags`: `day_first` (08.09.2022 was read day first),
    `ambiguous` (9/8/2022 was not read).
    """

    start: int
    end: int
    printed: str
    kind: Kind
    first: Part | None = None
    last: Part | None = None
    bound: Bound | None = None
    portion: Bound | None = None
    flags: tuple[str, ...] = ()
