"""Rules for dates in digits and for years: "2022-09-08", "08.09.2022", "2021-22", "the 1990s", "in 2022"."""

from __future__ import annotations

import re
from calendar import monthrange

from comity.reading.time.dated import PLAIN_YEAR
from comity.reading.time.mention import Kind, Part
from comity.reading.time.nouns import COUNTED
from comity.reading.time.rule import Draft, Rule, rule
from comity.reading.time.words import INDIAN_MONTHS, alternatives

__all__ = ["FROM_NUMBER", "fiscal_years", "second_year"]

_COUNTED = alternatives(COUNTED)
_MEASURE = r"(?:meter|metre|foot|km|strong|seat|ton|odd|kg|mw|mile|bed|member|person|year)"
_NO_COUNT = rf"(?!\s?{_COUNTED}\b)(?!-{_MEASURE}\b)"
_YEAR = rf"{PLAIN_YEAR}(?![\w$€£/:+])(?![.,-]\d){_NO_COUNT}"

_PREPOSITION = re.compile(
    r"(?:\b(?:in|since|by|until|till|from|of|during|before|after|to|through|throughout|year|years|"
    r"and|or|between|late|early|mid|for|circa|as|beyond|versus|vs)\s+(?:the\s+)?(?:year\s+)?|"
    r"\bmid-|\b(?:pre|post)-|[(\[‘“\"]\s*|"
    rf"\b{PLAIN_YEAR}\s*(?:,|/|-|–)\s*)\Z",
    re.IGNORECASE,
)
_WEAK = re.compile(r"\b(?:of|to|for|by|over|or|and|from|around|about)\s+(?:the\s+)?\Z", re.IGNORECASE)
_NOT_A_YEAR = re.compile(
    r"(?:[$€£¥₹#№+=/:*_]|\d[.,]|\w-|\b(?:no|nos|number|resolution|resolutions|article|articles|section|para|"
    r"paragraph|page|pages|p|pp|rs|inr|usd|us|eur|room|route|flight|decree|order|rule|regulation|directive|iso|is|rfc|"
    r"boeing|mirage|ext|tel|phone|fax|box|model|mk|prid|id|code|version|windows|unscr|chapter|sector|camp|chair|clause|bill|regiment|about|some|over|"
    r"nearly|almost|approximately|around|than|least|most|total\s+of|only|just|exactly|additional|worth)\.?\s*"
    rf"|\b{alternatives(INDIAN_MONTHS)}\s+\d\d?\s*,?\s*|\b[A-Z]\w+\s+\d\d?,\s*)\Z",
    re.IGNORECASE,
)
_DETERMINED = re.compile(
    r"\b(?:the|its|their|our|his|her|this|these|both|[A-Z][\w’'-]*(?:['’]s?)?)\s+\(?\Z|[A-Z]\w+-\Z"
)
_PLURAL_NOUN = re.compile(r"\s+[a-z]+(?:[^s\W]s)\b")
_LISTED = re.compile(rf"\s*(?:,|and|or|&)\s*(?:(?:and|or)\s+)?{PLAIN_YEAR}(?![\w-])", re.IGNORECASE)
_NOUN = re.compile(r"\s+[\w“‘\"(]")


def second_year(first: int, printed: str) -> int | None:
    """The later year of "2021-22" or "2021-2022"; None if it is not later, or by more than a century."""
    later = int(printed) if len(printed) == 4 else first // 100 * 100 + int(printed)
    return later if first < later <= first + 100 else None


def fiscal_years(start: int, end: int, first: int, printed: str | None) -> Draft | None:
    """A fiscal year as printed: one year, or the two that it spans."""
    if not printed:
        return Draft(start, end, "fiscal_year", Part(year=first))
    later = second_year(first, printed)
    return Draft(start, end, "fiscal_year", Part(year=first), Part(year=later)) if later else None


