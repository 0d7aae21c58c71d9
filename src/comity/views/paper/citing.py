"""How a note is worded, in every format alike: the quote, who issued it when, the link, the claim."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import quote as percent_encoded

from comity.views.paper.model import Note, Said

__all__ = ["NO_QUOTE", "Cited", "cite", "clean", "link_certainty"]

NO_QUOTE = "Entered by a person; no release is given."

# Overrides and isolates of writing direction: with them a text can be made to show other words than it holds.
# The byte order mark has nothing to say within a text.
_TURNING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF))
_KEPT = "%/:?#[]@!$&'()*+,;=~-._"


@dataclass(frozen=True, slots=True)
class Cited:
    """A note in parts: `quote` is '' where there is none, `link` None where the address cannot be followed."""

    quote: str
    source: str
    address: str
    link: str | None
    claim: str


def cite(note: Note) -> Cited:
    """The parts of a note as they are printed, cleaned."""
    title = clean(note.title or "")
    parts = (
        clean(note.issuer),
        clean(note.issued or "") or ("date of issue not told" if note.quote else ""),
        f"“{title}”" if title else "",
        _account(tuple(map(clean, note.account))),
        "" if note.review == "machine" else f"{clean(note.review)} on review",
    )
    address = clean(note.url or "")
    return Cited(clean(note.quote), ", ".join(filter(None, parts)), address, _link(address), clean(note.claim))


def link_certainty(said: Said) -> str:
    """How sure the link is that a sentence rests on, as it stands behind it; '' where it rests on none."""
    return "" if said.certainty is None else f"(link {said.certainty:.2f})"


def clean(text: str) -> str:
    """One line: white space folded, and without characters that cannot be printed or that turn the line around."""
    spaced = "".join(" " if c.isspace() else c for c in text.translate(_TURNING))
    return re.sub(" +", " ", "".join(filter(_printable, spaced))).strip()


def _printable(character: str) -> bool:
    """Neither a control, nor half of a pair, nor a place that never holds a character."""
    code = ord(character)
    never = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    return not never and unicodedata.category(character) not in {"Cc", "Cs"}


def _account(parties: tuple[str, ...]) -> str:
    if not parties:
        return ""
    if len(parties) == 1:
        return f"the account of {parties[0]}"
    return f"the joint account of {', '.join(parties[:-1])} and {parties[-1]}"


def _link(address: str) -> str | None:
    """Only pages on the web are links; spaces and letters beyond ASCII are percent-encoded."""
    if not re.match(r"https?://[^\s/]", address, re.IGNORECASE):
        return None
    return percent_encoded(address, safe=_KEPT)
