"""Which states and bodies a stretch of a masthead names, and what they are usually called."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from comity import lexicon as lexicons
from comity.lexicon import Hit, Lexicon
from comity.lexicon.gazetteer import NameKind
from comity.lexicon.tables import several, table

__all__ = ["is_body", "named_parties", "usual_name"]

_PARTY_KINDS: tuple[NameKind, ...] = ("state", "adjective", "body", "demonym", "service")


def named_parties(words: str, lexicon: Lexicon, *, forums: bool = True) -> Iterator[str]:
    """The codes of the parties in `words`, in reading order, each as often as it is named.

    "Prime Minister of Japan" names Japan. A forum that the lexicon knows ("U.S.-EU Energy Council") names its
    parties, where `forums` asks for them.
    """
    for hit in lexicon.gazetteer.find(words, shouted=words.isupper()):
        yield from _codes(hit, forums=forums)


def _codes(hit: Hit, *, forums: bool) -> tuple[str, ...]:
    party = hit.reading(*_PARTY_KINDS)
    if party:
        return (party.code,)
    title = hit.reading("title")
    if title:
        return (title.row["country"],) if title.row["tells_country"] == "yes" else ()
    forum = hit.reading("dialogue") if forums else None
    return several(forum.row["parties"]) if forum else ()


def usual_name(code: str) -> str:
    """A party's name in the lexicon; a code that it does not hold stands for itself."""
    return _names().get(code, (code, False))[0]


def is_body(code: str | None) -> bool:
    """Whether a code stands for an organisation or grouping and not for a state."""
    return code is not None and _names().get(code, ("", False))[1]


@cache
def _names() -> dict[str, tuple[str, bool]]:
    """Each party's usual name by its code, and whether it is a body."""
    folder = Path(lexicons.__file__).parent / "data"
    made: dict[str, tuple[str, bool]] = {}
    for row in table(folder, "bodies"):
        made.setdefault(row["code"], (row["name"], True))
    return made | {row["code"]: (row["name"], False) for row in table(folder, "states")}
