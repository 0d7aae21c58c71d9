"""Steps 5 and 6: every claim of an annotated release, found by the rules and settled within the release."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from comity.extract.agreements import agreements
from comity.extract.commitments import commitments
from comity.extract.context import Actors, Context
from comity.extract.engagements import engagements, topics_of
from comity.extract.exercises import exercises
from comity.extract.frames import Frames, Match
from comity.extract.guests import guest_visit
from comity.extract.home import at_home, home_business, of_others, reaches_out, worldly
from comity.extract.joint_texts import joint_text
from comity.extract.lists import listed
from comity.extract.modals import modal_matches
from comity.extract.names import parties_inside
from comity.extract.occasions import occasions
from comity.extract.pages import as_page, headed, titled_event
from comity.extract.parsing import parse_what_matters
from comity.extract.positions import positions
from comity.extract.relations import relations
from comity.extract.settling import Found, settled
from comity.extract.speech import speakers
from comity.extract.telling import participant
from comity.extract.unreal import between_its_own, denied, imagined, untold
from comity.lexicon import Lexicon
from comity.model import (
    Engagement,
    Reading,
)
from comity.reading.annotate import Annotated
from comity.reading.mentions import Sentence
from comity.reading.syntax import subject, word
from comity.reading.triage import set_aside
from comity.reading.triage import settled as triaged
from comity.sources.parties import is_body

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["LEAST", "read_claims"]

LEAST = 0.6
"""A claim less likely than this is not told (see docs/quality.md for what it costs and spares)."""

_ALSO_PROMISED = frozenset({"set", "convene"})
"""What one will do is promised where no engagement is told of it: "will set up a shelter"."""

_TOLD_BY_VERB = frozenset({"engagement.hold-talks", "engagement.hold-meeting", "engagement.courtesy-call"})


@cache
def _frames(lexicon: Lexicon) -> Frames:
    return Frames(lexicon.rules.values())


def read_claims(source: Annotated, *, least: float = LEAST) -> Reading:
    """The claims of a release, numbered and in the order of the text; without those less likely than `least`."""
    decided = triaged(source)
    if not decided.kept:
        return set_aside(source.release, decided)
    context = Context(source, home=at_home(source), quoted=speakers(source))
    found = Found()
    title = next((s for s in source.sentences if s.role == "title"), None)
    frames = _frames(source.lexicon)
    parse_what_matters(source)
    joint = joint_text(context, title)
    if joint is not None:
        found.agreements.append(joint)
    for sentence in source.sentences:
        context.hear(sentence)
        _sentence(sentence, frames, context, found)
        context.pass_sentence(sentence)
    reading = settled(found, source, least)
    parsed = sum(sentence.doc is not None for sentence in source.sentences)
    return replace(reading, triage=replace(decided, parsed=parsed))


def _names_abroad(sentence: Sentence, context: Context) -> bool:
    """Whether a sentence names another party, be it in somebody's office ("the Prime Minister of Armenia")."""
    people = (m.country for m in sentence.people if m.country and m.country_basis == "text")
    return any(code != context.issuer for code in (*parties_inside(0, len(sentence.text), sentence), *people))


def _sentence(sentence: Sentence, frames: Frames, context: Context, found: Found) -> None:
    if imagined(sentence):
        return
    matches = [m for m in modal_matches(frames.find(sentence)) if not untold(m)]
    if denied(sentence):
        _stances([m for m in matches if m.rule.kind == "position"], sentence, context, found)
        return
    objects = {m.thing.i for m in matches if m.thing is not None and m.rule.id in _TOLD_BY_VERB}
    # "will hold a meeting with X" is told by its verb; its noun alone would tell it again.
    matches = [m for m in matches if not (m.rule.noun and m.head.i in objects)]
    told = _met(matches, sentence, context, found)
    if sentence.role == "title":
        if context.source.event_page:
            # Its titles are sentences; congratulations are the news there, not a stance.
            _stances([m for m in matches if m.rule.id != "position.congratulated"], sentence, context, found, told)
        return
    for occasion in occasions(sentence, context, found.engagements):
        _keep(occasion, sentence, context, found)
    found.exercises.extend(exercises(sentence, context))
    if not between_its_own(sentence, context):
        found.agreements.extend(agreements(sentence, context))
    found.relations.extend(relations(sentence, context))
    _stances(matches, sentence, context, found, told)
    if sentence.role == "item":
        own = _own_business(sentence, context)
        found.commitments.extend(c for c in listed(sentence, context) if c.by != own)
    _remember(sentence, matches, context)


