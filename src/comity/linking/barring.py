"""What keeps two tellings from being of one engagement, whatever else speaks for it."""

from __future__ import annotations

from comity.linking.company import Agreement, compared
from comity.linking.sharing import (
    HEADS,
    LISTED,
    SESSION,
    announced_together,
    as_promised,
    companions,
    forums_differ,
    held_by_few,
    in_one_place,
    may_gather,
    one_edition,
    one_name,
)  # fmt: skip
from comity.linking.sighting import Sighting
from comity.linking.twins import twins

__all__ = ["STAY", "vetoed"]

STAY = 14
"""Days that may lie between two tellings of one visit, where others tell of the days between."""

_HALF_A_YEAR = 200
"""Days that may lie between two tellings of what is held in one place, where one of them has no date."""


def vetoed(a: Sighting, b: Sighting, *, near: bool = True, days: bool = True) -> bool:
    """Whether two cannot be one engagement.

    With `near`, their days must meet by themselves; without, a visit's may be joined by days that others tell. Without
    `days` these are not asked at all.
    """
    if twins(a, b):
        return False
    if a.family != b.family or forums_differ(a, b) or _kinds_differ(a, b):
        return True
    numbered = one_edition(a, b)
    if not days and not a.many and (_next_one(a, b) or _next_one(b, a)):
        return True
    if days and not numbered and _days_differ(a, b, near=near):
        return True
    if _countries_differ(a, b):
        return True
    if a.release == b.release and not numbered and not _told_twice(a, b):
        return True
    if "off" in (a.bearing, b.bearing) and "came" in (a.bearing, b.bearing):
        return True
    if a.many or b.many:
        return False
    return _parties_differ(a, b) or _people_differ(a, b)


def _kinds_differ(a: Sighting, b: Sighting) -> bool:
    """Whether one is met otherwise than the other.

    An appearance before the press is no meeting, a stop on a visit is not the visit of another place, and a summit,
    which is of heads, is not the talks of those below them.
    """
    if a.bare != b.bare and not a.kind == b.kind == "conference":
        return True
    if a.bare and b.bare and ("press" in a.words.split()) != ("press" in b.words.split()):
        return True
    if (a.stop or b.stop) and not in_one_place(a, b):
        return True
    if "summit" in (a.kind, b.kind) and (_no_summit(a) or _no_summit(b)):
        return True
    return _below(a, b) or _below(b, a)


def _no_summit(one: Sighting) -> bool:
    """Whether it is told as something else than a meeting of heads: a call, or a conference of some year."""
    return one.kind == "call" or (one.kind == "conference" and one.dated and not (one.fine or one.label))


def _below(talks: Sighting, summit: Sighting) -> bool:
    """Whether these talks have people below those of a summit that names nobody."""
    return (
        summit.kind == "summit" != talks.kind
        and talks.named
        and not summit.named
        and bool(talks.level)
        and talks.level not in HEADS
    )


def _told_twice(a: Sighting, b: Sighting) -> bool:
    """Whether one release tells one thing twice: a meeting by its name, or somebody's visit, on the same days."""
    if not (a.days and b.days):
        return False
    if may_gather(a, b):
        return True
    if a.family == "visit":
        same = (compared(a.company, b.company).people > 0 or companions(a, b)) and a.days.gap(b.days) == 0
        one_place = bool(a.place) and a.place == b.place
        return same and ((a.fine and b.fine) or one_place or a.bearing == b.bearing == "to_come")
    if (
        held_by_few(a, b)
        and not compared(a.company, b.company).clash
        and ((a.fine and b.fine and a.days == b.days) or not (a.dated and b.dated))
    ):
        return True
    if _same_company(a, b):
        return True
    if not one_name(a, b):
        return a.days == b.days and bool(a.edition) and a.edition == b.edition and a.kind == b.kind
    elsewhere = a.place and b.place and a.country != b.country
    return (not (a.dated and b.dated) and not elsewhere) or (a.dated and b.dated and a.days == b.days)


def _same_company(a: Sighting, b: Sighting) -> bool:
    """Whether the same people of each side meet in both, at one time or, in the one, at none that is told."""
    met = compared(a.company, b.company)
    if (
        met.people < 2
        or not met.equal
        or a.bearing != b.bearing
        or a.parties != b.parties
        or bool(a.label) != bool(b.label)
    ):
        return False
    if a.place and b.place and not in_one_place(a, b):
        return False
    return a.days == b.days or not (a.dated and b.dated)


