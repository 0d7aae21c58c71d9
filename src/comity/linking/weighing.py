"""What speaks for and against two tellings being of one engagement."""

from __future__ import annotations

from dataclasses import dataclass

from comity.linking.company import Agreement, compared
from comity.linking.forums import names_agree
from comity.linking.sighting import Sighting

__all__ = ["Weight", "vetoed", "weighed"]

_STAY = 14
"""Days that may lie between two tellings of one visit, where others tell of the days between."""

_SESSION = 3
"""Days that may lie between two tellings of a forum's one holding."""


@dataclass(frozen=True, slots=True)
class Weight:
    """How sure it is that two are one, and why, in words."""

    certainty: float
    reason: str


def vetoed(a: Sighting, b: Sighting, *, near: bool = True) -> bool:
    """Whether two cannot be one engagement, whatever else speaks for it.

    With `near`, their days must meet by themselves; without, a visit's may be joined by days that others tell.
    """
    if a.family != b.family or _forums_differ(a, b):
        return True
    one_edition = a.forum is not None and b.forum is not None and bool(a.edition) and a.edition == b.edition
    if not one_edition and _days_differ(a, b, near=near):
        return True
    if a.country and b.country and a.country != b.country and not _one_name(a, b):
        return True
    if a.release == b.release and not one_edition and not _told_twice(a, b):
        return True
    if "off" in (a.bearing, b.bearing) and "came" in (a.bearing, b.bearing):
        return True
    if a.many or b.many:
        return False
    return _parties_differ(a, b) or _people_differ(a, b)


def _told_twice(a: Sighting, b: Sighting) -> bool:
    """Whether one release tells one thing twice: a meeting by its name, or somebody's visit, on the same days."""
    if not (a.fine and b.fine and a.days and b.days):
        return False
    if a.family == "visit":
        return a.days.gap(b.days) == 0 and compared(a.company, b.company).people > 0
    return a.days == b.days and _one_name(a, b)


def _forums_differ(a: Sighting, b: Sighting) -> bool:
    if a.forum is None or b.forum is None:
        if a.edition and b.edition and a.edition != b.edition:
            return True
        return a.many or b.many or (bool(a.name) and bool(b.name) and not names_agree(a.name, b.name))
    if a.forum.key != b.forum.key:
        return True
    return bool(a.edition and b.edition and a.edition != b.edition)


def _days_differ(a: Sighting, b: Sighting, *, near: bool) -> bool:
    if a.days is None or b.days is None:
        return True
    if a.family == "visit":
        return a.days.gap(b.days) > (1 if near else _STAY)
    gap = a.days.gap(b.days)
    if a.forum is not None and a.forum == b.forum and a.dated and b.dated:
        return gap > _SESSION
    # A day may be another one across a border; one government does not tell two days of one meeting.
    return gap > (0 if a.account & b.account else 1)


def _parties_differ(a: Sighting, b: Sighting) -> bool:
    """Whether the parties are of two meetings: the talks of two are not those of three, unless they bear one name."""
    left, right = a.parties, b.parties
    if left == right:
        return False
    if not (left <= right or right <= left):
        return len(left & right) / len(left | right) < 0.5 or not (_one_name(a, b) or min(len(left), len(right)) > 3)
    return min(len(left), len(right)) < 3 and not _one_name(a, b)


def _one_name(a: Sighting, b: Sighting) -> bool:
    return (a.forum is not None and a.forum == b.forum) or bool(a.name and b.name and names_agree(a.name, b.name))


def _people_differ(a: Sighting, b: Sighting) -> bool:
    met = compared(a.company, b.company)
    if _one_name(a, b):
        return False
    if met.clash:
        return True
    if bool(a.name or a.forum) != bool(b.name or b.forum) and not _talks_by_name(a, b, met):
        return True  # a named dialogue is not the talks beside it, unless the very same people held them
    return not met.people and not met.offices and bool(a.level and b.level and a.level != b.level)


