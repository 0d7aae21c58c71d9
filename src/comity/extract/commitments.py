"""Commitments: what was agreed, promised, offered, invited, urged or needed; one claim for each action."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from comity.extract.addressees import ABROAD, abroad
from comity.extract.context import Actors, Context
from comity.extract.coordination import each_thing
from comity.extract.frames import Match, Part
from comity.extract.promisers import ADDRESSED, EVENTS, by_whom, doer_of, without_verb
from comity.extract.quoting import part_span, quote_of
from comity.extract.subjects import about_of
from comity.model import Amount, Commitment, When
from comity.reading.syntax import word
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
_OUTWARD = re.compile(
    r"\b(?:you|your|bilateral|trilateral|multilateral|partners?|partnerships?|cooperat\w+|collaborat\w+|ties|relations\w*|"
    r"countries|nations|international|global|regional|world|joint(?:ly)?|both|mutual\w*|alliance|allies|together|others|"
    r"region|each other)\b",
    re.IGNORECASE,
)
_ON_THE_ROAD = frozenset({"visit", "attend", "travel", "arrive"})
_MERIT = frozenset({"importance", "significance", "value", "necessity", "need"})
_OTHERS = (ABROAD - {"members", "leaders"}) | {"friends", "colleagues", "side"}
_MAYBE = frozenset({"can", "could", "may", "might"})
_CONDITION = re.compile(
    r"\b(?:subject to|provided that|if and when|once|as soon as|whenever|when necessary|if needed)\b[^.;]*",
    re.IGNORECASE,
)
# What stands behind these is told of a thing, not of the deed.
_ASIDE = re.compile(r",\s+(?:which|who|whose|where|(?:the first|one|some|most) of which)\b")
_PURPOSE = re.compile(
    r"\b(?:in order to|so as to|with a view to|with the aim of|aimed at|for the purpose of)\b[^.;]*",
    re.IGNORECASE,
)


def commitments(match: Match, context: Context) -> Iterator[Commitment]:
    """The commitments that one match of a commitment rule tells, none where no actor can be told."""
    by = by_whom(match, context)
    promise = match.rule.yields.get("modal") == "will"
    force = str(match.rule.yields.get("force", "agreed"))
    if not _promises(match, by, context) or (force in ADDRESSED and not abroad(match, by, context)):
        return
    force = _settled_force(force, match, by, promised=promise)
    for part in [each for one in match.parts for each in each_thing(one)] or (None,):
        if part is not None and (_not_its_deed(match, part) or not _by_others(match, part, by, context)):
            continue
        if match.rule.yields.get("deed") and part is not None and not _to_come(part, match.rule.only):
            continue
        own, doer = without_verb(part, by if part is None else doer_of(part, match, by, context), match)
        if not doer.parties:
            continue  # "noted that the results would be useful": nobody promises
        claim = _one(match, own, doer, _asked(match, own, doer, force, context), context)
        if claim is not None:
            yield claim


def _settled_force(force: str, match: Match, by: Actors, *, promised: bool) -> str:
    """The rule's force, where the words around its trigger do not tell another."""
    if promised and force == "intends" and (match.negated or match.head.lower_ not in _LASTING):
        return "committed"
    if force == "offered" and match.rule.id == "commitment.ready-to" and len(by.parties) > 1:
        return "intends"  # both are ready to do it together
    if match.rule.id == "commitment.commitment-noun" and word(match.head) == "decision" and len(by.parties) > 1:
        return "agreed"  # nobody decides together without agreeing
    return "need_expressed" if force == "agreed" and _of_a_need(match) else force


def _of_a_need(match: Match) -> bool:
    """`There is an urgent need, the Ministers agreed, to ...`: agreed is the need."""
    return any(
        c.dep_ == "ccomp" and c.i < match.head.i and any(word(g) in ("need", "necessity") for g in c.children)
        for c in match.head.children
    )


_MORE = frozenset(
    {
        "further", "full", "complete", "joint", "early", "speedy", "prompt", "immediate",
        "consistent", "practical", "strict",
    }
)  # fmt: skip


def _to_come(part: Part, deeds: tuple[str, ...]) -> bool:
    """Whether a noun tells of work still to be done ("further work", "full implementation")."""
    return part.head.lower_ in deeds and any(c.lower_ in _MORE for c in part.head.children)


