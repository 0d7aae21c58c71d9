"""Briefs on one person, one series, one agreement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import Connection

from comity.linking.people import mentions
from comity.model import Kept
from comity.record.search import Query, search
from comity.record.selecting import Clock
from comity.record.tags import person_tags
from comity.views.brief import meetings
from comity.views.brief.agreements import agreement
from comity.views.brief.dossier import Dossier
from comity.views.brief.exercises import exercise
from comity.views.brief.limits import coverage, not_known
from comity.views.brief.promises import fates, promise
from comity.views.brief.saying import day_told, on_day, party
from comity.views.paper.model import Paper, Paragraph, Remark, Said, Section
from comity.views.wording import spoken

__all__ = ["naming_agreement", "of_agreement", "of_person", "of_series"]

_MUCH, _FEW = 80, 5


def of_person(dossier: Dossier, name: str, *, made_by: str = "") -> Paper:
    """Whom a person met: the offices they are seen in, the last meetings and the next."""
    held = meetings.held(dossier)
    last = [(meetings.meeting(dossier, t), *meetings.agenda(dossier, t)) for t in held[:_FEW]]
    coming = [(meetings.meeting(dossier, t),) for t in meetings.planned(dossier)]
    sections = [
        Section("Offices", tuple(_offices(dossier, name))),
        Section("Last meetings", tuple(last)),
        Section("Planned", tuple(coming)),
    ]
    whole = Section("All meetings", _most([(meetings.meeting(dossier, t),) for t in held]))
    return _paper(dossier, f"{name}: engagements", sections, [whole], made_by)


def of_series(dossier: Dossier, name: str, *, made_by: str = "") -> Paper:
    """The holdings of a series of meetings or exercises, the last first."""
    held = meetings.held(dossier)
    drills = sorted(dossier.exercises, key=lambda t: (t.day, t.id), reverse=True)
    points: list[Paragraph] = [(meetings.meeting(dossier, t), *meetings.agenda(dossier, t)) for t in held]
    points += [(exercise(dossier, t),) for t in drills]
    coming: list[Paragraph] = [(meetings.meeting(dossier, t),) for t in meetings.planned(dossier)]
    coming += [meetings.awaited(dossier, t) for t in dossier.engagements if t.late]
    sections = [Section("Planned and awaited", tuple(coming)), Section("Holdings", _most(points))]
    return _paper(dossier, f"{name}: holdings", sections, [], made_by)


def of_agreement(dossier: Dossier, name: str, *, made_by: str = "") -> Paper:
    """The life of an agreement, and the promises whose words name it."""
    life = [agreement(dossier, t) for t in dossier.agreements]
    made = [(promise(dossier, p), *fates(dossier, p)) for p in dossier.promises]
    sections = [Section("Its life", _most(life)), Section("Promises that name it", _most(made))]
    return _paper(dossier, f"{name}: its life", sections, [], made_by)


def _paper(dossier: Dossier, title: str, sections: Sequence[Section], annex: Sequence[Section], made_by: str) -> Paper:
    told = [*sections, Section("Not known", tuple(not_known(dossier))[-2:])]
    return Paper(
        title=title,
        subtitle=f"As of {day_told(dossier.day)}",
        day=dossier.day,
        coverage=coverage(dossier),
        essentials=tuple(one for one in told if one.points or one.sections),
        annex=tuple(one for one in annex if one.points),
        made_by=made_by,
    )


def _offices(dossier: Dossier, name: str) -> list[Paragraph]:
    """The offices that releases name a person with, the most often told first."""
    wanted = person_tags(name)
    seen: dict[tuple[str, str | None], list[Kept]] = {}
    for thing in dossier.engagements:
        for kept in thing.entry.members:
            for one in mentions(kept):
                if wanted <= person_tags(one.name):
                    seen.setdefault((one.role or spoken(one.office), one.country), []).append(kept)
    points: list[Paragraph] = []
    often = Counter({key: len(told) for key, told in seen.items()})
    for (role, country), _ in often.most_common(_FEW):
        told = sorted(seen[role, country], key=lambda kept: (kept.issued or "", kept.id))
        of = f" of {party(country)}" if country else ""
        first, last = on_day(told[0].issued), on_day(told[-1].issued)
        span = first if first == last else f"first {first}, last {last}"
        notes = tuple(dossier.note(kept) for kept in dict.fromkeys((told[0], told[-1])))
        points.append((Said(f"Named as {role}{of} ({span}).", notes),))
    return points


def _most(points: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    more = len(points) - _MUCH
    further: tuple[Paragraph, ...] = (
        ((Remark(f"{more} more are in the record and left out here."),),) if more > 0 else ()
    )
    return (*points[:_MUCH], *further)


def naming_agreement(connection: Connection, words: str, clock: Clock) -> list[int]:
    """The claims of agreements that words name, and of the promises in whose words they stand."""
    found: list[int] = []
    for kind in ("agreement", "commitment"):
        query = Query(f'"{words}"', kind=kind, as_of=clock.as_of, limit=_MUCH)
        found += [hit.number for hit in search(connection, query).hits]
    return found