def _talks_by_name(a: Sighting, b: Sighting, met: Agreement) -> bool:
    """Whether a meeting that has a name is that of the very same people that has none.

    A dialogue named beside a day may be what was founded then; it needs the place or the form besides.
    """
    if met.people < 2 or not met.equal or "conference" in (a.kind, b.kind):
        return False
    alike = (a.place and b.place and (a.place in b.place or b.place in a.place)) or (a.form and a.form == b.form)
    return "dialogue" not in (a.kind, b.kind) or bool(alike)


def weighed(a: Sighting, b: Sighting) -> Weight:
    """How sure it is that two that nothing keeps apart are one."""
    reasons = []
    certainty = 0.0
    if a.forum is not None and b.forum is not None and a.forum == b.forum:
        if a.edition and a.edition == b.edition:
            return Weight(0.97, f"both tell of number {a.edition} of the {a.forum.name}")
        certainty += 0.3
        reasons.append(f"the {a.forum.name}")
    elif a.name and b.name:
        certainty += 0.2
        reasons.append(f"both call it {min(a.name, b.name, key=lambda n: (len(n), n))}")
    elif a.name or b.name or a.forum or b.forum:
        certainty -= 0.1  # so that what is told without a name joins its like first
    for more, reason in (_by_days(a, b), _by_people(a, b), _by_place(a, b)):
        certainty += more
        reasons += [reason] if reason else []
    if a.parties == b.parties and a.parties:
        certainty += 0.1
        reasons.append(f"between {' and '.join(sorted(a.parties))}")
    return Weight(round(min(certainty, 0.98), 3), ", ".join(reasons))


def _by_days(a: Sighting, b: Sighting) -> tuple[float, str]:
    if a.days is None or b.days is None:
        return 0.0, ""
    if not (a.dated or b.dated) and abs(a.days.first - b.days.first) > _STAY:
        return 0.0, ""
    if not (a.dated or b.dated) and a.forum is not None and a.bearing == b.bearing:
        return 0.2, "told at the same time"
    if not (a.dated and b.dated):
        return 0.1, "told at the same time"
    if a.fine and b.fine:
        if not (a.days.begun and a.days.ended and b.days.begun and b.days.ended):
            return 0.3, "on days that fit"
        if a.days == b.days:
            return 0.45, "on the same day" if a.days.length == 1 else "on the same days"
        if a.days.gap(b.days):
            return 0.25, "on adjoining days"
        return (0.35 if min(a.days.length, b.days.length) == 1 else 0.4), "on days that fit"
    return 0.2, "in the same month" if a.days.grain == b.days.grain == "month" else "in times that fit"


def _by_people(a: Sighting, b: Sighting) -> tuple[float, str]:
    if a.many:
        return 0.0, ""
    met = compared(a.company, b.company)
    if met.people > 1:
        return (0.42 if met.equal else 0.38), "with the same people"
    if met.people and met.offices:
        return 0.35, "with the same person and office"
    if met.people and a.family not in _ONE_SIDED and _with_others(a, b):
        return -0.2, ""
    if met.people:
        return (0.4 if a.family in _ONE_SIDED else 0.25), "with the same person"
    if met.offices:
        return 0.15, "with the same offices"
    return 0.0, ""


_ONE_SIDED = frozenset({"visit", "stop"})


def _with_others(a: Sighting, b: Sighting) -> bool:
    """Whether one names a partner whom the other, by people or title, does not: it may have met others that day."""
    return _partner_untold(a, b) or _partner_untold(b, a)


def _partner_untold(full: Sighting, short: Sighting) -> bool:
    told = dict(short.company)
    missing = [
        name
        for country, people in full.company
        if not any(name for name, _ in told.get(country, ()))
        and not {office for _, office in people} & {office for _, office in told.get(country, ())}
        for name, _ in people
        if name
    ]
    return bool(missing) and not any(short.title.intersection(name.split()) for name in missing)


def _by_place(a: Sighting, b: Sighting) -> tuple[float, str]:
    if a.place and b.place and (a.place in b.place or b.place in a.place):
        return 0.1, "in the same place"
    if a.place and b.place and not (a.named and b.named and a.family == "talk"):
        return -0.1, ""
    return (0.05, "in the same country") if a.country and a.country == b.country else (0.0, "")
