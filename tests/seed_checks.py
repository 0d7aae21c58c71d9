"""What a release must yield, record by record and field by field: shared by the seed's twin and the seed itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from comity.evaluate import score_document
from comity.evaluate.fields import FIELDS, judge
from comity.evaluate.folding import KINDS, records
from comity.evaluate.likeness import name_likeness, text_likeness
from comity.evaluate.matching import pair_up

Record = Mapping[str, Any]
WORDS = ("action", "topic", "label")


def every_record(gold: Record) -> list[tuple[str, int]]:
    """Every record that must be found: its kind and place."""
    return [(k, n) for k in KINDS for n, wanted in enumerate(records(gold, k)) if not wanted.get("optional")]


def every_field(gold: Record) -> Iterator[Any]:
    """Every field that is given of a record that must be found."""
    for kind, number in every_record(gold):
        wanted = records(gold, kind)[number]
        for field in wanted:
            if field != "evidence":
                name = (
                    f"{kind}-{number}-{wanted.get('name') or wanted.get('kind') or wanted.get('force') or ''}-{field}"
                )
                yield pytest.param(kind, number, field, id=name.replace(" ", "_"))


def twin(told: Record, gold: Record, kind: str, number: int) -> Record | None:
    """The record that was matched with the gold record of that place."""
    predicted = records(told, kind)
    pairs = pair_up(kind, predicted, records(gold, kind))
    return next((predicted[p.predicted] for p in pairs if p.gold == number), None)


def extra(told: Record, gold: Record) -> list[str]:
    """The quotes of what no gold record asks for."""
    judged = score_document("seed", gold, told)
    misses = (miss for kind in judged.kinds.values() for miss in kind.misses)
    return [miss.record["evidence"][0]["quote"] for miss in misses if miss.what == "extra"]


def right(kind: str, field: str, found: Record, wanted: Record) -> bool:
    if field in FIELDS[kind] and field not in ("participants", "edition"):
        return judge(kind, found, wanted)[field] == 1
    if field == "participants":
        return everyone(found, wanted)
    if field == "name":
        return found["name"] == wanted["name"] or name_likeness(found, wanted) >= 0.75
    if field in WORDS:
        return found[field] == wanted[field] or text_likeness(found[field], wanted[field]) >= 0.5
    if field == "about":
        return set(wanted["about"]) <= set(found["about"])
    return bool(found[field] == wanted[field])


def everyone(found: Record, wanted: Record) -> bool:
    """The same people, each with the name, role and state that is given."""
    present = {p["name"]: p for p in found["participants"]}
    if present.keys() != {p["name"] for p in wanted["participants"]}:
        return False
    return all(
        p["country"] == present[p["name"]]["country"] and text_likeness(p["role"], present[p["name"]]["role"]) >= 0.5
        for p in wanted["participants"]
    )