def _met(matches: Sequence[Match], sentence: Sentence, context: Context, found: Found) -> frozenset[int]:
    """The engagements of a sentence: of a title that names one, else of its verbs and nouns; returns these verbs."""
    transcript = context.source.release.genre == "transcript" and sentence.role != "title"
    told: set[int] = set()
    named = list(titled_event(sentence, context))
    for claim in named:
        _keep(claim, sentence, context, found)
    for match in matches:
        spoken = transcript or (context.spoken(match.head, sentence) and sentence.role != "title")
        if match.rule.kind != "engagement":
            continue
        if not named and not (spoken and not _told(match, sentence)):
            before = len(found.engagements) + len(found.headline)
            _engagement(match, context, found)  # talk of meetings is a meeting only where its day is told
            made = len(found.engagements) + len(found.headline) > before
        else:
            made = False
        loose = word(match.head) in _ALSO_PROMISED or _asks_more(match.rule.yields)
        if match.rule.yields.get("kind") != "topics" and (made or not loose):
            told.add(match.head.i)
    return frozenset(told)


def _asks_more(yields: Mapping[str, object]) -> bool:
    """Whether a rule's verb alone tells no meeting: "will stay in Kenya" may be a promise."""
    return any(yields.get(what) for what in ("dated", "phone", "beside", "day"))


def _told(match: Match, sentence: Sentence) -> bool:
    """Whether a meeting that is talked of was or will be: its day is told, or the host bids welcome."""
    if sentence.dates or match.rule.yields.get("guest"):
        return True
    spoken = match.who is not None and match.who.lower_ in ("i", "we") and any(m.person for m in sentence.people)
    return spoken and match.mood in ("past", "perfect") and not match.rule.noun


def _stances(
    matches: Sequence[Match], sentence: Sentence, context: Context, found: Found, told: frozenset[int] = frozenset()
) -> None:
    """Commitments and positions; in a release about home affairs only where a sentence names another party."""
    unnamed = not _names_abroad(sentence, context)
    if unnamed and (context.home or home_business(sentence.text, context.issuer)) and not of_others(sentence.text):
        if not worldly(sentence.text):
            return
        matches = [m for m in matches if m.rule.kind == "position"]
    own = _own_business(sentence, context)
    for match in matches:
        promise = match.rule.yields.get("modal") == "will" and not match.rule.yields.get("other")
        if promise and match.head.i in told:
            continue  # "will hold a meeting" is a planned engagement, not a promise
        if match.rule.kind == "commitment":
            found.commitments.extend(c for c in commitments(match, context) if c.by != own)
        elif match.rule.kind == "position":
            found.positions.extend(c for c in positions(match, context) if c.by != own)


def _own_business(sentence: Sentence, context: Context) -> tuple[str, ...]:
    """Who tells nothing here: the issuer of a release about its own affairs, where it does not reach beyond them."""
    reaches = _names_abroad(sentence, context) or reaches_out(sentence.text)
    return context.source.release.account if context.source.within and not reaches else ()


