"""What kind of text a release is, by rules over its title, its opening and its form (genres.yml)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, get_args

from comity.errors import SourceError
from comity.lexicon.entries import read_entries
from comity.model import Genre

__all__ = ["GenreRule", "genre_of", "genre_rules"]

_FILE = Path(__file__).parent / "genres.yml"
_KEYS = frozenset(
    {
        "id",
        "name",
        "genre",
        "title",
        "opening",
        "body",
        "at_least",
        "unless",
        "says",
        "not",
        "text",
        "not_text",
        "why",
    }
)
_OPENING = 700


@dataclass(frozen=True, slots=True)
class GenreRule:
    """One rule: every pattern it has must be found, `body` at least `at_least` times.

    `says` and `no` are titles that it must and must not take, `text` and `no_text` the same for bodies.
    """

    id: str
    name: str
    genre: Genre
    title: re.Pattern[str] | None
    opening: re.Pattern[str] | None
    body: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    at_least: int = 1
    says: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    no_text: tuple[str, ...] = ()

    def fits(self, title: str, body: str) -> bool:
        """Whether a release with this title and body is of this genre."""
        if self.title and not self.title.search(title):
            return False
        if self.unless and self.unless.search(title):
            return False
        if self.opening and not self.opening.search(body[:_OPENING]):
            return False
        return not self.body or sum(1 for _ in self.body.finditer(body)) >= self.at_least


def genre_of(title: str | None, body: str, *, otherwise: Genre = "other") -> Genre:
    """The genre of a release; `otherwise` where no rule fits."""
    return next((rule.genre for rule in genre_rules() if rule.fits(title or "", body)), otherwise)


@cache
def genre_rules(file: Path = _FILE) -> tuple[GenreRule, ...]:
    """The rules in the order in which they are tried.

    Raises:
        SourceError: an entry has no example, an unknown key, an unknown genre or a pattern that is none.
    """
    entries = read_entries(file)
    return tuple(_rule(entry, file.name) for entry in entries)


def _rule(entry: dict[str, Any], file: str) -> GenreRule:
    where = f"{file}: {entry.get('id')}"
    unknown = set(entry) - _KEYS
    if unknown:
        raise SourceError(f"unknown keys {sorted(unknown)}", where=where, then=f"known: {', '.join(sorted(_KEYS))}")
    if entry.get("genre") not in get_args(Genre):
        raise SourceError(f"unknown genre {entry.get('genre')}", where=where, then=", ".join(get_args(Genre)))
    if not (entry.get("says") or entry.get("text")):
        raise SourceError("no example", where=where, then="give it `says` or `text`; no example, no rule")
    try:
        patterns = {
            key: re.compile(entry[key]) if key in entry else None for key in ("title", "opening", "body", "unless")
        }
    except re.error as error:
        raise SourceError(f"no regular expression: {error}", where=where, then="mend the pattern") from error
    return GenreRule(
        id=entry["id"],
        name=entry["name"],
        genre=entry["genre"],
        at_least=entry.get("at_least", 1),
        says=tuple(entry.get("says", ())),
        no=tuple(entry.get("not", ())),
        text=tuple(entry.get("text", ())),
        no_text=tuple(entry.get("not_text", ())),
        **patterns,
    )
