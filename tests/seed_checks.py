"""What a release must yield, record by record and field by field: shared by the seed's twin and the seed itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from comity.evaluate import score_document
from comity.evaluate.fields import FIELDS, judge
from comity.evaluate.folding import KINDS, records
from comity.evaluate.likeness import name_likeness, text_likeness
from comity.evaluate.matching import pair_up

Record = Mapping[str, Any]
WORDS = ("action", "topic", "label")


def shortfalls(told: Record, gold: Record) -> list[str]:
    """A line for each record that is missed or asked for by nobody, and for each field that is wrong."""
    lines = [f"extra: {quote}" for quote in _extra(told, gold)]
    for kind in KINDS:
        for number, wanted in enumerate(records(gold, kind)):
            if not wanted.get("optional"):
                lines.extend(_amiss(kind, _twin(told, gold, kind, number), wanted))
    block = gold["release"]
    lines.extend(
        f"release: {f} {told['release'][f]!r}, wanted {block[f]!r}" for f in block if told["release"][f] != block[f]
    )
    return lines


def _amiss(kind: str, found: Record | None, wanted: Record) -> list[str]:
    if found is None:
        return [f"missed: {kind} {wanted['evidence']!r}"]
    fields = [field for field in wanted if field != "evidence" and not _right(kind, field, found, wanted)]
    return [f"{kind} {wanted['evidence']!r}: {f} {found.get(f)!r}, wanted {wanted[f]!r}" for f in fields]


def _twin(told: Record, gold: Record, kind: str, number: int) -> Record | None:
    """The record that was matched with the gold record of that place."""
    predicted = records(told, kind)
    pairs = pair_up(kind, predicted, records(gold, kind))
    return next((predicted[p.predicted] for p in pairs if p.gold == number), None)


def _extra(told: Record, gold: Record) -> list[str]:
    """The quotes of what no gold record asks for."""
    judged = score_document("seed", gold, told)
    misses = (miss for kind in judged.kinds.values() for miss in kind.misses)
    return [miss.record["evidence"][0]["quote"] for miss in misses if miss.what == "extra"]


def _right(kind: str, field: str, found: Record, wanted: Record) -> bool:
    if field in FIELDS[kind] and field not in ("participants", "edition"):
        return judge(kind, found, wanted)[field] == 1
    if field == "participants":
        return _everyone(found, wanted)
    if field == "name":
        return found["name"] == wanted["name"] or name_likeness(found, wanted) >= 0.75
    if field in WORDS:
        return found[field] == wanted[field] or text_likeness(found[field], wanted[field]) >= 0.5
    if field == "about":
        return set(wanted["about"]) <= set(found["about"])
    return bool(found[field] == wanted[field])


def _everyone(found: Record, wanted: Record) -> bool:
    """The same people, each with the name, role and state that is given."""
    present = {p["name"]: p for p in found["participants"]}
    if present.keys() != {p["name"] for p in wanted["participants"]}:
        return False
    return all(
        p["country"] == present[p["name"]]["country"] and text_likeness(p["role"], present[p["name"]]["role"]) >= 0.5
        for p in wanted["participants"]
    )
