"""What speaks for two tellings being of one engagement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from comity.linking.barring import STAY
from comity.linking.company import SOLE_OFFICES, compared
from comity.linking.sharing import (
    FEW_OF_A_KIND,
    HEADS,
    announced_together,
    as_promised,
    companions,
    gathered_there,
    held_by_few,
    in_one_place,
    lately_in_one_place,
    one_name,
)  # fmt: skip
from comity.linking.sighting import Sighting
from comity.linking.twins import twins

__all__ = ["Weight", "weighed"]


@dataclass(frozen=True, slots=True)
class Weight:
    """How sure it is that two are one, and why, in words."""

    certainty: float
    reason: str


def weighed(a: Sighting, b: Sighting) -> Weight:
    """How sure it is that two that nothing keeps apart are one."""
    if twins(a, b):
        return Weight(0.99, "the same words tell both")
    if a.edition and a.edition == b.edition and one_name(a, b):
        return Weight(0.97, f"both tell of number {a.edition} of the {_label(a, b)}")
    told = [part for step in _STEPS for part in step(a, b)]
    return Weight(round(min(sum(more for more, _ in told), 0.98), 3), ", ".join(why for _, why in told if why))


_Parts = Iterator[tuple[float, str]]


def _label(a: Sighting, b: Sighting) -> str:
    if a.forum is not None and a.forum == b.forum:
        return a.forum.name
    return min((one.label for one in (a, b) if one.name), key=lambda n: (len(n), n))


def _by_name(a: Sighting, b: Sighting) -> _Parts:
    if a.forum is not None and a.forum == b.forum:
        # Of a forum of many, the parties that are named say nothing.
        yield 0.4 if a.many else 0.3, f"the {a.forum.name}"
    elif gathered_there(a, b):
        yield 0.3, f"many gather where the {(a.forum or b.forum or a).name} is"
    elif one_name(a, b):
        yield 0.3, f"both call it {_label(a, b)}"
    elif a.name or b.name or a.forum or b.forum:
        yield -0.1, ""  # so that what is told without a name joins its like first
    if a.edition and a.edition == b.edition:
        yield 0.1, f"both number it {a.edition}"


def _by_kind(a: Sighting, b: Sighting) -> _Parts:
    """Summits are few, and so are dialogues; those of one pair that are told without names meet in kind and time."""
    if announced_together(a, b):
        yield 0.3, f"each announced as the next {a.kind}"
    elif as_promised(a, b):
        yield 0.3, "held where the next one was to be"
    elif a.kind == b.kind and a.kind in FEW_OF_A_KIND and not ((a.named and b.named) or a.forum or b.forum):
        undated = a.kind == "summit" and not (a.dated or b.dated)
        yield (0.3 if undated else 0.2), f"each told as a {a.kind}"
    elif "summit" in (a.kind, b.kind) and a.kind != b.kind and a.parties == b.parties:
        yield (0.2, "of heads") if _of_heads(a) and _of_heads(b) else (0.0, "")


def _of_heads(one: Sighting) -> bool:
    return one.level in HEADS or (one.kind == "summit" and not one.level)


def _by_days(a: Sighting, b: Sighting) -> _Parts:
    if a.days is None or b.days is None:
        return
    if not (a.dated or b.dated) and abs(a.days.first - b.days.first) > (_SEASON if one_name(a, b) else STAY):
        return
    if not (a.dated and b.dated):
        of_forum = a.forum is not None and a.bearing == b.bearing and not (a.dated or b.dated)
        yield max(0.2 if of_forum else 0.1, _near_issue(a, b), _near_issue(b, a)), "told at the same time"
    elif not (a.fine and b.fine):
        yield 0.2, "in the same month" if a.days.grain == b.days.grain == "month" else "in times that fit"
    elif not (a.days.begun and a.days.ended and b.days.begun and b.days.ended):
        yield 0.3, "on days that fit"
    elif a.days == b.days:
        yield 0.45, "on the same day" if a.days.length == 1 else "on the same days"
    elif a.days.gap(b.days):
        yield 0.25, "on adjoining days"
    else:
        yield (0.35 if min(a.days.length, b.days.length) == 1 else 0.4), "on days that fit"


def _near_issue(told: Sighting, undated: Sighting) -> float:
    """More for what is held about the day on which another telling of its forum, without a date, is issued."""
    if not told.fine or undated.dated or undated.issued is None or told.days is None or told.forum != undated.forum:
        return 0.0
    away = max(told.days.first - undated.issued, undated.issued - told.days.last, 0)
    return 0.25 if away <= STAY else 0.2 if away <= _SEASON else 0.0


def _by_people(a: Sighting, b: Sighting) -> _Parts:
    if a.many:
        return
    met = compared(a.company, b.company)
    one_sided = a.family in _ONE_SIDED or (one_name(a, b) and not (a.beside or b.beside))
    if met.people > 1:
        fuller = 0.38 if not _with_others(a, b) else 0.25
        yield (0.42 if met.equal else fuller), "with the same people"
    elif met.people and met.offices:
        yield 0.35, "with the same person and office"
    elif not met.people and a.family == "visit" and (companions(a, b) or _visitor_in_title(a, b)):
        yield 0.3, "with the person whom its words or title name"
    elif met.people and not one_sided and (_with_others(a, b) or _partners_untold(a, b)):
        yield -0.2, ""
    elif met.people:
        yield (0.4 if a.family in _ONE_SIDED else 0.25), "with the same person"
    elif met.offices:
        yield (0.25 if a.family in _ONE_SIDED else 0.15), "with the same offices"


_ONE_SIDED = frozenset({"visit", "stop"})


def _with_others(a: Sighting, b: Sighting) -> bool:
    """Whether one names a partner whom the other, by people or title, does not: it may have met others that day."""
    return _partner_untold(a, b) or _partner_untold(b, a)


def _partner_untold(full: Sighting, short: Sighting) -> bool:
    """Whether someone's side is told in the one alone; an account that names its partner may leave out its own head."""
    told = dict(short.company)
    partner = sum(bool(name) for _, people in short.company for name, _ in people) == 1
    missing = [
        name
        for country, people in full.company
        if not any(name for name, _ in told.get(country, ()))
        and not {office for _, office in people} & {office for _, office in told.get(country, ())}
        for name, office in people
        if name and not (partner and country in short.account and office in SOLE_OFFICES)
    ]
    return bool(missing) and not any(_words_of(short).intersection(name.split()) for name in missing)


