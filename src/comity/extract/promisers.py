"""Who makes a promise, states a need or asks: the subject, those who met, the speaker, or the one told of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from comity.extract.complements import is_passive
from comity.extract.context import Actors, Context
from comity.extract.frames import Match, Part
from comity.lexicon.inflect import verb_forms
from comity.reading.syntax import subject, telling, word

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["ADDRESSED", "EVENTS", "by_whom", "doer_of", "without_verb"]

EVENTS = frozenset(
    {"meeting", "session", "summit", "conference", "forum", "ceremony", "exercise", "project", "initiative", "visit"}
    | {"talks", "embassy", "programme", "program", "mission", "dialogue"}
)
"""What is told to happen at them promises nothing: "the meeting will provide a platform"."""

ADDRESSED = frozenset({"urged", "requested", "invited"})
"""The forces of words that are said to another."""


def _forms(verbs: str) -> frozenset[str]:
    return frozenset(form for verb in verbs.split("|") for form in verb_forms(verb))


_MUTUAL = frozenset({"agree", "agreed", "concur", "concurred"})
# Whoever assures another of a deed vouches for it, whatever does it: "assured them that all would be admitted".
_VOUCHING = _forms("announce|assure|pledge|promise|guarantee|commit|vow|undertake|swear|give|secure|obtain|receive")
# ... and whoever tells of it, where it is done to a thing: "said that 300 boats would be built".
_TELLING = _forms("say|state|confirm|inform|tell|add|declare|note")
_ABSTRACT = frozenset({"support", "efforts", "effort", "cooperation", "commitment", "policy", "partnership", "ties"})
_AFFIRMING = _forms("affirm|reaffirm|reiterate|stress")
# Things that arrive or open were sent or opened by those who tell of it: "confirmed that the boats would arrive".
_COMING = _forms("arrive|reach|extend|open|resume")
_SAYING = _forms(
    "say|stress|state|note|emphasise|emphasize|underline|underscore|highlight|believe|consider|add|affirm|reiterate|"
    "agree|conclude|declare|deem|tell|point"
)


def doer_of(part: Part, match: Match, by: Actors, context: Context) -> Actors:
    """Who does a deed: in a clause ("affirmed that Kenya would ...") its own subject."""
    if match.rule.yields.get("modal") != "would":
        return by
    who = subject(part.head)
    doer = context.actors(who, match.sentence)
    tells = word(match.head) in _TELLING and who is not None and word(who) not in EVENTS
    if not doer.parties and who is not None and _own_thing(who, match, by, context):
        return by
    undergone = tells and (is_passive(part.head) or word(part.head) in _COMING)
    return by if (not doer.parties and word(match.head) in _VOUCHING) or (undergone and not doer.parties) else doer


def _own_thing(who: Token, match: Match, by: Actors, context: Context) -> bool:
    """`Kenya said that its hospital would stay open`: what is its own is its promise."""
    if word(match.head) not in _TELLING | _AFFIRMING or word(who) in _ABSTRACT | EVENTS:
        return False
    owner = next((c for c in who.children if c.dep_ == "poss"), None)
    owned = context.actors(owner, match.sentence).parties if owner is not None else ()
    return bool(owned) and set(owned) <= set(by.parties)


def without_verb(part: Part | None, by: Actors, match: Match) -> tuple[Part | None, Actors]:
    """`A pledged two boats and B a radar`: another party and its own thing, the verb left out."""
    if part is None or not part.second or not part.shape.endswith("WHAT"):
        return part, by
    doc = part.head.doc
    at = part.first + (doc[part.first].lower_ == "the")
    named = next((h for h in match.sentence.hits if h.start <= doc[at].idx < h.end), None)
    party = named.reading("state", "body") if named is not None else None
    behind = next((t for t in doc[at : part.last + 1] if named is not None and t.idx >= named.end), None)
    if party is None or behind is None or not (behind.lower_ in ("a", "an", "its", "some") or behind.tag_ == "CD"):
        return part, by
    return replace(part, first=behind.i), Actors((party.code,))


def _needed(match: Match, by: Actors, context: Context) -> Actors:
    """Who says in direct speech that "we have to" or that "it is important to" do something."""
    voice = context.voice
    if voice is None or not voice.country or match.who is None or match.mood not in ("present", "future"):
        return Actors()
    if match.who.lower_ == "it":
        return Actors((voice.country,), (voice,))
    return by if match.who.lower_ in ("we", "i") else Actors()


def by_whom(match: Match, context: Context) -> Actors:
    """Who makes the promise, states the need or asks."""
    if match.who is not None and match.who.lower_ == "it" and match.head.tag_ == "VBN":
        return Actors(context.pair)  # "It was agreed that ..."
    if match.who is not None and _each(match.who):
        return Actors(context.focus or context.pair)  # "each will post an officer", "Neither Party will charge a fee"
    told = match.rule.yields
    if told.get("joint") or (match.thing is not None and match.thing.dep_ == "nsubjpass" and match.who == match.thing):
        return Actors(context.pair)  # "A hotline will be opened", "the need to act was stressed"
    for said, found in (("undergone", _asking), ("speaker", _speaker), ("reported", _reported)):
        if told.get(said):
            return found(match, context)
    by = (context.doer if match.a_state else context.holder)(_meant(match), match.head, match.sentence)
    if told.get("spoken"):
        return _needed(match, by, context)
    return _told_of(by, match, context)


def _told_of(by: Actors, match: Match, context: Context) -> Actors:
    """Who is meant by those who are found: a person for a state, the issuer for "we"."""
    told, account = match.rule.yields, context.source.release.account
    if not by.parties and len(by.people) == 1:
        one = context.assume(by.people[0], partner=False)
        by = Actors((one.country,) if one.country else (), (one,))
    if told.get("other"):
        return _said_of(by, match, context)
    if len(by.parties) == 1 and match.who is not None and match.who.lower_ == "we" and word(match.head) in _MUTUAL:
        return Actors(context.focus or by.parties)  # nobody agrees alone
    if not by.parties and told.get("force") in ADDRESSED and match.who is not None and match.who.lower_ in ("we", "i"):
        return Actors(account)  # who speaks for a state may be unsure of "we", but not of whom it urges
    return by


def _asking(match: Match, context: Context) -> Actors:
    """Who asks, where only the one asked is named ("Kenya was invited to ..."): the other of two."""
    asked = context.actors(match.who, match.sentence).parties
    others = tuple(p for p in context.pair if p not in asked)
    return Actors(others) if len(asked) == 1 and len(others) == 1 and len(context.pair) == 2 else Actors()


def _speaker(match: Match, context: Context) -> Actors:
    """Who says that something must be done: the one told to say so, the voice that speaks, or else the issuer."""
    above = match.head.head
    if match.head.dep_ == "ccomp" and word(above) in _SAYING:
        return context.holder(subject(above), above, match.sentence)
    if context.voice is not None:
        return Actors((context.voice.country,), (context.voice,)) if context.voice.country else Actors()
    account = context.source.release.account
    named = (h.reading("state", "body", "demonym", "adjective", "capital") for h in match.sentence.hits)
    abroad = any(n and n.code not in account for n in named)
    return Actors(account) if len(account) == 1 and abroad else Actors()


def _each(who: Token) -> bool:
    """Whether a subject takes both sides one by one: "each", "neither Party"."""
    words = {"each", "neither"}
    sides = who.lower_ in ("party", "side", "country", "government", "state", "participant")
    return who.lower_ in words or (sides and any(c.lower_ in words for c in who.children))


def _meant(match: Match) -> Token | None:
    """Who acts; in "Kenya said that it would ..." not "it", but the one who said so."""
    above = telling(match.head)
    if match.who is not None and match.who.lower_ == "it" and match.head.dep_ == "ccomp":
        return subject(above) or match.who
    return match.who


def _reported(match: Match, context: Context) -> Actors:
    """Who is told to have said that "it is necessary to", "there is a need to"; nobody where no one is."""
    bare = any(c.dep_ == "expl" or (c.dep_ == "nsubj" and c.lower_ == "it") for c in match.head.children)
    if match.head.dep_ != "ccomp" or not bare or word(match.head.head) not in _SAYING:
        return Actors()
    return context.holder(subject(match.head.head), match.head.head, match.sentence)


def _said_of(by: Actors, match: Match, context: Context) -> Actors:
    """Who says what another must do: the issuer, or the one whose words are told; nobody of himself."""
    account = context.source.release.account
    if match.head.dep_ == "ccomp":
        account = context.actors(subject(match.head.head), match.sentence).parties
    if match.who is not None and match.who.lower_ == "community" and account:
        return Actors(account)  # "the international community must ..."
    abroad = len(account) == 1 and by.parties and not by.people and account[0] not in by.parties
    return Actors(account) if abroad else Actors()
