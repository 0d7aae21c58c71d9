"""The words by which promises say what they aim at: an exercise, a meeting, contact, an agreement's step, a deed."""

from __future__ import annotations

import re
from functools import lru_cache

from comity.lexicon import load
from comity.lexicon.gazetteer import Hit

__all__ = [
    "CONTACT", "CONTINUES", "DEEDS", "EXERCISE", "FIRST", "GIVES", "HOLDS", "LATER_TODAY", "MAKES", "MEETS",
    "NEGOTIATES", "NO_OCCASION", "OCCASION", "OF_OTHERS", "OTHERS_IN_CONTACT", "SEVERAL", "SHIPS", "STEPS",
    "TO_PARLIAMENT", "TRILATERAL", "VISIT",
    "bodies_of", "coming_days", "coming_weeks", "domains_of", "hits_in", "named", "number_of", "own_words",
    "plain",
]  # fmt: skip

EXERCISE = re.compile(
    r"(?<!to )(?<!must )(?<!fully )\b(?:exercises?|drills?|war ?games?)\b"
    r"(?! (?:restraint|caution|its|their|the|a|an|our|this|such|of|maximum|effective|jurisdiction|control)\b)",
    re.IGNORECASE,
)
HOLDS = re.compile(
    r"\b(?:hold|holding|held|conduct\w*|host\w*|organi[sz]\w+|join\w*|participat\w+|(?:next|\w+th|third|second|first) "
    r"edition)\b",
    re.IGNORECASE,
)
"""Where an exercise may be meant by its name alone: "conduct the fifth Silver Kite"."""

CONTINUES = re.compile(
    r"\b(?:continu\w+|regular\w*|annual\w*|keep\w*|maintain\w*|further|expand\w*|deepen\w*|increas\w+)\b", re.IGNORECASE
)
FIRST = re.compile(r"\b(?:first|inaugural|maiden|1st)\b", re.IGNORECASE)

_DOMAINS = tuple((name, re.compile(words, re.IGNORECASE)) for name, words in (
    ("air", r"\b(?:fighters?|air forces?|air combat|aerial|air exercises?)\b"),
    ("sea", r"\b(?:naval|navy|navies|maritime|sea|at sea|passex|submarines?|coast ?guards?)\b"),
    ("land", r"\b(?:army|armies|land|ground|troops|infantry|mountain)\b"),
    ("cyber", r"\bcyber\b"), ("space", r"\bspace\b"),
))  # fmt: skip

_MEETING = (
    r"(?:summits?|track|expo|seminar|workshop|dialogues?|meetings?|talks|conference|forum|consultations|session|round|2\+2|council|commission|"
    r"working group|steering group)"
)
_NTH = r"(?:next|upcoming|forthcoming|first|second|third|fourth|fifth|sixth|\d+(?:st|nd|rd|th))"
OCCASION = re.compile(
    rf"\b(?:hold|holding|host|hosting|conven\w+|reconven\w+|organi[sz]\w+|launch\w*|relaunch\w*|resum\w+|restart\w*|"
    rf"schedul\w+|attend\w*|participat\w+ in|tak(?:e|ing) part in|reschedul\w+|establish\w*|set(?:ting)? up|creat\w+)\b"
    rf"[^.;]{{0,90}}?\b{_MEETING}\b"
    rf"|\b{_MEETING} (?:is |are )?to be (?:held|hosted|convened)\b"
    rf"|\b{_NTH}\b[^.;]{{0,60}}?\b{_MEETING}\b|\b(?:bilateral|personal|regular) meetings?\b|^meetings\b",
    re.IGNORECASE,
)
VISIT = re.compile(
    r"(?<!port )(?<!ship )\b(?:visit(?:s|ing)?|travel(?:s|ing|ling)? (?:to|in)|trip to)\b(?! by the)", re.IGNORECASE
)
_OFFICE = (
    r"(?:President|Prime Minister|Premier|Chancellor|King|Queen|Emir|(?:\w+ )?Minister|(?:\w+ )?Secretary|Leaders?)"
)
MEETS = re.compile(
    r"\bmeet(?:ing)?(?: (?:again|in|at|on|with|him|her|them|next|later|this|(?:\w+|\d+) times)\b|$)"
    r"|\b(?:see(?:ing)?|meet(?:ing)?|receiv\w+|speak(?:ing)? (?:to|with)|talk(?:ing)? (?:to|with)|time with) "
    rf"(?:[^.;]{{0,40}}\b(?:colleagues?|counterparts?)\b|(?:the |his |her )?(?i:{_OFFICE}))"
    r"|\bsee(?:ing)? (?:you|him|her|them)\b|\btime with\b[^.;]{0,40}\bcolleagues\b"
    rf"|\bwelcom\w+ (?:you|him|her|them|[A-Z][\w ]+|(?:the )?(?i:{_OFFICE})\b[^.;]{{0,60}}?) to\b"
    r"|^(?:this|the|our|his|her|their)(?: \w+){0,2} (?:meeting|summit|talks|consultations|roundtable)\b"
    rf"|\bhost(?:ing)? (?:you|him|her|them|(?:the )?{_OFFICE})\b",
)
SHIPS = re.compile(
    r"\b(?:port (?:visits?|calls?)|ship visits?|visits? (?:by|of) (?:\w+ ){0,3}(?:ships?|submarines?))\b", re.IGNORECASE
)
TRILATERAL = re.compile(
    r"\b(?:trilateral|three[- ]way)\b[\w ]{0,25}\b"
    r"(?:cooperation|coordination|consultations?|dialogue|meetings?|talks|summits?)\b",
    re.IGNORECASE,
)
SEVERAL = re.compile(r"\bmeet(?:ing)? (?:\w+|\d+) times\b|^(?:regular |monthly |annual )?meetings\b", re.IGNORECASE)
LATER_TODAY = re.compile(r"\b(?:later|today|tonight|this (?:afternoon|evening|morning))\b", re.IGNORECASE)

