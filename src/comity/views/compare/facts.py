"""What a clause tells in print that can be told otherwise: days, sums, numbers, editions, places, levels, steps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from comity.lexicon.gazetteer import NameKind
from comity.lexicon.inflect import verb_forms
from comity.model.days import days_of
from comity.reading.time import DateMention, find_dates, resolve
from comity.reading.time.words import CARDINALS, ORDINALS
from comity.views.compare.clauses import Clause, stems_in

__all__ = ["Fact", "facts_of"]


@dataclass(frozen=True, slots=True)
class Fact:
    """One value of a field as printed. Two facts can differ only where their `topic`s meet (empty meets all)."""

    field: str
    value: str
    start: int
    end: int
    topic: frozenset[str] = frozenset()


def facts_of(clause: Clause, day: date | None) -> tuple[Fact, ...]:
    """The facts of a clause; offsets are those of the release's text."""
    dates = list(_dates(clause, day))
    sums = list(_sums(clause.text))
    taken = [(f.start, f.end) for f in (*dates, *sums)]
    editions = [f for f in _editions(clause.text) if _free(f, taken)]
    taken += [(f.start, f.end) for f in editions]
    found = [
        *dates, *sums, *editions, *(f for f in _numbers(clause.text) if _free(f, taken)), *_places(clause),
        *_levels(clause.text), *_steps(clause.text), *_instruments(clause.text), *_labels(clause.text),
    ]  # fmt: skip
    return tuple(Fact(f.field, f.value, f.start + clause.start, f.end + clause.start, f.topic) for f in found)


def _free(fact: Fact, taken: list[tuple[int, int]]) -> bool:
    return not any(start < fact.end and fact.start < end for start, end in taken)


def _dates(clause: Clause, day: date | None) -> Iterator[Fact]:
    """Days, months, years; what only the day of issue makes a date ("today") is no wording to compare."""
    ahead = clause.cue is not None and (clause.cue.lemma in _AHEAD or clause.cue.rank == 2)
    for mention in find_dates(clause.text):
        if mention.first is None or mention.first.unit or mention.first.which or day is None:
            continue
        told = resolve(mention, day, "future" if ahead or mention.bound in {"by", "before", "until"} else "past")
        bounds = _bounds(told.edtf)
        if bounds is None or told.basis not in {"text", "relative"}:
            continue
        field = "due" if ahead or (told.precision != "day" and bounds[0] > day) else "date"
        value = "/".join(one.isoformat() for one in bounds)
        yield Fact(field, value, *_lead(clause.text, mention), frozenset())


_AHEAD_WORDS = "agree concur decide undertake commit pledge promise offer propose invite intend plan aim"
_AHEAD = frozenset(_AHEAD_WORDS.split())
_LEAD = re.compile(r"\b(?:on|in|by|from|until|before|since|during)\s(?:the\s)?(?:end of\s)?$", re.IGNORECASE)


def _lead(text: str, mention: DateMention) -> tuple[int, int]:
    before = _LEAD.search(text, 0, mention.start)
    return (before.start() if before else mention.start), mention.end


def _bounds(edtf: str | None) -> tuple[date, date] | None:
    if not edtf or ".." in edtf:
        return None
    first, _, last = edtf.partition("/")
    a, b = days_of(first), days_of(last or first)
    return (a[0], b[1]) if a and b else None


_SCALES = {"thousand": 3, "lakh": 5, "million": 6, "mn": 6, "crore": 7, "billion": 9, "bn": 9, "trillion": 12}
_CODES = {
    "$": "USD", "us$": "USD", "a$": "AUD", "c$": "CAD", "nz$": "NZD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR",
    "rs": "INR",
}  # fmt: skip
_CURRENCIES = {
    "euro": "EUR",
    "dollar": "USD",
    "yen": "JPY",
    "rupee": "INR",
    "pound": "GBP",
    "yuan": "CNY",
    "won": "KRW",
}
_SCALE = rf"(?:\s?(?P<scale>{'|'.join(_SCALES)}))?"
_AMOUNT = r"(?P<sum>\d[\d,]*(?:\.\d+)?)"
_SUMS = (
    re.compile(rf"(?P<sign>US\$|A\$|NZ\$|C\$|\$|€|£|¥|₹|\bRs\.?|\b[A-Z]{{3}})\s?\$?\s?{_AMOUNT}{_SCALE}s?\b"),
    re.compile(rf"{_AMOUNT}{_SCALE}\s(?P<sign>(?:US |Australian )?(?:{'|'.join(_CURRENCIES)})|USD|EUR|JPY|INR)s?\b"),
)


