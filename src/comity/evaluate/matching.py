"""Which predicted record is which gold record: the likeness of two records, and the best pairing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from comity.evaluate.assignment import assign
from comity.evaluate.folding import Record, codes, day, people
from comity.evaluate.likeness import (
    date_agreement,
    name_likeness,
    people_f1,
    quote_overlap,
    set_f1,
    text_likeness,
)

__all__ = ["THRESHOLDS", "Pair", "pair_up", "record_likeness"]

THRESHOLDS: Mapping[str, float] = {
    "engagements": 0.55, "exercises": 0.60, "agreements": 0.60,
    "commitments": 0.50, "positions": 0.50, "relations": 0.60,
}  # fmt: skip

# Kinds of engagement that one careful coder uses where another uses the neighbour.
_NEIGHBOURS: Mapping[str, frozenset[str]] = {
    "talks": frozenset({"talks", "dialogue", "summit", "visit"}),
    "dialogue": frozenset({"talks", "dialogue", "conference", "summit"}),
    "summit": frozenset({"summit", "talks", "conference", "dialogue"}),
    "visit": frozenset({"visit", "talks"}),
    "conference": frozenset({"conference", "dialogue", "summit"}),
}
SAME_NAME = 0.55
SAME_PLACE = 0.75
# Between equals a required gold record is taken before an optional one.
REQUIRED_FIRST = 0.05


@dataclass(frozen=True, slots=True)
class Pair:
    """The places of a predicted and a gold record in their lists."""

    predicted: int
    gold: int


def pair_up(kind: str, predicted: Sequence[Record], gold: Sequence[Record]) -> list[Pair]:
    """Pair each predicted record with at most one gold record, for the highest total likeness."""
    if not predicted or not gold:
        return []
    matrix = [[_weight(kind, p, g) for g in gold] for p in predicted]
    return [Pair(i, j) for i, j in assign(matrix)]


def _weight(kind: str, predicted: Record, gold: Record) -> float:
    likeness = record_likeness(kind, predicted, gold)
    if likeness < THRESHOLDS[kind]:
        return 0.0
    return likeness + (0.0 if gold.get("optional") else REQUIRED_FIRST)


def record_likeness(kind: str, predicted: Record, gold: Record) -> float:
    """How alike two records of a kind are, 0 to 1; below the kind's threshold they are not the same thing."""
    return _LIKENESS[kind](predicted, gold)


def _parties(p: Record, g: Record) -> tuple[float, bool]:
    """F1 of the parties, and whether both are told and share none."""
    ours, theirs = codes(p.get("parties")), codes(g.get("parties"))
    return set_f1(ours, theirs), bool(ours and theirs) and ours.isdisjoint(theirs)


def _compatible(a: str, b: str) -> bool:
    return a == b or b in _NEIGHBOURS.get(a, ()) or a in _NEIGHBOURS.get(b, ())


def _engagement(p: Record, g: Record) -> float:
    parties, disjoint = _parties(p, g)
    a, b = str(p.get("kind")), str(g.get("kind"))
    if disjoint or not _compatible(a, b):
        return 0.0
    quote, who = quote_overlap(p, g), people_f1(p, g)
    dates = date_agreement(p.get("date"), g.get("date"))
    # A name or place that only one side gives speaks neither for nor against.
    named, placed = _both(p, g, "name"), _both(p, g, "place")
    name = name_likeness(p, g) if named else 0.5
    place = text_likeness(p.get("place"), g.get("place")) if placed else 0.5
    there = (placed and place >= SAME_PLACE) or (bool(people(g)) and who >= 0.5)
    same_day = bool(day(p.get("date"))) and dates > 0 and there
    if not (quote >= 0.3 or same_day or (named and name >= 0.6)):
        return 0.0
    return 0.15 * (a == b) + 0.2 * parties + 0.2 * dates + 0.1 * place + 0.1 * name + 0.1 * who + 0.15 * quote


def _both(p: Record, g: Record, field: str) -> bool:
    return bool(p.get(field) and g.get(field))


def _exercise(p: Record, g: Record) -> float:
    parties, disjoint = _parties(p, g)
    quote = quote_overlap(p, g)
    if disjoint and quote < 0.3:
        return 0.0
    if not _both(p, g, "name"):
        same_domain = g.get("domain") in (p.get("domain"), "unknown")
        return 0.6 * quote + 0.25 * parties + 0.15 * same_domain
    name = name_likeness(p, g)
    if _both(p, g, "edition") and str(p["edition"]) != str(g["edition"]):
        name *= 0.8
    if name < SAME_NAME:
        return 0.0
    return 0.6 + 0.2 * name + 0.1 * parties + 0.1 * date_agreement(p.get("date"), g.get("date"))


def _agreement(p: Record, g: Record) -> float:
    parties, disjoint = _parties(p, g)
    quote, name = quote_overlap(p, g), name_likeness(p, g)
    if name >= SAME_NAME and not (disjoint and quote < 0.3):
        step = (p.get("status") == g.get("status")) + date_agreement(p.get("date"), g.get("date"))
        return 0.6 + 0.2 * name + 0.1 * parties + 0.05 * step
    same_passage = quote >= 0.5
    same_subject = p.get("subject") == g.get("subject")
    return (0.4 * same_subject + 0.2 * parties) * same_passage + 0.2 * quote


def _saying(p: Record, g: Record) -> float:
    """Commitments and positions: the same passage, said of a similar thing."""
    quote = quote_overlap(p, g)
    meaning = text_likeness(p.get("action") or p.get("topic"), g.get("action") or g.get("topic"))
    if quote < 0.5 or meaning < 0.25:
        return 0.0
    return 0.6 * quote + 0.15 * set_f1(codes(p.get("by")), codes(g.get("by"))) + 0.25 * meaning


def _relation(p: Record, g: Record) -> float:
    parties, _ = _parties(p, g)
    label = name_likeness({"name": p.get("label")}, {"name": g.get("label")})
    same_year = bool(g.get("established")) and str(p.get("established")) == str(g.get("established"))
    told = all(r.get("label") or r.get("established") for r in (p, g))
    return 0.8 * max(label, float(same_year), 0.0 if told else quote_overlap(p, g)) + 0.2 * parties


_LIKENESS: Mapping[str, Callable[[Record, Record], float]] = {
    "engagements": _engagement,
    "exercises": _exercise,
    "agreements": _agreement,
    "commitments": _saying,
    "positions": _saying,
    "relations": _relation,
}
