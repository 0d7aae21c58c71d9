"""What people decided about a claim comes to: its review status, and its values as corrected.

Decisions are never erased: a later one supersedes, and `undo` takes the last one back. One that was taken on other
words or another value than the claim holds now does not hold any more, and the claim asks to be looked at again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from comity.record.digests import canonical, fold_digest

__all__ = ["REVIEWS", "Ruling", "in_force", "ruled", "seen_of"]

REVIEWS = {"accept": "accepted", "reject": "rejected", "unsure": "unsure", "correct": "corrected"}
"""The verb of a decision and the status that it gives."""

_NOT_TOLD = frozenset({"id", "rule", "certainty", "according_to"})


@dataclass(frozen=True, slots=True)
class Ruling:
    """A claim's shape with what was corrected, and its status: unsure where what was decided last fell."""

    body: Mapping[str, Any]
    review: str


def seen_of(body: Mapping[str, Any], field: str | None = None) -> str:
    """A digest of what a person decides on: the quotes, and the extracted value of `field` or of all fields.

    Offsets are no part of it: a quote that has moved is the same quote.
    """
    quotes = [one["quote"] for one in body.get("evidence", ())]
    if field is not None:
        return fold_digest(canonical([quotes[:1], body.get(field)]))
    told = {key: value for key, value in body.items() if key not in _NOT_TOLD and key != "evidence"}
    if "topics" in told:
        told["topics"] = [topic["topic"] for topic in told["topics"]]
    told.pop("part_of", None)
    return fold_digest(canonical([quotes, told]))


def in_force(told: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The decisions on one target, in their order, without those that were undone."""
    held: list[Mapping[str, Any]] = []
    for decision in told:
        if decision["verb"] == "undo":
            held = [one for one in held if one["id"] != decision["old"]]
        else:
            held.append(decision)
    return held


def ruled(body: Mapping[str, Any], told: Sequence[Mapping[str, Any]]) -> Ruling:
    """What the decisions on a claim come to; `body` is the claim's shape as it was extracted."""
    values, review, fell = dict(body), "machine", False
    for decision in in_force(told):
        field = decision["field"] if decision["verb"] == "correct" else None
        if decision["verb"] not in REVIEWS:
            continue
        if decision["seen"] != seen_of(body, field):
            fell = True
            continue
        review, fell = REVIEWS[decision["verb"]], False
        if field is not None:
            values[field] = json.loads(decision["new"])
            values |= _detail(body, field, values[field])
    return Ruling(values, "unsure" if fell else review)


def _detail(body: Mapping[str, Any], field: str, value: Any) -> dict[str, Any]:
    """A corrected value stands on a person's word: its detail says so."""
    name = f"{field}_detail"
    if name not in body:
        return {}
    return {name: None if value is None else {"printed": "", "basis": "human"}}
