"""The days on which an engagement is looked for: those that its telling gives, or those around the day of issue."""

from __future__ import annotations

import re
from calendar import month_name

from comity.linking.company import folded
from comity.linking.days import OPEN_DAYS, Days, days_of
from comity.model import Engagement, Kept

__all__ = ["around", "borrowed", "told_days"]

_NEAR = frozenset({"readout", "curtain_raiser", "report", "joint_text", "statement", "fact_sheet"})
"""Genres that tell of what is at hand: what has no date there is near the day of issue."""

_LONGEST = 370
"""What is told to have gone on for longer has its days from something else."""

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MONTHS = tuple(month_name)
_IN_NAME = re.compile(rf"\b(?:({'|'.join(_MONTHS[1:])}) )?((?:19|20)\d\d)\b")

_MEETING = (3, 10)
_VISIT = (21, 45)
_BY_NAME = (60, 120)
_DIALOGUE = (60, 400)
"""Days before and after the issue in which that is looked for which has no date: what is rarer is sought farther."""


def told_days(kept: Kept, claim: Engagement) -> Days | None:
    """The days as told; None where none are, or none that its own words can mean.

    A month or year that its words do not give was told of something beside it, and the year that they give instead, or
    that its name bears, is its own; what began long before the release and has no end is `since` then, and no
    engagement.
    """
    days = days_of(claim.when.edtf) if claim.when else None
    named = _of_name(claim.name or "")
    if named is not None and days is None:
        issue = days_of(kept.issued)
        return None if issue is not None and issue.within(named) else named
    if named is not None and days is not None and days.gap(named):
        return named
    if (days is None or days.grain != "day") and borrowed(claim):
        years = sorted(set(_YEAR.findall(claim.quote)))
        return days_of(years[0]) if len(years) == 1 else None
    if days is None or days.length > _LONGEST:
        return None
    issue = days_of(kept.issued)
    if not days.ended and issue is not None and issue.first - days.last > OPEN_DAYS:
        return named
    return days


def _of_name(name: str) -> Days | None:
    """The month or year that a name bears: `the May 2031 Summit`."""
    told = _IN_NAME.search(name)
    if told is None:
        return None
    month, year = told.groups()
    return days_of(f"{year}-{_MONTHS.index(month):02}" if month else year)


def borrowed(claim: Engagement) -> bool:
    """Whether its day stands in other words than those that tell of it."""
    if claim.when is None or claim.when.basis not in ("text", "relative"):
        return False
    printed = folded(claim.when.printed)
    return not any(printed in folded(one.quote) for one in claim.evidence)


def around(kept: Kept, kind: str, *, came: bool, named: bool) -> Days | None:
    """The days around the issue in which something without a date is looked for, where that is told at all.

    In a release that tells of what is to come, even what is told as having been may yet be.
    """
    issue = days_of(kept.issued)
    if issue is None or not (named or kept.genre in _NEAR):
        return None
    ago, ahead = _BY_NAME if named else _DIALOGUE if kind == "dialogue" else _VISIT if kind == "visit" else _MEETING
    if came:
        return Days(issue.first - ago, issue.last + (ahead if kept.genre == "curtain_raiser" else 0))
    return Days(issue.first, issue.last + ahead)
