"""Which sentences are parsed, and which stretches of them the parser should take as one word."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import cache

from comity.extract.instruments import tells_of_one
from comity.extract.names import names_in
from comity.extract.selection import Selection
from comity.lexicon import Lexicon
from comity.reading.annotate import Annotated
from comity.reading.mentions import Sentence
from comity.reading.syntax import parse

__all__ = ["parse_what_matters"]

_AGAIN = re.compile(r"\b(?:[Rr]e|[Dd]e)-((?:affirm|iterat|confirm|emphasi|stat|escalat)\w+)")  # each is one word
_TOGETHER = re.compile(r"\b(?:shoulder[- ]to[- ]shoulder|side[- ]by[- ]side|hand[- ]in[- ]hand)\b")
_BY_NAME = frozenset({"title", "subtitle", "heading"})


@cache
def _selection(lexicon: Lexicon) -> Selection:
    return Selection(lexicon.rules.values())


def parse_what_matters(source: Annotated) -> None:
    """Parse the sentences that some rule, or the sentences behind them, need."""
    needs = _selection(source.lexicon).needs_parse
    wanted = [s for s in source.sentences if needs(s) or (s.role not in _BY_NAME and tells_of_one(s.text))]
    for sentence, doc in zip(wanted, parse((s.text, _names(s)) for s in wanted), strict=True):
        sentence.doc = doc


def _names(sentence: Sentence) -> list[tuple[int, int, str]]:
    """The stretches that the parser should take as one word: people with their titles, ships, named occasions."""
    spans = [
        (m.start - sentence.start, m.end - sentence.start, "smith") for m in sentence.people if m.person is not None
    ]
    spans += [(v.start, v.end, "smith") for v in sentence.vessels]
    spans += [(n.start, n.end, "summit") for n in names_in(sentence)]
    spans += [(m.start(), m.end(), m[1]) for m in _AGAIN.finditer(sentence.text)]
    spans += [(m.start(), m.end(), "together") for m in _TOGETHER.finditer(sentence.text)]
    spans += _cities(sentence)
    kept: list[tuple[int, int, str]] = []
    for start, end, norm in sorted(spans):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end, norm))
    return kept


def _cities(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """A city with its state, "Manila, the Philippines": the comma makes the parser lose the sentence."""
    for city, state in itertools.pairwise(sentence.hits):
        gap = sentence.text[city.end : state.start]
        if state.reading("state") and city.reading("capital", "place") and gap in (", ", ", the "):
            yield city.start, state.end, "paris"
