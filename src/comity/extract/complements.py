"""What a trigger governs: infinitives, gerunds, clauses and objects, each action of a list on its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from comity.reading.syntax import extent, word

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Part", "is_passive", "parts_of"]

# Nouns of set phrases: "on behalf of", "with a view to".
_PHRASES = frozenset(
    {"behalf", "view", "accordance", "regard", "respect", "aim", "sidelines", "margins", "occasion", "terms"}
)


# "appreciation for X and commitment to Y": what is joined is not a second X, but another thing expressed.
_STANCES = frozenset(
    {"commitment", "support", "concern", "need", "readiness", "resolve", "desire", "intention", "hope"}
)
# "welcomed the talks, expressing hope ...": a stance told in a participle is not part of what stands before it.
_TELLING = frozenset(
    {"expressing", "reaffirming", "reiterating", "affirming", "welcoming", "noting", "recognizing", "recognising"}
    | {"acknowledging", "highlighting", "emphasizing", "emphasising", "underscoring", "underlining", "stressing"}
    | {"condemning", "commending", "appreciating", "voicing", "conveying", "praising", "urging", "reflecting"}
)
_BEHIND = frozenset({"xcomp", "acl", "advcl", "ccomp", "relcl", "conj", "appos", "pcomp", "dep", "pobj", "amod"})


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a trigger governs: its head word and its first and last token."""

    shape: str
    head: Token
    first: int
    last: int
    second: bool = False


def is_passive(verb: Token) -> bool:
    """Whether a verb is in the passive."""
    return any(c.dep_ in ("nsubjpass", "auxpass", "agent") for c in verb.children)


def parts_of(takes: Iterable[str], anchor: Token, verb: Token) -> Iterator[Part]:
    """What the trigger governs, by the first shape of the rule that stands there."""
    for shape in takes:
        heads = list(_heads(shape, anchor, verb))
        if heads:
            for head in heads:
                thanks = anchor.i == verb.i and len(shape.split()) > 1  # "thanked it for its help and support"
                yield from _coordinated(shape, head, None if thanks else verb)
            return


def _heads(shape: str, anchor: Token, verb: Token) -> Iterator[Token]:
    *preps, what = shape.split()
    find = _FINDERS[what]
    seen: set[int] = set()
    for head in find(preps, anchor, verb):
        if (head.i not in seen and head.i > min(anchor.i, verb.i)) or (what in ("WHAT", "WHOM") and not preps):
            seen.add(head.i)
            yield head


def _next(anchor: Token) -> Token | None:
    """The next word behind the anchor, adverbs and particles passed over."""
    doc, at = anchor.doc, anchor.i + 1
    while (
        at < len(doc)
        and (doc[at].tag_ in ("RB", "RBR", "RP") or doc[at].lower_ in ("also", ","))
        and doc[at].lower_ not in ("upon", "on", "to")
    ):
        at += 1
    return doc[at] if at < len(doc) else None


def _first_with(tag: str, start: Token) -> Token | None:
    doc = start.doc
    for at in range(start.i + 1, min(start.i + 4, len(doc))):
        if doc[at].tag_ == tag:
            return doc[at]
        if not doc[at].tag_.startswith("RB"):
            return None
    return None


def _infinitives(preps: list[str], anchor: Token, verb: Token) -> Iterator[Token]:
    if len(preps) > 1 and not any(c.lower_ in preps[0].split("|") for c in verb.children):
        return  # "called ON Russia to ..."
    follows = _next(anchor)
    if follows is not None and follows.lower_ == "to":
        head = _first_with("VB", follows)
        if head is not None:
            yield head
            return
    for holder in (anchor, verb) if anchor.i != verb.i else (anchor,):
        for child in holder.children:
            if (
                child.i > anchor.i
                and child.dep_ in _BEHIND
                and any(g.lower_ == "to" and g.dep_ == "aux" for g in child.children)
            ):
                yield child
                return