def _day(match: re.Match[str], flags: tuple[str, ...] = ()) -> Draft | None:
    year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
    if not (1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return Draft(match.start(), match.end(), "day", Part(year, month, day), flags=flags)


def _dotted(match: re.Match[str]) -> Draft | None:
    return _day(match, ("day_first",))


def _slashed(match: re.Match[str]) -> Draft | None:
    """Day and month are told apart only if one of them is above 12, or both are the same."""
    a, b = int(match["a"]), int(match["b"])
    year = int(match["y"]) if len(match["y"]) == 4 else 2000 + int(match["y"])
    day, month = (a, b) if a > 12 else (b, a)
    if month > 12 or month < 1 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    if a <= 12 and b <= 12 and a != b:
        return Draft(match.start(), match.end(), "day", None, flags=("ambiguous",))
    return Draft(match.start(), match.end(), "day", Part(year, month, day))


def _iso_month(match: re.Match[str]) -> Draft | None:
    year, month = int(match["y"]), int(match["m"])
    if second_year(year, match["m"]):
        return None
    return Draft(match.start(), match.end(), "month", Part(year, month))


def _years(match: re.Match[str]) -> Draft | None:
    later = second_year(int(match["y"]), match["z"])
    if not later or not _allowed(match):
        return None
    if match["fiscal"]:
        return Draft(match.start(), match.end(), "fiscal_year", Part(year=int(match["y"])), Part(year=later))
    wordy = (match["sep"] or "").lower()
    if wordy == "and" and not match.string[: match.start()].rstrip().lower().endswith("between"):
        return None
    return Draft(match.start(), match.end(), "range", Part(year=int(match["y"])), Part(year=later))


def _allowed(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - 24) : match.start()]
    return not _NOT_A_YEAR.search(before) or bool(re.search(r"\b(?:pre|post|mid)-\Z", before, re.IGNORECASE))


def _year(match: re.Match[str]) -> Draft | None:
    """A bare year: after a word that asks for one, in brackets, or as part of a name ("the 1951 Treaty")."""
    text, (start, end) = match.string, match.span()
    if not _allowed(match):
        return None
    before = text[max(0, start - 24) : start]
    kind: Kind = "year"
    if _PREPOSITION.search(before):
        if _WEAK.search(before) and "the" not in before[-4:] and _PLURAL_NOUN.match(text, end):
            return None
    elif _DETERMINED.search(before):
        follows = _NOUN.match(text, end)
        kind = "year_adjective" if follows or not before.rstrip().endswith(("the", "this")) else "year"
    elif _LISTED.match(text, end):
        pass
    elif text[:start].strip() or (
        text[end:].strip() and not re.match(r"\s+(?:was|is|has|marks|will|saw)\b", text[end:])
    ):
        return None
    if kind == "year" and before.lower().endswith("the ") and _NOUN.match(text, end):
        kind = "year_adjective"
    return Draft(start, end, kind, Part(year=int(match[0])))


def _of_fiscal(match: re.Match[str]) -> Draft | None:
    return Draft(match.start(), match.end(), "fiscal_year", Part(year=int(match["y"])))


def _decade(match: re.Match[str]) -> Draft | None:
    printed = match["ten"]
    if match["ones"] != "0" and len(printed) == 4:
        return None
    decade = int(printed) if len(printed) == 4 else 1900 + int(printed)
    return Draft(match.start(), match.end(), "decade", Part(decade=decade))


_GAP = r"\s*[-–—/]\s*"
FROM_NUMBER: tuple[Rule, ...] = (
    rule(r"(?P<y>(?:19|20)\d\d)(?P<gap>[-/])(?P<m>\d\d)(?P=gap)(?P<d>\d\d)(?!\d)"
        r"(?:T\d\d:?\d\d(?::?\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?", _day),
    rule(r"(?P<d>\d\d?)\.(?P<m>\d\d?)\.(?P<y>(?:19|20)\d\d)(?![\d.])", _dotted),
    rule(r"(?P<a>\d\d?)(?P<gap>[/-])(?P<b>\d\d?)(?P=gap)(?P<y>(?:19|20)\d\d|\d\d(?!\d))(?![\d/-])", _slashed),
    rule(r"(?P<y>20\d\d)-(?P<m>0[1-9]|1[0-2])(?![\w-])", _iso_month),
    rule(
        rf"(?P<y>{PLAIN_YEAR})(?:{_GAP}|\s+(?P<sep>to|and|until|through)\s+)(?P<z>(?:1[5-9]|20)\d\d|\d\d)"
        rf"(?![\w%/-])(?![.,]\d){_NO_COUNT}(?P<fiscal>\s+(?:fiscal|financial)\s+years?)?",
        _years,
    ),
    rule(_YEAR, _year),
    rule(rf"(?P<y>{PLAIN_YEAR})\s+(?:fiscal|financial)\s+year\b", _of_fiscal),
    rule(r"(?P<ten>(?:1[5-9]|20)\d(?P<ones>0))['’]?s\b", _decade),
)  # fmt: skip
"""Rules that begin with digits and name no month in words."""

FROM_SHORT_DECADE: Rule = rule(r"(?P<ten>[5-9](?P<ones>0))['’]?s\b", _decade)
