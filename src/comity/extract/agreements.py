"""Agreements: named or described instruments, one claim for each dated step of their life."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from comity.extract.circumstance import when_near
from comity.extract.context import Context
from comity.extract.quoting import evidence
from comity.extract.subjects import subject_of
from comity.lexicon.gazetteer import Name
from comity.lexicon.tables import several
from comity.model import Agreement, Span, When
from comity.reading.annotate import PARTY_KINDS
from comity.reading.mentions import Sentence

__all__ = ["agreements", "joint_text"]

_HEAD = (
    r"Memorand(?:um|a) of (?:Understanding|Arrangement|Agreement|Cooperation|Intent)|Memorandum|memorand(?:um|a)"
    r"|MoUs?|MOUs?|MoC|MOC|LoI|LOI|Letters? of Intent|Terms of Reference|Compact|Charter"
    r"|Joint (?:Press )?Statement|Joint Declaration|Joint Communiqu[eé]|Vision Statement|Declaration"
    r"|[Rr]oadmap|Action Plan|Work Plan|Plan of Action|Programme of Cooperation|Framework"
    r"|Technical Arrangement|Implementing Arrangement|[Aa]rrangement|Partnership Agreement|[Aa]greements?"
    r"|[Tt]reaty|Treaties|[Pp]rotocol|[Cc]onvention|[Pp]act|Accords?|[Cc]ontract"
)
_CAP = r"(?:[A-Z][\w’'.\-–&]*|\d{4})"
_LEAD = (
    rf"{_CAP}\s+(?:(?:of|on|and|for|to)\s+)?|non-binding\s+|five-year\s+|[a-z]+-[a-z]+\s+"
    r"|(?:ship\s+repair|security\s+assistance|defen[cs]e|free\s+trade|visa\s+waiver|extradition|air\s+services)\s+"
    r"|(?:cooperation|logistics|trade|peace|framework)\s+"
)
_BETWEEN = (
    r"(?:\s+(?:between|among)\s+(?:the\s+)?(?:[\w’'&.\-]+\s+){1,14}?"
    r"(?=on\b|for\b|to\b|in\b|concerning\b|regarding\b|was\b|were\b|$))?"
)
_ABOUT = (
    r"\s*(?:on|for|to|concerning|regarding|in the fields? of|in the areas? of|in)\s+(?:the\s+)?"
    r"[A-Za-z][^.;,()“”\"]{3,110}"
)
_NAMED = re.compile(
    rf"(?P<lead>(?:{_LEAD})*)(?P<head>(?:{_HEAD}))(?P<abbr>\s+\([A-Z][A-Za-z]{{1,9}}\))?(?P<tail>{_BETWEEN}{_ABOUT})?"
)
_KIND = (
    (
        "joint_statement",
        r"joint (?:press )?(?:statement|communiqu|declaration)|vision statement|^declaration",
    ),
    ("mou", r"memorand\w+ of (?:understanding|cooperation|agreement)|\bMoUs?\b|\bMoC\b"),
    (
        "arrangement",
        r"arrangement|memorandum of arrangement|terms of reference|roadmap|plan|framework|programme",
    ),
    ("loi", r"letters? of intent|memorandum of intent|\bLoI\b"),
    ("contract", r"contract"),
    ("treaty", r"treaty|convention|charter|\bpact\b"),
    ("agreement", r"agreement|accord|protocol|compact"),
)
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


@dataclass(frozen=True, slots=True)
class _Spot:
    start: int
    end: int
    name: str
    head: str
    row: Name | None


def agreements(sentence: Sentence, context: Context) -> Iterator[Agreement]:
    """The steps of agreements that a sentence tells."""
    if sentence.role in ("title", "subtitle", "heading"):
        return
    for spot in _spots(sentence):
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


def _spots(sentence: Sentence) -> list[_Spot]:
    text = sentence.text
    spots: list[_Spot] = []
    for match in _NAMED.finditer(text):
        start, end = match.start(), match.end()
        lead = re.match(r"(?:The|This|An?|In|On|Under|These|During|His|Its|Their|Both|And|For)\s+", match[0])
        start += lead.end() if lead else 0
        name = _trim_tail(text[start:end])
        end = start + len(name)
        known = next(
            (
                h.reading("agreement")
                for h in sentence.hits
                if h.start < end and start < h.end and h.reading("agreement")
            ),
            None,
        )
        spots.append(_Spot(start, end, name, match["head"], known))
    for hit in sentence.hits:
        name_row = hit.reading("agreement")
        if name_row is None or re.match(r"\s+(?!Agreement|Treaty)[A-Z][a-z]", sentence.text[hit.end :]):
            continue
        if any(s.start < hit.end and hit.start < s.end for s in spots):
            continue
        if name_row.row.get("ambiguous") == "yes":
            continue
        spots.append(_Spot(hit.start, hit.end, hit.printed, hit.printed, name_row))
    return sorted(spots, key=lambda s: s.start)


_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_GOES_ON = re.compile(
    r"\s+(?:was|were|is|are|has|have|had|will|would|which|that|during|signed|issued|concluded|entered|including|through|"
    r"at the|in the presence|in (?:the )?near|as well|with a view|by the|under the|under which|aims?|aimed|"
    r"and (?:signed|agreed|discussed|welcomed|the)|to (?:be|further|provide|enhance|support|ensure)|"
    rf"in \d{{4}}|on \d|in {_MONTH})\b"
)


def _trim_tail(name: str) -> str:
    """Cut a described name where its sentence goes on."""
    between = re.search(
        r"\b(?:between|among)\b(?:(?!\b(?:was|were|is|has|have|had|entered|signed|will|expired|lapsed)\b).)*?"
        r"\b(?:on|for|concerning|regarding|in the field)\b",
        name,
    )
    head, name = (name[: between.end()], name[between.end() :]) if between else ("", name)
    cut = _GOES_ON.search(name)
    return (head + (name[: cut.start()] if cut else name)).rstrip(" ,.;:–-")


def _agreement(spot: _Spot, sentence: Sentence, context: Context) -> Agreement | None:
    text = sentence.text
    steps = context.source.lexicon.wordings("agreement", "status")
    status = _status(spot, text, steps) or (_status_in(context.lead, steps) if sentence.role == "item" else None)
    plain = bool(_GENERIC.match(spot.name)) and spot.row is None
    before = context.agreement
    if plain:
        if (
            before is None
            or status is None
            or not spot.name[:1].isupper()
            or not re.search(r"\b(?:the|this|said)\s+$", text[: spot.start], re.IGNORECASE)
        ):
            return None
        when = when_near(spot.end, sentence, context, "past")
        return replace(
            before,
            rule=f"agreement.{status}",
            evidence=(evidence(context.source.release, _quote(spot, sentence)),),
            status=status,
            when=when,
            occasion=_occasion(text),
        )
    mentioned = status is None
    if status is None:
        dated = re.match(r"\s+of\s+(?:19|20)\d\d\b", text[spot.end :]) or re.search(r"\bof (?:19|20)\d\d$", spot.name)
        if (spot.row is None and not (dated and spot.name[:1].isupper())) or plain:
            return None
        applied = re.search(r"\b(?:under|pursuant to|accordance with|Article|through)\b[^,;]*$", text[: spot.start])
        if not applied and not dated and spot.row is not None and len(several(spot.row.row["parties"])) not in (2, 3):
            return None
        status = (
            "in_force"
            if dated and re.search(r"[Tt]reaty|Convention", spot.name)
            else "in_force"
            if re.search(r"\b(?:under|pursuant to|accordance with|Article)\b[^,;]*$", text[: spot.start])
            else "operational"
        )
    if _DOMESTIC.search(text):
        return None
    row = spot.row.row if spot.row else None
    parties = _parties(spot, sentence, context, several(row["parties"]) if row else ())
    if len(parties) < 2:
        return None
    kind = (
        row["kind"]
        if row and row["kind"]
        else next((k for k, words in _KIND if re.search(words, spot.name, re.IGNORECASE)), "agreement")
    )
    when = when_near(spot.end, sentence, context, "past" if status not in ("proposed", "negotiating") else "future")
    if status in ("proposed", "negotiating"):
        when = None
    year = re.match(r"((?:19|20)\d\d)\s", spot.name)
    if when is None and year:
        when = When(year[1], "year", "text", year[1])
    return Agreement(
        rule="agreement.mentioned" if mentioned else f"agreement.{status}",
        evidence=(evidence(context.source.release, _quote(spot, sentence)),),
        name=re.sub(r"^(?:19|20)\d\d\s+", "", spot.name),
        kind=kind,
        subject=(
            row["subject"] if row and row["subject"] else subject_of(spot.name + " " + text[spot.end : spot.end + 60])
        ),
        parties=parties,
        status=status,
        when=when,
        occasion=_occasion(text),
    )


def _status(spot: _Spot, text: str, steps: Steps) -> str | None:
    """The step told nearest to the name: words right before it count first, then those behind."""
    before, after = text[max(0, spot.start - 75) : spot.start], text[spot.end : spot.end + 70]
    best: tuple[int, str] | None = None
    if re.search(r"\bnot (?:yet )?(?:been |entered|come|signed|concluded|ratified)", before[-40:] + " " + after[:40]):
        return None
    for status, words in steps:
        for match in words.finditer(before + spot.name[:0]):
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


def _parties(spot: _Spot, sentence: Sentence, context: Context, usual: tuple[str, ...]) -> tuple[str, ...]:
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
    return named if len(named) > 1 else tuple(dict.fromkeys((*named, *context.pair)))


def _occasion(text: str) -> str | None:
    found = re.search(
        r"\b(?:on the sidelines of|on the margins of|during|coinciding with|on the occasion of)\s+"
        r"(?P<what>(?:the\s+)?[^,.;]{4,70})",
        text,
        re.IGNORECASE,
    )
    return re.sub(rf"\s+in\s+{_MONTH}.*$", "", found["what"]) if found else None


def _quote(spot: _Spot, sentence: Sentence) -> Span:
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
