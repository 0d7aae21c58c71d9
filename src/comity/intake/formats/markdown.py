"""Markdown with or without YAML front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from comity.errors import InputError
from comity.intake.assembly import assembled, told
from comity.intake.cleaning import markdown_pieces
from comity.intake.decoding import decoded
from comity.intake.traced import Traced
from comity.model import Capture, Text

__all__ = ["read"]

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.{0,50000}?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_KEYS = {
    "source_url": "url",
    "url": "url",
    "date": "date",
    "posted": "posted",
    "issuer": "issuer",
    "unit": "unit",
    "place": "place",
    "language": "language",
    "lang": "language",
    "id": "id",
    "site": "site",
}


def read(capture: Capture) -> Iterator[Text | InputError]:
    """The one text of a Markdown file; front matter that is not YAML is read as text.

    Raises:
        NoText: nothing but markup or front matter.
        UnknownFormat: no text in a known encoding.
    """
    content, encoding = decoded(capture.content, where=capture.source)
    whole = Traced.whole(content)
    front = _FRONT.match(content)
    values = _values(front.group(1)) if front else {}
    body = whole.part(front.end(), len(whole)) if front and values else whole
    facts = told({_KEYS[key]: value for key, value in reversed(values.items()) if key in _KEYS})
    if encoding != "utf-8":
        facts["encoding"] = encoding
    yield assembled(
        markdown_pieces(body),
        where=capture.source,
        title=_standing(whole, values.get("title", ""), front),
        subtitle=_standing(whole, values.get("subtitle", ""), front),
        metadata=facts,
    )


def _values(front: str) -> dict[str, str]:
    """The plain values of the front matter; {} where it is not a YAML mapping."""
    try:
        # Scalars stay as written: a date is not reformatted, and "no" is not False.
        loaded = yaml.load(front, Loader=yaml.BaseLoader)  # noqa: S506 - BaseLoader makes strings alone
    except (yaml.YAMLError, RecursionError, ValueError):
        return {}
    if not isinstance(loaded, dict):
        return {}
    values: dict[str, str] = {}
    for key, value in loaded.items():
        if isinstance(value, str) and value.strip():
            values[str(key).lower()] = value
        elif isinstance(value, list) and value and all(isinstance(part, str) for part in value):
            values[str(key).lower()] = "\n".join(value)
    return values


def _standing(whole: Traced, value: str, front: re.Match[str] | None) -> Traced | None:
    """`value` with its place in the front matter where it stands there letter by letter, else at 0."""
    if not value or not front:
        return None
    place = whole.text.find(value, 0, front.end())
    return whole.part(place, place + len(value)) if place >= 0 else Traced("").edited([(0, 0, value)])
