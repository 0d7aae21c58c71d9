"""How a thing is said: the verb that gives a clause its force or stance, as printed and as a word of the table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from comity.lexicon.inflect import verb_forms

__all__ = ["Cue", "cue_in", "cues_in", "event_in", "finite"]

_ACTS = (
    "agree concur decide resolve undertake commit recommit pledge promise vow offer propose invite request ask urge "
    "encourage demand appeal welcome support reaffirm reiterate affirm confirm reconfirm underscore underline stress "
    "emphasize highlight acknowledge recognize note commend appreciate thank congratulate condemn denounce oppose "
    "reject deplore regret endorse approve intend plan aim hope seek accept decline discuss review consider explore "
    "applaud celebrate direct mourn concern commit resolve determine share raise warn stand champion "
    "instruct task convey extend look express"
)
_REPORTS = "state say announce inform declare explain add observe mention present brief remark recall tell note"
_SPELT = {"emphasise": "emphasize", "recognise": "recognize", "apologise": "apologize"}
"""British spellings and the word of the table."""

_LIGHT = re.compile(
    r"\b(?P<verb>express(?:e[sd])?|voic(?:e[sd]?)|convey(?:s|ed)?|extend(?:s|ed)?)\s(?:\w+\s){0,4}?"
    r"(?P<noun>concerns?|appreciation|thanks|gratitude|satisfaction|hopes?|readiness|willingness|support|regrets?|"
    r"condolences|solidarity|confidence|determination|commitment|desire|interest|congratulations|intention)\b",
    re.IGNORECASE,
)
_PHRASES: Mapping[str, re.Pattern[str]] = {
    lemma: re.compile(words, re.IGNORECASE)
    for lemma, words in {
        "call for": r"\bcall(?:s|ed)?\s(?:upon|on|for)\b",
        "take note": r"\b(?:took|takes?|taken) note\b",
        "exchange views": r"\bexchang(?:ed?|es) (?:\w+ )?(?:views|opinions)\b",
        "look forward": r"\blook(?:s|ed)? forward\b",
        "be concerned": r"\b(?:is|are|was|were|remains?|remained) (?:\w+ )?concerned\b",
        "be committed": r"\b(?:is|are|was|were|remains?|remained) (?:\w+ )?committed\b",
        "need": r"\bneed(?:s|ed)? to\b",
    }.items()
}
_MODAL = re.compile(r"\b(?P<modal>will|shall)\s(?:(?:also|further|continue to|\w+ly)\s)*(?P<verb>[a-z]+)\b")
_NOT_BEFORE_WORDS = "the a an as of in its their our this that these those previously his her own with no for by"
_NOT_BEFORE = frozenset(_NOT_BEFORE_WORDS.split())
"""What stands before a noun or a participle, and never before a verb of its own."""
_BEFORE_BASE_WORDS = (
    "we they both also strongly fully and sides ministers leaders countries parties presidents governments nations "
    "deeply firmly unequivocally again further warmly jointly continue"
)
_BEFORE_BASE = frozenset(_BEFORE_BASE_WORDS.split())
_BASE_AND_NOUN_WORDS = (
    "support request offer note plan aim hope demand concern regret appeal promise pledge review stand share raise "
    "highlight stress pledge vow resolve task direct look express instruct warn"
)
_BASE_AND_NOUN = frozenset(_BASE_AND_NOUN_WORDS.split())
"""Words that may be nouns: as a verb without an ending they need a subject right before them."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb that says how: its word of the table, its rank (3 an act, 2 will, 1 a report), and where it stands."""

    lemma: str
    rank: int
    start: int
    end: int


@cache
def _forms() -> Mapping[str, tuple[str, int, bool]]:
    """Finite forms: (lemma, rank, whether it is the bare form)."""
    told: dict[str, tuple[str, int, bool]] = {}
    for rank, words in ((1, _REPORTS), (3, _ACTS)):
        for lemma in words.split():
            for spelt in (lemma, *(british for british, own in _SPELT.items() if own == lemma)):
                told |= {form: (lemma, rank, form == spelt) for form in verb_forms(spelt) if not form.endswith("ing")}
    return told


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(_forms(), key=len, reverse=True))})\b", re.IGNORECASE)


def cues_in(text: str) -> Iterator[Cue]:
    """The cues of a text, in its order, not overlapping."""
    found = [
        *(Cue(lemma, 3, m.start(), m.end()) for lemma, p in _PHRASES.items() for m in p.finditer(text)),
        *(Cue(_light(m), 3, m.start(), m.end()) for m in _LIGHT.finditer(text)),
        *(Cue("will", 2, m.start(), m.end()) for m in _MODAL.finditer(text)),
        *_single(text),
    ]
    last = -1
    for cue in sorted(found, key=lambda c: (c.start, -c.end)):
        if cue.start >= last:
            yield cue
            last = cue.end


def cue_in(text: str) -> Cue | None:
    """The cue that gives a clause its force: the first of the highest rank."""
    return min(cues_in(text), key=lambda c: (-c.rank, c.start), default=None)


def _single(text: str) -> Iterator[Cue]:
    for match in _pattern().finditer(text):
        lemma, rank, bare = _forms()[match[0].lower()]
        before = re.search(r"([\w’']+),?\s*$", text[: match.start()])
        word = before[1].lower() if before else ""
        if match[0][0].isupper() and before:
            continue  # part of a name
        named = before is not None and before[1][0].isupper()  # "India and Mexico share"
        if word in _NOT_BEFORE or (bare and lemma in _BASE_AND_NOUN and word not in _BEFORE_BASE and not named):
            continue
        if bare and match.start() == 0:
            continue  # a point of a list: "Explore opportunities"
        if bare and word in {"to", "will", "would", "shall", "can", "could", "may", "should", "must", "not"}:
            continue
        if lemma in {"express", "convey", "extend", "look", "stand", "concern"}:
            continue  # told by the phrase they make, or nothing
        yield Cue(lemma, rank, match.start(), match.end())


def _light(match: re.Match[str]) -> str:
    """A verb that says little and the noun that says how: "express concern"."""
    folded = match["verb"].lower()
    verb = next(w for w in ("express", "voice", "convey", "extend") if folded.startswith(w[:4]))
    return f"{verb} {match['noun'].lower().rstrip('s')}"


def finite(text: str) -> bool:
    """Whether a stretch of words holds a verb of its own, so that another may begin a new clause."""
    return next(cues_in(text), None) is not None or _ANY.search(text) is not None


_EVENT = re.compile(
    r"\b(?P<done>met|hosted|held|spoke|received|convened|welcomed to|travell?ed|visited|took place|co-hosted)\b"
    r"|\b(?:will|is to|are to|is scheduled to|is due to)\s"
    r"(?P<ahead>be held|meet|host|hold|speak|receive|convene|travel|visit|take place|co-host)\b"
)


def event_in(text: str) -> tuple[bool, int, int] | None:
    """Whether the first verb of an occasion is of one that is ahead, and where it stands; None where there is none."""
    found = _EVENT.search(text)
    return (found["ahead"] is not None, found.start(), found.end()) if found else None


_ANY = re.compile(
    r"\b(?:met|held|took|spoke|signed|is|are|was|were|has|have|had|will|would|made|paid|gave|led|visited|brought|"
    r"(?!(?:united|based|related|shared|limited|advanced|led)\b)[a-z]{3,}ed)\b"
)
