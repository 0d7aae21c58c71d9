"""Knows a person's name again: other orders, other transliterations, initials, middle names, short forms."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from comity.lexicon.tables import several
from comity.linking.names import rows

__all__ = ["SAME", "Likeness", "Name", "likeness", "name_of"]

SAME = "the same name"

_SPECIAL = str.maketrans({
    "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a",
    "'": None, "’": None, "‘": None, "ʼ": None, "`": None, "ʻ": None, "´": None,
})  # fmt: skip

_PARTICLES = frozenset({
    "al", "el", "ul", "ur", "de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "le", "van", "von", "der",
    "den", "ter", "ten", "zu", "zum", "y", "e", "bin", "ibn", "bint", "ben", "abu", "as", "ad", "ar", "at", "ez", "es",
})  # fmt: skip

_OF_A_FATHER = frozenset({"bin", "ibn", "bint"})
"""Between such words, order tells a father from his son."""

_GENERATIONS = frozenset({"jr", "sr", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "x", "xiv", "xvi"})

_SOUNDS = tuple((re.compile(a), b) for a, b in (
    ("sch", "sh"), ("tch", "ch"), ("dzh|dj", "j"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("ck|q", "k"), ("x", "ks"),
    ("w", "v"), ("c(?![hei])", "k"), ("ou|oo", "u"), ("oe", "o"), ("ae", "a"), ("ue", "u"), ("ee", "i"), ("y", "i"),
    (r"([a-z])\1+", r"\1"), ("ie", "e"), ("(?:ij|[ae]i)$", "i"), ("f$", "v"),
))  # fmt: skip
"""Spellings of one sound in the usual transliterations (ISO 9, BGN/PCGN, national passports; Arabic by ear)."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is compared: its words as they sound (an initial is one letter), and its number ("jr", "ii")."""

    words: tuple[str, ...]
    generation: str = ""
    ordered: bool = False

    @property
    def full(self) -> tuple[str, ...]:
        """The words that are no initials."""
        return tuple(w for w in self.words if len(w) > 1)

    @property
    def turned(self) -> tuple[str, ...]:
        """The whole name as one word, with the family name first or last and however its parts are hyphened."""
        ends = range(1 if self.ordered else min(len(self.words), 5))
        return tuple("".join((*self.words[i:], *self.words[:i])) for i in ends)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How two names agree: `alone` where one gives a single word, `firm` where the names themselves are enough."""

    reason: str
    certainty: float
    firm: bool = True
    alone: bool = False


@lru_cache(maxsize=65536)
def name_of(printed: str) -> Name:
    """A printed name, without titles and honours; it has no words where nothing of a name is left."""
    words = _plain(printed)
    generation = next((w for w in words[1:] if w in _GENERATIONS), "")
    words = [w for i, w in enumerate(words) if i == 0 or w not in _GENERATIONS]
    ordered = bool(_OF_A_FATHER & set(words))
    words = [w for w in words if w not in _PARTICLES] or words
    return Name(tuple("".join(_sound(p) for p in w.split("-")) for w in words), generation, ordered)


@lru_cache(maxsize=262144)
def likeness(a: Name, b: Name) -> Likeness | None:
    """How two names may be one person's; None where they cannot be."""
    short, long = sorted((a, b), key=lambda n: (len(n.words), n.words))
    if not short.full or (a.generation and b.generation and a.generation != b.generation):
        return None
    if short.words == long.words or (len(short.words) > 1 and set(short.turned) & set(long.turned)):
        alone = len(short.words) == 1
        return Likeness(SAME, 0.95, firm=not alone or bool(a.generation and b.generation), alone=alone)
    if len(short.words) == 1:
        ends = (long.full[0], long.full[-1]) if long.full else ()
        return Likeness("a surname alone", 0.75, firm=False, alone=True) if short.words[0] in ends else None
    return _part(short, long) or _nearly(short, long)


def _part(short: Name, long: Name) -> Likeness | None:
    """The shorter name, where all its words stand in the longer one in order (or with the family name turned)."""
    for words in _orders(short):
        if not _in_order(words, long.words):
            continue
        initials = any(len(w) == 1 and w not in long.words for w in words) or not set(short.full) <= set(long.full)
        if initials and words[-1] == long.words[-1]:
            return Likeness("the same surname, and an initial that agrees", 0.75, firm=False)
        if words[0] == long.words[0] and not initials:
            return Likeness("the same name with more or fewer parts", 0.9)
        if not initials and len(short.full) > 1:
            return Likeness("part of the same name", 0.75, firm=False)
    return None


