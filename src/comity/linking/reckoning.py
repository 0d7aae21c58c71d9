"""The days on which an engagement is looked for: those that its telling gives, or those around the day of issue."""

from __future__ import annotations

import re
from calendar import day_name, month_name
from dataclasses import replace
from datetime import date

from comity.linking.company import folded
from comity.linking.days import OPEN_DAYS, Days, days_of, edtf_of
from comity.linking.misdated import of_another
from comity.model import Engagement, Kept

__all__ = ["around", "borrowed", "elsewhere", "in_passing", "told_days"]

_NEAR = frozenset({"readout", "curtain_raiser", "report", "joint_text", "statement", "fact_sheet"})
"""Genres that tell of what is at hand: what has no date there is near the day of issue."""

_LONGEST = 370
"""What is told to have gone on for longer has its days from something else."""

_A_WEEK, _A_MONTH, _A_YEAR = 7, 31, 365

_BOUND = frozenset({"last", "next", "past", "previous", "ago", "since", "this", "coming", "year", "years", "later"})
"""Words that say of a month or weekday which one it is."""

_WEEKDAYS = frozenset(name.casefold() for name in day_name)
_MONTH_NAMES = frozenset(name.casefold() for name in month_name if name)

_TO_COME = re.compile(
    r"(?:\b(?:will|shall|(?:up|forth)?coming(?: up)?|going to|to be|ahead|hopes?|looks? forward|plans?|"
    r"when (?:we|they|leaders))|[’']ll)\b"
)
"""Words that tell of what is to come, whatever was read of the verb that names it."""

_PAST = re.compile(r"\b(?:met|held|had|has|have|was|were|spoke|took|\w+ed)\b")

_PREPARED = re.compile(
    r"\b(?:upcoming|forthcoming|coming up|prepar\w+|ahead of|in advance of|looks? forward|lead-?up)\b"
)

_LATELY = re.compile(r"\b(?:just|recent|recently|upcoming|forthcoming)\b")
"""Words by which any genre tells of what is at hand."""

_AHEAD = 3 * 366
"""No meeting is announced for a whole year so far ahead: it is the year of an aim."""

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MONTHS = tuple(month_name)
_IN_NAME = re.compile(rf"\b(?:({'|'.join(_MONTHS[1:])}) )?((?:19|20)\d\d)\b")

_MONTH_IN_NAME = re.compile(rf"({'|'.join(_MONTHS[1:])})(?:[’']s)? \D*$")

_TENSE = 21
"""So many days beyond the issue does the tense of what is told in passing not count."""

_MEETING = (3, 10)
_VISIT = (21, 45)
_BY_NAME = (60, 120)
_DIALOGUE = (60, 400)
_INVITED = 300
"""Days before and after the issue in which that is looked for which has no date: what is rarer is sought farther."""


def told_days(kept: Kept, claim: Engagement) -> Days | None:
    """The days as told; None where none are, or none that its own words can mean.

    A month or year that its words do not give was told of something beside it, and the year that they give instead, or
    that its name bears, is its own; what began long before the release and has no end is `since` then, and no
    engagement.
    """
    days = None if of_another(claim) else _nearest(kept, claim)
    named = _of_name(claim.name or "", days_of(kept.issued))
    if named is not None and days is None:
        issue = days_of(kept.issued)
        return None if issue is not None and issue.within(named) else named
    if named is not None and days is not None and days.gap(named):
        return named
    if (days is None or days.grain != "day") and borrowed(claim):
        years = sorted(set(_YEAR.findall(claim.quote)))
        if days is not None and not years and claim.status == "planned" and _ahead(days, kept):
            return days
        return days_of(years[0]) if len(years) == 1 else None
    if days is None or days.length > _LONGEST:
        return None
    issue = days_of(kept.issued)
    if days.grain == "year" and issue is not None and days.first - issue.last > _AHEAD:
        return named
    if not days.ended and issue is not None and issue.first - days.last > OPEN_DAYS:
        return named
    return days


def _ahead(days: Days, kept: Kept) -> bool:
    """Whether it is a month that begins after the issue, so that what was told before it as to come may be then."""
    issue = days_of(kept.issued)
    return issue is not None and days.grain == "month" and days.length <= _A_MONTH and days.first > issue.last


