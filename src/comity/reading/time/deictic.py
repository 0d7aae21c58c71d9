"""Rules for dates counted from the issue or the event: "last month", "the same day", "the last 12 months"."""

from __future__ import annotations

import re
from typing import Literal

from comity.reading.time.dated import SEPARATOR
from comity.reading.time.mention import Bound, Kind, Part
from comity.reading.time.rule import Draft, Rule, rule
from comity.reading.time.words import (
    MONTHS,
    NUMBER,
    SEASONS,
    UNITS,
    WEEKDAYS,
    Unit,
    alternatives,
    whole_number,
)

__all__ = ["COUNTED_BACK", "DEICTIC", "VAGUE", "WEEKDAY_ALONE"]

_LONG_WEEKDAY = alternatives(name for name in WEEKDAYS if name.endswith("day"))
_LONG_MONTH = alternatives(name for name in MONTHS if len(name) > 3 or name == "may")
_UNIT = alternatives(UNITS)
_COUNTED_UNIT = alternatives(name for name in UNITS if name not in {"morning", "afternoon", "evening", "night"})
_TIMES_OF_DAY = {"morning", "afternoon", "evening", "night"}
_DAYS = {
    "today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1,
    "day before yesterday": -2, "day after tomorrow": 2,
}  # fmt: skip
_FROM_ISSUE = {"this": 0, "current": 0, "last": -1, "past": -1, "next": 1, "coming": 1}
_FROM_EVENT = {"same": 0, "that": 0, "previous": -1, "preceding": -1, "following": 1}
_PORTIONS: dict[str, Bound] = {
    "end": "end", "close": "end", "rest": "end", "remainder": "end", "beginning": "start", "start": "start",
    "middle": "mid", "later": "later", "earlier": "earlier", "late": "late", "early": "early",
    "first half": "first half", "second half": "second half", "latter half": "second half",
}  # fmt: skip
_KINDS: dict[Unit, Kind] = {
    "week": "week",
    "weekend": "week",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
}


_ARTICLE = re.compile(r"\b(?:the|its|their|our|these)\s+\Z", re.IGNORECASE)
_OVER_THE_DAY = re.compile(r"\b(?:during|throughout|for|end(?:s|ed|ing)?|finish(?:ed|ing)?)\s+the\s+\Z", re.IGNORECASE)
_OVER_THE_WEEKEND = re.compile(r"\b(?:over|during|at)\s+the\s+\Z", re.IGNORECASE)
_NAMED_WEEKDAY = re.compile(r"\b(?:black|good|bloody|holy|ash|palm|easter|every|each|per)\s+\Z", re.IGNORECASE)
_NAMED_AFTER_WEEKDAY = re.compile(r"\s+(?:Times|Telegraph|Express|Guardian|Standard|Mail|Mirror|Club|Group|School)\b")


def _with_article(match: re.Match[str]) -> bool:
    return bool(_ARTICLE.search(match.string[: match.start()][-8:]))


def _capital(printed: str) -> bool:
    return printed[0].isupper()


def _day(match: re.Match[str]) -> Draft | None:
    words = " ".join(match["word"].lower().split())
    shift = _DAYS[words] + (7 if match["week"] else 0)  # "tomorrow week"
    return Draft(match.start(), match.end(), "relative", Part(unit="day", shift=shift))


def _span_of(match: re.Match[str], count: int, unit: str, *, back: bool) -> Draft:
    """The stretch of `count` units that ends, or begins, with the date of issue."""
    counted, many = UNITS[unit]
    many *= count
    if counted in {"week", "weekend"}:
        counted, many = "day", many * 7
    away = Part(unit="year" if counted == "decade" else counted, shift=many * (10 if counted == "decade" else 1))
    away = Part(unit=away.unit, shift=-away.shift if back else away.shift)
    here = Part(unit=away.unit)
    first, last = (away, here) if back else (here, away)
    return Draft(match.start(), match.end(), "range", first, last)


def _singular(unit: str) -> str:
    return unit.lower().removesuffix("s")


def _count(match: re.Match[str]) -> Draft | None:
    count = whole_number(match["count"])
    if not count:
        return None
    return _span_of(
        match,
        count,
        _singular(match["unit"]),
        back=match["which"].lower() not in {"next", "coming", "following"},
    )


