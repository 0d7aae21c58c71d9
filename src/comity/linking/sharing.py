"""What two tellings of engagements share: a name, a place, the same few parties, company on the way."""

from __future__ import annotations

from comity.linking.calling import called_alike, words_for
from comity.linking.forums import name_words
from comity.linking.sighting import Sighting

__all__ = [
    "BY_NAME", "FEW_OF_A_KIND", "HEADS", "LISTED", "SESSION", "announced_together", "as_promised", "companions",
    "forums_differ", "gathered_there", "held_by_few", "in_one_place", "lately_in_one_place", "may_gather",
    "names_agree", "one_edition", "one_name", "short_for",
]  # fmt: skip

LISTED = 21
"""Days that may lie between two tellings of what is rare, where one took its week from beside it."""

SESSION = 3
"""Days that may lie between two tellings of a forum's one holding."""

HEADS = frozenset({"head_of_state", "head_of_government", "head_of_state_and_government", "monarch", "crown_prince"})
FEW_OF_A_KIND = frozenset({"summit", "dialogue"})
"""Kinds of which a pair holds few, so that two told without names at one time are likely one."""

BY_NAME = frozenset({"summit", "dialogue", "conference"})
"""Kinds that bear names: the words of one without a name may yet hold the other's."""


def one_name(a: Sighting, b: Sighting) -> bool:
    """Whether both are told under one name, or one under the name that the other's words hold."""
    if a.forum is not None and a.forum == b.forum:
        return True
    if a.name and b.name:
        return names_agree(a, b)
    if short_for(a, b) or short_for(b, a):
        return True
    if not (a.name or b.name) or a.kind != b.kind or a.kind not in BY_NAME or a.parties != b.parties:
        return False
    return (a.name or b.name) <= set((b if a.name else a).words.split())


def one_edition(a: Sighting, b: Sighting) -> bool:
    """Whether both bear one name and one number."""
    return bool(a.edition) and a.edition == b.edition and one_name(a, b)


def short_for(short: Sighting, full: Sighting) -> bool:
    """Whether one release tells both, the one by some of the words of the other's name: `the Leaders Summit`."""
    if short.release != full.release or short.kind != full.kind or short.name or not (short.label and full.label):
        return False
    if short.kind not in ("summit", "conference"):
        return False
    words = name_words(short.label)
    holders = frozenset[str]().union(*(words_for(code) for code in short.sides))
    return len(words) > 1 and not words & holders and words < name_words(full.label) and short.label[:1].isupper()


def names_agree(a: Sighting, b: Sighting) -> bool:
    """Whether both names may be of one meeting."""
    return called_alike(a.name, b.name, a.sides | b.sides)


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


def as_promised(a: Sighting, b: Sighting) -> bool:
    """Whether one tells where and in which year the next dialogue of these parties is to be, and the other is there."""
    if not a.kind == b.kind == "dialogue" or a.parties != b.parties or not in_one_place(a, b):
        return False
    return any(
        ahead.again and ahead.bearing == "to_come" and ahead.dated and not ahead.fine and not ahead.label
        and ahead.release != other.release
        for ahead, other in ((a, b), (b, a))
    )  # fmt: skip


def held_by_few(a: Sighting, b: Sighting) -> bool:
    """Whether the same three or more parties meet at the same time: so many seldom come together twice."""
    if a.parties != b.parties or len(a.parties) < 3 or not (a.days and b.days):
        return False
    listed = (a.listed or b.listed) and "summit" in (a.kind, b.kind)
    if a.days.gap(b.days) > (LISTED if listed else 0):
        return False
    if a.level and b.level and a.level != b.level and not {a.level, b.level} <= HEADS:
        return False
    if a.country and b.country and a.place and b.place and not (listed or in_one_place(a, b)):
        return False
    if "dialogue" in (a.kind, b.kind) and not one_name(a, b):
        return False
    if any(one.kind == "conference" and one.name for one in (a, b)):
        return False
    if any(1 < len(_sides_named(one)) < len(one.parties) for one in (a, b)):
        return False
    return (a.fine and b.fine) or "summit" in (a.kind, b.kind)


def lately_in_one_place(a: Sighting, b: Sighting) -> bool:
    """Whether two releases of the same days tell, without a day, of the same three or more who met in one place."""
    if a.dated or b.dated or a.bearing != b.bearing or a.issued is None or b.issued is None:
        return False
    alike = a.parties == b.parties and len(a.parties) > 2 and a.kind == b.kind and in_one_place(a, b)
    return alike and abs(a.issued - b.issued) <= SESSION


def forums_differ(a: Sighting, b: Sighting) -> bool:
    """Whether their numbers, forums or names are of two meetings."""
    if a.edition and b.edition and a.edition != b.edition:
        return True
    if a.beside != b.beside or may_gather(a, b):
        return False
    if a.forum is not None and b.forum is not None:
        return a.forum.key != b.forum.key
    if a.forum is not None or b.forum is not None:
        return (a.many or b.many) and not (names_agree(a, b) or short_for(a, b) or short_for(b, a))
    return bool(a.name and b.name) and not names_agree(a, b)


def in_one_place(a: Sighting, b: Sighting) -> bool:
    """Whether both are told in the same place."""
    return bool(a.place and b.place) and (a.place in b.place or b.place in a.place)


def may_gather(a: Sighting, b: Sighting) -> bool:
    """Whether one tells of a forum of many, and the other that many come together, and not elsewhere."""
    if a.gathering == b.gathering or not (a.many or b.many) or "off" in (a.bearing, b.bearing):
        return False
    return not (a.country and b.country and a.country != b.country)


def gathered_there(a: Sighting, b: Sighting) -> bool:
    """Whether one tells of a forum of many, and the other that many come together in its place in those days."""
    forum = b if a.gathering else a
    return may_gather(a, b) and forum.dated and in_one_place(a, b)


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


def _sides_named(one: Sighting) -> frozenset[str]:
    """The countries of which people are named."""
    return frozenset(country for country, people in one.company if any(name for name, _ in people))
