"""Direct speech: whose words stand in quotes, by who is told to have said them before, behind or just before that."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from comity.model import Span
from comity.reading.annotate import Annotated
from comity.reading.mentions import PersonMention, Sentence

__all__ = ["Spoken", "speakers"]

_SAID = re.compile(
    r"\b(?:sa(?:id|ys)|t(?:old|ells)|add(?:ed|s)|stat(?:ed|es)|not(?:ed|es)|stress(?:ed|es)|declar(?:ed|es)|"
    r"comment(?:ed|s|ing)|emphasi[sz](?:ed|es)|remark(?:ed|s)|continued|explain(?:ed|s)|conclud(?:ed|es)|wr(?:ote|ites)|"
    r"underlin(?:ed|es)|underscor(?:ed|es)|affirm(?:ed|s)|reiterat(?:ed|es)|post(?:ed|s)|pointed out)\b"
)
_MARKS = {"“": 1, "”": -1, "«": 1, "»": -1, '"': 0}
_SHORTEST = 30
"""Characters of a quotation; what is shorter is a name or a turn of phrase."""
_NEAR = 250
"""How far the next quotation of the same speaker may be from the last."""


Spoken = tuple[Span, PersonMention]
"""A quotation, and whose words it holds."""


def speakers(source: Annotated) -> Mapping[int, Spoken]:
    """The quotation of each sentence that holds one, by its index; those of nobody known are not in.

    A transcript, which says so with labels, is not looked at.
    """
    if source.release.genre == "transcript":
        return {}
    rows = source.sentences
    told: dict[int, Spoken] = {}
    last: PersonMention | None = None
    end = -_NEAR
    starts = [s.start for s in rows]
    for span in _quotations(rows):
        first, final = (rows[max(bisect_right(starts, at) - 1, 0)] for at in (span.start, span.end - 1))
        one = _behind(span, final) or _before(span, first, rows)
        if one is None and span.start - end < _NEAR:
            one = last
        last, end = one, span.end
        if one is not None:
            told.update((n, (span, one)) for n in range(first.index, final.index + 1))
    return told


def _quotations(rows: Sequence[Sentence]) -> Iterator[Span]:
    """The quotations of a text; one that is left open at the end of its paragraph goes on if the next opens anew."""
    begin: int | None = None
    for number, sentence in enumerate(rows):
        opens_block = number == 0 or rows[number - 1].block != sentence.block
        if begin is not None and opens_block and sentence.text[:1] not in _MARKS:
            yield Span(begin, rows[number - 1].end)
            begin = None
        for at, mark in enumerate(sentence.text):
            way = _MARKS.get(mark)
            if way is None or (opens_block and at == 0 and begin is not None):
                continue
            if begin is None and way >= 0:
                begin = sentence.start + at
            elif begin is not None and way <= 0:
                if sentence.start + at - begin >= _SHORTEST:
                    yield Span(begin, sentence.start + at + 1)
                begin = None
    if begin is not None:
        yield Span(begin, rows[-1].end)


def _behind(span: Span, sentence: Sentence) -> PersonMention | None:
    """`"...," Minister X told the press`, `"...," said X`."""
    rest = sentence.text[span.end - sentence.start :]
    verb = _SAID.search(rest[:160])
    named = next((m for m in sentence.people if m.start >= span.end), None)
    if verb is None or named is None:
        return None
    between = sorted((span.end + verb.start(), named.start))
    return named if not named.plural and between[1] - between[0] < 120 else None


def _before(span: Span, sentence: Sentence, rows: Sequence[Sentence]) -> PersonMention | None:
    """`Minister X said: "..."`, in the same paragraph or the one before."""
    if span.start - sentence.start < 3 and sentence.index and rows[sentence.index - 1].text.rstrip().endswith(":"):
        sentence = rows[sentence.index - 1]
    text = sentence.text[: max(span.start - sentence.start, 0)] if span.start < sentence.end else sentence.text
    verb = next(iter(_SAID.finditer(text[-120:])), None)
    if verb is None:
        return None
    at = sentence.start + max(len(text) - 120, 0) + verb.start()
    named = [m for m in sentence.people if m.end <= at and not m.plural]
    return named[-1] if named else None
