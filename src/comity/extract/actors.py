"""Whom a phrase names: its people and parties, before anything is remembered of the sentences before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from comity.model import Inference
from comity.reading.annotate import PARTY_KINDS
from comity.reading.mentions import PersonMention, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "Actors",
    "because",
    "codes_around",
    "companions",
    "definite",
    "has_both",
    "joined",
    "merge",
    "named_beside",
    "one_for_each",
    "outsiders",
    "own_meeting",
    "party_at",
    "person_at",
    "person_reason",
    "row_of_people",
    "stateless",
    "two_offices",
]


@dataclass(frozen=True, slots=True)
class Actors:
    """The parties (and people) that a phrase stands for, with the reasoning where it was not plain."""

    parties: tuple[str, ...] = ()
    people: tuple[PersonMention, ...] = ()
    inferences: tuple[Inference, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.parties or self.people)


def has_both(head: Token) -> bool:
    """Whether a phrase counts its parties ("the two Ministers")."""
    return any(c.lower_ in ("two", "both", "three", "four", "respective") for c in head.children)


def definite(head: Token) -> bool:
    """Whether a phrase points at something known ("the Minister")."""
    return any(c.lower_ in ("the", "this") for c in head.children)


_OF_PARTIES = frozenset(
    {"state", "states", "government", "governments", "delegation", "delegations", "mission", "missions"}
    | {"diplomacy", "defence", "defense", "staff"}
    | {"countries", "nations", "sides", "parties"}
)
_OF_THEM = frozenset({"both", "two", "three", "four", "all", "these", "those", "their", "our", "respective", "its"})
_ANYBODY = frozenset({"leaders", "members", "parties", "heads", "representatives", "officials", "deputies", "groups"})
_PLAIN = frozenset({"delegation", "government", "state", "administration", "defence", "defense", "ministry"})


def outsiders(head: Token, *, named: bool = False) -> bool:
    """Whether a phrase says whose people it means, and these are no parties.

    By another noun before it ("Cabinet members", "Duma parties") or behind it ("the leaders of the unions");
    with `named`, also by a name behind it that is no party's ("members of the Chamber").
    """
    if head.lower_ in _ANYBODY and any(c.dep_ == "compound" and c.text.casefold() not in _PLAIN for c in head.children):
        return True
    nouns = ("NN", "NNS", "NNP", "NNPS") if named else ("NN", "NNS")
    told = [g for g in _owners(head) if g.tag_ in nouns] if head.lower_ != "ministers" else []
    return bool(told) and all(outsiders(g) or not _of_parties(g) for g in told)


def _of_parties(owner: Token) -> bool:
    return owner.lower_ in _OF_PARTIES or bool(_OF_THEM & {c.lower_ for c in owner.children})


def _owners(head: Token) -> Iterator[Token]:
    """What a phrase hangs on: "the leaders of X" is of X."""
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ == "of" and child.i > head.i:
            yield from (g for g in child.children if g.dep_ == "pobj")


_LED = frozenset({"delegation", "group", "team", "party", "mission"})


def joined(token: Token) -> Iterator[Token]:
    """What stands beside the head: conjuncts, names in apposition, and "along with X"."""
    yield from (c for c in token.conjuncts if c.i > token.i)
    for child in token.children:
        if child.dep_ == "appos":
            yield child
            yield from child.conjuncts
        if child.dep_ == "prep" and child.lower_ == "including":
            yield from (g for g in child.children if g.dep_ == "pobj")
        if child.dep_ == "acl" and child.lower_ in ("led", "headed") and token.lower_ in _LED:
            yield from (g for c in child.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj")
        if (
            child.dep_ == "prep"
            and child.lower_ == "with"
            and child.i > 0
            and child.nbor(-1).lower_ in ("along", "together")
        ):
            for beside in (g for g in child.children if g.dep_ == "pobj"):
                yield from (beside, *(c for c in beside.children if c.dep_ == "appos"))


def row_of_people(first: Token, sentence: Sentence) -> list[Token]:
    """`President A, Chancellor B and Premier C met`: the others of a row, however the parser hung them."""
    row, at, closed = [], first.i, False
    while not closed and _is_named(first.doc[at], sentence):
        after = at + 1
        while after < len(first.doc) and first.doc[after].lower_ in (",", "and"):
            closed = closed or first.doc[after].lower_ == "and"
            after += 1
        if after == at + 1 or after == len(first.doc) or not _is_named(first.doc[after], sentence):
            return []
        row.append(first.doc[after])
        at = after
    return row if closed and len(row) > 1 else []


def _is_named(token: Token, sentence: Sentence) -> bool:
    mention = person_at(sentence, token)
    return mention is not None and mention.person is not None and " " in token.text


def companions(verb: Token) -> Iterator[Token]:
    """`X, along with Y, will attend`: those whom the parser hangs on the verb."""
    for child in verb.children:
        if child.lower_ in ("along", "together", "accompanied"):
            for joiner in child.children:
                if joiner.lower_ in ("with", "by"):
                    yield from (g for g in joiner.children if g.dep_ == "pobj")


def person_at(sentence: Sentence, token: Token) -> PersonMention | None:
    """The person or office whose printed form holds this word."""
    at = sentence.start + token.idx
    return next((m for m in sentence.people if m.start <= at < m.end), None)


def party_at(sentence: Sentence, token: Token) -> str | None:
    """The state or body whose printed name holds this word."""
    at = token.idx
    for hit in sentence.hits:
        if hit.start <= at < hit.end:
            name = hit.reading("state", "body", "service", "demonym", "capital")
            return name.code if name else None
    return None


def codes_around(head: Token, sentence: Sentence) -> Iterator[str]:
    """The states named inside a phrase before its head, and behind it after "of"."""
    start = head.left_edge.idx
    stop = head.idx
    for child in head.children:
        of = child.lower_ in ("of", "from") or (child.lower_ in ("for", "in") and head.lower_ == "ministers")
        if child.dep_ == "prep" and of and child.i > head.i:
            stop = child.right_edge.idx + len(child.right_edge.text)
    if stop == head.idx and head.i + 2 < len(head.doc) and head.nbor().lower_ in ("of", "from"):
        hung = head.nbor()  # "received his counterparts from A and B": the parser hung it on the verb
        if hung.dep_ == "prep" and hung.head.i < head.i:
            stop = hung.right_edge.idx + len(hung.right_edge.text)
    for child in head.children:
        if child.dep_ == "appos" and child.i == head.i + 1 + len(list(child.lefts)):  # "the ship X of the Navy"
            stop = child.right_edge.idx + len(child.right_edge.text)
    for hit in sentence.hits:
        if start <= hit.start < stop:
            name = hit.reading(*PARTY_KINDS, "capital")  # type: ignore[arg-type]
            if name:
                yield name.code


def merge(found: list[Actors]) -> Actors:
    """The parties and people of several phrases, each once."""
    parties = tuple(dict.fromkeys(p for a in found for p in a.parties))
    people: dict[object, PersonMention] = {}
    for actors in found:
        for mention in actors.people:
            people.setdefault(mention.person or (mention.office, mention.country), mention)
    return Actors(parties, tuple(people.values()), tuple(i for a in found for i in a.inferences))


def because(what: str, parties: tuple[str, ...], printed: str, reason: str) -> Inference:
    """The step from printed words to the parties they mean."""
    return Inference(what, " ".join(parties), "inferred", printed, reason)


def person_reason(mention: PersonMention) -> tuple[Inference, ...]:
    """Why this state was given to a person whose words do not tell it."""
    if mention.country_basis == "text" or not mention.country:
        return ()
    reason = (
        "the holder of the office in the table of offices"
        if mention.country_basis == "lexicon"
        else "an office without a state, in this issuer's release"
    )
    return (Inference("country", mention.country, mention.country_basis, mention.role or "", reason),)


_OFFICE = re.compile(r"(?:secretary|minister|president|chancellor|premier|adviser|advisor|chief|ambassador)$")


def one_for_each(head: Token, codes: tuple[str, ...], sentence: Sentence) -> tuple[PersonMention, ...]:
    """`The Ministers of A and B, X and Y, met`: one person named for each state, between the offices and the verb."""
    until = head.head.idx if head.head.i > head.i else head.right_edge.idx + len(head.right_edge.text)
    row = [
        m
        for m in sentence.people
        if m.person is not None and m.country in codes and head.idx < m.start - sentence.start < until
    ]
    return tuple(row) if len(codes) > 1 and len(row) == len(codes) else ()


def two_offices(mention: PersonMention) -> bool:
    """Whether a phrase names two offices and no person: "the Secretary and Foreign Minister"."""
    halves = (mention.role or "").casefold().split(" and ")
    return mention.person is None and len(halves) == 2 and all(_OFFICE.search(h.strip()) for h in halves)


def stateless(sentence: Sentence, head: Token) -> bool:
    """Whether a phrase names an office, but neither its holder nor its state."""
    mention = person_at(sentence, head)
    return mention is not None and mention.person is None and mention.country_basis != "text"


def own_meeting(body: str, text: str) -> bool:
    """Whether a text tells of a body's members meeting, as of "BRICS Ministers"; not of "ASEAN-India Ministers"."""
    own = r"(?:['’]s? )?(?:\w+ ){0,2}(?:member|nation|countr|minister|leader|chief|meeting|summit)"
    return re.search(rf"(?<![-–])\b{re.escape(body)} {own}", text, re.IGNORECASE) is not None


_POSTS = re.compile(r"(?:[\s,()]|[A-Z][\w.]*)*$")


def named_beside(who: Token, sentence: Sentence) -> PersonMention | None:
    """The person whose post stands between the name and the verb: "Ms X, Chairperson, CCI said"."""
    at = who.idx
    for mention in reversed(sentence.people):
        gap = sentence.text[mention.end - sentence.start : at]
        if 0 <= at - (mention.end - sentence.start) < 40 and not mention.plural and _POSTS.match(gap):
            return mention
    return None