def _unit(match: re.Match[str]) -> Draft | None:
    """Read "last year" as one year: "the last year" is the twelve months up to now."""
    which, printed = match["which"].lower(), match["unit"].lower()
    unit = UNITS[printed][0]
    article = _with_article(match)
    time_of_day = printed in _TIMES_OF_DAY
    if which in _FROM_EVENT or (which == "next" and unit == "day" and (article or printed == "day")):
        if which in {"same", "previous", "preceding", "following"} and not article and which != "same":
            return None
        shift = _FROM_EVENT.get(which, 1)
        return Draft(match.start(), match.end(), "relative", Part(unit=unit, shift=shift, anchor="event"))
    if printed == "day" or (time_of_day and which not in {"this", "last"}):
        return None
    if article and which in {"last", "past", "next", "coming"} and unit in {"week", "month", "year", "decade"}:
        return _span_of(match, 1, printed, back=which in {"last", "past"})
    if which in {"past", "coming"}:
        return None
    shift = -1 if which == "last" else _FROM_ISSUE[which]
    return Draft(match.start(), match.end(), _KINDS.get(unit, "relative"), Part(unit=unit, shift=shift))


def _named(match: re.Match[str]) -> Draft | None:
    """Read "this March", "last Friday", "this coming Monday", "last summer"."""
    which, name = match["which"].lower().split()[-1], match["name"].lower()
    shift = _FROM_ISSUE[which]
    if name not in SEASONS and not _capital(match["name"]):
        return None
    near: Literal["last", "next"] | None = "last" if shift < 0 else "next" if shift else None
    if name in WEEKDAYS:
        part = Part(weekday=WEEKDAYS[name], which=near) if near else Part(weekday=WEEKDAYS[name], unit="week")
        return Draft(match.start(), match.end(), "weekday", part)
    if name in SEASONS:
        part = Part(season=SEASONS[name], which=near) if near else Part(season=SEASONS[name], unit="year")
        return Draft(match.start(), match.end(), "season", part)
    part = Part(month=MONTHS[name], which=near) if near else Part(month=MONTHS[name], unit="year")
    return Draft(match.start(), match.end(), "month", part)


def _portion(match: re.Match[str]) -> Draft | None:
    """Read "later in the day", "the end of the year"."""
    unit = UNITS[match["unit"].lower()][0]
    word = " ".join(match["portion"].lower().split())
    if unit == "day" and word not in {"later", "earlier", "late", "early"}:
        return None
    portion = _PORTIONS[word]
    if unit == "day":
        return Draft(match.start(), match.end(), "relative", Part(unit="day", anchor="event"), portion=portion)
    return Draft(match.start(), match.end(), _KINDS.get(unit, "decade"), Part(unit=unit), portion=portion)


def _year_end(match: re.Match[str]) -> Draft | None:
    portion: Bound = "end" if match[0].lower().endswith("end") else "mid"
    return Draft(match.start(), match.end(), "year", Part(unit="year"), portion=portion)


def _weekday(match: re.Match[str]) -> Draft | None:
    text, start, end = match.string, match.start(), match.end()
    if not _capital(match["w2"]) or _NAMED_WEEKDAY.search(text[:start][-8:]) or _NAMED_AFTER_WEEKDAY.match(text, end):
        return None
    week = {"this": 0, "last": -1, "next": 1}.get((match["week"] or "").lower())
    last = Part(weekday=WEEKDAYS[match["w2"].lower()], unit=None if week is None else "week", shift=week or 0)
    if match["w1"]:
        first = Part(weekday=WEEKDAYS[match["w1"].lower()], unit=last.unit, shift=last.shift)
        return Draft(start, end, "range", first, last)
    return Draft(start, end, "weekday", last)


def _back(match: re.Match[str]) -> Draft | None:
    """Count "two years ago" from the issue, "two days later" from the event; "some years" cannot be told."""
    word = match["word"].lower()
    unit, many = UNITS[_singular(match["unit"])]
    printed = (match["count"] or "").lower()
    count = 1 if printed in {"a", "an"} else whole_number(printed) or 0
    anchored: Part | None = None
    if count and not match["loose"]:
        shift = count * many * (1 if word == "later" else -1)
        anchored = Part(unit=unit, shift=shift, anchor="issue" if word == "ago" else "event")
    elif word != "ago":
        return None
    return Draft(match.start(), match.end(), "relative" if anchored else "vague", anchored)


def _the_day(match: re.Match[str]) -> Draft | None:
    """Read "during the day", "ended the day": the day of the event."""
    if not _OVER_THE_DAY.search(match.string[: match.start()][-24:]):
        return None
    return Draft(match.start(), match.end(), "relative", Part(unit="day", anchor="event"))


def _the_weekend(match: re.Match[str]) -> Draft | None:
    """Read "over the weekend": the nearest one, as the tense says."""
    if not _OVER_THE_WEEKEND.search(match.string[: match.start()][-14:]):
        return None
    return Draft(match.start(), match.end(), "range", Part(weekday=5), Part(weekday=6))


def _vague(match: re.Match[str]) -> Draft | None:
    return Draft(match.start(), match.end(), "vague")


def _this_past(match: re.Match[str]) -> Draft:
    unit = UNITS[match["which"].lower()][0]
    shift = -1 if "past" in match[0].lower() else 1
    return Draft(match.start(), match.end(), _KINDS[unit], Part(unit=unit, shift=shift))


