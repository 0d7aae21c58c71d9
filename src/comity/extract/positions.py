"""Positions: a stance that a party takes towards something, told in a statement or a meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from comity.extract.actors import codes_around, person_at
from comity.extract.assessments import assessor
from comity.extract.complements import is_passive
from comity.extract.context import Actors, Context
from comity.extract.frames import Match, Part
from comity.extract.names import parties_inside
from comity.extract.praise import RELATION, told_of
from comity.extract.quoting import clause_of, part_span, quote_of
from comity.extract.verdicts import clause_stance, verdict
from comity.lexicon.inflect import verb_forms
from comity.model import Position, Span
from comity.reading.syntax import mood, subject, word

__all__ = ["positions"]


_BARE = frozenset(
    {"the step", "this step", "this decision", "the move", "it", "this", "them", "see you", "see you again"}
    | {"see all of you", "all of you", "a great deal", "a lot"}
)
# Whoever stands by something goes on doing it; whoever meets, calls or is glad to say it has said it.
_GOES_ON = frozenset({"stand", "stands", "continue", "continues", "continued", "remain", "remains"})
_MEETS = frozenset(
    {"met", "meet", "meets", "spoke", "speaks", "called", "telephoned", "talked", "held", "gathered", "convened"}
    | {"joined", "welcomed", "hosted", "visited", "traveled", "travelled"}
)
_SAYS_IT = _MEETS | frozenset(
    {"wrote", "take", "took", "moment", "pause", "wish", "wishes", "wished", "want", "wants", "wanted", "like"}
    | {"pleased", "proud", "glad", "happy", "delighted", "honored", "honoured"}
)
# "reiterated that it supports X": the stance is the inner verb's.
_INNER = frozenset(
    form
    for verb in (
        "support",
        "condemn",
        "oppose",
        "reject",
        "welcome",
        "endorse",
        "denounce",
        "deplore",
        "express",
        "voice",
    )
    for form in verb_forms(verb)
)
_NOTED = ("position.noted-with", "position.noted-with-concern")
# "welcomes this deal": what is pointed at is named by its kind.
_TELLING = frozenset(
    {"deal", "agreement", "ceasefire", "truce", "treaty", "accord", "resolution", "election", "attack", "attacks"}
    | {"invasion", "aggression", "violence", "war", "crimes", "pact", "ruling", "judgment", "verdict", "law"}
)
# Backing may be for a person: "expressed his support for President X".
_FOR_SOMEONE = frozenset(
    f"position.{name}" for name in ("express-support", "reaffirmed-support", "gives-full-support", "stand-with")
)
_FIRM = frozenset(
    {"full", "firm", "strong", "unwavering", "unequivocal", "steadfast", "complete", "total", "absolute", "unreserved"}
)
_DEEDS = frozenset(f"position.{name}" for name in ("support", "regretted", "holds-responsible", "argued-for"))
_STRESSING = ("emphas", "stress", "highlight", "underlin", "underscor")
# "condemned terrorism", "their commitment to multilateralism"
_OF_ONE_WORD = frozenset(
    f"position.{name}"
    for name in (
        "condemned",
        "condemnation",
        "opposed",
        "express-opposition",
        "spoke-against",
        "is-opposed",
        "commitment-to-principle",
        "remain-committed",
    )
)
# What is stressed or noted of one's own ties is reaffirmed.
_STRESSED = frozenset({"position.emphasised-what", "position.emphasised-that", "position.acknowledged"})
_BETWEEN = re.compile(
    r"\b(?:bilateral|trilateral|multilateral|partner\w*|cooperat\w+|co-operat\w+|collaborat\w+|ties|relation\w*|"
    r"countries|nations|international|global|regional|region|world\w*|joint\w*|both|mutual\w*|shared|alliance|allies|"
    r"neighbou?r\w*|peace\w*|our common)\b",
    re.IGNORECASE,
)


def _unreal(match: Match) -> bool:
    """A purpose ("to support ..."), a plan or a wish is no position, unless the verb above it makes it one."""
    if match.mood == "future" and match.rule.id == "position.celebrated":
        return True  # what one will celebrate is on the programme
    if (
        match.mood not in ("infinitive", "future", "conditional")
        or match.head.dep_ == "ROOT"
        or match.rule.yields.get("must")
    ):
        return False
    above = match.head.head.lower_
    if above in ("take", "took", "moment") and "moment" not in {t.lower_ for t in match.head.head.subtree}:
        return True
    return match.head.i < match.head.head.i or above not in _GOES_ON | _SAYS_IT


# Thanks for an invitation and joy at seeing someone are manners, not a stance.
_COURTESY = re.compile(
    r"^(?:(?:the|this|that|your|his|her|their|our|my|a|an|such|all|both|kind|warm|very|gracious|generous|to|have|"
    r"having|had|be|being|making|taking|giving|sparing|for|once|again)\s+)*"
    r"(?:opportunity|chance|invitation|invite|compliments?|words|time|welcome|receiv\w+|com(?:e|ing)|join(?:ing)?|here|"
    r"host(?:ing)? (?:you|us|me|this)|see(?:ing)?|meet(?:ing)? (?:you|with)|of you|you|back|patience|attention|"
    r"questions?|introduc\w+|remarks|host|honou?r|able|in|at|with|hospitality|visiting|being)\b",
    re.IGNORECASE,
)
_POLITE = frozenset({"position.thanked", "position.pleased", "position.gratitude", "position.satisfaction"})
_GUESTS = re.compile(r"(?:to\b|(?:(?:all|both) of )?you\b)", re.IGNORECASE)
_HOLIDAY = re.compile(r"\b(?:[A-Z]\w+ Day|Day of|[Nn]ew [Yy]ear|Christmas|[Bb]irthday|holiday)\b")


def _manners(match: Match, topic: str) -> bool:
    if match.rule.id in _POLITE and _COURTESY.match(topic):
        return True
    if match.rule.id == "position.welcomed" and _GUESTS.match(topic):
        return True
    return match.rule.id == "position.congratulated" and _HOLIDAY.search(topic) is not None


def _only_says(match: Match) -> bool:
    """`I would like to note that we support ...`: the stance is in what is noted."""
    spoken = match.who is not None and match.who.lower_ in ("i", "we")
    return match.rule.id == "position.acknowledged" and spoken and any(p.shape == "that CLAUSE" for p in match.parts)


def _as_told(match: Match, context: Context) -> bool:
    """Whether the rule's own conditions hold: a mood that it asks for, words that a named person speaks."""
    yields = match.rule.yields
    if yields.get("official") and match.who is not None and match.who.lower_ == "i":
        return False  # "I believe that": a person thinks aloud
    if _only_says(match) or match.negated != bool(yields.get("denied")):
        return False
    if yields.get("firm") and not (match.thing is not None and _FIRM & {c.lower_ for c in match.thing.children}):
        return False
    if yields.get("adverb") and yields["adverb"] not in {c.lower_ for c in match.head.children}:
        return False
    return yields.get("mood", match.mood) == match.mood and (context.voice is not None or not yields.get("spoken"))


