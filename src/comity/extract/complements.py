"""What a trigger governs: infinitives, gerunds, clauses and objects, by the rule's first shape that is there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from comity.extract.coordination import Part, coordinated, first_with
from comity.reading.syntax import word

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Part", "is_passive", "parts_of"]

# Nouns of set phrases: "on behalf of", "with a view to".
_PHRASES = frozenset(
    {"behalf", "view", "accordance", "regard", "respect", "aim", "sidelines", "margins", "occasion", "terms"}
)


_BEHIND = frozenset({"xcomp", "acl", "advcl", "ccomp", "relcl", "conj", "appos", "pcomp", "dep", "pobj", "amod"})


def is_passive(verb: Token) -> bool:
    """Whether a verb is in the passive."""
    told = {c.dep_ for c in verb.children}
    return bool(told & {"nsubjpass", "auxpass"}) or ("agent" in told and not (verb.tag_ == "VBD" and "nsubj" in told))


def parts_of(takes: Iterable[str], anchor: Token, verb: Token) -> Iterator[Part]:
    """What the trigger governs, by the rule's first shape that is there."""
    for shape in takes:
        heads = list(_heads(shape, anchor, verb))
        if heads:
            for head in heads:
                thanks = anchor.i == verb.i and len(shape.split()) > 1  # "thanked it for its help and support"
                yield from coordinated(shape, head, None if thanks else verb)
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


def _infinitives(preps: list[str], anchor: Token, verb: Token) -> Iterator[Token]:
    if len(preps) > 1 and not any(c.lower_ in preps[0].split("|") for c in _openers(verb)):
        return  # "called ON Russia to ..."
    follows = _next(anchor)
    if follows is not None and follows.lower_ == "to":
        head = first_with("VB", follows)
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
    if len(preps) > 1 and "on" in preps[0].split(
        "|"
    ):  # "calls on the leaders of all the groups involved to lay down arms"
        deeper = (t for t in verb.subtree if t.i > verb.i and t.tag_ == "VB" and t.dep_ in ("advcl", "xcomp", "acl"))
        yield from [t for t in deeper if any(g.lower_ == "to" and g.dep_ == "aux" for g in t.children)][:1]


def _openers(verb: Token) -> Iterator[Token]:
    """The words that open what a verb governs: its prepositions, and the "for" of "called for Kenya to act"."""
    for child in verb.children:
        yield child
        if child.dep_ in _BEHIND and child.i > verb.i:
            yield from (g for g in child.children if g.dep_ == "mark")


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
    head = first_with("VBG", follows) if follows is not None and follows.lower_ in words else None
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
                    if (
                        grandchild.tag_ == "VBG"
                        and grandchild.dep_ in ("pcomp", "pobj")
                        and word(grandchild) != "keeping"
                    ):
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
                promised = child.dep_ == "ccomp" and any(g.lower_ in ("will", "would") for g in child.children)
                if marked or promised or (child.dep_ == "ccomp" and not preps):
                    yield child
                    return


def _objects(preps: list[str], anchor: Token, verb: Token) -> Iterator[Token]:
    if not preps:
        if is_passive(verb):
            yield from (c for c in verb.children if c.dep_ == "nsubjpass")
        else:
            holder = verb if anchor.dep_ == "pobj" else anchor  # "noted with satisfaction the progress"
            found = [c for c in holder.children if c.dep_ in ("dobj", "attr", "dative") and c.i > anchor.i]
            found = found or _before_it(anchor, verb)
            found = found or [c for c in anchor.children if c.dep_ == "appos" and c.left_edge.i == anchor.i + 1]
            given = [c for c in found if c.dep_ != "dative"]
            found = given or found  # "promised Kenya two boats": what is given, not to whom
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
                    yield from _fallen_out(found, verb)
                if any(g.dep_ in ("pobj", "pcomp") and g.lower_ not in _PHRASES for g in child.children):
                    again = (
                        c for c in holder.children if c.i > child.i and c.dep_ == "conj" and c.lower_ == child.lower_
                    )
                    yield from (g for c in again for g in c.children if g.dep_ == "pobj")  # "with A and with B"
                    return
                if child.dep_ == "prt":  # "will call on Mr X", read as a phrasal verb
                    yield from (
                        c
                        for c in verb.children
                        if c.dep_ in ("dobj", "oprd", "attr") and c.i == c.left_edge.i == child.i + 1
                    )
    yield from _behind_whom(words, anchor)


def _before_it(anchor: Token, verb: Token) -> list[Token]:
    """`viewed the attacks with concern`: the object that stands before the words that tell how."""
    return [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i] if anchor.dep_ == "pobj" else []


def _behind_whom(words: list[str], anchor: Token) -> Iterator[Token]:
    """`thanked the Minister for X`, `extended thanks to Japan for X`, where the parser hung "for" on the name."""
    whom = [c for c in anchor.children if c.dep_ in ("dobj", "dative") and c.i > anchor.i]
    whom += [g for c in anchor.children if c.lower_ == "to" for g in c.children if g.dep_ == "pobj"]
    for name in (w for w in whom if anchor.tag_.startswith("VB") or w.tag_.startswith("NNP")):
        for child in name.children:
            if child.dep_ == "prep" and child.lower_ in words and child.lower_ == "for":
                yield from (g for g in child.children if g.dep_ in ("pobj", "pcomp"))


def _fallen_out(found: list[Token], verb: Token) -> Iterator[Token]:
    """`agreed on the signing of X, the opening of Y`: the later things, which the parser hung on the verb."""
    for thing in verb.children:
        if found and thing.dep_ in ("npadvmod", "appos", "dobj") and thing.i > found[0].right_edge.i:
            opens = {"the", "a", "an"} & {c.lower_ for c in thing.children}
            goes_on = any(c.lower_ in ("of", "for") for c in thing.children)
            if opens and goes_on and thing.doc[thing.left_edge.i - 1].text == ",":
                yield thing


_FINDERS: Mapping[str, Callable[..., Iterator[Token]]] = {
    "DO": _infinitives,
    "DOING": _gerunds,
    "CLAUSE": _clauses,
    "WHAT": _objects,
    "WHOM": _objects,
    "PLACE": _objects,
}
