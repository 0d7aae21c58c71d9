"""Names that stand behind whom they belong to: "her Finnish counterpart, X", "the Ministers of A and B, X and Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from comity.lexicon import Hit
from comity.reading.people import Found, name_end
from comity.reading.roles import HEADS, NEVER_NAMES, office_of
from comity.reading.titles import Word, code_of, is_kind, words_of

__all__ = ["with_names_beside"]

_COLLEAGUES = frozenset({"counterpart", "colleague", "homologue"})
_COUNTRY = ("state", "adjective", "demonym")


def with_names_beside(text: str, hits: Sequence[Hit], found: Sequence[Found]) -> list[Found]:
    """The people of a sentence, and those whose names stand behind a counterpart or in a row behind their offices."""
    words = list(words_of(text, hits))
    kept = list(found)
    for more in (*_counterparts(text, words), *_rows(text, words)):
        over = [f for f in kept if f.start < more.end and more.start < f.end]
        if not over:
            kept.append(more)
        elif len(over) == 1 and over[0].name and over[0].country is None:
            kept[kept.index(over[0])] = replace(over[0], country=more.country)
    return sorted(kept, key=lambda f: f.start)


def _counterparts(text: str, words: Sequence[Word]) -> Iterator[Found]:
    for at, word in enumerate(words):
        number = word.text == "number" and at > 0 and words[at - 1].text == "opposite"
        if word.text not in _COLLEAGUES and not number:
            continue
        country, step = None, at + 1
        before = words[at - 1 - number] if at > number else None
        if before is not None and is_kind(before, *_COUNTRY):
            country = code_of(before)
        if step + 1 < len(words) and words[step].text in ("from", "of"):
            step += 1 + (words[step + 1].text == "the")
            if step < len(words) and is_kind(words[step], *_COUNTRY):
                country, step = country or code_of(words[step]), step + 1
        one = _named(text, words, step + (step < len(words) and words[step].text == ","))
        if one is not None and country is not None:
            yield Found(*one, None, "unknown", country, tells=False)


def _named(text: str, words: Sequence[Word], at: int) -> tuple[int, int, str] | None:
    """Where a full name with its honorifics stands, and the name without them."""
    begin = at
    while at < len(words) and is_kind(words[at], "honorific"):
        at += 1
    end = name_end(words, at)
    if end - at < (1 if at > begin else 2) or any(w.text in NEVER_NAMES for w in words[at:end]):
        return None
    return words[begin].start, words[end - 1].end, text[words[at].start : words[end - 1].end]


def _rows(text: str, words: Sequence[Word]) -> Iterator[Found]:
    """`The Defence Ministers of Germany and Norway, A and B, met`: to each office its holder, in their order."""
    for at, word in enumerate(words):
        one = _singular(word.text)
        if one is None:
            continue
        states, step = _states(words, at + 1)
        if len(states) < 2 or step >= len(words) or words[step].text != ",":
            continue
        people = list(_people(text, words, step + 1))
        if len(people) != len(states):
            continue
        role = text[words[_title_start(words, at)].start : word.start] + one
        for person, country in zip(people, states, strict=True):
            yield Found(*person, role, office_of(role), country, tells=False)


def _singular(offices: str) -> str | None:
    """The office of which several are named: "Commanders-in-Chief", "Secretaries"; None for any other word."""
    one = offices[:-3] + "y" if offices.endswith("ies") else re.sub(r"s(?=-in-Chief$|$)", "", offices, count=1)
    return one if one != offices and one.split("-", maxsplit=1)[0] in HEADS | {"Chief"} else None


def _title_start(words: Sequence[Word], at: int) -> int:
    while at and words[at - 1].text[:1].isupper() and words[at - 1].text not in ("The", "Their"):
        at -= 1
    return at


def _states(words: Sequence[Word], at: int) -> tuple[list[str], int]:
    """The states of "-in-Chief of the navies of Chile, Peru and Ecuador", and where they end."""
    limit = min(len(words), at + 8)
    while at < limit and not is_kind(words[at], "state", "body"):
        if words[at].text in (",", "."):
            return [], at
        at += 1
    if at >= limit or words[at - 1 - (words[at - 1].text == "the")].text not in ("of", "from"):
        return [], at
    states: list[str] = []
    last = at
    while at < len(words):
        code = code_of(words[at]) if is_kind(words[at], "state", "body") else None
        if code is not None:
            states.append(code)
            last = at + 1
        elif words[at].text not in (",", "and", "of", "the") and (states or words[at].text[:1].isupper()):
            break
        at += 1
    return states, last


def _people(text: str, words: Sequence[Word], at: int) -> Iterator[tuple[int, int, str]]:
    """The names of a row, "A, B and C"; "Admirals" before them is no name."""
    if at < len(words) and words[at].text.endswith("s") and words[at].text[:-1] in _RANKS:
        at += 1
    while at < len(words):
        one = _named(text, words, at)
        if one is None:
            return
        yield one
        at = next((i for i, w in enumerate(words) if w.start >= one[1]), len(words))
        if not (at + 1 < len(words) and words[at].text in (",", "and")):
            return
        at += 1 + (words[at + 1].text == "and")


_RANKS = frozenset({"Admiral", "General", "Lieutenant-General", "Doctor", "Air Marshal"})