def _shared(match: Match) -> bool:
    """`The Minister stressed our shared commitment to ...`: what is shared, all of them hold."""
    noun = match.thing if match.thing is not None else match.head
    return any(c.lower_ in ("shared", "mutual", "common", "joint") for c in noun.children if c.dep_ == "amod")


def _meeting(match: Match, part: Part, pair: tuple[str, ...]) -> bool:
    """`X met Y to reaffirm the ties between their states`: both came to say it."""
    if match.mood not in ("infinitive", "gerund") or match.head.head.lower_ not in _MEETS:
        return False
    span = part_span(match, part)
    start = match.sentence.start
    return set(pair) <= set(parties_inside(span.start - start, span.end - start, match.sentence))


def _says_nothing(match: Match, topic: str) -> bool:
    """`welcomed the step`: a topic that tells no more than that there is one; a lone name ("Ukraine") tells enough."""
    words = topic.casefold().split()
    if words[0] in ("this", "that", "these", "those") and len(words) < 4:
        return len(words) < 2 or words[-1] not in _TELLING
    if topic.casefold().startswith("see you"):
        return True
    if len(words) == 1 and match.rule.id in _OF_ONE_WORD:
        return words[0] in ("it", "them", "this", "that")
    return (len(words) < 2 and not topic[:1].isupper()) or topic.casefold() in _BARE


