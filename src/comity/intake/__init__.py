"""Bytes to text: captures are guarded and hashed, read by the reader of their format, and cleaned.

`documents` makes a capture of each document in a file; `read_texts` gives what a reader would read in it.
"""

from collections.abc import Iterator
from pathlib import Path

from comity.errors import InputError
from comity.intake.capture import capture_bytes, files_in, is_long_list, lines_of, open_source
from comity.intake.formats import READERS, documents_in, read_texts
from comity.model import Capture

__all__ = ["READERS", "capture_bytes", "documents", "documents_in", "files_in", "open_source", "read_texts"]


def documents(source: str | Path, *, max_bytes: int) -> Iterator[Capture | InputError]:
    """The documents of a file, or of standard input for "-", each as a capture: one, or one for each record.

    A record that is too large is an error in its place. `max_bytes` is the limit of one document; a file of JSON
    Lines may be longer, and is then taken line by line.

    Raises:
        InputError: nothing of the file can be taken.
    """
    if is_long_list(str(source), max_bytes=max_bytes):
        yield from lines_of(Path(source), max_bytes=max_bytes)
    else:
        yield from documents_in(open_source(source, max_bytes=max_bytes))
