"""Scores linking on the linking gold: `python eval/linking.py ../shared/corpus [--sample real-held] [--wrong]`.

The gold (eval/linking) says of every claim in some releases which thing it tells of, of every named person who it is,
and of promises what became of them. Scored are pairs: two claims that are put together rightly, wrongly, or not at all.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

from corpus import corpus

from comity.errors import InputError
from comity.intake import capture_bytes
from comity.linking.followups import follow_ups
from comity.linking.grouping import group
from comity.linking.kinds import KINDS, PEOPLE, mentions
from comity.model import Entry, Kept, Reading
from comity.scale import read_captures

HERE = Path(__file__).parent / "linking"
SAMPLES = ("own-first", "own-second", "own-third", "real-dev", "real-dev2", "real-follow", "real-held", "real-held2")
LEFT_OUT = "-"
SCORED = ("engagement", "exercise", "agreement", "commitment")


@dataclass
class Gold:
    """One sample: the group of each claim (kind, claim), the person of each mention, the follow-ups of promises."""

    name: str
    documents: list[tuple[str, str]]
    groups: dict[str, dict[str, str]]
    people: dict[str, str]
    followups: set[tuple[str, str]]

    @classmethod
    def load(cls, name: str) -> Gold:
        """Read the tables of a sample."""
        claims = _rows(f"{name}-claims.csv")
        groups: dict[str, dict[str, str]] = {kind: {} for kind in SCORED}
        for row in claims:
            groups[row["kind"]][row["claim"]] = row["group"]
        return cls(
            name,
            list(dict.fromkeys((row["corpus"], row["doc"]) for row in claims)),
            groups,
            {f"{row['claim']}#{row['at']}": row["person"] for row in _rows(f"{name}-people.csv")},
            {(r["promise"], r["thing"]) for r in _rows(f"{name}-followups.csv") if r["becomes"] != "repeated"},
        )


@dataclass
class Pairs:
    """How many pairs were put together rightly, wrongly, and how many were missed; and which were not right."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    told: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Of the pairs put together, the part that is one thing."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Of the pairs that are one thing, the part put together."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0

    def __add__(self, other: Pairs) -> Pairs:
        return Pairs(
            self.right + other.right, self.wrong + other.wrong, self.missed + other.missed, self.told + other.told
        )


def scored(found: Iterable[Sequence[str]], gold: Mapping[str, str]) -> Pairs:
    """Pairs of the things found against the gold's; what the gold leaves out or does not know is not counted."""
    known = {one: label for one, label in gold.items() if label != LEFT_OUT}
    put = {pair for thing in found for pair in combinations(sorted(one for one in thing if one in known), 2)}
    labelled: defaultdict[str, list[str]] = defaultdict(list)
    for one, label in sorted(known.items()):
        labelled[label].append(one)
    true = {pair for members in labelled.values() for pair in combinations(members, 2)}
    told = [("wrong", *pair) for pair in sorted(put - true)] + [("missed", *pair) for pair in sorted(true - put)]
    return Pairs(len(put & true), len(put - true), len(true - put), told)


def linked(readings: Sequence[Reading], gold: Gold) -> dict[str, Pairs]:
    """The pairs of each kind, of people, and of promises and what became of them."""
    kept = [_kept(reading, claim) for reading in readings for claim in reading.claims()]
    found: dict[str, list[Entry]] = {}
    for name, kind in KINDS.items():
        things = group([one for one in kept if one.kind == name], kind)
        members = [tuple(sorted(thing.members, key=lambda one: one.order)) for thing in things]
        found[name] = [Entry(f"{name}-{n}", name, members[n], thing.ties) for n, thing in enumerate(things)]
    scores = {name: scored([[k.id for k in e.members] for e in found[name]], gold.groups[name]) for name in SCORED}
    people = group([one for k in kept for one in mentions(k)], PEOPLE)
    scores["person"] = scored([[one.id for one in thing.members] for thing in people], gold.people)
    events = [e for name, entries in found.items() if name != "position" for e in entries]
    scores["follow-up"] = _followed(found["commitment"], events, gold)
    return scores


