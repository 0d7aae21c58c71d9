"""What something is called or said to be, and which stance that word takes: a milestone, a breach, a threat."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from comity.extract.coordination import Part
from comity.extract.frames import Match
from comity.reading.syntax import word

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["clause_stance", "verdict"]

_GOOD = frozenset(
    {
        "milestone",
        "success",
        "step",
        "model",
        "landmark",
        "breakthrough",
        "cornerstone",
        "pillar",
        "bedrock",
        "basis",
        "asset",
    }
    | {"priority", "essential", "vital", "crucial", "indispensable", "key", "invaluable", "beneficial", "necessary"}
    | {"timely", "welcome", "encouraging", "useful", "constructive", "productive", "fruitful", "promising", "positive"}
    | {"legitimate", "justified", "right", "fair", "exemplary", "remarkable", "impressive", "excellent", "important"}
    | {"valuable", "reliable", "trusted", "historic", "factor", "guarantor", "bulwark", "partner", "ally", "friend"}
    | {"credible", "realistic", "significant", "strategic", "successful", "outstanding", "helpful", "imperative"}
    | {"paramount", "common", "opportunity", "contribution", "sound", "balanced", "solid", "strong", "close", "dynamic"}
    | {"satisfactory", "exceptional", "favourable", "favorable", "overdue", "overriding", "ideal", "steadfast"}
)
_BAD = frozenset(
    {"unacceptable", "unlawful", "illegal", "illegitimate", "unjustified", "unjustifiable", "unjust", "unfair", "null"}
    | {"void", "wrong", "baseless", "groundless", "unfounded", "inadmissible", "intolerable", "irresponsible", "biased"}
    | {"discriminatory", "counterproductive", "provocative", "provocation", "obstacle", "mistake", "interference"}
    | {"unwarranted", "unhelpful", "inappropriate", "pretext", "impermissible", "chauvinism", "unilateral", "invalid"}
    | {"alley", "sham", "farce", "nonsense", "untenable", "unworkable", "erroneous", "arbitrary", "disproportionate"}
)
_CONDEMNED = frozenset(
    {
        "breach",
        "violation",
        "aggression",
        "crime",
        "crimes",
        "terrorism",
        "terrorist",
        "genocide",
        "atrocity",
        "massacre",
    }
    | {"barbaric", "heinous", "abhorrent", "deplorable", "despicable", "cowardly", "reprehensible", "outrageous"}
    | {"shameful", "disgrace", "disgraceful", "inhuman", "inhumane", "ethnic", "escalation", "violations", "piracy"}
)
_FEARED = frozenset(
    {"threat", "danger", "dangerous", "menace", "alarming", "worrying", "worrisome", "concerning", "disturbing"}
    | {"regrettable", "unfortunate", "destabilising", "destabilizing", "catastrophic", "catastrophe", "dire", "risk"}
    | {"troubling", "tragic", "tragedy", "disappointing", "insufficient", "risky", "instability", "unrest"}
)
_STANCES = (("condemns", _CONDEMNED), ("opposes", _BAD), ("concerned", _FEARED), ("acknowledges", _GOOD))
_FIRST_WORDS = 8
"""How much of what something is called is looked at: the word that judges comes early."""
_NOT = frozenset({"not", "n't", "no", "neither", "nor", "hardly", "never"})


def verdict(match: Match, part: Part) -> str | None:
    """The stance in what something is called ("described the deal *as a milestone*"); None where nothing is judged."""
    for token in _said_of(match.head, part.head):
        words = [word(t) for t in token.subtree][:_FIRST_WORDS]
        if _NOT & set(words):
            return None
        found = (stance for w in words for stance, kind in _STANCES if w in kind)
        named = next(found, None)
        if named is not None:
            return named
    return None


def _said_of(verb: Token, held: Token) -> Iterator[Token]:
    """What stands for the judgement: "called it *a breach*", "described it *as a step*", "found it *to be timely*"."""
    for child in (*verb.children, *(c for c in held.children if held.i > verb.i)):
        if child.i <= verb.i:
            continue
        if child.dep_ in ("oprd", "acomp", "attr") or (child.lower_ == "as" and child.dep_ == "prep"):
            yield child
        elif child.dep_ in ("ccomp", "xcomp", "advcl") and child.tag_ != "VBG":
            yield from (c for c in child.children if c.dep_ in ("attr", "acomp", "prep"))
            if child.tag_.startswith(("NN", "JJ")):
                yield child
    if held.right_edge.tag_ == "JJ" and held.right_edge.i > held.i:
        yield held.right_edge  # "called the tariffs of X unacceptable", read as the end of the name


_IS = (
    r"(?:is|are|was|were|be|been|remains?|remained|poses?|posed|represents?|constitutes?|presents?|becom\w+)\s+"
    r"(?:(?!(?:about|under|to|with|from|of|against|in|that|by)\b)[\w’'-]+\s+){0,5}?"
)
_FEAR = re.compile(
    rf"\b{_IS}(?:threats?|danger\w*|menace|alarming|worrying|worrisome|troubling|destabili[sz]ing|grave concern"
    r"|increasingly severe|deteriorating|worsening|catastroph\w+|dire)\b",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"\b(?:(?:can|could|must|should)\s?not be (?:condoned|tolerated|accepted|excused|justified|allowed)"
    r"|unacceptable|violates?)\b"
    rf"|\b{_IS}(?:red line|unlawful|illegal|illegitimate|inadmissible|intolerable|null and void|unjustified"
    r"|violations?|breach|counterproductive)\b"
    r"|\bha(?:s|ve|d) no place\b|\bruns? counter to\b",
    re.IGNORECASE,
)


def clause_stance(topic: str, told: str) -> str:
    """The stance of `stressed that X is a threat`: what is said to be so tells more than the verb of saying."""
    if told not in ("supports", "reaffirms", "acknowledges"):
        return told
    if _REFUSED.search(topic):
        return "opposes"
    return "concerned" if _FEAR.search(topic) else told
