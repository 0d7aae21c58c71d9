"""What an engagement is called: the words of its name that tell it from others between the same parties."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from comity.lexicon.load import HERE
from comity.lexicon.tables import several, table
from comity.linking.company import folded
from comity.linking.forums import name_words, names_agree
from comity.linking.memberships import bodies_by_code, body_words
from comity.model import Engagement

__all__ = ["OF_ANY", "called", "called_alike", "naming", "words_for"]

OF_ANY = frozenset(
    {
        "summit", "talk", "dialogue", "consultation", "conference", "forum", "visit", "discussion", "session",
        "bilateral", "trilateral", "quadrilateral", "joint", "leader", "minister", "foreign", "defence", "defense",
        "official", "informal", "inaugural", "next", "upcoming", "virtual",
    }
)  # fmt: skip
"""Words that name what any two states may hold: `the Russian-American summit` is no name but tells who met how."""


def naming(claim: Engagement, title: str | None) -> str:
    """Where its name or series is told: `here`, `beside`, or `` where it is not told at all.

    A body whose leaders or members are told of does not meet there. Here is in the words that tell of it or in the
    title; beside, in other words that the claim rests on, so that it may be another's.
    """
    name = claim.name or claim.series
    if not name:
        return "here"
    words = name_words(name)
    if not words & OF_ANY and _of_people(name).search(claim.quote):
        return ""
    if folded(name) in folded(claim.quote) or words <= name_words(f"{claim.quote} {title or ''}"):
        return "here"
    return "beside" if any(words <= name_words(one.quote) for one in claim.evidence) else ""


@lru_cache(maxsize=16384)
def _of_people(name: str) -> re.Pattern[str]:
    """Those who speak for a body by whose name its meeting may be called too."""
    return re.compile(
        rf"\b(?:[Pp]residents?|[Ll]eaders|[Mm]embers|[Rr]epresentatives) (?:of|from) [^.;:]*\b{re.escape(name)}\b"
        r"(?! (?:[Ss]ummit|[Mm]eeting|[Mm]inisterial|[Cc]onference|[Dd]ialogue|[Ff]orum))"
    )


@lru_cache(maxsize=16384)
def called(name: str, parties: frozenset[str], place: str = "") -> frozenset[str]:
    """The words of a name without those of its parties; none where it is but the kind of what these parties hold.

    A summit that is called by its place alone has no name either: `the Tokyo Summit`.
    """
    states = frozenset(code for code in parties if len(code) == 2 and code in _words_of())
    told = bodies_by_code(name, parties - states) if states != parties else name
    own = name_words(re.sub(r"[-–/]", " ", told)) - {w for code in states for w in _words_of()[code]}
    own -= body_words(parties)
    if "summit" in own and own - name_words(place) <= OF_ANY:
        own -= name_words(place)
    return frozenset() if states == parties and own <= OF_ANY else own


@lru_cache(maxsize=65536)
def called_alike(a: frozenset[str], b: frozenset[str], parties: frozenset[str]) -> bool:
    """Whether two names of what these parties hold may be of one meeting.

    Where one has no words but those of a body and of what any may hold, the other has none either.
    """
    if not names_agree(a, b):
        return False
    common = OF_ANY.union(*(_words_of().get(code) or name_words(code) for code in parties))
    return (a ^ b) <= common or bool(a - common and b - common)


def words_for(code: str) -> frozenset[str]:
    """The words by which a state or body is named."""
    return _words_of().get(code, frozenset())


@cache
def _words_of() -> dict[str, frozenset[str]]:
    """The words by which each state and body is named."""
    return {
        row["code"]: frozenset[str]().union(*(name_words(printed) for printed in _printed(row)))
        for kind in ("states", "bodies")
        for row in table(HERE / "data", kind)
    }


def _printed(row: Mapping[str, str]) -> list[str]:
    columns = (row["code"], row["name"], row["aliases"], row.get("adjectives", ""))
    return [printed for column in columns for printed in several(column)]
