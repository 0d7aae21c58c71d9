"""What a promise aims at that a later release can tell of: an exercise, an occasion, a step of an agreement, a deed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from comity.lexicon import load
from comity.linking.bounds import bounds
from comity.linking.wording import Wording, wording_of
from comity.model import Commitment, Entry

__all__ = ["Target", "domains_of", "levels_of", "people_of", "targets_of"]

_EXERCISE = re.compile(
    r"(?<!to )(?<!must )(?<!fully )\b(?:exercises?|drills?|war ?games?)\b"
    r"(?! (?:restraint|caution|its|their|the|a|an|our|this|such|of|maximum|effective|jurisdiction|control)\b)",
    re.IGNORECASE,
)
_CONTINUES = re.compile(
    r"\b(?:continu\w+|regular\w*|annual\w*|keep\w*|maintain\w*|further|expand\w*|deepen\w*)\b", re.IGNORECASE
)
_FIRST = re.compile(r"\b(?:first|inaugural|maiden|1st)\b", re.IGNORECASE)

_DOMAINS = tuple((name, re.compile(words, re.IGNORECASE)) for name, words in (
    ("air", r"\b(?:fighters?|air forces?|air combat|aerial|air exercises?)\b"),
    ("sea", r"\b(?:naval|navy|navies|maritime|sea|at sea|passex|submarines?|coast ?guards?)\b"),
    ("land", r"\b(?:army|armies|land|ground|troops|infantry|mountain)\b"),
    ("cyber", r"\bcyber\b"), ("space", r"\bspace\b"),
))  # fmt: skip

_MEETING = (
    r"(?:summits?|dialogues?|meetings?|talks|conference|forum|consultations|session|round|2\+2|council|commission|"
    r"working group)"
)
_NTH = r"(?:next|upcoming|forthcoming|first|second|third|fourth|fifth|sixth|\d+(?:st|nd|rd|th))"
_OCCASION = re.compile(
    rf"\b(?:hold|holding|host|hosting|conven\w+|reconven\w+|organi[sz]\w+|launch\w*|relaunch\w*|resum\w+|restart\w*|"
    rf"schedul\w+|attend\w*|participat\w+ in|reschedul\w+)\b[^.;]{{0,90}}?\b{_MEETING}\b"
    rf"|\b{_NTH}\b[^.;]{{0,60}}?\b{_MEETING}\b",
    re.IGNORECASE,
)
_VISIT = re.compile(
    r"(?<!port )(?<!ship )\b(?:visit(?:s|ing)?|travel(?:s|ing|ling)? to|trip to)\b(?! by the)", re.IGNORECASE
)
_MEET = re.compile(
    r"\b(?:meet(?:ing)? (?:again|in person|with|him|her|them|next|in [A-Z])|see(?:ing)? (?:you|him|her|them)|"
    r"welcom\w+ (?:you|him|her|them|[A-Z][\w ]+) to|host(?:ing)? (?:you|him|her|them|President|Prime Minister|King))\b",
)
_NO_OCCASION = re.compile(
    r"\bhold(?:ing)?\b[^.;]{0,80}\b(?:accountable|to account|responsible)\b|\bmeet(?:ing)? (?:the|its|their|our) "
    r"(?:needs?|challenges?|targets?|commitments?|obligations?|goals?)\b",
    re.IGNORECASE,
)

_PACT = (
    r"(?:agreements?|treat(?:y|ies)|pact|accords?|MoUs?|memorand(?:um|a)|arrangements?|protocol|convention|contract|"
    r"letter of intent|partnership agreement)"
)
_TO_PACT = rf"\b[^.;,]{{0,110}}?\b{_PACT}\b"
_INTO_FORCE = (
    rf"\bbring(?:ing)?{_TO_PACT} into (?:force|effect)|\bentry into force{_TO_PACT}"
    rf"|\b{_PACT}[^.;,]{{0,40}}(?:enter|com)\w* into (?:force|effect)"
)
_SIGN = r"\b(?:sign(?:ing|ature)?|conclu(?:de|ding|sion)|finali[sz](?:e|ing|ation)|complet(?:e|ing|ion))"
_STEPS = tuple((step, re.compile(words, re.IGNORECASE)) for step, words in (
    ("operational", rf"\b(?:operationali[sz](?:e|ing|ation)|put(?:ting)? into operation){_TO_PACT}"),
    ("in_force", _INTO_FORCE),
    ("ratified", rf"\bratif(?:y|ying|ication){_TO_PACT}"),
    ("extended", rf"\b(?:extend(?:ing)?|renew(?:ing|al)?|extension){_TO_PACT}"),
    ("signed", f"{_SIGN}{_TO_PACT}"),
    ("negotiating", rf"\b(?:negotiat(?:e|ing|ions?)){_TO_PACT}"),
))  # fmt: skip
_OF_OTHERS = re.compile(
    r"\b(?:encourag\w+|urg\w+|other (?:states|countries|nations)|more (?:states|countries|nations)|since the signing|"
    r"outlined in|in line with|in accordance with|consistent with|pursuant to|goals? of)\b",
    re.IGNORECASE,
)
"""Where an agreement is named, and it is not its next step that is promised."""

_DEEDS = {
    deed: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for deed, words in (
        ("delivered", r"deliver\w*|transfer\w*|provid\w+|supply\w*|donat\w+|send\w*|hand\w* over"),
        ("established", r"establish\w*|launch\w*|creat\w+|set(?:ting)? up|inaugurat\w+|open\w*|relaunch\w*"),
        ("completed", r"complet\w+|build\w*|construct\w*|finish\w*|finali[sz]\w+"),
        ("signed", r"sign(?:ing)?|conclud\w+|finali[sz]\w+"),
        ("adopted", r"adopt\w*"),
    )
}
"""The words of a promise that a later "welcomed the delivery of" answers."""

_LEVELS = tuple((level, re.compile(words)) for level, words in (
    ("head", r"\b(?:President|Prime Minister|Premier|Chancellor|King|Emir|Amir|Leaders?|[Ss]ummit|Taoiseach)\b"),
    ("foreign", r"\b(?:Foreign|External Affairs|Secretary of State|2\+2)\b"),
    ("defence", r"\b(?:Defen[cs]e (?:Minister|Secretary)|Secretary of Defense|Raksha Mantri|of Defen[cs]e|2\+2)\b"),
))  # fmt: skip
_PERSON = re.compile(
    r"\b(?:President|Prime Minister|Premier|Chancellor|Secretary|Minister|King|Queen|Prince|Emir|Amir|Director|"
    r"General|Ambassador|Counselor|Envoy|Mantri|Dr\.?|Mr\.?|Ms\.?|Shri)\s+"
    r"((?:[A-Z][\w’'\-]+\s+|[A-Z]\.\s+)*[A-Z][\w\-]+)"
)
_ASIDE = re.compile(
    r"\b(?:discuss\w*|ahead of|outcomes? of|results? of|established (?:under|at|by|in)|within|under|in preparation for|"
    r"for the (?:upcoming|next))\s+(?:the\s+)?(?:[Ff]ramework of\s+)?(?:the\s+)?(?:upcoming\s+|next\s+)?$"
)
_VICE = re.compile(r"\bVice[- ]President\b|\bDeputy Prime Minister\b")


@dataclass(frozen=True, slots=True)
class Target:
    """One thing a promise aims at. `made` is the day it was first told; `due` the bounds told for it, if any."""

    promise: str
    kind: str
    parties: frozenset[str]
    to: frozenset[str]
    invites: bool
    made: str
    due: tuple[str, str] | None
    precise: bool
    text: str
    words: Wording
    names: frozenset[str] = frozenset()
    domains: frozenset[str] = frozenset()
    first: bool = False
    continues: bool = False
    visit: bool = False
    step: str = ""
    deeds: frozenset[str] = frozenset()


def targets_of(promise: Entry) -> list[Target]:
    """What the promise aims at; nothing where its releases tell no day of issue."""
    claims = [k.claim for k in promise.members if isinstance(k.claim, Commitment)]
    dated = sorted((day[0], k.id, k.claim) for k in promise.members if (day := bounds(k.issued)))
    told = [(day, claim) for day, _, claim in dated if isinstance(claim, Commitment) and claim.action]
    if not told:
        return []
    made, first = told[0]
    due = next((c.due for c in claims if c.due and c.due.edtf), None)
    base = Target(
        promise=promise.id,
        kind="position",
        parties=frozenset(p for c in claims for p in (*c.by, *c.to)),
        to=frozenset(p for c in claims for p in c.to),
        invites=any(c.force == "invited" for c in claims),
        made=made,
        due=bounds(due.edtf) if due else None,
        precise=bool(due and due.precision in ("day", "month", "range")),
        text=first.action,
        words=wording_of(first.action),
    )
    return [t for look in (_exercise, _occasion, _pact, _deed) if (t := look(base))]


def _exercise(base: Target) -> Target | None:
    text = base.text
    if not _EXERCISE.search(text):
        return None
    return replace(
        base,
        kind="exercise",
        names=_named(text, "exercise"),
        domains=domains_of(text),
        first=bool(_FIRST.search(text)),
        continues=bool(_CONTINUES.search(text)),
    )


def _occasion(base: Target) -> Target | None:
    text = base.text
    visit = bool(_VISIT.search(text))
    if _NO_OCCASION.search(text) or not (visit or _OCCASION.search(text) or _MEET.search(text)):
        return None
    return replace(base, kind="engagement", names=_named(text, "dialogue"), visit=visit)


def _pact(base: Target) -> Target | None:
    names = _named(base.text, "agreement")
    text = base.text
    for hit in reversed([h for h in load().gazetteer.find(text) if h.reading("agreement")]):
        text = f"{text[: hit.end]} agreement{text[hit.end :]}"  # "ratify the CTBT"
    step = next((step for step, words in _STEPS if words.search(text)), "")
    if not step or _OF_OTHERS.search(base.text):
        return None
    return replace(base, kind="agreement", names=names, step=step)


def _deed(base: Target) -> Target | None:
    deeds = frozenset(deed for deed, words in _DEEDS.items() if words.search(base.text))
    return replace(base, deeds=deeds) if deeds and len(base.words.strong) > 2 else None


def domains_of(text: str) -> frozenset[str]:
    """The domains of an exercise that the words tell."""
    return frozenset(domain for domain, words in _DOMAINS if words.search(text))


def levels_of(text: str) -> frozenset[str]:
    """The levels of office that the words tell: head, foreign, defence."""
    return frozenset(level for level, words in _LEVELS if words.search(_VICE.sub("", text)))


def people_of(text: str) -> frozenset[str]:
    """The last words of the names that follow a title."""
    names = [m.group(1).removesuffix("’s").split() for m in _PERSON.finditer(text)]
    return frozenset(n[-1] if not re.fullmatch("[IVX]+|Jr", n[-1]) or len(n) < 2 else n[-2] for n in names)


def _named(text: str, kind: str) -> frozenset[str]:
    """The names of the lexicon in the text, without those that are only talked about ("to discuss the summit")."""
    hits = [h for h in load().gazetteer.find(text) if not _ASIDE.search(text[: h.start])]
    return frozenset(n.code for h in hits for n in h.names if n.kind == kind)
