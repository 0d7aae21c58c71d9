"""Quotes for claims: the words a match rests on, cut so that the evidence law holds."""

from __future__ import annotations

from comity.extract.frames import Match, Part
from comity.model import Evidence, Release, Span
from comity.reading.syntax import extent

__all__ = ["clause_of", "evidence", "part_span", "quote_of"]

_LONGEST = 55
"""Words a quote may have before it is cut down to the trigger and what it governs."""

_HYPHENS = frozenset("-\N{HYPHEN}\N{NON-BREAKING HYPHEN}")


def evidence(release: Release, span: Span) -> Evidence:
    """The quote of a span of the release's text."""
    return Evidence(span.start, span.end, release.text[span.start : span.end], release.content.page_of(span.start))


def part_span(match: Match, part: Part) -> Span:
    """The characters of one governed thing, whole words: the parser cuts "co-production" at its hyphen."""
    doc = match.head.doc
    first = part.first
    while (
        first > 1
        and doc[first - 1].text in _HYPHENS
        and not doc[first - 2].whitespace_
        and not doc[first - 1].whitespace_
    ):
        first -= 2
    return match.sentence.chars(doc[first], doc[part.last])


def clause_of(match: Match, part: Part | None, release: Release) -> Evidence:
    """The clause that tells an event: the verb with its actor, place and time, without the clauses joined to it."""
    doc, verb = match.head.doc, match.head
    for above in match.head.ancestors:
        if verb.tag_.startswith("VB"):
            break
        verb = above
    if verb.dep_ == "pcomp" and verb.head.head.tag_.startswith("VB") and verb.head.head.i < verb.i:
        verb = verb.head.head  # "began his day by laying a wreath"
    later = [
        c
        for c in verb.children
        if c.dep_ in ("conj", "advcl", "ccomp") and c.i > max(match.head.i, part.last if part else 0)
    ]
    left, right = extent(verb, without=later)
    first = min(left, match.first)
    last = max(right, part.last if part else 0, match.head.i)
    if last - first > _LONGEST:
        return quote_of(match, part, release)
    while first < match.first and (doc[first].is_punct or doc[first].dep_ == "cc"):
        first += 1
    return evidence(release, match.sentence.chars(doc[first], doc[last]))


def quote_of(match: Match, part: Part | None, release: Release) -> Evidence:
    """The clause of a match: from its actor to the end of this part; a second action quotes its own words."""
    doc = match.head.doc
    if part is not None and part.second:
        return evidence(release, part_span(match, part))
    tokens = [match.head.i, *([match.thing.i] if match.thing is not None else [])]
    last = max([*tokens, *([part.last] if part else [])])
    first = min([*tokens, *([part.first] if part else [])])
    if match.who is not None and match.who.i < first and first - match.who.left_edge.i < 30:
        first = match.who.left_edge.i
    if last - first > _LONGEST:
        first = min([*tokens, *([part.first] if part else [])])
    if last - first > _LONGEST:
        last = first + _LONGEST
    while last > first and doc[last].is_punct and doc[last].text not in ")”’\"'":
        last -= 1
    return evidence(release, match.sentence.chars(doc[first], doc[last]))
