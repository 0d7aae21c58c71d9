"""Where the name of an instrument begins and ends in its sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from comity.extract.naming import BODY
from comity.reading.mentions import Sentence
from comity.reading.time.words import MONTH_NAME

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["INDEFINITE", "before_its_place", "kind_before", "runs_on", "trim_tail"]


def kind_before(sentence: Sentence, start: int, head: int) -> int:
    """Where the words begin that tell what kind of instrument it is (a *science* agreement, a *ceasefire* deal)."""
    if sentence.doc is None or not sentence.text[head].islower():
        return start
    left = [t for t in sentence.doc if t.idx < start][-5:]
    while left and _tells_kind(left[-1], start, head):
        start = left.pop().idx
    return start


# Words that praise an instrument or tell its place among others, not what it is about.
_NO_KIND = re.compile(
    r"new|following|subsequent|remaining|recent|important|historic|landmark|existing|current|proposed"
    r"|possible|future|similar|relevant|such|other|same|said|several|many|various|final|further|major"
    r"|significant|key|good|last|next|early|earlier|previous|own|legal|formal|written|special|single"
    r"|separate|specific|general|additional|necessary|fair|lasting|permanent|successful|initial|preliminary"
    r"|common|full|strong|clear|mutual|concrete|draft|able|long-awaited|ambitious|comprehensive|bilateral"
    r"|multilateral|international|regional|global|corresponding|respective|appropriate|certain|verbal"
    r"|temporary|unprecedented|urgent|great|above|aforementioned|first|second|third|basic|fundamental"
    r"|legally|updated|revised|intergovernmental|interagency|interdepartmental|governmental|contractual|big"
    r"|large|equitable"
)


def _tells_kind(word: Token, start: int, head: int) -> bool:
    """Whether the word before an instrument's noun says what it is about: *naval*, *visiting forces*, *maritime*."""
    if word.tag_ in ("NN", "NNP", "HYPH"):
        return True
    if word.tag_ == "JJ" and word.head.idx < start:
        return True
    if word.text.isdigit() and word.i and word.nbor(-1).tag_ == "NNP" and word.nbor(-1).idx > start - 25:
        return True  # "the Arrow 3 contract"
    inside = start <= word.head.idx <= head and not word.doc.text[head:].split(maxsplit=1)[0].rstrip(".,;:").endswith(
        "s"
    )
    return inside and word.tag_ in ("NNS", "NNPS", "JJ", "VBG") and _NO_KIND.fullmatch(word.lower_) is None


def runs_on(sentence: Sentence, head: int, end: int) -> int:
    """Where the sentence goes on behind a name: before its next finite verb, and what joins that to the name."""
    verb = next(
        (t for t in sentence.doc or () if head < t.idx < end and t.tag_ in ("VBD", "VBZ", "MD") and t.text.islower()),
        None,
    )
    if verb is None:
        return end
    return head + len(
        re.sub(
            r"(?:,?\s+(?:which|that|who|and|but|also|has|have|\w+ly|is|are|was|were))*\s*$",
            "",
            sentence.text[head : verb.idx],
        )
    )


def before_its_place(name: str, start: int, sentence: Sentence) -> str:
    """The name without the place of signing: "a roadmap on cyber defence [in Paris] on 6 May"."""
    found = re.search(r"\s+(?:in|at) [A-Z][\w’. -]{2,30}$", name)
    if found is None or not re.match(
        rf"\s*(?:,\s*)?(?:[A-Z]\w+,\s+)?(?:on (?:the )?\d|(?:on )?{MONTH_NAME}\b|on [A-Z]\w+day|(?:yester"
        rf"|to)day|last |earlier|this |\.?$)",
        sentence.text[start + len(name) :],
    ):
        return name
    at = start + found.start()
    place = any(h.reading("capital", "place") and at < h.start <= at + 5 for h in sentence.hits)
    signed = place and re.search(r"\b(?:sign|ink|initial|conclud|adopt|exchang)\w*\b", sentence.text[:start])
    return name[: found.start()] if signed else name


