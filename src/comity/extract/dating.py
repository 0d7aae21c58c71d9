"""The day of a step: which of a sentence's dates is meant, and which only belongs to a name or a term."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from comity.extract.circumstance import when_near
from comity.extract.context import Context
from comity.extract.spot import Spot
from comity.extract.steps import Step
from comity.model import When
from comity.reading.mentions import Sentence
from comity.reading.time import founded
from comity.reading.time.mention import DateMention

__all__ = ["day_of"]


def _dates_of(step: Step, spot: Spot, sentence: Sentence, others: Sequence[int]) -> tuple[int, tuple[DateMention, ...]]:
    """The dates that may be a step's, and from where they are near: those behind its words, up to the next step."""
    text, at = sentence.text, max(step.at, spot.end)
    last = min((other for other in others if other > step.at), default=len(text))
    dates = tuple(d for d in sentence.dates if not _of_its_name(d, spot, step, text))
    own = tuple(d for d in dates if step.at <= d.start < last and "," not in text[at : d.start].strip(", "))
    own = (
        tuple(d for d in own if d.start < spot.start and "," in text[d.end : spot.start]) or own
    )  # "Signed on 9 December, the agreement ..."
    if own:
        return min(own, key=lambda d: abs(d.start - at)).start, own
    # What is ahead has no other day, and a later step takes none of the one before it.
    free = step.status not in ("proposed", "negotiating") and step.at < min(others, default=len(text))
    return at, tuple(d for d in dates if d.start < last) if free else ()


def day_of(step: Step, spot: Spot, sentence: Sentence, context: Context, others: Sequence[int]) -> When | None:
    """The day of the step; else the year in the name. What is still ahead has a day only right behind its words."""
    at, dates = _dates_of(step, spot, sentence, others)
    ahead = step.status in ("proposed", "negotiating")
    when = when_near(at, replace(sentence, dates=dates), context, "future" if ahead else "past")
    told = _began(when)
    year = re.match(r"((?:19|20)\d\d)\s(?!.*(?:Plan|Programme|Program|Roadmap|Framework)$)", spot.name)
    for kept in sentence.anniversaries:
        begun = founded(kept, context.source.issued)
        if begun and step.status == "signed" and re.match(r" of\b[^,;.]{0,60}$", sentence.text[kept.end : spot.start]):
            return When(str(begun), "year", "relative", kept.printed)
    made = step.status in ("signed", "concluded", "operational", "in_force")
    return told or (When(year[1], "year", "text", year[1]) if year and made else None)


_TERM = re.compile(
    r"(?:\b(?:for(?: the)?(?: (?:period|years?|term))?(?: (?:of|from))?|until|till|to|through|over|up to"
    r"|by)\s+|\(\s*)$",
    re.IGNORECASE,
)


def _of_its_name(mention: DateMention, spot: Spot, step: Step, text: str) -> bool:
    """Whether a date belongs to the name ("Plan of Action 2025-2027"), or is the term that it runs for."""
    made = spot.start <= mention.start and re.search(r"\bof $", text[spot.start : mention.start]) is not None
    if made and mention.start < spot.end + 5:  # "the memorandum of 2009": the day it was made
        return step.status not in ("signed", "concluded") and step.rule != "agreement.mentioned"
    if spot.start <= mention.start < spot.end or mention.bound in ("until", "by"):
        return True
    if re.match(
        r"\s+(?:[\w’-]+\s+){0,3}(?:[Pp]lan|[Pp]rogramme|[Pp]rogram|[Rr]oadmap|Agenda|Strategy)\b", text[mention.end :]
    ):
        return True  # "the 2022-2023 Plan of Action"
    if mention.kind == "range" and re.search(r"\b[A-Z][\w-]+ $", text[: mention.start]):
        return not re.search(r"[A-Za-z]{3}", mention.printed)  # "the Work Plan on Seeds 2025-2028"
    coarse = mention.kind in ("year", "range") and not re.search(r"[A-Za-z]{3}", mention.printed)
    return mention.start >= spot.end and coarse and _TERM.search(text[: mention.start]) is not None


def _began(when: When | None) -> When | None:
    """A step is taken on one day: "in force since 5 May", "with effect from 1 July"."""
    return replace(when, edtf=when.edtf.removesuffix("/..")) if when is not None and when.edtf else when