def _gerunds(preps: list[str], anchor: Token, verb: Token) -> Iterator[Token]:
    if preps == ["WHOM"]:  # "welcomed Kenya joining ..."
        yield from (c for c in anchor.children if c.dep_ == "ccomp" and c.tag_ == "VBG" and c.left_edge.i > anchor.i)
        return
    follows = _next(anchor)
    if not preps:
        if follows is not None and follows.tag_ == "VBG":
            yield follows
        return
    words = preps[0].split("|")
    head = _first_with("VBG", follows) if follows is not None and follows.lower_ in words else None
    if follows is not None and head is not None:
        yield head
        yield from (g for c in follows.conjuncts for g in c.children if g.tag_ == "VBG" and g.dep_ == "pcomp")
        return
    yield from _gerunds_behind(words, anchor, verb)


def _gerunds_behind(words: list[str], anchor: Token, verb: Token) -> Iterator[Token]:
    """Those that the parser hung, behind a preposition, on the noun or on the verb above it."""
    for holder in (anchor, verb) if anchor.i != verb.i else (anchor,):
        for child in holder.children:
            if child.i > anchor.i and child.lower_ in words:
                for grandchild in child.children:
                    if grandchild.tag_ == "VBG" and grandchild.dep_ in ("pcomp", "pobj"):
                        yield grandchild
                        return


def _clauses(preps: list[str], anchor: Token, verb: Token) -> Iterator[Token]:
    things = [
        c
        for c in verb.children
        if c.dep_ == "dobj" and c.lower_ in ("view", "hope", "belief", "expectation", "desire", "understanding")
    ]
    for holder in dict.fromkeys((verb, anchor, *things)):
        for child in holder.children:
            if child.i > anchor.i and child.dep_ in ("ccomp", "acl", "advcl", "relcl"):
                marked = child.left_edge.lower_ == "that" or any(g.lower_ == "that" for g in child.children)
                if marked or (child.dep_ == "ccomp" and not preps):
                    yield child
                    return


def _objects(preps: list[str], anchor: Token, verb: Token) -> Iterator[Token]:
    if not preps:
        if is_passive(verb):
            yield from (c for c in verb.children if c.dep_ == "nsubjpass")
        else:
            holder = verb if anchor.dep_ == "pobj" else anchor  # "noted with satisfaction the progress"
            found = [c for c in holder.children if c.dep_ in ("dobj", "attr", "dative") and c.i > anchor.i]
            follows = _next(anchor)
            if not found and follows is not None and follows.tag_ in ("NNP", "NNPS") and anchor.tag_.startswith("VB"):
                found = [follows]  # "visited Paraguay, Panama and El Salvador", where the parser gave up
            yield from found
        return
    words = preps[-1].split("|")
    for holder in (anchor, verb) if anchor.i != verb.i else (anchor,):
        for child in holder.children:
            if (
                child.i > min(anchor.i, verb.i)
                and child.lower_ in words
                and child.dep_ in ("prep", "agent", "prt", "dative")
            ):
                for prep in (child, *child.conjuncts):
                    found = [
                        g
                        for g in prep.children
                        if g.dep_ in ("pobj", "pcomp") and g.lower_ not in _PHRASES and g.i != anchor.i
                    ]
                    yield from found
                if any(g.dep_ in ("pobj", "pcomp") and g.lower_ not in _PHRASES for g in child.children):
                    return
    yield from _behind_whom(words, anchor)


def _behind_whom(words: list[str], anchor: Token) -> Iterator[Token]:
    """`thanked the Minister for X`, `extended thanks to Japan for X`, where the parser hung "for" on the name."""
    whom = [c for c in anchor.children if c.dep_ in ("dobj", "dative") and c.i > anchor.i]
    whom += [g for c in anchor.children if c.lower_ == "to" for g in c.children if g.dep_ == "pobj"]
    for name in (w for w in whom if anchor.tag_.startswith("VB") or w.tag_.startswith("NNP")):
        for child in name.children:
            if child.dep_ == "prep" and child.lower_ in words and child.lower_ == "for":
                yield from (g for g in child.children if g.dep_ in ("pobj", "pcomp"))