def _orders(name: Name) -> list[tuple[str, ...]]:
    words = name.words
    return [words] if name.ordered else [words, (*words[1:], words[0]), (words[-1], *words[:-1])]


def _in_order(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Every word of `short` in `long`, in order; a second given name of both must agree."""
    if len(short) > 2 and len(long) > 2 and 1 in (len(short[1]), len(long[1])) and short[1][0] != long[1][0]:
        return False
    rest = iter(long)
    return all(any(_agree(word, other) for other in rest) for word in short)


def _agree(a: str, b: str) -> bool:
    return a == b or (1 in (len(a), len(b)) and a[0] == b[0])


def _nearly(a: Name, b: Name) -> Likeness | None:
    """One word of a name written otherwise: a short form of the given name, or a slip of a letter in a long word."""
    initials = [[w for w in n.words if len(w) == 1] for n in (a, b)]
    if len(a.full) != len(b.full) or len(a.full) < 2 or (all(initials) and initials[0] != initials[1]):
        return None
    others = [(x, y) for x, y in zip(a.full, b.full, strict=True) if x != y]
    if len(others) != 1:
        return None
    x, y = sorted(others[0], key=len)
    if a.full[-1] == b.full[-1] and len(x) > 2 and y.startswith(x):
        return Likeness("the same surname, and a short form of the given name", 0.8, firm=False)
    turned = len(x) == len(y) == 5 and sorted(x) == sorted(y)
    if (len(x) > 5 or turned) and OSA.distance(x, y, score_cutoff=1) <= 1:
        return Likeness("the same name but for one letter", 0.75, firm=False)
    return None


def _plain(printed: str) -> list[str]:
    """The words of a name, folded: no titles, honours or accents; "al-Assad" apart, "Kyu-duk" as one word."""
    words: list[str] = []
    for word in _folded(printed):
        parts = [p for p in re.split(r"[-‐‑]", word) if p]
        words += parts if parts and parts[0] in _PARTICLES else ["-".join(parts)]
    return [w for w in _untitled(tuple(words)) if w]


def _folded(printed: str) -> list[str]:
    plain = "".join(c for c in unicodedata.normalize("NFD", printed.casefold()) if not unicodedata.combining(c))
    return re.findall(r"[\w\-‐‑]+", plain.translate(_SPECIAL))


def _untitled(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without the forms of address before them and the honours behind; one word at least is left."""
    before, behind = _addresses()
    while len(words) > 1:
        size = next((n for n in (4, 3, 2, 1) if len(words) - n >= 1 and words[:n] in before), 0)
        if not size or (size == len(words) - 1 and len(words) == 2 and words[0] in _ALSO_NAMES):
            break
        words = words[size:]
    while len(words) > 2 and words[-1:] in behind:
        words = words[:-1]
    return words


_ALSO_NAMES = frozenset({"sultan", "prince", "major", "dean", "judge", "king", "baron", "earl", "amir", "duke"})
"""Titles that are also given names or surnames; before a single word they are taken for names."""


@cache
def _addresses() -> tuple[frozenset[tuple[str, ...]], frozenset[tuple[str, ...]]]:
    before: set[tuple[str, ...]] = set()
    behind: set[tuple[str, ...]] = set()
    for row in rows("honorifics"):
        phrase = tuple(re.findall(r"\w+", row["phrase"].casefold().translate(_SPECIAL)))
        (behind if row["kind"] == "postnominal" else before).add(phrase)
    return frozenset(before), frozenset(behind - {(g,) for g in _GENERATIONS})


def _sound(word: str) -> str:
    if len(word) == 1:
        return word
    return _given_names().get(_heard(word), _heard(word))


@lru_cache(maxsize=65536)
def _heard(word: str) -> str:
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    if len(word) >= 5:  # short words would fall together
        word = word.replace("e", "a").replace("u", "o")
        word = re.sub("o$", "a", word)
    return word


@cache
def _given_names() -> dict[str, str]:
    """Other forms of a given name, as they sound, and the form that stands for them."""
    return {
        _heard("".join(_folded(other))): _heard("".join(_folded(row["name"])))
        for row in rows("given_names")
        for other in several(row["variants"])
    }
