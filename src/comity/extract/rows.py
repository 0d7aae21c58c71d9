"""Rows of deeds: where one ends and the next begins, also where the parser hung it on another verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from comity.reading.syntax import extent, word

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = [
    "TAGS",
    "Part",
    "adrift",
    "before_joiner",
    "before_telling",
    "clauses_of",
    "cut",
    "first_with",
    "listed_deeds",
    "run_on",
    "same_subject",
]

_JOINERS = frozenset({"and", ",", ";", "&", "or"})
TAGS = {"DO": "VB", "DOING": "VBG"}
# "welcomed the talks, expressing hope ...": a stance told in a participle is not part of what stands before it.
_TELLING = frozenset(
    {"expressing", "reaffirming", "reiterating", "affirming", "welcoming", "noting", "recognizing", "recognising"}
    | {"acknowledging", "highlighting", "emphasizing", "emphasising", "underscoring", "underlining", "stressing"}
    | {"condemning", "commending", "appreciating", "voicing", "conveying", "praising", "urging", "reflecting"}
)

_TOLD = frozenset(
    {"reaffirmed", "reiterated", "welcomed", "expressed", "underscored", "underlined", "emphasized", "emphasised"}
    | {"condemned", "stressed", "highlighted", "commended", "thanked", "affirmed", "voiced"}
)
# Verbs that the parser takes for nouns in a row: "to seize chances, advance reforms, and support crews".
_ALSO_NOUNS = frozenset(
    {"advance", "support", "foster", "address", "increase", "counter", "interdict", "respect", "boost", "combat"}
    | {"protect", "promote", "deepen", "defend", "deter", "champion", "host", "fund", "train", "uphold"}
)
_SIDES = frozenset(
    {"they", "we", "sides", "parties", "countries", "nations", "states", "governments", "ministers", "ministries"}
    | {"navies", "armies", "forces", "leaders", "presidents", "delegations", "teams", "experts", "officials"}
)
# "We call on all to stop and urge them to talk": said by the speaker, no deed of the list.
_STANDING = frozenset(
    {"urge", "call", "reaffirm", "reiterate", "welcome", "express", "condemn", "affirm", "stress", "note", "thank"}
    | {"commend", "recognize", "recognise", "acknowledge", "underline", "underscore", "emphasize", "emphasise", "look"}
    | {"agree", "invite", "request", "encourage", "hope", "believe", "remain", "stand", "be", "include", "regret"}
    | {"reject", "oppose", "applaud", "honor", "honour", "mourn", "congratulate", "appreciate", "remember", "thank"}
)


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a trigger governs: its head word and its first and last token."""

    shape: str
    head: Token
    first: int
    last: int
    second: bool = False


def first_with(tag: str, start: Token) -> Token | None:
    """The next word if it has this tag; adverbs between, and blanks where a "(b)" stood, are passed over."""
    doc = start.doc
    for at in range(start.i + 1, min(start.i + 5, len(doc))):
        if doc[at].tag_ == tag:
            return doc[at]
        if not (doc[at].tag_.startswith("RB") or doc[at].is_space):
            return None
    return None


def _deed_behind(tag: str, start: Token) -> Token | None:
    """The next verb with this tag, or the word that must be one, though the parser took it for a noun."""
    verb = first_with(tag, start)
    if verb is not None or tag != "VB" or start.i + 2 >= len(start.doc):
        return verb
    likely, object_ = start.nbor(1), start.nbor(2)
    taken = likely.lower_ in _ALSO_NOUNS and likely.tag_ in ("NN", "JJ", "VBP", "NNP")
    return likely if taken and object_.tag_[:2] in ("DT", "PR", "JJ", "NN", "CD") else None


def before_telling(head: Token, last: int) -> int:
    """The last word before a stance that is told in passing ("..., expressing hope that")."""
    for at in range(head.i + 2, last + 1):
        token = head.doc[at]
        if token.lower_ in _TELLING and token.tag_ == "VBG" and head.doc[at - 1].lower_ in (",", ";", "and", "while"):
            return before_joiner(token)
        if token.lower_ in _TOLD and token.tag_ == "VBD" and head.doc[at - 1].lower_ == "and":
            return before_joiner(token)
    return last


