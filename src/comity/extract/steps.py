"""Steps: what a sentence says became of an instrument (signed, in force, to be renewed), by the words about it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from comity.lexicon import Lexicon

__all__ = ["Step", "opened", "steps_of"]

_CLAUSE = re.compile(r"[;:]\s|\.\s|,\s(?=(?:and|but|while|where|whereas)\b)")
_NOT_YET = re.compile(r"\bnot (?:yet )?(?:been |entered|come|signed|concluded|ratified)")
_NOT_DONE = re.compile(
    r"\b(?:not|never|yet to)(?: (?:yet|been|be|since))*\s*$"
    r"|\b(?:after|following|upon|pending|before|until|subject to)(?: (?:its|the|their|being|completion|of))*\s*$"
)
# Supposed, asked or denied: no step was taken.
_NOT_TOLD = re.compile(
    r"\b(?:suppose|imagine|in theory|hypothetical\w*|were to|fabrication|rumou?rs?|untrue|claims? that"
    r"|denie[sd] (?:that|having)"
    r"|(?:false|baseless|fake) (?:claim|report|news))\b|\?\W*$",
    re.IGNORECASE,
)
# "signed X and discussed the Agreement": another verb takes the name.
_ANOTHER_VERB = re.compile(
    r"(?:,|\band|\bwhile|\bbut)\s+(?:also\s+|\w+ly\s+)?(?!exchanged|adopted|issued|released|signed|concluded"
    r"|finali|renewed)"
    r"(?:[a-z]{3,}ed|held|met|spoke|took|gave)\s|\b(?:discuss|review|consult)\w*\b"
)
# "... the Agreement, and signed a Protocol": the step belongs to what follows it.
_HAS_OBJECT = re.compile(r"\s+(?:the|an?|two|three|four|several|its|their)\s", re.IGNORECASE)
_BEING = re.compile(r"\b(?:was|were|been|is|are|be|being|that|which|it|they|[a-z]+s)\s+(?:\w+\s+){0,2}$")
# "... the Act, and spoke of reaching a settlement": what is done to something else.
_GERUND = re.compile(r"(?:sign|conclud|adopt|reach|issu|approv|extend|renew|join|ratify|negotiat)ing")
_DONE = frozenset({"signed", "concluded", "extended", "ratified"})
_REACH = 110


@dataclass(frozen=True, slots=True)
class Step:
    """One step told of an instrument: its status, where in the sentence its words stand, and the rule they are of."""

    status: str
    at: int
    rule: str


def steps_of(start: int, end: int, text: str, lexicon: Lexicon, *, stop: int | None = None) -> list[Step]:
    """The steps told of the instrument named in `text[start:end]`: the nearest first, then later dated ones.

    What stands from `stop` on belongs to another instrument.
    """
    left = _clause_start(text[:start])
    before = text[max(left, start - _REACH) : start]
    after = _until_stop(text[end:stop])
    if _NOT_TOLD.search(text) or _NOT_YET.search(before[-40:] + " " + after[:40]):
        return []
    ranked = sorted((*_before(before, start, lexicon), *_after(after, end, lexicon)), key=lambda told: told[0])
    if not ranked:
        return []
    _, status, at = ranked[0]
    if status == "negotiating":  # "the negotiation of ... was concluded"
        ended = next(((s, w) for _, s, w in ranked if s == "concluded" and w >= end), None)
        if ended is not None and not _HOPED.search(text[end : ended[1]]):
            status, at = ended
    found = [_seen(status, at, text[left:at], text[end:at] if at >= end else None, text, after, lexicon)]
    for _, more, where in ranked[1:]:
        known = {s.status for s in found}
        if where < end or more in known or (more == "concluded" and known & _SETTLED):
            continue
        main = _MAIN_VERB.search(text[end:where]) is not None  # "..., signed in 2024, was ratified"
        if main or (_DATED.match(text[where:]) and more in _DONE | {"in_force"}):
            step = _seen(more, where, text[left:where], text[end:where], text, after, lexicon)
            told = step.status == more or (main and more != "in_force")
            found += [step] if told and step.status not in known else []
    if len(found) == 1:
        return found
    # Talks that led to a signing are its history, not a step of their own; so are those who brokered it.
    led = found[0].status in ("negotiating", "proposed") or any(s.status in ("signed", "proposed") for s in found[1:])
    return found[1:] if led and not _dated(found[0], found, text) and found[0].status in _LED_TO else found


def _dated(step: Step, found: list[Step], text: str) -> bool:
    """Whether a date stands between the words of a step and those of the next."""
    after = min((s.at for s in found if s.at > step.at), default=len(text))
    return step.status in ("concluded", "proposed") and _YEAR_OR_MONTH.search(text[step.at : after]) is not None


def _clause_start(text: str) -> int:
    """Where the clause that ends a text begins; "signed two instruments: a treaty and ..." is one clause."""
    breaks = [m for m in _CLAUSE.finditer(text) if not (m[0][0] == ":" and _OPENS.search(text[: m.start()]))]
    return breaks[-1].end() if breaks else 0


_OPENS = re.compile(
    r"\b(?:instruments|documents|agreements|accords|texts|MoUs|MOUs|memoranda|arrangements|treaties"
    r"|following|these)\b[^:;]{0,60}$"
)
_HOPED = re.compile(r"\b(?:call|hop|urg|look|expect|seek|aim|need|want|intend)\w*\b")
_MAIN_VERB = re.compile(
    r",\s+which\s+$|,\s+(?:(?:which|that)\s+)?(?:has|have|had|was|were|is|are|will|shall|would|came|entered"
    r"|then)\b(?:\s\w+){0,3}\s*$"
    r"|\b(?:and|but|which)\s+(?:has|have|had|was|were|is|are|will|shall|then|later|scheduled|due|set"
    r"|expected|slated)\b(?:\s\w+){0,3}\s*$"
)
_SETTLED = frozenset({"signed", "ratified", "in_force"})
_LED_TO = frozenset({"negotiating", "proposed", "concluded"})
_YEAR_OR_MONTH = re.compile(
    r"\b(?:(?:19|20)\d\d|last (?:year|month|week)|today|yesterday|January|February|March|April|May|June|July|August"
    r"|September|October|November|December)\b"
)


_DATED = re.compile(
    r"(?:entered into force|in force|\w+)[^,;.]{0,45}?\b(?:(?:19|20)\d\d|last (?:year|month)|January|February"
    r"|March|April"
    r"|May|June|July|August|September|October|November|December)\b"
)


def opened(lead: str, lexicon: Lexicon) -> str | None:
    """The step told by the words that open a list ("The following documents were signed:")."""
    return (
        next((s for s, words in lexicon.wordings("agreement", "status") if words.search(lead)), None) if lead else None
    )


def _until_stop(text: str) -> str:
    stop = re.search(
        r";|\.\s|,\s(?=and\b(?!\s+(?:it\s+|which\s+)?(?:entered|came|took effect|was|has|will|is)\b))", text
    )
    return text[: stop.start()] if stop else text


def _before(before: str, start: int, lexicon: Lexicon) -> list[tuple[int, str, int]]:
    found = []
    for status, words in lexicon.wordings("agreement", "status"):
        last = next(reversed(list(words.finditer(before))), None)
        if last is not None and not _ANOTHER_VERB.search(before[last.end() :]):
            found.append((len(before) - last.end(), status, start - len(before) + last.start()))
    return found


def _after(after: str, end: int, lexicon: Lexicon) -> list[tuple[int, str, int]]:
    found = []
    for status, words in lexicon.wordings("agreement", "status"):
        for match in words.finditer(after[: _REACH + 50]):
            told = _BEING.search(after[: match.start()])
            if (
                _NOT_DONE.search(after[: match.start()])
                or _GERUND.fullmatch(match[0])
                or match[0].endswith((" of", " on"))
                or (match.start() > _REACH - 40 and not told)
                or (_HAS_OBJECT.match(after[match.end() :]) and not told)
            ):
                continue
            found.append((match.start() + 5, status, end + match.start()))
            break
    return found


@cache
def _ahead(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(rf"\b(?:{lexicon.rules['agreement.ahead'].words})$", re.IGNORECASE),
        re.compile(rf"\b(?:{lexicon.rules['agreement.to-negotiate'].words})$", re.IGNORECASE),
    )


# "would like to see the Agreement signed": wished for.
_TO_SEE = re.compile(
    r"\b(?:like|likes|wish\w*|want\w*|hop(?:e|es|ed|ing)|expect\w*|keen|eager|glad|look\w* forward|ready|seek\w*)"
    r" (?:to )?(?:see|seeing|have|having|get|getting)\b[^,;.]*$"
)
_AFTERWARDS = re.compile(r"\bex[- ]?post[- ]?facto\b", re.IGNORECASE)
_TALKS = re.compile(r"conclu\w+ (?:the |of )*(?:negotiations|talks|work)\b")
# "... became the first country to sign": what follows happened.
_NEWEST = re.compile(
    r"\b(?:became|becomes|becoming|is|was)\b[^,;.]{0,60}\b(?:country|state|nation|member|party|signatory"
    r"|one|government|power"
    r"|first|latest|last|\d(?:st|nd|rd|th))\b[^,;.]{0,30}\bto$"
)
# "for its ratification", "in advance of its entry into force": still to come.
_AHEAD_OF_FORCE = re.compile(
    r"\b(?:(?:consent|submit\w*|transmit\w*|sent)\b.*\b(?:to|for)(?: (?:its|the|their))?"
    r"|(?:in advance of|ahead of|pending|prior to|upon|until"
    r"|look\w* forward to|await\w*|hop\w+ for|expect\w*|anticipat\w*)\b[^.;]*)\s*$"
)
# "... and adopt the Joint Statement": an infinitive, unless a subject stands before it.
_TO_COME = re.compile(r"\b(?:will|would|shall|(?:expected|due|set) to)(?: \w+){0,2}$")
_BARE = re.compile(r"(?:adopt|conclude|sign|ratify|renew|extend|finali[sz]e)\b")
_SUBJECT = re.compile(r"\b(?:we|they|I|[A-Z][a-z]+|leaders|[Mm]inisters|sides)(?: hereby| also)?$")


def _seen(status: str, at: int, prefix: str, between: str | None, text: str, after: str, lexicon: Lexicon) -> Step:
    """A step that is only asked for, approved or hoped for is proposed."""
    ahead, to_negotiate = _ahead(lexicon)
    if between is not None and status in _DONE and _TO_SEE.search(prefix):
        return Step("proposed", at, "agreement.ahead")
    words = (between if between is not None else prefix).rstrip()
    if between is None and _NEWEST.search(words):
        return Step(status, at, f"agreement.{status}")
    if status == "proposed" and _AFTERWARDS.search(prefix):
        return Step("signed", at, "agreement.signed")
    unset = status == "in_force" and _TO_COME.search(words) and not _YEAR_OR_MONTH.search(text[at : at + 70])
    if unset or (status in ("in_force", "ratified") and _AHEAD_OF_FORCE.search(prefix[-60:])):
        return Step("proposed", at, "agreement.ahead")
    soon = between is None and re.search(r"\b(?:near future|soon|at the earliest)\b", after)
    bare = between is None and _BARE.match(text, at) is not None and not _SUBJECT.search(words)
    decides = status == "concluded" and re.fullmatch(r"\W*(?:\w+:\s*)?To", words)  # "Second: To approve ..."
    if status in _DONE and not decides and (ahead.search(words) or soon or bare):
        if _TALKS.match(text, at):  # "hope to conclude the negotiations on ...": they go on
            return Step("negotiating", at, "agreement.negotiating")
        return Step("proposed", at, "agreement.ahead")
    if status == "negotiating" and to_negotiate.search(prefix.rstrip()):
        return Step("proposed", at, "agreement.to-negotiate")
    return Step(status, at, f"agreement.{status}")
