"""What keeps two tellings from being of one engagement, whatever else speaks for it."""

from __future__ import annotations

from comity.linking.calling import called_alike, words_for
from comity.linking.company import Agreement, compared
from comity.linking.forums import name_words
from comity.linking.sighting import Sighting

__all__ = ["BY_NAME", "FEW_OF_A_KIND", "HEADS", "SESSION", "STAY", "announced_together", "companions", "held_by_few", "in_one_place", "one_name", "twins", "vetoed"]

STAY = 14
"""Days that may lie between two tellings of one visit, where others tell of the days between."""

HALF_A_YEAR = 200

LISTED = 21
"""Days that may lie between two tellings of what is rare, where one took its week from beside it."""

SESSION = 3
"""Days that may lie between two tellings of a forum's one holding."""

HEADS = frozenset({"head_of_state", "head_of_government", "head_of_state_and_government", "monarch", "crown_prince"})
FEW_OF_A_KIND = frozenset({"summit", "dialogue"})
"""Kinds of which a pair holds few, so that two told without names at one time are likely one."""

BY_NAME = frozenset({"summit", "dialogue", "conference"})
"""Kinds that bear names: the words of one without a name may yet hold the other's."""

_MEETINGS = frozenset({"talks", "dialogue", "conference"})


def vetoed(a: Sighting, b: Sighting, *, near: bool = True, days: bool = True) -> bool:
    """Whether two cannot be one engagement.

    With `near`, their days must meet by themselves; without, a visit's may be joined by days that others tell. Without
    `days` these are not asked at all.
    """
    if twins(a, b):
        return False
    if a.family != b.family or _forums_differ(a, b) or _kinds_differ(a, b):
        return True
    one_edition = _one_edition(a, b)
    if days and not one_edition and _days_differ(a, b, near=near):
        return True
    if _countries_differ(a, b):
        return True
    if a.release == b.release and not one_edition and not _told_twice(a, b):
        return True
    if "off" in (a.bearing, b.bearing) and "came" in (a.bearing, b.bearing):
        return True
    if a.many or b.many:
        return False
    return _parties_differ(a, b) or _people_differ(a, b)


def twins(a: Sighting, b: Sighting) -> bool:
    """Whether the same words of one release tell both, so that one reading of them is but a poorer other one."""
    if a.release != b.release or a.family != b.family:
        return False
    if (_short_for(a, b) or _short_for(b, a) or _hosted(a, b)) and not _days_apart(a, b):
        return True
    if (a.parties != b.parties and not _host_misread(a, b)) or not a.parties:
        return False
    (start, end), (first, last) = a.span, b.span
    if min(end, last) - max(start, first) < 0.8 * min(end - start, last - first):
        return False
    if a.kind != b.kind and not {a.kind, b.kind} <= _MEETINGS:
        return False
    if _forums_differ(a, b) or (a.name and b.name and not _names_agree(a, b)) or _days_apart(a, b):
        return False
    met = compared(a.company, b.company)
    return not met.clash and "off" not in (a.bearing, b.bearing)


def _hosted(a: Sighting, b: Sighting) -> bool:
    """Whether one sentence tells of a named meeting and of those who host it together: that is no talk of theirs."""
    if a.words != b.words or not a.hosting or {a.kind, b.kind} not in _HOSTED or bool(a.label) == bool(b.label):
        return False
    met = compared(a.company, b.company)
    return met.people > 0 and not met.clash


_HOSTED = ({"talks", "conference"}, {"talks", "summit"}, {"talks", "dialogue"})


def _host_misread(a: Sighting, b: Sighting) -> bool:
    """Whether one sentence tells both visits, of one person, and one host at most: the other was read from beside it."""
    if a.family != "visit" or not a.words or a.words != b.words or not a.company or a.company != b.company:
        return False
    return a.hostless or b.hostless


def held_by_few(a: Sighting, b: Sighting) -> bool:
    """Whether the same three or more parties meet at the same time: so many seldom come together twice."""
    if a.parties != b.parties or len(a.parties) < 3 or not (a.days and b.days):
        return False
    listed = (a.listed or b.listed) and "summit" in (a.kind, b.kind)
    if a.days.gap(b.days) > (LISTED if listed else 0):
        return False
    if a.level and b.level and a.level != b.level and not {a.level, b.level} <= HEADS:
        return False
    if a.place and b.place and not (listed or in_one_place(a, b)):
        return False
    if "dialogue" in (a.kind, b.kind) and not one_name(a, b):
        return False
    if any(1 < len(sides_named(one)) < len(one.parties) for one in (a, b)):
        return False
    return (a.fine and b.fine) or "summit" in (a.kind, b.kind)


def in_one_place(a: Sighting, b: Sighting) -> bool:
    """Whether both are told in the same place."""
    return bool(a.place and b.place) and (a.place in b.place or b.place in a.place)


def sides_named(one: Sighting) -> frozenset[str]:
    """The countries of which people are named."""
    return frozenset(country for country, people in one.company if any(name for name, _ in people))


def _days_apart(a: Sighting, b: Sighting) -> bool:
    return bool(a.dated and b.dated and a.days and b.days and a.days.gap(b.days) > (a.loose or b.loose))