def _promises(match: Match, by: Actors, context: Context) -> bool:
    """Whether those who are told to act are such as the rule asks for, and do not deny it."""
    told = match.rule.yields
    if not _told_by(match, by, context):
        return False
    if _far(match) or match.sentence.text.rstrip("\"”’' ").endswith("?"):
        return False  # "needs peace to grow" is not "needs to grow"
    if match.rule.noun and match.head.head.lower_ == "of" and match.head.head.head.lower_ in ("letter", "letters"):
        return False  # a Letter of Intent is an agreement
    if told.get("modal") == "will" and match.who is not None and word(match.who) in EVENTS:
        return False
    if match.head.head.lower_ == "going" and match.who is not None and match.who.lower_ in ("we", "i"):
        return False  # "we're going to spend some time on this": talk of the hour
    if _open(match) or (match.mood in ("gerund", "perfect") and match.rule.id == "commitment.intend"):
        return False  # "aircraft planning to land"
    if match.a_state and match.mood == "infinitive":
        return False  # who has to be prepared for rain offers nothing
    return not match.negated or told.get("modal") == "will"


def _told_by(match: Match, by: Actors, context: Context) -> bool:
    """Whether the parties are as many, and speak in such a way, as the rule asks for."""
    told = match.rule.yields
    if not _shaped(match):
        return False
    if match.rule.id == "commitment.must-do" and _others_alone(match, by, context):
        return False  # what another "must do" is urged on it
    together = len(by.parties) > 1 and context.source.release.genre == "joint_text"
    if told.get("party") and by.people and not together:
        return False  # what a person "will do" next is on the programme; what a state will do it has promised
    if not by.parties or len(by.parties) < int(told.get("sides", 1)):
        return False
    return not (told.get("outward") and not _outward(match, by, context))


def _shaped(match: Match) -> bool:
    """Whether person, mood and what stands beside the verb are as the rule asks."""
    who = match.who.lower_ if match.who is not None else ""
    beside = {c.dep_ for c in match.head.children}
    asked = {
        "first_person": who == "we",
        # "I would like to thank", "we want to be clear" are manners of speech
        "third_person": who not in ("i", "we", "you", "who", "those"),
        "agent": "agent" in beside,  # "will be built" says not by whom
        "bare": "expl" in beside,  # "it is the first agreement to ..." is not "there is agreement to"
        "conditional": match.mood == "conditional",
        "done": match.mood in ("past", "perfect", "present"),
        "going_on": match.head.tag_ == "VBG" and match.mood == "present",
    }
    if match.rule.id == "commitment.gave-word" and _kept(match):
        return False  # "the commitments that they made": of old
    return all(holds for name, holds in asked.items() if match.rule.yields.get(name))


def _others_alone(match: Match, by: Actors, context: Context) -> bool:
    account = context.source.release.account
    spoken = match.who is not None and match.who.lower_ in ("we", "i")
    return not spoken and len(account) == 1 and bool(by.parties) and account[0] not in by.parties


def _kept(match: Match) -> bool:
    """Whether the noun of a promise stands before its verb, in a clause that tells which one is meant."""
    return match.thing is not None and match.head.dep_ in ("relcl", "acl") and match.thing.i < match.head.i


def _far(match: Match) -> bool:
    """Whether more words than the rule allows stand before what is governed: "needs peace to grow"."""
    if not match.parts or match.head.nbor(1).lower_ in ("to", "itself", "themselves"):
        return False  # "has undertaken to Fiji to finish the wharf"
    gap = match.parts[0].first - match.head.i
    return gap > int(match.rule.yields.get("within", gap))


def _not_its_deed(match: Match, part: Part) -> bool:
    """Whether what the parser hung on the verb is no deed that it promises or urges."""
    if match.rule.id == "commitment.announced-aid":  # "$5 million for refugees and their host towns": one sum
        return not set(match.rule.only) & {t.lower_ for t in match.head.doc[part.first : part.last + 1]}
    if match.rule.yields.get("subjunctive") and part.shape.endswith("CLAUSE") and not _subjunctive(part):
        return True
    between = {t.lower_ for t in match.head.doc[match.head.i : part.first]}
    if part.shape.endswith("CLAUSE"):  # "noted that there would be rain"; a visit is an engagement
        planned = match.rule.yields.get("modal") == "would" and part.head.lower_ in _ON_THE_ROAD
        return planned or any(c.dep_ == "expl" for c in part.head.children)
    if match.rule.id in ("commitment.agreed-to-do", "commitment.committed-to") and between & _MERIT:
        return True  # "agreed on the importance of dialogue to enhance ties"
    fostered = match.head.lower_.startswith("encourag") and match.mood in ("infinitive", "future")
    return fostered and part.shape == "WHAT"  # "will encourage trade": nobody is urged


