"""The way of a release, on one page.

    capture -> text -> masthead -> triage -> mentions -> claims -> assembly

Each step is a function of the values of the step before it; see docs/architecture.md for all ten.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from pathlib import Path

from comity import lexicon
from comity.errors import ComityError, InputError, Unread
from comity.extract.read import read_claims
from comity.intake import capture_bytes, open_source, read_texts
from comity.model import Capture, Notice, Reading, Text
from comity.reading.annotate import annotate
from comity.reading.triage import set_aside, triage
from comity.settings import Settings
from comity.sources import read_masthead

__all__ = ["Reader", "read"]

LANGUAGES = frozenset({"en"})
"""The languages that have rules; a release in another gives its masthead and a warning."""


class Reader:
    """Reads releases with one lexicon and one set of settings."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings.load()
        self.lexicon = lexicon.load(self.settings.lexicon)

    def read(self, source: str | Path) -> Iterator[Reading | InputError]:
        """The readings of one file; an item that cannot be read is an InputError in its place.

        Raises:
            InputError: nothing of the file can be read.
        """
        yield from self._capture(open_source(source, max_bytes=self.settings.max_bytes))

    def read_bytes(self, content: bytes, source: str = "-") -> Iterator[Reading | InputError]:
        """The readings of bytes that came from elsewhere (standard input, a test)."""
        yield from self._capture(capture_bytes(content, source))

    def _capture(self, capture: Capture) -> Iterator[Reading | InputError]:
        for text in read_texts(capture):
            yield self.read_one(capture, text)

    def read_one(self, capture: Capture, text: Text | InputError) -> Reading | InputError:
        """The reading of one release among many: a fault of our own costs this one, and is told; the rest are read."""
        if isinstance(text, InputError):
            return text
        try:
            return self.read_text(capture, text)
        except ComityError:
            raise  # nothing can be read: the model is missing, the lexicon is damaged
        except Exception as fault:  # noqa: BLE001 - whatever it is, the other releases must not be lost with it
            last = traceback.extract_tb(fault.__traceback__)[-1]
            what = f"a fault of Comity's own: {type(fault).__name__} in {Path(last.filename).name}, line {last.lineno}"
            unread = Unread(
                what, where=text.metadata.get("id") or capture.source, then="it is passed over; please report it"
            )
            unread.__cause__ = fault
            return unread

    def read_text(self, capture: Capture, text: Text) -> Reading:
        """Steps 3 to 6 for one clean text."""
        release = read_masthead(capture, text, lexicon=self.lexicon)
        if release.languages and release.languages[0] not in LANGUAGES:
            told = Notice("language", f"no rules for {release.languages[0]} yet: masthead only")
            return Reading(release, warnings=(told,))
        decided = triage(release, self.lexicon)
        if not decided.kept:
            return set_aside(release, decided)
        return read_claims(annotate(release, self.lexicon))


def read(source: str | Path, *, settings: Settings | None = None) -> Reading:
    """What one release says.

    Raises:
        InputError: the file cannot be read, or holds several releases and the first cannot be read.
    """
    for reading in Reader(settings).read(source):
        if isinstance(reading, InputError):
            raise reading
        return reading
    raise InputError("holds no release", where=str(source))
