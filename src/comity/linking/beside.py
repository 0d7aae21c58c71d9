"""What the releases of a promise tell beside it: the meeting it was made at, and what its own sentence tells of."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from comity.linking.bounds import bounds
from comity.linking.targets import Target
from comity.model import Agreement, Claim, Engagement, Entry, Exercise, Kept, Participant

__all__ = ["Beside", "Company", "People", "same_people"]

_TITLES = frozenset(
    [
        "president",
        "prime",
        "minister",
        "sir",
        "lord",
        "lady",
        "king",
        "queen",
        "prince",
        "dr",
        "mr",
        "mrs",
        "ms",
        "jr",
        "iii",
        "shri",
        "al",
        "el",
        "ben",
        "van",
        "von",
        "de",
    ]
)

People = frozenset[tuple[str, str]]
"""Names of people by the word, each with the state they speak for ("" where none is told)."""


@dataclass(frozen=True, slots=True)
class Company:
    """What a promise's release tells beside it.

    `same` are the things of which the promise's own sentence tells; `pacts` the agreements between its parties that the
    release tells of; `occasions` the meetings told there as held by then; `people`, `parties` and
    `names` are of these; `planned` are the meetings told there as yet to come; `titles` its title.
    """

    same: frozenset[str]
    pacts: frozenset[str]
    occasions: frozenset[str]
    people: People
    parties: tuple[frozenset[str], ...]
    names: frozenset[str] = frozenset()
    planned: frozenset[str] = frozenset()
    titles: str = ""


class Beside:
    """Things by the releases that tell of them."""

    def __init__(self, things: Sequence[Entry]) -> None:
        told: defaultdict[str, list[tuple[str, Kept]]] = defaultdict(list)
        for thing in things:
            if thing.kind in ("engagement", "exercise", "agreement"):
                for kept in thing.members:
                    told[kept.release].append((thing.id, kept))
        self._told = told

    def company(self, target: Target, promise: Entry) -> Company:
        """What stands beside the promise in the release that a target of it is made from."""
        beside = self._told.get(target.release, [])
        own = [k.claim for k in promise.members if k.release == target.release]
        met = [(thing, k.claim) for thing, k in beside if _is_occasion(target, k)]
        return Company(
            same=frozenset(thing for thing, k in beside if any(_overlap(k.claim, claim) for claim in own)),
            pacts=frozenset(thing for thing, k in beside if _between(target, k.claim)),
            occasions=frozenset(thing for thing, _ in met),
            people=frozenset(one for _, claim in met for one in _people_at([claim])),
            parties=tuple(frozenset(c.parties) for _, c in met if isinstance(c, Engagement)),
            names=frozenset(n for _, c in met if isinstance(c, Engagement) for n in (c.series, c.name) if n),
            titles=" . ".join(sorted({k.title for k in promise.members if k.release == target.release and k.title})),
            planned=frozenset(thing for thing, k in beside if _is_planned(target, k)),
        )


def same_people(people: People, claims: Sequence[Claim]) -> list[str]:
    """Those of `people` who are at another meeting too; nobody where others spoke for one of the states there."""
    there = _people_at(claims)
    common = {name for name, _ in people} & {name for name, _ in there}
    for state in {s for _, s in people} & {s for _, s in there} - {""}:
        if not {n for n, s in people if s == state} & {n for n, s in there if s == state}:
            return []
    named = [p for c in claims if isinstance(c, Engagement) for p in c.participants if p.name]
    return sorted({p.name or "" for p in named if _name_words(p) & common})


def _people_at(claims: Iterable[Claim]) -> People:
    told = [p for c in claims if isinstance(c, Engagement) for p in c.participants if p.name]
    return frozenset((word, p.country or "") for p in told for word in _name_words(p))


def _name_words(person: Participant) -> set[str]:
    plain = unicodedata.normalize("NFD", (person.name or "").casefold())
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    return set(re.findall(r"[^\W\d_]{3,}", bare)) - _TITLES


def _is_occasion(target: Target, kept: Kept) -> bool:
    """Whether it is a meeting of those who promise, over or going on as the promise is told."""
    claim = kept.claim
    if not isinstance(claim, Engagement) or claim.status not in ("held", "ongoing"):
        return False
    when = bounds(claim.when.edtf) if claim.when else bounds(kept.issued)
    return bool(when and when[0] <= target.made and len(set(claim.parties) & target.parties) > 1)


def _is_planned(target: Target, kept: Kept) -> bool:
    claim = kept.claim
    if not isinstance(claim, Engagement) or claim.status not in ("planned", "proposed", "invited"):
        return False
    return len(set(claim.parties) & target.parties) > 1


def _between(target: Target, claim: Claim) -> bool:
    return isinstance(claim, Agreement) and len(set(claim.parties) & target.parties) > 1


def _overlap(claim: Claim, promise: Claim) -> bool:
    """Whether the two rest on the same words of their release, for the most part of the shorter."""
    if not isinstance(claim, Engagement | Exercise | Agreement) or not claim.evidence or not promise.evidence:
        return False
    one, other = claim.evidence[0], promise.evidence[0]
    common = min(one.end, other.end) - max(one.start, other.start)
    return common > 0 and 2 * common >= min(one.end - one.start, other.end - other.start)
