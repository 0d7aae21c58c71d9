"""Pages about one event: the day and the place at their head are the event's own, and so is the title's tale."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from comity.extract.context import Context
from comity.extract.quoting import evidence
from comity.extract.telling import level_of, participant
from comity.model import Engagement, When
from comity.reading.annotate import Annotated, titled
from comity.reading.mentions import PersonMention, Sentence

__all__ = ["as_page", "domestic", "headed", "page_day", "titled_event"]

# Such titles name the whole company; a summit or a news conference may have guests that its title does not name.
_AT_HOME = re.compile(
    r"\b(?:meeting with|met (?:with )?|(?:held|chaired) a|visit(?:ed)?|toured|congratulat\w+|greetings|condolences)\b",
    re.IGNORECASE,
)
_MET = frozenset({"talks", "dialogue", "summit", "conference", "ceremony"})
# A title that names its event: `Meeting with President of Norland Anna Berg`, `Russian-Norlandic talks`.
_EVENT = re.compile(
    r"^(?:(?:start|beginning|excerpts?|transcript|opening|closing|introductory|press|joint|news|speech|remarks|answers|"
    r"statements?|conference|questions|and|to|of|from|at|before|following|after|the|a)\s+)*"
    r"(?:[\w-]+\s+){0,3}?(?P<event>meetings?|talks|negotiations|conversations?|consultations|dinner|lunch)\b"
    r"(?=\s+(?:with|between|of)\b|$)",
    re.IGNORECASE,
)
_LEADERS = frozenset({"head_of_state", "head_of_government", "head_of_state_and_government", "monarch", "igo_head"})


def titled_event(sentence: Sentence, context: Context) -> Iterator[Engagement]:
    """The event that a page's title names without a verb."""
    told = _EVENT.match(sentence.text)
    parties = context.source.parties
    if sentence.role != "title" or not context.source.event_page or told is None or len(parties) < 2 or context.home:
        return
    guests = [m for m in map(context.settle, sentence.people) if m.person is not None]
    people = [*_host(context, guests), *guests]
    leaders = len(parties) > 2 and bool(people) and all(m.office in _LEADERS for m in people)
    kind = "call" if re.search(r"phone|video", told[0], re.IGNORECASE) else "summit" if leaders else "talks"
    yield Engagement(
        rule="engagement.title",
        evidence=(evidence(context.source.release, sentence.span),),
        kind=kind,
        parties=parties,
        level=level_of(tuple(people)),
        status="held",
        participants=tuple(participant(m) for m in people),
    )


def domestic(source: Annotated) -> bool:
    """Whether a page tells in its title of nobody abroad: whom it names without a state is of the issuer's own."""
    account = set(source.release.account)
    if not source.event_page or set(titled(source.sentences)) - account:
        return False
    guests = (m for s in source.sentences for m in s.people if m.person is not None and m.country_basis == "text")
    return _AT_HOME.search(source.release.title or "") is not None or not any(
        m.country and m.country not in account for m in guests
    )


def _host(context: Context, guests: Sequence[PersonMention]) -> Iterator[PersonMention]:
    """The issuer's own leader, where the page names him below a title that names the guests alone."""
    named = (m for s in context.source.sentences for m in s.people if m.person is not None)
    own = (m for m in named if m.country == context.issuer and m.office in _LEADERS and not m.plural)
    first = next(own, None)
    if first is not None and all(m.country != context.issuer for m in guests):
        yield first


_BY_WIRE = re.compile(r"phone|call|video|wire|line", re.IGNORECASE)
_AT_ARRIVAL = re.compile(
    r"\b(?:met|greeted|welcomed|received|seen off)\b.{0,90}\b(?:airport|plane|airfield|gangway|railway station)\b",
    re.IGNORECASE,
)


def as_page(claim: Engagement, titled: Sequence[Engagement], sentence: Sentence, context: Context) -> Engagement:
    """The kind that a page's own setting tells: its call, talk in a room, a greeting at the airport."""
    calls = [h for h in titled if h.kind == "call"]
    plain = not (claim.when or claim.place) and claim.status == "held"
    if claim.kind == "talks" and plain and calls and len(calls) == len(titled):
        # "The conversation was held ..." below a title that tells of a telephone call
        return replace(claim, kind="call", form=None) if set(claim.parties) == set(calls[0].parties) else claim
    if not context.source.event_page or claim.status != "held":
        return claim
    if claim.kind == "talks" and _AT_ARRIVAL.search(sentence.text):
        return replace(claim, kind="ceremony", form="welcome")
    if claim.kind == "call" and context.source.release.place and not calls and not _BY_WIRE.search(sentence.text):
        return replace(claim, kind="talks")
    return claim


def headed(claim: Engagement, sentence: Sentence, context: Context) -> Engagement:
    """The event of the title, or one that the body tells as held without a day, with the page's day and place."""
    release = context.source.release
    if not context.source.event_page or release.issued is None or context.voice is not None:
        return claim
    title = sentence.role == "title"
    now = claim.status in ("held", "ongoing") if title else claim.status == "held" and _told_as_news(claim, sentence)
    if claim.when is not None or not now or claim.kind not in (*_MET, *(("call", "visit") if title else ("call",))):
        return claim
    claim = page_day(claim, context)
    if claim.rule == "engagement.arrived" and title:
        claim = replace(claim, status="ongoing")
    there = claim.place is None and claim.place_country in (None, release.place_country)
    if claim.kind in _MET and release.place and there:
        return replace(claim, place=release.place, place_country=release.place_country)
    return claim


def page_day(claim: Engagement, context: Context) -> Engagement:
    """The claim with the day at the head of the page, where the page is about an event and the claim tells no day."""
    issued = context.source.release.issued
    if claim.when is not None or issued is None or not context.source.event_page:
        return claim
    return replace(claim, when=When(issued.edtf, issued.precision, "dateline", issued.printed))


def _told_as_news(claim: Engagement, sentence: Sentence) -> bool:
    """Whether a sentence tells of the event as what happened, and does not only name it."""
    head = next((t for t in sentence.doc or () if t.dep_ == "ROOT"), None)
    noun = claim.rule.endswith("-noun") or claim.rule == "engagement.named-occasion"
    return not noun and head is not None and head.tag_ == "VBD"
