"""What is said but not told as true: asked, supposed, denied, believed by onlookers, played in a match."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from comity.extract.context import Context
from comity.extract.frames import Match
from comity.extract.names import parties_inside
from comity.reading.mentions import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["between_its_own", "denied", "imagined", "untold"]

_ASKED = re.compile(r"\?[”\"'’)\]]*\s*$")
_SUPPOSED = re.compile(
    r"^(?:[“\"']?(?:Suppose|Supposing|Imagine|Let us (?:suppose|imagine)|Had|Were)\b)"
    r"|\b(?:in theory|theoretically|hypothetical(?:ly)?|would-be|what if|as if|if only)\b"
    r"|\bif [^,;]{3,60}\bwere to\b",
)
_DENIED = re.compile(
    r"\b(?:claims?|reports?|rumou?rs?|allegations?|assertions?|stories|story|suggestions?|notion|speculation|idea) "
    r"(?:\w+ ){0,3}?(?:that|of|about)\b[^;]*\b(?:is|are|was|were|remains?)\s+(?:\w+\s+){0,2}?"
    r"(?:fabricat\w+|false|untrue|baseless|groundless|unfounded|fake|wrong|invent\w+|nonsense|incorrect|"
    r"without (?:any )?\w+)"
    r"|\b(?:den(?:y|ies|ied)|dismiss(?:es|ed)?|refut(?:es?|ed)|reject(?:s|ed)?|no truth in|contrary to)\b[^;]{0,40}?\b"
    r"(?:claims?|reports?|rumou?rs?|allegations?|assertions?|stories|suggestions?|speculation|that)\b",
    re.IGNORECASE,
)
# Who looks on and believes, hopes or writes is no party to it.
_ONLOOKERS = frozenset(
    {"experts", "expert", "analysts", "analyst", "observers", "commentators", "columnists", "critics", "historians"}
    | {"scholars", "newspapers", "newspaper", "press", "media", "journalists", "reporters", "polls", "bloggers"}
)
_PLAYS = re.compile(
    r"\b(?:rugby|football|soccer|cricket|hockey|netball|basketball|volleyball|handball|boxing|chess|polo|rowing|"
    r"sailing|tennis|golf|athletics|ski|choirs?|orchestras?|bands?|esports|gymnasts?|eleven|squads?|athletes|players)\b",
    re.IGNORECASE,
)
_ASIDE = frozenset({"whether", "if"})


def imagined(sentence: Sentence) -> bool:
    """Whether a sentence only asks or supposes: nothing of it is told to have been done, said or planned."""
    return _ASKED.search(sentence.text) is not None or _SUPPOSED.search(sentence.text) is not None


def denied(sentence: Sentence) -> bool:
    """`Reports that X signed a pact are baseless`: what others claim, and the issuer says is not so."""
    return _DENIED.search(sentence.text) is not None


_BETWEEN = re.compile(r"\bbetween (?:the |its )?[A-Z][^;.]*? and (?:the |its )?[A-Z]")
_BOTH = re.compile(
    r"\b(?:both|two|countr\w+|sides|states|nations|governments|bilateral|counterparts?)\b", re.IGNORECASE
)


def between_its_own(sentence: Sentence, context: Context) -> bool:
    """`A letter of intent between the Land and the Bundeswehr`: two bodies of one state, and no other named."""
    account = context.source.release.account
    told = _BETWEEN.search(sentence.text)
    if told is None or len(account) > 1 or _BOTH.search(sentence.text):
        return False
    named = parties_inside(0, len(sentence.text), sentence)
    inside = parties_inside(told.start(), len(sentence.text), sentence)
    return inside == named and len(named) == 1 and len(named[0]) == 2 and account in ((), named)


def untold(match: Match) -> bool:
    """Whether what a match says is left open, is only the view of onlookers, or is a match of players."""
    if match.rule.kind != "position" and _played(match.who):
        return True
    if match.rule.kind == "engagement" and _aside(match.head):
        return True
    return any(_aside(p.head) and p.head.tag_ == "VB" for p in match.parts) or _by_onlookers(match.head)


def _aside(verb: Token) -> bool:
    return any(c.lower_ in _ASIDE and c.dep_ == "mark" for c in verb.children)


def _played(who: Token | None) -> bool:
    return who is not None and _PLAYS.search(str(who.doc[who.left_edge.i : who.i + 1].text)) is not None


def _by_onlookers(head: Token) -> bool:
    for verb in (head, *head.ancestors):
        told = verb.dep_ in ("ccomp", "xcomp", "parataxis")
        above = verb.head if told else verb
        who = next((c for c in above.children if c.dep_ == "nsubj"), None)
        if who is not None and who.lower_ in _ONLOOKERS:
            return told or verb is head
        if verb.dep_ == "ROOT":
            break
    return False