def _sums(text: str) -> Iterator[Fact]:
    for pattern in _SUMS:
        for match in pattern.finditer(text):
            sign = match["sign"].strip(" .").casefold()
            code = _CODES.get(sign) or _CURRENCIES.get(sign.split()[-1]) or sign.upper()
            if code in {"JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"}:
                continue
            value = float(match["sum"].replace(",", "")) * 10 ** _SCALES.get((match["scale"] or "").casefold(), 0)
            yield Fact("amount", f"{code} {value:.0f}", match.start(), match.end())


_COUNTS = {word: str(number) for word, number in CARDINALS.items() if word != "one"}
_NUMBER = re.compile(
    rf"(?<![\w.,$€£/-])(?P<n>\d[\d,]*(?:\.\d+)?|{'|'.join(sorted(_COUNTS, key=len, reverse=True))})"
    r"(?P<scale>\s(?:million|billion|thousand|hundred))?"
    r"(?P<of>(?:[\s-](?!(?:and|or|of|in|to|for|at|by|on|from|with|will|would|was|were|is|are|per|a|the)\b)"
    r"[a-zA-Z’'%-]+){1,3})",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"two (?:\w+ )?(?:sides?|countries|nations|states|leaders|ministers|presidents|governments|parties|heads)\b",
    re.IGNORECASE,
)


def _numbers(text: str) -> Iterator[Fact]:
    for match in _NUMBER.finditer(text):
        if _BOTH.match(text, match.start()):
            continue
        told = match["n"].casefold().replace(",", "")
        value = _COUNTS.get(told, told) + (match["scale"] or "").casefold()
        topic = stems_in(match["of"])
        if topic:
            yield Fact("number", value, match.start(), match.end(), topic)


_ORDINAL = "|".join(sorted((word for word in ORDINALS if word.isalpha()), key=len, reverse=True))
_EDITION = re.compile(
    rf"\b(?P<n>\d{{1,3}}\s?(?:st|nd|rd|th)|{_ORDINAL})\s"
    r"(?!(?:quarter|half|century|time|place|and foremost|year|anniversary of)\b)"
    r"(?P<of>[\w–’'-]+(?:\s(?!(?:was|were|is|are|took|will|of|in|on|at|to|and|for|between)\b)[\w–’'-]+){0,5})",
    re.IGNORECASE,
)


def _editions(text: str) -> Iterator[Fact]:
    for match in _EDITION.finditer(text):
        told = match["n"].casefold().replace(" ", "")
        number = re.sub(r"\D", "", told) or str(ORDINALS.get(told, told))
        yield Fact("edition", number, match.start(), match.end(), stems_in(match["of"]))


_PLACE = re.compile(r"\b(?P<at>in|at|off|near)\s(?P<name>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2})(?!\s?[-–]\s?[A-Z])")
_NO_PLACE_WORDS = (
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday spring summer autumn winter exercise h.e h.e. minister president prime secretary "
    "general q1 q2 q3 q4 fy early late mid"
)
_NO_PLACE = frozenset(_NO_PLACE_WORDS.split())
_STANDS_FOR_ELSE: tuple[NameKind, ...] = (
    "body",
    "agreement",
    "exercise",
    "dialogue",
    "service",
    "title",
    "holder",
    "demonym",
    "lookalike",
)


def _places(clause: Clause) -> Iterator[Fact]:
    for match in _PLACE.finditer(clause.text):
        name, start, end = match["name"], match.start("name"), match.end()
        if name.split()[0].casefold() in _NO_PLACE:
            continue
        over = [h for h in clause.hits if h.start < end and start < h.end]
        if any(h.reading(*_STANDS_FOR_ELSE) and not h.reading("state", "capital", "place") for h in over):
            continue
        state = any(h.reading("state") and h.start <= start for h in over)
        yield Fact("place", name.casefold(), match.start(), end, frozenset({"state" if state else "town"}))


