"""Under what a claim is listed: its place in the order of days, its names, and one-word tags to find it by."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import combinations

from comity.model import Agreement, Claim, Commitment, Engagement, Exercise, Kept, Position, Relation, When
from comity.model.days import days_of
from comity.record.digests import fold_digest

__all__ = [
    "REJECTED",
    "STATUS",
    "day_of",
    "facets",
    "names",
    "pair_tag",
    "parties_of",
    "person_tags",
    "place_bounds",
    "place_of",
    "status_of",
    "tag",
    "tags",
    "year_of",
]

STATUS = ("status", "force", "stance")
"""The fields that are looked for as the status of a claim; no kind has two of them."""
_ROOM = 32
"""How many bits of a place are the claim's number; the days stand above them."""
_FIRST_DAY = re.compile(r"\d{4}(?:-\d{2})?(?:-\d{2})?")
_WORD = re.compile(r"[^\W_]+")
_END = "0"
"""A tag ends in a figure, so that no stemming touches it."""


@lru_cache(maxsize=1 << 16)
def tag(facet: str, value: str) -> str:
    """One word for a value of a facet: `kind`, `exercise` gives kindexercise0."""
    folded = "".join(c for c in unicodedata.normalize("NFKD", value).casefold() if c.isascii() and c.isalnum())
    return f"{facet}{folded or 'x' + fold_digest(value.casefold())[:12]}{_END}"


REJECTED = tag("review", "rejected")
"""The tag of claims that people rejected."""


def pair_tag(a: str, b: str) -> str:
    """The tag of two parties, in whatever order they are given."""
    first, second = sorted((a, b))
    return tag("pair", f"{first}x{second}")


def person_tags(name: str) -> set[str]:
    """The tags of a person's name, one a word: names stand in either order, and with more or fewer of their words."""
    return {tag("person", word) for word in _WORD.findall(name)}


def parties_of(kept: Kept) -> tuple[str, ...]:
    """All parties of a claim: those who act and those to whom."""
    match kept.claim:
        case Commitment(by=by, to=to):
            return tuple(dict.fromkeys((*by, *to)))
        case Position(by=by):
            return by
        case Engagement(parties=parties) | Exercise(parties=parties) | Agreement(parties=parties):
            return parties
        case Relation(parties=parties):
            return parties
    return ()


def status_of(claim: Claim) -> str | None:
    """How far a thing has come, how strong a promise is, or what stance is taken; None for a relation."""
    return next((told for field in STATUS if (told := getattr(claim, field, None))), None)


def day_of(kept: Kept) -> str | None:
    """The day a claim is listed under: of the thing itself where it is told, else of the release (ISO 8601)."""
    when: When | None = getattr(kept.claim, "when", None)
    told = when.edtf if when and when.edtf else ""
    found = _FIRST_DAY.search(told)
    return found.group() if found else kept.issued


def place_of(kept: Kept, number: int) -> int:
    """The place of a claim among all: by day, then in the order in which they came to be known."""
    return (_ordinal(day_of(kept)) << _ROOM) | number


def place_bounds(first: str | None, last: str | None) -> tuple[int, int]:
    """The places from the day `first` to the day `last`, both included; None leaves a side open.

    A month or a year as `last` means its last day.
    """
    begins, ends = (days_of(day) if day else None for day in (first, last))
    begin = begins[0].toordinal() << _ROOM if begins else 0
    end = (ends[1].toordinal() + 1) << _ROOM if ends else 1 << 62
    return begin, end - 1


def names(kept: Kept) -> str:
    """All names in a claim, and what a promise or position is about: the words it is found by beside its quote."""
    claim = kept.claim
    told: list[str | None] = [getattr(claim, field, None) for field in ("name", "series", "place", "label", "topic")]
    if isinstance(claim, Commitment):
        told.append(claim.action)
    if isinstance(claim, Engagement):
        told += [part for who in claim.participants for part in (who.name, who.role)]
        told += [topic.topic for topic in claim.topics]
    told += getattr(claim, "vessels", ())
    return " · ".join(dict.fromkeys(word for word in told if word))


def tags(kept: Kept) -> str:
    """The tags of a claim, sorted: kind, each party and pair, status, series, review, words of people's names."""
    claim, parties = kept.claim, parties_of(kept)
    found = {tag("kind", claim.kind_name), tag("review", kept.review)}
    found |= {tag("party", party) for party in parties}
    found |= {pair_tag(a, b) for a, b in combinations(sorted(set(parties)), 2)}
    if status := status_of(claim):
        found.add(tag("status", status))
    series = getattr(claim, "series", None) or (claim.name if isinstance(claim, Exercise) else None)
    if series:
        found.add(tag("series", series))
    for person in getattr(claim, "participants", ()):
        found |= person_tags(person.name or "")
    return " ".join(sorted(found))


def facets(listed_tags: str, place: int) -> Iterator[str]:
    """The counts that a listed claim belongs to: of all claims, of each party and each pair by kind, status, year.

    What people rejected is counted as rejected, and nowhere else.
    """
    told = listed_tags.split()
    scopes = ["all", *(t for t in told if t.startswith(("party", "pair")))]
    if REJECTED in told:
        yield from (f"{scope} {REJECTED}" for scope in scopes)
        return
    year = year_of(place)
    counted = [t for t in told if t.startswith(("kind", "status", "review"))]
    for scope in scopes:
        yield scope
        yield f"{scope} year{year}"
        for one in counted:
            yield f"{scope} {one}"


def year_of(place: int) -> int:
    """The year of a place; 0 where no day is known."""
    return date.fromordinal(place >> _ROOM).year if place >> _ROOM else 0


def _ordinal(day: str | None) -> int:
    """Days since the first of year 1, from 1; 0 where no day is known. A month or year counts as its first day."""
    days = days_of(day or "")
    return days[0].toordinal() if days else 0