def _visitor_in_title(a: Sighting, b: Sighting) -> bool:
    """Whether one names nobody, and its title names the visitor of the other."""
    return any(
        not short.named
        and in_one_place(short, full)
        and any(name and name.split()[-1] in short.title.split() for _, people in full.company for name, _ in people)
        for full, short in ((a, b), (b, a))
    )


def _words_of(one: Sighting) -> set[str]:
    return {*one.title.split(), *one.words.split()}


def _partners_untold(a: Sighting, b: Sighting) -> bool:
    """Whether both name but people of the side whose account it is, and their titles differ: whom they met is open."""
    present = {country for one in (a, b) for country, people in one.company if any(name for name, _ in people)}
    return present <= (a.account & b.account) and not _alike(a.title, b.title)


def _alike(a: str, b: str) -> bool:
    return min(len(a), len(b)) >= _SENTENCE and fuzz.ratio(a, b) >= _ALIKE


def _by_place(a: Sighting, b: Sighting) -> _Parts:
    if a.place and b.place and (a.place in b.place or b.place in a.place):
        yield 0.1, "in the same place"
    elif a.place and b.place and not (a.named and b.named and a.family == "talk"):
        yield -0.1, ""
    elif a.country and a.country == b.country:
        yield 0.05, "in the same country"


def _by_parties(a: Sighting, b: Sighting) -> _Parts:
    if held_by_few(a, b):
        yield 0.25, f"between {', '.join(sorted(a.parties))}"
    elif lately_in_one_place(a, b):
        yield 0.3, f"between {', '.join(sorted(a.parties))}, a short time ago"
    elif a.parties == b.parties and a.parties:
        yield 0.1, f"between {' and '.join(sorted(a.parties))}"


def _by_words(a: Sighting, b: Sighting) -> _Parts:
    """What is told with few facts may be known by its words: one sentence in two releases, one title of two."""
    if not (a.vague and b.vague) or a.many or b.many:
        return
    if _alike(a.words, b.words):
        yield 0.2, "in the same words"
    elif a.release != b.release and _alike(a.title, b.title):
        yield 0.1, "under the same title"


_SENTENCE, _ALIKE = 40, 90.0
_SEASON = 45
_STEPS = (_by_name, _by_kind, _by_days, _by_people, _by_place, _by_words, _by_parties)