_GOES_ON = re.compile(
    r"\s+(?:was|were|is|are|has|have|had|will|would|shall|which|that|during|signed|issued|concluded|entered"
    r"|including|through|"
    r"at the|in the presence|in (?:the )?near|as well|with a view|with focus|by the|under the|under which"
    r"|aims?|aimed|focus\w+|"
    r"worth|valued|for the (?:period|years?|next|coming)|with effect|valid|with (?:(?:his|her|their|its"
    r"|an?(?= [a-z]))\b|(?:the )?(?:[A-Z]\w+ ){0,3}(?:Minister|President|Secretary|Chancellor|King"
    r"|Ambassador))|whose|after|before|when|since|until|from (?=\d)|titled|today|also|not|expired?s?|lapsed"
    r"|done|declared|approved|"
    r"(?:and|or|as well as) (?:signed|agreed|discuss(?:ed)?|welcomed?|explored?|reaffirm(?:ed)?|the|an?"
    r"|to sign|their|its|his)|"
    r"to (?:be|further|provide|enhance|support|ensure|expand|strengthen|deepen|collaborate|work)|"
    rf"of (?=(?:19|20)\d\d\b(?! (?:between|on|with)\b))|(?:to|for|of) (?=(?:19|20)\d\d\b(?![-–]))"
    rf"|in \d{{4}}|on (?:the )?\d+|within (?:this|the)|(?:in|on|by|this|last) {MONTH_NAME}"
    rf"|last (?:year|month|week))\b"
)


_APPOSED = re.compile(r",\s+(?:the|an?)\s+\w+$")
_WHO = re.compile(r"(?<=\w)\s+(?:between|among|with (?:the )?(?=[A-Z]))\b")


# "the Agreement between Iceland and the United States": nothing of it is left out.
_SIDES = re.compile(
    r"(?:(?:\s+of\s+[^,;.]{4,20}?)?\s+(?:between|among)|\s+of(?=\s+the\s+[^,;.]{0,30}?(?:Republic"
    r"|Federation|Kingdom|Government|Union)\b))\s+"
    rf"{BODY}(?:,\s+(?:the\s+)?[A-Z]\w+)*,?\s+and\s+{BODY}"
    r"(?=[,.;]|\s+(?:has|have|had|was|were|is|will|would|shall|which|that|entered|expired|came|remains?"
    r"|lapsed|on|concerning|regarding)\b|$)"
)


INDEFINITE = re.compile(r"\b(?:an?|new|signed|signing of)\s$")


_PURPOSE = re.compile(r"\s+to\s+(?!be\b|the\b|an?\b)[a-z]")


def trim_tail(name: str, head_end: int, *, plain: bool = False) -> str:
    """Cut a described name where its sentence goes on; a `plain` word for an instrument is known by its purpose."""
    if plain and _PURPOSE.match(name, head_end):
        ends = [m.start() for m in (_GOES_ON.search(name, head_end + 6),) if m]
        return name[: min(ends, default=len(name))].rstrip(" ,.;:–-")
    between = re.search(
        r"\b(?:between|among|with(?! a view| focus))\b(?:(?!\b(?:was|were|is|has|have|had|entered|signed|will|expired|"
        r"lapsed)\b).)*?"
        r"\b(?:on|for|concerning|regarding|in the field)\b",
        name,
    )
    between = between if between and between.start() < head_end + 12 else None
    sides = _SIDES.match(name, head_end)
    kept = max(between.end() if between else 0, sides.end() if sides else 0, head_end)
    head, name = name[:kept], name[kept:]
    # "on co-operation between A and B" says too little without its parties.
    who = None if between or re.match(r"\s+\w+\s+co-?operation\s+between", name) else _WHO.search(name)
    ends = [m.start() for m in (_GOES_ON.search(name), who) if m]
    if len(re.findall(r"\b[A-Z]", head)) > 2:  # a name of its own needs no purpose to be known by
        ends += [m.start() for m in (_PURPOSE.search(name),) if m]
    whole = head + name[: min(ends, default=len(name))]
    whole = _APPOSED.sub("", whole.rstrip(" ,.;:–-"))
    return re.sub(r"(?:\s+(?:and|or|of|the|in|on|for|to|with|which|that))+$", "", whole.rstrip(" ,.;:–-"))
