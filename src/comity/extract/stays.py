"""Stays told in passing: "While in Vientiane on 10 March, General X ...", "X, in Brazil since Sunday, ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.extract.circumstance import Place, place_near
from comity.extract.context import Actors, Context
from comity.extract.quoting import evidence
from comity.extract.telling import level_of, participant
from comity.model import Engagement, Span
from comity.reading.mentions import Sentence
from comity.reading.syntax import subject
from comity.reading.time import DateMention, resolve

__all__ = ["stays"]

_WHILE = re.compile(r"^(?:While|Whilst|When) (?:in|on a stay in|passing through) [A-Z]")
_ASIDE = re.compile(r", (?:who (?:is|has been) |now )?in (?=[A-Z])")


def stays(sentence: Sentence, context: Context) -> Iterator[Engagement]:
    """The visit that a sentence tells aside, where its place and its day are told and who was there."""
    told = _WHILE.match(sentence.text) or _ASIDE.search(sentence.text)
    if told is None or sentence.doc is None or context.issuer is None:
        return
    start = told.start() if told.re is _WHILE else told.start() + 2
    place = place_near(start, sentence)
    day = next((d for d in sentence.dates if place is not None and 0 <= d.start - place.end < 5), None)
    who = _guest(told, sentence, context)
    if place is None or place.country is None or day is None or not who.people or place.country in who.parties:
        return
    if sentence.text[day.end : day.end + 1] != ",":
        return
    yield _visit(who, place, day, Span(sentence.start + start, sentence.start + day.end), context)


def _guest(told: re.Match[str], sentence: Sentence, context: Context) -> Actors:
    """Who was there: the subject of the sentence, or whose name stands right before the words aside."""
    root = next((t for t in sentence.doc or () if t.dep_ == "ROOT"), None)
    who = context.doer(subject(root), root, sentence) if root is not None else Actors()
    near = any(m.end - sentence.start == told.start() for m in sentence.people)
    return who if told.re is _WHILE or near else Actors()


def _visit(who: Actors, place: Place, day: DateMention, quote: Span, context: Context) -> Engagement:
    when = resolve(day, context.source.issued, "past")
    return Engagement(
        rule="engagement.stay-aside",
        evidence=(evidence(context.source.release, quote),),
        kind="visit",
        when=when if when.edtf else None,
        place=place.name,
        place_country=place.country,
        place_detail=place.detail,
        parties=tuple(dict.fromkeys((*(who.parties or (context.issuer or "",)), place.country or ""))),
        level=level_of(who.people),
        status="ongoing" if day.bound == "since" else "held",
        participants=tuple(participant(p) for p in who.people),
        inferences=who.inferences,
    )
