"""Agreements: named or described instruments, one claim for each dated step of their life."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from comity.extract.circumstance import when_near
from comity.extract.context import Context
from comity.extract.dating import day_of
from comity.extract.instruments import spots, together
from comity.extract.names import names_in, parties_inside
from comity.extract.quoting import evidence
from comity.extract.signatories import BOTH, at_home, signatories
from comity.extract.spot import Spot, kind_of, of_many
from comity.extract.steps import Step, opened, steps_of
from comity.extract.subjects import subject_of
from comity.lexicon.tables import several
from comity.model import Agreement, Span
from comity.reading.mentions import Sentence
from comity.reading.time.words import MONTH_NAME

__all__ = ["agreements"]

_GENERIC = re.compile(
    r"^(?:the |this |an? |these |its |their |each )?(?:(?:first|second|third|new|recent|other"
    r"|inter-?state) )?(?:agreements?|arrangements?|treaty|contracts?|protocols?"
    r"|memorand\w+|framework|conventions?|pacts?|roadmap|accord|deal|loan|MoUs?|MOUs?|declaration|charter"
    r"|communiqu\w|statements?"
    r"|documents?|plan|compact|amendment|statute|FTAs?|MRAs?)$",
    re.IGNORECASE,
)
_HEADLINE = re.compile(r"^(?:[\d.)(]+\s+)?(?:Signing|Ratification|Renewal|Extension|Entering|Accession)\b[^.]*$")


# The first line of a text that two states issued, where it is no title: "Joint Statement by Kenya and Peru, Lima".
_BYLINE = re.compile(
    r"Joint (?:Press |Ministerial )?(?:Statement|Communiqu[eé]|Declaration) (?:by|of|between"
    r"|from) (?:the )?[A-Z][^.;:]{5,90}\.?$"
)


def agreements(sentence: Sentence, context: Context) -> Iterator[Agreement]:
    """The steps of agreements that a sentence tells."""
    if sentence.role in ("title", "subtitle"):
        return
    if sentence.role == "body" and sentence.index < 3 and _BYLINE.match(sentence.text):
        spot = Spot(0, len(sentence.text), sentence.text.split(",")[0].rstrip("."), "Joint Statement", None)
        for claim in _claims([Step("concluded", 0, "agreement.joint-text")], spot, sentence, context):
            yield replace(claim, when=claim.when or when_near(0, sentence, context, "past"))
        return
    found = spots(sentence)
    heading = sentence.role == "heading" or _HEADLINE.match(sentence.text)
    for spot, first, last in together(found, sentence):
        stop = next((s.start for s in found if s.start > last), None)
        if heading:
            context.agreement = _instrument(spot, sentence, context) or context.agreement
            continue
        told = list(_agreement(spot, (first, last, stop), sentence, context))
        context.agreement = told[-1] if told else _spoken_of(spot, sentence, context)
        yield from told
    if not found and context.agreement is not None:
        yield from _it(sentence, context, context.agreement)


def _agreement(
    spot: Spot, around: tuple[int, int, int | None], sentence: Sentence, context: Context
) -> Iterator[Agreement]:
    """The steps told of one instrument; `around` bounds all named in one breath with it, and where the next begins."""
    text, lexicon = sentence.text, context.source.lexicon
    first, last, stop = around
    told = steps_of(first, last, text, lexicon, stop=stop)
    listed = sentence.role == "item" and not told and spot.start < 12
    lead = opened(context.lead, lexicon) if listed else None
    told = [Step(lead, spot.end, f"agreement.{lead}")] if lead else told
    if _GENERIC.match(spot.name) and spot.row is None:
        again = [a for step in told if (a := _next_step(step, spot, sentence, context)) is not None]
        yield from again
        if again:
            return
        made = _made_at(spot, sentence)
        if told and (made is not None or _signed_by_both(told[0], spot, sentence, context)):
            known = replace(spot, name=f"{spot.name} of the {made}") if made else spot
            yield from _claims(told[:1], known, sentence, context)
        return
    kept = re.search(
        r"\banniversary of (?:(?:the|our|their|its|signing|of|conclusion|major|historic) )*$", text[: spot.start]
    )
    if kept and sentence.anniversaries and not told and _A_TEXT.search(spot.head):
        told = [Step("signed", spot.end, "agreement.signed")]
    mention = None if told else _status_of_a_mention(spot, sentence)
    yield from _claims(told or ([mention] if mention else []), spot, sentence, context)


def _claims(told: list[Step], spot: Spot, sentence: Sentence, context: Context) -> Iterator[Agreement]:
    claim = _instrument(spot, sentence, context) if told else None
    if claim is None or at_home(spot, sentence, context) or _orders(spot, sentence):
        return
    for step in told:
        if step.status == "operational" and not (re.search(r"[A-Z]", spot.name) or len(spot.name.split()) > 3):
            continue  # "the implementation of our agreements" names none
        yield _again(claim, step, spot, sentence, context, behind=[s.at for s in told if s is not step])


_A_TEXT = re.compile(
    r"treat|agreement|declaration|pact|accord|memorand|charter|convention|protocol|covenant", re.IGNORECASE
)
_ORDERS = re.compile(
    r"\s+(?:directing|ordering|instructing|requiring|authori[sz]ing"
    r"|for the (?:Secretary|heads?)|to the (?:Secretary|heads?))\b"
)


_OWN = re.compile(
    r"Declaration of (?:State )?(?:Independence|Sovereignty)|(?:[Pp]residential|National Security"
    r"|Executive) [Mm]emorand"
    r"|^[A-Z][\w. ]*[’']s? (?:[\w-]+ )*(?:Framework|Plan|Roadmap|Memorand\w+ (?!of))"
)


def _orders(spot: Spot, sentence: Sentence) -> bool:
    """A memorandum by which a president orders his own officials is no agreement; nor is what is of one state alone."""
    if _OWN.search(spot.name):
        return True
    return re.search(r"emorandum$", spot.head) is not None and _ORDERS.match(sentence.text, spot.end) is not None


def _signed_by_both(step: Step, spot: Spot, sentence: Sentence, context: Context) -> bool:
    """`The delegations signed an agreement`: an instrument known by nothing but its signing."""
    text = sentence.text
    named = {*parties_inside(max(0, spot.start - 110), spot.end + 60, sentence), context.issuer}
    return (
        step.status == "signed"
        and not re.search(r"\b(?:the|this|that|said|these|such|any|each|signed)\s+$", text[: spot.start], re.IGNORECASE)
        and not re.match(r"\s+(?:sign|exchange)", text[spot.end :])
        and (len(named) > 1 or BOTH.search(text) is not None)
    )


_MADE = re.compile(
    r"\s+(?:(?:which|that) (?:was|were) )?(?:adopted|issued|signed|agreed|concluded|approved|reached|initialled)\s+"
    r"(?:(?P<at>at|during|in|by)|(?:with|between))\s+(?:the\s+)?(?:\d{1,3}(?:st|nd|rd|th)\s+)?"
)


def _made_at(spot: Spot, sentence: Sentence) -> str | None:
    """What tells one plain instrument from others: the meeting that adopted it, or its partner with a date."""
    made = _MADE.match(sentence.text, spot.end)
    if made is None:
        return None
    meeting = next((n for n in names_in(sentence) if made.end() - 8 <= n.start <= made.end() + 2), None)
    if made["at"]:
        return meeting.name if meeting is not None and spot.name[0].isupper() else None
    dated = any(made.end() < d.start < made.end() + 60 for d in sentence.dates)
    return "" if dated and parties_inside(made.end() - 4, made.end() + 60, sentence) else None


def _spoken_of(spot: Spot, sentence: Sentence, context: Context) -> Agreement | None:
    """An instrument named without a step: the next sentence may tell it ("... approval to sign it")."""
    if (_GENERIC.match(spot.name) and spot.row is None) or at_home(spot, sentence, context):
        return context.agreement
    return _instrument(spot, sentence, context) or context.agreement


def _instrument(spot: Spot, sentence: Sentence, context: Context) -> Agreement | None:
    """What the name alone tells of an instrument, its step still open; None where it has not two parties."""
    row = spot.row.row if spot.row else {"parties": "", "kind": "", "subject": ""}
    parties = signatories(spot, sentence, context, several(row["parties"]))
    if len(parties) < 2 and not (parties and of_many(spot, sentence)):
        return None
    return Agreement(
        rule="agreement.mentioned",
        evidence=(),
        name=_whole_name(spot, context),
        kind=row["kind"] if row["kind"] and spot.head == spot.name else kind_of(spot.head),
        subject=row["subject"] or subject_of(spot.name + " " + sentence.text[spot.end : spot.end + 60]),
        parties=parties,
    )


def _whole_name(spot: Spot, context: Context) -> str:
    """The name without its year and abbreviation; minutes "of the Session" are those of the dialogue just told."""
    name = re.sub(r"^(?:19|20)\d\d\s+|\s\([A-Z][A-Za-z]{1,9}\)(?=\s)", "", spot.name)
    told = context.dialogue
    if told is not None and told.name and re.search(r"(?:Minutes|Protocol) of the (?:Session|Meeting)$", name):
        return f"{name} of the {told.name}"
    return name


def _next_step(step: Step, spot: Spot, sentence: Sentence, context: Context) -> Agreement | None:
    """A further step of the instrument told before it (as in: the said Agreement was signed)."""
    before = context.agreement
    if (
        before is None
        or step.status == "operational"
        or (before.kind == "mou") != (kind_of(spot.name) == "mou" or "emorandum" in spot.name)
        or not re.search(r"\b(?:the|this|said)\s+$", sentence.text[: spot.start], re.IGNORECASE)
    ):
        return None
    return _again(before, step, spot, sentence, context)


def _again(
    before: Agreement, step: Step, spot: Spot, sentence: Sentence, context: Context, *, behind: Sequence[int] = ()
) -> Agreement:
    """A step of an instrument that is known: the same agreement at another stage. Other steps are told `behind` it."""
    return replace(
        before,
        rule=step.rule,
        evidence=(evidence(context.source.release, _quote(spot, sentence)),),
        status=step.status,
        when=day_of(step, spot, sentence, context, behind),
        occasion=_occasion(sentence.text),
    )


_IT = re.compile(
    r"\b(?:sign(?:ing)?|ratify(?:ing)?|conclude)\s+(?P<it>it|the same)\b"
    r"|^(?P<subject>It|Both documents|The (?:document|text|instrument))\s+(?:was|were|is|has|had|will|enter|came)\b"
)


def _it(sentence: Sentence, context: Context, before: Agreement) -> Iterator[Agreement]:
    """`Approval was given to sign it`, `It will be signed in Rome`: a step of the instrument just told."""
    found = _IT.search(sentence.text)
    if found is None:
        return
    start, end = found.span("it" if found["it"] else "subject")
    told = steps_of(start, end, sentence.text, context.source.lexicon)
    spot = Spot(start, end, found["it"] or found["subject"], "", None)
    if told and (found["it"] or found.end("subject") + 45 > told[0].at):
        yield _again(before, told[0], spot, sentence, context)


def _status_of_a_mention(spot: Spot, sentence: Sentence) -> Step | None:
    """The state of an instrument named in passing: a treaty that applies is in force, others in operation."""
    text = sentence.text
    dated = re.match(r"\s+of\s+(?:\d{1,2}\s+)?(?:[A-Z]\w+\s+)?(?:19|20)\d\d\b", text[spot.end :]) or re.search(
        r"^(?:19|20)\d\d\s|\bof (?:\d{1,2} )?(?:[A-Z]\w+ )?(?:19|20)\d\d\b", spot.name
    )
    ground = _GROUND.search(text[: spot.start])
    firm = (
        ground
        and (
            re.search("Agreement|Treaty|Convention|Covenant|Protocol|Accord|Memorandum|ceasefire|peace", spot.head)
            or len(parties_inside(spot.start, spot.end, sentence)) > 1
        )
        and (len(re.findall(r"\b[A-Z]", spot.name)) > 2 or len(parties_inside(spot.start, spot.end, sentence)) > 1)
    )
    if spot.row is None and not firm and not (dated and (re.search(r"[A-Z]", spot.name) or len(spot.name.split()) > 3)):
        return None
    if re.search(r"^Charter$|(?:United Nations|UN|U\.N\.) Charter|Charter of the U", spot.name) or (
        spot.head == "Charter" and spot.row is None
    ):
        return None  # a principle of law rather than an instrument of the parties
    if re.match(r"\s+(?:principles|processes|values|frameworks?)\b", text[spot.end :]):
        return None
    if not ground and spot.row is not None and spot.name.isupper():
        return None  # "the AUKUS nations"
    if not ground and not dated:
        return None
    binding = spot.row.row["kind"] in ("treaty", "agreement") if spot.row else _BINDING.search(spot.head or spot.name)
    in_force = binding and (dated or (ground and not re.match("through|framework|within|buil", ground[0])))
    return Step("in_force" if in_force else "operational", spot.end, "agreement.mentioned")


_BINDING = re.compile(
    r"[Tt]reaty|[Tt]reaties|[Cc]onvention|[Aa]greement|Covenant|[Pp]rotocol|Pact|Accord|Statute|Charter|Notes"
)
_GROUND = re.compile(
    r"\b(?:[Uu]nder|[Ww]ithin|[Bb]uil(?:ds|t|ding) (?:up)?on|[Pp]ursuant to|[Aa]s per|accordance with"
    r"|Article|through|commitments? to|obligations under"
    r"|underpinned by|based on|framework of|(?:state |states )?part(?:y|ies) to|consistent with|in line with"
    r"|violat\w+(?: of)?|breach\w*(?: of)?|compl(?:y|ies|ied|ying|iance) with|uph(?:old|olds|eld|olding)|adher\w+ to"
    r"|abid\w+ by|honou?r(?:s|ed|ing)?"
    r"|provisions of|terms of)\b"
    r"(?:[^,;]|,\s(?:and\s)?(?:the\s)?(?=[A-Z]|$))*$"
)


def _occasion(text: str) -> str | None:
    found = re.search(
        r"\b(?:on the sidelines of|on the margins of|during|coinciding with|on the occasion of)\s+"
        r"(?P<what>(?:the\s+)?[^,.;]{4,70})",
        text,
        re.IGNORECASE,
    )
    return re.sub(rf"\s+in\s+{MONTH_NAME}.*$", "", found["what"]) if found else None


def _quote(spot: Spot, sentence: Sentence) -> Span:
    text = sentence.text
    start = max((m.end() for m in re.finditer(r"[;:]\s|,\s(?=and\b|which\b|while\b)", text[: spot.start])), default=0)
    end = len(text)
    stop = re.search(r";|,\s(?:while|and)\b", text[spot.end :])
    if stop:
        end = spot.end + stop.start()
    while len(text[start : spot.start].split()) > 14:
        start = text.find(" ", start) + 1
    while len(text[start:end].split()) > 45 and end > spot.end:
        end = max(spot.end, text.rfind(" ", start, end))
    piece = text[start:end].rstrip(" .,;:")
    return Span(sentence.start + start, sentence.start + start + len(piece))
