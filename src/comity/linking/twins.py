"""Two readings of the same words of one release, of which the one is but a poorer other one."""

from __future__ import annotations

from comity.linking.company import compared
from comity.linking.sharing import forums_differ, names_agree, short_for
from comity.linking.sighting import Sighting

__all__ = ["twins"]

_MANY = 4
_MEETINGS = frozenset({"talks", "dialogue", "conference"})
_HOSTED = ({"talks", "conference"}, {"talks", "summit"}, {"talks", "dialogue"})


def twins(a: Sighting, b: Sighting) -> bool:
    """Whether the same words of one release tell both."""
    if a.release != b.release or a.family != b.family:
        return False
    if (short_for(a, b) or short_for(b, a) or _hosted(a, b)) and not _days_apart(a, b):
        return True
    if (a.parties != b.parties and not (_host_misread(a, b) or _mostly_one(a, b))) or not a.parties:
        return False
    (start, end), (first, last) = a.span, b.span
    if min(end, last) - max(start, first) < 0.8 * min(end - start, last - first):
        return False
    if a.family == "talk" and a.kind != b.kind and not {a.kind, b.kind} <= _MEETINGS:
        return False
    if forums_differ(a, b) or (a.name and b.name and not names_agree(a, b)) or _days_apart(a, b):
        return False
    met = compared(a.company, b.company)
    return not met.clash and "off" not in (a.bearing, b.bearing)


def _hosted(a: Sighting, b: Sighting) -> bool:
    """Whether one sentence tells of a named meeting and of those who host it together: that is no talk of theirs."""
    if a.words != b.words or not a.hosting or {a.kind, b.kind} not in _HOSTED or bool(a.label) == bool(b.label):
        return False
    met = compared(a.company, b.company)
    return met.people > 0 and not met.clash


def _host_misread(a: Sighting, b: Sighting) -> bool:
    """Whether one sentence tells both visits of one person, and a host of one of them at most."""
    if a.family != "visit" or not a.words or a.words != b.words or not a.company or a.company != b.company:
        return False
    return a.hostless or b.hostless


def _mostly_one(a: Sighting, b: Sighting) -> bool:
    """Whether one sentence tells both of the same many parties, but for one or two that were read in one of them."""
    common = len(a.parties & b.parties)
    return a.words == b.words and common >= _MANY and len(a.parties ^ b.parties) <= 2


def _days_apart(a: Sighting, b: Sighting) -> bool:
    return bool(a.dated and b.dated and a.days and b.days and a.days.gap(b.days) > (a.loose or b.loose))
