"""In which script the parts of a text are written: fonts and languages are chosen by it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["RIGHT_TO_LEFT", "Run", "broken", "runs"]

# Each script with its letters as a class of a pattern. Latin, Greek and Cyrillic are in every text font: no script.
_LETTERS = {
    "arabic": "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
    "hebrew": "\u0590-\u05ff\ufb1d-\ufb4f",
    "thaana": "\u0780-\u07bf",
    "indic": "\u0900-\u0dff",
    "thai": "\u0e00-\u0eff",
    "ethiopic": "\u1200-\u139f",
    "khmer": "\u1780-\u17ff",
    "myanmar": "\u1000-\u109f",
    "korean": "\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3",
    "han": "\u2e80-\u30ff\u31f0-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff",
}
_RUNS = re.compile("|".join(f"(?P<{s}>[{c}](?:[{c} .,\u00b7'’-]*[{c}])?)" for s, c in _LETTERS.items()))
_KANA = re.compile("[\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f]")
_BREAKABLE = re.compile(f"[{_LETTERS['han']}{_LETTERS['thai']}{_LETTERS['khmer']}{_LETTERS['myanmar']}]")

_CHINESE = (("zh-CN", "gb2312"), ("zh-TW", "big5"))

RIGHT_TO_LEFT = frozenset({"arabic", "hebrew", "thaana"})


@dataclass(frozen=True, slots=True)
class Run:
    """A part of a text in one script; `language` where the same characters are drawn differently by language."""

    text: str
    script: str = ""
    language: str = ""


def runs(text: str) -> Iterator[Run]:
    """The text cut by script; '' is what every text font has."""
    at = 0
    for found in _RUNS.finditer(text):
        if found.start() > at:
            yield Run(text[at : found.start()])
        script = found.lastgroup or ""
        yield Run(found[0], script, _language(found[0], script, text))
        at = found.end()
    if at < len(text):
        yield Run(text[at:])


def broken(text: str, room: int = 25) -> str:
    """The text with places to break a word or address longer than `room`, so that it never runs out of its column."""
    return " ".join(word if len(word) <= room else _with_breaks(word, room) for word in text.split(" "))


def _with_breaks(word: str, room: int) -> str:
    if _BREAKABLE.search(word):
        return word
    parts = re.split(r"(?<=[/?&=._%-])(?=\w)", word)
    return "\u200b".join(piece for part in parts for piece in _pieces(part, room))


def _pieces(part: str, room: int) -> list[str]:
    """Pieces of about `room` characters; accents, vowel signs and joined letters stay together."""
    pieces = [""]
    for character in part:
        if len(pieces[-1]) >= room and not _joined(pieces[-1][-1], character):
            pieces.append("")
        pieces[-1] += character
    return pieces


def _joined(before: str, character: str) -> bool:
    virama = unicodedata.combining(before) == 9
    return virama or before == "\u200d" or character == "\u200d" or unicodedata.category(character).startswith("M")


def _language(part: str, script: str, text: str) -> str:
    """Japanese, Korean or Chinese by the characters; Japanese where Han characters alone leave it open."""
    if script == "korean":
        return "ko"
    if script != "han":
        return ""
    if _KANA.search(text) or _in(part, "shift_jis"):
        return "ja"
    return next((language for language, code in _CHINESE if _in(part, code)), "ja")


def _in(text: str, code: str) -> bool:
    try:
        text.encode(code)
    except UnicodeEncodeError:
        return False
    return True
