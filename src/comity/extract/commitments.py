"""Commitments: what was agreed, promised, offered, invited, urged or needed; one claim for each action."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.extract.context import Actors, Context
from comity.extract.frames import Match, Part
from comity.extract.quoting import part_span, quote_of
from comity.extract.subjects import about_of
from comity.model import Amount, Commitment, When
from comity.reading.time import resolve

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
    {"congress", "parliament", "senate", "house", "americans", "citizens", "lawmakers", "public", "people"}
)
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
    by = context.holder(match.who, match.head, match.sentence)
    promise = match.rule.yields.get("modal") == "will"
    force = str(match.rule.yields.get("force", "agreed"))
    if match.rule.yields.get("first_person") and (match.who is None or match.who.lower_ != "we"):
        return
    if match.who is not None and match.who.lower_ == "it" and match.head.tag_ == "VBN":
        by = Actors(context.pair)  # "It was agreed that ..."
    if match.rule.yields.get("spoken"):
        by = _needed(match, by, context)
    if not by.parties or (match.negated and not promise) or len(by.parties) < int(match.rule.yields.get("sides", 1)):
        return
    if force in _ADDRESSED and not _abroad(match, by, context):
        return
    if promise and (match.negated or match.head.lower_ not in _LASTING):
        force = "committed"
    deeds = match.rule.only if match.rule.yields.get("deed") else ()
    for part in match.parts or (None,):
        if deeds and part is not None and not _to_come(part, deeds):
            continue
        claim = _one(match, part, by, force, context)
        if claim is not None:
            yield claim


_MORE = frozenset(
    {
        "further", "full", "complete", "joint", "continued", "early", "speedy", "prompt", "immediate",
        "consistent", "practical", "strict",
    }
)  # fmt: skip


def _to_come(part: Part, deeds: tuple[str, ...]) -> bool:
    """Whether a noun tells of work still to be done ("further work", "full implementation")."""
    return part.head.lower_ in deeds and any(c.lower_ in _MORE for c in part.head.children)


def _needed(match: Match, by: Actors, context: Context) -> Actors:
    """Who says in direct speech that "we have to" or that "it is important to" do something."""
    voice = context.voice
    if voice is None or not voice.country or match.who is None or match.mood not in ("present", "future"):
        return Actors()
    if match.who.lower_ == "it":
        return Actors((voice.country,), (voice,))
    return by if match.who.lower_ in ("we", "i") else Actors()


def _abroad(match: Match, by: Actors, context: Context) -> bool:
    """Whether what is urged or asked is addressed to another party; Congress and citizens are at home."""
    things = [c for c in match.head.children if c.dep_ in ("dobj", "dative") and c.i > match.head.i]
    told = [context.actors(t, match.sentence).parties for t in things]
    if any(set(parties) - set(by.parties) for parties in told):
        return True
    return not (context.home or any(told) or any(t.lower_ in _HOME_ADDRESSEES for t in things))


def _one(match: Match, part: Part | None, by: Actors, force: str, context: Context) -> Commitment | None:
    release = context.source.release
    quote = quote_of(match, part, release)
    span = part_span(match, part) if part else quote.span
    action = release.text[span.start : span.end]
    if len(action.split()) < 2:
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
