"""Relations: what a relationship is called, and how old it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from comity.extract.context import Context
from comity.extract.names import parties_inside
from comity.extract.quoting import evidence
from comity.model import Relation, Span, When
from comity.reading.mentions import Sentence
from comity.reading.time import founded

__all__ = ["relations"]

_OWN = re.compile(r"\b(?:relations|ties|friendship|partnership|alliance|diplomatic)\b", re.IGNORECASE)


# The anniversary of a treaty is told with the treaty.
_OF_A_TEXT = re.compile(
    r"\s*of\s+(?:(?:the|our|their|its|signing|of|conclusion|major|bilateral|historic|\w+ship)\s+)*"
    r"(?:[A-Z]\w+\s+){0,4}(?:[Tt]reaty|[Aa]greement|[Dd]eclaration|[Pp]act|[Aa]ccords?|[Mm]emorandum)\b"
)
_NO_LABEL = re.compile(
    r"\b(?:Public|Private|Limited|Liability|Vaccine|Building|Digital|Trade|Bank|Business|Climate|Energy"
    r"|Americas|Forum|Youth|Health)\b"
)
_TWO = re.compile(r"[A-Z][\w. ]*[-–].*\b(?:partnership|alliance|friendship)$")
_WE = re.compile(
    r"\b(?:we|our|they|their|both|two|three|sides|leaders|[Mm]inisters|[Pp]residents|bilateral|relations|ties)\b"
)


def relations(sentence: Sentence, context: Context) -> Iterator[Relation]:
    """The labels and founding years of relationships that a sentence tells."""
    if sentence.role in ("title", "subtitle", "heading"):
        return
    labels = list(_labels(sentence, context))
    for age in _ages(sentence, context):
        own = next((n for n in labels if _is_of(age, n, sentence)), None)
        if own is not None:  # "the 70th anniversary of the Alliance": one relation, its name and its age
            labels.remove(own)
        yield replace(age, label=own.label) if own is not None else age
    yield from labels


def _is_of(age: Relation, named: Relation, sentence: Sentence) -> bool:
    """Whether an anniversary is that of the relation named just behind it."""
    return (
        any(
            re.match(rf"\s*(?:of|in)\s+(?:\w+\s+){{0,2}}?{re.escape(named.label or '')}", sentence.text[a.end :])
            for a in sentence.anniversaries
        )
        and len(set(age.parties) & set(named.parties)) > 1
    )


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
        if _TWO.match(label) and len(parties_inside(start, match.end(), sentence)) < 2:
            continue  # "the Asia-Pacific partnership" names no two sides
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
    parties = _parties(told.start(), told.end(), sentence, context) if told else ()
    if told and len(parties) > 1 and (told["year"] or issued):
        span = Span(sentence.start + told.start(), sentence.start + told.end())
        year = told["year"] or str(issued.year - int(told["ago"])) if issued else told["year"]
        yield Relation(
            rule="relation.established",
            evidence=(evidence(context.source.release, span),),
            parties=parties,
            established=int(year),
            established_detail=When(year, "year", "text" if told["year"] else "relative", told["year"] or told["ago"]),
        )
        return
    for anniversary in sentence.anniversaries:
        if not _OWN.search(sentence.text) or _OF_A_TEXT.match(sentence.text[anniversary.end :]):
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
