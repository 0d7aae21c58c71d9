"""What a brief is for: the holdings of the meeting that is named, and what was promised at the last one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.linking.company import folded
from comity.views.brief import meetings
from comity.views.brief.dossier import Dossier, Thing
from comity.views.brief.promises import fates, promise
from comity.views.ledger import Promise
from comity.views.paper.model import Paragraph, Remark, Section

__all__ = ["for_occasion", "holdings"]

_NUMBER = re.compile(r"\b(\d+)(?:st|nd|rd|th)\b", re.IGNORECASE)
_WORD = re.compile(r"[\w+]+")
_MOST = 8


def holdings(dossier: Dossier, told: str) -> list[Thing]:
    """The meetings that the words name, by day; a number in them ("4th") names one that may be yet to come."""
    wanted = set(_WORD.findall(folded(_NUMBER.sub("", told))))
    found = []
    for thing in dossier.engagements:
        claim = meetings.engagement(thing)
        form = "2+2" if claim.form == "two_plus_two" else claim.form or ""
        words = set(_WORD.findall(folded(" ".join((claim.name or "", claim.series or "", form, claim.kind)))))
        if wanted and wanted <= words:
            found.append(thing)
    return sorted(found, key=lambda t: (t.day, t.id))


def for_occasion(dossier: Dossier, told: str) -> Section:
    """The section of a brief that is made for an occasion: its last holding, the next, and what was promised there."""
    number = _NUMBER.search(told)
    asked = int(number[1]) if number else None
    found = holdings(dossier, told)
    held = [t for t in found if meetings.engagement(t).status in meetings.HELD and t.day <= dossier.day]
    before = [t for t in held if asked is None or (meetings.engagement(t).edition or 0) != asked]
    here = [t for t in found if asked is not None and meetings.engagement(t).edition == asked]
    coming = here or [t for t in meetings.planned(dossier) if t in found][:1]
    points: list[Paragraph] = [(meetings.meeting(dossier, t), *meetings.agenda(dossier, t)) for t in coming[:1]]
    if not coming:
        points.append((Remark(f"No release in the record tells of the {told}."),))
    points += [(meetings.meeting(dossier, t), *meetings.agenda(dossier, t)) for t in before[-1:]]
    made = [p for t in before[-1:] for p in _made_there(dossier, t)]
    points += [(promise(dossier, one), *fates(dossier, one)) for one in made[:_MOST]]
    return Section(f"For the {told}", tuple(points))


def _made_there(dossier: Dossier, thing: Thing) -> Iterator[Promise]:
    """The checkable promises of the releases that tell of a meeting."""
    releases = set(thing.entry.releases)
    return (p for p in dossier.promises if p.fate.checkable and releases & set(p.entry.releases))
