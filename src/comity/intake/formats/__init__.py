"""One reader a format. A new format is one module here, one line in `READERS`, and one in `sniffing`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import cast

from comity.errors import InputError, NoText, UnknownFormat
from comity.model import Capture, Text

__all__ = ["READERS", "read_texts"]

Reader = Callable[[Capture], Iterator[Text | InputError]]

READERS: dict[str, str] = {
    "text/markdown": "markdown",
    "text/plain": "plain",
    "text/html": "html",
    "application/x-ndjson": "jsonlines",
    "application/json": "jsonlines",
    "application/pdf": "pdf",
}
"""Media type to the module whose `read` reads it; a module is loaded when it is first needed."""


def read_texts(capture: Capture) -> Iterator[Text | InputError]:
    """The texts of a capture: one for most formats, one a release for JSON Lines, in order.

    A record of JSON Lines that cannot be read does not end the reading: its error is yielded in its
    place, and names the line. What makes the whole capture unreadable is raised.

    Raises:
        NoText: it was read, but holds no text.
        UnknownFormat: no reader for this media type, or it is damaged.
        RefusedInput: the reader refuses it.
    """
    module = READERS.get(capture.media_type)
    if module is None:
        raise UnknownFormat(f"there is no reader for {capture.media_type}", where=capture.source)
    read = cast("Reader", import_module(f"{__name__}.{module}").read)
    found = False
    for item in read(capture):
        found = True
        yield item
    if not found:
        raise NoText("it holds no release", where=capture.source)
