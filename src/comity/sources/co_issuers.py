"""Whose account a joint text is beside its issuer's: the parties named as its authors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Literal

from comity import lexicon as lexicons
from comity.lexicon import Lexicon
from comity.lexicon.gazetteer import NameKind
from comity.lexicon.tables import several, table
from comity.model import Issuer

__all__ = ["co_issuers_of"]

_FORM = r"(?:statements?|communiqu[eé]s?|declarations?|release|visions?|readout|note|outcomes?)"
_BEFORE = re.compile(
    rf"^(?P<who>[^:]{{2,120}}?)[\s’']*\b(?:joint|trilateral)\b.{{0,60}}?\b{_FORM}\b", re.IGNORECASE
)
_NAMES_END = (
    r"(?=\s(?:on|regarding|concerning|following|about|after|towards?|at|in|[a-z]{3,}ing|[A-Z][a-z]{3,}ing"
    r"|to(?! the (?:President|Prime))|for(?! (?:Foreign|Defen|External|International|Trade|National|the)))\s"
    r"|[:;(–—]|$)"
)
_AFTER = re.compile(
    rf"(?i:\b{_FORM}\b,?\s+(?:by|of|between|from|among|amongst)\b)(?P<who>.{{3,400}}?){_NAMES_END}"
)
_LATER = re.compile(rf"(?i:\b{_FORM}\b.{{3,90}}?\s(?:by|from)\b)(?P<who>.{{3,400}}?){_NAMES_END}")
_NAME = r"[A-Z][\w.]*(?: (?:of |and )?[A-Z][\w.]*){0,3}"
_COMPOUND = re.compile(rf"(?<![\w.]){_NAME}(?:\s?[-‑–/]\s?{_NAME}){{1,4}}")
_MEETING = re.compile(
    r"(?i:\b(?:meeting|call|talks|summit|dialogue|conversation|discussions?|partnership|agreement|alliance"
    r"|consultations)"
    rf"\s(?:between|among|of)\b)(?P<who>.{{3,300}}?){_NAMES_END}"
)
_ENCOUNTER = re.compile(
    r"\b(?:meeting|call|talks|summit|dialogue|visit|partnership|cooperation|consult|commission|committee|group"
    r"|alliance)",
    re.IGNORECASE,
)
_LEADERS = re.compile(
    r"\b(?:leaders|governments?|(?:foreign|defen[cs]e|prime|finance|trade) ministers|ministers"
    r"|secretaries|presidents|heads of (?:state|government)(?: and (?:state|government))?|chiefs of (?:defen[cs]e|staff)"
    r"|people|peoples|representatives|envoys)(?: and [a-z ]{4,30})? of "
    r"(?P<who>(?:(?:[A-Z][\w.’'-]*|and|the|of|as well as|&)[, ]*){2,120})"
)
_SENTENCE = re.compile(r"(?<=[a-z”’\d)]{2})[.:]\s")
_OPENING = 1500
_STATE_KINDS: tuple[NameKind, ...] = ("state", "adjective", "body", "demonym")
_UNIONS = frozenset({"EU", "ASEAN", "NATO", "AFRICAN_UNION", "GCC"})
"""Organisations that sign beside states."""


def co_issuers_of(issuer: Issuer, title: str | None, opening: str, lexicon: Lexicon) -> tuple[Issuer, ...]:
    """The other parties that a joint text is issued by, in the order in which they are named.

    `opening` is the beginning of the body. A party is an author where the title or the first paragraph names
    it beside the issuer's own: what a statement is about ("Joint Statement on Ukraine") is no author. A body
    stands where no states are named; it is never expanded into its members.
    """
    title, opening, own = title or "", opening[:_OPENING], issuer.country
    topics = {} if _ENCOUNTER.search(title) else _parties(title, lexicon)
    for words, where in _named(title, opening):
        parties = _parties(words, lexicon)
        if where == "opening":
            parties = {code: name for code, name in parties.items() if code not in topics}
        others = {code: name for code, name in parties.items() if code != own}
        if others and (where == "sure" or own is None or own in parties):
            return tuple(Issuer(name, None, code) for code, name in others.items())
    return ()


def _named(title: str, opening: str) -> Iterator[tuple[str, Literal["sure", "title", "opening"]]]:
    """Stretches of text that may name the authors, the best first, and where they stand.

    Who stands after "by" or before "Joint" joined by a hyphen is an author ("sure") even where the issuer is
    not named with them; elsewhere only who is named beside the issuer.
    """
    for pattern in (_AFTER, _MEETING):
        found = pattern.search(title)
        if found:
            yield found["who"], "sure"
    before = _BEFORE.search(title)
    if before:
        yield before["who"], "sure" if _COMPOUND.search(before["who"]) else "title"
    later = _LATER.search(title)
    if later:
        yield later["who"], "title"
    yield from ((match.group(), "title") for match in _COMPOUND.finditer(title))
    yield from ((match["who"], "opening") for match in _LEADERS.finditer(opening))
    yield from ((match.group(), "opening") for match in _COMPOUND.finditer(opening[:400]))
    yield from ((sentence, "opening") for sentence in _SENTENCE.split(opening)[:2])
    yield title, "title"


def _parties(words: str, lexicon: Lexicon) -> dict[str, str]:
    """Codes and names of the parties in `words`; a forum known to the lexicon stands for its parties."""
    named = _names()
    found: dict[str, str] = {}
    for hit in lexicon.gazetteer.find(words, shouted=words.isupper()):
        name = hit.reading(*_STATE_KINDS)
        forum = None if name else hit.reading("dialogue")
        for code in [name.code] if name else several(forum.row["parties"]) if forum else ():
            found[code] = named.get(code, (code, False))[0]
    states = [code for code in found if not named.get(code, ("", False))[1]]
    # A grouping speaks through its members where they are named; an organisation may be a party beside them.
    return {
        code: name for code, name in found.items() if code in states or len(states) < 2 or code in _UNIONS
    }


@cache
def _names() -> dict[str, tuple[str, bool]]:
    """Each party's usual name by its code, and whether it is a body."""
    folder = Path(lexicons.__file__).parent / "data"
    made: dict[str, tuple[str, bool]] = {}
    for row in table(folder, "bodies"):
        made.setdefault(row["code"], (row["name"], True))
    return made | {row["code"]: (row["name"], False) for row in table(folder, "states")}
