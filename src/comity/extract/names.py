"""Named things in a sentence: dialogues with their edition and pair, as printed around a noun."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from comity.lexicon.tables import several
from comity.reading.annotate import PARTY_KINDS
from comity.reading.mentions import Sentence
from comity.reading.time.words import MONTH_NAME

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Named", "dialogue_name", "edition_near", "names_in", "parties_inside"]

_WORD = r"(?:[A-Z0-9][\w.’'&+\-–/]*|\(\w[\w+]*\)|“[^”]{2,20}”)"
_NO_DATE = rf"(?!{MONTH_NAME}\b|(?:19|20)\d\d\b)"
_DIALOGUE = re.compile(
    rf"(?:{_WORD}(?:\s+(?:of|on|and|for|the|to|&)\s+(?:the\s+)?|\s+|,\s+))*"
    rf"(?:[A-Z][\w’'\-]*-)?(?:Dialogue|Dialogues|Summit|Conference|Forum|Talks|Meeting|Commission|Committee|Council|Group|Consultations?|"
    rf"Symposium|Mechanism|Roundtable|2\+2|Round|Policy Group|Task Force|Mission)\b(?:\s+\([^)]{{2,30}}\))?"
    rf"(?:\s+(?:on|of|for)\s+(?:the\s+)?{_NO_DATE}{_WORD}(?:\s+(?:and\s+)?{_NO_DATE}{_WORD})*)?",
)
_LEADING = re.compile(r"^(?:The|A|An|This|That|In|At|During|On|Today|His|Her|Their|Our)\s+")
_DISH = {
    "dialogue": "dialogue",
    "summit": "summit",
    "conference": "conference",
    "forum": "conference",
    "symposium": "conference",
}
_ORDINAL = re.compile(
    r"^(?:\d{1,3}(?:st|nd|rd|th)|[A-Z][a-z]*(?:st|nd|rd|th|First|Second|Third)|Inaugural|Maiden|First|Second|Third)\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Named:
    """A dialogue, summit or conference as printed: its name without the edition, and what the table knows of it."""

    name: str
    kind: str | None = None
    series: str | None = None
    edition: int | None = None
    parties: tuple[str, ...] = ()
    start: int = 0
    end: int = 0


def dialogue_name(noun: Token, sentence: Sentence) -> Named | None:
    """The name whose last words hold this noun; None for a plain "meeting" or "talks"."""
    at, end = noun.idx, noun.idx + len(noun.text)
    for named in names_in(sentence):
        if named.start < end and at < named.end:
            return named
    return None


def names_in(sentence: Sentence) -> list[Named]:
    """All named dialogues, summits and conferences of a sentence, in order."""
    found: list[Named] = []
    for match in _DIALOGUE.finditer(sentence.text):
        for opening, end in _apart(match):
            start = _behind_people(opening, end, sentence)
            if start is None:
                continue  # "Chairperson of the African Union Commission" is an office
            if any(
                h.start <= start and end <= h.end and h.reading("body") and not h.reading("dialogue")
                for h in sentence.hits
            ):
                continue
            named = _named(start, end, sentence)
            if named is not None:
                found.append(named)
    for hit in sentence.hits:
        known = hit.reading("dialogue")
        if known is None or any(n.start <= hit.start < n.end for n in found):
            continue
        if known.row.get("ambiguous") == "yes":
            continue
        edition = edition_near(hit.start, hit.end, sentence)
        found.append(
            Named(
                hit.printed,
                known.row["kind"],
                known.code,
                edition,
                several(known.row["parties"]),
                hit.start,
                hit.end,
            )
        )
    return sorted(found, key=lambda n: n.start)


def _behind_people(start: int, end: int, sentence: Sentence) -> int | None:
    """Where the name begins behind the people that the pattern ran through; None where it is part of an office."""
    for mention in sentence.people:
        left, right = mention.start - sentence.start, mention.end - sentence.start
        if left < end and start < right:
            if right >= end:
                return None
            rest = re.match(r"[\s,]*(?:(?:for|at|to|of|in|and|the)\s+)*", sentence.text[right:end])
            start = right + (rest.end() if rest else 0)
    return start if end - start > 5 else None


_AND = re.compile(r"\s+(?:and|&)\s+(?:the\s+)?(?=\d{1,3}(?:st|nd|rd|th)\s|(?:First|Second|Third|[A-Z][a-z]+th)\s)")


def _apart(match: re.Match[str]) -> list[tuple[int, int]]:
    """Two numbered names joined by "and" are two names."""
    cuts = [m.span() for m in _AND.finditer(match[0])]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(match[0])]
    return [(match.start() + s, match.start() + e) for s, e in zip(starts, ends, strict=True)]


def _named(start: int, end: int, sentence: Sentence) -> Named | None:
    text = sentence.text[start:end]
    cut = _LEADING.match(text)
    if cut:
        start, text = start + cut.end(), text[cut.end() :]
    edition = edition_near(start, end, sentence)
    ordinal = _ORDINAL.match(text)
    if ordinal and edition is not None:
        start, text = start + ordinal.end(), text[ordinal.end() :]
    words = text.split()
    head = next(
        (w for w in reversed(words) if w.rstrip("s").casefold() in _DISH or w in ("Meeting", "Talks", "2+2")),
        words[-1] if words else "",
    )
    known = next(
        (h.reading("dialogue") for h in sentence.hits if h.start < end and start < h.end and h.reading("dialogue")),
        None,
    )
    if len(words) < 2 and known is None:
        return None
    if (
        head in ("Meeting", "Talks", "Council", "Group", "Commission", "Committee", "Round", "Mission")
        and len(words) < 3
        and known is None
    ):
        return None
    kind = (
        known.row["kind"]
        if known
        else _DISH.get(
            head.rstrip("s").casefold(),
            "dialogue" if head in ("2+2", "Commission", "Group", "Consultations", "Mechanism", "Committee") else None,
        )
    )
    if kind is None and head == "Meeting" and any(h.reading("body") for h in sentence.hits if start <= h.start < end):
        kind = "conference"  # a ministers' meeting of a body
    if "2+2" in text or "Foreign and Defence" in text:
        kind = "dialogue"
    return Named(
        text.strip(),
        kind,
        known.code if known else None,
        edition,
        parties_inside(start, end, sentence),
        start,
        end,
    )


def parties_inside(start: int, end: int, sentence: Sentence) -> tuple[str, ...]:
    """The states and bodies that a stretch of the sentence names."""
    codes = []
    for hit in sentence.hits:
        if start <= hit.start and hit.end <= end:
            name = hit.reading(*PARTY_KINDS)  # type: ignore[arg-type]
            if name:
                codes.append(name.code)
    return tuple(dict.fromkeys(codes))


def edition_near(start: int, end: int, sentence: Sentence) -> int | None:
    """The edition printed in a name, right before it ("the 16th"), or as "eighth edition of" it."""
    for edition in sentence.editions:
        if edition.number is None:
            continue
        if start - 4 <= edition.end and edition.start <= end + 12:
            return edition.number
        if (
            edition.end < start
            and start - edition.end < 12
            and sentence.text[edition.end : start].strip().casefold()
            in ("of", "of the", "edition of", "edition of the", "round of", "round of the", "meeting of the")
        ):
            return edition.number
    return None
