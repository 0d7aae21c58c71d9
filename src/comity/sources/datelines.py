"""Datelines: lines that tell only where and when a release was issued, and those of a first sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from comity.lexicon import Lexicon
from comity.lexicon.gazetteer import NameKind
from comity.sources.calendars import find_local_dates
from comity.sources.dates import PrintedDate, find_dates, without_dates
from comity.sources.profile import Profile

__all__ = ["Dateline", "country_of_place", "known_place", "opening_dateline", "read_dateline"]

_LABELS = re.compile(
    r"\b(?:first published|published|posted|issued|released|last updated|updated|dated?|release date"
    r"|date of issue|delivered|on|at|from|the|le|am|den|el)\b(?!\w)\s?:?",
    re.IGNORECASE,
)
_EDGES = " \t,;:|()[]·•–—―-/.*"
_TITLE_WORDS = """
    address agreement analysis announcement article briefing bulletin call communique communiqué conference
    declaration dialogue exercise fact interview joint media meeting message minutes news note outcome press
    readout release remarks report sheet speech statement summary summit talks transcript treaty update visit
"""
_NO_PLACE = frozenset(re.findall(r"\w+", _TITLE_WORDS))
_OFFICE = re.compile(
    r"(?:The )?(?:Ministry|Department|Office|Directorate|Embassy|Government|Secretariat|[A-Z]\w+ Navy)\b"
)
_NAME = re.compile(r"(?:[A-ZÀ-Þ][\w.’'-]*(?: (?:of|de|da|del|la|al|and|the) )?[ ,/]*){1,5}")
_MAX_LINE = 110
_INITIALS = re.compile(r"\b[A-Z]\.[A-Z]$")
_PLACE_KINDS: tuple[NameKind, ...] = ("capital", "place", "state")
_DAY = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]{2,8}\.?(?:,? \d{4})?)"
_AGENCY = r"(?P<agency> ?\([A-Z][\w .-]{1,30}\))"
_OPENING = re.compile(
    r"(?P<place>[A-ZÀ-Þ][\w.’'-]*(?:(?:,? |/|-)(?:(?:de|of|al|la|del) )?[A-ZÀ-Þ][\w.’'-]*){0,4}?)"
    rf"(?P<when>,? {_DAY})?{_AGENCY}?"
    r"\s?(?:[–—―]|--?(?=\s))\s?:?(?=[A-ZÀ-Þ“\"‘'(\d])"
)
_COLON = re.compile(  # "Addis Ababa, 22 October 2018: The Chairperson ..."
    rf"(?P<place>[A-ZÀ-Þ][\w.’'-]*(?: [A-ZÀ-Þ][\w.’'-]*){{0,2}})(?P<when>, {_DAY}){_AGENCY}?\s?:\s(?=[A-ZÀ-Þ“\"‘'])"
)
_AGENCY_ONLY = re.compile(
    rf"(?P<place>[A-Z][A-Z .,’'-]{{2,40}})(?P<when>, {_DAY}){_AGENCY}\s?[:.–—-]*\s?(?=[A-Z“\"‘'])"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when, as far as the line tells; `left` is what else stands in it (an office's name)."""

    place: str | None
    dates: tuple[PrintedDate, ...]
    left: str


def read_dateline(line: str, profile: Profile, lexicon: Lexicon) -> Dateline | None:
    """The dateline that a whole line is, or None where it tells more than place, date and office.

    "New Delhi, Bhadra 17, 1944", "May 27, 2024 17:45 Tashkent", "Canberra" and
    "Ministry of National Defense, Republic of Korea | May 8, 2024" are datelines.
    """
    if len(line) > _MAX_LINE:
        return None
    dates = tuple(find_dates(line, day_first=profile.day_first))
    bare = line
    local = find_local_dates(line)
    for found in reversed(local):
        bare = f"{bare[: found.start]} {bare[found.end :]}"
    rest = without_dates(bare)
    told = bool(dates or local or rest.strip() != bare.strip())
    if told:
        rest = _LABELS.sub(" ", rest)
    rest = re.sub(r"\s+", " ", rest).strip(_EDGES)
    if f"{rest}." in line and _INITIALS.search(rest):
        rest += "."
    if not rest:
        return Dateline(None, dates, "") if told else None
    if known_place(rest, profile, lexicon):
        return Dateline(rest, dates, "")
    if not (dates or local) or not _NAME.fullmatch(rest) or set(rest.casefold().split()) & _NO_PLACE:
        return Dateline(None, dates, rest) if dates and _is_office(rest, profile) else None
    if _is_office(rest, profile):
        return Dateline(None, dates, rest)
    return Dateline(rest, dates, "") if len(rest) <= 40 else None


def opening_dateline(line: str, profile: Profile, lexicon: Lexicon) -> tuple[int, Dateline] | None:
    """The dateline that a first sentence opens with ("WASHINGTON, D.C. – Today …") and its length.

    A place counts only where it is known or a date or an agency stands with it.
    """
    match = _OPENING.match(line) or _COLON.match(line) or _AGENCY_ONLY.match(line)
    if not match:
        return None
    place = match["place"].strip(" ,")
    if not (known_place(place, profile, lexicon) or match["when"] or (match["agency"] and place.isupper())):
        return None
    dates = tuple(find_dates(match.group(), day_first=profile.day_first))
    return match.end(), Dateline(place, dates, "")


def known_place(name: str, profile: Profile, lexicon: Lexicon) -> bool:
    """Whether these words are a place and nothing else ("Canberra", "Benaulim, India")."""
    if name in profile.places or _only_place(name, lexicon):
        return True
    first, _, last = name.partition(", ")
    short = len(first.split()) <= 2 and not _is_office(first, profile)
    return bool(last) and short and first[:1].isupper() and _only_place(last, lexicon) is not None


def country_of_place(name: str, profile: Profile, lexicon: Lexicon) -> str | None:
    """The state that a place of issue lies in, where the profile or the lexicon knows it."""
    if name in profile.places:
        return profile.places[name]
    parts = [part.strip() for part in name.split(",") if part.strip()]
    for words in dict.fromkeys((name, *reversed(parts))):
        told = profile.places.get(words) or _only_place(words, lexicon)
        if told:
            return told
    return None


def _only_place(words: str, lexicon: Lexicon) -> str | None:
    """The state of a place that these words name, all of them."""
    hits = list(lexicon.gazetteer.find(words, shouted=words.isupper()))
    if len(hits) != 1 or len(hits[0].printed) < len(words) - 1:
        return None
    found = hits[0].reading(*_PLACE_KINDS)
    return found.code if found else None


def _is_office(rest: str, profile: Profile) -> bool:
    if any(pattern.fullmatch(rest) for pattern in (*profile.letterhead, *profile.masthead, *profile.issuer)):
        return True
    return bool(_OFFICE.match(rest))
