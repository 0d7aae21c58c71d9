"""A release's identity: the same words issued on the same day are one release, in whatever file."""

from __future__ import annotations

import hashlib
import re
import unicodedata

__all__ = ["release_id"]

_LENGTH = 16
_NO_WORD = re.compile(r"[\W_]+")


def release_id(body_text: str, issued: str | None) -> str:
    """The first 16 hex digits of a hash of the body (case, white space and punctuation folded) and its date.

    `issued` is the date of issue as ISO 8601, or None where none is told. Masthead and furniture are the
    caller's to leave out, so that a saved page and a word-processor file of one release share their id.
    """
    plain = unicodedata.normalize("NFKC", body_text).casefold()
    words = _NO_WORD.sub("", plain)
    return hashlib.sha256(f"{issued or ''}\n{words}".encode()).hexdigest()[:_LENGTH]
