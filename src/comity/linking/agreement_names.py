"""Takes the printed name of an agreement apart: the words that tell it from others, its abbreviations, its kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.fuzz import token_set_ratio

from comity.linking.names import (
    ORDINALS,
    SMALL,
    content,
    folded,
    gist,
    name_words,
    sense,
    without_parties,
    words,
)

__all__ = [
    "PaperName",
    "alike",
    "bare_word",
    "defined",
    "levelled",
    "matter",
    "paper_name",
    "strong",
    "telling_words",
    "trimmed",
    "without_asides",
]

_NEAR = 92
"""How near (0 to 100) the words of two names must be to be nearly the same."""
_SHARED = 0.6
"""The share of all their words that these must have in common."""
_MANY = re.compile(
    r"\b(?:memoranda|agreements|mous|contracts|documents|treaties|arrangements|statements)\b", re.IGNORECASE
)
_ABBREVIATION = r"[A-Z][A-Za-z&-]{1,9}[A-Z]"
_ASIDE_SHORT = re.compile(rf"\(({_ABBREVIATION})s?\)")
_ASIDE = re.compile(r"\([^)]*\)")
_INITIALS = re.compile(r"[A-Z][A-Z&-]{2,9}")
_CAPITALS = re.compile(r"\b[A-Z]{2,6}\b")
_DEFINED = re.compile(
    rf"[\"'”’]?,? ?(?:\((?:[^()]{{0,24}} )?[\"'“‘]?(?P<aside>{_ABBREVIATION})[\"'”’]?\)"
    rf"|(?:also |commonly |better )?(?:known as|called|abbreviated as|referred to as) (?:the )?[\"'“‘]?"
    rf"(?P<said>{_ABBREVIATION}))"
)
_PERIOD = "(?:year|month|week|spring|summer|autumn|winter)"
_WHEN = re.compile(
    rf"(?:,? (?:later |earlier )?(?:(?:by|before|in|within|until|at|towards|during) )?"
    rf"(?:(?:the )?(?:end|close|beginning|course) of (?:the|this|next|{_PERIOD}|[12]\d{{3}}) ?(?:{_PERIOD})?"
    rf"|(?:this|next|last|the coming|the current) (?:calendar )?{_PERIOD}|today|tomorrow|yesterday|soon|shortly))+$",
    re.IGNORECASE,
)
_IN_PRINCIPLE = re.compile(r"\w+ in principle (?:on|for|to) (?:(?:the|a|an) )?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PaperName:
    """A name taken apart.

    `words` tell it from others, `line` holds all its words in order, `shorts` its possible abbreviations, `short` the
    one it is named by alone, `inner` those within it, `said` the kinds of joint statement; it is `loose` where no word
    tells what kind of paper it is, `described` where it has no capitals, and `many` where it stands for several papers.
    """

    words: frozenset[str]
    line: tuple[str, ...]
    shorts: frozenset[str]
    short: str | None
    inner: frozenset[str]
    said: frozenset[str]
    loose: bool
    described: bool
    many: bool


@lru_cache(maxsize=65536)
def paper_name(printed: str) -> PaperName:
    """A printed name taken apart."""
    name = trimmed(printed)
    told = telling_words(name)
    line = words(name)
    return PaperName(
        words=told,
        line=line,
        shorts=_shorts(name),
        short=_alone(name),
        inner=frozenset(w.casefold() for w in _CAPITALS.findall(name)) & told,
        said=frozenset(content(name)) & name_words("said"),
        loose=not name_words("paper") & set(line),
        described=name.islower(),
        many=_several(name, told),
    )


@lru_cache(maxsize=65536)
def trimmed(name: str) -> str:
    """A name without stray words before it, what is done with the agreement, and when."""
    line = _WHEN.sub("", " ".join(name.split()))
    first = line.split(" ", 1)
    if len(first) > 1 and first[0].casefold() in SMALL:
        line = first[1]
    for pattern in (_IN_PRINCIPLE, _acts()):
        while (found := pattern.match(line)) and found.end() < len(line):
            line = line[found.end() :]
    return line or name


@cache
def _acts() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(sorted(name_words('act')))}) (?:of|on|for) (?:(?:the|a|an) )?", re.IGNORECASE)


def without_asides(name: str) -> str:
    """A name without what stands in brackets."""
    return _ASIDE.sub(" ", name)


@lru_cache(maxsize=65536)
def telling_words(name: str) -> frozenset[str]:
    """The words that tell an agreement from others: not its parties, its years or what kind of paper it is."""
    idle = _idle()
    return frozenset(sense(w) for w in gist(without_asides(name)) if w not in idle and not w.isdecimal())


@cache
def _idle() -> frozenset[str]:
    return name_words("paper") | name_words("loose") | name_words("around")


def strong(told: frozenset[str]) -> frozenset[str]:
    """Those of the words that few agreements share."""
    return told - name_words("common")


def matter(name: frozenset[str]) -> frozenset[str]:
    """The words of a name without those that say no more than "on"; all of them where it has no others."""
    return name - name_words("filling") or name


def bare_word(name: str) -> str | None:
    """The word of a name that is nothing but the kind of paper with a capital ("the Accords"); else None."""
    line = trimmed(name)
    return folded(line) if line[:1].isupper() and folded(line) in name_words("paper") | name_words("loose") else None


def defined(name: str, quote: str) -> frozenset[str]:
    """The abbreviation that a quote gives right after a name: in brackets, or as what it is known as."""
    _, found, after = quote.partition(name)
    told = _DEFINED.match(after) if name and found else None
    return frozenset({(told["aside"] or told["said"]).casefold()}) if told else frozenset()


def levelled(one: PaperName, other: PaperName) -> tuple[frozenset[str], frozenset[str]]:
    """The words of both names, where one has an abbreviation in it for words that the other spells out."""
    return _abbreviated(one, other.inner - one.inner), _abbreviated(other, one.inner - other.inner)


def _abbreviated(name: PaperName, inner: frozenset[str]) -> frozenset[str]:
    told = name.words
    for short in sorted(inner):
        for line in (name.line, tuple(w for w in name.line if w not in SMALL)):
            for at in range(len(line) - len(short) + 1):
                run = line[at : at + len(short)]
                if "".join(w[0] for w in run) == short:
                    told = (told - {sense(w) for word in run for w in content(word)}) | {short}
    return told


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two names are nearly the same words, or one a shorter form of the other, and name no other paper."""
    if (one ^ other) & (name_words("other_paper") | _numbers()):
        return False
    if one <= other or other <= one:
        return True
    near = token_set_ratio(" ".join(sorted(one)), " ".join(sorted(other))) >= _NEAR
    return near and len(one & other) / len(one | other) >= _SHARED


