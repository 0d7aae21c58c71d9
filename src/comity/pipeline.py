"""The way of a release, on one page.

    capture -> text -> masthead -> triage -> mentions -> claims -> assembly      Reader
    -> record -> entries                                                         keep

Each step is a function of the values of the step before it; see docs/architecture.md for all ten.
"""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from comity import __version__, lexicon
from comity.errors import ComityError, InputError, Unread
from comity.extract.read import read_claims
from comity.intake import capture_bytes, documents, documents_in, read_texts
from comity.model import Capture, Notice, Reading, Text
from comity.reading.annotate import annotate
from comity.reading.triage import set_aside, triage
from comity.settings import Settings
from comity.sources import read_masthead

if TYPE_CHECKING:
    from comity.record import Record
    from comity.record.keeping import Added

__all__ = ["Reader", "extractor", "keep", "read"]

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
        for capture in documents(source, max_bytes=self.settings.max_bytes):
            if isinstance(capture, InputError):
                yield capture
            else:
                yield from self.read_capture(capture)

    def read_bytes(self, content: bytes, source: str = "-") -> Iterator[Reading | InputError]:
        """The readings of bytes that came from elsewhere (standard input, a test)."""
        for capture in documents_in(capture_bytes(content, source)):
            yield from self.read_capture(capture)

    def read_capture(self, capture: Capture) -> Iterator[Reading | InputError]:
        """The readings of a document: one, but for what holds none."""
        try:
            for text in read_texts(capture):
                yield self.read_one(capture, text)
        except InputError as error:
            yield error

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


def keep(record: Record, capture: Capture, reading: Reading, made_by: str) -> Added:
    """Steps 7 and 8 for one release, in one transaction: when this returns it is kept, or it was kept before.

    `made_by` says what read it (see `extractor`).

    Raises:
        RecordError: nothing of it was kept.
    """
    # Who only reads does not wait for the database's library.
    from comity.linking.relink import relink  # noqa: PLC0415
    from comity.record import keeping  # noqa: PLC0415
    from comity.record.clock import stamp  # noqa: PLC0415

    with record.writing() as connection:
        at = stamp(connection)
        added = keeping.keep(connection, capture, reading, made_by, at)
        relink(connection, added.changed, at)
    return added


@cache
def extractor(lexicon_folder: Path | None = None) -> str:
    """What made the claims: the version, and a digest of all rules, names, house styles and code that reading rests on.

    `lexicon_folder` is a user's own lexicon, which is a part of it.
    """
    told = hashlib.sha256()
    here = Path(__file__).parent
    rooms = [here / name for name in ("intake", "sources", "lexicon", "reading", "extract")]
    for folder in (*rooms, *([lexicon_folder] if lexicon_folder else [])):
        for file in sorted(f for f in folder.rglob("*") if f.suffix in {".py", ".yml", ".csv"}):
            told.update(file.name.encode() + b"\0" + file.read_bytes())
    return f"{__version__}+{told.hexdigest()[:16]}"


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
