"""Signatories: between whom an instrument is, and whether it is the business of states at all."""

from __future__ import annotations

import itertools
import re

from comity.extract.context import Context
from comity.extract.names import parties_inside
from comity.extract.spot import Spot, of_many
from comity.lexicon import Hit
from comity.lexicon.gazetteer import Name
from comity.reading.annotate import PARTY_KINDS
from comity.reading.mentions import Sentence
from comity.sources.parties import is_body

__all__ = ["BOTH", "at_home", "signatories"]

# Bodies that are no states: what they sign among themselves at home is no agreement of states.
_PRIVATE = re.compile(
    r"\b(?:Institutes?|Ltd|Limited|Pvt|Bank|Municipal|Corporation|State Government|Association|Foundation|"
    r"Chambers?|Federation|Hospital|Academy|Museum|Society|students?|farmers?|compan(?:y|ies)|firms?|start-?ups)\b"
)
_SCHOOLS = re.compile(r"\b(?:University|IIT|NIT|College|School)\b")
_MANY = re.compile(
    r"\bwith (?:(?:nearly|over|about|around|more than) )?(?:many|several|various|other|different|a number of"
    r"|\d+) (?:\w+ )?(?:countries|nations|states|partners|\w+ions)\b"
)
BOTH = re.compile(
    r"\b(?:they|both|two (?:\w+ )?(?:sides|countries|nations|states|governments|parties)|sides|leaders"
    r"|delegations|counterparts?"
    r"|[Pp]residents|[Mm]inisters|bilateral|trilateral|intergovernmental|countries|nations|governments)\b"
)


def at_home(spot: Spot, sentence: Sentence, context: Context) -> bool:
    """Whether the sentence tells of bodies at home, or names no second party at all."""
    text = sentence.text
    left, right = text.rfind("; ", 0, spot.start) + 1, text.find("; ", spot.end)
    abroad = [
        c
        for c in (*parties_inside(left, right if right > 0 else len(text), sentence), *_capitals(left, sentence))
        if c not in context.source.release.account
    ]
    if _SCHOOLS.search(text) or _MANY.search(text[spot.start :]):
        return True
    if abroad or spot.row is not None or of_many(spot, sentence):
        return False
    return _PRIVATE.search(text[left : right if right > 0 else len(text)]) is not None or not _of_both(
        spot, sentence, context
    )


_WITH = re.compile(r"\b(?:with|between)\s+(?:[A-Z][\w’-]+\s+and\s+)?$")


def _capitals(start: int, sentence: Sentence) -> tuple[str, ...]:
    """The states meant by their capitals: "signed with Nairobi", "the treaty between Lima and Nairobi"."""
    return tuple(name.code for h in sentence.hits if h.start >= start and (name := _meant(h, sentence)))


def _meant(hit: Hit, sentence: Sentence) -> Name | None:
    """The state that a capital stands for."""
    name = hit.reading("capital")
    return name if name is not None and _WITH.search(sentence.text[: hit.start]) else None


def _of_both(spot: Spot, sentence: Sentence, context: Context) -> bool:
    """Whether a sentence without a second party is still of the release's two: they run through it all."""
    source = context.source
    if len(source.release.account) > 1:
        return True
    others = [c for c in context.pair or source.parties if c not in source.release.account]
    told = sum(source.named[c] for c in others)
    without = bool(source.release.account) and not set(source.release.account) & set(context.pair)
    if told * 25 < len(source.sentences) or context.home or without:
        return False
    treaty = re.match(r"Treat|Convention|Joint|Communiqu", spot.head)
    often = bool(source.release.account) and told > (
        2 if all(len(c) == 2 for c in others) else 7
    )  # a body is named in passing more often than a state
    return bool(often or treaty or sentence.role == "item" or BOTH.search(sentence.text))


def _chain(told: list[tuple[int, str]], start: int, text: str) -> int:
    """Where the parties told before an instrument begin: those close to it, and those listed with these."""
    first = start - 80
    before = [at for at, _ in told if at < start]
    for left, right in reversed(list(itertools.pairwise(before))):
        if right >= first and right - left < 70 and re.search(r",| and ", text[left:right]):
            first = min(first, left)
    return first


_SIGNING = re.compile(r"(?:\b(?:between|with|and|by|,|of)|^)\s*(?:the\s+)?$", re.IGNORECASE)
_BY_TWO = re.compile(
    r",?\s(?:(?:which|that)\s)?(?:(?:was|were|has been)\s)?(?:signed|concluded|reached|agreed)\s(?:between"
    r"|by)\s[^.;]{3,160}"
)
_TWO_SIDES = re.compile(r"\b(?:between|among)\s[^.;]{3,160}")


