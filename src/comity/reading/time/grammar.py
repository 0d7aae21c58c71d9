"""Finds the words that name a date, in one pass: trigger words, the longest rule there, its limits."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from comity.reading.time.dated import FROM_DAY, FROM_MONTH
from comity.reading.time.deictic import COUNTED_BACK, DEICTIC, VAGUE, WEEKDAY_ALONE
from comity.reading.time.mention import Bound, DateMention
from comity.reading.time.numeric import FROM_NUMBER, FROM_SHORT_DECADE
from comity.reading.time.periods import PERIODS, bare_month
from comity.reading.time.words import MONTHS, SEASONS, WEEKDAYS, alternatives

if TYPE_CHECKING:
    from comity.reading.time.rule import Draft, Rule

__all__ = ["find_dates"]

_TOKEN = re.compile(r"[A-Za-z]+|\d+")
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[a-z]+")

_COUNTED = ("ago", "later", "earlier")
_TRIGGERS: dict[str, tuple[Rule, ...]] = {}
for _words, _rules in (
    (MONTHS, (*FROM_MONTH, bare_month)),
    (WEEKDAYS, (WEEKDAY_ALONE,)),
    (SEASONS, PERIODS),
    (("q", "first", "second", "third", "fourth", "final", "last", "fy", "f", "fiscal", "financial"), PERIODS),
    (("this", "next", "current", "previous", "coming"), PERIODS),
    (
        ("this", "last", "next", "current", "coming", "past", "previous", "preceding", "following", "same"),
        DEICTIC,
    ),
    (
        ("that", "today", "tonight", "yesterday", "tomorrow", "day", "year", "mid", "later", "earlier"),
        DEICTIC,
    ),
    (
        ("late", "early", "end", "close", "rest", "remainder", "beginning", "start", "middle", "weekend"),
        DEICTIC,
    ),
    (("first", "second", "latter"), DEICTIC),
    (("recently", "recent", "soon", "shortly", "near", "foreseeable", "immediate", "due", "early"), (VAGUE,)),
    (("mutual", "mutually", "earliest", "coming", "next", "last", "past"), (VAGUE,)),
    (_COUNTED, ()),
):
    for _trigger in _words:
        _TRIGGERS[_trigger] = (*_TRIGGERS.get(_trigger, ()), *_rules)
_QUICK = frozenset(_TRIGGERS)
_OF_DAY = (*FROM_DAY, *FROM_NUMBER, *PERIODS)

_WEEKDAY = alternatives(WEEKDAYS)
_LEAD = re.compile(
    rf"(?:today|yesterday|tomorrow|tonight|this\s+(?:morning|afternoon|evening)|(?P<weekday>{_WEEKDAY})\b\.?)"
    r"\s*,?\s*(?P<open>\()?\s*(?:on\s+)?(?:the\s+)?(?=\w)",
    re.IGNORECASE,
)
_TAIL = re.compile(
    rf"(?:\s*\(\s*{_WEEKDAY}\s*\))?"
    r"(?:(?:\s*,)?\s+(?:at\s+)?(?:\d{1,2}(?:[:.]\d\d)?\s?[ap](?:\.\s?m\.|m\b)|"
    r"\d{1,2}:\d\d(?!\d)(?:\s?(?:hrs|hours)\b)?|\d{4}\s?(?:hrs|hours)\b|noon\b|midnight\b)"
    r"(?:\s+(?:IST|GMT|UTC|EST|EDT|ET|JST|CET|local\s+time)\b)?)?",
    re.IGNORECASE,
)
_BOUNDS: dict[str, Bound] = {
    "by": "by", "no later than": "by", "not later than": "by", "latest by": "by", "by end": "by",
    "before": "before", "prior to": "before", "ahead of": "before", "pre": "before", "eve of": "before",
    "until": "until", "till": "until", "up to": "until", "upto": "until", "through": "until",
    "since": "since", "from": "from", "starting": "from", "starting from": "from", "starting on": "from",
    "starting in": "from", "beginning": "from", "beginning from": "from", "beginning on": "from",
    "beginning in": "from", "with effect from": "from", "effective from": "from",
    "after": "after", "post": "after",
}  # fmt: skip
_PORTIONS: dict[str, Bound] = {
    "end of": "end", "close of": "end", "beginning of": "start", "start of": "start",
    "early part of": "start", "middle of": "mid", "mid": "mid", "early": "early",
    "early in": "early", "late": "late", "late in": "late", "later": "later", "later in": "later",
    "earlier": "earlier", "earlier in": "earlier", "first half of": "first half",
    "second half of": "second half", "latter half of": "second half", "first week of": "early",
    "last week of": "late", "second week of": "mid", "third week of": "mid", "fourth week of": "late",
}  # fmt: skip


_LEFT = re.compile(
    rf"(?<![\w-])(?:(?:on\s+the\s+)?(?P<bound>{alternatives(_BOUNDS)}|between)"
    r"(?:\s+|(?<=pre|ost)[-–])(?:(?:on|in)\s+)?)?"
    rf"(?:(?:the\s+)?(?P<portion>{alternatives(_PORTIONS)})(?:\s+|[-–]))?"
    r"(?:the\s+)?(?:(?:morning|afternoon|evening|night|month|year|period|summer|winter)s?\s+of\s+)?"
    r"(?:(?:calendar\s+)?year\s+)?(?:the\s+)?\Z",
    re.IGNORECASE,
)


def _longest(rules: tuple[Rule, ...], text: str, start: int) -> Draft | None:
    best: Draft | None = None
    for rule in rules:
        draft = rule.at(text, start)
        if draft and (best is None or draft.end > best.end):
            best = draft
    return best


def _counted_back(text: str, end: int, floor: int) -> Draft | None:
    """The number and unit stand before "ago" and "later": look for them from the left."""
    for match in re.finditer(r"(?<![\w.,-])\w", text[max(floor, end - 40) : end]):
        draft = COUNTED_BACK.at(text, max(floor, end - 40) + match.start())
        if draft and draft.end == end:
            return draft
    return None


def _led(text: str, start: int) -> Draft | None:
    """Read "Today (June 3, 2020)", "Thursday, 8 September": the weekday checks the printed date."""
    lead = _LEAD.match(text, start)
    if lead is None:
        return None
    at = lead.end()
    draft = _longest(_OF_DAY if text[at].isdigit() else FROM_MONTH, text, at)
    if draft is None or draft.first is None or draft.first.day is None:
        return None
    end, first = draft.end, draft.first
    if lead["open"] and text.startswith(")", end):
        end += 1
    if lead["weekday"] and draft.last is None:
        first = replace(first, weekday=WEEKDAYS[lead["weekday"].lower()])
    return replace(draft, start=start, end=end, first=first)


def _at(text: str, token: re.Match[str], floor: int) -> Draft | None:
    """The longest date that a rule reads at this word."""
    word, start = token[0], token.start()
    if word[0].isdigit():
        if len(word) > 4 or text[start - 1 : start] in {".", ",", "$", "/", "+"} or text[start - 1 : start].isalnum():
            return None
        if len(word) == 2 and word[1] == "0" and (draft := FROM_SHORT_DECADE.at(text, start)):
            return draft if re.search(r"(?:\bthe\s|['’]|\bmid-|\blate\s|\bearly\s)\Z", text[:start][-8:]) else None
        return _longest(_OF_DAY, text, start)
    word = word.lower()
    rules = _TRIGGERS.get(word)
    if rules is None or text[start - 1 : start].isalpha():
        return None
    best = _longest(rules, text, start)
    if word in WEEKDAYS or word in {"today", "yesterday", "tomorrow", "tonight", "this"}:
        best = _led(text, start) or best
    if best is None and word in _COUNTED:
        best = _counted_back(text, token.end(), floor)
    return best


def _limits(text: str, draft: Draft, floor: int) -> tuple[int, Bound | None, Bound | None]:
    """Where the mention begins with its limiting words, and what they say."""
    if draft.kind in {"year_adjective", "vague"}:
        return draft.start, None, draft.portion
    window = text[max(floor, draft.start - 48) : draft.start]
    left = _LEFT.search(window)
    if left is None:
        return draft.start, None, draft.portion
    start = draft.start if left[0].strip().lower() == "the" else draft.start - len(left[0])
    bound, portion = (" ".join((left[name] or "").lower().split()) for name in ("bound", "portion"))
    return start, _BOUNDS.get(bound), _PORTIONS.get(portion, draft.portion)


def _mention(text: str, draft: Draft, floor: int, offset: int) -> DateMention:
    start, bound, portion = _limits(text, draft, floor)
    if bound in {"from", "until"} and draft.first and draft.first.shift < 0:  # "gone through last year"
        start, bound = draft.start, None
    end, kind = draft.end, draft.kind
    latest = draft.last or draft.first
    if (latest and latest.day) or kind in {"relative", "weekday"}:
        tail = _TAIL.match(text, end)
        end = tail.end() if tail else end
    if kind == "range" and (bound == "from" or text[start:end].lower().startswith("through")):
        bound = None
    if bound in {"by", "before"} and kind != "fiscal_year":
        kind = "deadline"
    return DateMention(
        start + offset,
        end + offset,
        text[start:end],
        kind,
        draft.first,
        draft.last,
        bound or portion,
        portion,
        draft.flags,
    )


def find_dates(text: str, *, offset: int = 0) -> list[DateMention]:
    """All words in `text` that name a date, in order and without overlap; `offset` is added to their places.

    The words before a date that limit it ("since", "by the end of") belong to the mention; "in", "on" and
    "the" alone do not. A time of day that adjoins a day is inside the span and is not read.
    """
    if not _DIGIT.search(text) and _QUICK.isdisjoint(_WORD.findall(text.lower())):
        return []
    mentions: list[DateMention] = []
    floor = 0
    for token in _TOKEN.finditer(text):
        if token.start() < floor:
            continue
        draft = _at(text, token, floor)
        if draft:
            mentions.append(_mention(text, draft, floor, offset))
            floor = mentions[-1].end - offset
    return mentions
