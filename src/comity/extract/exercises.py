"""Exercises: named series and unnamed drills, with edition, domain, parties and status."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from comity.extract.circumstance import place_near, when_near
from comity.extract.context import Context
from comity.extract.names import edition_near, parties_inside
from comity.extract.quoting import evidence
from comity.lexicon.gazetteer import Name
from comity.lexicon.tables import several
from comity.model import Exercise, Span, When
from comity.reading.annotate import PARTY_KINDS
from comity.reading.mentions import Sentence

__all__ = ["exercises"]

_NOUN = re.compile(r"\b(?:exercises?|drills?|wargames?|war games?|PASSEX|manoeuvres|maneuvers|EX)\b", re.IGNORECASE)
_PRINTED = re.compile(
    r"\b(?:Exercises?|Ex|EXERCISE|EX|[Tt]raining|[Dd]rills?|exercises?)[\s\-–]+[‘'“\"(]?(?P<after>[A-Z][\w\-–]*(?:\s+(?:[A-Z][\w\-–]*|\d{2,4}|[IVX]+\b))*)[’'”\"]?"
    r"|[‘“\"'](?P<quoted>[A-Z][\w\-– ]{2,40}?)[’”\"'](?=\s+(?:exercise|drill))"
)
_DESCRIBED = re.compile(
    r"(?P<name>(?:(?:[A-Z][\w’'\-–.]*|\([A-Z]{2,6}\)|first|inaugural|maiden|second|third|joint|trilateral|bilateral|multilateral|naval|maritime|"
    r"military|air|army|fighter|passing|tabletop|table-top|table|top|live-fire|field|training|command|post|search|and|rescue|of|the|disaster|relief|"
    r"sea|special|forces|annual|Salvage|anti-submarine)\s+)+"
    r"(?:exercises?|drills?|Exercises?|Drills?|PASSEX|EXERCISE)(?:\s+\((?P<short>[A-Z]{3,10})\))?"
    r"|(?:inaugural|first-ever|maiden|joint|bilateral|trilateral|combined)(?:\s+[a-z\-]+){1,4}\s+(?:exercise|drill)\b"
    r"|exercises?(?=\s+(?:between|with|involving)\s))"
)
_MILITARY = re.compile(
    r"\b(?:joint|bilateral|trilateral|multilateral|military|naval|maritime|army|air|fighter|passing|tabletop|table-top|live-fire|field|"
    r"navy|navies|forces|PASSEX|trilateral|inaugural|fleet|command post|counter-terror\w*|anti-submarine|combined)\b",
    re.IGNORECASE,
)
_VERB_USE = re.compile(
    r"\b(?:to|will|would|must|can|should|may|not)\s+exercise\b|\bexercis(?:e|ing|ed)\s+(?:restraint|caution|control|power|right|their|its|his|authority|jurisdiction|leadership)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where an exercise is named: its printed name (None where unnamed) and its row of the table."""

    start: int
    end: int
    name: str | None
    row: Name | None


def exercises(sentence: Sentence, context: Context) -> Iterator[Exercise]:
    """The exercises that a sentence tells."""
    if sentence.role in ("title", "subtitle", "heading"):
        return
    if not _worth(sentence):
        if context.exercise is not None:
            yield from _other_edition(sentence, context, context.exercise)
        return
    spots = _named(sentence)
    told = False
    for spot in spots or _described(sentence):
        claim = _exercise(spot, sentence, context, len(spots))
        if claim is not None:
            told = True
            if claim.name:
                context.exercise = claim
            yield claim
    if not told and context.exercise is not None:
        yield from _other_edition(sentence, context, context.exercise)


_EDITION = re.compile(
    r"\b(?:last|previous|earlier|next|coming|first|second|third|fourth|fifth|sixth|seventh)\s+(?:\w+\s+)?"
    r"(?:edition|one|exercise|iteration|of the series|of these exercises)\b"
    r"|\b(?:[Nn]ext|[Ll]ast) year['’]s (?:edition|exercise)\b"
    r"|\bexercise (?:was last|took place|was held|was first|will next|will be held)\b",
)


def _other_edition(sentence: Sentence, context: Context, known: Exercise) -> Iterator[Exercise]:
    """`The last of the series was held at Zarqa in 2023`: another edition of the exercise just named."""
    found = _EDITION.search(sentence.text)
    if found is None:
        return
    planned = bool(re.search(r"\b(?:next|will|to be held|coming)\b", sentence.text, re.IGNORECASE))
    when = when_near(found.end(), sentence, context, "future" if planned else "past")
    place = place_near(found.end(), sentence)
    if when is None or (known.when is not None and when.edtf == known.when.edtf):
        return
    piece = sentence.text.rstrip(" .")
    yield replace(
        known,
        rule="exercise.other-edition",
        evidence=(evidence(context.source.release, Span(sentence.start, sentence.start + len(piece))),),
        edition=next((e.number for e in sentence.editions if e.number), None),
        when=when,
        place=place.name if place else None,
        place_country=place.country if place else None,
        place_detail=place.detail if place else None,
        status="planned" if planned else "held",
        vessels=(),
    )


