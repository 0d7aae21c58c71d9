"""One reader a format. A new format is one module here, one line in `READERS`, and one in `sniffing`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import cast

from comity.errors import InputError, NoText, UnknownFormat
from comity.model import Capture, Text

__all__ = ["READERS", "documents_in", "read_texts"]

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


_MANY = frozenset({"application/x-ndjson", "application/json"})


def documents_in(capture: Capture) -> Iterator[Capture]:
    """The documents of a capture: itself, or each record of a file that holds many releases.

    What is kept is kept by document, so that a record can tell one from the others, and let go of one alone.

    Raises:
        UnknownFormat: the file is in no known encoding.
    """
    if capture.media_type not in _MANY:
        yield capture
        return
    found = list(import_module(f"{__name__}.jsonlines").cut(capture))
    if len(found) == 1 and capture.media_type == "application/json":
        yield capture  # one object is the document as it arrived
    else:
        yield from found


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
