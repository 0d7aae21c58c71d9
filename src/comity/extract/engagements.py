"""Engagements: talks, dialogues, summits, visits, calls, ceremonies and conferences, one claim for each telling."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from comity.extract.circumstance import place_near, when_near
from comity.extract.complements import is_passive
from comity.extract.context import Actors, Context
from comity.extract.frames import Match
from comity.extract.gatherings import PEOPLE_IN_TURN, at_meeting, guests, is_guest, meeters, no_guest, untold
from comity.extract.names import Named, dialogue_name, parties_inside
from comity.extract.quoting import clause_of, part_span, quote_of
from comity.extract.telling import (
    joined_actors,
    level_of,
    participant,
    status_told,
    with_people,
    words_around,
    words_near,
)
from comity.extract.visits import Partners, ship_received, visits
from comity.model import Engagement, Topic
from comity.reading.mentions import PersonMention
from comity.reading.syntax import subject, word
from comity.sources.parties import is_body

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["engagements", "topics_of"]

_CALL = re.compile(
    r"\b(?:tele)?phon\w*|\bcall(?:ed|s)?\b(?! on)|\bvideo (?:call|conference|teleconference)|\bspoke\b",
    re.IGNORECASE,
)
_CEREMONY = re.compile(
    r"\b(?:welcom\w+|sign(?:ing|ed)|closing|opening|deck|wreath\w*|guard|honou?rs?|commemorat\w*|hand\w*over|farewell|"
    r"state|official|military)\b"
)
_BILATERAL = re.compile(
    r"\b(?:bilateral|talks|delegation-level|delegation|joint|plenary|one-to-one|one-on-one)\b", re.IGNORECASE
)


def engagements(match: Match, context: Context) -> Iterator[Engagement]:
    """The engagements that one match of an engagement rule tells."""
    if untold(match):
        return
    kind = str(match.rule.yields.get("kind", "talks"))
    who = context.doer(match.who, match.head, match.sentence)
    if match.rule.yields.get("ship_received"):
        yield from ship_received(match, who, context)
        return
    if match.who is not None and match.thing is not None and match.who.i == match.thing.i:
        who = Actors(context.pair, context.people)  # "Talks were held": between those in focus
    partners: Partners = [(p, context.actors(p.head, match.sentence)) for p in match.parts] or [(None, Actors())]
    if not who.parties and len(who.people) == 1:
        ours = any(context.issuer in actors.parties for _, actors in partners)
        one = context.assume(who.people[0], partner=ours)  # "our Minister was received by President X"
        who = Actors((one.country,) if one.country else (), (one,))
    received = guests(match, who, context) if match.rule.yields.get("people") and not match.parts else Actors()
    partners = [(None, received)] if received else partners
    if match.rule.yields.get("people") and no_guest(match, partners, received, context):
        return
    if match.rule.yields.get("at"):
        who = meeters(match, who, context)
        if not at_meeting(match, who):
            return
    if kind not in ("visit", "ceremony"):
        partners = [(p, with_people(a, p, match, context, who)) for p, a in partners]
    maker = {"visit": visits, "ceremony": _ceremony}.get(kind, _meeting)
    yield from maker(match, who, partners, context)


def _those_who_met(match: Match, who: Actors, others: Sequence[Actors], context: Context) -> Actors:
    if match.who is not None and match.who.lower_ == "we" and context.voice is not None and not others:
        return Actors(context.pair, context.people)  # "We met here a year ago": those who are talking
    if match.rule.yields.get("ours") and (
        who.people or (match.who is not None and word(match.who) in _ENVOYS)
    ):  # "the Ambassador of Kenya was summoned"
        told = parties_inside(match.head.idx, len(match.sentence.text), match.sentence)
        host = next((p for p in (*told, context.issuer) if p and p not in who.parties), None)
        return joined_actors([Actors((host,)), who]) if host else who
    if not who and context.issuer and (match.sentence.role == "title" or match.rule.yields.get("noun")):
        return Actors((context.issuer,))
    return who


def _meeting(match: Match, who: Actors, partners: Partners, context: Context) -> Iterator[Engagement]:
    sentence = match.sentence
    noun = match.thing if match.thing is not None else match.head
    named = dialogue_name(noun, sentence) or _its_own(match, noun)
    if named is not None and named.organ and match.head.lower_.startswith(("attend", "join", "particip")):
        return  # who takes part in a council is a member of it
    kind = _kind(match, named)
    others = [a for _, a in partners if a]
    met = any(a.people or is_guest(p, a) for p, a in partners)
    if match.rule.yields.get("people") and not met and (match.parts or not others):
        return
    known = any(c.lower_ == "the" for c in noun.children)  # "before the talks with his counterpart"
    met = not known and any(word(p.head) in _PEERS for p, a in partners if p is not None and a)
    met = met or any(a.people for a in others) or len({p for a in others for p in a.parties}) > 1
    if match.rule.yields.get("noun") and named is None and not met and not match.rule.yields.get("at"):
        return
    of = match.rule.noun and any(p is not None and p.head.head.lower_ == "of" for p, _ in partners)
    numbered = named is not None and (named.edition or _edition(match)) and named.start > noun.idx
    if of and not numbered and (named is not None or len({c for a in others for c in a.parties}) < 2):
        return  # "a meeting of the Joint Commission", and not "the 8th meeting"
    who = _those_who_met(match, who, others, context)
    host = _host_of(match, who, kind) if not others else None
    others = [host] if host is not None else others
    alone = not others and not named and not match.rule.yields.get("alone")
    if alone and len(who.parties) < 2 and kind != "conference":
        return
    whole = [joined_actors(others)] if kind != "talks" or named is not None else _split(_several(match, noun), others)
    groups = _by_clause(match, others) or _one_by_one(partners) or whole
    for group in groups:
        parties, people = _all(who, group)
        parties = _widened(match, parties, group, named, context)
        own = kind == "conference" or (kind == "dialogue" and any(is_body(p) for p in parties))
        if len(parties) < 2 and (not own or named is None or not parties):
            continue
        yield _engagement(match, kind, parties, people, context, named)


def _noun(match: Match) -> Token:
    return match.thing if match.thing is not None else match.head


def _widened(
    match: Match, parties: tuple[str, ...], group: Actors, named: Named | None, context: Context
) -> tuple[str, ...]:
    """The parties told, with those in the name of the meeting; of a bilateral one, both in focus."""
    if named is not None and len(parties) == 1 and is_body(parties[0]) and _its_own(match, _noun(match)) is not None:
        return parties  # "the Committee of the Union held its 43rd meeting": its members met
    if named is not None and len(parties) < 2:
        parties = tuple(dict.fromkeys((*parties, *named.parties)))
        parties = parties if len(parties) > 1 else tuple(dict.fromkeys((*parties, *context.pair)))
    if named is not None and set(parties) < set(named.parties):
        return named.parties  # "India and Kenya spoke of the India-Kenya-Peru summit held in Lima"
    bilateral = _BILATERAL.search(words_around(match)) is not None and len(context.pair) > 1 and not group.parties
    return context.pair if bilateral and len(parties) == 1 and parties[0] in context.pair else parties


def _engagement(
    match: Match,
    kind: str,
    parties: tuple[str, ...],
    people: tuple[PersonMention, ...],
    context: Context,
    named: Named | None,
) -> Engagement:
    sentence = match.sentence
    status = status_told(match)
    at = match.head.idx
    place = None if kind == "call" else place_near(at, sentence)
    part = match.parts[-1] if match.parts else None
    return Engagement(
        rule=match.rule.id,
        evidence=(clause_of(match, part, context.source.release),),
        kind=kind,
        form=_form(match, kind, people),
        name=named.name if named else None,
        series=named.series if named else None,
        edition=(named.edition if named else None) or _edition(match),
        when=when_near(at, sentence, context, "future" if status in ("planned", "proposed") else "past"),
        place=place.name if place else None,
        place_country=place.country if place else None,
        place_detail=place.detail if place else None,
        parties=parties,
        level=level_of(people),
        status=status,
        participants=tuple(participant(p) for p in people),
    )


def _edition(match: Match) -> int | None:
    """The number before a meeting that has no name: "their third defence dialogue"."""
    noun = match.thing if match.thing is not None else match.head
    left = noun.left_edge.idx
    inside = (e.number for e in match.sentence.editions if left <= e.start and e.end <= noun.idx)
    return next((n for n in inside if n), None) if noun.tag_.startswith("NN") else None


def _ceremony(match: Match, who: Actors, _partners: Partners, context: Context) -> Iterator[Engagement]:
    sentence = match.sentence
    if match.rule.yields.get("form") == "wreath_laying" and (not who or _in_words(match) or _praise(match)):
        return
    told = parties_inside(0, len(sentence.text), sentence)
    signed = bool(sentence.dates) and re.search(r"\bsigning|\bhand\w*.?over", words_near(match)) is not None
    if len(told) == 1 and len(context.focus) < 2 and signed and context.issuer and context.issuer not in told:
        told = (context.issuer, *told)
    if match.rule.yields.get("noun") and len(context.focus) < 2 and len(told) < 2:
        return
    who = _with_guest(match, who, context)
    both = told if match.rule.yields.get("noun") and len(told) == 2 and len(context.focus) < 2 else context.pair
    parties = tuple(dict.fromkeys((*who.parties, *both)))
    if len(parties) < 2 or (match.rule.yields.get("noun") and not _CEREMONY.search(words_near(match))):
        return
    place = place_near(match.head.idx, sentence)
    status = status_told(match)
    yield Engagement(
        rule=match.rule.id,
        evidence=(clause_of(match, match.parts[-1] if match.parts else None, context.source.release),),
        kind="ceremony",
        form=str(match.rule.yields.get("form", "")) or None,
        when=when_near(match.head.idx, sentence, context, "future" if status == "planned" else "past"),
        place=place.name if place else None,
        place_country=place.country if place else None,
        place_detail=place.detail if place else None,
        parties=parties,
        level=level_of(who.people),
        status=status,
        participants=tuple(participant(p) for p in who.people),
        inferences=who.inferences,
    )


_ENVOYS = frozenset({"ambassador", "chargé", "envoy", "attaché", "attache", "commissioner", "diplomat", "d'affaires"})
_DEAD = re.compile(
    r"\b(?:memor\w+|fallen|victims|martyr\w*|soldiers|heroes|monument|tomb|statue|graves?|cemetery|wreaths?|flowers|died"
    r"|sacrifice\w*|lives|late|father|founder|poet|Unknown|bust|mausoleum|shrine|death|passing|dead|killed)\b",
    re.IGNORECASE,
)


def _praise(match: Match) -> bool:
    """`Paid tribute to her leadership`: praise of the living, with no dead or monument named."""
    tribute = match.thing is not None and match.thing.lower_ in ("tribute", "tributes", "respect", "respects")
    return tribute and _DEAD.search(match.sentence.text) is None


def _in_words(match: Match) -> bool:
    """`Today, we pay tribute to them`: it is done by saying so, and nobody lays a wreath."""
    return match.who is not None and match.who.lower_ in ("we", "i") and match.mood == "present"


def _with_guest(match: Match, who: Actors, context: Context) -> Actors:
    """`X was hosted to dinner by Y`: X too was there."""
    done = subject(match.head) if is_passive(match.head) and match.thing is not None else None
    if done is None or (match.thing is not None and done.i == match.thing.i):
        return who
    guest = context.actors(done, match.sentence)
    return joined_actors([guest, who]) if guest.people and set(guest.parties) - set(who.parties) else who


def topics_of(match: Match, context: Context) -> tuple[Topic, ...]:
    """What was discussed, for the engagement in focus."""
    release = context.source.release
    found = []
    for part in match.parts:
        quote = quote_of(match, part, release)
        span = part_span(match, part)
        found.append(Topic(release.text[span.start : span.end], (quote,)))
    return tuple(found)


def _kind(match: Match, named: Named | None) -> str:
    kind = str(match.rule.yields.get("kind", "talks"))
    noun = word(match.thing if match.thing is not None else match.head)
    around = words_around(match)
    if match.rule.yields.get("there") and re.search(r"\bby (?:tele)?phone\b", match.sentence.text):
        return "call"
    if kind in ("talks", "call") and re.search(r"\bcalls? on\b", around):
        return "talks"
    if kind == "talks" and match.rule.yields.get("form") != "call_on" and _CALL.search(around):
        return "call"
    if named is not None and named.kind:
        return named.kind
    if noun.startswith(("conference", "forum", "seminar", "workshop", "symposium", "expo")):
        return "conference"
    if noun.startswith("summit"):
        return "summit"
    if (
        noun.startswith("dialogue")
        or (noun == "talks" and re.search(r"\bstaff talks\b", around))
        or (kind == "talks" and _edition(match) and _of_a_series(match))
    ):
        return "dialogue"
    return kind


_PEERS = frozenset(
    {
        "interlocutor",
        "interlocutors",
        "peer",
        "peers",
        "counterpart",
        "counterparts",
        "colleague",
        "colleagues",
        "homologue",
    }
)
_ORGANS = frozenset({"commission", "committee", "council", "group", "board", "mechanism"})


def _of_a_series(match: Match) -> bool:
    """`The seventh staff talks`, `the second meeting of their Joint Commission`: one of those held year by year."""
    noun = match.thing if match.thing is not None else match.head
    if word(noun) in ("talks", "consultations"):
        return any(c.dep_ == "compound" for c in noun.children)
    return any(word(g) in _ORGANS for c in noun.children if c.lower_ == "of" for g in c.children)


def _its_own(match: Match, noun: Token) -> Named | None:
    """`The Joint Committee held its 43rd meeting`: the meeting bears the name of who held it."""
    own = match.who is not None and any(c.lower_ == "its" for c in noun.children)
    return dialogue_name(match.who, match.sentence) if own and match.who is not None else None


def _host_of(match: Match, who: Actors, kind: str) -> Actors | None:
    """`Held bilateral consultations in Rabat today`, `their talks in Rabat`: with the state where the place lies."""
    bilateral = re.search(r"\b(?:bilateral|their)\b", words_around(match)) is not None
    place = place_near(match.head.idx, match.sentence) if bilateral and kind in ("talks", "dialogue") else None
    country = place.country if place is not None and len(who.parties) == 1 else None
    return Actors((country,)) if country is not None and country not in who.parties else None


def _by_clause(match: Match, others: list[Actors]) -> list[Actors]:
    """`Met with A and B; with C; and with D` tells three meetings."""
    sentence = match.sentence
    cuts = [m.start() for m in re.finditer(r"; (?:and )?with\b|,? and (?:also |then )?with\b", sentence.text)]
    groups: dict[int, list[PersonMention]] = {}
    for mention in joined_actors(others).people:
        at = mention.start - sentence.start
        groups.setdefault(sum(cut < at for cut in cuts), []).append(mention)
    if len(groups) < 2 or not cuts:
        return []
    return [Actors(tuple(dict.fromkeys(p.country for p in g if p.country)), tuple(g)) for g in groups.values()]


def _one_by_one(partners: Partners) -> list[Actors]:
    """`Spoke with A this morning and with B in the afternoon`: one conversation for each "with"."""
    told = [(p, a) for p, a in partners if p is not None and a]
    apart = len(told) > 1 and all(p.head.head.tag_ == "IN" for p, _ in told) and told[-1][0].head.head.dep_ == "conj"
    return [a for _, a in told] if apart and len({p.head.head.i for p, _ in told}) == len(told) else []


def _several(match: Match, noun: Token) -> str:
    """The word that tells one meeting or several: `meetings`, `calls on`, `received in turn`, `and, separately, B`."""
    if re.search(r"\b(?:in turn|separately)\b", match.sentence.text[match.head.idx :]):
        return "meetings"
    received = [c for c in match.head.children if c.dep_ == "dobj"] if match.rule.yields.get("people") else []
    if any(word(c) in PEOPLE_IN_TURN for c in received) and not any(c.lower_ == "for" for c in match.head.children):
        return "meetings"
    told = match.rule.yields.get("form") == "call_on" or match.thing is not None or match.rule.noun
    return noun.text if told else ""


def _split(noun: str, others: list[Actors]) -> list[Actors]:
    """`held meetings with A and B` tells two meetings; `held a meeting with A and B` one."""
    whole = joined_actors(others)
    if noun.casefold() == "meetings" and not whole.people and len(whole.parties) > 1:
        return [Actors((p,), (), whole.inferences) for p in whole.parties]
    several = noun.casefold() in ("meetings", "calls", "called", "call", "calling") and len(whole.people) > 1
    # Three of one state are met in turn; the leaders of three states sit down together.
    in_turn = len(whole.people) > 2 and len({p.country for p in whole.people}) == 1
    if (several or in_turn) and all(p.country for p in whole.people):
        return [Actors((p.country,) if p.country else (), (p,), whole.inferences) for p in whole.people]
    return [whole]


def _all(who: Actors, other: Actors) -> tuple[tuple[str, ...], tuple[PersonMention, ...]]:
    people: dict[object, PersonMention] = {}
    for mention in (*who.people, *other.people):
        people.setdefault(mention.person or (mention.role, mention.country), mention)
    return tuple(dict.fromkeys((*who.parties, *other.parties))), tuple(people.values())


def _form(match: Match, kind: str, people: tuple[PersonMention, ...]) -> str | None:
    told = match.rule.yields.get("form")
    if told:
        return str(told)
    around = words_around(match).casefold()
    if "delegation" in around:
        return "delegation_level"
    offices = {p.office for p in people}
    if kind == "talks" and offices and all(o.endswith("_minister") for o in offices):
        return "ministerial"
    return None