def _worth(sentence: Sentence) -> bool:
    return bool(
        _NOUN.search(sentence.text) or re.search(r"\b(?:joint|combined)\b.{0,30}\btraining\b", sentence.text)
    ) or any(h.reading("exercise") for h in sentence.hits)


def _named(sentence: Sentence) -> list[_Spot]:
    text = sentence.text
    spots: list[_Spot] = []
    noun = _NOUN.search(text) is not None
    for hit in sentence.hits:
        name = hit.reading("exercise")
        if name is None or re.fullmatch(
            r"(?:(?:field training|command post|passing|table-?top|live[- ]fire) exercise|passex)",
            hit.printed.casefold(),
        ):
            continue
        if name.row.get("ambiguous") == "yes" and not _beside_noun(text, hit.start, hit.end, noun):
            continue
        if any(m.start - sentence.start < hit.end and hit.start < m.end - sentence.start for m in sentence.people):
            continue
        spots.append(_Spot(hit.start, hit.end, hit.printed, name))
    for match in _PRINTED.finditer(text):
        group = "after" if match["after"] else "quoted"
        start, end = match.span(group)
        if match[0][0].islower() and match[0][match.start(group) - match.start() - 1] not in "‘“\"'(":
            continue
        if (
            match[0].startswith(("Training", "Drill"))
            and match[0][match.start(group) - match.start() - 1] not in "‘“\"'"
        ):
            continue
        if any(s.start < end and start < s.end for s in spots) or re.match(
            r"(?:The|In|On|At|From|With|Between|Director|Control|Commander)\b", match[group]
        ):
            continue
        spots.append(_Spot(start, end, match[group], None))
    return sorted(spots, key=lambda s: s.start)


def _beside_noun(text: str, start: int, end: int, noun: bool) -> bool:  # noqa: FBT001
    quoted = text[max(0, start - 1) : start] in ("‘", "“", "'", '"') and noun
    before, after = text[max(0, start - 14) : start], text[end : end + 25]
    return (
        quoted
        or bool(
            re.search(r"\b(?:exercises?|ex)\W+$", before, re.IGNORECASE)
            or re.match(r"[’”'\"]?[\s\-–]*(?:\d{2,4}|[IVX]+\b)?\W*\s*(?:exercise|drill|edition)", after, re.IGNORECASE)
        )
        or (noun and text[start:end].isupper())
    )


def _described(sentence: Sentence) -> list[_Spot]:
    text = sentence.text
    spots = []
    for match in _DESCRIBED.finditer(text):
        phrase = match["name"]
        if _VERB_USE.search(text[max(0, match.start() - 12) : match.end() + 15]):
            continue
        start = match.start() + len(phrase) - len(re.sub(r"^(?:the|The|of|and|A|An|This|In|During)\s+", "", phrase))
        printed = text[start : match.end()]
        proper = bool(re.search(r"[A-Z][a-z]+.*(?:Exercise|PASSEX|Drill)|PASSEX|\([A-Z]{3,}\)", printed))
        if (
            not proper
            and not _MILITARY.search(phrase)
            and not re.match(r"\s+(?:between|involving)\s", text[match.end() :])
        ):
            continue
        spots.append(_Spot(start, match.end(), printed if proper else None, None))
    return spots


def _exercise(spot: _Spot, sentence: Sentence, context: Context, together: int) -> Exercise | None:
    text = sentence.text
    row = spot.row.row if spot.row else None
    parties = _parties(spot, sentence, context, several(row["parties"]) if row else ())
    if len(parties) < 2:
        return None
    status = _status(spot, sentence, context)
    if spot.name is None and _vague(spot, text):
        return None
    if (
        spot.name is None
        and status == "held"
        and not re.search(r"\b(?:inaugural|first|maiden|PASSEX|concluded|conducted)\b", text)
    ):
        return None
    domain, basis = _domain(spot, text, row, context)
    tense: Literal["past", "future"] = "future" if status == "planned" else "past"
    when = when_near(spot.end, sentence, context, tense) if together < 3 else None
    if status == "continuing":
        told = _keeps_up(context).search(text) is not None
        status = (
            status
            if told or when is None or (when.basis == "text" and "/" in (when.edtf or ""))
            else _by_day(when, context)
        )
        when = None if status == "continuing" else when
    year = next((e.year for e in sentence.editions if e.year and abs(e.start - spot.end) < 8), None)
    if year and (when is None or not (when.edtf or "").startswith(str(year))):
        when = When(str(year), "year", "text", str(year))
    place = place_near(spot.end, sentence) if status in ("planned", "held", "ongoing") else None
    return Exercise(
        rule="exercise.named" if spot.name else "exercise.described",
        evidence=(evidence(context.source.release, _quote(spot, sentence)),),
        name=(spot.row.code if spot.row and "Exercise" in (spot.name or "") else _clean(spot.name))
        if spot.name
        else None,
        series=spot.row.code if spot.row else None,
        edition=_edition(spot, sentence),
        domain=domain,
        domains=several(row["domains"])
        if row and basis == "lexicon"
        else ((domain,) if domain not in ("unknown", "joint") else ()),
        domain_basis=basis,
        format=("passex",)
        if re.search(r"PASSEX|[Pp]assing [Ee]xercise", text[spot.start : spot.end + 10])
        else (("ttx",) if "tabletop" in text else ()),
        parties=parties,
        parties_complete="stated" if len(parties_inside(0, len(text), sentence)) > 1 else "partial",
        when=when,
        place=place.name if place else None,
        place_country=place.country if place else None,
        place_detail=place.detail if place else None,
        status=status,
    )


