"""Whose word an evaluation is: "Kenya is a valued partner" is a stance of whoever says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity.extract.actors import person_at
from comity.extract.context import Actors, Context
from comity.extract.frames import Match
from comity.extract.home import worldly
from comity.extract.names import parties_inside

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["RELATION", "told_of"]

_GOOD = frozenset(
    {"valued", "valuable", "key", "important", "strong", "close", "closest", "vital", "trusted", "warm", "excellent"}
    | {"friendly", "cordial", "special", "strategic", "crucial", "essential", "major", "significant", "deep", "robust"}
    | {"reliable", "leading", "critical", "constructive", "indispensable", "invaluable", "great", "good", "true"}
    | {"steadfast", "longstanding", "enduring", "outstanding", "historic", "brotherly", "fraternal", "pivotal"}
)
RELATION = frozenset(
    {"relationship", "relations", "friendship", "partnership", "alliance", "ties", "bonds", "cooperation", "bond"}
)
_BUSINESS = frozenset({"trade", "collaboration", "interaction", "countries", "sides", "dialogue", "contacts", "links"})
_MUTUAL = frozenset({"bilateral", "mutual", "interregional", "interstate"})


def told_of(match: Match, context: Context) -> Actors:
    """Who says it, where what is said is good of another party or of relations; nobody where it is not."""
    told, head = match.rule.yields, match.head
    if told.get("about") in ("deed", "pillar"):
        return _of_a_thing(match, context)
    if match.who is None or match.mood not in ("present", "perfect", "past", "gerund") or head.dep_ in ("relcl", "acl"):
        return Actors()
    if match.mood == "past" and head.dep_ != "ccomp":
        return Actors()  # "was a key partner": a tale of the past
    if told.get("said") and head.dep_ != "ccomp" and context.voice is None:
        return Actors()  # a narrator's "X is a key partner" is background
    by = context.author(head, match.sentence)
    about = context.actors(match.who, match.sentence).parties
    if told.get("about") == "relation":
        return by if match.who.lower_ in RELATION and _ours(match.who, match, by) else Actors()
    if told.get("valued") and not _good(match.thing):
        return Actors()
    return by if about and set(about) != set(by.parties) else Actors()


_NOBODY = frozenset({"i", "we", "you", "he", "she", "they", "who", "which", "that", "there"})
_HEARSAY = frozenset(
    {"report", "reports", "rumour", "rumours", "rumor", "rumors", "story", "stories", "news", "speculation"}
)


def _of_a_thing(match: Match, context: Context) -> Actors:
    """Who says what is good or bad of a deed or a state of things, where that is something between states."""
    told, head, who = match.rule.yields, match.head, match.who
    moods = ("conditional",) if told.get("must") else ("present", "perfect", "past")
    if (
        who is None
        or who.lower_ in _NOBODY | _HEARSAY
        or match.mood not in moods
        or head.dep_ in ("relcl", "acl", "advcl")
    ):
        return Actors()
    if person_at(match.sentence, who) is not None or (told.get("valued") and not _good(match.thing)):
        return Actors()
    binding = ("must", "can", "ca", "could", "should") if told.get("denied") else ("must",)
    if told.get("must") and not any(c.lower_ in binding for c in head.children):
        return Actors()
    said = head.dep_ == "ccomp" or context.voice is not None
    if (told.get("said") or match.mood == "past") and not said:
        return Actors()
    if told.get("about") == "pillar" and who.lower_ not in RELATION | _BUSINESS and who.tag_ not in ("NNP", "NNPS"):
        return Actors()
    by = context.author(head, match.sentence)
    codes = set(parties_inside(0, len(match.sentence.text), match.sentence))
    abroad = bool(codes - set(by.parties)) or worldly(match.sentence.text)
    if told.get("valued"):  # the narrator of a report calls everything a milestone
        abroad = abroad and (said or context.source.release.genre == "statement")
    of_others = told.get("valued") or (told.get("said") and told.get("about") == "deed")
    return by if abroad or not (context.home or of_others) else Actors()


def _good(thing: Token | None) -> bool:
    return thing is not None and any(c.lower_ in _GOOD for c in thing.children)


def _ours(noun: Token, match: Match, by: Actors) -> bool:
    """Whether the relationship is one between parties: "our", "bilateral", "between X and Y", "with X"."""
    if any((c.dep_ == "poss" and c.tag_ == "PRP$") or c.lower_ in _MUTUAL for c in noun.children):
        return True
    start, end = noun.left_edge.idx, noun.right_edge.idx + len(noun.right_edge.text)
    names = {
        n.code
        for h in match.sentence.hits
        if start <= h.start < end and (n := h.reading("state", "body", "adjective", "demonym"))
    }
    return bool(names - set(by.parties))
