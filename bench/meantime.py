"""Measures the grammar of time on MEANTIME (CAT XML, TIMEX3 of type DATE): `meantime.py FOLDER [--misses]`.

Beside it, on the same spans: the rule that many coders use, `dateparser` told to prefer the past.

Two figures: the value of each gold span, resolved from the words of the span alone, and find-and-resolve over
the whole text (only the annotated first sentences). The tense is that of the nearest verb before the date, or
else after it, told by a few words. DATE spans whose value is a duration ("P9D") are left out.
"""

from __future__ import annotations

import re
import sys
import warnings
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from dateparser.date import DateDataParser

from comity.reading.time import DateMention, find_dates, resolve

if TYPE_CHECKING:
    from comity.reading.time.resolve import Tense

_TENSE = re.compile(
    r"\b(?:(?P<future>(?:will|shall|may|might|should|could|ca|wants?|would|to|going to|expected|"
    r"scheduled|plans?|until)(?:\s+be\s+\w+)?)"
    r"|was|were|had|has|have|said|fell|rose|took|held|met|[a-z]{2,}ed)\b",
    re.IGNORECASE,
)
_SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
_REFS = {"PRESENT_REF", "PAST_REF", "FUTURE_REF", "XXXX-XX-XX"}


@dataclass(frozen=True)
class Gold:
    start: int
    end: int
    value: str
    sentence: tuple[int, int]


@dataclass(frozen=True)
class Article:
    name: str
    text: str
    issued: date
    gold: tuple[Gold, ...]


def tidy(value: str) -> str:
    """A TIMEX3 value in the form that the grammar gives."""
    value = value.split("T", maxsplit=1)[0]
    if week := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        days = [date.fromisocalendar(int(week[1]), int(week[2]), day) for day in (6 if week[3] else 1, 7)]
        return "/".join(day.isoformat() for day in days)
    if quarter := re.fullmatch(r"(\d{4})-Q([1-4])", value):
        last = int(quarter[2]) * 3
        return f"{quarter[1]}-{last - 2:02}/{quarter[1]}-{last:02}"
    if season := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        return f"{season[1]}-{_SEASONS[season[2]]}"
    if re.fullmatch(r"\d{3}", value):
        return f"{value}0/{value}9"
    return value.removesuffix("-XX").removeprefix("FY")


def day(value: str) -> date:
    """The date of an article; one of them is written day first."""
    parts = [int(part) for part in value[:10].split("-")]
    return date(*(parts if parts[0] > 31 else reversed(parts)))


def article(path: Path) -> Article | None:
    root = ET.parse(path).getroot()  # noqa: S314  # a local test file
    text, places, sentences = "", {}, {}
    for token in root.iter("token"):
        word, number = token.text or "", token.get("sentence")
        glued = word in {",", ".", ")", "'s", ":", ";"} or not text or text.endswith("(")
        text += word if glued else " " + word
        places[token.get("t_id")] = (len(text) - len(word), len(text), number)
        sentences[number] = (sentences.get(number, (len(text) - len(word), 0))[0], len(text))
    issued, gold = None, []
    for timex in root.iter("TIMEX3"):
        told = timex.get("value") or ""
        if timex.get("functionInDocument") == "CREATION_TIME":
            issued = day(told)
            continue
        spans = [places[anchor.get("t_id")] for anchor in timex.iter("token_anchor")]
        duration = told.startswith("P") and told not in _REFS
        if timex.get("type") == "DATE" and spans and not duration:
            gold.append(Gold(spans[0][0], spans[-1][1], told, sentences[spans[0][2]]))
    return Article(path.stem, text, issued, tuple(gold)) if issued else None


def same(edtf: str | None, gold: str) -> bool:
    if gold in _REFS:
        return edtf is None
    return (edtf or "").replace("/..", "").replace("../", "") == tidy(gold)


def coders_value(words: str, issued: date) -> str | None:
    """What dateparser with past preference makes of a span, as precise as it says it is."""
    base = datetime(issued.year, issued.month, issued.day)  # noqa: DTZ001
    settings = {"PREFER_DATES_FROM": "past", "RELATIVE_BASE": base}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        told = DateDataParser(languages=["en"], settings=settings).get_date_data(words)
    length = {"year": 4, "month": 7}.get(told.period, 10)
    return told.date_obj.date().isoformat()[:length] if told.date_obj else None


def tense(before: str, after: str) -> Tense:
    cues = list(_TENSE.finditer(before))
    cue = cues[-1] if cues else _TENSE.search(after)
    return "future" if cue and cue["future"] else "past"


def value(mention: DateMention, read: Article, gold: Gold) -> str | None:
    told = tense(read.text[gold.sentence[0] : gold.start], read.text[gold.end : gold.sentence[1]])
    return resolve(mention, read.issued, told, near=read.issued).edtf


@dataclass
class Count:
    spans: int = 0
    right: int = 0
    coders_right: int = 0
    told: int = 0
    told_right: int = 0
    found: int = 0
    found_right: int = 0
    extra: int = 0


def measure(read: Article, count: Count, *, misses: bool) -> None:
    found = find_dates(read.text)
    for gold in read.gold:
        words = read.text[gold.start : gold.end]
        inside = next((m for m in found if m.start < gold.end and gold.start < m.end), None)
        mention = next(iter(find_dates(words)), inside)
        edtf = value(mention, read, gold) if mention else None
        whole = value(inside, read, gold) if inside else None
        # "From 2009 to 2011" is two dates there and one range here.
        right, also = (
            same(edtf, gold.value),
            any(same(end, gold.value) for end in (whole, *(whole or "").split("/"))),
        )
        told = gold.value not in _REFS
        count.spans += 1
        count.right += right
        count.coders_right += same(coders_value(words, read.issued), gold.value)
        count.told += told
        count.told_right += right and told
        count.found += inside is not None and told
        count.found_right += inside is not None and also and told
        if misses and not (right and also):
            sentence = read.text[slice(*gold.sentence)]
            print(f"{read.issued} | {words} | gold {gold.value} | span {edtf} | text {whole} | {sentence}")
    annotated = max((gold.end for gold in read.gold), default=0)
    for mention in found:
        met = any(mention.start < gold.end and gold.start < mention.end for gold in read.gold)
        if mention.end <= annotated and not met and mention.kind != "vague" and mention.start > 160:
            count.extra += 1
            if misses:
                print(f"{read.issued} | beside gold: {mention.printed} ({mention.kind})")


def main(folder: str, *, misses: bool) -> None:
    count = Count()
    for path in sorted(Path(folder).rglob("*.xml")):
        if read := article(path):
            measure(read, count, misses=misses)
    print(f"gold DATE spans {count.spans}, value right {count.right / count.spans:.3f}")
    print(f"  by dateparser with past preference {count.coders_right / count.spans:.3f}")
    print(f"  of the {count.told} with a calendar value {count.told_right / count.told:.3f}")
    print(
        f"in whole texts: found {count.found / count.told:.3f}, "
        f"found and right {count.found_right / count.told:.3f}, beside gold {count.extra}"
    )


if __name__ == "__main__":
    main(sys.argv[1], misses="--misses" in sys.argv)
