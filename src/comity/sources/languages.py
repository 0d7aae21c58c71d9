"""Which languages a release holds, the main one first, by its scripts, its small words and, last, a model."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

__all__ = ["languages_of", "main_script"]

_SCRIPTS: tuple[tuple[str, str, str], ...] = (
    ("LATIN", "", "A-Za-zÀ-ÖØ-öø-ɏ\u1e00-\u1eff"),
    ("DEVANAGARI", "hi", "\u0900-\u097f"),
    ("KANA", "ja", "\u3040-\u30ff"),
    ("CJK", "zh", "\u3400-\u9fff"),
    ("HANGUL", "ko", "\uac00-\ud7af"),
    ("ARABIC", "ar", "\u0600-\u06ff"),
    ("CYRILLIC", "ru", "\u0400-\u04ff"),
    ("GREEK", "el", "\u0370-\u03ff"),
    ("HEBREW", "he", "\u0590-\u05ff"),
    ("ARMENIAN", "hy", "\u0530-\u058f"),
    ("GEORGIAN", "ka", "\u10a0-\u10ff"),
    ("BENGALI", "bn", "\u0980-\u09ff"),
    ("GURMUKHI", "pa", "\u0a00-\u0a7f"),
    ("GUJARATI", "gu", "\u0a80-\u0aff"),
    ("ORIYA", "or", "\u0b00-\u0b7f"),
    ("TAMIL", "ta", "\u0b80-\u0bff"),
    ("TELUGU", "te", "\u0c00-\u0c7f"),
    ("KANNADA", "kn", "\u0c80-\u0cff"),
    ("MALAYALAM", "ml", "\u0d00-\u0d7f"),
    ("SINHALA", "si", "\u0d80-\u0dff"),
    ("THAI", "th", "\u0e00-\u0e7f"),
    ("LAO", "lo", "\u0e80-\u0eff"),
    ("TIBETAN", "dz", "\u0f00-\u0fff"),
    ("MYANMAR", "my", "\u1000-\u109f"),
    ("KHMER", "km", "\u1780-\u17ff"),
    ("ETHIOPIC", "am", "\u1200-\u137f"),
)
_LETTERS = tuple((script, language, re.compile(f"[{letters}]")) for script, language, letters in _SCRIPTS)
_ASCII = re.compile(r"[\x00-\x7f]+")
_ASCII_WORD = re.compile(r"[A-Za-z]+")
_FEW = 6
"""Fewer letters of a script are a name in brackets, not a piece in that language."""

# Letters that tell a language from others in its script.
_TELLING: tuple[tuple[str, str, str], ...] = (
    ("ar", "ur", "ٹڈڑںےھ"),
    ("ar", "fa", "پچژگی"),
    ("ru", "uk", "іїєґ"),
    ("ru", "be", "ў"),
    ("ru", "mn", "өү"),
)
_ENGLISH = frozenset(
    re.findall(r"\w+", "the of and to in on with for was by is that at from has will as an his its their were")
)
_ENGLISH_SHARE = 0.18
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH_WORDS = 8


def languages_of(text: str, *, likely: Sequence[str] = ("en",), told: str | None = None) -> tuple[str, ...]:
    """ISO 639-1 codes of the languages in `text`, the one with most letters first.

    `likely` are the issuer's languages (Devanagari of a Nepali issuer is Nepali), `told` is what the file
    says; both decide only what the letters leave open.
    """
    counts = _scripts(text)
    made: list[str] = []
    for script, _ in counts.most_common():
        if script == "LATIN":
            made.append(_latin(text, likely, told))
        else:
            made.append(_other(script, text, likely))
    if not made and told:
        made.append(told[:2].casefold())
    return tuple(dict.fromkeys(code for code in made if code))


def main_script(text: str) -> str:
    """The script of most letters, by its Unicode name ("LATIN" where there are none)."""
    return next((script for script, _ in _scripts(text).most_common(1)), "LATIN")


def _scripts(text: str) -> Counter[str]:
    if text.isascii():
        return Counter({"LATIN": 1}) if _ASCII_WORD.search(text) else Counter()
    others = _ASCII.sub("", text)  # most of most releases, so counted word by word
    counts = Counter({script: len(letters.findall(others)) for script, _, letters in _LETTERS})
    counts["LATIN"] += sum(map(len, _ASCII_WORD.findall(text)))
    if counts["KANA"] >= _FEW:  # Japanese mixes both
        counts["KANA"] += counts.pop("CJK", 0)
    return Counter({script: n for script, n in counts.items() if n >= _FEW})


def _latin(text: str, likely: Sequence[str], told: str | None) -> str:
    words = [word.casefold() for word in _WORD.findall(text[:4000]) if word.isascii()]
    english = sum(word in _ENGLISH for word in words)
    if english >= _ENGLISH_SHARE * len(words) and english:
        return "en"
    if len(words) < _ENOUGH_WORDS:
        return (told or next(iter(likely), "en"))[:2].casefold()
    import py3langid  # noqa: PLC0415 - a second to load, and most releases do not need it

    return str(py3langid.classify(text[:4000])[0])


def _other(script: str, text: str, likely: Sequence[str]) -> str:
    language = next(code for name, code, _ in _LETTERS if name == script)
    if script == "DEVANAGARI":
        return next((code for code in likely if code in ("ne", "mr", "hi")), language)
    for base, code, letters in _TELLING:
        if base == language and sum(text.count(letter) for letter in letters) >= 2:
            return code
    return language
