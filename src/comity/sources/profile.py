"""What is known of an issuer's house style, read from one YAML file an issuer and checked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path
from typing import Any, get_args

import yaml

from comity.errors import SourceError
from comity.lexicon.entries import read_entries
from comity.model import Genre

__all__ = ["FOLDER", "GENERIC", "Pattern", "Profile", "profiles", "read_profile"]

FOLDER = Path(__file__).parent / "profiles"
GENERIC = "generic"
Pattern = re.Pattern[str]

_LISTS = (
    "issuer", "hosts", "letterhead", "clues", "masthead", "bylines", "posted", "numbers", "furniture",
    "ends", "sign_off",
)  # fmt: skip
_IGNORE_CASE = frozenset({"issuer", "hosts", "letterhead", "furniture", "posted"})


@dataclass(frozen=True, slots=True)
class Profile:
    r"""An issuer's house style. Every pattern but `ends` and `hosts` is tried on one whole line.

    How the issuer is known: `issuer` (of the metadata), `hosts` (ends of a host name), `letterhead` (a line
    that only this issuer prints), `clues` (lines of which two together are enough).
    What its lines are: `masthead`, `bylines` (who speaks, below the title), `posted` (groups date and place),
    `numbers` (group `number`), `furniture`, `ends` (marks after the last sentence), `sign_off` (group of that
    name); `subtitles` says whether it prints any. `units` leads from a pattern to the unit's name, where `\1`
    is what the pattern's group holds. `umbrella`: one address serves many offices, so the metadata names the
    issuer, and `name` stands where it names none. `places` are places of issue with their states,
    `genre` is what a release is where its form does not tell. `event_pages`: a page is about one event, so the
    date and place at its head are the event's, and whom it names without a state is of the issuer's own.
    """

    id: str
    name: str | None
    source: str
    country: str | None = None
    unit: str | None = None
    languages: tuple[str, ...] = ("en",)
    genre: Genre = "other"
    day_first: bool | None = None
    umbrella: bool = False
    subtitles: bool = True
    event_pages: bool = False
    places: Mapping[str, str] = field(default_factory=dict)
    units: tuple[tuple[Pattern, str], ...] = ()
    issuer: tuple[Pattern, ...] = ()
    hosts: tuple[str, ...] = ()
    letterhead: tuple[Pattern, ...] = ()
    clues: tuple[Pattern, ...] = ()
    masthead: tuple[Pattern, ...] = ()
    bylines: tuple[Pattern, ...] = ()
    posted: tuple[Pattern, ...] = ()
    numbers: tuple[Pattern, ...] = ()
    furniture: tuple[Pattern, ...] = ()
    ends: tuple[Pattern, ...] = ()
    sign_off: tuple[Pattern, ...] = ()


@cache
def profiles(folder: Path = FOLDER) -> Mapping[str, Profile]:
    """All profiles of `folder` by id, the generic one among them.

    Raises:
        SourceError: a file cannot be used, or two share an id; says which and why.
    """
    made: dict[str, Profile] = {}
    for file in sorted(folder.glob("*.yml")):
        profile = read_profile(file)
        if profile.id in made:
            raise SourceError(f"two profiles are called {profile.id}", where=file.name, then="rename one")
        made[profile.id] = profile
    if GENERIC not in made:
        raise SourceError("no generic profile", where=str(folder), then="add generic.yml")
    return made


def read_profile(file: Path) -> Profile:
    """One profile.

    Raises:
        SourceError: not YAML, a missing or unknown key, or a pattern that is no regular expression.
    """
    try:
        entry = read_entries(file)
    except yaml.YAMLError as error:
        raise SourceError(f"not readable as YAML: {error}", where=file.name, then="mend the file") from error
    if not isinstance(entry, dict) or not {"id", "name", "source"} <= set(entry):
        raise SourceError("a profile needs id, name and source", where=file.name, then="see generic.yml")
    unknown = set(entry) - {f.name for f in fields(Profile)}
    if unknown:
        raise SourceError(f"unknown keys {sorted(unknown)}", where=file.name, then="see profile.py for the keys")
    if entry.get("genre", "other") not in get_args(Genre):
        raise SourceError(f"unknown genre {entry['genre']}", where=file.name, then=", ".join(get_args(Genre)))
    lists = {key: _patterns(key, entry.get(key) or (), file) for key in _LISTS if key != "hosts"}
    units = entry.get("units") or {}
    return Profile(
        **{
            **entry,
            **lists,
            "languages": tuple(entry.get("languages", ("en",))),
            "hosts": tuple(entry.get("hosts") or ()),
            "places": dict(entry.get("places") or {}),
            "units": tuple(zip(_patterns("units", units, file), units.values(), strict=True)) if units else (),
        }
    )


def _patterns(key: str, given: Any, file: Path) -> tuple[Pattern, ...]:
    flags = re.IGNORECASE if key in _IGNORE_CASE else re.NOFLAG
    try:
        return tuple(re.compile(pattern, flags) for pattern in given)
    except (re.error, TypeError) as error:
        raise SourceError(f"{key}: {error}", where=file.name, then="mend the pattern") from error
