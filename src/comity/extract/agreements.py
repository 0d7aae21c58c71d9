"""Agreements: named or described instruments, one claim for each dated step of their life."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from comity.extract.circumstance import when_near
from comity.extract.context import Context
from comity.extract.instruments import Spot, kind_of, spots
from comity.extract.quoting import evidence
from comity.extract.subjects import subject_of
from comity.lexicon.tables import several
from comity.model import Agreement, Span, When
from comity.reading.annotate import PARTY_KINDS
from comity.reading.mentions import Sentence
from comity.reading.time.words import MONTH_NAME

__all__ = ["agreements", "joint_text"]

_DOMESTIC = re.compile(
    r"\b(?:University|Institute of Technology|Ltd|Limited|Pvt|Bank|Municipal|Corporation|State Government|"
    r"students?|farmers?|company)\b"
)
_GENERIC = re.compile(
    r"^(?:the |this |an? |these |its |their |each )?(?:agreements?|arrangement|treaty|contracts?|protocol|memorand\w+|"
    r"framework|convention|pact|roadmap|accord)$",
    re.IGNORECASE,
)

Steps = tuple[tuple[str, re.Pattern[str]], ...]


def agreements(sentence: Sentence, context: Context) -> Iterator[Agreement]:
    """The steps of agreements that a sentence tells."""
    if sentence.role in ("title", "subtitle"):
        return
    for spot in spots(sentence):
        if sentence.role == "heading":
            context.agreement = _instrument(spot, sentence, context) or context.agreement
            continue
        claim = _agreement(spot, sentence, context)
        if claim is not None:
            context.agreement = claim
            yield claim


def joint_text(context: Context, title: Sentence | None) -> Agreement | None:
    """A joint statement of several issuers is itself an agreed text, concluded on its day of issue."""
    release = context.source.release
    if release.genre != "joint_text" or len(release.account) < 2 or title is None:
        return None
    issued = release.issued
    return Agreement(
        rule="agreement.joint-text",
        evidence=(evidence(release, title.span),),
        name=release.title,
        kind="joint_statement",
        subject=_subject(
            release.title or "",
            "general_defence"
            if re.search(r"defen[cs]e|security|military|AUKUS", release.text, re.IGNORECASE)
            else "other",
        ),
        parties=release.account,
        status="concluded",
        when=When(issued.edtf, issued.precision, "dateline", issued.printed) if issued else None,
    )


def _subject(name: str, otherwise: str) -> str:
    found = subject_of(name)
    return found if found != "other" else otherwise


def _agreement(spot: Spot, sentence: Sentence, context: Context) -> Agreement | None:
    text = sentence.text
    steps = context.source.lexicon.wordings("agreement", "status")
    status = _status(spot, text, steps) or (_status_in(context.lead, steps) if sentence.role == "item" else None)
    if _GENERIC.match(spot.name) and spot.row is None:
        return _next_step(status, spot, sentence, context) if status else None
    mentioned = status is None
    status = status or _status_of_a_mention(spot, text)
    if status is None or _DOMESTIC.search(text):
        return None
    claim = _instrument(spot, sentence, context)
    if claim is None:
        return None
    return replace(
        claim,
        rule="agreement.mentioned" if mentioned else f"agreement.{status}",
        evidence=(evidence(context.source.release, _quote(spot, sentence)),),
        status=status,
        when=_when(status, spot, sentence, context),
        occasion=_occasion(text),
    )


def _instrument(spot: Spot, sentence: Sentence, context: Context) -> Agreement | None:
    """What the name alone tells of an instrument, its step still open; None where it has not two parties."""
    row = spot.row.row if spot.row else {"parties": "", "kind": "", "subject": ""}
    parties = _parties(spot, sentence, context, several(row["parties"]))
    if len(parties) < 2:
        return None
    return Agreement(
        rule="agreement.mentioned",
        evidence=(),
        name=re.sub(r"^(?:19|20)\d\d\s+", "", spot.name),
        kind=row["kind"] or kind_of(spot.name),
        subject=row["subject"] or subject_of(spot.name + " " + sentence.text[spot.end : spot.end + 60]),
        parties=parties,
    )


def _next_step(status: str, spot: Spot, sentence: Sentence, context: Context) -> Agreement | None:
    """A further step of the instrument told before it (as in: the said Agreement was signed)."""
    before = context.agreement
    if (
        before is None
        or not spot.name[:1].isupper()
        or (kind_of(before.name or "") == "mou") != (kind_of(spot.name) == "mou" or "emorandum" in spot.name)
        or not re.search(r"\b(?:the|this|said)\s+$", sentence.text[: spot.start], re.IGNORECASE)
    ):
        return None
    return replace(
        before,
        rule=f"agreement.{status}",
        evidence=(evidence(context.source.release, _quote(spot, sentence)),),
        status=status,
        when=when_near(spot.end, sentence, context, "past"),
        occasion=_occasion(sentence.text),
    )


def _status_of_a_mention(spot: Spot, text: str) -> str | None:
    """The state of an instrument named in passing: a treaty that applies is in force, others in operation."""
    dated = re.match(r"\s+of\s+(?:19|20)\d\d\b", text[spot.end :]) or re.search(r"\bof (?:19|20)\d\d$", spot.name)
    ground = re.search(r"\b(?:under|pursuant to|accordance with|Article|through)\b[^,;]*$", text[: spot.start])
    if spot.row is None and not (dated and spot.name[:1].isupper()):
        return None
    if not ground and not dated and spot.row is not None and len(several(spot.row.row["parties"])) not in (2, 3):
        return None
    treaty = dated and re.search(r"[Tt]reaty|Convention", spot.name)
    return "in_force" if treaty or (ground and not ground[0].startswith("through")) else "operational"


def _when(status: str, spot: Spot, sentence: Sentence, context: Context) -> When | None:
    """The day of the step; else the year in the name. What is still ahead has no day of its own."""
    told = None if status in ("proposed", "negotiating") else when_near(spot.end, sentence, context, "past")
    year = re.match(r"((?:19|20)\d\d)\s", spot.name)
    return told or (When(year[1], "year", "text", year[1]) if year else None)


def _status(spot: Spot, text: str, steps: Steps) -> str | None:
    """The step told nearest to the name: words right before it count first, then those behind."""
    before, after = text[max(0, spot.start - 75) : spot.start], text[spot.end : spot.end + 70]
    best: tuple[int, str] | None = None
    if re.search(r"\bnot (?:yet )?(?:been |entered|come|signed|concluded|ratified)", before[-40:] + " " + after[:40]):
        return None
    for status, words in steps:
        for match in words.finditer(before):
            gap = len(before) - match.end()
            if best is None or gap < best[0]:
                best = (gap, status)
        found = words.search(after)
        if found and (best is None or found.start() + 5 < best[0]):
            best = (found.start() + 5, status)
    if best is None:
        return None
    if best[1] in ("signed", "concluded", "extended", "in_force", "ratified") and re.search(
        r"\b(?:to|will|would|towards?|for (?:the )?(?:early )?)\s+(?:\w+\s+){0,2}"
        r"(?:sign|conclu|finali|renew|extend|ratif)\w*[^.;]{0,40}$",
        before,
    ):
        return "proposed"
    return best[1]


def _status_in(lead: str, steps: Steps) -> str | None:
    """The step told by the words that open a list ("The following documents were signed:")."""
    return next((status for status, words in steps if words.search(lead)), None) if lead else None


def _parties(spot: Spot, sentence: Sentence, context: Context, usual: tuple[str, ...]) -> tuple[str, ...]:
    if len(usual) > 1:
        return usual
    near = []
    for hit in sentence.hits:
        name = hit.reading(*PARTY_KINDS)  # type: ignore[arg-type]
        if (
            name
            and hit.start - spot.start >= -80
            and hit.start < spot.end + 130
            and not re.search(r"\b(?:in|at)\s+$", sentence.text[: hit.start])
        ):
            near.append(name.code)
    named = tuple(dict.fromkeys(near))
    if len(named) > 1:
        return named
    # A state that the pair in hand does not hold stands across from the issuer ("the Agreement with Kenya").
    others = context.pair if not named or named[0] in context.pair or context.issuer is None else (context.issuer,)
    return tuple(dict.fromkeys((*named, *others)))


def _occasion(text: str) -> str | None:
    found = re.search(
        r"\b(?:on the sidelines of|on the margins of|during|coinciding with|on the occasion of)\s+"
        r"(?P<what>(?:the\s+)?[^,.;]{4,70})",
        text,
        re.IGNORECASE,
    )
    return re.sub(rf"\s+in\s+{MONTH_NAME}.*$", "", found["what"]) if found else None


def _quote(spot: Spot, sentence: Sentence) -> Span:
    text = sentence.text
    start = max((m.end() for m in re.finditer(r"[;:]\s|,\s(?=and\b|which\b|while\b)", text[: spot.start])), default=0)
    end = len(text)
    stop = re.search(r";|,\s(?:while|and)\b", text[spot.end :])
    if stop:
        end = spot.end + stop.start()
    while len(text[start : spot.start].split()) > 14:
        start = text.find(" ", start) + 1
    while len(text[start:end].split()) > 45 and end > spot.end:
        end = max(spot.end, text.rfind(" ", start, end))
    piece = text[start:end].rstrip(" .,;:")
    return Span(sentence.start + start, sentence.start + start + len(piece))
