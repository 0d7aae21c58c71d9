"""Exercises: named series and unnamed drills, with edition, domain, parties and status."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from comity.extract.circumstance import place_near
from comity.extract.context import Context
from comity.extract.drills import Drill, drills, quote_of, worth
from comity.extract.holdings import one_end, state
from comity.extract.later import EDITION, other_edition, told_after
from comity.extract.names import edition_near, parties_inside
from comity.extract.quoting import evidence
from comity.lexicon.tables import several
from comity.model import Exercise, When
from comity.reading.annotate import PARTY_KINDS
from comity.reading.mentions import Sentence
from comity.reading.time.words import ordinal

__all__ = ["exercises"]


def exercises(sentence: Sentence, context: Context) -> Iterator[Exercise]:
    """The exercises that a sentence tells."""
    if sentence.role in ("title", "subtitle", "heading"):
        return
    known = context.exercise
    more = list(told_after(sentence, context, known)) if known is not None else []
    if more or not worth(sentence):
        yield from more
        return
    yield from _told_here(sentence, context)
    # "... that the exercise be held every two years, with the next in 2025"
    found = EDITION.search(sentence.text)
    if (
        context.exercise is not known
        and context.exercise is not None
        and found is not None
        and "next" in found[0].casefold()
    ):
        yield from other_edition(found, sentence, context, context.exercise)


def _told_here(sentence: Sentence, context: Context) -> Iterator[Exercise]:
    spots = drills(sentence)
    for index, spot in enumerate(spots):
        left = spots[index - 1].end if index else 0
        right = spots[index + 1].start if index + 1 < len(spots) else len(sentence.text)
        claim = _exercise(spot, (left, right), sentence, context, len(spots))
        if claim is not None:
            context.exercise = claim
            yield claim
            yield from _again(claim, sentence)


_AGAIN = re.compile(
    r"\b(?:in (?:[A-Z][a-z]+ )?(?P<first>(?:19|20)\d\d),? and (?:again |once more |then )?in )(?P<next>(?:19|20)\d\d)\b"
)


def _again(claim: Exercise, sentence: Sentence) -> Iterator[Exercise]:
    """`Held in 2023 and again in 2025`: a second edition, told in the same breath."""
    told = _AGAIN.search(sentence.text)
    if told is not None and claim.status == "held" and claim.when is not None and claim.when.edtf == told["first"]:
        when = When(told["next"], "year", "text", told["next"])
        yield replace(claim, rule="exercise.other-edition", when=when, edition=None)


def _exercise(
    spot: Drill, bounds: tuple[int, int], sentence: Sentence, context: Context, together: int
) -> Exercise | None:
    text = sentence.text
    row = spot.row.row if spot.row else None
    parties = _parties(spot, sentence, context, several(row["parties"]) if row else ())
    body = len(parties) == 1 and len(parties[0]) > 2  # the members of a body train with one another
    if (len(parties) < 2 and not body) or (spot.name is None and _vague(spot, sentence, context)):
        return None
    status, told, when = state(spot, bounds, sentence, context, dated=together < 3)
    if when is None and _untold(spot, status, text, told=told):
        return None
    year = next((e.year for e in sentence.editions if e.year and abs(e.start - spot.end) < 8), None)
    if year and (when is None or not (when.edtf or "").startswith(str(year))):
        when = When(str(year), "year", "text", str(year))
    domain, basis = _domain(spot, text, row, context)
    place = place_near(spot.end, sentence) if status != "continuing" else None
    return Exercise(
        rule=("exercise.named" if spot.name else "exercise.described") if told or when else "exercise.mentioned",
        evidence=(evidence(context.source.release, quote_of(spot, sentence)),),
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
        if re.search(r"PASSEX|[Pp]ass(?:ing|age) [Ee]xercise", text[spot.start : spot.end + 10])
        else (("ttx",) if re.search("table-?top", text) else ()),
        parties=parties,
        parties_complete="stated" if len(parties_inside(0, len(text), sentence)) > 1 else "partial",
        when=when if status == "continuing" else one_end(when, text[max(0, spot.start - 90) : spot.end + 200]),
        place=place.name if place else None,
        place_country=place.country if place else None,
        place_detail=place.detail if place else None,
        status=status,
    )


def _untold(spot: Drill, status: str, text: str, *, told: bool) -> bool:
    """Whether too little is told of an exercise without a day: no state, or neither name nor end."""
    called = spot.row is not None or re.search(r"\b(?:Exercise|EXERCISE)\W+$", text[: spot.start])
    if not told and not called:
        return True
    ended = r"\b(?:inaugural|first|maiden|PASSEX|concluded|conducted|after|participated|took part)\b"
    return spot.name is None and status == "held" and re.search(ended, text) is None


def _vague(spot: Drill, sentence: Sentence, context: Context) -> bool:
    """Exercises spoken of in general ("joint exercises"), or one already named ("the bilateral exercise")."""
    text = sentence.text
    phrase, before, after = text[spot.start : spot.end], text[: spot.start], text[spot.end :]
    if re.match(r"(?:This|It) (?:was|is) (?:also )?(?:the|an?|their|its)\b", text) and context.exercise is not None:
        return True
    if re.search(r"(?:exercises|drills)$", phrase, re.IGNORECASE):
        return not re.search(
            r"\b(?:since (?:19|20)\d\d|between|involving|conducted)\b",
            text[max(0, spot.start - 30) : spot.end + 60],
        )
    if re.search(r"\b(?:inaugural|first|second|third|maiden|next)\b", text[max(0, spot.start - 20) : spot.end]):
        return False
    if re.search(r"\b(?:the|this|such|any|every)\s+(?:\w+\s+)?$", before, re.IGNORECASE):
        return context.exercise is not None or not re.match(r"\s+(?:of the|between|with|involving)\s", after)
    return False


def _clean(name: str) -> str:
    name = re.sub(r"(?:[\s\-–]+[IVX]+|\s+(?:19|20)\d\d)$", "", name.strip(" -–‘’“”'\""))
    return re.sub(r"^(?:first|second|third|inaugural|maiden|the|eighth)\s+", "", name, flags=re.IGNORECASE)


# "The inaugural exercise of A, B and C has been named X"
_NAMED_SINCE = re.compile(r"\b(?:has been|was|is) (?:code-?named|named|called|dubbed)\W+$")
_OF_SERIES = re.compile(r"[,’”\"'\s]*the\s+(?P<nth>[\w-]+)\s+(?:of|in)\s+(?:the|this|their|a)\s+series\b")


def _edition(spot: Drill, sentence: Sentence) -> int | None:
    near = edition_near(spot.start, spot.end, sentence)
    if near is not None:
        return near
    counted = _OF_SERIES.match(sentence.text, spot.end)
    if counted is not None and (nth := ordinal(counted["nth"])):
        return nth
    if _NAMED_SINCE.search(sentence.text[: spot.start]):
        return next((e.number for e in sentence.editions if e.number and e.end < spot.start), None)
    for edition in sentence.editions:
        if (
            edition.number is not None
            and spot.start - 75 <= edition.start <= spot.end + 40
            and not re.search(
                r"[,;]|\b(?:meeting|dialogue|visit)\b", sentence.text[min(edition.end, spot.start) : spot.start]
            )
        ):
            return edition.number
    number = re.search(r"[A-Za-z][\s\-–]+(\d{1,2})(?:/(?:19|20)\d\d)?$", spot.name or "")
    year = sentence.text and next((e.year for e in sentence.editions if e.year and abs(e.start - spot.end) < 8), None)
    return int(number[1]) if number and not year and int(number[1]) < 20 else None


_DOMAINS = ("sea", "air", "land")


def _domain(spot: Drill, text: str, row: dict[str, str] | None, context: Context) -> tuple[str, str]:
    if row and row["domain"] not in ("", "joint", "unknown"):
        return row["domain"], "lexicon"
    left = max(text.rfind(",", 0, spot.start), text.rfind(";", 0, spot.start), spot.start - 60) + 1
    patterns = context.source.lexicon.wordings("exercise", "domain")
    around = text[max(0, left) : spot.end + 40]
    told = [domain for domain, words in patterns if words.search(around)]
    if (
        re.search(
            r"\b(?:[Cc]ombined [Jj]oint|tri-service|all three services|naval and air|land and air|air and naval)\b",
            around,
        )
        or len(set(told) & set(_DOMAINS)) > 1
    ):
        return "joint", "text"
    if told:
        return told[0], "text"
    if row and row["domain"]:
        return row["domain"], "lexicon"
    wide = [domain for domain, words in patterns if words.search(text)]
    if len(set(wide) & set(_DOMAINS)) > 1 and re.search(r"elements of|contingents? of|forces of", text):
        return "joint", "text"
    return (wide[0], "text") if len(wide) == 1 else ("unknown", "text")


def _parties(spot: Drill, sentence: Sentence, context: Context, usual: tuple[str, ...]) -> tuple[str, ...]:
    """Who took part: states named beside the exercise, else the parties in focus that usually do."""
    text = sentence.text
    left = text.rfind(";", 0, spot.start) + 1
    near = []
    for hit in sentence.hits:
        name = hit.reading(*PARTY_KINDS)  # type: ignore[arg-type]
        if (
            name
            and left <= hit.start
            and -90 <= hit.start - spot.start <= 220
            and not (spot.start <= hit.start < spot.end and name.kind == "capital")
            and not re.search(r"\b(?:in|at|off|near|for|to|coast of)\s+(?:the\s+)?$", text[: hit.start])
        ):
            near.append(name.code)
    if re.search(r"\b[Ww]e\b", text[left : spot.start]):
        near = [*context.source.release.account, *near]
    named = tuple(dict.fromkeys(near))
    if len(named) > 1:
        return named
    pair = tuple(dict.fromkeys((*named, *context.pair)))
    if usual:
        both = tuple(p for p in pair if p in usual)
        if len(both) > 1:
            return both
        if len(pair) < 2 and len(usual) in (2, 3):
            return usual
    return pair
