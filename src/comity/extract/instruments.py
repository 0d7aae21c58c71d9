"""Instruments: where a sentence names an agreement, an arrangement, a treaty, and what kind it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from comity.lexicon.gazetteer import Name
from comity.reading.mentions import Sentence
from comity.reading.time.words import MONTH_NAME

__all__ = ["Spot", "kind_of", "spots"]

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
    r"(?:\s+(?:between|among|with(?! a view))\s+(?:the\s+)?(?:[\w’'&.\-]+\s+){1,14}?"
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


@dataclass(frozen=True, slots=True)
class Spot:
    """An instrument named in a sentence: its place there, its name as printed, its row where it is known."""

    start: int
    end: int
    name: str
    head: str
    row: Name | None


def spots(sentence: Sentence) -> list[Spot]:
    """The instruments a sentence names or describes, in their order."""
    text = sentence.text
    found: list[Spot] = []
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
        found.append(Spot(start, end, name, match["head"], known))
    for hit in sentence.hits:
        name_row = hit.reading("agreement")
        if name_row is None or re.match(r"\s+(?!Agreement|Treaty)[A-Z][a-z]", sentence.text[hit.end :]):
            continue
        if any(s.start < hit.end and hit.start < s.end for s in found):
            continue
        if name_row.row.get("ambiguous") == "yes":
            continue
        found.append(Spot(hit.start, hit.end, hit.printed, hit.printed, name_row))
    return sorted(found, key=lambda s: s.start)


_GOES_ON = re.compile(
    r"\s+(?:was|were|is|are|has|have|had|will|would|which|that|during|signed|issued|concluded|entered|including|through|"
    r"at the|in the presence|in (?:the )?near|as well|with a view|by the|under the|under which|aims?|aimed|"
    r"and (?:signed|agreed|discussed|welcomed|the)|to (?:be|further|provide|enhance|support|ensure)|"
    rf"in \d{{4}}|on \d|in {MONTH_NAME})\b"
)


def _trim_tail(name: str) -> str:
    """Cut a described name where its sentence goes on."""
    between = re.search(
        r"\b(?:between|among|with(?! a view))\b(?:(?!\b(?:was|were|is|has|have|had|entered|signed|will|expired|"
        r"lapsed)\b).)*?"
        r"\b(?:on|for|concerning|regarding|in the field)\b",
        name,
    )
    head, name = (name[: between.end()], name[between.end() :]) if between else ("", name)
    cut = _GOES_ON.search(name)
    return (head + (name[: cut.start()] if cut else name)).rstrip(" ,.;:–-")


def kind_of(name: str) -> str:
    """The kind a name's own words tell ("Memorandum of Understanding …": mou); `agreement` where they do not."""
    return next((kind for kind, words in _KIND if re.search(words, name, re.IGNORECASE)), "agreement")
