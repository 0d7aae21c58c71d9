"""What is said of a relationship: it develops, it matters, a state is a partner. Whoever says so takes the position."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity.extract.actors import Actors, because
from comity.extract.context import Context
from comity.extract.frames import Match
from comity.extract.names import parties_inside
from comity.reading.syntax import negated, subject

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["assessor"]

_RELATIONS = frozenset(
    {
        "relations", "relationship", "relationships", "ties", "cooperation", "collaboration", "partnership",
        "friendship", "peace", "trade", "turnover", "interaction", "meetings", "visits", "contacts",
        "links", "exchanges", "coordination", "investment", "investments",
    }
)  # fmt: skip
_SAYS = frozenset(
    {
        "say", "says", "said", "note", "notes", "noted", "stress", "stressed", "emphasise", "emphasised",
        "emphasize", "emphasized", "believe", "believes", "believed", "think", "remark", "remarked", "add",
        "added", "observed", "pointed", "confident", "convinced", "certain", "sure", "told", "see", "know",
        "underlined", "underscored", "declared", "stated", "express", "expressed", "agreed", "stresses",
        "affirm", "affirmed", "affirms", "reaffirmed", "reiterated", "highlighted", "considered", "recalled", "opined",
    }
)  # fmt: skip


# What of a relationship may develop or matter: "the development of relations", "the level of our cooperation".
_OF_RELATIONS = frozenset(
    {"development", "expansion", "strengthening", "level", "volume", "dimension", "nature", "state"}
)


def assessor(match: Match, context: Context) -> Actors:
    """Who says so: the subject of the verb of saying above, else who is speaking; empty where neither is told."""
    about, saying = match.who, _said(match.head)
    if about is None or not _fits(about, match, context):
        return Actors()
    if saying is not None:
        return Actors() if negated(saying) else context.actors(subject(saying), match.sentence)
    if match.mood not in ("present", "past", "perfect") or match.head.dep_ not in ("ROOT", "conj", "ccomp"):
        return Actors()
    voice = context.voice
    if not context.source.event_page:
        return Actors()
    if voice is not None and voice.country:
        why = because("by", (voice.country,), about.text, "the person who is speaking")
        return Actors((voice.country,), (voice,), (why,))
    release = context.source.release
    if release.genre == "statement":
        return Actors(release.account)  # a message that is printed as it was sent
    return Actors()


def _fits(about: Token, match: Match, context: Context) -> bool:
    """Whether the subject is a relationship that is named (or "ours"), or a state where the rule takes one."""
    if match.rule.yields.get("assessment") == "state" and about.tag_ in ("NNP", "NNPS"):
        return bool(context.actors(about, match.sentence).parties)
    of_it = [g for c in about.children if c.lower_ in ("of", "in") for g in c.children if g.dep_ == "pobj"]
    if about.lower_ not in _RELATIONS and not (
        about.lower_ in _OF_RELATIONS and any(g.lower_ in _RELATIONS for g in of_it)
    ):
        return False
    doc = about.doc
    words = {t.lower_ for t in doc[about.left_edge.i : about.right_edge.i + 1]}
    if words & {"our", "bilateral", "mutual", "interregional", "interstate"}:
        return True
    begin, end = doc[about.left_edge.i].idx, about.right_edge.idx + len(about.right_edge.text)
    return bool(parties_inside(begin, end, match.sentence))


def _said(verb: Token) -> Token | None:
    """The verb of saying or believing that governs a clause."""
    for _ in range(3):
        if verb.dep_ in ("ccomp", "acl", "advcl") and verb.head.lower_ in _SAYS:
            return verb.head
        if verb.dep_ not in ("conj", "ccomp"):
            return None
        verb = verb.head
    return None
