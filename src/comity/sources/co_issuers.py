"""Whose account a joint text is beside its issuer's: the parties named as its authors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from comity.lexicon import Lexicon
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
_STATE_KINDS = ("state", "adjective", "body", "demonym")


def co_issuers_of(issuer: Issuer, title: str | None, opening: str, lexicon: Lexicon) -> tuple[Issuer, ...]:
    """The other parties that a joint text is issued by, in the order in which they are named.

    `opening` is the beginning of the body. A party is an author where the title or the first paragraph names
    it beside the issuer's own: what a statement is about ("Joint Statement on Ukraine") is no author. A body
    stands where no states are named; it is never expanded into its members.
    """
    parties = _authors(issuer.country, title or "", opening[:_OPENING], lexicon)
    others = [code for code in parties if code != issuer.country]
    return tuple(Issuer(_name(code, lexicon), None, code) for code in others)


def _authors(own: str | None, title: str, opening: str, lexicon: Lexicon) -> list[str]:
    """The first way to name authors that names at least one beside the issuer."""
    for words in _named(title, opening):
        parties = _parties(words, lexicon)
        with_others = [code for code in parties if code != own]
        if with_others and (own in parties or own is None or words is not None and _is_title(words, title)):
            return parties
    return []


def _is_title(words: str, title: str) -> bool:
    """Whether authors told by the title may leave out the issuer, who is one of them by printing it."""
    after = _AFTER.search(title)
    return bool(after and after["who"] == words)


def _named(title: str, opening: str) -> Iterator[str]:
    """Stretches of text that may name the authors, the surest first."""
    for pattern in (_BEFORE, _AFTER):
        match = pattern.search(title)
        if match:
            yield match["who"]
    yield from (match.group() for match in _COMPOUND.finditer(title))
    match = _BETWEEN.search(title)
    if match:
        yield match["who"]
    yield from (match["who"] for match in _LEADERS.finditer(opening))
    yield from (match.group() for match in _COMPOUND.finditer(opening[:400]))
    yield from _SENTENCE.split(opening)[:2]


def _parties(words: str, lexicon: Lexicon) -> list[str]:
    states: list[str] = []
    bodies: list[str] = []
    for hit in lexicon.gazetteer.find(words, shouted=words.isupper()):
        name = hit.reading(*_STATE_KINDS)
        if name:
            (bodies if name.kind == "body" and name.row["kind"] != "igo" else states).append(name.code)
    # A grouping speaks through its members where they are named; an organisation is a party of its own.
    return list(dict.fromkeys(states if len(set(states)) > 1 else [*states, *bodies]))


def _name(code: str, lexicon: Lexicon) -> str:
    """The party's name as the lexicon has it; a code it does not know stands for itself."""
    return _names(lexicon).get(code, code)


_CACHE: dict[int, dict[str, str]] = {}


def _names(lexicon: Lexicon) -> dict[str, str]:
    if id(lexicon) not in _CACHE:
        _CACHE[id(lexicon)] = _table(lexicon)
    return _CACHE[id(lexicon)]


def _table(lexicon: Lexicon) -> dict[str, str]:
    rows: Sequence[dict[str, str]] = ()
    return {row["code"]: row["name"] for row in rows}
