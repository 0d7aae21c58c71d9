"""Cuts a text into clauses: sentences, parted where a second verb that says how begins ("and agreed to")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from comity.lexicon import Hit, load
from comity.linking.wording import stem, wording_of
from comity.model import Span
from comity.reading import sentences
from comity.reading.people import Found, find_people
from comity.views.compare.told import Told
from comity.views.compare.verbs import Cue, cue_in, cues_in, finite

__all__ = ["Clause", "Token", "clauses_of", "folded", "stems_in"]

_JOINT = re.compile(
    r";\s+(?:and\s+)?|,\s+(?=such as (?:\S+\s+){9})|,?\s+(?:and|but|while|as well as)\s+"
    r"(?=(?:(?:the|both|two|its|[A-Z][\w’'-]+)\s(?:[\w’'.-]+\s){0,5}?|(?:we|they|it|he|she|to)\s)?"
    r"(?:also\s|further\s|strongly\s|\w+ly\s)?[a-z]+\b)"
)
_VERB = re.compile(r"(?:(?:lasted|took|signed|exchanged|opened|visited|handed|laid|toured|inspected)\b)")
_WORD = re.compile(r"[^\W\d_]+(?:[’'](?!s\b)[^\W\d_]+)*")
_STOP_WORDS = (
    "a an the this that these those and or but of to in on at by for from with into over under as than so such also "
    "both all any each its their his her our your it they we he she who whom which what when where while is are was "
    "were be been being has have had do does did will would shall can could may might must not no s t mr ms mrs dr "
    "shri hon excellency said per"
)
_STOP = frozenset(_STOP_WORDS.split())
_SPELT = (("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("ise", "ize"), ("defence", "defense"))
_OUR = re.compile(r"(?<=[a-z]{3})our(?=s?$|ed$|ing$|able$)(?<!hour)(?<!four)(?<!detour)(?<!contour)")


_TOKEN = re.compile(r"\w+(?:[’'-]\w+)*|[^\w\s]")
_MUTE = frozenset(",.;:!?–—-“”\"'’‘()*")


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its place in the release: as it is compared, and as it is printed."""

    start: int
    end: int
    word: str
    printed: str

    @property
    def telling(self) -> bool:
        """Whether it carries meaning and is no name."""
        return self.word not in _STOP and self.word[:1].isalpha() and not self.printed[0].isupper()


_FRAME_WORDS = "together urgent need recognize recognise include including continue working committed"
_FRAME = frozenset(stem(word) for word in _FRAME_WORDS.split())
"""Words of the frames that formulas are set in, beside those that linking holds for weak."""


@dataclass(frozen=True)
class Clause:
    """A clause: its place in the text and among all clauses, its sentence's subject, and what its words mention."""

    index: int
    start: int
    end: int
    text: str
    inherited: Clause | None = None

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the words that carry meaning."""
        return stems_in(self.text)

    @cached_property
    def weak(self) -> frozenset[str]:
        """The stems of words that stand in texts of every kind ("cooperation", "committed", "together")."""
        return wording_of(self.text).weak | (self.stems & _FRAME)

    @cached_property
    def cue(self) -> Cue | None:
        """The verb that says how; offsets count within the clause."""
        return cue_in(self.text)

    @cached_property
    def cue_stems(self) -> frozenset[str]:
        """The stems of that verb."""
        return stems_in(self.text[self.cue.start : self.cue.end]) if self.cue else frozenset()

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its words, folded: spelling and punctuation are no part of them."""
        found = (m for m in _TOKEN.finditer(self.text) if m[0] not in _MUTE)
        return tuple(Token(self.start + m.start(), self.start + m.end(), folded(m[0]), m[0]) for m in found)

    @cached_property
    def row(self) -> tuple[str, ...]:
        """The stems of all its words, in their order."""
        return tuple(stem(token.word) for token in self.tokens)

    @cached_property
    def hits(self) -> tuple[Hit, ...]:
        """The names of the lexicon in it."""
        return tuple(load().gazetteer.find(self.text))

    @cached_property
    def people(self) -> tuple[Found, ...]:
        """The people and offices in it."""
        return tuple(find_people(self.text, self.hits))


def clauses_of(told: Told) -> tuple[Clause, ...]:
    """The clauses of a release, in the order of its text."""
    found: list[Clause] = []
    for paragraph in told.paragraphs:
        for sentence in sentences.split(told.text, paragraph):
            first: Clause | None = None
            for span in _parts(told.text, sentence):
                clause = Clause(len(found), span.start, span.end, told.text[span.start : span.end], first)
                first = first or clause
                found.append(clause)
    return tuple(found)


def stems_in(text: str) -> frozenset[str]:
    """The stems of a text's words, without the words that join and without numbers."""
    return frozenset(stem(folded(m[0])) for m in _WORD.finditer(text) if m[0].casefold() not in _STOP)


def folded(word: str) -> str:
    """A word in lower case and American spelling, so that spelling is no difference."""
    told = word.casefold()
    for british, american in _SPELT:
        told = told.replace(british, american)
    return _OUR.sub("or", told)


def _parts(text: str, sentence: Span) -> Iterator[Span]:
    """The clauses of one sentence: a joint parts it where both sides have a verb of their own."""
    start = sentence.start
    for match in _JOINT.finditer(text, sentence.start, sentence.end):
        before, after = text[start : match.start()], text[match.end() : sentence.end]
        if not finite(before) or len(before.split()) < 4 or not _begins(after):
            continue
        yield _trimmed(text, start, match.start())
        start = match.end()
    yield _trimmed(text, start, sentence.end)


def _begins(after: str) -> bool:
    """Whether a new clause begins here: a verb stands at once, or behind a short subject."""
    if _VERB.match(after) or after.startswith("such as"):
        return True
    cue = next(cues_in(after), None)
    if cue is None:
        return False
    subject = after[: cue.start].split()
    lead = all(w.endswith("ly") or w in {"also", "further", "again"} for w in subject)
    return lead or (len(subject) <= 7 and not _NOT_A_SUBJECT.search(after[: cue.start]))


_NOT_A_SUBJECT = re.compile(r",|\b(?:that|which|who|to|in|on|for|with|by|at)\b|\b(?:and|or)\s*$")


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    right = len(piece.rstrip(" \n.;,"))
    return Span(start + len(piece) - len(piece.lstrip()), start + right)
