"""Puts a brief together: a page of essentials, and an annex with the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from typing import TypeVar

from comity.views.brief import meetings
from comity.views.brief.agreements import agreement, by_stage, joint_texts
from comity.views.brief.dossier import Dossier
from comity.views.brief.exercises import by_series, exercise, series
from comity.views.brief.fitting import fitted
from comity.views.brief.limits import coverage, not_known
from comity.views.brief.occasion import for_occasion, holdings
from comity.views.brief.positions import dropped, fresh, position, relationship, repeated
from comity.views.brief.promises import by_side, fates, made_since, moot, open_ones, promise, weight
from comity.views.brief.saying import day_told, parties
from comity.views.ledger import Promise
from comity.views.outputs.picture import picture_of
from comity.views.paper.model import Paper, Paragraph, Picture, Remark, Section
from comity.views.timeline import rows_of

__all__ = ["brief_of", "drawn_of"]

T = TypeVar("T")

_MUCH = 40
"""A section of the annex has at most so many points; how many more there are is said."""
_RAISED, _NEW, _FEW, _SERIES = 3, 4, 3, 5
_TO_RAISE = "To raise"
_CALM = 14
"""Days after a meeting within which a brief is about it, and not for the next one."""


def brief_of(dossier: Dossier, *, occasion: str | None = None, made_by: str = "") -> Paper:
    """The brief that a dossier comes to: sentences on the world have notes, what is said of the record has none.

    Args:
        dossier: what it is written from.
        occasion: the meeting that it is for, as "4th 2+2"; what is new is new since the last of that sort.
        made_by: what made it, with its version.
    """
    told = dossier if dossier.since else replace(dossier, since=_since_by_default(dossier, occasion))
    named = parties(told.asked)
    return Paper(
        title=f"{named[:1].upper()}{named[1:]}: the state of play",
        subtitle=f"As of {day_told(told.day)}; what is new is new since {day_told(told.since)}",
        day=told.day,
        coverage=coverage(told),
        essentials=fitted(
            [one for one in _essentials(told, occasion) if one.points or one.sections], dear=(_TO_RAISE,)
        ),
        annex=tuple(section for section in _annex(told) if section.points or section.sections or section.table),
        made_by=made_by,
    )


def drawn_of(dossier: Dossier) -> Picture | None:
    """The timeline of what is told of the parties alone, as a picture; None where nothing has a day.

    Raises:
        PaperError: the libraries for pictures are missing.
    """
    rows = rows_of([thing.entry for thing in dossier.things if not dossier.between(thing)], dossier.day)
    if not any(row.when for row in rows):
        return None
    title = f"{parties(dossier.asked)}, as told by the record"
    return picture_of(rows, title=f"{title[:1].upper()}{title[1:]}", today=dossier.day)


def _since_by_default(dossier: Dossier, occasion: str | None = None) -> str:
    """The day of the last holding of the occasion; else of the last meeting of leaders, foreign or defence ministers.

    One just held is passed over: a brief then is about it. Where none is told, a year ago.
    """
    calm = (date.fromisoformat(dossier.day) - timedelta(days=_CALM)).isoformat()
    for thing in reversed(holdings(dossier, occasion) if occasion else []):
        if meetings.engagement(thing).status in meetings.HELD and thing.day < dossier.day:
            return thing.day
    for thing in meetings.held(dossier):
        high = meetings.tier(meetings.engagement(thing)) in meetings.TIERS[:2]
        if high and not dossier.between(thing) and thing.day <= calm:
            return thing.day
    return (date.fromisoformat(dossier.day) - timedelta(days=365)).isoformat()


def _essentials(dossier: Dossier, occasion: str | None) -> Iterable[Section]:
    if occasion:
        yield for_occasion(dossier, occasion)
    yield Section("The relationship", tuple(relationship(dossier))[:2])
    levels = meetings.TIERS[:2]
    yield Section("Last and next", tuple(p for level in levels for p in meetings.last_and_next(dossier, level))[:5])
    yield Section(_TO_RAISE, (), None, tuple(_to_raise(dossier, _RAISED)))
    steps = [thing for _, things in by_stage(dossier) for thing in things if not dossier.between(thing)]
    last = sorted(steps, key=lambda t: (t.last_told, t.id), reverse=True)
    yield Section("Agreements", tuple(agreement(dossier, thing) for thing in last[:_FEW]))
    yield Section("Exercises", tuple(_series(dossier)))
    yield Section(f"New since {day_told(dossier.since)}", tuple(_new(dossier, _NEW)))
    yield Section("Not known", tuple(not_known(dossier))[:_FEW])


def _series(dossier: Dossier) -> Iterable[Paragraph]:
    told = (series(dossier, things) for _, things in by_series(dossier))
    return islice((point for point in told if point), _SERIES)


def _annex(dossier: Dossier) -> Iterable[Section]:
    yield Section("Meetings by level", (), None, tuple(_by_level(dossier)))
    past = [t for t in dossier.engagements if t.late]
    yield Section("Planned, and past without news", _points(past, lambda t: (meetings.meeting(dossier, t),)))
    stages = tuple(
        Section(name, _points(things, lambda t: agreement(dossier, t))) for name, things in by_stage(dossier)
    )
    yield Section("Agreements by stage", (), None, stages)
    yield Section("Joint texts", _points(joint_texts(dossier), lambda t: agreement(dossier, t)))
    yield Section("Exercises by series", (), None, tuple(
        Section(name, tuple((exercise(dossier, t),) for t in told[:_FEW * 2])) for name, told in by_series(dossier)
    ))  # fmt: skip
    yield Section("Open promises", (), None, tuple(_open(dossier)))
    yield Section("Promises suggested as done or under way", _points(_done(dossier), lambda p: _with_fate(dossier, p)))
    yield Section("Positions", (), None, tuple(s for s in _positions(dossier) if s.points))
    yield Section("Not known", tuple(not_known(dossier)))


def _to_raise(dossier: Dossier, most: int) -> Iterable[Section]:
    """Open and checkable promises by side, the oldest of the weightiest first; then what is awaited."""
    for side, told in by_side(dossier, [one for one in open_ones(dossier) if not moot(one, dossier.day)]):
        some = sorted(sorted(told, key=weight)[:most], key=lambda p: (p.first.issued or "", p.entry.id))
        yield Section(side, tuple(_with_fate(dossier, one) for one in some))
    late = meetings.late(dossier)[:most]
    if late:
        yield Section("Awaited", tuple(meetings.awaited(dossier, thing) for thing in late))


def _new(dossier: Dossier, most: int) -> Iterable[Paragraph]:
    new = [t for t in meetings.held(dossier) if t.days and t.day > dossier.since and not dossier.between(t)]
    yield from ((meetings.meeting(dossier, thing),) for thing in new[:most])
    steps = [t for _, told in by_stage(dossier) for t in told if t.last_told > dossier.since and not dossier.between(t)]
    yield from (agreement(dossier, thing) for thing in steps[:most])
    yield from ((promise(dossier, one),) for one in sorted(made_since(dossier), key=weight)[:most])
    kept = [p for p in _done(dossier) if any((f.told or "") > dossier.since for f, _ in p.since)]
    yield from (_with_fate(dossier, one) for one in kept[:most])
    yield from (position(dossier, thing) for thing in fresh(dossier)[:2])


def _by_level(dossier: Dossier) -> Iterable[Section]:
    for level in meetings.TIERS:
        coming = [t for t in meetings.planned(dossier) if meetings.tier(meetings.engagement(t)) == level]
        before = [t for t in meetings.held(dossier) if meetings.tier(meetings.engagement(t)) == level]
        points = _points([*coming, *before], lambda t: (meetings.meeting(dossier, t),))
        if points:
            yield Section(level, points)


def _open(dossier: Dossier) -> Iterable[Section]:
    for side, told in by_side(dossier, open_ones(dossier)):
        yield Section(side, _points(told, lambda p: _with_fate(dossier, p)))


def _positions(dossier: Dossier) -> Iterable[Section]:
    yield Section("Repeated", _points(repeated(dossier), lambda t: position(dossier, t)))
    yield Section(f"New since {day_told(dossier.since)}", _points(fresh(dossier), lambda t: position(dossier, t)))
    yield Section(f"Not told again since {day_told(dossier.since)}",
                  _points(dropped(dossier), lambda t: position(dossier, t)))  # fmt: skip


def _done(dossier: Dossier) -> list[Promise]:
    told = [p for p in dossier.promises if p.fate.status in ("fulfilled", "in_progress")]
    return sorted(told, key=lambda p: (p.fate.silent_since or "", p.entry.id), reverse=True)


def _with_fate(dossier: Dossier, told: Promise) -> Paragraph:
    return (promise(dossier, told), *fates(dossier, told))


def _points(told: Sequence[T], say: Callable[[T], Paragraph]) -> tuple[Paragraph, ...]:
    points = [say(one) for one in told[:_MUCH]]
    if len(told) > _MUCH:
        points.append((Remark(f"{len(told) - _MUCH} more of this sort are in the record and left out here."),))
    return tuple(points)
