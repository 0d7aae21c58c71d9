"""Commitments: what was agreed, promised, offered, invited, urged or needed; one claim for each action."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from comity.extract.context import Actors, Context
from comity.extract.coordination import each_thing
from comity.extract.frames import Match, Part
from comity.extract.quoting import part_span, quote_of
from comity.extract.subjects import about_of
from comity.model import Amount, Commitment, When
from comity.reading.syntax import subject, word
from comity.reading.time import resolve

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["commitments"]

_MONEY = re.compile(
    r"(?P<sign>US\$|A\$|NZ\$|C\$|\$|€|£|¥|₹|Rs\.?\s?|USD\s?|EUR\s?|INR\s?)(?P<sum>\d[\d,]*(?:\.\d+)?)"
    r"(?:\s?(?P<scale>thousand|million|billion|trillion|crore|lakh)s?)?",
    re.IGNORECASE,
)
_CURRENCY = {"$": "USD", "us$": "USD", "usd": "USD", "a$": "AUD", "nz$": "NZD", "c$": "CAD", "€": "EUR", "eur": "EUR",
             "£": "GBP", "¥": "JPY", "₹": "INR", "rs": "INR", "inr": "INR"}  # fmt: skip
_SCALE = {"thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9, "trillion": 1e12}
# "will continue" is a course kept up, not a deed promised.
_LASTING = frozenset(
    {
        "continue",
        "keep",
        "seek",
        "work",
        "explore",
        "consider",
        "pursue",
        "support",
        "promote",
        "stand",
        "strive",
        "aim",
    }
)
_HOME_ADDRESSEES = frozenset(
    {"congress", "parliament", "senate", "house", "americans", "citizens", "lawmakers", "public", "people", "media",
     "residents", "schools", "anyone", "everyone", "farmers", "students", "youth", "parents", "employers", "viewers"}
)  # fmt: skip
_ABROAD = frozenset(
    {"countries", "nations", "community", "donors", "partners", "allies", "members", "leaders", "states"}
)
# What is told to happen at them promises nothing: "the meeting will provide a platform".
_THINGS = frozenset(
    {"meeting", "session", "summit", "conference", "forum", "ceremony", "exercise", "project", "initiative", "visit",
     "talks", "embassy", "programme", "program", "mission", "dialogue"}
)  # fmt: skip
_OUTWARD = re.compile(
    r"\b(?:you|your|bilateral|trilateral|multilateral|partners?|partnerships?|cooperat\w+|collaborat\w+|ties|relations\w*|"
    r"countries|nations|international|global|regional|world|joint(?:ly)?|both|mutual\w*|alliance|allies|together|others|"
    r"region|each other)\b",
    re.IGNORECASE,
)
_MUTUAL = frozenset({"agree", "agreed", "concur", "concurred"})
_ADDRESSED = frozenset({"urged", "requested", "invited"})
_CONDITION = re.compile(
    r"\b(?:subject to|provided that|if and when|once|as soon as|whenever|when necessary|if needed)\b[^.;]*",
    re.IGNORECASE,
)
_PURPOSE = re.compile(
    r"\b(?:in order to|so as to|with a view to|with the aim of|aimed at|for the purpose of)\b[^.;]*",
    re.IGNORECASE,
)


def commitments(match: Match, context: Context) -> Iterator[Commitment]:
    """The commitments that one match of a commitment rule tells, none where no actor can be told."""
    by = _by(match, context)
    promise = match.rule.yields.get("modal") == "will"
    force = str(match.rule.yields.get("force", "agreed"))
    if not _promises(match, by, context) or (force in _ADDRESSED and not _abroad(match, by, context)):
        return
    if promise and force == "intends" and (match.negated or match.head.lower_ not in _LASTING):
        force = "committed"
    if force == "offered" and match.rule.id == "commitment.ready-to" and len(by.parties) > 1:
        force = "intends"  # both are ready to do it together
    for part in [each for one in match.parts for each in each_thing(one)] or (None,):
        if match.rule.yields.get("modal") == "would" and part is not None:
            by = context.actors(subject(part.head), match.sentence)
            if not by.parties:
                continue  # "noted that the results would be useful": nobody promises
        claim = _one(match, part, by, force, context)
        if claim is not None:
            yield claim


def _by(match: Match, context: Context) -> Actors:
    if match.who is not None and match.who.lower_ == "it" and match.head.tag_ == "VBN":
        return Actors(context.pair)  # "It was agreed that ..."
    told, account = match.rule.yields, context.source.release.account
    if told.get("joint") or (match.thing is not None and match.thing.dep_ == "nsubjpass" and match.who == match.thing):
        return Actors(context.pair)  # "A hotline will be opened", "the need to act was stressed"
    by = context.holder(_meant(match), match.head, match.sentence)
    if not by.parties and len(by.people) == 1:
        one = context.assume(by.people[0], partner=False)
        by = Actors((one.country,) if one.country else (), (one,))
    if told.get("other"):
        return _said_of(by, match, context)
    if len(by.parties) == 1 and match.who is not None and match.who.lower_ == "we" and word(match.head) in _MUTUAL:
        return Actors(context.focus or by.parties)  # nobody agrees alone
    if not by.parties and told.get("force") in _ADDRESSED and match.who is not None and match.who.lower_ in ("we", "i"):
        return Actors(account)  # who speaks for a state may be unsure of "we", but not of whom it urges
    return by


def _meant(match: Match) -> Token | None:
    """Who acts; in "Kenya said that it would ..." not "it", but the one who said so."""
    above = match.head.head
    if match.who is not None and match.who.lower_ == "it" and match.head.dep_ == "ccomp":
        return subject(above) or match.who
    return match.who


def _said_of(by: Actors, match: Match, context: Context) -> Actors:
    """Who says what another must do: the issuer, or the one whose words are told; nobody of himself."""
    account = context.source.release.account
    if match.head.dep_ == "ccomp":
        account = context.actors(subject(match.head.head), match.sentence).parties
    abroad = len(account) == 1 and by.parties and not by.people and account[0] not in by.parties
    return Actors(account) if abroad else Actors()


def _promises(match: Match, by: Actors, context: Context) -> bool:
    """Whether those who are told to act are such as the rule asks for, and do not deny it."""
    told = match.rule.yields
    if told.get("first_person") and (match.who is None or match.who.lower_ != "we"):
        return False
    if told.get("party") and by.people:
        return False  # what a person "will do" next is on the programme; what a state will do it has promised
    gap = match.parts[0].first - match.head.i if match.parts else 0
    if gap > int(told.get("within", gap)) or match.sentence.text.rstrip("\"”’' ").endswith("?"):
        return False  # "needs peace to grow" is not "needs to grow"
    if match.rule.noun and match.head.head.lower_ == "of" and match.head.head.head.lower_ in ("letter", "letters"):
        return False  # a Letter of Intent is an agreement
    if told.get("modal") == "will" and match.who is not None and word(match.who) in _THINGS:
        return False
    if match.mood in ("gerund", "perfect") and match.rule.id == "commitment.intend":
        return False  # "aircraft planning to land"
    if not by.parties or len(by.parties) < int(told.get("sides", 1)):
        return False
    if told.get("outward") and not _outward(match, by, context):
        return False
    return not match.negated or told.get("modal") == "will"


def _outward(match: Match, by: Actors, context: Context) -> bool:
    """Whether what a state says of its own deeds reaches beyond it; what it builds at home is nothing."""
    account = context.source.release.account
    if not (len(by.parties) == 1 and by.parties == account):
        return True
    if match.rule.yields.get("modal") in ("will", "would") and len(context.pair) > 1:
        return True
    named = (h.reading("state", "body", "demonym", "adjective", "capital") for h in match.sentence.hits)
    return _OUTWARD.search(match.sentence.text) is not None or any(n and n.code not in account for n in named)


def _abroad(match: Match, by: Actors, context: Context) -> bool:
    """Whether what is urged or asked is addressed to another party; Congress and citizens are at home."""
    things = [c for c in match.head.children if c.dep_ in ("dobj", "dative") and c.i > match.head.i]
    told = [context.actors(t, match.sentence).parties for t in things]
    if any(set(parties) - set(by.parties) for parties in told):
        return True
    if any(t.lower_ in _ABROAD for t in things):
        return True
    return not (context.home or any(told) or any(t.lower_ in _HOME_ADDRESSEES for t in things))


def _one(match: Match, part: Part | None, by: Actors, force: str, context: Context) -> Commitment | None:
    release = context.source.release
    quote = quote_of(match, part, release)
    span = part_span(match, part) if part else quote.span
    action = release.text[span.start : span.end]
    if len(action.split()) < 2 and not action[:1].isupper():
        return None
    condition, purpose = _CONDITION.search(action), _PURPOSE.search(action)
    return Commitment(
        rule=match.rule.id,
        evidence=(quote,),
        by=by.parties,
        to=_addressees(match, by, context),
        force=force,
        action=action,
        about=about_of(action),
        due=_due(match, span.start, span.end, context),
        condition=condition[0] if condition else None,
        purpose=purpose[0] if purpose else None,
        amount=_amount(action),
        inferences=by.inferences,
    )


def _addressees(match: Match, by: Actors, context: Context) -> tuple[str, ...]:
    """Whom it is said to: the object of invite or urge, else the others in focus."""
    for child in match.head.children:
        if child.dep_ in ("dobj", "dative") and child.i > match.head.i:
            told = context.actors(child, match.sentence).parties
            if told:
                return tuple(p for p in told if p not in by.parties)
    if match.rule.yields.get("other"):
        return context.holder(match.who, match.head, match.sentence).parties
    return tuple(p for p in context.pair if p not in by.parties) if len(by.parties) == 1 else ()


def _due(match: Match, start: int, end: int, context: Context) -> When | None:
    base = match.sentence.start
    for mention in match.sentence.dates:
        if start <= base + mention.start and base + mention.end <= end:
            when = resolve(mention, context.source.issued, "future")
            issued = context.source.issued
            if when.edtf and (issued is None or when.edtf.rpartition("/")[2][:4] >= str(issued.year)):
                return when
    return None


def _amount(action: str) -> Amount | None:
    found = _MONEY.search(action)
    if found is None:
        return None
    scale = _SCALE.get((found["scale"] or "").lower(), 1.0)
    value = float(found["sum"].replace(",", "")) * scale
    return Amount(value, _CURRENCY[found["sign"].strip(" .").lower()], found[0])