_WHICH = r"(?P<which>this|last|next|current|coming|past|previous|preceding|following|same|that)"
_NO_DAY = (
    r"(?!['’]s\s+(?:world|society|leaders|builders|age|era|times|youth|generation|challenges|global|complex|uncertain|"
    r"environment|economy))"
)
_TIME_OF_DAY = r"(?:\s+(?:morning|afternoon|evening|night)\b)?"
_NAME = rf"(?P<name>{_LONG_MONTH}|{_LONG_WEEKDAY}|{alternatives(SEASONS)})\b(?!\s+\d)"
_COUNT = rf"(?P<count>{NUMBER})\s+(?P<unit>{_COUNTED_UNIT}s)\b"
DEICTIC: tuple[Rule, ...] = (
    rule(rf"(?P<word>{alternatives(_DAYS)})\b(?P<week>\s+week\b(?![-'’]))?{_TIME_OF_DAY}{_NO_DAY}", _day),
    rule(rf"{_WHICH}\s+(?:same\s+)?(?P<unit>{_UNIT})\b(?!\s+(?:of|ago|later|earlier|than)\b)(?!-)", _unit),
    rule(rf"(?:this\s+)?(?P<which>past|coming|last|next|current)\s+{_COUNT}", _count),
    rule(rf"(?:following|preceding|previous)\s+{_COUNT}", _vague),
    rule(r"(?:this\s+)(?:past|coming)\s+(?P<which>week(?:end)?|year|month)\b", _this_past),
    rule(rf"(?P<which>(?:this\s+)?(?:coming|past)|this|last|next)\s+{_NAME}", _named),
    rule(
        r"(?P<portion>later|earlier|late|early)\s+in\s+the\s+(?P<unit>day|week|month|year|decade)\b",
        _portion,
    ),
    rule(
        rf"(?P<portion>{alternatives(_PORTIONS)})\s+of\s+(?:the\s+(?:current\s+)?)?"
        r"(?P<unit>week|month|year|decade|quarter)\b(?!\s+(?:\d|of\b))",
        _portion,
    ),
    rule(r"day\b(?!\s+(?:of|when|that|to|before|after|will|is|was)\b)(?!-)", _the_day),
    rule(r"weekend\b", _the_weekend),
    rule(r"(?:year[\s-]end|mid-year)\b(?![\s-](?:review|party|inventory|statement|report))", _year_end),
)  # fmt: skip
"""Rules that begin with a word such as "this", "last", "today" or "later"."""


WEEKDAY_ALONE: Rule = rule(
    rf"(?:(?P<w1>{_LONG_WEEKDAY}){SEPARATOR})?(?P<w2>{_LONG_WEEKDAY})\b"
    r"(?:\s+(?:morning|afternoon|evening|night))?(?:\s+(?:of\s+)?(?P<week>this|last|next)\s+week)?",
    _weekday,
)
"""A weekday without a date beside it."""

COUNTED_BACK: Rule = rule(
    rf"(?P<loose>(?:about|some|over|around|nearly|almost|(?:more|less)\s+than)\s+(?:the\s+)?)?"
    rf"(?:(?P<count>an?|{NUMBER})\s+|(?:an?\s+)?(?:few|several|couple\s+of|many)\s+)?"
    rf"(?P<unit>{_COUNTED_UNIT}s?)\s+(?P<word>ago|later|earlier)\b(?!\s+(?:than|this|that|in|on|today)\b)",
    _back,
)
"""A number of units before or after: searched for before the words "ago", "later" and "earlier"."""

_AFTERWARDS = r"(?!\s+(?:after|before|as|afterwards|thereafter|enough|be)\b)"
_SOME = r"(?:few|several|couple\s+of|many)\s+"
VAGUE: Rule = rule(
    rf"(?:recently|soon|shortly){_AFTERWARDS}"
    rf"|(?:(?:recent|coming)\s+(?:{_SOME})?|(?:next|last|past)\s+{_SOME})"
    r"(?:days|weeks|months|years|decades)\b"
    r"|(?:near|foreseeable|immediate|not[\s-]too[\s-]distant)\s+future|near\s+term|recent\s+past"
    r"|due\s+course|early\s+(?:mutual(?:ly)?\s+)?(?:convenien(?:t|ce)\s*)?(?:date|opportunity|convenience)"
    r"|(?:mutual(?:ly)?|earliest)\s+(?:possible\s+|mutual(?:ly)?\s+|available\s+)*"
    r"(?:convenien(?:t|ce)|opportunity|date|time|moment|acceptable)(?:\s+(?:date|time|opportunity)s?)?"
    r"|earliest(?=\s*[,.;]|\Z)|soon\s+as\s+(?:possible|practicable|feasible)",
    _vague,
)
"""Words that are a date which nobody can tell from the text."""
