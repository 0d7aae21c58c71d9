"""Settles two independent passes over the same releases: `python eval/settle.py ../shared PASS_A PASS_B OUT`.

A pass is a folder of STEM.json with the six lists, each record with a quote as `evidence`. What both coders recorded
stays as the first told it, with `coders: 2` (optional where both said so); what only one recorded is kept as
`optional`, with `coders: 1`. Quotes become offsets into the corpus record, so no text is kept. `pass` says whose a
record is and `unsure` that its coder marked it as optional, so that the first pass alone can be scored too. Prints
how far the two agree.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from corpus import name_of
from draw import drawn
from judged import LISTS, raw_text

from comity.evaluate.matching import pair_up
from comity.evaluate.report import summary_lines
from comity.evaluate.score import score

Record = dict[str, Any]


def settled(kind: str, first: list[Record], second: list[Record]) -> Iterator[Record]:
    """The records of both: paired ones once, those of one coder alone as optional."""
    pairs = pair_up(kind, second, first)
    twin = {pair.gold: second[pair.predicted] for pair in pairs}
    for at, record in enumerate(first):
        unsure = bool(record.get("optional"))
        both = at in twin
        optional = not both or (unsure and bool(twin[at].get("optional")))
        yield _marked(record, "a", 2 if both else 1, optional=optional, unsure=unsure)
    known = {pair.predicted for pair in pairs}
    for at, record in enumerate(second):
        if at not in known:
            yield _marked(record, "b", 1, optional=True, unsure=bool(record.get("optional")))


def _marked(record: Record, whose: str, coders: int, *, optional: bool, unsure: bool) -> Record:
    marks: Record = {"pass": whose, "coders": coders}
    marks |= {"optional": True} if optional else {}
    marks |= {"unsure": True} if unsure else {}
    return {name: value for name, value in record.items() if name != "optional"} | marks


def placed(records: list[Record], raw: str, stem: str) -> list[Record]:
    """The records with their quotes as offsets; white space does not count."""
    for record in records:
        words = r"\s+".join(re.escape(word) for word in record["evidence"].split())
        match = re.search(words, raw)
        if match is None:
            raise SystemExit(f"{stem}: not in the text: {record['evidence']}")
        record["evidence"] = [match.start(), match.end()]
    return records


def told(folder: Path, stem: str) -> Mapping[str, list[Record]]:
    """What one coder recorded of a release."""
    found = json.loads((folder / f"{stem}.json").read_text("utf-8"))
    return {kind: found.get(kind) or [] for kind in LISTS}


def main() -> None:
    """Settle, write, print the agreement."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("shared", type=Path)
    ask.add_argument("first", type=Path)
    ask.add_argument("second", type=Path)
    ask.add_argument("out", type=Path)
    given = ask.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    passes: tuple[dict[str, Any], dict[str, Any]] = ({}, {})
    for stem, file, row in drawn(given.shared):
        a, b = passes[0][stem], passes[1][stem] = told(given.first, stem), told(given.second, stem)
        facts: Record = {"docid": stem, "id": name_of(row), "file": file}
        for kind in LISTS:
            facts[kind] = placed(list(settled(kind, a[kind], b[kind])), raw_text(row), stem)
        text = json.dumps(facts, ensure_ascii=False, indent=1)
        (given.out / f"{stem}.json").write_text(text + "\n", "utf-8")
    print("the second pass, scored against the first:")
    print("\n".join(summary_lines(score(*passes))))


if __name__ == "__main__":
    main()
