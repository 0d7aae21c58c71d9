"""How right each field of a matched pair is, and whether the pair was understood (the strict test)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from comity.evaluate.folding import Record, codes, day
from comity.evaluate.likeness import date_agreement, people_f1, set_f1, text_likeness

__all__ = ["FIELDS", "judge", "understood"]

Judge = Callable[[Record, Record], float]

SAME_PLACE = 0.75


def _equal(field: str) -> Judge:
    return lambda p, g: float(p.get(field) == g.get(field))


def _parties(field: str) -> Judge:
    return lambda p, g: set_f1(codes(p.get(field)), codes(g.get(field)))


def _date(field: str) -> Judge:
    return lambda p, g: date_agreement(p.get(field), g.get(field))


def _place(p: Record, g: Record) -> float:
    untold = not (p.get("place") or g.get("place"))
    return float(untold or text_likeness(p.get("place"), g.get("place")) >= SAME_PLACE)


def _domain(p: Record, g: Record) -> float:
    # Where the coder could not tell, a reader that knows the series is not wrong.
    return float(g.get("domain") in (p.get("domain"), "unknown"))


def _edition(p: Record, g: Record) -> float:
    return float(str(p.get("edition")) == str(g.get("edition")))


FIELDS: Mapping[str, Mapping[str, Judge]] = {
    "engagements": {
        "kind": _equal("kind"), "date": _date("date"), "place": _place, "parties": _parties("parties"),
        "participants": people_f1, "status": _equal("status"),
    },
    "exercises": {
        "parties": _parties("parties"), "date": _date("date"), "domain": _domain, "edition": _edition,
        "status": _equal("status"),
    },
    "agreements": {
        "parties": _parties("parties"), "kind": _equal("kind"), "subject": _equal("subject"),
        "status": _equal("status"),
    },
    "commitments": {"by": _parties("by"), "force": _equal("force"), "due": _date("due")},
    "positions": {"by": _parties("by"), "stance": _equal("stance")},
    "relations": {"parties": _parties("parties")},
}  # fmt: skip

_WHO: Mapping[str, str] = {"commitments": "by", "positions": "by"}
_WORD: Mapping[str, str] = {
    "engagements": "status", "exercises": "status", "agreements": "status",
    "commitments": "force", "positions": "stance",
}  # fmt: skip


def judge(kind: str, predicted: Record, gold: Record) -> dict[str, float]:
    """For each field of the kind, 0 to 1: how right the predicted value is."""
    return {field: right(predicted, gold) for field, right in FIELDS[kind].items()}


def understood(kind: str, predicted: Record, gold: Record) -> bool:
    """The strict test: who, and status, force or stance, are right, and an engagement's date is not wrong."""
    who = _WHO.get(kind, "parties")
    told = codes(gold.get(who))
    if told and set_f1(codes(predicted.get(who)), told) < 0.5:
        return False
    word = _WORD.get(kind)
    if word and predicted.get(word) != gold.get(word):
        return False
    if kind != "engagements" or not day(gold.get("date")):
        return True
    return date_agreement(predicted.get("date"), gold.get("date")) > 0
