"""Our figures are those of the shared yardstick, on gold against itself and on gold that was damaged."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from comity.evaluate import load_gold, score
from comity.evaluate.folding import KINDS
from comity.evaluate.report import score_shape

Document = dict[str, Any]
Damage = Callable[[random.Random, Document], Document]
AGREE = 0.005


def unchanged(_: random.Random, document: Document) -> Document:
    return document


def dropped(rng: random.Random, document: Document) -> Document:
    return document | {k: [r for r in document.get(k, []) if rng.random() < 0.6] for k in KINDS}


def silent(_: random.Random, document: Document) -> Document:
    return document | {k: [] for k in KINDS}


def altered(rng: random.Random, document: Document) -> Document:
    return document | {k: [alter(rng, r) for r in document.get(k, [])] for k in KINDS}


def doubled(rng: random.Random, document: Document) -> Document:
    return document | {
        k: [c for r in document.get(k, []) for c in (r, alter(rng, r), r)[: rng.randint(1, 3)]] for k in KINDS
    }


def shuffled(rng: random.Random, document: Document) -> Document:
    mixed = altered(rng, document)
    return mixed | {k: rng.sample(mixed[k], len(mixed[k])) for k in KINDS}


def alter(rng: random.Random, record: Document) -> Document:
    record = deepcopy(record)
    for field, value in list(record.items()):
        if rng.random() < 0.35 and field in CHANGES:
            record[field] = CHANGES[field](rng, value)
    if rng.random() < 0.5:
        record["evidence"] = [{"start": 0, "end": 0, "quote": record.get("evidence")}]
    return record


def other_date(rng: random.Random, value: Any) -> Any:
    told = str(value or "2021-05-06")
    return rng.choice([None, told[:7], told[:4], "2019-01-02", f"{told}/..", f"../{told}", f"2000/{told}"])


def other_words(rng: random.Random, value: Any) -> Any:
    if not isinstance(value, str) or not value:
        return rng.choice([None, "Joint Exercise Example"])
    words = value.split()
    fewer = [w for w in words if rng.random() < 0.7] or words
    return rng.choice([" ".join(fewer), value.upper(), f"{value} and so on", value[2:], "".join(w[0] for w in words)])


def other_parties(rng: random.Random, value: Any) -> Any:
    parties = list(value or [])
    return rng.choice(
        [parties[1:], [*parties, "FR"], [str(p).lower() for p in parties], [{"code": p} for p in parties], []]
    )


def other_people(rng: random.Random, value: Any) -> Any:
    people = list(value or [])
    return rng.choice([people[1:], people[::-1], [*people, {"name": None, "role": "delegation"}]])


CHANGES: dict[str, Callable[[random.Random, Any], Any]] = {
    "date": other_date, "due": other_date, "name": other_words, "action": other_words, "topic": other_words,
    "label": other_words, "place": other_words, "evidence": other_words, "parties": other_parties,
    "by": other_parties, "participants": other_people,
    "edition": lambda rng, _: rng.choice([None, 1, 7, "7"]),
    "status": lambda rng, _: rng.choice(["held", "planned", "signed"]),
    "kind": lambda rng, _: rng.choice(["talks", "dialogue", "visit", "agreement"]),
    "force": lambda rng, _: rng.choice(["agreed", "intends"]),
    "stance": lambda rng, _: rng.choice(["supports", "welcomes"]),
    "domain": lambda rng, _: rng.choice(["sea", "land", "unknown"]),
    "established": lambda rng, _: rng.choice([None, 1952]),
}  # fmt: skip


def figures(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from figures(inner, f"{path}/{key}")
    else:
        yield path, value


@pytest.mark.parametrize(
    ("damage", "seed"),
    [(unchanged, 0), (silent, 0), (dropped, 1), (altered, 3), (altered, 4),
     (doubled, 6), (shuffled, 8), (shuffled, 9)],
)  # fmt: skip
def test_every_figure_agrees_with_the_yardstick(damage: Damage, seed: int, shared: Path, tmp_path: Path) -> None:
    gold = load_gold(shared / "gold" / "dev")
    rng = random.Random(seed)
    predicted = {name: damage(rng, dict(document)) for name, document in sorted(gold.documents.items())}
    for name, document in predicted.items():
        (tmp_path / f"{name}.json").write_text(json.dumps(document), "utf-8")
    yardstick = subprocess.run(
        [sys.executable, shared / "gold" / "score.py", gold.folder, tmp_path, "--json"],
        capture_output=True, check=True, text=True,
    )  # fmt: skip
    theirs = dict(figures(json.loads(yardstick.stdout)))
    ours = dict(figures(score_shape(score(gold.documents, predicted))))
    assert ours.keys() == theirs.keys()
    numbers = {path for path, value in theirs.items() if isinstance(value, int | float)}
    assert len(numbers) > 100
    assert {p: ours[p] for p in numbers} == pytest.approx({p: theirs[p] for p in numbers}, abs=AGREE)
    assert {p: v for p, v in ours.items() if p not in numbers} == {p: v for p, v in theirs.items() if p not in numbers}


def test_gold_against_itself_is_perfect(shared: Path) -> None:
    gold = load_gold(shared / "gold" / "dev")
    assert score(gold.documents, gold.documents).strict.f1 == 1.0
