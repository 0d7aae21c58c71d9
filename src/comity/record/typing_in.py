"""Claims that no reading made: typed in by a person, without a quote."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, insert

from comity.model import Agreement, Claim, Commitment, Engagement, Exercise, Position, Relation
from comity.model.shape import claim_shape
from comity.model.unshape import claim_from_shape
from comity.record.checks import check_entered
from comity.record.clock import next_number
from comity.record.digests import canonical
from comity.record.noting import Decision, note
from comity.record.rows import claim_row
from comity.record.rulings import seen_of
from comity.record.standing import Changed, stand
from comity.record.tables import claims

__all__ = ["type_in"]

_HUMAN = "human"
"""What stands for the rule of a claim that a person typed in."""


def type_in(
    connection: Connection, kind: str, values: Mapping[str, Any], who: str, why: str | None, at: str
) -> Changed:
    """Keep a claim that a person makes without a release: it has no quote, and says so.

    Raises:
        DecisionRefused: there is no such kind or field, or a field cannot hold its value.
    """
    check_entered(kind, values)
    shape = claim_shape(_BLANK[kind])
    told = canonical([kind, dict(values), who, at])
    made = claim_from_shape(kind, shape | dict(values) | {"id": hashlib.sha256(told.encode()).hexdigest()[:16]})
    number = next_number(connection, claims)
    connection.execute(insert(claims), [claim_row(made, number, None, None, at)])
    note(connection, made.id, Decision("type", who, why), seen_of(claim_shape(made)), at)
    return stand(connection, [number])


_BLANK: Mapping[str, Claim] = {
    "engagement": Engagement(rule=_HUMAN, evidence=(), certainty=1.0, kind="talks"),
    "exercise": Exercise(rule=_HUMAN, evidence=(), certainty=1.0),
    "agreement": Agreement(rule=_HUMAN, evidence=(), certainty=1.0),
    "commitment": Commitment(rule=_HUMAN, evidence=(), certainty=1.0),
    "position": Position(rule=_HUMAN, evidence=(), certainty=1.0),
    "relation": Relation(rule=_HUMAN, evidence=(), certainty=1.0),
}
"""A claim of each kind with nothing told yet."""
