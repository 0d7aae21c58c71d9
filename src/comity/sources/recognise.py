"""Tells who publishes a release: by its metadata, its address, its letterhead, or two weaker clues."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from comity.lexicon import Lexicon
from comity.model import Issuer
from comity.sources.parties import is_body, named_parties
from comity.sources.profile import GENERIC, Profile, profiles

__all__ = ["country_of_host", "is_a_state", "issuer_of", "recognise", "told_country"]

_SPACE = re.compile(r"\s+")
_OFFICIAL = re.compile(
    r"(?:^|\.)(?:gov|go|gob|gouv|gub|govt|mil|mod|mofa|parliament|gc)\.(?P<country>[a-z]{2})$"
    r"|(?:^|\.)(?P<us>gov|mil)$|(?:^|\.)(?P<eu>europa\.eu)$|(?:^|\.)(?P<ch>admin\.ch)$|(?:^|\.)(?P<de>bund\.de)$"
    r"|(?:^|\.)(?P<ca>canada\.ca)$|(?:^|\.)(?P<fr>gouv\.fr)$"
)
_OFFICE = re.compile(
    r"\b(?:ministry|department|office|government|embassy|secretariat|navy|army|forces?|command|directorate|council"
    r"|commission|parliament|presidency|president|minister|bureau|service|headquarters|organi[sz]ation)\b",
    re.IGNORECASE,
)
_MINISTRY = re.compile(r"(?:The )?Ministry\b", re.IGNORECASE)
_TOP_LEVEL = {"uk": "GB", "el": "GR"}
_HEAD = 8
_TAIL = 4


def recognise(metadata: Mapping[str, str], lines: Sequence[str]) -> Profile:
    """The profile that fits best, or the generic one. `lines` are those of the release, in order."""
    best, most = profiles()[GENERIC], 1
    for profile in profiles().values():
        score = _score(profile, metadata, lines)
        if score > most:
            best, most = profile, score
    return best


def _score(profile: Profile, metadata: Mapping[str, str], lines: Sequence[str]) -> int:
    """An address tells more than a name (ministries of several states share one), a name more than a line."""
    host = urlsplit(metadata.get("url", "")).hostname or ""
    score = 0
    if any(host == end or host.endswith(f".{end}") for end in profile.hosts):
        score += 8
    named = [_SPACE.sub(" ", metadata.get(key, "")).strip() for key in ("issuer", "site", "unit")]
    if any(pattern.fullmatch(name) for name in named if name for pattern in profile.issuer):
        score += 5
    if score:
        return score
    head = [*lines[:_HEAD], *lines[-_TAIL:]]
    if any(pattern.fullmatch(line) for line in head for pattern in profile.letterhead):
        return 4
    return sum(any(pattern.fullmatch(line) for line in head) for pattern in profile.clues)


def issuer_of(
    profile: Profile,
    metadata: Mapping[str, str],
    letterhead: Sequence[str],
    lexicon: Lexicon,
) -> Issuer:
    """Who publishes, by the profile and what the metadata and the letterhead say."""
    told = _SPACE.sub(" ", metadata.get("issuer", "")).strip()
    unit = _SPACE.sub(" ", metadata.get("unit", "")).strip() or None
    if profile.id != GENERIC:
        if profile.umbrella:
            return Issuer(told or profile.name, unit, profile.country)
        return Issuer(profile.name, unit or _unit(profile, told, letterhead), profile.country)
    states = [line for line in letterhead if is_a_state(line, lexicon)]  # "Republic of Türkiye", a line of its own
    letterhead = [line for line in letterhead if _OFFICE.search(line)]
    name = told or _SPACE.sub(" ", metadata.get("site", "")).strip() or next(iter(letterhead), None)
    country = next(
        (
            c
            for c in (told_country(line, lexicon) for line in (told, *letterhead, *(states if letterhead else ())))
            if c
        ),
        None,
    )
    return Issuer(name, unit, country or country_of_host(metadata.get("url", "")))


def told_country(name: str, lexicon: Lexicon) -> str | None:
    """The state or body that an office's name tells ("Ministry of Foreign Affairs of Japan"), or None.

    A name that tells two states (an embassy of one in another) tells the first, a state before a body: the
    "Ministry of Foreign Affairs, European Union and Cooperation of Spain".
    """
    services = (hit.reading("service") for hit in lexicon.gazetteer.find(name, shouted=name.isupper()))
    own = next((s.code for s in services if s), None)
    named = list(named_parties(name, lexicon, forums=False))
    if _MINISTRY.match(name):
        named.sort(key=is_body)
    return own or next(iter(named), None)


def is_a_state(line: str, lexicon: Lexicon) -> bool:
    """Whether a line is a state's name and nothing else."""
    hits = list(lexicon.gazetteer.find(line, shouted=line.isupper()))
    return len(hits) == 1 and hits[0].printed == line.strip() and hits[0].reading("state") is not None


def country_of_host(url: str) -> str | None:
    """The state of an official address (`.gov.in`, `.go.jp`, `mod.gov.xx`), or None."""
    match = _OFFICIAL.search(urlsplit(url).hostname or "")
    if not match:
        return None
    kind = match.lastgroup or ""
    if kind != "country":
        return kind.upper()
    top = match["country"]
    return _TOP_LEVEL.get(top, top.upper())


def _unit(profile: Profile, told: str, letterhead: Sequence[str]) -> str | None:
    for line in (told, *letterhead):
        for pattern, name in profile.units:
            match = pattern.fullmatch(line)
            if match:
                unit = match.expand(name)
                return _titled(unit) if unit.isupper() and len(unit) > 5 else unit
    given = told and not any(pattern.fullmatch(told) for pattern in profile.issuer)
    return told if given and told.casefold() != (profile.name or "").casefold() else None


def _titled(name: str) -> str:
    small = {"of", "for", "and", "the", "to", "in", "&"}
    return " ".join(word if word in small else word.capitalize() for word in name.casefold().split())
