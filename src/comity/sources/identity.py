"""A release's identity: the same words issued on the same day are the same release, in whatever file they come."""

from __future__ import annotations

import hashlib
import unicodedata

__all__ = ["release_id"]

_LENGTH = 16


def release_id(body_text: str, issued: str | None) -> str:
    """The first 16 hex digits of a hash of the body (case, white space and punctuation folded) and its date.

    `issued` is the date of issue as ISO 8601, or None where none is told. Masthead and furniture are the
    caller's to leave out, so that a saved page and a word-processor file of one release share their id.
    """
    plain = unicodedata.normalize("NFKC", body_text).casefold()
    words = "".join(
        letter for letter in plain if letter.isalnum() or unicodedata.category(letter).startswith("M")
    )
    return hashlib.sha256(f"{issued or ''}\n{words}".encode()).hexdigest()[:_LENGTH]