def _subjunctive(part: Part) -> bool:
    """Whether a clause tells what is to be done: "that Kenya withdraw", "that the road be opened", "should open"."""
    helped = [c for c in part.head.children if c.dep_ in ("aux", "auxpass")]
    if any(c.lower_ in ("should", "might") for c in helped):
        return True
    return (part.head.tag_ == "VB" and not helped) or any(c.lower_ == "be" for c in helped[:1])


def _by_others(match: Match, part: Part, by: Actors, context: Context) -> bool:
    """Whether what one hopes for is a deed of another party, where the rule asks for that."""
    if not match.rule.yields.get("others"):
        return True
    own = next((c for c in part.head.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if (
        own is None
        or own.dep_ == "nsubjpass"
        or own.tag_ == "PRP"
        or word(own) in EVENTS
        or part.head.tag_ in ("VBD", "VBN")
    ):
        return False
    if any(c.lower_ in _MAYBE for c in part.head.children):
        return False
    told = context.actors(own, match.sentence).parties
    return bool(set(told) - set(by.parties)) or own.lower_ in _OTHERS


def _asked(match: Match, part: Part | None, by: Actors, force: str, context: Context) -> str:
    """`Norland expects both sides to talk` is no intention of its own."""
    own = [c for c in part.head.children if c.dep_ in ("nsubj", "nsubjpass")] if part is not None else []
    if match.rule.id != "commitment.intend" or not own:
        return force
    other = set(context.actors(own[0], match.sentence).parties) - set(by.parties)
    return "urged" if other or own[0].lower_ in ABROAD | {"sides", "parties"} else force


def _open(match: Match) -> bool:
    """Whether it is but possible ("we can continue to ..."), or the verb only tells which things are meant."""
    head, rule = match.head, match.rule
    if "modal" not in rule.yields and any(c.dep_ == "aux" and c.lower_ in _MAYBE for c in head.children):
        return True
    if word(head) in ("need", "needs", "have", "has") and rule.id.endswith("-to"):
        loose = head.dep_ == "relcl" and match.who is not None and match.who.tag_ == "PRP"
        return loose or head.doc[head.left_edge.i].lower_ == "what"  # "the arms they need to ...", "what it needs to"
    return rule.yields.get("force") in ADDRESSED and head.dep_ == "acl" and match.mood == "infinitive"


def _outward(match: Match, by: Actors, context: Context) -> bool:
    """Whether what a state says of its own deeds reaches beyond it; what it builds at home is nothing."""
    account = context.source.release.account
    if not (len(by.parties) == 1 and by.parties == account):
        return True
    toward = match.rule.yields.get("modal") in ("will", "would") or match.rule.id == "commitment.like-to-see"
    if toward and len(context.pair) > 1:
        return True
    named = (h.reading("state", "body", "demonym", "adjective", "capital") for h in match.sentence.hits)
    return _OUTWARD.search(match.sentence.text) is not None or any(n and n.code not in account for n in named)


def _one(match: Match, part: Part | None, by: Actors, force: str, context: Context) -> Commitment | None:
    release = context.source.release
    quote = quote_of(match, part, release)
    span = part_span(match, part) if part else quote.span
    action = release.text[span.start : span.end]
    if (len(action.split()) < 2 and not action[:1].isupper()) or action in ("seeing you", "seeing you again"):
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
    """By when: the first date of the action that is still to come, of a stretch its end; none told of a thing in it."""
    base, issued = match.sentence.start, context.source.issued
    aside = _ASIDE.search(context.source.release.text, start, end)
    for mention in match.sentence.dates:
        if start <= base + mention.start and base + mention.end <= (aside.start() if aside else end):
            when = resolve(mention, issued, "future")
            last = (when.edtf or "").removesuffix("/..").rpartition("/")[2]  # "from May": begun by then
            if last and last != ".." and (issued is None or last >= issued.isoformat()[: len(last)]):
                ends = when.precision == "range" or (when.edtf or "").startswith("../")
                return replace(when, edtf=last) if ends else when
    return None


def _amount(action: str) -> Amount | None:
    found = _MONEY.search(action)
    if found is None:
        return None
    scale = _SCALE.get((found["scale"] or "").lower(), 1.0)
    value = float(found["sum"].replace(",", "")) * scale
    return Amount(value, _CURRENCY[found["sign"].strip(" .").lower()], found[0])