def _rest(verb: Token, thing: Token) -> int:
    """The last word of the prepositional phrases that follow an object ("support to Australia in its ...")."""
    ends = [c.right_edge.i for c in verb.children if c.i > thing.i and c.dep_ in ("prep", "dative")]
    stops = [c.left_edge.i for c in verb.children if c.i > thing.i and c.dep_ in ("conj", "advcl", "cc")]
    return max((e for e in ends if not stops or e < min(stops)), default=thing.i)


def _coordinated(shape: str, head: Token, verb: Token | None) -> Iterator[Part]:
    """The head and what is joined to it by "and", each with its own words."""
    what = shape.rsplit(maxsplit=1)[-1]
    joined = [head]
    if what in ("DO", "DOING", "CLAUSE"):
        joined += [c for c in _joined_verbs(head) if c.i > head.i]
    for number, one in enumerate(joined):
        later = [c for c in joined[number + 1 :] if one.left_edge.i <= c.i <= one.right_edge.i]
        if what == "WHAT" and verb is not None:
            later += [c for c in one.conjuncts if c.i > one.i and word(c) in _STANCES]
        first, last = extent(one, without=later)
        if what == "WHAT" and verb is not None and len(shape.split()) == 1:
            last = max(last, _rest(verb, one))
        if what == "DO":
            marks = [c.i for c in one.children if c.lower_ == "to" and c.dep_ == "aux"]
            first = max(first, marks[0] + 1) if marks else first
        if one.dep_ == "amod":  # "on continuing working-level consultations", read as an adjective
            last = max(last, extent(one.head)[1])
        if number:
            first = _after_joiner(one, first)
        last = _before_telling(one, last)
        yield from _listed(Part(shape, one, first, max(last, first), second=number > 0), what)


def _listed(part: Part, what: str) -> Iterator[Part]:
    """Cuts a list whose marks are repeated: "to A, to B and to C", "on A-ing and on B-ing"."""
    doc, cuts = part.head.doc, []
    if what in ("DO", "DOING"):
        tag = "VB" if what == "DO" else "VBG"
        marks = ("to",) if what == "DO" else ("on", "to", "in", "upon")
        for at in range(part.head.i + 2, part.last - 1):
            verb = _first_with(tag, doc[at])
            if doc[at].lower_ in marks and verb is not None and doc[at - 1].lower_ in (",", ";", "and", "&"):
                cuts.append((at, verb))
    begin, head, second = part.first, part.head, part.second
    for at, verb in cuts:
        yield Part(part.shape, head, begin, _before_joiner(doc[at]), second)
        begin, head, second = at + 1, verb, True
    yield Part(part.shape, head, begin, part.last, second)


def _before_telling(head: Token, last: int) -> int:
    for at in range(head.i + 2, last + 1):
        token = head.doc[at]
        if token.lower_ in _TELLING and token.tag_ == "VBG" and head.doc[at - 1].lower_ in (",", ";", "and", "while"):
            return _before_joiner(token)
    return last


def _before_joiner(token: Token) -> int:
    at = token.i - 1
    while at > 0 and (token.doc[at].lower_ in ("and", ",", ";", "&", "further", "also", "while")):
        at -= 1
    return at


def _joined_verbs(head: Token) -> Iterator[Token]:
    for child in head.children:
        joined = child.dep_ == "conj" and child.tag_[:2] == "VB"
        alike = child.tag_ == head.tag_ or head.tag_ not in ("VB", "VBG")
        own = any(g.dep_ in ("nsubj", "nsubjpass") for g in child.children)
        # In a clause ("agreed that a drill would help and …") the same subject goes on with the same deed.
        if joined and alike and own == (head.dep_ == "ccomp"):
            yield child
            yield from _joined_verbs(child)


def _after_joiner(head: Token, first: int) -> int:
    doc = head.doc
    while first < head.i and (
        doc[first].dep_ in ("cc", "punct") or doc[first].lower_ in ("and", "as", "well", "to", ",")
    ):
        first += 1
    return first


_FINDERS: Mapping[str, Callable[..., Iterator[Token]]] = {
    "DO": _infinitives,
    "DOING": _gerunds,
    "CLAUSE": _clauses,
    "WHAT": _objects,
    "WHOM": _objects,
    "PLACE": _objects,
}