def _at_home(match: Match, span: Span, by: Actors, context: Context) -> bool:
    """Whether a state highlights what is its own: no other party is named, and nothing is told to be shared."""
    if by.parties != (context.issuer,) or context.issuer is None:
        return False
    start, end = span.start - match.sentence.start, span.end - match.sentence.start
    if any(code != context.issuer for code in parties_inside(start, end, match.sentence)):
        return False
    at = match.sentence.start
    named = [context.settle(m) for m in match.sentence.people if start <= m.start - at < end]
    if any(m.person is not None and m.country != context.issuer for m in named):
        return False
    return not _BETWEEN.search(match.sentence.text[start:end])


def _holders(match: Match, context: Context) -> Actors:
    told = match.rule.yields
    if match.rule.who == "author":
        return told_of(match, context)
    if told.get("assessment"):
        return assessor(match, context)
    if told.get("owned"):
        owner = context.owner(match.head, match.sentence)
        if owner.parties or told["owned"] == "named":
            return owner
        return Actors(tuple(dict.fromkeys(codes_around(match.head, match.sentence)))[:1])
    asked = context.doer if match.a_state else context.holder
    by = asked(match.who, match.head, match.sentence) or context.owner(match.thing, match.sentence)
    unsaid = match.thing is not None and match.thing.dep_ == "nsubjpass" and match.who in (None, match.thing)
    nobody = match.rule.who == "none" or (match.rule.id in _NOTED and is_passive(match.head)) or unsaid
    met = context.pair if unsaid else context.focus
    if nobody and not by.parties and len(met) > 1:
        by = Actors(met)
    if not by.parties and told.get("stance") == "reaffirms" and match.parts:
        by = context.owner(match.parts[0].head, match.sentence)  # "this MoU reaffirms our efforts"
    if len(by.parties) == 1 and by.parties[0] in context.pair and _shared(match):
        by = replace(by, parties=context.pair)
    return by


def _tells_which(match: Match) -> bool:
    """`firms that support X`: words that only tell which are meant."""
    head = match.head
    if match.rule.id == "position.commitment-noun" and head.head.lower_ in ("discussed", "discuss", "reviewed"):
        return True  # "discussed their shared commitment to X": an agenda
    if head.dep_ == "conj" and head.tag_ == "VBZ" and head.head.tag_ == "VBD":
        return True  # "discussed an order that is open, respects the law": hung on the wrong verb
    while head.dep_ == "conj" and head.head.i != head.i and head.head.tag_.startswith("VB"):
        head = head.head
    that = any(c.lower_ == "that" and c.dep_ == "nsubj" and c.tag_ == "WDT" for c in head.children)
    return that and head.dep_ == "relcl" and match.thing is None


def _prefaces(match: Match) -> bool:
    """`Emphasising the long ties, he called for ...`: words that only lead to what is said.

    A deed done by "supporting ..." is no stance either.
    """
    deed = match.rule.id in _DEEDS
    if deed and match.mood == "gerund" and match.head.dep_ in ("advcl", "acl", "pcomp"):
        return match.head.head.lower_ != "including" or match.rule.id == "position.argued-for"
    return match.head.i == 0 and match.head.dep_ == "advcl" and match.head.lower_.startswith(_STRESSING)


