"""Coordination: each deed of a list on its own, where the parser joined it and where it lost its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from comity.extract.rows import (
    TAGS,
    Part,
    adrift,
    before_joiner,
    before_telling,
    clauses_of,
    cut,
    first_with,
    listed_deeds,
    run_on,
    same_subject,
)
from comity.reading.syntax import astray, extent, word

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Part", "coordinated", "each_thing", "first_with", "in_row"]

# "appreciation for X and commitment to Y": what is joined is not a second X, but another thing expressed.
_STANCES = frozenset(
    {"commitment", "support", "concern", "need", "readiness", "resolve", "desire", "intention", "hope", "importance"}
)


def _rest(verb: Token, thing: Token) -> int:
    """The last word of the prepositional phrases that follow an object ("support to Australia in its ...")."""
    ends = [c.right_edge.i for c in verb.children if c.i > thing.i and c.dep_ in ("prep", "dative")]
    stops = [c.left_edge.i for c in verb.children if c.i > thing.i and c.dep_ in ("conj", "advcl", "cc")]
    return max((e for e in ends if not stops or e < min(stops)), default=thing.i)


def coordinated(shape: str, head: Token, verb: Token | None) -> Iterator[Part]:
    """The head and what is joined to it by "and", each with its own words."""
    what = shape.rsplit(maxsplit=1)[-1]
    joined = [head]
    if what in ("DO", "DOING", "CLAUSE"):
        joined += [c for c in _joined_verbs(head) if c.i > head.i]
    begun: tuple[int, bool] | None = None
    for number, one in enumerate(joined):
        first, last = _stretch(shape, one, joined[number + 1 :], verb)
        if number:
            first = _after_joiner(one, first)
        begun = begun or (first, number > 0)
        if what in TAGS and last <= one.i and number + 1 < len(joined):
            continue  # "to widen and deepen X" is one deed
        goes_on = number + 1 < len(joined)
        told = list(listed_deeds(Part(shape, one, begun[0], max(last, begun[0]), second=begun[1]), what, row=goes_on))
        more = [] if goes_on else list(run_on(told[-1], what))
        yield from (*told, *more)
        begun = None


def _stretch(shape: str, one: Token, after: Sequence[Token], verb: Token | None) -> tuple[int, int]:
    """The first and last word of one governed thing, without those joined to it."""
    what = shape.rsplit(maxsplit=1)[-1]
    later = [c for c in after if one.left_edge.i <= c.i <= one.right_edge.i]
    if what == "WHAT" and verb is not None:
        later += [c for c in one.conjuncts if c.i > one.i and word(c) in _STANCES]
    later += [c for c in one.subtree if astray(c)]
    first, last = extent(one, without=later)
    if what == "WHAT" and verb is not None and len(shape.split()) == 1:
        last = max(last, _rest(verb, one))
    if what == "DO":
        marks = [c.i for c in one.children if c.lower_ == "to" and c.dep_ == "aux"]
        first = max(first, marks[0] + 1) if marks else first
    while one.doc[first].is_space and first < one.i:
        first += 1  # a blank where a "(a)" stood
    if one.dep_ == "amod":  # "on continuing working-level consultations", read as an adjective
        last = max(last, extent(one.head)[1])
    return first, before_telling(one, last)


def each_thing(part: Part) -> Iterator[Part]:
    """The things of a list, "the opening of X, a plan for Y": those with an article of their own; clauses, too."""
    if part.shape.endswith("CLAUSE"):
        yield from cut(part, [*clauses_of(part), *same_subject(part)])
        return
    own = [c for c in part.head.conjuncts if part.head.i < c.i <= c.right_edge.i <= part.last and _has_article(c)]
    if not part.shape.endswith("WHAT") or not own:
        yield part
        return
    starts = [part.first, *(c.left_edge.i for c in own)]
    for number, (head, first) in enumerate(zip((part.head, *own), starts, strict=True)):
        last = before_joiner(head.doc[starts[number + 1]]) if number + 1 < len(starts) else part.last
        if first <= last:
            yield replace(part, head=head, first=first, last=last, second=part.second or number > 0)


def _has_article(noun: Token) -> bool:
    return any(c.dep_ in ("det", "poss", "nummod") and c.i < noun.i for c in noun.children)


def in_row(part: Part) -> Iterator[Part]:
    """`will continue to end X, build Y and train Z`: the deeds of the row that an infinitive under a promise opens."""
    doc = part.head.doc
    lasting = word(part.head) in ("continue", "work", "seek", "strive", "aim")
    row = lasting and any(t.tag_ == "VB" and doc[t.i - 1].lower_ == "to" for t in doc[part.first + 1 : part.last + 1])
    if not row:
        yield part
        return
    told = list(listed_deeds(part, "DO"))
    yield from (*told, *run_on(told[-1], "DO"))


def _joined_verbs(head: Token) -> Iterator[Token]:
    above = [c for c in head.head.children if c.i > head.i and adrift(c)] if head.dep_ in ("xcomp", "acl") else []
    for child in (*head.children, *above):
        joined = child.dep_ == "conj" and child.tag_[:2] == "VB"
        alike = child.tag_ == head.tag_ or head.tag_ not in ("VB", "VBG")
        own = any(g.dep_ in ("nsubj", "nsubjpass") for g in child.children)
        # In a clause ("agreed that a drill would help and …") the same subject goes on with the same deed.
        if joined and alike and (own == (head.dep_ == "ccomp") or child in above):
            yield child
            yield from _joined_verbs(child)


def _after_joiner(head: Token, first: int) -> int:
    doc = head.doc
    while first < head.i and (
        doc[first].dep_ in ("cc", "punct") or doc[first].lower_ in ("and", "as", "well", "to", ",")
    ):
        first += 1
    return first
