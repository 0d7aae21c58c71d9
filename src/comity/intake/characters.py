"""Characters that a reader does not see are dropped, line ends made one, and letters composed (NFC)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from comity.intake.traced import Edit, Traced

__all__ = ["composed", "folded", "visible"]

_JOINING = "\u0600-\u06ff\u0750-\u077f\u0900-\u0dff"
_UNSEEN = re.compile(
    "\r\n?|[\u2028\u2029\x85]"  # line ends
    "|[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]"  # controls
    # no width
    "|[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]"
    "|[\ud800-\udfff]"  # half a character, as a careless JSON writer leaves it
    # A joiner is spelling inside an Indic or Arabic word, and noise anywhere else.
    f"|(?<![{_JOINING}])[\u200c\u200d]|[\u200c\u200d](?![{_JOINING}])"
)
_WHITE = re.compile(r"\s+")
_OPENING_LINE_END = frozenset({"\r", "\r\n", "\u2028", "\u2029", "\x85"})


def visible(text: Traced) -> Traced:
    """Every line end is a newline; control and zero-width characters are gone."""
    return text.sub(_UNSEEN, lambda m: "\n" if m.group() in _OPENING_LINE_END else "")


def folded(text: Traced) -> Traced:
    """Every run of white space is one space, with none at the ends."""
    edits = ((m.start(), m.end(), " ") for m in _WHITE.finditer(text.text) if m.group() != " ")
    return text.edited(edits).strip()


def composed(text: Traced) -> Traced:
    """The same text in NFC; a composed letter leads to the first character it was made of."""
    if unicodedata.is_normalized("NFC", text.text):
        return text
    return text.edited(_compositions(text.text))


def _compositions(text: str) -> Iterator[Edit]:
    start = 0
    for place in range(1, len(text) + 1):
        if place < len(text) and _joins_the_letter_before(text[place]):
            continue
        cluster = text[start:place]
        whole = unicodedata.normalize("NFC", cluster)
        if whole != cluster:
            yield start, place, whole
        start = place


def _joins_the_letter_before(char: str) -> bool:
    hangul = "\u1160" <= char <= "\u11ff"
    return hangul or (char >= "\u0300" and unicodedata.category(char)[0] == "M")
