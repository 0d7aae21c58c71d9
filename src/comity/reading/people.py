"""Finds people and offices in a sentence by grammar: honorifics, titles, names, and the state they act for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from comity.lexicon import Hit
from comity.reading.roles import HEADS, JOINERS, MODIFIERS, NEVER_NAMES, PORTFOLIO, office_of

__all__ = ["Found", "find_people"]

_WORD = re.compile(r"[^\W\d_](?:[\w'’]|[-‑](?=\w)|\.(?=[A-Z]\.?))*\.?|\S")
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
_SUFFIXES = frozenset({"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"})
_PLACE_KINDS = ("state", "adjective", "demonym", "service", "body", "capital")


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


@dataclass(slots=True)
class _Word:
    start: int
    end: int
    text: str
    hit: Hit | None = None


def find_people(text: str, hits: Sequence[Hit]) -> list[Found]:
    """All people and offices in a sentence, in order, not overlapping."""
    words = list(_words(text, hits))
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


def _words(text: str, hits: Sequence[Hit]) -> Iterator[_Word]:
    """Words and hits in one row: a hit of several words is one unit."""
    at = 0
    for hit in (*hits, None):
        stop = hit.start if hit else len(text)
        for match in _WORD.finditer(text, at, stop):
            word = match[0]
            end = match.end()
            if word.endswith(("'s", "’s")):
                yield _Word(match.start(), end - 2, word[:-2])
                yield _Word(end - 2, end, "'s")
                continue
            if word.endswith(".") and len(word) > 3 and word not in _SUFFIXES and "." not in word[:-1]:
                word, end = word[:-1], end - 1
            yield _Word(match.start(), end, word)
        if hit:
            yield _Word(hit.start, hit.end, hit.printed, hit)
            at = hit.end


def _is(word: _Word, *kinds: str) -> bool:
    return word.hit is not None and any(n.kind in kinds for n in word.hit.names)


def _code(word: _Word) -> str | None:
    if word.hit is None:
        return None
    name = word.hit.reading("state", "body", "service", "adjective", "demonym", "capital")
    return name.code if name else None


def _role_end(words: Sequence[_Word], at: int) -> tuple[int, str | None, str | None, bool] | None:
    """Reads a title that begins at `at`: (index behind it, office, country, tells) or None."""
    begin, office, country, tells = at, None, None, False
    while at < len(words) and (words[at].text in MODIFIERS or words[at].text == "-") and not _is(words[at], "title"):
        at += 1
    if at >= len(words):
        return None
    if _is(words[at], "title"):
        hit = words[at].hit
        names = [n for n in hit.names if n.kind == "title"] if hit else []
        if not words[at].text[:1].isupper() and begin == at and " " not in words[at].text:
            return None
        telling = [n for n in names if n.row["tells_country"] == "yes"]
        plain = [n for n in names if not n.row["country"]] or names
        chosen = telling[0] if telling else plain[0]
        office, tells = chosen.code, bool(telling)
        country = chosen.row["country"] if telling else None
        if begin != at and words[begin].text not in ("Acting", "Former", "Then"):
            office = None
        at += 1
    elif words[at].text in HEADS or (at > begin and words[at - 1].text in HEADS):
        at += words[at].text in HEADS
    elif at > begin and words[at - 1].text in MODIFIERS and words[at - 1].text in HEADS:
        pass
    else:
        return None
    if at < len(words) and words[at].text in ("General", "Designate", "-General"):
        at += 1
    at, country = _role_tail(words, at, country)
    return at, office, country, tells


def _role_tail(words: Sequence[_Word], at: int, country: str | None) -> tuple[int, str | None]:
    """What belongs to a title behind its head: portfolios, states, units, a second title."""
    begin = at
    while at < len(words):
        word = words[at]
        step = at + 1
        if word.text in JOINERS:
            if step < len(words) and words[step].text == "the":
                step += 1
            end, code = _portfolio(words, step)
            if end == step:
                break
            country, at = country or code, end
        elif word.text == "," and step < len(words) and _is(words[step], "service") and not _is(words[step], "state"):
            country, at = country or _code(words[step]), step + 1
        elif _is(word, "service") and not _is(word, "title", "holder"):
            country, at = country or _code(word), at + 1
        elif word.text == "(" and at + 2 < len(words) and words[at + 2].text == ")":
            at += 3
        elif (
            word.text in ("and", "&")
            and step < len(words)
            and not _two_people(words, begin, step)
            and (_is(words[step], "title") or words[step].text in HEADS | MODIFIERS)
        ):
            more = _role_end(words, step)
            if more is None or (
                words[step].text in MODIFIERS and words[step].text in PORTFOLIO and not _is(words[step], "title")
            ):
                break
            at, country = more[0], country or more[2]
        else:
            break
    return at, country


def _two_people(words: Sequence[_Word], begin: int, step: int) -> bool:
    """`The Vice President and President Marcos` are two; `the Chairman and Chief Executive Mr X` is one."""
    if not _is(words[step], "title") or step + 1 >= len(words):
        return False
    follows = words[step + 1]
    named = (
        follows.text[:1].isupper()
        and (follows.hit is None or _is(follows, "holder"))
        and follows.text not in NEVER_NAMES
    )
    article = next((w.text for w in reversed(words[max(0, begin - 5) : begin]) if w.text in ("The", "the")), None)
    return named and article is not None


def _portfolio(words: Sequence[_Word], at: int) -> tuple[int, str | None]:
    """The capitalised run behind "of" or "for": (index behind its last portfolio word or state, its state)."""
    last, code, begin = at, None, at
    while at < len(words):
        word = words[at]
        if _is(word, *_PLACE_KINDS):
            code = code or _code(word)
            at += 1
            last = at
        elif word.text in PORTFOLIO or (word.text[:1].isupper() and word.text.rstrip(".") in PORTFOLIO):
            at += 1
            last = at
        elif (word.text in ("and", "&", ",", "-", "the") and at > begin) or (
            word.text[:1].isupper() and word.hit is None and at - last < 2 and word.text not in NEVER_NAMES
        ):
            at += 1
        elif word.text[:1].isupper() and _is(word, "agreement", "dialogue", "exercise") and at == begin:
            at += 1
            last = at
        else:
            break
    if last == begin and begin < len(words) and words[begin].hit is None and words[begin].text[:1].isupper():
        # An unknown portfolio of one word ("Minister of Sport"): taken when a name or a comma follows.
        last = begin + 1
    return last, code


def _name(words: Sequence[_Word], at: int) -> int:
    """Index behind a personal name that begins at `at`, or `at` where there is none."""
    begin = at
    while at < len(words):
        word = words[at]
        text = word.text
        if _is(word, "holder"):
            at += 1
        elif word.hit is not None:
            if (
                (at > begin or begin > 0)
                and _is(word, "place", "exercise", "capital")
                and " " not in text
                and not _is(word, "state", "adjective", "title", "body")
            ):
                at += 1
            else:
                break
        elif text in NEVER_NAMES or text in ("-", "&"):
            break
        elif (
            (text[:1].isupper() and text[:1].isalpha())
            or text in _SUFFIXES
            or (
                at > begin
                and text.casefold() in _PARTICLES
                and at + 1 < len(words)
                and words[at + 1].text[:1].isupper()
            )
        ):
            at += 1
        elif text == "," and at > begin and at + 1 < len(words) and words[at + 1].text in _SUFFIXES:
            at += 2
        else:
            break
        if at - begin >= 6:
            break
    return at


def _country_before(words: Sequence[_Word], at: int) -> tuple[int, str | None]:
    """A state named right before a title ("Japanese Defense Minister", "India's High Commissioner")."""
    back = at - 1
    if back >= 0 and words[back].text in ("'s", "’"):
        back -= 1
    if back >= 0 and words[back].text == "-":
        return at, None
    if back >= 0 and _is(words[back], "state", "adjective", "demonym", "service", "body"):
        return back, _code(words[back])
    return at, None


def _with_role(text: str, words: Sequence[_Word], at: int) -> tuple[Found, int] | None:
    role = _role_end(words, at)
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
        and (_is(words[step], "honorific") or words[step].text in ("Mr", "Mrs", "Ms", "Dr", "("))
        and not _is(words[step], "title")
    ):
        step += 1
    name_end = _name(words, step)
    honoured = step > begin
    if (name_end > step and (honoured or not plain_comma)) or (
        name_end > step and plain_comma and name_end - step >= 2 and country is not None
    ):
        name = text[words[step].start : words[name_end - 1].end]
        stop = name_end
    if name:
        stop, after = _country_after(words, stop)
        country = country or after
    plural = _plural(words[end - 1].text) or (role_text.split()[0].casefold().endswith("ministers"))
    known = office or office_of(role_text)
    country = before or country
    acting = "acting" in shown.casefold()
    start = words[left].start if left < at else words[at].start
    return Found(start, words[stop - 1].end, name, shown, known, country, tells, acting, plural), stop


def _country_after(words: Sequence[_Word], at: int) -> tuple[int, str | None]:
    """`President Marcos of the Philippines`: the state behind the name."""
    step = at
    if step < len(words) and words[step].text == "of":
        step += 1
        if step < len(words) and words[step].text == "the":
            step += 1
        if step < len(words) and _is(words[step], "state", "body"):
            return step + 1, _code(words[step])
    return at, None


def _plural(word: str) -> bool:
    return word.endswith("s") and word.rstrip("s") in HEADS


def _with_honorific(text: str, words: Sequence[_Word], at: int) -> tuple[Found, int] | None:
    begin = at
    while at < len(words) and _is(words[at], "honorific"):
        at += 1
    if at == begin:
        return None
    end = _name(words, at)
    if end == at:
        return None
    name = text[words[at].start : words[end - 1].end]
    stop, country = _country_after(words, end)
    role, office, tells = None, "unknown", False
    step = stop
    if step < len(words) and words[step].text == ",":
        step += 1
        while step < len(words) and (
            words[step].text in ("the", "'s") or _is(words[step], "state", "adjective", "demonym")
        ):
            if words[step].hit is not None:
                country = country or _code(words[step])
            step += 1
        got = _role_end(words, step) if step < len(words) else None
        if got and got[0] > step:
            role = text[words[step].start : words[got[0] - 1].end]
            office, country, tells = got[1] or office_of(role), country or got[2], got[3]
            stop = got[0]
    return Found(words[begin].start, words[stop - 1].end, name, role, office, country, tells), stop


def _name_then_role(text: str, words: Sequence[_Word], at: int) -> tuple[Found, int] | None:
    """`Jake Sullivan, the U.S. National Security Advisor`: a full name and behind a comma what it holds."""
    if at and (
        words[at - 1].text[:1].isupper()
        and words[at - 1].text not in NEVER_NAMES
        and words[at - 1].end + 1 >= words[at].start
    ):
        return None
    end = _name(words, at)
    known = end > at and _is(words[at], "holder")
    if (end - at < 2 and not known) or end + 1 >= len(words) or words[end].text != ",":
        return None
    step, country = end + 1, None
    while step < len(words) and (
        words[step].text in ("the", "'s", "then") or _is(words[step], "state", "adjective", "demonym")
    ):
        country = country or _code(words[step])
        step += 1
    role = _role_end(words, step) if step < len(words) else None
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


def _holder(words: Sequence[_Word], at: int) -> tuple[Found, int] | None:
    """A person whom the table of offices knows, named in full without a title."""
    word = words[at]
    if not _is(word, "holder") or " " not in word.text or word.hit is None:
        return None
    name = word.hit.reading("holder")
    if name is None:
        return None
    return Found(word.start, word.end, word.text, None, "unknown", None, tells=False), at + 1