CONTACT = re.compile(
    r"^(?:that )?(?:they |both |all |the \w+ )?(?:would |will |to )?"
    r"(?:keep|stay|remain|be|maintain\w*|continu\w*)\s+(?:(?:to|keep|stay|remain|be|in|up|the|their|these|our|close|closely|"
    r"constant|regular|direct|personal|frequent|permanent|active|further|mutual|telephone)\s+){0,5}"
    r"(?:contacts?|touch|dialogue|conversations?|communication|discussions?|"
    r"exchang(?:es?|ing)(?: of)? (?:opinions?|views))\b",
    re.IGNORECASE,
)
"""Where those who talk promise to go on talking."""

OTHERS_IN_CONTACT = re.compile(
    r"\b(?:between|instruct\w*|task\w*|ministers|teams?|staffs?|officials?|experts?|levels?|ministries|agencies|services|channels?|representatives|"
    r"counterparts|with (?!each|one|him|her|them|you))\b",
    re.IGNORECASE,
)
"""Where it is others who are to be in contact, or with others."""

NO_OCCASION = re.compile(
    r"\bhold(?:ing)?\b[^.;]{0,80}\b(?:accountable|to account|responsible)\b"
    r"|\bmeet(?:ing)? (?:[\w’'\-]+ ){0,5}?(?:needs?|challenges?|targets?|commitments?|obligations?|goals?|demands?|"
    r"requirements?|standards?|threats?|objectives?)\b",
    re.IGNORECASE,
)

_PACT = (
    r"(?:agreements?|treat(?:y|ies)|pact|accords?|MoUs?|memorand(?:um|a)|arrangements?|protocol|convention|contract|"
    r"letter of intent|partnership agreement)"
)
_TO_PACT = rf"\b[^.;,]{{0,110}}?\b{_PACT}\b"
_INTO_FORCE = (
    rf"\bbring(?:ing)?{_TO_PACT}[^.;,]{{0,60}}? into (?:force|effect)|\bentry into force{_TO_PACT}"
    rf"|\b{_PACT}[^.;,]{{0,40}}(?:enter|com)\w* into (?:force|effect)"
)
_SIGN = r"\b(?:sign(?:ing|ature)?|conclu(?:de|ding|sion)|finali[sz](?:e|ing|ation)|complet(?:e|ing|ion))"
_PARLIAMENT = (
    r"(?:Senate|Parliament|Diet|Duma|Congress|Assembly|Knesset|Bundestag|Storting|Riksdag|Majlis|Sejm|Verkhovna Rada|"
    r"legislature|parliament)"
)
TO_PARLIAMENT = re.compile(
    rf"\bsubmit\w*\b[^.;]{{0,90}}\b{_PARLIAMENT}\b[^.;]{{0,50}}\b(?:concurrence|approval|consent|ratification|assent)\b"
)
STEPS = tuple((step, re.compile(words, re.IGNORECASE)) for step, words in (
    ("operational", rf"\b(?:operationali[sz](?:e|ing|ation)|put(?:ting)? into operation){_TO_PACT}"),
    ("in_force", _INTO_FORCE),
    ("ratified", rf"\bratif(?:y|ying|ication){_TO_PACT}"),
    ("extended", rf"\b(?:extend(?:ing)?|renew(?:ing|al)?|extension){_TO_PACT}"),
    ("signed", f"{_SIGN}{_TO_PACT}"),
    ("negotiating", rf"\b(?:negotiat(?:e|ing|ions?)){_TO_PACT}"),
))  # fmt: skip
MAKES = re.compile(
    r"\b(?:develop(?:ing)?|establish(?:ing)?|creat(?:e|ing)|set(?:ting)? up|draw(?:ing)? up|draft(?:ing)?|"
    r"prepar(?:e|ing)|adopt(?:ing)?|elaborat(?:e|ing)|work(?:ing)? (?:\w+ )?(?:on|towards?)|"
    r"negotiated|signed|concluded)\b",
    re.IGNORECASE,
)
"""Words of making what a later release may call an agreement, which must then be known by its whole name."""

