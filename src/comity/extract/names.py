"""Named things in a sentence: dialogues with their edition and pair, as printed around a noun."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from comity.lexicon import Hit
from comity.lexicon.tables import several
from comity.reading.annotate import PARTY_KINDS
from comity.reading.mentions import Sentence
from comity.reading.time.words import MONTH_NAME

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Named", "dialogue_name", "edition_near", "names_in", "parties_inside"]

_WORD = r"(?:[A-Z0-9][\w.’'&+\-–/]*|\(\w[\w+]*\)|“[^”]{2,20}”)"
_NO_DATE = rf"(?!{MONTH_NAME}\b|(?:19|20)\d\d\b|\d{{1,2}}\s)"
# What meets once and is over; and organs, which are there between their meetings too.
_OCCASIONS = (
    r"Dialogues?|Summit|Conference|Forum|Talks|Meeting|Consultations?|Symposium|Roundtable|2\+2|Round|Ministerial|"
    r"Seminar|Workshop|Conclave|Festival"
)
_ORGANS = r"Policy Group|Task Force|Commission|Committee|Council|Group|Mechanism|Mission"
_HEAD = re.compile(rf"\b(?:{_OCCASIONS}|{_ORGANS})\b")
_DIALOGUE = re.compile(
    rf"(?:{_WORD}(?:\s+(?:of|on|and|for|the|to|&)\s+(?:the\s+)?|\s+|,\s+))*"
    rf"(?:[A-Z][\w’'\-]*-)?(?:{_OCCASIONS}|{_ORGANS})\b(?!\s+(?:Declaration|Communiqu[eé]|Statement|Document))"
    rf"(?:\s+\([^)]{{2,30}}\))?"
    rf"(?:\s+(?:on|of|for)\s+(?:the\s+)?{_NO_DATE}{_WORD}(?:\s+(?:(?:and|of)\s+|in\s+(?=[A-Z]{{2}}))?{_NO_DATE}{_WORD})*)?",
)
_LOWER = re.compile(
    rf"(?:(?:\s+{_WORD}){{0,5}}\s+(?:summit|meeting|ministerial|foreign ministers’? meeting)\b(?!\s+(?:with|between))"
    rf"|(?:\s+and\s+{_WORD})?\s+summits\b)"
)
_FORCES = (
    r"(?:foreign|defen[cs]e|finance|interior|home|trade|health|energy|prime|deputy|deputies|senior|political|security"
    r"|economic|environment|culture|education|labou?r|agriculture|transport|justice)"
)
_WHO_MEET = (
    rf"(?:(?:{_FORCES}|and|&)\s+){{0,4}}(?:ministers|leaders|chiefs|officials|heads\s+of\s+(?:state|government)"
    r"(?:\s+and\s+government)?|[Cc]hiefs\s+of\s+[Dd]efen[cs]e(?:\s+(?:[Ff]orces|[Ss]taff))?|directors|advisers)"
)
_OF_MEETERS = re.compile(
    rf"\s+(?:(?:{_FORCES}|and|&)\s+){{0,4}}(?:ministers|leaders|heads of (?:state|government))\b", re.IGNORECASE
)
# "a meeting of the foreign ministers of the G7", "the session of the Board of Governors of the IAEA"
_BEFORE = re.compile(
    r"\b(?:(?P<session>meeting|session|sitting|conference|ministerial)|(?P<summit>summit(?:\s+meeting)?))s?\s+of\s+(?:the\s+)?"
    rf"(?:(?:{_WHO_MEET}|[A-Z]\w+(?:\s+(?:of\s+)?[A-Z]\w+){{0,4}})\s+(?:of|from)\s+(?:the\s+)?)?$"
)
# "a Russian-Turkish-Iranian summit": two states or more, joined, and a plain word for what they hold year by year.
_PAIR = re.compile(
    r"\b(?:[A-Z][\w.]+[-–]){1,4}[A-Z][\w.]+\s+(?:(?:[a-z][\w-]*|[A-Z]\w+)\s+){0,4}?"
    r"(?P<head>summit|dialogue|forum|commission|committee|council|conference|2\+2)\b"
)
_LEADING = re.compile(
    r"^(?:The|A|An|This|That|In|At|During|On|Today|His|Her|Their|Our|For|With|Under|As|Since|After|Before|Alongside|"
    r"[A-Z][a-z]+(?:ed|ing)(?=\s+(?:the|a|an)\s))\s+(?:(?:the|a|an)\s+)?"
)
_SITTING = re.compile(r"^(?:[A-Z]\w+\s+)?(?:Meeting|Session|Round|Edition)s?\s+of\s+(?:the\s+)?")
_SAT = re.compile(r"\b(?:[Mm]eeting|[Ss]ession|[Rr]ound|[Ss]itting|[Ee]dition)s? of (?:the |its )?$")
_DISH = {
    "dialogue": "dialogue",
    "summit": "summit",
    "conference": "conference",
    "forum": "conference",
    "symposium": "conference",
    "seminar": "conference",
    "workshop": "conference",
    "conclave": "conference",
    "festival": "conference",
    "ministerial": "conference",
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
    organ: bool = False


def dialogue_name(noun: Token, sentence: Sentence) -> Named | None:
    """The name whose last words hold this noun; None for a plain "meeting" or "talks"."""
    at, end = noun.idx, noun.idx + len(noun.text)
    for named in names_in(sentence):
        if named.start < end and at < named.end:
            return named
        if _OF_IT.fullmatch(sentence.text[end : named.start]):
            return named  # "the fourth meeting of the Joint Commission"
    return None


_OF_IT = re.compile(r"\s+of\s+(?:the\s+|their\s+|its\s+)?(?:[\w-]+\s+)?")


def names_in(sentence: Sentence) -> list[Named]:
    """All named dialogues, summits and conferences of a sentence, in order."""
    found: list[Named] = []
    for match in _DIALOGUE.finditer(sentence.text):
        for opening, end in _apart(match):
            start = _behind_people(_at_its_number(opening, end, sentence), end, sentence)
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
    for plain in (_between, _bodies_meeting):
        found += [n for n in plain(sentence) if not any(n.start < f.end and f.start < n.end for f in found)]
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


def _bodies_meeting(sentence: Sentence) -> Iterator[Named]:
    """`The NATO summit`, `the upcoming G20 Foreign Minister meeting`: a body, and a plain word for its meeting."""
    for hit in sentence.hits:
        body = hit.reading("body")
        behind = _LOWER.match(sentence.text, hit.end) if body is not None else None
        if body is not None and behind is None:
            yield from _of_a_body(hit, body.code, sentence)
        if (
            body is None
            or behind is None
            or any(
                m.person is not None and m.start - sentence.start < behind.end() and hit.start < m.end - sentence.start
                for m in sentence.people
            )
        ):
            continue
        kind = "summit" if behind[0].endswith(("summit", "summits")) else "conference"
        start, end = hit.start, behind.end()
        if behind[0].endswith("summits"):  # "the G7 and NATO summits" are two
            end = hit.end
        name = sentence.text[start:end] if end > hit.end else f"{hit.printed} summit"
        yield Named(name, kind, None, edition_near(start, end, sentence), (body.code,), start, end)


def _of_a_body(hit: Hit, code: str, sentence: Sentence) -> Iterator[Named]:
    """`A meeting of the NATO foreign ministers`: a plain word for a meeting before the body whose it is."""
    told = _BEFORE.search(sentence.text[: hit.start])
    if told is None:
        return
    behind = _OF_MEETERS.match(sentence.text, hit.end)
    if re.match(r"['’]", sentence.text[behind.end() if behind is not None else hit.end :]):
        return  # "a session of the EU leaders' meeting"
    start, end = told.start(), behind.end() if behind is not None else hit.end
    kind = "summit" if told["summit"] else "conference"
    yield Named(sentence.text[start:end], kind, None, edition_near(start, end, sentence), (code,), start, end)


def _between(sentence: Sentence) -> Iterator[Named]:
    """`A Russian-Turkish-Iranian summit`: the states before a plain word for what they hold."""
    for match in _PAIR.finditer(sentence.text):
        start, end = match.span()
        parties = parties_inside(start, end, sentence)
        if len(parties) < 2:
            continue
        head = match["head"]
        organ = head in ("commission", "committee", "council")
        named = Named(
            match[0], _DISH.get(head, "dialogue"), None, edition_near(start, end, sentence), parties, start, end
        )
        yield replace(named, organ=organ and _SAT.search(sentence.text[:start]) is None)


_TO_THE = re.compile(r"^.*\b(?:for|to|at|of|in)\s+(?:the\s+)?(?=\d{1,3}(?:st|nd|rd|th)\b)")


def _at_its_number(start: int, end: int, sentence: Sentence) -> int:
    """`to India for the 16th Annual Summit`: the name begins with its number, whatever the pattern ran through."""
    ahead = _TO_THE.match(sentence.text[start:end])
    return start + (ahead.end() if ahead else 0)


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


_AND = re.compile(
    rf"\s+(?:and|&)\s+(?:the\s+)?(?=\d{{1,3}}(?:st|nd|rd|th)\s|(?:First|Second|Third|[A-Z][a-z]+th)\s)"
    rf"|\b(?:{_OCCASIONS}|{_ORGANS})(?:\s+\([^)]+\))?(?P<and>,?\s+(?:and|&)\s+(?:the\s+)?)"
    rf"(?=(?:{_WORD}\s+)+(?:{_OCCASIONS}|{_ORGANS})\b)"
    rf"|(?P<the>\s+and\s+the\s+)(?=(?:{_WORD}\s+)+(?:{_OCCASIONS}|{_ORGANS})\b)"
)


def _apart(match: re.Match[str]) -> list[tuple[int, int]]:
    """Two numbered names joined by "and" are two names, and so are two that each end in a meeting."""
    cuts = [
        m.span("and") if m["and"] else m.span() for m in _AND.finditer(match[0]) if _HEAD.search(match[0][: m.end()])
    ]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(match[0])]
    return [(match.start() + s, match.start() + e) for s, e in zip(starts, ends, strict=True)]


_MEETS = ("2+2", "Commission", "Group", "Policy Group", "Task Force", "Consultations", "Mechanism", "Committee")


def _named(start: int, end: int, sentence: Sentence) -> Named | None:
    text = sentence.text[start:end].rstrip(".,")
    end = start + len(text)
    days = [d for d in sentence.dates if start <= d.start < d.end < end and d.kind in ("day", "range")]
    if days:  # "the July 9-11 NATO Summit", "in Tokyo on 5 May for the Annual Summit"
        behind = re.match(r"[\s,]*(?:(?:for|at|of|to)\s+)?", sentence.text[days[-1].end : end])
        start = days[-1].end + (behind.end() if behind else 0)
        text = sentence.text[start:end]
    cut = _LEADING.match(text)
    if cut:
        start, text = start + cut.end(), text[cut.end() :]
    edition = edition_near(start, end, sentence)
    ordinal = _ORDINAL.match(text)
    if ordinal and edition is not None:
        start, text = start + ordinal.end(), text[ordinal.end() :]
    sitting = _SITTING.match(text)
    if sitting and _HEAD.search(text[sitting.end() :]):
        start, text = start + sitting.end(), text[sitting.end() :]
    meets = sitting is not None or _SAT.search(sentence.text[:start]) is not None
    words = text.split()
    heads = [h for h in _HEAD.findall(text) if h.casefold().rstrip("s") in _DISH or h in ("Meeting", "Talks", "2+2")]
    organs = [h for h in _HEAD.findall(text) if h in _MEETS]  # "Committee for Consultation"
    head = (heads or organs or _HEAD.findall(text) or words or [""])[-1]
    known = next(
        (h.reading("dialogue") for h in sentence.hits if h.start < end and start < h.end and h.reading("dialogue")),
        None,
    )
    if len(words) < 2 and known is None:
        return None
    if (
        head in ("Meeting", "Talks", "Council", "Group", "Commission", "Committee", "Round", "Mission", "Festival")
        and len(words) < 3
        and known is None
    ):
        return None
    kind = (
        known.row["kind"]
        if known
        else _DISH.get(
            head.rstrip("s").casefold(),
            "dialogue" if head in _MEETS else None,
        )
    )
    of_a_body = any(h.reading("body") for h in sentence.hits if start <= h.start < end)
    if kind is None and head in ("Meeting", "Council") and of_a_body:
        kind = "conference" if head == "Meeting" else "dialogue"  # a ministers' meeting of a body
    elif kind is None and head == "Meeting" and len(parties_inside(start, end, sentence)) > 1:
        kind = "talks"  # "the Japan-Fiji Defence Ministerial Meeting"
    if "2+2" in text or "Foreign and Defence" in text:
        kind = "dialogue"
    return Named(
        text.strip(),
        kind,
        known.code if known else None,
        edition,
        _sides(start, end, sentence) or (several(known.row["parties"]) if known else ()),
        start,
        end,
        organ=not heads and known is None and not meets,
    )


def _sides(start: int, end: int, sentence: Sentence) -> tuple[str, ...]:
    """The parties that a name tells, not what it is about: "the Security Council on Sudan"."""
    about = re.search(r"\son\s", sentence.text[start:end])
    return parties_inside(start, start + about.start() if about else end, sentence)


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
