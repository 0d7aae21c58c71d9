"""Finds people and offices in a sentence by grammar: honorifics, titles, names, and the state they act for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from comity.lexicon import Hit
from comity.reading.roles import HEADS, NEVER_NAMES, office_of
from comity.reading.titles import SUFFIXES, Word, code_of, is_kind, title_end, words_of

__all__ = ["Found", "find_people", "name_end"]

_PARTICLES = frozenset(
    [
        "de",
        "da",
        "van",
        "von",
        "bin",
        "ibn",
        "al",
        "el",
        "der",
        "dos",
        "di",
        "du",
        "la",
        "le",
        "ul",
        "bint",
        "ben",
        "abu",
    ]
)


@dataclass(frozen=True, slots=True)
class Found:
    """A person or office as printed, before the release's people are put together. Offsets within the sentence."""

    start: int
    end: int
    name: str | None
    role: str | None
    office: str
    country: str | None
    tells: bool
    acting: bool = False
    plural: bool = False


def find_people(text: str, hits: Sequence[Hit]) -> list[Found]:
    """All people and offices in a sentence, in order, not overlapping."""
    words = list(words_of(text, hits))
    found: list[Found] = []
    at = 0
    while at < len(words):
        got = (
            _with_role(text, words, at)
            or _with_honorific(text, words, at)
            or _name_then_role(text, words, at)
            or _holder(words, at)
        )
        if got is None:
            at += 1
            continue
        person, at = got
        found.append(person)
    return found


def name_end(words: Sequence[Word], at: int) -> int:
    """Index behind a personal name that begins at `at`, or `at` where there is none."""
    begin = at
    while at < len(words):
        word = words[at]
        text = word.text
        if is_kind(word, "holder"):
            at += 1
        elif word.hit is not None:
            if (
                (at > begin or begin > 0)
                and is_kind(word, "place", "exercise", "capital")
                and " " not in text
                and not is_kind(word, "state", "adjective", "title", "body")
            ):
                at += 1
            else:
                break
        elif text in NEVER_NAMES or text in ("-", "&"):
            break
        elif (
            (text[:1].isupper() and text[:1].isalpha())
            or text in SUFFIXES
            or (
                at > begin
                and text.casefold() in _PARTICLES
                and at + 1 < len(words)
                and words[at + 1].text[:1].isupper()
            )
        ):
            at += 1
        elif text == "," and at > begin and at + 1 < len(words) and words[at + 1].text in SUFFIXES:
            at += 2
        else:
            break
        if at - begin >= 6:
            break
    return at


def _country_before(words: Sequence[Word], at: int) -> tuple[int, str | None]:
    """A state named right before a title ("Japanese Defense Minister", "India's High Commissioner")."""
    back = at - 1
    if back >= 0 and words[back].text in ("'s", "’"):
        back -= 1
    if back >= 0 and words[back].text == "-":
        return at, None
    if back >= 0 and is_kind(words[back], "state", "adjective", "demonym", "service", "body"):
        return back, code_of(words[back])
    return at, None


def _with_role(text: str, words: Sequence[Word], at: int) -> tuple[Found, int] | None:
    role = title_end(words, at)
    if role is None or role[0] == at:
        return None
    end, office, country, tells = role
    left, before = _country_before(words, at)
    role_text = text[words[at].start : words[end - 1].end]
    shown, name, stop = role_text, None, end
    step = end + (end < len(words) and words[end].text == ",")
    plain_comma = step != end
    begin = step
    while (
        step < len(words)
        and (is_kind(words[step], "honorific") or words[step].text in ("Mr", "Mrs", "Ms", "Dr", "("))
        and not is_kind(words[step], "title")
    ):
        step += 1
    stop_at = name_end(words, step)
    honoured = step > begin
    if (stop_at > step and (honoured or not plain_comma)) or (
        stop_at > step and plain_comma and stop_at - step >= 2 and (country or before) is not None
    ):
        name = text[words[step].start : words[stop_at - 1].end]
        stop = stop_at
    if name:
        stop, after = _country_after(words, stop)
        country = country or after
    plural = _plural(words[end - 1].text) or (role_text.split()[0].casefold().endswith("ministers"))
    known = office or office_of(role_text)
    country = before or country
    acting = "acting" in shown.casefold()
    start = words[left].start if left < at else words[at].start
    return Found(start, words[stop - 1].end, name, shown, known, country, tells, acting, plural), stop


def _country_after(words: Sequence[Word], at: int) -> tuple[int, str | None]:
    """`President Marcos of the Philippines`: the state behind the name."""
    step = at
    if step < len(words) and words[step].text == "of":
        step += 1
        if step < len(words) and words[step].text == "the":
            step += 1
        if step < len(words) and is_kind(words[step], "state", "body", "service"):
            return step + 1, code_of(words[step])
    return at, None


def _plural(word: str) -> bool:
    return word.endswith("s") and word.rstrip("s") in HEADS


def _with_honorific(text: str, words: Sequence[Word], at: int) -> tuple[Found, int] | None:
    begin = at
    while at < len(words) and is_kind(words[at], "honorific"):
        at += 1
    if at == begin:
        return None
    end = name_end(words, at)
    if end == at:
        return None
    name = text[words[at].start : words[end - 1].end]
    stop, country = _country_after(words, end)
    role, office, tells = None, "unknown", False
    step = stop
    if step < len(words) and words[step].text == ",":
        step += 1
        while step < len(words) and (
            words[step].text in ("the", "'s") or is_kind(words[step], "state", "adjective", "demonym")
        ):
            if words[step].hit is not None:
                country = country or code_of(words[step])
            step += 1
        got = title_end(words, step) if step < len(words) else None
        if got and got[0] > step:
            role = text[words[step].start : words[got[0] - 1].end]
            office, country, tells = got[1] or office_of(role), country or got[2], got[3]
            stop = got[0]
    return Found(words[begin].start, words[stop - 1].end, name, role, office, country, tells), stop


def _name_then_role(text: str, words: Sequence[Word], at: int) -> tuple[Found, int] | None:
    """`Jake Sullivan, the U.S. National Security Advisor`: a full name and behind a comma what it holds."""
    if at and (
        words[at - 1].text[:1].isupper()
        and words[at - 1].text not in NEVER_NAMES
        and words[at - 1].end + 1 >= words[at].start
    ):
        return None
    end = name_end(words, at)
    known = end > at and is_kind(words[at], "holder")
    if (end - at < 2 and not known) or end + 1 >= len(words) or words[end].text != ",":
        return None
    step, country = end + 1, None
    while step < len(words) and (
        words[step].text in ("the", "'s", "then") or is_kind(words[step], "state", "adjective", "demonym")
    ):
        country = country or code_of(words[step])
        step += 1
    role = title_end(words, step) if step < len(words) else None
    if role is None or role[0] == step:
        return None
    stop, office, told, tells = role
    printed = text[words[step].start : words[stop - 1].end]
    if _plural(words[stop - 1].text):
        return None
    name = text[words[at].start : words[end - 1].end]
    return Found(
        words[at].start,
        words[stop - 1].end,
        name,
        printed,
        office or office_of(printed),
        country or told,
        tells,
    ), stop


def _holder(words: Sequence[Word], at: int) -> tuple[Found, int] | None:
    """A person whom the table of offices knows, named in full without a title."""
    word = words[at]
    if not is_kind(word, "holder") or " " not in word.text or word.hit is None:
        return None
    name = word.hit.reading("holder")
    if name is None:
        return None
    return Found(word.start, word.end, word.text, None, "unknown", None, tells=False), at + 1