@cache
def _numbers() -> frozenset[str]:
    return frozenset(ORDINALS)


def _several(name: str, own: frozenset[str]) -> bool:
    """Whether a name stands for several papers ("trade agreements"), and not for one that is named so ("Accords")."""
    found = _MANY.search(name)
    return bool(found and (name[: found.end()].islower() or not strong(own)))


def _alone(name: str) -> str | None:
    """The abbreviation that an agreement is named by, where it has no other words ("the RPSS Agreement")."""
    left = [w for w in re.findall(r"[\w&-]+", without_parties(name)) if folded(w) not in _idle() | SMALL]
    return left[0].casefold() if len(left) == 1 and _INITIALS.fullmatch(left[0]) else None


def _shorts(name: str) -> frozenset[str]:
    """The abbreviations a name is printed with or can be abbreviated to, whole or without what kind of paper it is."""
    found = {short.casefold() for short in _ASIDE_SHORT.findall(name)}
    if alone := _alone(name):
        return frozenset(found | {alone})
    line = [w for w in words(without_parties(_ASIDE_SHORT.sub(" ", name))) if w not in SMALL]
    papers = name_words("paper") | name_words("loose")
    start = next((n for n, w in enumerate(line) if w not in papers | name_words("filling")), 0)
    for part in (line, line[start:]):
        if len(part) > 2:
            initials = "".join(w[0] for w in part)
            found |= {initials, initials[:-1]} if part[-1] in papers else {initials}
    return frozenset(short for short in found if len(short) > 2)
