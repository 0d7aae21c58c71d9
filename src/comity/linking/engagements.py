"""Which tellings are of one meeting, visit, call or ceremony."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comity.linking.days import edtf_of
from comity.linking.grouping import Kind
from comity.linking.parting import parted
from comity.linking.sighting import Sighting, sighting
from comity.linking.weighing import vetoed, weighed
from comity.model import Kept, Tie

__all__ = ["ENGAGEMENTS"]

_FEW = 6
"""Up to so many parties, each pair of them is a key; a meeting of more is looked for by its name and its place."""

_LONGEST = 31


def _form(kept: Kept) -> str:
    """All that is looked at, where that is enough to know it again; else the claim's own id.

    Of a forum's edition, or of a forum of many, only the forum, the days and the country count: such are told by
    thousands of releases, with other people and parties in each.
    """
    told = sighting(kept)
    days = told.days and (told.days.first, told.days.last, told.days.begun, told.days.ended)
    if told.forum and told.edition:
        return repr((told.family, told.forum.key, told.edition, told.dated and days, told.country))
    if told.forum and told.many and days:
        return repr((told.family, told.forum.key, days, told.dated, told.bearing, told.country))
    if told.vague or not (len(told.company) > 1 or (told.named and (told.place or told.country))):
        return f"#{told.id}"
    # Where a side has nobody named, the title may name them (see weighing).
    sides = {country for country, people in told.company if any(name for name, _ in people)}
    title = () if told.parties <= sides else sorted(told.title)
    facts = (
        told.family, told.kind, told.form, told.bearing, told.forum and told.forum.key, told.edition, told.name,
        sorted(told.parties), days, told.place, told.country, told.company, told.level, sorted(told.account), title,
    )  # fmt: skip
    return repr(facts)


def _keys(kept: Kept) -> list[str]:
    told = sighting(kept)
    return sorted(set(_forum_keys(told)) | set(_day_keys(told)))


def _forum_keys(told: Sighting) -> Iterator[str]:
    if told.forum is None:
        return
    if told.edition:
        yield f"forum|{told.forum.key}|ed:{told.edition}"
    if told.days:
        first, last = (int(edtf_of(day)[:4]) for day in (told.days.first, told.days.last))
        for year in range(first, min(last, first + 2) + 1):
            yield f"forum|{told.forum.key}|{year}"


def _day_keys(told: Sighting) -> Iterator[str]:
    """A key for each of its days and the one after, so that a day told otherwise across a border is still met."""
    if told.days is None or told.days.length > _LONGEST or not (told.dated or told.named or told.name):
        return
    days = [edtf_of(day) for day in range(told.days.first, told.days.last + 2)]
    if 1 < len(told.parties) <= _FEW:
        sides = sorted(told.parties)
        abouts = [f"{a}-{b}" for i, a in enumerate(sides) for b in sides[i + 1 :]]
    elif told.name or told.country:
        abouts = [f"at {told.country}"] if told.country else []
        abouts += [f"name {word}" for word in [told.name.casefold()] if word]
    else:
        abouts = []
    for about in abouts:
        for day in days:
            yield f"{told.family}|{about}|{day}"


def _tie(a: Kept, b: Kept) -> Tie | None:
    left, right = sighting(a), sighting(b)
    if vetoed(left, right):
        return None
    weight = weighed(left, right)
    return Tie(a.id, b.id, weight.reason, weight.certainty) if weight.certainty >= _ENOUGH else None


_ENOUGH = 0.5


def _settle(tellings: Sequence[Kept], ties: Sequence[Tie]) -> list[list[Kept]]:
    return parted(
        tellings,
        ties,
        vague=lambda k: sighting(k).vague,
        apart=lambda a, b: vetoed(sighting(a), sighting(b), near=False),
    )


ENGAGEMENTS: Kind[Kept] = Kind(form=_form, keys=_keys, tie=_tie, settle=_settle)
"""How engagements are known again."""
