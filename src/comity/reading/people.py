"""Finds people and offices in a sentence by grammar: honorifics, titles, names, and the state they act for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

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
        "den",
        "ter",
        "ten",
        "zu",
        "del",
        "della",
    ]
)


_BETWEEN = frozenset({"new", "newly", "elected", "appointed", "visiting", "outgoing", "incoming", "then", "current"})
"""What may stand between a state and a title: "Norway's newly elected Minister"."""


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
            or (at > begin and text.casefold() in _PARTICLES and _name_goes_on(words, at + 1))
        ):
            at += 1
        elif text == "," and at > begin and at + 1 < len(words) and words[at + 1].text in SUFFIXES:
            at += 2
        elif at > begin and _nickname(words, at):
            at += 3
        else:
            break
        if at - begin >= 6:
            break
    return at


def _name_goes_on(words: Sequence[Word], at: int) -> bool:
    """Whether a capital follows a particle, or a second particle and then a capital: "Jeroen van der Velde"."""
    if at < len(words) and words[at].text.casefold() in _PARTICLES and words[at].text.islower():
        at += 1
    return at < len(words) and words[at].text[:1].isupper()


def _nickname(words: Sequence[Word], at: int) -> bool:
    """`Michael "Erik" Kurilla`: a name in quotes between two others."""
    inside = words[at : at + 4]
    return (
        len(inside) == 4
        and inside[0].text in ('"', "“", "‘", "(")
        and inside[2].text in ('"', "”", "’", ")")
        and all(w.hit is None and w.text[:1].isupper() and w.text[1:].islower() for w in (inside[1], inside[3]))
    )


def _country_before(words: Sequence[Word], at: int) -> tuple[int, str | None]:
    """A state named right before a title ("Japanese Defense Minister", "India's High Commissioner")."""
    back = at - 1
    while back > 0 and (words[back].text in _BETWEEN or words[back].text.startswith("newly-")):
        back -= 1
    if back > 2 and words[back].text == ")" and words[back - 2].text == "(" and not _is_task(words, back - 3):
        back -= 3  # "Royal Thai Armed Forces (RTARF)"
    if back >= 0 and words[back].text in ("'s", "’"):
        back -= 1
    if back >= 0 and words[back].text == "-":
        return at, None
    if back >= 0 and is_kind(words[back], "state", "adjective", "demonym", "service", "body"):
        return back, code_of(words[back])
    return at, None


def _is_task(words: Sequence[Word], at: int) -> bool:
    """`Special Representative for the DPRK (DPRK) Ambassador X`: whom somebody is sent to is not whose he is."""
    before = at - 1 - (at > 0 and words[at - 1].text == "the")
    return before >= 0 and words[before].text in ("for", "to", "on")


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
    while step < len(words) and _styled(words, step, loose=not plain_comma):
        step += 1
    stop_at = name_end(words, step)
    honoured = step > begin
    plural = _plural(words[end - 1].text) or (role_text.split()[0].casefold().endswith("ministers"))
    if stop_at == step or (words[step - 1].text == "(" and is_kind(words[step], "place", "capital")):
        pass  # "the Spokesperson (Paris, 19 July)"
    elif (
        honoured
        or not plain_comma
        or (
            (stop_at - step >= 2 or " " in words[step].text)
            and ((country or before) is not None or (not plural and _closed(words, _letters(words, stop_at))))
        )
    ):
        name = text[words[step].start : words[stop_at - 1].end]
        stop = _letters(words, stop_at)
    if name:
        stop, after = _country_after(words, stop)
        country = country or after
    elif (country or before) is None:
        stop, country = _state_behind(words, stop)
    known = office or office_of(role_text)
    country = before or country
    acting = "acting" in shown.casefold()
    start = words[left].start if left < at else words[at].start
    tells = tells and left == at
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


_STYLES = frozenset({"Ambassador", "Prince", "Princess", "Senator", "Sheikh", "Sheikha"})


def _styled(words: Sequence[Word], at: int, *, loose: bool) -> bool:
    """Whether a word between an office and a name is a form of address ("the Minister, Ambassador X, met")."""
    word = words[at]
    if word.text in _STYLES and name_end(words, at + 1) > at + 1:
        return loose or _closed(words, name_end(words, at + 1))
    if word.text in ("the", "The") and at + 1 < len(words):
        return is_kind(words[at + 1], "honorific") and words[at + 1].text not in _STYLES
    return (is_kind(word, "honorific") or word.text in ("Mr", "Mrs", "Ms", "Dr", "(")) and not is_kind(word, "title")


def _letters(words: Sequence[Word], at: int) -> int:
    """Behind the honours that a name carries: "the Hon Richard Marles MP", "Commodore Mal Wise, OAM, RAN"."""
    while at < len(words):
        step = at + (words[at].text == ",")
        if step == len(words) or not is_kind(words[step], "postnominal") or is_kind(words[step], "state", "service"):
            break
        at = step + 1
    return at


def _closed(words: Sequence[Word], at: int) -> bool:
    """Whether a name in apposition ends here: "the Defence Secretary, Gavin Williamson, said"."""
    return at == len(words) or words[at].text in (",", ")", ";", ".")


def _state_behind(words: Sequence[Word], at: int) -> tuple[int, str | None]:
    """`Minister of Defence, Norway`, as it stands below a signature or in a list: the state behind the comma."""
    if at + 1 < len(words) and words[at].text == "," and is_kind(words[at + 1], "state"):
        stop = at + 2
        if stop == len(words) or words[stop].text in (")", ";", "."):
            return stop, code_of(words[at + 1])
    return at, None


def _raised(words: Sequence[Word], at: int) -> list[Word]:
    """The words with a title that is printed small, as behind a name, made to look like one: "commander of"."""
    raised = list(words)
    while at < len(words) and words[at].hit is None and words[at].text.capitalize() in HEADS | _POSTS:
        raised[at] = replace(words[at], text=words[at].text.capitalize())
        at += 1
    return raised


_POSTS = frozenset({"Deputy", "Assistant", "Acting", "Vice", "Chief"})


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
    stop, country = _country_after(words, _letters(words, end))
    if [w.text for w in words[stop : stop + 3 : 2]] == ["(", ")"] and words[stop + 1].text in (
        "MP",
        "Retd",
        "Dr",
        "PhD",
    ):
        stop += 3
    rank = words[begin].hit
    return _post_behind(
        text, words, stop, Found(words[begin].start, words[stop - 1].end, name, None, "unknown", country, tells=False),
        ranked=rank is not None and rank.names[0].code == "rank",
    )  # fmt: skip


def _post_behind(text: str, words: Sequence[Word], at: int, one: Found, *, ranked: bool) -> tuple[Found, int]:
    """`Gen. X, Royal Thai Armed Forces Chief of Defence`: what somebody holds, behind the comma."""
    if at == len(words) or words[at].text != ",":
        return one, at
    step, country, own = at + 1, one.country, one.country
    while step < len(words) and (
        words[step].text in ("the", "'s") or is_kind(words[step], "state", "adjective", "demonym", "service")
    ):
        if words[step].hit is not None:
            own = own or code_of(words[step])
            if is_kind(words[step], "state", "adjective", "demonym") or _closed(words, step + 1):
                country = own
        step += 1
        if step + 2 < len(words) and words[step].text == "(" and words[step + 2].text == ")":
            step += 3
    known = own is not None or ranked
    got = title_end(_raised(words, step) if known else words, step) if step < len(words) else None
    if got is None or got[0] == step:
        return replace(one, country=country), at
    role = text[words[step].start : words[got[0] - 1].end]
    stop, country = got[0], own or got[2]
    if country is None:
        stop, country = _state_behind(words, stop)
    office = got[1] or office_of(role)
    return replace(one, end=words[stop - 1].end, role=role, office=office, country=country, tells=got[3]), stop


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
    behind = _letters(words, end)
    if (end - at < 2 and not known) or behind + 1 >= len(words) or words[behind].text != ",":
        return None
    step, country = behind + 1, None
    while step < len(words) and (
        words[step].text in ("the", "'s", "then") or is_kind(words[step], "state", "adjective", "demonym")
    ):
        country = country or code_of(words[step])
        step += 1
    if at and words[at - 1].text in ("at", "At", "in", "near"):  # "at Horse Guards Parade, the Defence Secretary"
        return None
    role = title_end(_raised(words, step) if country else words, step) if step < len(words) else None
    if role is None or role[0] == step:
        return None
    stop, office, told, tells = role
    if country is None and told is None:
        stop, told = _state_behind(words, stop)
        told = told or _for_whom(words, at)
    printed = text[words[step].start : words[role[0] - 1].end]
    if _plural(words[role[0] - 1].text):
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


def _for_whom(words: Sequence[Word], at: int) -> str | None:
    """`For Timor-Leste, X, Vice Minister, signed`: the state that somebody signs for."""
    if at > 2 and words[at - 1].text == "," and is_kind(words[at - 2], "state", "body"):
        before = words[at - 3 - (words[at - 3].text == "the")].text
        return code_of(words[at - 2]) if before in ("For", "for") else None
    return None


def _holder(words: Sequence[Word], at: int) -> tuple[Found, int] | None:
    """A person whom the table of offices knows, named in full without a title."""
    word = words[at]
    if not is_kind(word, "holder") or " " not in word.text or word.hit is None:
        return None
    name = word.hit.reading("holder")
    if name is None:
        return None
    return Found(word.start, word.end, word.text, None, "unknown", None, tells=False), at + 1