NEGOTIATES = tuple((step, re.compile(words, re.IGNORECASE)) for step, words in (
    ("signed", rf"^{_SIGN}\b"), ("negotiating", r"\bnegotiat(?:e|ing|ions?)\b"),
))  # fmt: skip
"""Steps of what is not called an agreement in the promise, so that the agreement must be known otherwise."""

OF_OTHERS = re.compile(
    r"\b(?:encourag\w+|urg\w+|other (?:states|countries|nations)|more (?:states|countries|nations)|since the signing|"
    r"outlined in|in line with|in accordance with|consistent with|pursuant to|goals? of)\b",
    re.IGNORECASE,
)
"""Where an agreement is named, and it is not its next step that is promised."""

DEEDS = {
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

GIVES = re.compile(
    r"\b(?:provi(?:d\w+|sion)|suppl(?:y\w*|ies)|send\w*|deliver\w*|donat\w+|giv(?:e|ing)|support\w*|assist(?:ing|ance)?|"
    r"equip\w*|transfer\w*|aid)\b",
    re.IGNORECASE,
)

_ASIDE = re.compile(
    r"\b(?:discuss\w*|ahead of|outcomes? of|results? of|established (?:under|at|by|in)|within|under|in preparation for|"
    r"for the (?:upcoming|next))\s+(?:the\s+)?(?:[Ff]ramework of\s+)?(?:the\s+)?(?:upcoming\s+|next\s+)?$"
)
_RESTS_ON = re.compile(
    r"\b(?:based on|in view of|in line with|in accordance with|pursuant to|consistent with|as agreed|outcomes? of|"
    r"results? of|decisions? of|"
    r"(?<!be )(?:celebrated|announced|launched|begun|agreed|reached|discussed) (?:at|during|in|on)|"
    r"agreements reached|in the framework of|with a view to|build(?:ing)? (?:up)?on|"
    r"to prepare|in preparation (?:for|of)|ahead of)\b",
    re.IGNORECASE,
)
_STOPS = re.compile(r"\bU\.(?:S|K|N)\.(?=[\s,;:’'\-\N{EN DASH}]|$)")
_JOINED = re.compile(r"^[-\N{EN DASH}/]|[-\N{EN DASH}/]$")
_COMING = re.compile(r"\b(?:coming|next few|next|following) days\b|\bdays (?:ahead|to come)\b", re.IGNORECASE)
_WEEKS = re.compile(r"\b(?:coming|next few|following) weeks\b|\bweeks (?:ahead|to come)\b|\bsoon\b", re.IGNORECASE)
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "inaugural": 1,
}  # fmt: skip
_NUMBER = re.compile(rf"\b({'|'.join(_ORDINALS)}|\d+(?=st|nd|rd|th))", re.IGNORECASE)


def plain(text: str) -> str:
    """The text without the stops of abbreviated states, which end no sentence."""
    return _STOPS.sub(lambda m: m.group().replace(".", ""), text)


def bodies_of(text: str) -> frozenset[str]:
    """The bodies that the text names as one that meets ("a meeting of the G7"), not as one side ("US-EU talks")."""
    hits = [h for h in hits_in(text) if not _JOINED.search(text[max(0, h.start - 1) : h.end + 1])]
    return frozenset(name.code for hit in hits if (name := hit.reading("body")))


def domains_of(text: str) -> frozenset[str]:
    """The domains of an exercise that the words tell."""
    return frozenset(domain for domain, words in _DOMAINS if words.search(text))


def coming_days(text: str) -> bool:
    """Whether the words promise it for the days to come."""
    return bool(_COMING.search(text))


def coming_weeks(text: str) -> bool:
    """Whether the words promise it for the weeks to come, or soon."""
    return bool(_WEEKS.search(text))


def own_words(text: str) -> str:
    """The words of a promise without those that only say what it rests on ("in view of the outcome of the summit")."""
    return _RESTS_ON.split(text)[0]


def number_of(text: str) -> int | None:
    """Which one of a series the words tell: 3 for "the third round"; None where they tell none, or several."""
    told = {m.group(1).casefold() for m in _NUMBER.finditer(text)}
    word = told.pop() if len(told) == 1 else ""
    return int(word) if word.isdigit() else _ORDINALS.get(word)


def named(text: str, kind: str) -> frozenset[str]:
    """The names of the lexicon in the text, without those that are only talked about ("to discuss the summit")."""
    hits = [h for h in hits_in(text) if any(n.kind == kind for n in h.names) and not _ASIDE.search(text[: h.start])]
    return frozenset(n.code for h in hits for n in h.names if n.kind == kind)


@lru_cache(maxsize=8192)
def hits_in(text: str) -> tuple[Hit, ...]:
    """What the lexicon knows by name in the text."""
    return tuple(load().gazetteer.find(text))
