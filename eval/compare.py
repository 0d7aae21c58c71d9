"""Scores `comity compare`: `python eval/compare.py [CORPUS] [--part open|held] [--misses] [--floors]`.

eval/compare/pairs-*.yml hold pairs of read-outs with all that they tell differently, written before the code;
eval/compare/series-*.json what a careful reader found carried over, dropped and new between two real statements, by
offsets (the texts are not here: they are looked up in CORPUS by the hash of their id).
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

from comity.errors import InputError
from comity.extract.read import read_claims
from comity.intake import capture_bytes, read_texts
from comity.lexicon import load
from comity.model import Issuer
from comity.reading.annotate import annotate
from comity.sources import read_masthead
from comity.views.compare.comparing import compare
from comity.views.compare.model import Comparison, Difference, Only, Words
from comity.views.compare.redline import Redline, redline
from comity.views.compare.told import Told, told_of_reading

HERE = Path(__file__).parent / "compare"
PARTS = ("open", "held")
_SAME_FIELD = ({"verb", "status"}, {"date", "due"}, {"number", "amount"})
"""Fields between which a reader may choose: "agreed to begin" and "agreed to conclude" differ in verb or in status."""


@dataclass
class Score:
    """What was found, missed and invented; `lines` name the latter two."""

    found: int = 0
    missed: int = 0
    invented: int = 0
    closed: bool = True
    """Whether all that is there is listed, so that what is told beside it is invented."""
    lines: list[str] = field(default_factory=list)

    def add(self, other: Score) -> Score:
        """This score with what another counts; itself."""
        self.found += other.found
        self.missed += other.missed
        self.invented += other.invented
        self.lines += other.lines
        return self

    @property
    def recall(self) -> float:
        """The share of what is there that was found."""
        return self.found / (self.found + self.missed) if self.found + self.missed else 1.0

    @property
    def precision(self) -> float:
        """The share of what was told that is there."""
        return self.found / (self.found + self.invented) if self.found + self.invented else 1.0


def told(row: Mapping[str, Any]) -> Told:
    """One side of an own pair as it is read; who issues it is told."""
    content = {"id": row["title"], "title": row["title"], "date": str(row["issued"]), "text": row["text"]}
    capture = capture_bytes(json.dumps(content, ensure_ascii=False).encode(), "pair.jsonl")
    (text,) = read_texts(capture)
    if isinstance(text, InputError):
        raise text
    issuer = Issuer(row["issuer"]["name"], None, row["issuer"]["country"])
    release = replace(read_masthead(capture, text), issuer=issuer, genre="readout")
    return told_of_reading(read_claims(annotate(release, load())))


def scored(pair: Mapping[str, Any]) -> dict[str, Score]:
    """The scores of one own pair: of differences, and of what one side alone tells."""
    a, b = told(pair["a"]), told(pair["b"])
    found = compare(a, b)
    return {
        "differences": _differences(pair, found),
        "only one tells": _only(pair["only_a"], found.only_a, a.text, f"{pair['name']} a")
        .add(_only(pair["only_b"], found.only_b, b.text, f"{pair['name']} b")),
    }  # fmt: skip


def _differences(pair: Mapping[str, Any], found: Comparison) -> Score:
    score, left = Score(), list(found.differences)
    for gold in pair["differs"]:
        hit = next((d for d in left if _is(gold, d, found)), None)
        if hit is None:
            score.missed += 1
            score.lines.append(f"{pair['name']} missed {gold['field']}: {gold['a']} / {gold['b']}")
        else:
            left.remove(hit)
            score.found += 1
    score.invented = len(left)
    score.lines += [f"{pair['name']} INVENTED {d.field}: {d.a.quote} / {d.b.quote}" for d in left]
    return score


def _is(gold: Mapping[str, str], told_: Difference, found: Comparison) -> bool:
    fields = gold["field"] == told_.field or any({gold["field"], told_.field} <= same for same in _SAME_FIELD)
    return fields and _meets(found.a.text, gold["a"], told_.a) and _meets(found.b.text, gold["b"], told_.b)


def _meets(text: str, words: str, quote: Any) -> bool:
    at = text.index(words)
    return bool(quote.start < at + len(words) and at < quote.end)


def _only(gold: Sequence[str], found: Sequence[Only], text: str, name: str) -> Score:
    score, left = Score(), list(found)
    for words in gold:
        hits = [o for o in left if _meets(text, words, o.words)]
        left = [o for o in left if o not in hits]
        score.found += bool(hits)
        score.missed += not hits
        score.lines += [] if hits else [f"{name} missed only: {words}"]
    score.invented = len(left)
    score.lines += [f"{name} INVENTED only: {o.words.quote}" for o in left]
    return score


def pairs(part: str) -> list[dict[str, Any]]:
    """The own pairs of a part."""
    rows: list[dict[str, Any]] = yaml.safe_load((HERE / f"pairs-{part}.yml").read_text("utf-8"))
    return rows


def documents(corpus: Path, wanted: Sequence[str]) -> dict[str, dict[str, Any]]:
    """The documents of the corpus whose ids have these hashes."""
    found: dict[str, dict[str, Any]] = {}
    for file in sorted(corpus.glob("*.jsonl.gz")):
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                if (name := hashed(str(row["id"]))) in wanted:
                    found[name] = row
    return found


def hashed(words: str) -> str:
    """A short hash, by which a document or a text is known without being here."""
    return hashlib.sha256(words.encode()).hexdigest()[:12]


def series(corpus: Path) -> Iterator[tuple[str, dict[str, Score]]]:
    """The scores of each judged pair of statements: of formulas carried over, dropped and new."""
    for file in sorted(HERE.glob("series-*.json")):
        gold = json.loads(file.read_text("utf-8"))
        rows = documents(corpus, [gold["a"]["id"], gold["b"]["id"]])
        a, b = (_real(rows[gold[side]["id"]]) for side in "ab")
        if (hashed(a.text), hashed(b.text)) != (gold["a"]["text"], gold["b"]["text"]):
            raise SystemExit(f"{file.name}: the text is read otherwise than when it was judged")
        yield file.stem, _formulas(gold, redline(a, b))


def _real(row: Mapping[str, Any]) -> Told:
    capture = capture_bytes(json.dumps(row, ensure_ascii=False).encode(), "corpus.jsonl")
    (text,) = read_texts(capture)
    if isinstance(text, InputError):
        raise text
    return told_of_reading(read_claims(annotate(read_masthead(capture, text), load())))


def _formulas(gold: Mapping[str, Any], found: Redline) -> dict[str, Score]:
    carried, dropped, new = Score(closed=False), Score(closed=False), Score(closed=False)
    for one in gold["carried"]:
        hit = any(
            f.a and f.b and _over(one["a"], f.a) and _over(one["b"], f.b)
            for f in found.formulas
            if f.fate in ("kept", "changed")
        )
        _count(carried, hit, f"carried: {one['what']}")
    for one in gold["dropped"]:
        gone = [f.a for f in found.of("dropped")] + [
            p.a for f in found.of("changed") for p in f.pieces if p.fate == "deleted"
        ]
        _count(dropped, any(w and _over(one["a"], w) for w in gone), f"dropped: {one['what']}")
    for one in gold["added"]:
        come = [f.b for f in found.of("new")] + [
            p.b for f in found.of("changed") for p in f.pieces if p.fate == "inserted"
        ]
        _count(new, any(w and _over(one["b"], w) for w in come), f"new: {one['what']}")
    return {"carried": carried, "dropped": dropped, "new": new}


def _count(score: Score, hit: bool, what: str) -> None:  # noqa: FBT001 - whether it was found is what is counted
    score.found += hit
    score.missed += not hit
    score.lines += [] if hit else [f"missed {what}"]


def _over(span: Sequence[int], words: Words) -> bool:
    return span[0] < words.end and words.start < span[1]


def main() -> None:
    """Print the scores of each part."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, nargs="?", help="the folder of the corpus; without it the own pairs alone")
    parser.add_argument("--part", choices=PARTS, action="append")
    parser.add_argument("--misses", action="store_true", help="list what was missed and invented")
    parser.add_argument("--floors", action="store_true", help="fail below eval/compare/floors.toml")
    asked = parser.parse_args()
    floors = tomllib.loads((HERE / "floors.toml").read_text("utf-8")) if asked.floors else {}
    below: list[str] = []
    for name, scores in _all(asked.part or PARTS, asked.corpus):
        for what, score in scores.items():
            precision = f"P {score.precision:.3f}" if score.closed else "P   -  "
            counts = f"found {score.found:3}  missed {score.missed:3}  invented {score.invented:3}"
            print(f"{name:<12} {what:<15} {precision}  R {score.recall:.3f}  {counts}")
            for line in score.lines if asked.misses else ():
                print("    ", line)
            for measure, floor in floors.get(name, {}).get(what, {}).items():
                if getattr(score, measure) < floor:
                    below.append(f"{name}: {measure} of {what} is below its floor {floor}")
    for line in below:
        print(line)
    if below:
        sys.exit(1)


def _all(parts: Sequence[str], corpus: Path | None) -> Iterator[tuple[str, dict[str, Score]]]:
    for part in parts:
        total: dict[str, Score] = {}
        for pair in pairs(part):
            for what, score in scored(pair).items():
                total.setdefault(what, Score()).add(score)
        yield part, total
    if corpus is not None:
        yield from series(corpus)


if __name__ == "__main__":
    main()