def _between(spot: Spot, sentence: Sentence) -> tuple[str, ...]:
    """The parties that stand in the name itself: "the Kenya-Peru Treaty", "an agreement between Kenya and Peru"."""
    text = sentence.text
    sides = (
        _TWO_SIDES.match(text, spot.end + 1)
        or _BY_TWO.match(text, spot.end)
        or _TWO_SIDES.search(text, spot.start + len(spot.head), spot.end)
    )
    if sides:
        stop = re.search(r"\b(?:on|for|in|concerning|regarding|signed|was|were|is|has|to|at|which|that)\b", sides[0])
        return parties_inside(sides.start(), sides.start() + (stop.start() if stop else len(sides[0])), sentence)
    lead = text.find(spot.head, spot.start, spot.end)
    return parties_inside(spot.start, lead, sentence) if lead > spot.start else ()


def _joining(spot: Spot, sentence: Sentence, context: Context) -> tuple[str, ...]:
    """The states told to sign, join or leave an instrument of many: those before its name, else the issuer."""
    told = [
        c
        for c in parties_inside(0, spot.start, sentence)
        if not is_body(c)  # a body is where it was made, or what it is about
    ]
    if len(told) > 1 and _together(sentence, spot.start):
        return _together(sentence, spot.start)
    behind = parties_inside(spot.end, len(sentence.text), sentence)
    by = re.match(r"[^.;]{0,40}\bby (?:the )?", sentence.text[spot.end :]) and [c for c in behind if not is_body(c)]
    first = told[:1] if len(told) == 1 or not BOTH.search(sentence.text) else told
    return tuple(first or by or [context.issuer or ""]) if (first or by or context.issuer) else ()


def _together(sentence: Sentence, end: int) -> tuple[str, ...]:
    """The states that a sentence begins with in one row ("Lithuania, Latvia and Poland have left ...")."""
    row: list[str] = []
    last: int | None = None
    for hit in sentence.hits:
        name = hit.reading("state")
        if name is None or hit.end > end:
            continue
        if last is not None and not re.fullmatch(r",?\s*(?:and\s+)?(?:the\s+)?", sentence.text[last : hit.start]):
            break
        row.append(name.code)
        last = hit.end
    return tuple(dict.fromkeys(row)) if len(row) > 1 else ()


def signatories(spot: Spot, sentence: Sentence, context: Context, usual: tuple[str, ...]) -> tuple[str, ...]:
    """Between whom an instrument is: its usual parties, those named with it, else the release's two."""
    own = _between(spot, sentence)
    if len(own) > 1 or len(usual) > 1:
        return own if len(own) > 1 else usual
    if of_many(spot, sentence):
        return _joining(spot, sentence, context)
    text = sentence.text
    told = [
        (hit.start, name.code)
        for hit in sentence.hits
        if (name := hit.reading(*PARTY_KINDS) or _meant(hit, sentence))  # type: ignore[arg-type]
        and not (name.kind == "capital" and spot.start <= hit.start < spot.end)  # "Paris Agreement"
        and not re.search(r"\b(?:in|at)\s+$", text[: hit.start])
    ]
    told += [(m.start - sentence.start, m.country) for m in sentence.people if m.country]
    partner = re.compile(r"\s*(?:\([^)]*\)\s*)?with\s+(?:the\s+)?").match(
        text, spot.start + len(spot.head) if "with" in spot.name else spot.end
    )
    across = [(at, code) for at, code in told if partner and 0 <= at - partner.end() < 40]
    if across:
        row = _together(sentence, spot.start)
        before = row or tuple(code for at, code in sorted(told) if at < spot.start)[-1:] or (context.issuer or "",)
        return tuple(dict.fromkeys((*before, *(code for _, code in across)))) if before[0] else ()
    if len({code for _, code in told if not is_body(code)}) > 1:  # a body beside two states is where they meet
        told = [(at, code) for at, code in told if not is_body(code) or _SIGNING.search(text[:at])]
    told.sort()
    first = _chain(told, spot.start, text)
    near = [code for at, code in told if first <= at < spot.end + 130]
    named = tuple(dict.fromkeys(near))
    if len(named) == 1:
        named = tuple(dict.fromkeys(code for at, code in sorted(told) if at < spot.end + 130)) or named
    if len(named) > 1:
        return named
    # A state that the pair in hand does not hold stands across from the issuer ("the Agreement with Kenya").
    pair = context.pair or (context.source.parties if len(context.source.parties) == 2 else ())
    others = pair if not named or named[0] in pair or context.issuer is None else (context.issuer,)
    return tuple(dict.fromkeys((*named, *others)))
