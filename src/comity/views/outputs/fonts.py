"""Which font sets which words of a picture: the painter takes one font a text, so each names that of its script."""

from __future__ import annotations

import unicodedata

__all__ = ["SANS", "family_of"]

SANS = "Noto Sans, DejaVu Sans, Arial, sans-serif"
_SERIF = frozenset({
    "ARMENIAN", "BENGALI", "DEVANAGARI", "ETHIOPIC", "GEORGIAN", "GUJARATI", "GURMUKHI", "HEBREW", "KANNADA", "KHMER",
    "LAO", "MALAYALAM", "MYANMAR", "SINHALA", "TAMIL", "TELUGU", "THAI",
})  # fmt: skip
_NAMED = {
    "ARABIC": "Noto Naskh Arabic", "CJK": "Noto Sans CJK JP", "HANGUL": "Noto Sans CJK JP",
    "HIRAGANA": "Noto Sans CJK JP", "KATAKANA": "Noto Sans CJK JP", "THAANA": "Noto Sans Thaana",
}  # fmt: skip


def family_of(text: str) -> str:
    """The fonts for a text, the best one first; Latin, Greek and Cyrillic letters are in all of them or the next."""
    for letter in text:
        script = unicodedata.name(letter, "").partition(" ")[0] if ord(letter) > 0x500 else ""
        if script in _SERIF:
            return f"Noto Serif {script.capitalize()}, {SANS}"
        if script in _NAMED:
            return f"{_NAMED[script]}, {SANS}"
    return SANS