# "united in their condemnation of X", "unequivocal in its rejection of Y"
_UNITED_IN = {"condemnation": "condemns", "opposition": "opposes", "rejection": "opposes"}


def _stance(match: Match, part: Part | None, topic: str) -> str:
    """The rule's stance, unless what it governs tells another."""
    told = str(match.rule.yields.get("stance", "supports"))
    if part is not None and match.rule.yields.get("judged"):
        return verdict(match, part) or told
    if part is not None and part.shape.endswith("CLAUSE") and match.rule.who != "author":
        told = clause_stance(topic, told)
    if part is not None and match.rule.id == "position.united":
        told = _UNITED_IN.get(word(part.head), told)
    if part is None or match.rule.id not in _STRESSED:
        return told
    main = subject(part.head) if part.shape.endswith("CLAUSE") else part.head
    return "reaffirms" if main is not None and word(main) in RELATION - {"cooperation"} else told


def _plain_fact(match: Match, part: Part) -> bool:
    """`noted that relations were elevated in 2024`: what happened on a day is told, and no stance taken."""
    if not part.shape.endswith("CLAUSE") or mood(part.head) != "past":
        return False
    span = part_span(match, part)
    return any(span.start <= match.sentence.start + d.start < span.end for d in match.sentence.dates)


def _parts(match: Match) -> tuple[Part | None, ...]:
    if match.rule.who == "author":
        first = match.who.left_edge.i if match.who is not None else match.head.i
        if match.thing is not None and match.thing.i < first:
            return ()  # "at this moment, protecting X is ...": the moment is not what it is called
        return (Part("CLAUSE", match.head, first, (match.thing or match.head).right_edge.i),)
    return match.parts or (None,)


def _no_topic(match: Match, part: Part | None, topic: str) -> bool:
    """Whether the words tell nothing to take a stance on: a guest, a courtesy, "the step", what nobody judges."""
    named = part is not None and person_at(match.sentence, part.head) is not None
    if (named and match.rule.id not in _FOR_SOMEONE) or _says_nothing(match, topic) or _manners(match, topic):
        return True
    return part is not None and bool(match.rule.yields.get("judged")) and verdict(match, part) is None


def _topic(match: Match, part: Part) -> Span:
    """What a stance is about; "ASEAN's role in the region" is about the whole of it, not about the region."""
    span, thing = part_span(match, part), match.thing
    if thing is None or word(thing) != "role" or not any(c.dep_ == "poss" and c.tag_ != "PRP$" for c in thing.children):
        return span
    return Span(match.sentence.chars(thing.doc[thing.left_edge.i]).start, span.end)


def positions(match: Match, context: Context) -> Iterator[Position]:
    """The positions that one match of a position rule tells, none where no actor can be told."""
    by = _holders(match, context)
    if not by.parties or _unreal(match) or _prefaces(match):
        return
    if _tells_which(match) or not _as_told(match, context):
        return
    release = context.source.release
    for part in _parts(match):
        quote = (
            clause_of(match, None, release) if match.rule.yields.get("assessment") else quote_of(match, part, release)
        )
        span = _topic(match, part) if part else quote.span
        topic = release.text[span.start : span.end]
        if _no_topic(match, part, topic):
            continue
        if match.rule.yields.get("heads") and part is not None and part.head.lower_ not in match.rule.only:
            continue  # "happy to see you and talk", where "talk" is not what the rule asks for
        if match.rule.yields.get("abroad") and _at_home(match, span, by, context):
            continue
        if part and match.rule.who != "author" and part.shape.endswith("CLAUSE") and part.head.lower_ in _INNER:
            continue
        if part and match.rule.id == "position.acknowledged" and _plain_fact(match, part):
            continue
        both = part is not None and len(by.parties) == 1 and _meeting(match, part, context.pair)
        yield Position(
            rule=match.rule.id,
            evidence=(quote,),
            by=context.pair if both else by.parties,
            stance=_stance(match, part, topic),
            topic=topic,
            inferences=by.inferences,
        )
