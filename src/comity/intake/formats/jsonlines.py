"""JSON and JSON Lines: one object a release, with its text written in plain lines or Markdown."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator

from comity.errors import InputError, NoText
from comity.intake.assembly import assembled, told
from comity.intake.cleaning import markdown_pieces, one_line
from comity.intake.decoding import decoded
from comity.intake.inline import unescaped_twice
from comity.intake.traced import Traced
from comity.model import Capture, Text

__all__ = ["cut", "read"]

_WHITE = re.compile(r"[ \t\n\r]*")
_LINE = re.compile(r"[^\n]+")
_ESCAPE = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)")
_DECODER = json.JSONDecoder(strict=False)
_KEYS = ("id", "url", "issuer", "unit", "date", "posted", "place", "language", "site")
_URLS = ("source_url", "link")

Fields = dict[str, Traced]


def read(capture: Capture) -> Iterator[Text | InputError]:
    """The releases of a JSON Lines file, of a JSON list, or the one of a JSON object.

    A line or object that is no release is yielded as an error that names its line; the others are read.

    Raises:
        UnknownFormat: no text in a known encoding.
    """
    content, encoding = decoded(capture.content, where=capture.source)
    whole = Traced.whole(content)
    facts = {} if encoding == "utf-8" else {"encoding": encoding}
    line, before = 1, 0
    for start, end in _records(content, capture.media_type):
        line, before = line + content.count("\n", before, start), start
        alone = capture.media_type == "application/json" and not content[:start].strip("\ufeff \t\r\n")
        where = capture.source if alone else f"{capture.source}:{line}"
        try:
            yield _release(_fields(whole, start, end), where, facts)
        except InputError as error:
            yield error
        except (ValueError, IndexError, RecursionError):
            then = "a line holds one JSON object with a `text`"
            yield InputError("this line is no JSON object", where=where, then=then)


def cut(capture: Capture) -> Iterator[Capture]:
    """Each record of a file with many as a capture of its own, named by the file and its line.

    Raises:
        UnknownFormat: no text in a known encoding.
    """
    content, _ = decoded(capture.content, where=capture.source)
    line, before = 1, 0
    for start, end in _records(content, capture.media_type):
        line, before = line + content.count("\n", before, start), start
        piece = content[start:end].strip("\ufeff \t\r\n").encode()
        yield Capture(f"{capture.source}:{line}", hashlib.sha256(piece).hexdigest(), "application/json", piece)


def _records(content: str, media_type: str) -> Iterator[tuple[int, int]]:
    """Where each record begins and ends."""
    first = _white(content, 1 if content.startswith("\ufeff") else 0)
    if media_type == "application/json" and content[first : first + 1] in ("{", "["):
        yield from _listed(content, first)
        return
    for line in _LINE.finditer(content):
        if line.group().strip("\ufeff \t\r"):
            yield line.span()


def _listed(content: str, first: int) -> Iterator[tuple[int, int]]:
    place = first if content[first] == "{" else _white(content, first + 1)
    while place < len(content) and content[place] != "]":
        end = _value_end(content, place)
        yield place, end
        if end <= place:
            return
        place = _white(content, end)
        if content[place : place + 1] == ",":
            place = _white(content, place + 1)


def _value_end(content: str, place: int) -> int:
    """Where the value at `place` ends; the end of the file where it is damaged."""
    try:
        return int(_DECODER.raw_decode(content, place)[1])
    except (ValueError, RecursionError):
        return len(content)


def _fields(whole: Traced, start: int, end: int) -> Fields:
    """The text values of the object at `start`, each with its place in the file."""
    content = whole.text
    place = _white(content, start + 1 if content[start] == "\ufeff" else start)
    if content[place] != "{":
        raise ValueError("no object")
    fields: Fields = {}
    place = _white(content, place + 1)
    while content[place] != "}":
        key, place = _DECODER.raw_decode(content, place)
        place = _white(content, place)
        if not isinstance(key, str) or content[place] != ":":
            raise ValueError("no key")
        place = _white(content, place + 1)
        value, after = _DECODER.raw_decode(content, place)
        if isinstance(value, str):
            fields[key] = whole.part(place + 1, after - 1).sub(_ESCAPE, _meant)
        elif isinstance(value, int | float) and not isinstance(value, bool):
            fields[key] = whole.part(place, after)
        place = _white(content, after)
        if content[place] == ",":
            place = _white(content, place + 1)
        elif content[place] != "}":
            raise ValueError("no comma")
    if content[place + 1 : end].strip():
        raise ValueError("more than one object")
    return fields


def _white(content: str, place: int) -> int:
    match = _WHITE.match(content, place)
    return match.end() if match else place


def _meant(match: re.Match[str]) -> str:
    return str(json.loads(f'"{match.group()}"'))


def _release(fields: Fields, where: str, facts: dict[str, str]) -> Text:
    if "text" not in fields:
        raise NoText("this record holds no `text`", where=where, then="name the field with the release `text`")
    values: dict[str, object] = {key: fields[key].text for key in _KEYS if key in fields}
    for key in _URLS:
        if "url" not in values and key in fields:
            values["url"] = fields[key].text
    made = told(values)
    if "posted" in fields:
        made["posted"] = fields["posted"].text
    title, subtitle = (_untwisted(fields.get(key)) for key in ("title", "subtitle"))
    return assembled(
        markdown_pieces(unescaped_twice(fields["text"])),
        where=where,
        title=title,
        subtitle=subtitle,
        metadata=made | facts,
    )


def _untwisted(value: Traced | None) -> Traced | None:
    return unescaped_twice(value) if value and one_line(value).text else None