def _followed(promises: Sequence[Entry], things: Sequence[Entry], gold: Gold) -> Pairs:
    """Follow-ups by promise and thing, as groups: an announcement in the promise's own release is none."""
    known = {claim for kind in SCORED for claim in gold.groups[kind]}
    promise_of = {k.id: e.id for e in promises for k in e.members}
    thing_of = {k.id: e.id for e in things for k in e.members}
    true = {(promise_of.get(p, p), thing_of.get(t, t)) for p, t in gold.followups}
    members = {e.id: [k.id for k in e.members] for e in (*promises, *things)}
    put = {
        (f.promise, f.thing)
        for f in follow_ups(promises, things)
        if f.bearing != "announced" and f.becomes != "repeated" and set(members[f.promise]) & known
    }
    told = [("wrong", members[p][0], members[t][0]) for p, t in sorted(put - true)]
    told += [("missed", members.get(p, [p])[0], members.get(t, [t])[0]) for p, t in sorted(true - put)]
    return Pairs(len(put & true), len(put - true), len(true - put), told)


def readings_of(gold: Gold, records: Mapping[str, Mapping[str, Any]], jobs: int) -> list[Reading]:
    """Read the releases of a sample: its own ones from eval/linking, real ones from the corpus."""
    own = {row["id"]: row for row in _own(gold.name)}
    rows = [own.get(doc) or records[doc] for _, doc in gold.documents]
    captures = [
        capture_bytes(json.dumps(row, ensure_ascii=False).encode(), f"{row['id']}.json", "x.json") for row in rows
    ]
    found = [item for _, item in read_captures(captures, jobs=jobs)]
    return [item for item in found if not isinstance(item, InputError)]


def _kept(reading: Reading, claim: Any) -> Kept:
    release = reading.release
    issued = release.issued.edtf if release.issued else None
    return Kept(claim, release.id, issued, release.genre, release.title)


def _own(name: str) -> Iterator[dict[str, Any]]:
    file = HERE / f"{name}.jsonl"
    if file.is_file():
        yield from map(json.loads, file.read_text("utf-8").splitlines())


def _rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _size(gold: Gold) -> str:
    many = {
        kind: sum(n > 1 for n in Counter(g for g in groups.values() if g != LEFT_OUT).values())
        for kind, groups in gold.groups.items()
    }
    told = ", ".join(f"{n} {kind}" for kind, n in many.items())
    return f"{len(gold.documents)} releases; things told more than once: {told}; {len(gold.followups)} follow-ups"


def _line(name: str, pairs: Pairs) -> str:
    counts = f"right {pairs.right:5}  wrong {pairs.wrong:4}  missed {pairs.missed:4}"
    return f"  {name:<11} P {pairs.precision:.3f}  R {pairs.recall:.3f}  F1 {pairs.f1:.3f}  {counts}"


def main() -> None:
    """Print the scores of each sample, and of all together."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, nargs="?", help="the folder of the corpus; without it the own ones alone")
    parser.add_argument("--sample", choices=SAMPLES, action="append")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--floors", action="store_true", help="fail below eval/linking/floors.toml")
    parser.add_argument("--wrong", action="store_true", help="list the pairs that are not right")
    told = parser.parse_args()
    records = corpus(told.corpus) if told.corpus else {}
    samples = told.sample or [name for name in SAMPLES if records or name.startswith("own")]
    total: defaultdict[str, Pairs] = defaultdict(Pairs)
    floors = tomllib.loads((HERE / "floors.toml").read_text("utf-8"))
    below: list[str] = []
    for name in samples:
        gold = Gold.load(name)
        scores = linked(readings_of(gold, records, told.jobs), gold)
        print(f"{name}: {_size(gold)}")
        for kind, pairs in scores.items():
            total[kind] += pairs
            print(_line(kind, pairs))
            floor = floors.get(name, {}).get(kind, 0.0)
            if pairs.f1 < floor:
                below.append(f"{name}: {kind} {pairs.f1:.3f} is below its floor {floor}")
            for one in pairs.told if told.wrong else ():
                print("     ", *one)
    print("all samples")
    for kind, pairs in total.items():
        print(_line(kind, pairs))
    for sentence in below:
        print(sentence)
    if told.floors and below:
        sys.exit(1)


if __name__ == "__main__":
    main()