def run_on(part: Part, what: str) -> Iterator[Part]:
    """The deeds behind a list's end, which the parser hung on the main verb: "..., B, and to C"."""
    if what not in TAGS:
        return
    doc, shape = part.head.doc, part.shape
    inner = any(t.tag_ == "VB" and doc[t.i - 1].lower_ == "to" for t in doc[part.first + 1 : part.last + 1])
    tags = ["VB"] if what == "DO" else ["VBG", *(["VB"] if inner else [])]
    root = part.head.sent.root
    if "VB" in tags and (root.tag_ != "VBP" or root.lower_ in ("are", "have")):
        tags.append("VBP")  # "are committed to end X, work on Y and ensure Z"
    begin = _after_joiners(doc, part.last + 1)
    while begin is not None:
        verb = _next_deed(doc, begin, tags)
        if verb is None:
            return
        later = [c for c in verb.children if c.dep_ == "conj" and c.i > verb.i and c.tag_.startswith("VB")]
        _, last = extent(verb.head if verb.dep_ in ("compound", "amod", "nmod") else verb, without=later)
        last = before_telling(verb, max(last, verb.i))
        begin = begin + 1 if doc[begin].lower_ in ("to", "on", "in", "upon") else begin
        tail = Part(shape, verb, begin, last, second=True)
        yield from cut(tail, _series(tail, verb.tag_ if verb.tag_ in ("VB", "VBG") else "VB", row=True))
        begin = _after_joiners(doc, last + 1)


def _after_joiners(doc: Doc, at: int) -> int | None:
    """The word behind a comma or an "and"; none where neither stands there."""
    first = at
    while at < len(doc) and (doc[at].lower_ in _JOINERS or doc[at].is_space):
        at += 1
    return at if first < at < len(doc) else None


def _next_deed(doc: Doc, at: int, tags: Sequence[str]) -> Token | None:
    """The verb that goes on with a list from this place, if it has neither a subject nor a modal of its own."""
    bare = doc[at].lower_ not in ("to", "on", "in", "upon")
    verb = next((v for tag in tags if (v := _deed_behind(tag, doc[at - 1] if bare else doc[at])) is not None), None)
    if verb is None or verb.i + 1 >= len(doc) or word(verb) in _STANDING:
        return None
    own = [c for c in verb.children if c.i < verb.i and (c.dep_ in ("nsubj", "nsubjpass") or c.tag_ == "MD")]
    if own or (verb.tag_ == "VBG" and bare and (doc[at - 1].lower_ != "and" or verb.lower_ in _TELLING)):
        return None  # "..., paving the way for X" is no deed of the list
    if doc[at].lower_ == "to" and verb.tag_ == "VB":
        return verb if doc[at - 1].lower_ in ("and", ";", ",") else None
    return verb


def listed_deeds(part: Part, what: str, *, row: bool = False) -> Iterator[Part]:
    """Cuts a list of deeds: "to A, to B and to C", "on A-ing and on B-ing", "A, B and C" under one verb.

    In a `row`, of which more deeds follow, one verb behind a comma is enough.
    """
    tag = TAGS.get(what)
    found = [] if tag is None else [*_series(part, tag, row=row), *_marked(part, what, tag, row=row)]
    if what == "DOING" and not found:
        found = list(_series(part, "VB"))  # "working with you to fight X, protect Y and widen Z"
    yield from cut(part, found)


def cut(part: Part, found: Sequence[tuple[int, Token]]) -> Iterator[Part]:
    """The part cut before each of these deeds, given with the places of their joiners or marks."""
    doc = part.head.doc
    cuts = sorted({verb.i: (at, verb) for at, verb in found}.items())
    begin, head, second = part.first, part.head, part.second
    for _, (at, verb) in cuts:
        yield Part(part.shape, head, begin, before_joiner(doc[at]), second)
        begin, head, second = at + 1, verb, True
    yield Part(part.shape, head, begin, part.last, second)


