"""Which tellings are of one meeting, visit, call or ceremony."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comity.linking.barring import vetoed
from comity.linking.calling import OF_ANY
from comity.linking.days import edtf_of
from comity.linking.grouping import Kind
from comity.linking.parting import parted
from comity.linking.sharing import BY_NAME, FEW_OF_A_KIND, SESSION
from comity.linking.sighting import Sighting, sighting
from comity.linking.twins import twins
from comity.linking.weighing import weighed
from comity.model import Kept, Tie

__all__ = ["ENGAGEMENTS"]

_FEW = 6
"""Up to so many parties, each pair of them is a key; a meeting of more is looked for by its name and its place."""

_LONGEST = 31
_WEEKS = 28
_SHORT = 3


def _form(kept: Kept) -> str:
    """All that is looked at, where that is enough to know it again; else the claim's own id.

    Of a forum of many, only its name and number, the days and the place count: such are told by thousands of releases,
    with other people and parties in each.
    """
    told = sighting(kept)
    if _alone(told):
        return f"#{told.id}"
    days = told.days and (told.days.first, told.days.last, told.days.begun, told.days.ended)
    facts = (
        told.family, told.kind, told.forum and told.forum.key, told.edition, sorted(told.name), told.beside, days,
        told.dated, told.loose, told.listed, told.bearing, told.again, told.more, told.gathering,
        told.place, told.country,
    )  # fmt: skip
    if told.many:
        return repr(facts)
    # Where a side has nobody named, the title or the words may name them; and a name may stand in the words.
    sides = {country for country, people in told.company if any(name for name, _ in people)}
    named = told.parties <= sides and (told.name or told.kind not in BY_NAME)
    words = () if named else (told.title, told.words)
    return repr(
        (
            *facts,
            told.form,
            sorted(told.sides),
            told.company,
            told.level,
            bool(told.label),
            told.stop,
            told.hosting,
            told.hostless,
            sorted(told.account),
            words,
        )
    )


def _alone(told: Sighting) -> bool:
    """Whether it tells too little for another to be known as the same by its facts."""
    if told.many:
        return told.days is None
    return told.vague or not (len(told.company) > 1 or (told.named and bool(told.place or told.country)))


def _keys(kept: Kept) -> list[str]:
    told = sighting(kept)
    spot = {f"at {told.release} {told.span[0]}"} if told.hosting or told.kind == "visit" else set()
    return sorted(
        {
            *spot,
            *_label_keys(told),
            *_few_keys(told),
            *_vague_keys(told),
            *_gathering_keys(told),
            *_forum_keys(told),
            *_name_keys(told),
            *_visit_keys(told),
            *_day_keys(told),
        }
    )


def _vague_keys(told: Sighting) -> Iterator[str]:
    """What tells little is met with its like in its own release, and with what is announced on the same days."""
    if not (told.vague and _alone(told)):
        return
    yield f"in {told.release}"
    if told.bearing == "to_come" and told.kind in FEW_OF_A_KIND and told.issued is not None:
        for day in range(told.issued, told.issued + SESSION + 1):
            yield f"{told.kind} of {'-'.join(sorted(told.parties))} announced {edtf_of(day)}"


def _forum_keys(told: Sighting) -> Iterator[str]:
    if told.forum is None:
        return
    if told.edition:
        yield f"forum|{told.forum.key}|ed:{told.edition}"
    for year in _years(told):
        yield f"forum|{told.forum.key}|{year}"


def _gathering_keys(told: Sighting) -> Iterator[str]:
    """A gathering told without a name is met with the forums of many whose days are told there."""
    if told.place and told.days and (told.gathering or (told.many and told.dated and told.days.length <= _LONGEST)):
        months = {edtf_of(day)[:7] for day in (*range(told.days.first, told.days.last, _WEEKS), told.days.last)}
        for word in told.place.split():
            if len(word) > _SHORT:
                yield from (f"gathering in {word}|{month}" for month in sorted(months))


def _name_keys(told: Sighting) -> Iterator[str]:
    if told.name:
        own = told.name - OF_ANY
        name = " ".join(sorted(own if len(own) > 1 else told.name))
        for year in (f"ed:{told.edition}" if told.edition else "", *_years(told)):
            yield f"{told.family}|called {name}|{year}"


def _visit_keys(told: Sighting) -> Iterator[str]:
    """A key for each year, so that a visit planned for a season, or told long after, is met with its days."""
    if told.family == "visit" and told.country and 1 < len(told.parties) <= _FEW:
        for visitor in sorted(told.parties - {told.country}):
            for year in _years(told):
                yield f"visit|{visitor} in {told.country}|{year}"


def _label_keys(told: Sighting) -> Iterator[str]:
    """A summit or conference by a short name is met with those of its release that bear the whole one."""
    if told.label and told.kind in ("summit", "conference"):
        yield f"{told.kind} named in {told.release}"


def _few_keys(told: Sighting) -> Iterator[str]:
    """Three or more that come together seldom do so twice."""
    if 2 < len(told.parties) <= _FEW or (told.kind in FEW_OF_A_KIND and len(told.parties) == 2):
        for year in _years(told):
            yield f"{told.family}|{'-'.join(sorted(told.parties))}|{year}"


def _years(told: Sighting) -> Iterator[int]:
    if told.days:
        first, last = (int(edtf_of(day)[:4]) for day in (told.days.first, told.days.last))
        yield from range(first, min(last, first + 2) + 1)


def _day_keys(told: Sighting) -> Iterator[str]:
    """A key for each of its days and the one after, so that a day told otherwise across a border is still met.

    What has no date is met with what is nearest to the day of issue.
    """
    if told.days is None or not (told.dated or told.named or told.name or told.forum):
        return
    if told.dated and told.days.length > _LONGEST:
        return
    first, last = told.days.first, told.days.last
    if told.days.length > _LONGEST:
        first, last = (first, first + _LONGEST - 1) if told.bearing == "to_come" else (last - _LONGEST + 1, last)
    days = [edtf_of(day) for day in range(first, last + 2)]
    if 1 < len(told.parties) <= _FEW:
        sides = sorted(told.parties)
        abouts = [f"{a}-{b}" for i, a in enumerate(sides) for b in sides[i + 1 :]]
    else:
        abouts = [f"at {told.country}"] if told.country else []
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
        unlike=lambda a, b: vetoed(sighting(a), sighting(b), days=False),
        twins=lambda a, b: twins(sighting(a), sighting(b)),
    )


ENGAGEMENTS: Kind[Kept] = Kind(form=_form, keys=_keys, tie=_tie, settle=_settle)
"""How engagements are known again."""
