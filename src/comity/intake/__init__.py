"""Bytes to text: captures are guarded and hashed, read by the reader of their format, and cleaned.

`open_source` or `capture_bytes` makes a capture; `read_texts` gives what a reader would read in it.
"""

from comity.intake.capture import capture_bytes, files_in, open_source
from comity.intake.formats import READERS, read_texts

__all__ = ["READERS", "capture_bytes", "files_in", "open_source", "read_texts"]