def _days_differ(a: Sighting, b: Sighting, *, near: bool) -> bool:
    if a.days is None or b.days is None:
        return True
    if _next_one(a, b) or _next_one(b, a):
        return True
    gap = a.days.gap(b.days)
    if (a.listed or b.listed) and (a.family == "visit" or a.forum is not None or b.forum is not None):
        return gap > LISTED
    if a.many and b.many and not (a.dated and b.dated) and in_one_place(a, b):
        return gap > _HALF_A_YEAR
    if a.family == "visit":
        return gap > (1 if near else STAY)
    if a.forum is not None and a.forum == b.forum and a.dated and b.dated:
        return gap > SESSION
    if a.dated and b.dated and not (a.fine and b.fine):
        return gap > 0
    # A day may be another one across a border; one government does not tell two days of one meeting.
    return gap > (0 if a.account & b.account and not (a.loose or b.loose) else 1)


def _next_one(ahead: Sighting, past: Sighting) -> bool:
    """Whether one is announced without a day when the other has already been held."""
    if ahead.dated or ahead.bearing != "to_come" or past.bearing != "came" or not past.dated:
        return False
    if ahead.issued is None or past.days is None:
        return False
    if ahead.many and not ahead.again and in_one_place(ahead, past):
        return False
    if ahead.place and ahead.place == past.place and not ahead.again:
        return past.days.last < ahead.issued - SESSION
    # On the day itself it may be the one that is held; unless it is told as the next.
    return past.days.last < ahead.issued + ahead.again


def _countries_differ(a: Sighting, b: Sighting) -> bool:
    """Whether both are told in different countries; one told without a place may be read from words nearby."""
    if not (a.country and b.country) or a.country == b.country or one_name(a, b) or held_by_few(a, b):
        return False
    if (a.place and b.place) or not (a.days and b.days) or a.days.gap(b.days):
        return True
    one_day = a.days == b.days and a.days.length == 1
    return compared(a.company, b.company).people < (1 if one_day else 2)


def _parties_differ(a: Sighting, b: Sighting) -> bool:
    """Whether the parties are of two meetings: the talks of two are not those of three, unless they bear one name."""
    left, right = a.parties, b.parties
    if (a.more or b.more) and not one_name(a, b):
        return not (left < right if a.more else right < left)
    one_holds_all = left <= right or right <= left
    mostly_shared = len(left & right) / len(left | right) >= 0.5 if left | right else True
    if left == right:
        return False
    if one_name(a, b):
        return not (one_holds_all or mostly_shared or _gathering(a, b))
    if not one_holds_all:
        return not mostly_shared or min(len(left), len(right)) <= 3
    if min(len(left), len(right)) > 2:
        return False
    return "summit" in (a.kind, b.kind) or not _nobody_of(left ^ right, a, b)


def _gathering(a: Sighting, b: Sighting) -> bool:
    """Whether both tell of a summit or conference by one name and number or day; each may name others of many there."""
    one_day = a.fine and b.fine and a.days == b.days
    return {a.kind, b.kind} <= {"summit", "conference"} and (one_day or one_edition(a, b))


def _nobody_of(others: frozenset[str], a: Sighting, b: Sighting) -> bool:
    """Whether the very same people of two sides met, and nobody of the other parties is told with them."""
    met = compared(a.company, b.company)
    present = {country for one in (a, b) for country, _ in one.company}
    return met.people > 1 and met.equal and not others & present


def _people_differ(a: Sighting, b: Sighting) -> bool:
    met = compared(a.company, b.company)
    if one_name(a, b):
        return False
    if met.clash:
        return not companions(a, b)
    if bool(a.name or a.forum) != bool(b.name or b.forum) and not _named_in_one(a, b, met):
        return True
    levels = {a.level, b.level} - {""}
    return not met.people and not met.offices and len(levels) > 1 and not levels <= HEADS


def _named_in_one(a: Sighting, b: Sighting, met: Agreement) -> bool:
    """Whether a meeting that has a name may be one that has none.

    A named dialogue is not the talks beside it, whoever held them, unless it bears the same number or each side
    announces it: its heads open it and meet by themselves too.
    """
    if a.beside or b.beside or announced_together(a, b) or as_promised(a, b):
        return True
    named = a if a.name or a.forum else b
    if named.kind == "summit" and held_by_few(a, b):
        return True
    if a.kind == b.kind and a.edition and a.edition == b.edition:
        return True
    if a.kind == b.kind == "summit" and a.bearing == b.bearing == "to_come" and not (a.named or b.named):
        return True
    return met.people > 1 and met.equal and not {"conference", "dialogue"} & {a.kind, b.kind}
