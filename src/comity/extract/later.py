"""Later sentences on an exercise: its days told afterwards, or another edition of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from comity.extract.circumstance import place_near, when_near
from comity.extract.context import Context
from comity.extract.drills import Drill, quote_of
from comity.extract.holdings import one_end, status_told
from comity.extract.quoting import evidence
from comity.model import Exercise, Span
from comity.reading.mentions import Sentence

__all__ = ["EDITION", "other_edition", "told_after"]

_NTH = (
    r"(?:last|previous|next|coming|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
    r"|\d{1,2}(?:st|nd|rd|th))"
)
EDITION = re.compile(
    rf"\b[Tt]he\s+{_NTH}(?:\s+(?:\w+\s+)?(?:edition|one|exercise|iteration|round))?"
    r"(?:\s+of\s+(?:the\s+series|these\s+exercises|the\s+exercise))?\s+(?:took place|was|will|would|is"
    r"|in\s+(?=[A-Z]|\d{4})|had|of the series)"
    rf"|\b(?:last|previous|earlier|next|coming)\s+(?:\w+\s+)?(?:edition|iteration|of the series|of these exercises)\b"
    rf"|\b{_NTH}\s+(?:edition|iteration)\s+(?!of\b)"
    r"|\b(?:[Nn]ext|[Ll]ast) year['’]s (?:edition|exercise)\b"
    r"|\bexercise (?:was last|was first|will next)\b|\bIn (?:19|20)\d\d the exercise\b"
)
# "The exercise commenced on 12 January": more of the one just told.
_THE_ONE = re.compile(
    r"^(?:\W*\d+\W+)?(?:The|This)\s+(?:[\w-]+\s+){0,4}?(?:exercise|drill|training|PASSEX|edition)s?(?P<verb>,?\s+"
    r"(?:which\s+)?(?:was|is|will|has|had|commenced|began|concluded|culminated|ends?|runs?|lasts?|kicked"
    r"|scheduled|being|took|started)\b)"
)


def told_after(sentence: Sentence, context: Context, known: Exercise) -> Iterator[Exercise]:
    """What a sentence adds to the exercise just told, or another edition of it that it tells."""
    named = any(h.reading("exercise") for h in sentence.hits)
    found = EDITION.search(sentence.text)
    if found is not None and not named:
        yield from other_edition(found, sentence, context, known)
    elif _THE_ONE.match(sentence.text) and not named:
        yield from _added(sentence, context, known)


def _added(sentence: Sentence, context: Context, known: Exercise) -> Iterator[Exercise]:
    spot = Drill(0, _end(sentence.text), None, None)
    status = status_told(spot, (0, len(sentence.text)), sentence, context) or known.status
    if status == "continuing" or not (sentence.dates or sentence.editions):
        return
    when = when_near(spot.end, sentence, context, "future" if status == "planned" else "past")
    place = place_near(spot.end, sentence)
    yield replace(
        known,
        rule="exercise.more",
        evidence=(evidence(context.source.release, quote_of(spot, sentence)),),
        edition=next((e.number for e in sentence.editions if e.number), None) or known.edition,
        when=one_end(when, sentence.text),
        place=place.name if place else known.place,
        place_country=place.country if place else known.place_country,
        place_detail=place.detail if place else known.place_detail,
        status=status,
    )


def _end(text: str) -> int:
    found = _THE_ONE.match(text)
    return found.start("verb") if found else 0


def other_edition(found: re.Match[str], sentence: Sentence, context: Context, known: Exercise) -> Iterator[Exercise]:
    """`The last of the series was held at Zarqa in 2023`: another edition of the exercise just named."""
    text = sentence.text
    around = text[max(0, found.start() - 60) :]
    planned = bool(re.search(r"\b(?:[Nn]ext|will|to (?:be held|hold|conduct|host)|coming)\b", around))
    when = when_near(found.end(), sentence, context, "future" if planned else "past")
    place = place_near(found.start(), sentence)
    if (when is None and place is None) or (
        known.when is not None and when is not None and when.edtf == known.when.edtf
    ):
        return
    yield replace(
        known,
        rule="exercise.other-edition",
        evidence=(evidence(context.source.release, Span(sentence.start, sentence.start + len(text.rstrip(" .")))),),
        edition=next((e.number for e in sentence.editions if e.number), None) or _ordinal(found[0]),
        when=when,
        place=place.name if place else None,
        place_country=place.country if place else None,
        place_detail=place.detail if place else None,
        status="planned" if planned else "held",
        vessels=(),
    )


def _ordinal(words: str) -> int | None:
    names = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
    return next((n for n, name in enumerate(names, 1) if re.search(rf"\b{name}\b", words)), None)
