"""Cuts blocks into sentences by rule: abbreviations and initials do not end one, closing quotes belong to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.model import Span

__all__ = ["split"]

_END = re.compile(
    r"""(?P<stop>[.!?…।]+)(?P<close>[)\]"'”’]*)(?P<gap>\s+)(?=["'“‘(\[]*[^\W_a-z]|[•\-–—]\s)""",
    re.VERBOSE,
)
# "Jeddah, March 10, 2026, SPA -- The Minister ...": where and when it was issued is no part of what it tells.
_DATELINE = re.compile(
    r"(?=[^.\n]{0,60}\b(?:19|20)\d\d\b)[A-Z][\w,()\- ]{5,70}\s(?:--|–|—)\s(?=(?:The|His|Her|In|A|An)\s)"
)
_ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "shri",
        "smt",
        "sri",
        "st",
        "hon",
        "gen",
        "lt",
        "maj",
        "col",
        "capt",
        "cdr",
        "cmdr",
        "adm",
        "vadm",
        "radm",
        "brig",
        "sgt",
        "gov",
        "sen",
        "rep",
        "pres",
        "rev",
        "jr",
        "ret",
        "retd",
        "sr",
        "vs",
        "no",
        "nos",
        "art",
        "arts",
        "para",
        "paras",
        "fig",
        "vol",
        "al",
        "etc",
        "e.g",
        "i.e",
        "cf",
        "approx",
        "u.s",
        "u.k",
        "u.n",
        "h.e",
        "d.c",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "ltd",
        "inc",
        "co",
        "corp",
        "dept",
        "univ",
        "messrs",
        "mme",
        "mlle",
        "hq",
        "ft",
        "mt",
        "rt",
        "retd",
        "govt",
    ]
)
_MAY_END = frozenset({"jr", "sr", "etc", "u.s", "u.k", "u.n", "d.c", "ltd", "inc", "corp", "retd", "govt"})
_OPENERS = frozenset(
    [
        "The",
        "They",
        "He",
        "She",
        "It",
        "We",
        "This",
        "These",
        "Both",
        "In",
        "On",
        "At",
        "During",
        "After",
        "Later",
        "As",
        "And",
        "But",
        "For",
        "To",
        "Also",
    ]
)

_OFFICES = frozenset({"Secretary", "President", "Minister", "Deputy", "Foreign", "Prime", "Ambassador", "Vice"})


def split(text: str, span: Span) -> Iterator[Span]:
    """The sentences of one block, as spans of the whole text, without the white space around them."""
    start = span.start
    opening = _DATELINE.match(text, span.start, span.end)
    if opening is not None:
        yield from _trim(text, start, opening.end())
        start = opening.end()
    for match in _END.finditer(text, span.start, span.end):
        if not _ends(text, start, match):
            continue
        yield from _trim(text, start, match.end("close"))
        start = match.end()
    yield from _trim(text, start, span.end)


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    if match["stop"] != ".":
        return True
    before = re.search(r"[\w.]+$", text[start : match.start()])
    word = before[0].casefold() if before else ""
    following = re.match(r"[\"'“‘(\[]*(\w+)", text[match.end() :])
    opener = following is not None and following[1] in _OPENERS
    if word == "d.c" and following is not None and following[1] in _OFFICES:
        return True  # "in Washington, D.C. Secretary Singh said ..."
    if word in _MAY_END:
        return opener
    if word in _ABBREVIATIONS:
        return False
    # An initial (J., U.S.) or a list number (3., iv.) at the start of a sentence does not end it.
    if re.fullmatch(r"(?:\w\.)*[^\W\d_]", word) and before and before[0][0].isupper():
        return opener and len(word) > 1
    return not (re.fullmatch(r"\d{1,2}|[ivx]+", word) and not text[start : match.start()].strip(" \n" + word))


def _trim(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    left, right = len(piece) - len(piece.lstrip()), len(piece.rstrip())
    if right > left:
        yield Span(start + left, start + right)