def _nearest(kept: Kept, claim: Engagement) -> Days | None:
    """The days as read; a month or weekday told by its bare name is the one nearest to the issue.

    What was read of it tells whether it is past or to come by the verb alone, which misleads in promises and titles.
    """
    days = days_of(claim.when.edtf) if claim.when else None
    issue = days_of(kept.issued)
    if days is None or issue is None or claim.when is None or claim.when.basis != "relative":
        return days
    words = set(folded(claim.when.printed).split())
    if {"this", "week"} <= words and claim.status == "planned" and issue.first % 7 == 0:
        return replace(days, last=days.last + 6)  # On a Sunday it is, for many, the week that begins.
    if words & _BOUND or _YEAR.search(f"{claim.quote} {claim.when.printed}"):
        return days
    if words & _WEEKDAYS and not words & _MONTH_NAMES and days.length == 1:
        step = _A_WEEK
    elif words & _MONTH_NAMES and days.ended and days.begun:
        step = _A_YEAR
    else:
        return days
    near = min((days, _moved(days, -step), _moved(days, step)), key=lambda d: _from(d, issue))
    if step == _A_WEEK and not (_PAST.search(claim.quote) or _TO_COME.search(claim.quote)):
        return near  # without a verb, nothing tells which one
    return near if (near.first > days.first) == bool(_TO_COME.search(claim.quote)) else days


def _moved(days: Days, by: int) -> Days:
    """The same days a week or a year away; a whole month stays one."""
    if abs(by) != _A_YEAR:
        return replace(days, first=days.first + by, last=days.last + by)
    first, last = (date.fromordinal(end) for end in (days.first, days.last))
    step = 1 if by > 0 else -1
    try:
        moved = first.replace(year=first.year + step), last.replace(year=last.year + step)
    except ValueError:
        return days
    return replace(days, first=moved[0].toordinal(), last=moved[1].toordinal())


def _from(days: Days, issue: Days) -> tuple[int, int]:
    return days.gap(issue), abs(days.first - issue.first)


def _of_name(name: str, issue: Days | None) -> Days | None:
    """The month or year that a name bears: `the May 2031 Summit`; a month alone is the one nearest to the issue."""
    told = _IN_NAME.search(name)
    if told is None:
        bare = _MONTH_IN_NAME.match(name)
        if bare is None or issue is None:
            return None
        issued = int(edtf_of(issue.first)[:4])
        months = [days_of(f"{y}-{_MONTHS.index(bare[1]):02}") for y in (issued - 1, issued, issued + 1)]
        return min((m for m in months if m is not None), key=lambda m: _from(m, issue))
    month, year = told.groups()
    return days_of(f"{year}-{_MONTHS.index(month):02}" if month else year)


def borrowed(claim: Engagement) -> bool:
    """Whether its day stands in other words than those that tell of it."""
    if claim.when is None or claim.when.basis not in ("text", "relative"):
        return False
    printed = folded(claim.when.printed)
    return not any(printed in folded(one.quote) for one in claim.evidence)


def in_passing(kept: Kept, claim: Engagement, days: Days) -> bool:
    """Whether its day is that of a talk in which it was but looked ahead to: it is told with the issue, as to come."""
    issue = days_of(kept.issued)
    if issue is None or abs(days.first - issue.first) > 1:
        return False
    return bool(_PREPARED.search(claim.quote))


def elsewhere(claim: Engagement, country: frozenset[str]) -> bool:
    """Whether its day, a week or more, stands in another part of the sentence than what is told: in a list, say.

    What is told stands where its name does, else its place, else its `country`, of which these are the words.
    """
    if claim.when is None or claim.when.basis != "relative":
        return False
    quote, printed = claim.quote.casefold(), claim.when.printed.casefold()
    at = quote.find(printed)
    if at < 0:
        return False
    after = at + len(printed)
    told = [re.escape((claim.name or "").casefold()), re.escape((claim.place or "").casefold())]
    ways = [*(one for one in told if one), rf"\b(?:{'|'.join(sorted(map(re.escape, country)))})\w*" if country else ""]
    spots = next((found for way in ways if way and (found := [m.span() for m in re.finditer(way, quote)])), [])
    between = [quote[end:at] if end <= at else quote[after:start] for start, end in spots if not at <= start < after]
    return bool(between) and all(re.search(r"[,;:–—]", text) for text in between)


def around(kept: Kept, kind: str, *, came: bool, named: bool, many: bool) -> Days | None:
    """The days around the issue in which something without a date is looked for, where that is told at all.

    What is of many is mostly told in passing, so that its tense says little. In a release that tells of what is to
    come, even what is told as having been may yet be.
    """
    issue = days_of(kept.issued)
    if issue is None or not (named or kept.genre in _NEAR or _LATELY.search(kept.claim.quote)):
        return None
    ago, ahead = _BY_NAME if named else _DIALOGUE if kind == "dialogue" else _VISIT if kind == "visit" else _MEETING
    if many:
        came = came and not _TO_COME.search(kept.claim.quote)
        return Days(issue.first - (ago if came else _TENSE), issue.last + (_TENSE if came else ahead))
    if came and kind == "visit" and folded(kept.claim.quote) == folded(kept.title or ""):
        return Days(issue.first - ago, issue.last + ahead)
    if came:
        return Days(issue.first - ago, issue.last + (ahead if kept.genre == "curtain_raiser" else 0))
    invited = kind == "visit" and re.search(r"\binvit", kept.claim.quote)
    return Days(issue.first, issue.last + (_INVITED if invited else ahead))
