"""Whose account a joint text is beside its issuer's: the parties named as its authors."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.lexicon import Lexicon
from comity.lexicon.gazetteer import NameKind
from comity.model import Issuer

__all__ = ["co_issuers_of"]

_FORM = r"(?:statements?|communiqu[eé]s?|declarations?|release|visions?|readout|note|outcomes?)"
_BEFORE = re.compile(rf"^(?P<who>[^:]{{2,120}}?)[\s’']*\b(?:joint|trilateral)\b.{{0,60}}?\b{_FORM}\b", re.IGNORECASE)
_AFTER = re.compile(
    rf"\b{_FORM}\b,?\s+(?:by|of|between|from|among|amongst)\b(?P<who>.{{3,300}}?)"
    r"(?=\s(?:on|regarding|concerning|following|about|to|at|in|after|for|towards?)\s|[:;(–—]|$)",
    re.IGNORECASE,
)
_COMPOUND = re.compile(r"(?<![\w.])[A-Z][\w.]*(?: [A-Z][\w.]*){0,3}(?:[-‑–/][A-Z][\w.]*(?: [A-Z][\w.]*){0,2}){1,4}")
_BETWEEN = re.compile(r"\bbetween\b(?P<who>.{3,200}?)(?=\s(?:on|regarding|in|at|for|was|held)\s|[:;.(]|$)", re.IGNORECASE)
_LEADERS = re.compile(
    r"\b(?:leaders|governments?|(?:foreign|defen[cs]e|prime|finance|trade) ministers|ministers|secretaries|presidents"
    r"|heads of (?:state|government)(?: and (?:state|government))?|chiefs of (?:defen[cs]e|staff)|people|peoples)"
    r"(?: and [a-z ]{4,30})? of (?:the )?(?P<who>[A-Z].{3,220}?)(?=[.;:(]|,? (?:met|announced|have|today|held|reaffirm|convened|are|issued|welcome|gathered|spoke|and the (?:Secretary|High))|$)"
)
_SENTENCE = re.compile(r"(?<=[a-z”’\d)]{2})[.:]\s")
_OPENING = 1500
_STATE_KINDS: tuple[NameKind, ...] = ("state", "adjective", "body", "demonym")
_UNIONS = frozenset({"EU", "ASEAN", "NATO", "AU", "GCC"})
"""Organisations that sign beside states."""


def co_issuers_of(issuer: Issuer, title: str | None, opening: str, lexicon: Lexicon) -> tuple[Issuer, ...]:
    """The other parties that a joint text is issued by, in the order in which they are named.

    `opening` is the beginning of the body. A party is an author where the title or the first paragraph names
    it beside the issuer's own: what a statement is about ("Joint Statement on Ukraine") is no author. A body
    stands where no states are named; it is never expanded into its members.
    """
    title, opening, own = title or "", opening[:_OPENING], issuer.country
    for words, sure in _named(title, opening):
        parties = _parties(words, lexicon, bodies=sure or words in title)
        others = {code: name for code, name in parties.items() if code != own}
        if others and (sure or own is None or own in parties):
            return tuple(Issuer(name, None, code) for code, name in others.items())
    return ()


def _named(title: str, opening: str) -> Iterator[tuple[str, bool]]:
    """Stretches of text that may name the authors, the surest first.

    Who stands after "by" in the title is an author even where the issuer is not named with them.
    """
    after = _AFTER.search(title)
    if after:
        yield after["who"], True
    before = _BEFORE.search(title)
    if before:
        yield before["who"], False
    yield from ((match.group(), False) for match in _COMPOUND.finditer(title))
    between = _BETWEEN.search(title)
    if between:
        yield between["who"], False
    yield from ((match["who"], False) for match in _LEADERS.finditer(opening))
    yield from ((match.group(), False) for match in _COMPOUND.finditer(opening[:400]))
    yield from ((sentence, False) for sentence in _SENTENCE.split(opening)[:2])


def _parties(words: str, lexicon: Lexicon, *, bodies: bool) -> dict[str, str]:
    """Codes and names of the parties in `words`."""
    states: dict[str, str] = {}
    others: dict[str, str] = {}
    for hit in lexicon.gazetteer.find(words, shouted=words.isupper()):
        name = hit.reading(*_STATE_KINDS)
        if name and name.kind == "body":
            others[name.code] = name.row["name"] if name.row["kind"] != "eu_institution" else "European Union"
        elif name:
            states[name.code] = name.row["name"]
    if not bodies:
        return states
    # A grouping speaks through its members where they are named; the organisation may still be a party.
    return states | {code: name for code, name in others.items() if len(states) < 2 or code in _UNIONS}