def announced_together(a: Sighting, b: Sighting) -> bool:
    """Whether two releases of the same days announce the next meeting of one kind between the same parties."""
    if (
        a.release == b.release
        or a.kind != b.kind
        or a.kind not in FEW_OF_A_KIND
        or a.parties != b.parties
        or not a.parties
    ):
        return False
    if not a.bearing == b.bearing == "to_come" or a.fine or b.fine or a.issued is None or b.issued is None:
        return False
    return abs(a.issued - b.issued) <= SESSION


def _one_edition(a: Sighting, b: Sighting) -> bool:
    return bool(a.edition) and a.edition == b.edition and one_name(a, b)


def one_name(a: Sighting, b: Sighting) -> bool:
    """Whether both are told under one name, or one under the name that the other's words hold."""
    if a.forum is not None and a.forum == b.forum:
        return True
    if a.name and b.name:
        return _names_agree(a, b)
    if _short_for(a, b) or _short_for(b, a):
        return True
    if not (a.name or b.name) or a.kind != b.kind or a.kind not in BY_NAME or a.parties != b.parties:
        return False
    return (a.name or b.name) <= set((b if a.name else a).words.split())


def _short_for(short: Sighting, full: Sighting) -> bool:
    """Whether one release tells both, the one by some of the words of the other's name: `the Leaders Summit`."""
    if short.release != full.release or short.kind != full.kind or short.name or not (short.label and full.label):
        return False
    if short.kind not in ("summit", "conference"):
        return False
    words = name_words(short.label)
    holders = frozenset[str]().union(*(words_for(code) for code in short.sides))
    return len(words) > 1 and not words & holders and words < name_words(full.label) and short.label[:1].isupper()


def _names_agree(a: Sighting, b: Sighting) -> bool:
    return called_alike(a.name, b.name, a.sides | b.sides)


def _kinds_differ(a: Sighting, b: Sighting) -> bool:
    """Whether one is met otherwise than the other.

    An appearance before the press is no meeting, a stop on a visit is not the visit of another place, and a summit,
    which is of heads, is not the talks of those below them.
    """
    if a.bare != b.bare and not a.kind == b.kind == "conference":
        return True
    if (a.stop or b.stop) and not in_one_place(a, b):
        return True
    return _below(a, b) or _below(b, a)


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
    if a.family == "visit":
        same = (compared(a.company, b.company).people > 0 or companions(a, b)) and a.days.gap(b.days) == 0
        one_place = bool(a.place) and a.place == b.place
        return same and ((a.fine and b.fine) or one_place or a.bearing == b.bearing == "to_come")
    if held_by_few(a, b) and not compared(a.company, b.company).clash and (
        (a.fine and b.fine and a.days == b.days) or not (a.dated and b.dated)
    ):
        return True
    if not one_name(a, b):
        return a.days == b.days and bool(a.edition) and a.edition == b.edition and a.kind == b.kind
    elsewhere = a.place and b.place and a.country != b.country
    return (not (a.dated and b.dated) and not elsewhere) or (a.dated and b.dated and a.days == b.days)


def _forums_differ(a: Sighting, b: Sighting) -> bool:
    if a.edition and b.edition and a.edition != b.edition:
        return True
    if a.beside != b.beside:
        return False
    if a.forum is not None and b.forum is not None:
        return a.forum.key != b.forum.key
    if a.forum is not None or b.forum is not None:
        return (a.many or b.many) and not (_names_agree(a, b) or _short_for(a, b) or _short_for(b, a))
    return bool(a.name and b.name) and not _names_agree(a, b)


def _days_differ(a: Sighting, b: Sighting, *, near: bool) -> bool:
    if a.days is None or b.days is None:
        return True
    if _next_one(a, b) or _next_one(b, a):
        return True
    gap = a.days.gap(b.days)
    if (a.listed or b.listed) and (a.family == "visit" or a.forum is not None or b.forum is not None):
        return gap > LISTED
    if a.many and b.many and not (a.dated and b.dated) and in_one_place(a, b):
        return gap > HALF_A_YEAR
    if a.family == "visit":
        return gap > (1 if near else STAY)
    if a.forum is not None and a.forum == b.forum and a.dated and b.dated:
        return gap > SESSION
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
    return {a.kind, b.kind} <= {"summit", "conference"} and (one_day or _one_edition(a, b))


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


def companions(a: Sighting, b: Sighting) -> bool:
    """Whether the words of one visit name the visitor of the other, on the same days: they travel together."""
    if a.family != "visit" or a.days != b.days or not (a.dated and b.dated):
        return False
    return any(
        name and name.split()[-1] in one.words.split()
        for one, other in ((a, b), (b, a))
        for _, people in other.company
        for name, _ in people
    )


def _named_in_one(a: Sighting, b: Sighting, met: Agreement) -> bool:
    """Whether a meeting that has a name may be one that has none.

    A named dialogue is not the talks beside it, unless the very same people held them, it bears the same number, or
    each side announces it. As a dialogue named beside a day may be what was founded then, it needs the place or the
    form besides.
    """
    if a.beside or b.beside or announced_together(a, b):
        return True
    named = a if a.name or a.forum else b
    if named.kind == "summit" and held_by_few(a, b):
        return True
    if a.kind == b.kind and a.edition and a.edition == b.edition:
        return True
    if a.kind == b.kind == "summit" and a.bearing == b.bearing == "to_come" and not (a.named or b.named):
        return True
    if met.people < 2 or not met.equal or "conference" in (a.kind, b.kind):
        return False
    alike = in_one_place(a, b) or (a.form and a.form == b.form)
    return "dialogue" not in (a.kind, b.kind) or bool(alike)
