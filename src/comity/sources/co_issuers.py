"""Whose account a joint text is beside its issuer's: the parties named as its authors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from comity.lexicon import Lexicon
from comity.model import Issuer
from comity.sources.parties import is_body, named_parties, usual_name

__all__ = ["co_issuers_of"]

_FORM = r"(?:statements?|communiqu[eé]s?|declarations?|release|visions?|readout|note|outcomes?)"
_BEFORE = re.compile(rf"^(?P<who>[^:]{{2,120}}?)[\s’']*\b(?:joint|trilateral)\b.{{0,60}}?\b{_FORM}\b", re.IGNORECASE)
_NAMES_END = (
    r"(?=\s(?:on|regarding|concerning|following|about|after|towards?|at|in|[a-z]{3,}ing|[A-Z][a-z]{3,}ing"
    r"|to(?! the (?:President|Prime))|for(?! (?:Foreign|Defen|External|International|Trade|National|the)))\s"
    r"|[:;(–—]|$)"
)
_AFTER = re.compile(rf"(?i:\b{_FORM}\b,?\s+(?:by|of|between|from|among|amongst)\b)(?P<who>.{{3,400}}?){_NAMES_END}")
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
    r"|secretaries|presidents|heads of (?:state|government)(?: and (?:state|government))?"
    r"|chiefs of (?:defen[cs]e|staff)"
    r"|people|peoples|representatives|envoys)(?: and [a-z ]{4,30})? of "
    r"(?P<who>(?:(?:[A-Z][\w.’'-]*|and|the|of|as well as|&)[, ]*){2,120})"
)
_CHAIR = re.compile(r"\bchair(?:man|person|s)?[’']?s?\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[a-z”’\d)]{2})[.:]\s")
_OPENING = 1500
_UNIONS = frozenset({"EU", "ASEAN", "NATO", "African Union", "GCC"})
"""Organisations that sign beside states."""


def co_issuers_of(issuer: Issuer, title: str | None, opening: str, lexicon: Lexicon) -> tuple[Issuer, ...]:
    """The other parties that a joint text is issued by, in the order in which they are named.

    `opening` is the beginning of the body. A party is an author where the title or the first paragraph names
    it beside the issuer's own: what a statement is about ("Joint Statement on Ukraine") is no author. A body
    stands where no states are named; it is never expanded into its members.
    """
    title, opening, own = title or "", opening[:_OPENING], issuer.country
    if _CHAIR.search(title) or is_body(own):
        opening = ""  # a chair or a body speaks for all, and its opening tells of topics and hosts
    topics = {} if _ENCOUNTER.search(title) else _parties(title, lexicon)
    for words, where in _named(title, opening):
        parties = _parties(words, lexicon)
        named = [code for code in parties if where != "opening" or code not in topics]
        others = [code for code in named if code != own]
        if others and (where == "sure" or own is None or own in named):
            return tuple(Issuer(usual_name(code), None, code) for code in others)
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


def _parties(words: str, lexicon: Lexicon) -> dict[str, None]:
    """Codes of the parties in `words`, each once.

    A grouping speaks through its members where they are named; an organisation may be a party beside them.
    """
    found = dict.fromkeys(named_parties(words, lexicon))
    states = sum(not is_body(code) for code in found)
    return {code: None for code in found if not is_body(code) or states < 2 or code in _UNIONS}
