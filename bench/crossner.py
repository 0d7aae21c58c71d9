"""A sanity check on names that are not ours: CrossNER politics (Liu et al. 2021), `crossner.py FOLDER [--misses]`.

Reads the sentences of train.txt and dev.txt (BIO, a word and a label a line), and counts how many of the gold
spans that lie in our scope are found, and how much of what is found lies in a gold span of that label or in one of
a label that may hold it. Nothing is trained on it. In scope: countries; organisations that act for states (only
such as our tables could know); politicians and other persons; places. Comity finds people by title or by a name
known from a title, so bare names of politicians are expected to be missed: the figure says how many.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from comity.lexicon import load
from comity.model import Block, Issuer, Release, Text, When
from comity.reading.annotate import annotate
from comity.reading.mentions import Sentence

PEOPLE = frozenset({"politician", "person"})
PLACES = frozenset({"country", "location"})
BODIES = frozenset({"organisation", "politicalparty"})
GROUPS = {"people": PEOPLE, "places": PLACES, "bodies": BODIES}


@dataclass(frozen=True)
class Gold:
    start: int
    end: int
    label: str


def sentences(file: Path) -> Iterator[tuple[str, list[Gold]]]:
    """Each sentence as text, with its gold spans."""
    for block in file.read_text("utf-8").split("\n\n"):
        text, spans = "", []
        for line in block.splitlines():
            word, _, tag = line.partition("\t")
            text += (
                " " if text and word not in {",", ".", ")", "'s", ":", ";"} and not text.endswith("(") else ""
            ) + word
            if tag.startswith("B-"):
                spans.append(Gold(len(text) - len(word), len(text), tag[2:]))
            elif tag.startswith("I-") and spans:
                spans[-1] = Gold(spans[-1].start, len(text), spans[-1].label)
        if text:
            yield text, spans


def release(text: str) -> Release:
    """A sentence as a release of nobody in particular."""
    day = date(2020, 1, 1).isoformat()
    issuer, when, text_of = (
        Issuer("x", None, None),
        When(day, "day", "text", day),
        Text(text, (Block(0, len(text), "body"),)),
    )
    masthead = ("report", None, (), None, None, None, issuer, (), None, None, when, (), None)
    return Release("x", "x", "-", "text/plain", ("en",), *masthead, text_of)


def found(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """What was found: start, end and group."""
    for mention in sentence.people:
        if mention.person is not None:
            yield mention.start - sentence.start, mention.end - sentence.start, "people"
    for hit in sentence.hits:
        if hit.reading("state", "place", "capital"):
            yield hit.start, hit.end, "places"
        elif hit.reading("body", "service"):
            yield hit.start, hit.end, "bodies"


def main(folder: str, *, misses: bool) -> None:
    lexicon = load()
    gold_of, met, told, right = (Counter[str]() for _ in range(4))
    for name in ("train.txt", "dev.txt"):
        for text, gold in sentences(Path(folder) / name):
            spans = [
                (sentence.start + start, sentence.start + end, group)
                for sentence in annotate(release(text), lexicon).sentences
                for start, end, group in found(sentence)
            ]
            for one in gold:
                for group, labels in GROUPS.items():
                    if one.label in labels:
                        hit = any(g == group and s < one.end and one.start < e for s, e, g in spans)
                        gold_of[one.label] += 1
                        met[one.label] += hit
                        if misses and not hit:
                            print(f"{one.label}: {text[one.start : one.end]}")
            for start, end, group in spans:
                told[group] += 1
                right[group] += any(start < g.end and g.start < end and g.label in GROUPS[group] for g in gold)
    for label, number in sorted(gold_of.items()):
        print(f"{label:16} {number:5} gold, found {met[label] / number:.3f}")
    for group, number in sorted(told.items()):
        print(f"{group:16} {number:5} found, in a gold span of such a label {right[group] / number:.3f}")


if __name__ == "__main__":
    main(sys.argv[1], misses="--misses" in sys.argv)
