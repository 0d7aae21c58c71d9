"""Reads titles by grammar: their modifiers, head, portfolio, state, unit, and a second title joined to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from comity.lexicon import Hit
from comity.reading.roles import HEADS, JOINERS, MODIFIERS, NEVER_NAMES, PORTFOLIO

__all__ = ["SUFFIXES", "Word", "code_of", "is_kind", "title_end", "words_of"]

_WORD = re.compile(r"['’]s\b|[^\W\d_](?:[\w'’]|[-‑](?=\w)|\.(?=[A-Z]\.?))*\.?|\S")


SUFFIXES = frozenset({"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"})


_PLACE_KINDS = ("state", "adjective", "demonym", "service", "body", "capital")


@dataclass(slots=True)
class Word:
    """A word of a sentence, or a name of the lexicon as one unit; offsets within the sentence."""

    start: int
    end: int
    text: str
    hit: Hit | None = None


def words_of(text: str, hits: Sequence[Hit]) -> Iterator[Word]:
    """Words and hits in one row: a hit of several words is one unit."""
    at = 0
    for hit in (*(h for h in hits if not _half(h, text)), None):
        stop = hit.start if hit else len(text)
        for match in _WORD.finditer(text, at, stop):
            word = match[0]
            end = match.end()
            if word in ("'s", "’s"):  # behind a name of the lexicon
                yield Word(match.start(), end, "'s")
                continue
            if word.endswith(("'s", "’s")):
                yield Word(match.start(), end - 2, word[:-2])
                yield Word(end - 2, end, "'s")
                continue
            if word.endswith(("s'", "s’")):  # "Secretary Mattis' call"
                yield Word(match.start(), end - 1, word[:-1])
                yield Word(end - 1, end, "'s")
                continue
            if word.endswith(".") and len(word) > 3 and word not in SUFFIXES and "." not in word[:-1]:
                word, end = word[:-1], end - 1
            yield Word(match.start(), end, word)
        if hit and hit.printed == "Gen" and text[: hit.start].endswith(("Mr ", "Mr. ")):
            yield Word(hit.start, hit.end, hit.printed)  # a given name of Japan, not a rank
            at = hit.end
        elif hit:
            yield Word(hit.start, hit.end, hit.printed, hit)
            at = hit.end


def _half(hit: Hit, text: str) -> bool:
    """Whether a title is but the first half of a surname: "Amir-Abdollahian"."""
    return hit.printed in _SURNAMED and text[hit.end : hit.end + 1] == "-" and text[hit.end + 1 : hit.end + 2].isupper()


_SURNAMED = frozenset({"Amir", "Emir", "Sultan", "King", "Prince", "Imam", "Haji", "Mir", "Sayed", "Seyed"})


def is_kind(word: Word, *kinds: str) -> bool:
    """Whether the lexicon knows the word as one of these kinds of name."""
    return word.hit is not None and any(n.kind in kinds for n in word.hit.names)


def code_of(word: Word) -> str | None:
    """The party that a word names or belongs to."""
    if word.hit is None:
        return None
    name = word.hit.reading("state", "body", "service", "adjective", "demonym", "capital")
    return name.code if name else None


_GENERALS = frozenset(
    {"Secretary", "Director", "Attorney", "Consul", "Inspector", "Governor", "Auditor", "Surgeon", "Solicitor"}
    | {"Controller", "Commissioner", "Undersecretary", "Adjutant", "Comptroller", "Prosecutor", "Quartermaster"}
)
"""Who may be "General" in civil life; behind any other title, it is the rank of the person named next."""


def title_end(words: Sequence[Word], at: int) -> tuple[int, str | None, str | None, bool] | None:
    """Reads a title that begins at `at`: (index behind it, office, country, tells) or None."""
    begin, office, country, tells = at, None, None, False
    while (
        at < len(words) and (words[at].text in MODIFIERS or words[at].text == "-") and not is_kind(words[at], "title")
    ):
        at += 1
    if at >= len(words) or (words[at].text == "PM" and at and words[at - 1].text[-1:].isdigit()):  # "3:30 PM"
        return None
    if is_kind(words[at], "title"):
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
    if at < len(words) and (
        words[at].text in ("Designate", "-General")
        or (words[at].text == "General" and words[at - 1].text.split()[-1] in _GENERALS)
    ):
        at += 1
    at, country = _role_tail(words, at, country)
    return at, office, country, tells


def _role_tail(words: Sequence[Word], at: int, country: str | None) -> tuple[int, str | None]:
    """What belongs to a title behind its head: portfolios, states, units, a second title."""
    begin = at
    at = _more_portfolio(words, at) or at
    while at < len(words):
        word = words[at]
        step = at + 1
        if word.text in JOINERS and not _journey(words, at):
            end, code = _joined(words, begin, at)
            if end == at:
                break
            country, at = country or code, end
        elif (
            word.text == ","
            and step < len(words)
            and is_kind(words[step], "service")
            and not is_kind(words[step], "state")
        ):
            country, at = country or code_of(words[step]), step + 1
        elif is_kind(word, "service") and not is_kind(word, "title", "holder"):
            country, at = country or code_of(word), at + 1
        elif word.text == "(" and at + 2 < len(words) and words[at + 2].text == ")":
            at = _short_form(words, at)
        elif _second(words, begin, at):
            more = title_end(words, step)
            if more is None or (
                words[step].text in MODIFIERS and words[step].text in PORTFOLIO and not is_kind(words[step], "title")
            ):
                break
            at, country = more[0], country or more[2]
        else:
            break
    return at, country


def _second(words: Sequence[Word], begin: int, at: int) -> bool:
    """Whether one more office of the same person begins behind an "and", a comma or a dash."""
    step = at + 1
    if words[at].text not in ("and", "&", "cum"):
        return _more_ministries(words, at)
    return (
        step < len(words)
        and not _two_people(words, begin, step)
        and (is_kind(words[step], "title") or words[step].text in HEADS | MODIFIERS)
    )


def _joined(words: Sequence[Word], begin: int, at: int) -> tuple[int, str | None]:
    """What "of", "for", "to" joins to a title: (index behind it, the state it is of); `at` where nothing."""
    step = at + 1
    if step < len(words) and words[step].text == "the":
        step += 1
    end, code = _portfolio(words, step)
    if end == step or (_of_news(words, begin) and end < len(words) and words[end].text == "'s"):
        return at, None
    joiner = words[at].text
    sent = joiner in ("to", "on") or (joiner == "for" and any(_ENVOY.search(text) for text in _texts(words, at)))
    return end, None if sent else code  # an envoy is not of the state that he is sent to


def _texts(words: Sequence[Word], at: int) -> list[str]:
    """The words of a title before `at`, as far as they go."""
    return [w.text for w in words[max(0, at - 6) : at]]


def _more_ministries(words: Sequence[Word], at: int) -> bool:
    """`Deputy Prime Minister, Minister of Foreign Affairs`: the second office of a deputy, behind a comma or dash."""
    return (
        words[at].text in (",", "-", "–")
        and at > 0
        and at + 1 < len(words)
        and words[at - 1].text.endswith("Prime Minister")
        and any(t in ("Deputy", "Vice") or t.startswith(("Deputy", "Vice")) for t in _texts(words, at)[-3:])
        and words[at + 1].text.startswith("Minister")
    )


def _short_form(words: Sequence[Word], at: int) -> int:
    """Behind an abbreviation in brackets, and what still belongs to the name: "the African Union (AU) Commission"."""
    at += 3
    while at < len(words) and words[at].text in PORTFOLIO and words[at].hit is None:
        at += 1
    return at


_TELLS = re.compile(r"(?:re)?assur|inform|remind|notif|appri[sz]|convinc")


def _of_news(words: Sequence[Word], begin: int) -> bool:
    """`Assured the Prime Minister of the Union's support`: what he is told of, not whose minister he is."""
    return any(_TELLS.match(w.text) for w in words[max(0, begin - 5) : begin])


def _more_portfolio(words: Sequence[Word], at: int) -> int:
    """`Minister of Energy and Natural Resources`, of which the lexicon knows the first half: index behind it, or 0."""
    joined = at + 1 < len(words) and words[at].text in ("and", "&") and words[at + 1].text in PORTFOLIO
    if not joined or not re.search(r" (?:of|for) ", words[at - 1].text):
        return 0
    end, code = _portfolio(words, at + 1)
    title = end < len(words) and (words[end].text in HEADS or is_kind(words[end], "title"))
    return 0 if title or code else end


_ENVOY = re.compile(
    r"Ambassador|Commissioner|Envoy|Representative|Consul|Mission|Coordinator|Charg|Nuncio|Attach|Observer|Delegate|"
    r"Minister-Counsellor|Plenipotentiary|Emissary|Adviser|Advisor",
    re.IGNORECASE,
)


def _journey(words: Sequence[Word], at: int) -> bool:
    """`The visit of the Prime Minister to Kenya`: only envoys are somebody "to" a state."""
    step = at + 1 + (at + 1 < len(words) and words[at + 1].text == "the")
    goes = words[at].text == "to" and step < len(words) and is_kind(words[step], *_PLACE_KINDS, "place")
    return goes and not any(_ENVOY.search(w.text) for w in words[max(0, at - 6) : at])


def _two_people(words: Sequence[Word], begin: int, step: int) -> bool:
    """`The Vice President and President Marcos` are two; `the Chairman and Chief Executive Mr X` is one."""
    if not is_kind(words[step], "title") or step + 1 >= len(words):
        return False
    follows = words[step + 1]
    named = (
        follows.text[:1].isupper()
        and (follows.hit is None or is_kind(follows, "holder"))
        and follows.text not in NEVER_NAMES
    )
    article = next((w.text for w in reversed(words[max(0, begin - 5) : begin]) if w.text in ("The", "the")), None)
    return named and article is not None


def _begins_name(word: Word) -> bool:
    return word.text[:1].isupper() and word.text not in PORTFOLIO | NEVER_NAMES and not is_kind(word, "title")


def _portfolio(words: Sequence[Word], at: int) -> tuple[int, str | None]:
    """The capitalised run behind "of" or "for": (index behind its last portfolio word or state, its state)."""
    last, code, begin = at, None, at
    while at < len(words):
        word = words[at]
        if word.text == "General" and at > begin and words[at + 1 : at + 2] and _begins_name(words[at + 1]):
            break  # "Commander of AFRICOM General Michael Langley": his rank
        if is_kind(word, *_PLACE_KINDS):
            code = code or code_of(word)
            at += 1
            last = at
        elif word.text in PORTFOLIO or (word.text[:1].isupper() and word.text.rstrip(".") in PORTFOLIO):
            at += 1
            last = at
        elif (word.text in ("and", "&", ",", "-", "the") and at > begin) or (
            word.text[:1].isupper() and word.hit is None and at - last < 2 and word.text not in NEVER_NAMES
        ):
            at += 1
        elif word.text[:1].isupper() and is_kind(word, "agreement", "dialogue", "exercise") and at == begin:
            at += 1
            last = at
        else:
            break
    if last == begin and begin < len(words) and words[begin].hit is None and words[begin].text[:1].isupper():
        # An unknown portfolio of one word ("Minister of Sport"): taken when a name or a comma follows.
        last = begin + 1
        if at == begin + 2 and not (at < len(words) and words[at].text[:1].isupper()):
            last = at  # "Minister of Public Enterprises"; a name would be longer
    return last, code