def _by_day(when: When, context: Context) -> str:
    """Held or planned, where only the day told beside an exercise says so."""
    issued = context.source.issued
    return (
        "planned" if issued and (when.edtf or "")[:10] > issued.isoformat()[: len((when.edtf or "")[:10])] else "held"
    )


def _vague(spot: _Spot, text: str) -> bool:
    """Exercises spoken of in general ("joint exercises"), or one already named ("the bilateral exercise")."""
    phrase = text[spot.start : spot.end]
    if re.search(r"(?:exercises|drills)$", phrase, re.IGNORECASE):
        return not re.search(
            r"\b(?:since (?:19|20)\d\d|between|involving|conducted)\b",
            text[max(0, spot.start - 30) : spot.end + 60],
        )
    return bool(re.search(r"\b(?:the|this)\s+(?:\w+\s+)?$", text[: spot.start], re.IGNORECASE)) and not re.search(
        r"\b(?:inaugural|first|second|third|maiden|next)\b", text[max(0, spot.start - 20) : spot.end]
    )


def _clean(name: str) -> str:
    name = re.sub(r"\s+(?:\d{2,4}|[IVX]+)$", "", name.strip(" -–‘’“”'\""))
    return re.sub(r"^(?:first|second|third|inaugural|maiden|the|eighth)\s+", "", name, flags=re.IGNORECASE)


def _edition(spot: _Spot, sentence: Sentence) -> int | None:
    near = edition_near(spot.start, spot.end, sentence)
    if near is not None:
        return near
    for edition in sentence.editions:
        if (
            edition.number is not None
            and spot.start - 40 <= edition.start <= spot.end + 6
            and "," not in sentence.text[min(edition.end, spot.start) : spot.start]
        ):
            return edition.number
    return None


def _domain(spot: _Spot, text: str, row: dict[str, str] | None, context: Context) -> tuple[str, str]:
    around = text[max(0, spot.start - 45) : spot.end + 30]
    for domain, words in context.source.lexicon.wordings("exercise", "domain"):
        if words.search(around):
            return domain, "text"
    if row and row["domain"]:
        return row["domain"], "lexicon"
    return "unknown", "text"


def _keeps_up(context: Context) -> re.Pattern[str]:
    return dict(context.source.lexicon.wordings("exercise", "status"))["continuing"]


def _status(spot: _Spot, sentence: Sentence, context: Context) -> str:
    text = sentence.text
    before, after = text[max(0, spot.start - 110) : spot.start], text[spot.end : spot.end + 90]
    close = before[-70:] + " " + after[:70]
    if re.search(r"\bongoing\b", before[-25:]):
        return "ongoing"
    if _keeps_up(context).search(before) and not re.search(
        r"\b(?:will be|scheduled|concluded|held in|conducted (?:in|at|on|off))\b", close
    ):
        return "continuing"
    told = (status for status, words in context.source.lexicon.wordings("exercise", "status") if words.search(close))
    return next(told, "continuing")


def _parties(spot: _Spot, sentence: Sentence, context: Context, usual: tuple[str, ...]) -> tuple[str, ...]:
    """Who took part: states named beside the exercise, else the parties in focus that usually do."""
    text = sentence.text
    near = []
    for hit in sentence.hits:
        name = hit.reading(*PARTY_KINDS)  # type: ignore[arg-type]
        if (
            name
            and -70 <= hit.start - spot.start <= 130
            and not re.search(r"\b(?:in|at|off|near)\s+(?:the\s+)?$", text[: hit.start])
        ):
            near.append(name.code)
    named = tuple(dict.fromkeys(near))
    if len(named) > 1:
        return named
    pair = tuple(dict.fromkeys((*named, *context.pair)))
    if usual:
        both = tuple(p for p in pair if p in usual)
        if len(both) > 1:
            return both
    return pair


def _quote(spot: _Spot, sentence: Sentence) -> Span:
    """The clause around the name: up to the commas or stops that hold it, at most some thirty words."""
    text = sentence.text
    start = max((m.end() for m in re.finditer(r"[;:]\s|,\s(?=and\b|which\b|while\b)", text[: spot.start])), default=0)
    stop = re.search(r";|,\s(?:which|while|and)\b", text[spot.end :])
    end = spot.end + stop.start() if stop else len(text)
    while len(text[start:end].split()) > 40 and start < spot.start:
        start = min(spot.start, text.find(" ", start) + 1 or spot.start)
    if len(text[start:end].split()) > 45:
        end = spot.end + len(" ".join(text[spot.end : end].split()[:20]))
    piece = text[start:end].rstrip(" .,;:")
    return Span(sentence.start + start, sentence.start + start + len(piece))
