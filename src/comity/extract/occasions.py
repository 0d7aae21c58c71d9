"""Named dialogues, summits and conferences that no verb of meeting governs: past editions, and those to come."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from comity.extract.circumstance import Place, place_near, when_near
from comity.extract.context import Context
from comity.extract.names import Named, names_in
from comity.extract.quoting import evidence
from comity.extract.stays import stays
from comity.extract.telling import participant
from comity.model import Engagement, Span, When
from comity.reading.mentions import Sentence
from comity.reading.time.words import ordinal
from comity.sources.parties import is_body

__all__ = ["occasions"]


def occasions(sentence: Sentence, context: Context, known: Sequence[Engagement]) -> Iterator[Engagement]:
    """The named occasions of a sentence that its verbs did not already tell."""
    if sentence.role in ("title", "subtitle", "heading"):
        return
    for named in names_in(sentence):
        if any(_told(k, named, sentence) for k in known):
            continue
        claim = _occasion(named, sentence, context)
        if claim is not None:
            yield claim
    yield from stays(sentence, context)
    yield from _next_round(sentence, context, known)
    yield from _own_session(sentence, context, known)


# "the Council, at its 12th meeting held on 3 May, ..."
_ITS = re.compile(
    r"\b(?:at|during|in|following) its (?P<nth>[\w-]+) (?:[a-z]+ )?(?P<what>meeting|session|sitting)\b(?: \(?held\b)?"
)


def _own_session(sentence: Sentence, context: Context, known: Sequence[Engagement]) -> Iterator[Engagement]:
    """A numbered meeting of the body or organ that the sentence names before it."""
    told = _ITS.search(sentence.text)
    number = ordinal(told["nth"]) if told is not None else None
    if told is None or number is None or any(k.edition == number for k in known):
        return
    before = sentence.text[: told.start()]
    body = next((n.code for h in reversed(sentence.hits) if h.end <= len(before) and (n := h.reading("body"))), None)
    organ = next((n for n in names_in(sentence) if n.end <= len(before) and n.organ), None)
    place, when = place_near(told.end(), sentence), when_near(told.end(), sentence, context, "past")
    if body is None or when is None:
        return
    yield Engagement(
        rule="engagement.own-session",
        evidence=(evidence(context.source.release, _span(sentence, told)),),
        kind="conference",
        name=organ.name if organ is not None else None,
        edition=number,
        when=when,
        place=place.name if place else None,
        place_country=place.country if place else None,
        place_detail=place.detail if place else None,
        parties=tuple(dict.fromkeys((body, *context.source.release.account))),
        status="held",
    )


def _span(sentence: Sentence, told: re.Match[str]) -> Span:
    """The words on a meeting, up to the next comma that no year follows."""
    stop = re.search(r"[;.]|,(?!\s\d{4})", told.string[told.end() + 1 :])
    end = told.end() + 1 + stop.start() if stop else len(told.string.rstrip(" ."))
    return Span(sentence.start + told.start(), sentence.start + end)


_NEXT = re.compile(
    r"\b(?:[Tt]he\s+)?(?:next|following)\s+(?:[a-z]+\s+)?"
    r"(?:round|meeting|session|edition|iteration|dialogue|consultations?|talks|summit|2\+2)\b"
    r"|\b[Nn]ext year['’]s (?:2\+2|meeting|dialogue|round|summit)\b"
)


def _next_round(sentence: Sentence, context: Context, known: Sequence[Engagement]) -> Iterator[Engagement]:
    """`The next round will take place in Ottawa`: the coming edition of the dialogue just named."""
    last = context.dialogue
    if last is None or len(last.parties) < 2:
        return
    found = _NEXT.search(sentence.text)
    if found is None:
        yield from _another_round(sentence, context, known, last)
        return
    start, end = sentence.start + found.start(), sentence.start + found.end()
    if any(k.evidence[0].start <= start and end <= k.evidence[0].end for k in known):
        return
    place = place_near(found.end(), sentence)
    piece = sentence.text.rstrip(" .")
    yield Engagement(
        rule="engagement.next-round",
        evidence=(evidence(context.source.release, Span(sentence.start, sentence.start + len(piece))),),
        kind=last.kind,
        name=last.name,
        series=last.series,
        when=when_near(found.end(), sentence, context, "future"),
        place=place.name if place else None,
        place_country=place.country if place else None,
        place_detail=place.detail if place else None,
        parties=last.parties,
        status="planned",
    )


# "the 21st meeting is expected in Astana in 2025", "the preceding session took place in 2022"
_ANOTHER = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Ww]hose|[Aa])\s+(?P<nth>preceding|previous|last|[A-Za-z]+(?:st|nd|rd|th)|\d{1,3}(?:st|nd|rd|th)|first"
    r"|second|third)\s+(?:[a-z]+\s+|Ministerial\s+)?(?:round|[Mm]eeting|session|edition|iteration|dialogue|consultations?|summit)\b"
    r"(?!\s+(?:of|on|between|with)\b)"
)


def _another_round(
    sentence: Sentence, context: Context, known: Sequence[Engagement], last: Engagement
) -> Iterator[Engagement]:
    """Another edition of the dialogue just named, by its number or as the one before, on a day that is told."""
    found = _ANOTHER.search(sentence.text)
    number = ordinal(found["nth"]) if found is not None else None
    if found is None or (number is None and found["nth"] not in ("preceding", "previous", "last")):
        return
    start, end = sentence.start + found.start(), sentence.start + found.end()
    inside = any(k.evidence[0].start <= start and end <= k.evidence[0].end for k in known)
    when = when_near(found.end(), sentence, context, None)
    status = _by_day(when, context)
    if inside or when is None or status is None or (number is not None and number == last.edition):
        return
    place = place_near(found.end(), sentence)
    yield Engagement(
        rule="engagement.next-round",
        evidence=(
            evidence(context.source.release, Span(sentence.start, sentence.start + len(sentence.text.rstrip(" .")))),
        ),
        kind=last.kind,
        name=last.name,
        series=last.series,
        edition=number,
        when=when,
        place=place.name if place else None,
        place_country=place.country if place else None,
        place_detail=place.detail if place else None,
        parties=last.parties,
        status=status,
    )


def _told(claim: Engagement, named: Named, sentence: Sentence) -> bool:
    """Whether an engagement of this sentence already has this name or quotes it."""
    start, end = sentence.start + named.start, sentence.start + named.end
    quote = claim.evidence[0]
    inside = quote.start <= start and end <= quote.end
    return inside and (
        claim.name == named.name or (claim.name is None and claim.kind in ("dialogue", "summit", "conference"))
    )


# "will be in Tokyo on 20 May for the Annual Summit": the day is the summit's too
_SAKE = re.compile(
    r"\b(?:for|to (?:attend|(?:co-)?chair|participate in|take part in|join)) (?:the|an?|their) (?:\w+ ){0,3}$"
)


def _occasion(named: Named, sentence: Sentence, context: Context) -> Engagement | None:
    before, after = sentence.text[: named.start][-90:], sentence.text[named.end :][:70]
    status = _status(before, after, context)
    near = [d for d in sentence.dates if -70 < d.start - named.end < 80] or (
        len(sentence.dates) == 1 and (status == "held" or (status == "planned" and _SAKE.search(before) is not None))
    )
    tense: Literal["past", "future"] | None = (
        None if status in (None, "ongoing") else "past" if status == "held" else "future"
    )
    when = when_near(named.end, sentence, context, tense) if near else _year(after)
    if when is None and status == "ongoing" and context.source.issued:
        when = When(context.source.issued.isoformat()[:7], "month", "dateline", named.name)
    place = place_near(named.end, sentence)
    parties = _parties(named, context)
    if len(parties) < 2 or (named.kind is None and named.edition is None):
        return None
    if status not in ("ongoing", "postponed") and not (status is None and named.organ):
        status = _by_day(when, context) or status
    if status is None or not _took_place(named, status, when, place, sentence):
        return None
    people = [context.settle(m) for m in sentence.people if not m.plural and m.person is not None]
    return Engagement(
        rule="engagement.named-occasion",
        evidence=(evidence(context.source.release, _quote(named, sentence)),),
        kind=named.kind or "dialogue",
        name=named.name,
        series=named.series,
        edition=named.edition,
        when=when,
        place=place.name if place else None,
        place_country=place.country if place else None,
        place_detail=place.detail if place else None,
        parties=parties,
        status=status,
        participants=tuple(participant(p) for p in people if p.country in parties) if status == "held" else (),
    )


def _took_place(named: Named, status: str, when: When | None, place: Place | None, sentence: Sentence) -> bool:
    """Whether more is told of an occasion than its name: a day, an edition, its two sides, a place right behind it."""
    if named.organ:
        return _sat(named, sentence)
    there = place is not None and 0 <= place.start - named.end < 12
    with_whom = re.match(r"\s+with\b", sentence.text[named.end :]) is not None
    several = len(named.parties) > 1 or named.edition is not None
    return status != "held" or when is not None or several or with_whom or there


_SAT = re.compile(
    r"^(?:\s*\([^)]*\))?,?\s+(?:(?:met|meets|convened|convenes|sat|began|concluded|opened|took place)\b"
    r"|(?:will|was|were|is|are)\s+(?:also\s+)?(?:be(?:ing)?\s+)?(?:meet|convene|held|take place)|[Mm]eeting\b|held\b)"
)


_BESIDE = re.compile(r"^(?:\s*\([^)]*\))?\s+and\s+the(?:\s+[A-Z][\w-]*)+(?=\s+(?:met|convened|will|were)\b)")


def _sat(named: Named, sentence: Sentence) -> bool:
    """Whether an organ is told to have met, and not only to exist."""
    after = _BESIDE.sub("", sentence.text[named.end :])
    return named.edition is not None or _SAT.search(after) is not None


def _parties(named: Named, context: Context) -> tuple[str, ...]:
    """Those in the name; with a body, whoever tells of its meeting."""
    if len(named.parties) > 1:
        return named.parties
    issuer = (context.issuer,) if context.issuer else ()
    account = context.source.release.account or issuer
    if named.parties and is_body(named.parties[0]) and set(account) - set(named.parties):
        return tuple(dict.fromkeys((*named.parties, *account)))
    return tuple(dict.fromkeys((*named.parties, *context.pair, *issuer)))


def _year(after: str) -> When | None:
    """The year printed behind a name: "the Youth Summit 2026"."""
    printed = re.match(r"\s*[,(–-]?\s*((?:19|20)\d\d)\b", after)
    return When(printed[1], "year", "text", printed[1]) if printed else None


def _by_day(when: When | None, context: Context) -> str | None:
    """Held or planned by the day alone, where no word tells: "the Ministers' Meeting on 21 August"."""
    issued, edtf = context.source.issued, when.edtf if when else None
    if issued is None or edtf is None or ".." in edtf:
        return None
    first, last = edtf.split("/")[0], edtf.rsplit("/", maxsplit=1)[-1]
    today = issued.isoformat()
    if first > today[: len(first)]:
        return "planned"
    return "held" if last < today[: len(last)] else None


# "looks forward to seeing the Minister again at the Annual Summit"
_AHEAD = re.compile(
    r"\b(?:will|shall|look(?:s|ed|ing)? forward to|would be|(?:is|are) to|heading (?:off )?to)\b[^;:.]*$"
    r"|\b(?:ahead|on the eve) of (?:the )?$"
)


def _status(before: str, after: str, context: Context) -> str | None:
    """Proposed, planned or held, by the words nearest to the name."""
    said = dict(context.source.lexicon.wordings("engagement", "status"))
    if re.search(said["proposed"].pattern + r"[^.;]{0,60}$", before, re.IGNORECASE):
        return "proposed"
    if said["ongoing"].search(after[:45]) or re.search(
        r"\b(?:commencement|opening|start|continuing sessions) of (?:the )?(?:\S+ [Mm]eeting of (?:the )?)?$", before
    ):
        return "ongoing"
    if (
        said["planned"].search(before[-45:])
        or _AHEAD.search(before)
        or re.search(r"^[^.;]{0,30}\b(?:will|scheduled|to be held)\b", after)
    ):
        return "planned"
    if said["held"].search(before[-40:]) or said["held"].search(after[:40]):
        return "held"
    return None


def _quote(named: Named, sentence: Sentence) -> Span:
    text = sentence.text
    start, end = 0, len(text)
    while len(text[start : named.start].split()) > 15:
        start = text.find(" ", start) + 1
    while len(text[named.end : end].split()) > 15:
        end = text.rfind(" ", named.end, end)
    piece = text[start:end].rstrip(" .,;:")
    return Span(sentence.start + start, sentence.start + start + len(piece))
