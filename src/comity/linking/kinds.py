"""The kinds of things that tellings are grouped into, by the name of the claim's kind."""

from __future__ import annotations

from collections.abc import Mapping

from comity.linking.agreements import AGREEMENTS
from comity.linking.engagements import ENGAGEMENTS
from comity.linking.exercises import EXERCISES
from comity.linking.grouping import Kind
from comity.linking.relations import POSITIONS, RELATIONS
from comity.model import Kept, Mention

__all__ = ["KINDS", "PEOPLE", "mentions"]


def _alone() -> Kind[Kept]:
    return Kind(lambda k: k.id, lambda k: (), lambda a, b: None, lambda m, t: [[x] for x in m])


KINDS: Mapping[str, Kind[Kept]] = {
    "engagement": ENGAGEMENTS,
    "exercise": EXERCISES,
    "agreement": AGREEMENTS,
    "commitment": _alone(),
    "position": POSITIONS,
    "relation": RELATIONS,
}
PEOPLE: Kind[Mention] = Kind(
    lambda k: f"{k.country}|{k.name}", lambda k: (), lambda a, b: None, lambda m, t: [[x] for x in m]
)


def mentions(kept: Kept) -> list[Mention]:
    return [
        Mention(p.name, p.role, p.office, p.country, kept.issued, kept.id, i)
        for i, p in enumerate(getattr(kept.claim, "participants", ()))
        if p.name
    ]
