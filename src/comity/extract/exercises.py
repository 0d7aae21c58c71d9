"""Exercises: named series and unnamed drills, with edition, domain, parties and status."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal, NamedTuple

from comity.extract.circumstance import place_near, when_near
from comity.extract.context import Context
from comity.extract.drills import Drill, drills, worth
from comity.extract.names import edition_near, parties_inside
from comity.extract.quoting import evidence
from comity.lexicon.tables import several
from comity.model import Exercise, Span, When
from comity.reading.annotate import PARTY_KINDS
from comity.reading.mentions import Sentence

__all__ = ["exercises"]


def exercises(sentence: Sentence, context: Context) -> Iterator[Exercise]:
    """The exercises that a sentence tells."""
    if sentence.role in ("title", "subtitle", "heading"):
        return
    known = context.exercise
    more = list(_more(sentence, context, known)) if known is not None else []
    if more or not worth(sentence):
        yield from more
        return
    yield from _told_here(sentence, context)
    # "... that the exercise be held every two years, with the next in 2025"
    found = _EDITION.search(sentence.text)
    if context.exercise is not known and context.exercise is not None and found is not None and "next in" in found[0]:
        yield from _other_edition(found, sentence, context, context.exercise)


def _told_here(sentence: Sentence, context: Context) -> Iterator[Exercise]:
    spots = drills(sentence)
    for index, spot in enumerate(spots):
        left = spots[index - 1].end if index else 0
        right = spots[index + 1].start if index + 1 < len(spots) else len(sentence.text)
        claim = _exercise(spot, (left, right), sentence, context, len(spots))
        if claim is not None:
            context.exercise = claim
            yield claim


_NTH = r"(?:last|previous|next|coming|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th))"
_EDITION = re.compile(
    rf"\b[Tt]he\s+{_NTH}(?:\s+(?:\w+\s+)?(?:edition|one|exercise|iteration|round))?"
    r"(?:\s+of\s+(?:the\s+series|these\s+exercises|the\s+exercise))?\s+(?:took place|was|will|is|in\s+(?=[A-Z]|\d{4})|had|of the series)"
    rf"|\b(?:last|previous|earlier|next|coming)\s+(?:\w+\s+)?(?:edition|iteration|of the series|of these exercises)\b"
    rf"|\b{_NTH}\s+(?:edition|iteration)\s+(?!of\b)"
    r"|\b(?:[Nn]ext|[Ll]ast) year['’]s (?:edition|exercise)\b"
    r"|\bexercise (?:was last|was first|will next)\b|\bIn (?:19|20)\d\d the exercise\b"
)
# "The exercise commenced on 12 January": more of the one just told.
_THE_ONE = re.compile(
    r"^(?:\W*\d+\W+)?(?:The|This)\s+(?:[\w-]+\s+){0,4}?(?:exercise|drill|training|PASSEX|edition)s?,?\s+"
    r"(?:which\s+)?(?:was|is|will|has|had|commenced|began|concluded|culminated|ends?|runs?|lasts?|kicked|scheduled|being|took|started)\b"
)


def _more(sentence: Sentence, context: Context, known: Exercise) -> Iterator[Exercise]:
    """What a sentence adds to the exercise just told, or another edition of it that it tells."""
    named = any(h.reading("exercise") for h in sentence.hits)
    found = _EDITION.search(sentence.text)
    if found is not None and not named:
        yield from _other_edition(found, sentence, context, known)
    elif _THE_ONE.match(sentence.text) and not named:
        yield from _added(sentence, context, known)


def _added(sentence: Sentence, context: Context, known: Exercise) -> Iterator[Exercise]:
    spot = Drill(0, _end(sentence.text), None, None)
    status = _told(spot, (0, len(sentence.text)), sentence, context) or known.status
    if status == "continuing" or not (sentence.dates or sentence.editions):
        return
    when = when_near(spot.end, sentence, context, "future" if status == "planned" else "past")
    place = place_near(spot.end, sentence)
    yield replace(
        known,
        rule="exercise.more",
        evidence=(evidence(context.source.release, _quote(spot, sentence)),),
        edition=next((e.number for e in sentence.editions if e.number), None) or known.edition,
        when=_open(when, sentence.text),
        place=place.name if place else known.place,
        place_country=place.country if place else known.place_country,
        place_detail=place.detail if place else known.place_detail,
        status=status,
    )


def _end(text: str) -> int:
    found = _THE_ONE.match(text)
    return found.end() if found else 0


def _other_edition(found: re.Match[str], sentence: Sentence, context: Context, known: Exercise) -> Iterator[Exercise]:
    """`The last of the series was held at Zarqa in 2023`: another edition of the exercise just named."""
    text = sentence.text
    around = text[max(0, found.start() - 60) :]
    planned = bool(re.search(r"\b(?:[Nn]ext|will|to (?:be held|hold|conduct|host)|coming)\b", around))
    when = when_near(found.end(), sentence, context, "future" if planned else "past")
    place = place_near(found.start(), sentence)
    if (when is None and place is None) or (
        known.when is not None and when is not None and when.edtf == known.when.edtf
    ):
        return
    yield replace(
        known,
        rule="exercise.other-edition",
        evidence=(evidence(context.source.release, Span(sentence.start, sentence.start + len(text.rstrip(" .")))),),
        edition=next((e.number for e in sentence.editions if e.number), None) or _ordinal(found[0]),
        when=when,
        place=place.name if place else None,
        place_country=place.country if place else None,
        place_detail=place.detail if place else None,
        status="planned" if planned else "held",
        vessels=(),
    )


def _ordinal(words: str) -> int | None:
    names = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
    return next((n for n, name in enumerate(names, 1) if re.search(rf"\b{name}\b", words)), None)


class _Told(NamedTuple):
    """The status of an exercise, and whether the sentence has words for it."""

    status: str
    told: bool


def _exercise(
    spot: Drill, bounds: tuple[int, int], sentence: Sentence, context: Context, together: int
) -> Exercise | None:
    text = sentence.text
    row = spot.row.row if spot.row else None
    parties = _parties(spot, sentence, context, several(row["parties"]) if row else ())
    body = len(parties) == 1 and len(parties[0]) > 2  # the members of a body train with one another
    if (len(parties) < 2 and not body) or (spot.name is None and _vague(spot, sentence, context)):
        return None
    told = _told(spot, bounds, sentence, context)
    status = told or "continuing"
    if told is None and (spot.row is None and not re.search(r"\b(?:Exercise|EXERCISE)\W+$", text[: spot.start])):
        told_nothing = True
    else:
        told_nothing = False
    tense: Literal["past", "future"] | None = (
        "future" if status in ("planned", "proposed") else None if status == "ongoing" else "past"
    )
    when = when_near(spot.end, sentence, context, tense) if together < 3 else None
    if (
        status == "planned"
        and when is not None
        and when.precision == "day"
        and _by_day(when, context) == "held"
        and when.basis != "text"
    ):
        when = None  # "left today to take part in": the day of the leaving
    status, when = _settled(_Told(status, told is not None), when, sentence, context)
    if told_nothing and when is None:
        return None
    if (
        spot.name is None
        and status == "held"
        and when is None
        and not re.search(
            r"\b(?:inaugural|first|maiden|PASSEX|concluded|conducted|after|participated|took part)\b", text
        )
    ):
        return None
    year = next((e.year for e in sentence.editions if e.year and abs(e.start - spot.end) < 8), None)
    if year and (when is None or not (when.edtf or "").startswith(str(year))):
        when = When(str(year), "year", "text", str(year))
    domain, basis = _domain(spot, text, row, context)
    place = place_near(spot.end, sentence) if status != "continuing" else None
    return Exercise(
        rule=("exercise.named" if spot.name else "exercise.described") if told or when else "exercise.mentioned",
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
        if re.search(r"PASSEX|[Pp]ass(?:ing|age) [Ee]xercise", text[spot.start : spot.end + 10])
        else (("ttx",) if re.search("table-?top", text) else ()),
        parties=parties,
        parties_complete="stated" if len(parties_inside(0, len(text), sentence)) > 1 else "partial",
        when=when if status == "continuing" else _open(when, text[max(0, spot.start - 90) : spot.end + 200]),
        place=place.name if place else None,
        place_country=place.country if place else None,
        place_detail=place.detail if place else None,
        status=status,
    )


def _settled(told: _Told, when: When | None, sentence: Sentence, context: Context) -> tuple[str, When | None]:
    """The status where words and day are put together: what lies behind the day of issue is not planned."""
    status = told.status
    if status == "continuing":
        since = re.search(r"\bsince\b", sentence.text)
        if told.told or when is None or (when.basis == "text" and "/" in (when.edtf or "")):
            return status, when if since and when is not None and when.basis == "text" else None
        return _by_day(when, context) or "held", when
    day = _by_day(when, context) if when is not None and when.basis == "text" else None
    return ("held" if status == "planned" and day == "held" else status), when


def _by_day(when: When, context: Context) -> str | None:
    """Held or planned, where the day told beside an exercise says so; None where it may be either."""
    issued, first = context.source.issued, (when.edtf or "").replace("../", "")[:10]
    if not issued or not first:
        return None
    day = issued.isoformat()[: len(first)]
    return "planned" if first > day else "held" if first < day or len(first) == 10 else None


_OPENS = re.compile(r"\b(?:commence[sd]?|began|begins|launched|kicked off|inaugurated|got underway|started)\b")
_CLOSES = re.compile(
    r"\b(?:conclude[sd]|culminated|closed|closing ceremony|final day|wound up|wrapped up|came to an end)\b",
    re.IGNORECASE,
)


def _open(when: When | None, text: str) -> When | None:
    """The day of an opening or a closing is one end of the exercise, not the whole of it."""
    if when is None or when.precision != "day" or "/" in (when.edtf or "/"):
        return when
    if _CLOSES.search(text):
        return replace(when, edtf=f"../{when.edtf}")
    return replace(when, edtf=f"{when.edtf}/..") if _OPENS.search(text) else when


def _vague(spot: Drill, sentence: Sentence, context: Context) -> bool:
    """Exercises spoken of in general ("joint exercises"), or one already named ("the bilateral exercise")."""
    text = sentence.text
    phrase, before, after = text[spot.start : spot.end], text[: spot.start], text[spot.end :]
    if re.match(r"(?:This|It) (?:was|is)\b", text) and context.exercise is not None:
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


def _edition(spot: Drill, sentence: Sentence) -> int | None:
    near = edition_near(spot.start, spot.end, sentence)
    if near is not None:
        return near
    for edition in sentence.editions:
        if (
            edition.number is not None
            and spot.start - 75 <= edition.start <= spot.end + 40
            and not re.search(
                r"[,;]|\b(?:meeting|dialogue|visit)\b", sentence.text[min(edition.end, spot.start) : spot.start]
            )
        ):
            return edition.number
    number = re.search(r"[A-Za-z][\s\-–]+(\d{1,2})$", spot.name or "")
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


def _told(spot: Drill, bounds: tuple[int, int], sentence: Sentence, context: Context) -> str | None:
    """The status that the words around an exercise tell; None where they tell none."""
    text, rules = sentence.text, context.source.lexicon.wordings("exercise", "status")
    keeps_up = dict(rules)["continuing"]
    left, right = bounds
    before, after = text[max(left, spot.start - 110) : spot.start], text[spot.end : min(right, spot.end + 90)]
    close = before[-70:] + " " + after[:70]
    if re.search(r"\bongoing\b", before[-25:]):
        return "ongoing"
    fixed = re.search(r"\b(?:will be|scheduled|concluded|held in|conducted (?:in|at|on|off)|took place)\b", close)
    if keeps_up.search(text[max(0, spot.start - 110) : spot.start]) and not fixed:
        return "continuing"
    if (
        re.search(r"\bsince (?:19|20)\d\d|^\W+(?:which is )?(?:held|conducted|run) (?:every|each|annually)", after)
        and not fixed
    ):
        return "continuing"
    if dict(rules)["proposed"].search(before[-70:]):
        return "proposed"
    near = _nearest(before[-70:], after[:70], rules)
    wide = text[max(0, spot.start - 150) : spot.start] + " " + text[spot.end : min(right, spot.end + 130)]
    return near or next((s for s, words in rules if words.search(wide[wide.rfind("; ") + 1 :])), None)


def _nearest(before: str, after: str, rules: tuple[tuple[str, re.Pattern[str]], ...]) -> str | None:
    """The status whose words stand nearest to the name; where two are equally near, the earlier rule."""
    best: tuple[int, int, str] | None = None
    for rank, (status, words) in enumerate(rules):
        gaps = [len(before) - m.end() for m in words.finditer(before)]
        gaps += [m.start() for m in words.finditer(after)][:1]
        if gaps and (best is None or (min(gaps), rank) < best[:2]):
            best = (min(gaps), rank, status)
    return best[2] if best else None


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


def _quote(spot: Drill, sentence: Sentence) -> Span:
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
