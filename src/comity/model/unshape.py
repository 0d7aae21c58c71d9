"""The way back from the JSON shape `comity/1`: what is kept, sent or corrected as JSON becomes values again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from comity.model.claims import (
    Agreement,
    Amount,
    Claim,
    Commitment,
    Engagement,
    Exercise,
    Inference,
    Participant,
    PlaceDetail,
    Position,
    Relation,
    Topic,
)
from comity.model.span import Evidence
from comity.model.when import When

__all__ = ["claim_from_shape"]

Shape = Mapping[str, Any]


def claim_from_shape(kind: str, shape: Shape, inferences: Sequence[Shape] = ()) -> Claim:
    """The claim that `claim_shape` printed; what is not in the shape keeps its default.

    Args:
        kind: engagement, exercise, agreement, commitment, position or relation.
        shape: the claim as `comity read --json` prints it.
        inferences: the steps behind inferred values, each as a mapping of its fields.

    Raises:
        KeyError: `kind` is none of the six.
    """
    common: dict[str, Any] = {
        "id": shape.get("id", ""),
        "rule": shape.get("rule", ""),
        "evidence": _quotes(shape.get("evidence", ())),
        "according_to": tuple(shape.get("according_to", ())),
        "certainty": float(shape.get("certainty", 0.5)),
        "inferences": tuple(Inference(**step) for step in inferences),
    }
    return _MADE[kind](shape, common)


def _engagement(s: Shape, common: dict[str, Any]) -> Claim:
    return Engagement(
        kind=s["kind"], form=s.get("form"), name=s.get("name"), series=s.get("series"), edition=s.get("edition"),
        when=_when(s, "date"), place=s.get("place"), place_country=s.get("place_country"), place_detail=_place(s),
        parties=tuple(s.get("parties", ())), level=s.get("level"), status=s.get("status", "held"),
        part_of=s.get("part_of"), order=s.get("order"),
        topics=tuple(Topic(t["topic"], _quotes(t.get("evidence", ()))) for t in s.get("topics", ())),
        participants=tuple(Participant(**p) for p in s.get("participants", ())),
        vessels=tuple(s.get("vessels", ())), **common,
    )  # fmt: skip


def _exercise(s: Shape, common: dict[str, Any]) -> Claim:
    return Exercise(
        name=s.get("name"), series=s.get("series"), edition=s.get("edition"), domain=s.get("domain", "unknown"),
        domains=tuple(s.get("domains", ())), domain_basis=(s.get("domain_detail") or {}).get("basis", "text"),
        format=tuple(s.get("format", ())), focus=tuple(s.get("focus", ())), parties=tuple(s.get("parties", ())),
        parties_complete=s.get("parties_complete", "unknown"), when=_when(s, "date"), place=s.get("place"),
        place_country=s.get("place_country"), place_detail=_place(s), status=s.get("status", "held"),
        vessels=tuple(s.get("vessels", ())), **common,
    )  # fmt: skip


def _agreement(s: Shape, common: dict[str, Any]) -> Claim:
    return Agreement(
        name=s.get("name"), kind=s.get("kind", "agreement"), subject=s.get("subject", "other"),
        parties=tuple(s.get("parties", ())), status=s.get("status", "signed"), when=_when(s, "date"),
        occasion=s.get("occasion"), **common,
    )  # fmt: skip


def _commitment(s: Shape, common: dict[str, Any]) -> Claim:
    amount = s.get("amount")
    return Commitment(
        by=tuple(s.get("by", ())), to=tuple(s.get("to", ())), force=s.get("force", "agreed"),
        action=s.get("action", ""), about=tuple(s.get("about", ())), due=_when(s, "due"),
        condition=s.get("condition"), purpose=s.get("purpose"), amount=Amount(**amount) if amount else None, **common,
    )  # fmt: skip


def _position(s: Shape, common: dict[str, Any]) -> Claim:
    return Position(by=tuple(s.get("by", ())), stance=s.get("stance", "supports"), topic=s.get("topic", ""), **common)


def _relation(s: Shape, common: dict[str, Any]) -> Claim:
    established = s.get("established")
    return Relation(
        parties=tuple(s.get("parties", ())), label=s.get("label"), established=established,
        established_detail=_when(s, "established", str(established) if established else None), **common,
    )  # fmt: skip


_MADE: Mapping[str, Callable[[Shape, dict[str, Any]], Claim]] = {
    "engagement": _engagement,
    "exercise": _exercise,
    "agreement": _agreement,
    "commitment": _commitment,
    "position": _position,
    "relation": _relation,
}


def _when(shape: Shape, field: str, edtf: str | None = None) -> When | None:
    detail, told = shape.get(f"{field}_detail"), edtf or shape.get(field)
    if detail:
        return When(
            detail.get("edtf", told), detail.get("precision"), detail.get("basis", "text"), detail.get("printed", ""),
            detail.get("calendar", "gregorian"),
        )  # fmt: skip
    return When(told, None, "human", told) if told else None


def _place(shape: Shape) -> PlaceDetail | None:
    detail = shape.get("place_detail")
    return PlaceDetail(**detail) if detail else None


def _quotes(told: Sequence[Shape]) -> tuple[Evidence, ...]:
    return tuple(Evidence(q["start"], q["end"], q["quote"], q.get("page")) for q in told)
