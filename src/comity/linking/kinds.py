"""The kinds of things that tellings are grouped into, by the name of the claim's kind; and people beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from comity.linking.agreements import AGREEMENTS
from comity.linking.commitments import COMMITMENTS
from comity.linking.engagements import ENGAGEMENTS
from comity.linking.exercises import EXERCISES
from comity.linking.grouping import Kind
from comity.linking.people import PEOPLE, mentions
from comity.linking.relations import POSITIONS, RELATIONS
from comity.model import Kept, Mention
from comity.record.forms import SELF

__all__ = ["KINDS", "PEOPLE", "THINGS", "Telling", "kind_name", "mentions", "tellings_in"]

Telling = Kept | Mention
"""What can be linked: a claim, or a person as one claim names them."""

KINDS: Mapping[str, Kind[Kept]] = {
    "engagement": ENGAGEMENTS,
    "exercise": EXERCISES,
    "agreement": AGREEMENTS,
    "commitment": COMMITMENTS,
    "position": POSITIONS,
    "relation": RELATIONS,
}
THINGS: Mapping[str, Kind[Any]] = {**KINDS, "person": PEOPLE}
"""All kinds of things that claims and those named in them are grouped into."""


def kind_name(telling: Telling) -> str:
    """The name of the kind of thing that a telling tells of."""
    return telling.kind if isinstance(telling, Kept) else "person"


def tellings_in(kept: Kept) -> Iterator[tuple[int, Telling]]:
    """What can be linked of a claim: (its place in the claim or SELF, the telling); nothing of a rejected one."""
    if kept.review != "rejected":
        yield SELF, kept
        yield from ((one.at, one) for one in mentions(kept))
