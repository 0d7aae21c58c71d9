"""Whether a field of a claim can hold a value that a person gives: the words of the vocabulary, dates, lists."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

__all__ = ["WORDS", "fault_in"]

_EDTF = re.compile(r"(?:\d{4}(?:-\d{2}(?:-\d{2})?)?|\.\.)(?:/(?:\d{4}(?:-\d{2}(?:-\d{2})?)?|\.\.))?")
_DATES = frozenset({"date", "due"})
_LISTS = frozenset({"parties", "by", "to", "about", "domains", "format", "focus", "vessels"})
_NUMBERS = frozenset({"edition", "order", "established"})

WORDS: Mapping[tuple[str, str], frozenset[str]] = {
    ("engagement", "kind"): frozenset({"talks", "dialogue", "summit", "visit", "call", "ceremony", "conference"}),
    ("engagement", "status"): frozenset(
        {"proposed", "invited", "planned", "ongoing", "held", "postponed", "cancelled"}
    ),
    ("exercise", "status"): frozenset(
        {"proposed", "planned", "ongoing", "held", "continuing", "postponed", "cancelled"}
    ),
    ("exercise", "domain"): frozenset({"land", "sea", "air", "cyber", "space", "joint", "unknown"}),
    ("exercise", "parties_complete"): frozenset({"stated", "partial", "unknown"}),
    ("agreement", "kind"): frozenset(
        {"treaty", "agreement", "mou", "arrangement", "loi", "joint_statement", "contract", "other"}
    ),
    ("agreement", "status"): frozenset(
        {
            "proposed", "negotiating", "concluded", "signed", "ratified", "in_force", "operational", "extended",
            "terminated",
        }
    ),
    ("commitment", "force"): frozenset(
        {"agreed", "committed", "intends", "invited", "urged", "need_expressed", "offered", "requested"}
    ),
    ("position", "stance"): frozenset(
        {"supports", "welcomes", "acknowledges", "reaffirms", "concerned", "opposes", "condemns"}
    ),
}  # fmt: skip
"""The coarse words of VOCABULARY.md, by kind of claim and field."""


def fault_in(kind: str, field: str, value: Any) -> str | None:
    """What is wrong with a value for a field, in words; None where it fits. Null fits where a field may be empty."""
    words = WORDS.get((kind, field))
    if words is not None:
        return None if value in words else f"{value!r} is not one of {', '.join(sorted(words))}"
    if field in _LISTS:
        fits = isinstance(value, list) and all(isinstance(one, str) and one for one in value)
        return None if fits else f"{field} is a list of words"
    if value is None:
        return None
    if field in _DATES:
        fits = isinstance(value, str) and _EDTF.fullmatch(value) is not None
        return None if fits else f"{value!r} is no date such as 2022-09-08, 2022-09, 2022 or 2022-09-07/2022-09-10"
    if field in _NUMBERS:
        return None if isinstance(value, int) and not isinstance(value, bool) else f"{field} is a whole number"
    if field == "participants":
        return None if isinstance(value, list) else "participants is a list of people"
    return None if isinstance(value, str | dict | bool) else f"{field} holds words"