def _remember(sentence: Sentence, matches: Sequence[Match], context: Context) -> None:
    """What the next sentence may mean by "it", and the words that open a list."""
    for match in matches:
        if match.rule.who == "author" or match.rule.yields.get("assessment") or match.rule.yields.get("spoken"):
            continue  # who says it is not the subject of its words
        actors = context.actors(match.who, sentence) if match.who is not None and match.who.lower_ != "it" else Actors()
        if actors:
            context.subject = actors
            # After "We reached a deal", or what a person did, "it" is not who acted, but the deal.
            context.it = actors if match.who is not None and _may_be_it(match.who, actors) else Actors()
    root = next((t for t in sentence.doc or () if t.dep_ == "ROOT"), None)
    together = context.several(subject(root), sentence) if root is not None else ()
    context.focus = together or context.focus
    if context.issuer in together and not context.authors and context.voice is None and sentence.index < 3:
        context.authors = together  # "Leaders of A and B spoke today. We reaffirm ...": theirs, not the issuer's alone
    if sentence.text.rstrip().endswith(":"):
        context.lead = sentence.text
        opener = context.actors(subject(root), sentence) if root is not None else Actors()
        context.subject = opener or context.subject
    elif sentence.role == "heading" and _LIST_OF_TEXTS.search(sentence.text):
        context.lead = sentence.text
    elif sentence.role != "item":
        context.lead = ""


# A heading over a list of what was signed: "MoUs exchanged during the visit", "List of documents signed".
_LIST_OF_TEXTS = re.compile(
    r"\b(?:MoUs?|MOUs?|[Aa]greements?|[Dd]ocuments?|[Ii]nstruments?|[Oo]utcomes?)\b.{0,40}\b(?:signed|exchanged|concluded|adopted)\b",
    re.IGNORECASE,
)


def _may_be_it(who: Token, actors: Actors) -> bool:
    return who.tag_ != "PRP" and not actors.people and len(actors.parties) == 1


def _engagement(match: Match, context: Context, found: Found) -> None:
    if match.rule.yields.get("kind") == "participants":
        _join(match, context, found)
        return
    if match.rule.yields.get("kind") == "topics":
        if found.engagements and context.actors(match.who, match.sentence):
            last = found.engagements[-1]
            found.engagements[-1] = replace(last, topics=(*last.topics, *topics_of(match, context)))
        return
    maker = guest_visit if match.rule.yields.get("guest") else engagements
    for claim in maker(match, context):
        _keep(claim, match.sentence, context, found)


def _join(match: Match, context: Context, found: Found) -> None:
    """`The Japanese side will be represented by X and Y`: they take part in the engagement just told."""
    if not found.engagements:
        return
    last = found.engagements[-1]
    known = {p.name for p in last.participants}
    people = [context.settle(m) for m in match.sentence.people if m.person is not None]
    sides = [a for a in (context.actors(match.who, match.sentence), context.actors(match.thing, match.sentence)) if a]
    side = next((a.parties[0] for a in sides if len(a.parties) == 1), None)
    more = []
    for mention in people:
        if mention.country is None and side and mention.person is not None:
            mention.person.country = side
        told = participant(replace(mention, country=mention.country or side))
        if told.name not in known:
            more.append(told)
    found.engagements[-1] = replace(last, participants=(*last.participants, *more))


def _keep(claim: Engagement, sentence: Sentence, context: Context, found: Found) -> None:
    """Take an engagement in, and let the next sentences speak of its parties and people."""
    claim = headed(as_page(claim, found.headline, sentence, context), sentence, context)
    (found.headline if sentence.role == "title" else found.engagements).append(claim)
    context.place_country = claim.place_country or context.place_country
    if claim.name and claim.kind in ("dialogue", "summit", "conference", "talks"):
        context.dialogue = claim
    edtf = claim.when.edtf if claim.when else None
    if (
        edtf
        and claim.when
        and claim.when.precision == "day"
        and "/" not in edtf
        and claim.kind != "visit"
        and (context.day is None or claim.status == "held")
    ):
        context.day = date.fromisoformat(edtf)
    if len(claim.parties) > 1 and claim.kind != "ceremony" and not _in_passing(claim):
        context.focus = claim.parties
        people = [m for m in sentence.people if m.person is not None]
        if len({m.country for m in people}) > 1:
            context.people = tuple(people)


def _in_passing(claim: Engagement) -> bool:
    """Whether a body's meeting is but named, or joined: who "they" are is still told by the talks before."""
    rules = ("engagement.named-occasion", "engagement.take-part")
    return claim.rule in rules and claim.name is not None and any(is_body(p) for p in claim.parties)