_LEVEL = re.compile(
    r"\b(?:at (?:the )?level of (?P<of>(?:[a-z-]+\s?){1,3}?)(?=[.,;]|$|\s(?:in|on|and|to|at|by)\b)"
    r"|at (?:the |an? )?(?P<at>(?:[a-z]+[\s-]){0,2}?[a-z]+)[\s-]levels?\b|(?P<as>(?:[a-z]+)[-–]level)\b)",
    re.IGNORECASE,
)
_LEVEL_NAMES = {"ministers": "ministerial", "minister": "ministerial", "foreign ministers": "foreign minister"}


def _levels(text: str) -> Iterator[Fact]:
    for match in _LEVEL.finditer(text):
        told = (match["of"] or match["at"] or match["as"]).casefold().strip().removesuffix("-level")
        if told in {"high", "highest", "all", "every", "higher", "new"}:
            continue
        yield Fact("level", _LEVEL_NAMES.get(told, told), match.start(), match.end())


_STEP_WORDS = (
    "sign initial conclude ratify finalize finalise approve adopt launch relaunch inaugurate begin start resume "
    "continue extend suspend complete terminate explore consider study negotiate postpone cancel"
)
_SAME_STEP = {
    "finalise": "conclude", "finalize": "conclude", "complete": "conclude", "start": "begin", "consider": "explore",
    "study": "explore",
}  # fmt: skip
_AHEAD_OF = r"(?:\b(?:will|would|shall|to|should|can|could|may)\s(?:also\s|soon\s|\w+ly\s)?(?:be\s)?)"


def _step_forms() -> dict[str, str]:
    forms = {
        form: _SAME_STEP.get(w, w) for w in _STEP_WORDS.split() for form in verb_forms(w) if not form.endswith("ing")
    }
    return forms | {"initialled": "initial"}


_FORMS = _step_forms()
_STEP = re.compile(
    rf"(?P<ahead>{_AHEAD_OF})?\b(?P<verb>{'|'.join(sorted(_FORMS, key=len, reverse=True))})\b(?=\s|$|[.,;])"
)


def _steps(text: str) -> Iterator[Fact]:
    """Steps in the life of a thing, done or ahead: "signed", "is to be signed", "agreed to resume"."""
    for match in _STEP.finditer(text):
        verb = match["verb"]
        if not match["ahead"] and not verb.endswith(("ed", "gan", "un")):
            continue  # a noun, or of a habit
        mode = "ahead" if match["ahead"] else "done"
        yield Fact("status", f"{_FORMS[verb]} {mode}", match.start(), match.end())


_INSTRUMENT = re.compile(
    r"\b(?:sign(?:ed|ing)?|exchang(?:ed|ing)|conclud(?:ed|ing)|initial+ed)\s(?:an?|the|\d+|two|three|four|five)\s"
    r"(?:[\w-]+\s){0,3}?(?P<what>contracts?|letters? of intent|memorand(?:um|a)(?: of (?:understanding|cooperation))?|"
    r"mous?|agreements?|treaty|treaties|arrangements?|protocols?|declarations?|joint statement|conventions?|"
    r"road ?map|action plan)\b",
    re.IGNORECASE,
)


def _instruments(text: str) -> Iterator[Fact]:
    for match in _INSTRUMENT.finditer(text):
        told = match["what"].casefold()
        value = "memorandum" if told.startswith(("memo", "mou")) else told.rstrip("s")
        yield Fact("name", value, match.start(), match.end())


_LABEL = re.compile(
    r"\b(?P<label>(?:(?:special|strategic|comprehensive|global|privileged|enhanced|all-weather|enduring|"
    r"cooperative|natural)\s(?:and\s|,\s)?)+partnership)\b",
    re.IGNORECASE,
)


def _labels(text: str) -> Iterator[Fact]:
    for match in _LABEL.finditer(text):
        yield Fact("label", " ".join(sorted(match["label"].casefold().split())), match.start(), match.end())
