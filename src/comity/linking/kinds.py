"""The kinds of things that tellings are grouped into, by the name of the claim's kind."""

from __future__ import annotations

from collections.abc import Mapping

from comity.linking.agreements import AGREEMENTS
from comity.linking.commitments import COMMITMENTS
from comity.linking.engagements import ENGAGEMENTS
from comity.linking.exercises import EXERCISES
from comity.linking.grouping import Kind
from comity.linking.people import PEOPLE, mentions
from comity.linking.relations import POSITIONS, RELATIONS
from comity.model import Kept

__all__ = ["KINDS", "PEOPLE", "mentions"]

KINDS: Mapping[str, Kind[Kept]] = {
    "engagement": ENGAGEMENTS,
    "exercise": EXERCISES,
    "agreement": AGREEMENTS,
    "commitment": COMMITMENTS,
    "position": POSITIONS,
    "relation": RELATIONS,
}
