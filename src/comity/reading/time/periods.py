"""Rules for parts of a year and fiscal years: "the first quarter of 2024", "summer 2023", "FY2021-22"."""

from __future__ import annotations

import re
from dataclasses import replace

from comity.reading.time.dated import PLAIN_YEAR, relative_year
from comity.reading.time.mention import Part
from comity.reading.time.numeric import fiscal_years
from comity.reading.time.rule import Draft, Rule, rule
from comity.reading.time.words import MONTHS, SEASONS, alternatives

__all__ = ["PERIODS", "bare_month"]

_QUARTERS = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "final": 4,
}
_OF_YEAR = (
    rf"(?:(?:\s+of|\s+in|,)?\s+(?:(?:the\s+)?(?:calendar\s+)?(?:year\s+)?(?P<y>{PLAIN_YEAR})"
    r"|(?P<rel>(?:the\s+)?(?:this|last|next|current|same|following|previous)(?=\s+year))\s+year|(?P<the>the\s+year)\b))"
)
_LATER = r"(?:\s?[-–—/]\s?(?P<z>(?:20)?\d\d)(?!\d))?"
_UNTOLD_MONTHS = {"march", "may", "april", "june"}
_ASKS_FOR_MONTH = re.compile(
    r"\b(?:in|since|from|until|till|by|of|last|this|next|early|late|mid|during|before|after|through|between|later|"
    r"throughout|to|and|for|beginning|starting|around|every)\s+\Z|\bmid-\Z",
    re.IGNORECASE,
)
# "the May Russia-EU summit"
_THE = re.compile(r"\b(?:the|our|their)\s+\Z", re.IGNORECASE)
_MEETING = re.compile(
    r"\s+(?:(?!of\b)[\w.’'-]+\s+){0,3}?(?:summit|meeting|talks|session|conference|ministerial|round|visit)s?\b"
)
_FISCAL_FOLLOWS = re.compile(
    r"\s+(?:of\s+)?(?:the\s+)?(?:(?:current|this|next|last)\s+)?(?:FY|fiscal|financial)", re.IGNORECASE
)
_HABIT = re.compile(r"\b(?:every|each|black)\s+\Z", re.IGNORECASE)
_IN_SEASON = re.compile(r"\b(?:by|until|since|early|late|mid)\s+(?:the\s+)?\Z", re.IGNORECASE)


def _year(match: re.Match[str]) -> Part:
    found = match.groupdict()
    if found.get("y"):
        return Part(year=int(found["y"]))
    if found.get("rel"):
        return relative_year(match["rel"])
    return Part(unit="year") if found.get("the") else Part()


def _quarter(match: re.Match[str]) -> Draft | None:
    """A quarter of a fiscal year is not told: such years begin in different months."""
    if _FISCAL_FOLLOWS.match(match.string, match.end()):
        return None
    printed = match["word"].lower()
    number = int(printed[1]) if printed[0] == "q" else _QUARTERS[printed]
    return Draft(match.start(), match.end(), "quarter", replace(_year(match), quarter=number))


def _last_quarter(match: re.Match[str]) -> Draft | None:
    part = replace(_year(match), quarter=4)
    return Draft(match.start(), match.end(), "quarter", part)


def _season(match: re.Match[str]) -> Draft | None:
    part = replace(_year(match), season=SEASONS[match["season"].lower()])
    return Draft(match.start(), match.end(), "season", part)


def _bare_season(match: re.Match[str]) -> Draft | None:
    """Without a year only after a word that bounds it: "in the summer" may be any summer."""
    if not _IN_SEASON.search(match.string[: match.start()][-16:]):
        return None
    return Draft(match.start(), match.end(), "season", Part(season=SEASONS[match["season"].lower()]))


def _fiscal(match: re.Match[str]) -> Draft | None:
    printed = match["y"]
    first = int(printed) if len(printed) == 4 else 2000 + int(printed)
    return fiscal_years(match.start(), match.end(), first, match["z"])


def _relative_fiscal(match: re.Match[str]) -> Draft | None:
    return Draft(match.start(), match.end(), "fiscal_year")


def _bare_month(match: re.Match[str]) -> Draft | None:
    """Names that are also verbs or first names need a word that asks for a month."""
    text, start, end = match.string, match.start(), match.end()
    name = match[0].lower()
    before = text[max(0, start - 24) : start]
    if not match[0][0].isupper() or _HABIT.search(before):
        return None
    alone = text.strip() == match[0]
    of_a_meeting = _THE.search(before) is not None and _MEETING.match(text, end) is not None
    if name in _UNTOLD_MONTHS and not alone and not of_a_meeting and not _ASKS_FOR_MONTH.search(before):
        return None
    if name in {"may", "march"} and re.match(r"\s+(?:of|on|past|for)\s+(?:the\s+)?[a-zA-Z]", text[end:]):
        return None
    return Draft(start, end, "month", Part(month=MONTHS[name]))


_LONG_MONTH = alternatives(name for name in MONTHS if len(name) > 4 or name in {"may", "june", "july"})
bare_month: Rule = rule(rf"{_LONG_MONTH}\b(?!-\w)(?!\s+\d\d?(?!\d))", _bare_month)
"""A month without a day or year."""

PERIODS: tuple[Rule, ...] = (
    rule(rf"(?P<word>{alternatives(_QUARTERS)})[\s-]quarter\b{_OF_YEAR}?", _quarter),
    rule(rf"(?P<word>Q[1-4])\b{_OF_YEAR}?", _quarter),
    rule(rf"last\s+quarter{_OF_YEAR}", _last_quarter),
    rule(rf"(?P<season>{alternatives(SEASONS)}){_OF_YEAR}(?:[-–/]\d\d(?!\d))?", _season),
    rule(rf"(?P<season>{alternatives(SEASONS)})\b(?!\s+(?:of|in|[A-Z])\b)(?!-)", _bare_season),
    rule(rf"(?:FY|F\.Y\.)\s?-?\s?(?P<y>(?:20)?\d\d)(?!\d){_LATER}", _fiscal),
    rule(rf"(?:fiscal|financial)(?:\s+years?)?\s+(?:\(?FY\)?\s*)?(?P<y>20\d\d){_LATER}", _fiscal),
    rule(r"(?:this|next|last|current|previous|coming)\s+(?:fiscal|financial)\s+year\b", _relative_fiscal),
)  # fmt: skip
"""Rules that begin with the name of a quarter, a season or a fiscal year."""
