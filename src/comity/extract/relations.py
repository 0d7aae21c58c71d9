"""Relations: what a relationship is called, and how old it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.extract.context import Context
from comity.extract.names import parties_inside
from comity.extract.quoting import evidence
from comity.model import Relation, Span, When
from comity.reading.mentions import Sentence
from comity.reading.time import founded

__all__ = ["relations"]

_LABEL = re.compile(
    r"(?P<label>(?:(?:[A-Z][\w.’\-]*|and)\s+){0,7}(?:Partnership|Alliance|Friendship|Relationship)(?: of the Future)?(?!\s+(?:[A-Z]|for\b))"
    r"|\b(?:(?:special|comprehensive|privileged|enhanced|long-standing|strong|trilateral|global|bilateral|security|defen[cs]e)\s+(?:and\s+)?){0,4}strategic(?:\s+and\s+\w+)?\s+(?:cooperative\s+)?partnership"
    r"|\b(?:enhanced\s+)?trilateral(?:\s+security)?\s+partnership|\bU\.?S\.?[-–]\w+\s+partnership"
    r"|\b(?:[Cc]omprehensive\s+)?[Ss]trategic [Pp]artners\b"
    r"|\b(?:(?:long-?standing|enduring|close|comprehensive|economic|security|defen[cs]e|bilateral|strong|robust|growing|important|deep|vital|durable|trade|energy)(?:,|\s+and)?\s+){1,4}partnership(?=\s+(?:between|with)\b)"
    r"|\balliance(?=\s+(?:between|of|with)\b))"
)
_FOUNDED = re.compile(r"\b(?:establish\w*|set up|open\w*)\b[^.;]{0,40}\b(?:diplomatic )?(?:relations|ties)\b[^.;]{0,25}\b(?P<year>1[6-9]\d\d|20\d\d)\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:relations|ties|friendship|partnership|alliance|diplomatic)\b", re.IGNORECASE)


def relations(sentence: Sentence, context: Context) -> Iterator[Relation]:
    """The labels and founding years of relationships that a sentence tells."""
    if sentence.role in ("title", "subtitle", "heading"):
        return
    yield from _labels(sentence, context)
    yield from _ages(sentence, context)


def _labels(sentence: Sentence, context: Context) -> Iterator[Relation]:
    for match in _LABEL.finditer(sentence.text):
        label = re.sub(r"^(?:The|This|In|Our|Their|As|And|and)\s+", "", match["label"].strip())
        start = match.end() - len(label)
        parties = _parties(start, match.end(), sentence, context)
        if any(h.start < match.end() and start < h.end and h.reading("body", "agreement", "dialogue", "exercise") for h in sentence.hits):
            continue
        if len(parties) < 2 or label in ("Partnership", "Friendship", "Relationship", "Alliance"):
            continue
        span = _around(sentence, start, match.end())
        yield Relation(rule="relation.label", evidence=(evidence(context.source.release, span),), parties=parties, label=label)


def _ages(sentence: Sentence, context: Context) -> Iterator[Relation]:
    issued = context.source.issued
    told = _FOUNDED.search(sentence.text)
    if told and len(context.pair) > 1:
        span = Span(sentence.start + told.start(), sentence.start + told.end())
        year = told["year"]
        yield Relation(
            rule="relation.established", evidence=(evidence(context.source.release, span),), parties=_parties(told.start(), told.end(), sentence, context),
            established=int(year), established_detail=When(year, "year", "text", year),
        )  # fmt: skip
        return
    for anniversary in sentence.anniversaries:
        if not _OWN.search(sentence.text):
            continue
        year_founded = founded(anniversary, issued)
        parties = _parties(anniversary.start, anniversary.end, sentence, context)
        if year_founded is None or len(parties) < 2:
            continue
        piece = sentence.text.rstrip(" .")
        yield Relation(
            rule="relation.anniversary",
            evidence=(evidence(context.source.release, Span(sentence.start, sentence.start + len(piece))),),
            parties=parties,
            established=year_founded,
            established_detail=When(str(year_founded), "year", "relative", anniversary.printed),
        )


def _parties(start: int, end: int, sentence: Sentence, context: Context) -> tuple[str, ...]:
    near = parties_inside(max(0, start - 90), min(len(sentence.text), end + 90), sentence)
    return near if len(near) > 1 else tuple(dict.fromkeys((*near, *context.pair)))


def _around(sentence: Sentence, start: int, end: int) -> Span:
    text = sentence.text
    left, right = text.rfind(" ", 0, max(0, start - 40)) + 1, text.find(" ", min(len(text), end + 45))
    piece = text[left : right if right > 0 else len(text)].rstrip(" .,;:")
    return Span(sentence.start + left, sentence.start + left + len(piece))