def clauses_of(part: Part) -> Iterator[tuple[int, Token]]:
    """The clauses of a row, "that A would ..., that B would ... and that C would ...", each with its "that"."""
    doc = part.head.doc
    for at in range(part.head.i + 2, part.last - 2):
        token = doc[at]
        if token.lower_ == "that" and token.dep_ == "mark" and doc[at - 1].lower_ in _JOINERS:
            yield at - 1, token.head


def same_subject(part: Part) -> Iterator[tuple[int, Token]]:
    """`that both sides should widen X and explore Y`, `will do X and will do Y`: the deeds behind the first."""
    doc, head = part.head.doc, part.head
    if not any(c.tag_ == "MD" for c in head.children) or _is_done(head):
        return
    for at in range(head.i + 2, part.last - 1):
        joiner = doc[at].lower_ in ("and", ",", ";")
        verb = first_with("VB", doc[at + 1] if doc[at + 1].tag_ == "MD" else doc[at]) if joiner else None
        if verb is None or verb.i > part.last or doc[at - 1].tag_[:2] == "VB" or word(verb) in _STANDING:
            continue
        if any(c.dep_ in ("nsubj", "nsubjpass", "auxpass") for c in verb.children):
            continue
        if doc[at + 1].tag_ == "MD":
            yield at + 1, verb
        elif verb.dep_ == "conj" and verb.head in (head, *head.conjuncts) and _acts(head):
            yield at, verb


def _acts(verb: Token) -> bool:
    """Whether those who act are named or counted, and not a thing ("the drill would help both and ease ...")."""
    who = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    return who is not None and (who.tag_.startswith("NNP") or who.lower_ in _SIDES)


def _is_done(verb: Token) -> bool:
    """Whether a verb is told in the passive by its helper or its subject."""
    return any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)


def _marked(part: Part, what: str, tag: str, *, row: bool) -> Iterator[tuple[int, Token]]:
    """The deeds whose mark is repeated, each with the place of its mark."""
    doc, found = part.head.doc, []
    marks = ("to",) if what == "DO" else ("on", "to", "in", "upon")
    for at in range(part.head.i + 2, part.last - 1):
        verb = first_with(tag, doc[at])
        if doc[at].lower_ in marks and verb is not None and doc[at - 1].lower_ in _JOINERS:
            found.append((at, verb))
    if len(found) == 1 and not row and what == "DO" and doc[found[0][0] - 1].text == ",":
        found.clear()  # "to keep up the pressure, to reach these goals": what for, no other deed
    yield from found


def _series(part: Part, tag: str, *, row: bool = False) -> Sequence[tuple[int, Token]]:
    """The deeds of a series of three or more, each with the place of its joiner.

    The parser hangs them on any verb near by; two alone are left as it joins them.
    """
    doc, found = part.head.doc, []
    row = row or (tag == "VB" and any(True for _ in _marked(part, "DO", tag, row=row)))
    for at in range(part.first + 2, part.last):
        if doc[at].text == ":":
            break  # what stands behind a colon only spells the deed out
        verb = _deed_behind(tag, doc[at]) if doc[at].lower_ in _JOINERS else None
        if verb is None or verb.i > part.last or doc[before_joiner(doc[at + 1])].tag_[:2] in ("VB", "IN"):
            continue  # "to plan, build and test X" is one deed, "the use of and trade in" one thing
        if any(c.dep_ in ("nsubj", "nsubjpass") or c.tag_ == "MD" for c in verb.children):
            continue
        found.append((at, verb))
    return found if len(found) > 1 or row else [(at, verb) for at, verb in found if adrift(verb)]


def adrift(verb: Token) -> bool:
    """Whether a bare infinitive was joined to a finite verb: it goes on with the infinitive before it."""
    if verb.dep_ != "conj" or verb.tag_ != "VB" or verb.head.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
        return False
    own = any(c.tag_ == "MD" or c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
    return not own and not any(c.tag_ == "MD" for c in verb.head.children)


def before_joiner(token: Token) -> int:
    """The last word before the commas and "and" that stand before this one."""
    at = token.i - 1
    doc = token.doc
    while at > 0 and (doc[at].is_space or doc[at].lower_ in _JOINERS or doc[at].lower_ in ("further", "also", "while")):
        at -= 1
    return at
