"""What another version of the extractor reads differently in a release that is kept, and taking it over.

A claim is known again by its id, which rests on its words alone: what a new version finds besides, finds no more, or
reads with other values shows before it is adopted. Nothing is overwritten: what is gone is retired, and stays.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, insert, select

from comity.model import Claim, Reading
from comity.model.shape import claim_shape
from comity.record.clock import next_number
from comity.record.digests import canonical
from comity.record.keeping import keep_extraction
from comity.record.retiring import retire, unretired
from comity.record.rows import body_of, claim_row
from comity.record.standing import NOTHING, Changed, restand
from comity.record.tables import claims, releases

__all__ = ["Differs", "adopt", "differences"]


@dataclass(frozen=True, slots=True)
class Differs:
    """What differs in one release; the values of `changed` are the fields with the value before and after."""

    release: str
    added: tuple[Claim, ...] = ()
    gone: tuple[Mapping[str, Any], ...] = ()
    changed: tuple[tuple[Claim, Mapping[str, tuple[Any, Any]]], ...] = ()
    moved: tuple[Claim, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.gone or self.changed or self.moved)


def differences(connection: Connection, reading: Reading) -> Differs | None:
    """How a new reading of a release differs from the one that is kept; None where no such release is kept."""
    number = _number(connection, reading)
    if number is None:
        return None
    kept = {row["id"]: (row, body_of(row["body"], row["quote"])) for row in unretired(connection, number)}
    found = {claim.id: claim for claim in reading.claims()}
    changed, moved = [], []
    for one, claim in found.items():
        if one in kept:
            told = _changes(kept[one][1], claim_shape(claim))
            if told:
                changed.append((claim, told))
            elif kept[one][0]["body"] != _body(claim):
                moved.append(claim)
    return Differs(
        reading.release.id,
        tuple(claim for one, claim in found.items() if one not in kept),
        tuple({"kind": row["kind"], **shape} for one, (row, shape) in kept.items() if one not in found),
        tuple(changed),
        tuple(moved),
    )


def adopt(connection: Connection, reading: Reading, extractor: str, at: str) -> Changed:
    """Take over a new reading of a kept release: its claims stand, and those that it does not make are retired."""
    number = _number(connection, reading)
    if number is None:
        return NOTHING
    extraction = keep_extraction(connection, reading, number, extractor, at)
    kept = {row["id"]: row for row in unretired(connection, number)}
    found = {claim.id: claim for claim in reading.claims()}
    fresh = [claim for one, claim in found.items() if one not in kept or kept[one]["body"] != _body(claim)]
    renewed = {claim.id for claim in fresh}
    retired = [row["number"] for one, row in kept.items() if one not in found or one in renewed]
    if fresh:
        first = next_number(connection, claims, len(fresh))
        connection.execute(
            insert(claims), [claim_row(claim, first + i, number, extraction, at) for i, claim in enumerate(fresh)]
        )
    retire(connection, retired, extraction, at)
    return restand(connection, [number])


def _number(connection: Connection, reading: Reading) -> int | None:
    return connection.execute(select(releases.c.number).where(releases.c.id == reading.release.id)).scalar()


def _body(claim: Claim) -> str:
    return str(claim_row(claim, 0, None, None, "")["body"])


def _changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """The fields whose value differs; where a quote stands, the rule and the certainty are no values."""
    told = {}
    for field in after:
        if field in {"evidence", "rule", "certainty", "topics"}:
            continue
        if canonical(before.get(field)) != canonical(after[field]):
            told[field] = (before.get(field), after[field])
    return told
