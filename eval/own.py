"""Scores Comity on releases of our own: `python eval/own.py [--part development|held|unread|all] [--misses]`.

eval/own/*.jsonl holds releases written for Comity in the manner of many issuers, a line each, with the records that
their writer means them to hold; they are full of what the rules do not foresee. One in three (whose number divides by
three) and the whole last file are held out: no rule is made for them.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from comity.errors import InputError
from comity.evaluate.folding import KINDS
from comity.evaluate.matching import pair_up
from comity.evaluate.report import summary_lines
from comity.evaluate.score import score
from comity.extract.read import read_claims
from comity.intake import capture_bytes, read_texts
from comity.lexicon import load
from comity.model import Issuer, Release
from comity.model.shape import reading_shape
from comity.reading.annotate import annotate
from comity.sources import read_masthead

HERE = Path(__file__).parent / "own"
UNREAD = "own-03"
"""The writer whose releases are held out altogether."""
Record = dict[str, Any]


def releases(part: str) -> Iterator[Record]:
    """The own releases of a part, in the order of their files."""
    for file in sorted(HERE.glob("*.jsonl")):
        for line in file.read_text("utf-8").splitlines():
            row = json.loads(line)
            if part in ("all", part_of(row["id"])):
                yield row


def part_of(name: str) -> str:
    """To which part a release belongs."""
    if name.startswith(UNREAD):
        return "unread"
    return "development" if int(name.rsplit("-", 1)[1]) % 3 else "held"


def release_of(row: Record) -> Release:
    """An own release; who issues it and its genre are told, so that the claims alone are scored."""
    content = {"id": row["id"], "title": row["title"], "date": row["issued"], "text": row["text"]}
    capture = capture_bytes(json.dumps(content, ensure_ascii=False).encode(), f"{row['id']}.jsonl")
    (text,) = read_texts(capture)
    if isinstance(text, InputError):
        raise text
    told = {"issuer": Issuer("a ministry", None, row["issuer"]), "genre": row["genre"]}
    return replace(read_masthead(capture, text), **told)


def read(row: Record) -> Record:
    """What Comity reads in an own release."""
    return reading_shape(read_claims(annotate(release_of(row), load())))


def told_apart(gold: dict[str, Record], shapes: dict[str, Record]) -> Iterator[str]:
    """A line for each record that was missed, and each claim that no record tells."""
    for name, wanted in gold.items():
        for kind in KINDS:
            records, claims = wanted.get(kind) or [], shapes[name][kind]
            pairs = pair_up(kind, claims, records)
            known, met = {p.predicted for p in pairs}, {p.gold for p in pairs}
            missed = (r for at, r in enumerate(records) if at not in met and not r.get("optional"))
            yield from (f"{name} missed {kind} {json.dumps(r, ensure_ascii=False)}" for r in missed)
            extra = (c for at, c in enumerate(claims) if at not in known)
            yield from (f"{name} extra {kind} {c['rule']}: {c['evidence'][0]['quote']}" for c in extra)


def main() -> None:
    """Read, score, print."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--part", choices=("development", "held", "unread", "all"), default="held")
    ask.add_argument("--misses", action="store_true", help="list them (of the development part only)")
    told = ask.parse_args()
    rows = list(releases(told.part))
    gold = {row["id"]: row for row in rows}
    shapes = {row["id"]: read(row) for row in rows}
    print("\n".join(summary_lines(score(gold, shapes))))
    if told.misses and told.part == "development":
        print("\n".join(told_apart(gold, shapes)))


if __name__ == "__main__":
    main()
