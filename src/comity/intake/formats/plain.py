"""Plain text: only lines, bullets and blank lines have a meaning."""

from __future__ import annotations

from collections.abc import Iterator

from comity.errors import InputError
from comity.intake.assembly import assembled
from comity.intake.cleaning import plain_pieces
from comity.intake.decoding import decoded
from comity.intake.traced import Traced
from comity.model import Capture, Text

__all__ = ["read"]


def read(capture: Capture) -> Iterator[Text | InputError]:
    """The one text of a plain file.

    Raises:
        NoText: it holds no letters or digits.
        UnknownFormat: no text in a known encoding.
    """
    content, encoding = decoded(capture.content, where=capture.source)
    facts = {} if encoding == "utf-8" else {"encoding": encoding}
    yield assembled(plain_pieces(Traced.whole(content)), where=capture.source, metadata=facts)
