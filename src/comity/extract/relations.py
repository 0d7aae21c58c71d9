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

_OWN = re.compile(r"\b(?:relations|ties|friendship|partnership|alliance|diplomatic)\b", re.IGNORECASE)


_NO_LABEL = re.compile(
    r"\b(?:Public|Private|Limited|Liability|Vaccine|Building|Digital|Trade|Bank|Business|Climate|Energy"
    r"|Americas|Forum|Youth|Health)\b"
)
_WE = re.compile(
    r"\b(?:we|our|they|their|both|two|three|sides|leaders|[Mm]inisters|[Pp]residents|bilateral|relations|ties)\b"
)


def relations(sentence: Sentence, context: Context) -> Iterator[Relation]:
    """The labels and founding years of relationships that a sentence tells."""
    if sentence.role in ("title", "subtitle", "heading"):
        return
    yield from _labels(sentence, context)
    yield from _ages(sentence, context)


def _labels(sentence: Sentence, context: Context) -> Iterator[Relation]:
    for match in context.source.lexicon.pattern("relation.label").finditer(sentence.text):
        label = re.sub(r"^(?:The|This|In|Our|Their|As|And|and)\s+", "", match[0].strip())
        start = match.end() - len(label)
        parties = _parties(start, match.end(), sentence, context)
        if any(
            h.start < match.end() and start < h.end and h.reading("body", "agreement", "dialogue", "exercise")
            for h in sentence.hits
        ):
            continue
        if _NO_LABEL.search(label) or (len(parties) > 1 and not _tied(start, match.end(), sentence, context)):
            continue
        if len(parties) < 2 or label in ("Partnership", "Friendship", "Relationship", "Alliance"):
            continue
        span = _around(sentence, start, match.end())
        yield Relation(
            rule="relation.label",
            evidence=(evidence(context.source.release, span),),
            parties=parties,
            label=label,
        )


def _ages(sentence: Sentence, context: Context) -> Iterator[Relation]:
    issued = context.source.issued
    told = context.source.lexicon.pattern("relation.established", re.IGNORECASE).search(sentence.text)
    if told and len(context.pair) > 1:
        span = Span(sentence.start + told.start(), sentence.start + told.end())
        year = told["year"]
        yield Relation(
            rule="relation.established",
            evidence=(evidence(context.source.release, span),),
            parties=_parties(told.start(), told.end(), sentence, context),
            established=int(year),
            established_detail=When(year, "year", "text", year),
        )
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


def _tied(start: int, end: int, sentence: Sentence, context: Context) -> bool:
    """Whether a label is told of the parties: another party is named near it, or both sides are spoken of."""
    near = parties_inside(max(0, start - 90), min(len(sentence.text), end + 90), sentence)
    return any(code != context.issuer for code in near) or _WE.search(sentence.text) is not None


def _around(sentence: Sentence, start: int, end: int) -> Span:
    text = sentence.text
    left, right = text.rfind(" ", 0, max(0, start - 40)) + 1, text.find(" ", min(len(text), end + 45))
    piece = text[left : right if right > 0 else len(text)].rstrip(" .,;:")
    return Span(sentence.start + left, sentence.start + left + len(piece))
