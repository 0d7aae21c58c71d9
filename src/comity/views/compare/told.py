"""What of a release is compared: its text in paragraphs without furniture, and its claims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from comity.model import Kept, Reading, Release, Span
from comity.record.found import ReleaseKept
from comity.views.compare.model import Side
from comity.views.wording import issuer

__all__ = ["Told", "told_of_reading", "told_of_record"]

_READ = frozenset({"body", "item"})
_LINE = re.compile(r"[^\n]+(?:\n(?!\n)[^\n]+)*")
_BULLET = re.compile(r"(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|[•\-–*])\s+")
# What frames a text without telling of the occasion: contacts, attributions, page furniture.
_FRAME = re.compile(
    r"\W*(?:#+\W*$|\d{1,2} \w+ \d{4},? [\w ]+$|for immediate release|office of the spokes\w+\W*$|media contacts?\b|"
    r"for (?:more|further) information\b|press (?:contacts?|office)\b|(?:the )?(?:below|following) is attributable|"
    r"tel(?:ephone)?[.:]|e-?mail:|follow us\b|\*\s*\*\s*\*)",
    re.IGNORECASE,
)
_LONGEST_HEADING = 8
_SHORTEST_SENTENCE = 5
_SMALL = frozenset({"a", "an", "and", "for", "in", "of", "on", "or", "the", "to", "with"})


@dataclass(frozen=True, slots=True)
class Told:
    """One release as it is compared: its paragraphs, its claims with when they were told, and its day of issue."""

    side: Side
    paragraphs: tuple[Span, ...]
    kept: tuple[Kept, ...] = field(default=(), repr=False)

    @property
    def text(self) -> str:
        """The text that all offsets refer to."""
        return self.side.text

    @property
    def day(self) -> date | None:
        """The day of issue; None where no whole day is told."""
        issued = self.side.issued
        return date.fromisoformat(issued) if issued and len(issued) == 10 else None


def told_of_reading(reading: Reading) -> Told:
    """A release that was read on the spot."""
    release = reading.release
    blocks = [block.span for block in release.content.blocks if block.role in _READ]
    issued = release.issued.edtf if release.issued else None
    kept = tuple(Kept(c, release.id, issued, release.genre, release.title) for c in reading.claims())
    return Told(_side(release), tuple(_unframed(release.text, blocks)), kept)


def told_of_record(found: ReleaseKept, claims: Sequence[Kept]) -> Told:
    """A release of the record, with its claims as they stand there."""
    shape = found.shape
    heads = {line.casefold() for line in (shape.get("title"), *(shape.get("subtitles") or ())) if line}
    lines = [Span(m.start(), m.end()) for m in _LINE.finditer(found.text)]
    body = [span for span in lines if found.text[span.start : span.end].casefold() not in heads]
    issuers = [shape.get("issuer") or {}, *(shape.get("co_issuers") or ())]
    names = [", ".join(part for part in (one.get("name"), one.get("unit")) if part) for one in issuers]
    account = tuple(dict.fromkeys(str(one["country"]) for one in issuers if one.get("country")))
    side = Side(
        found.id, " and ".join(name for name in names if name), account, shape.get("issued"), shape.get("title"),
        str(shape.get("genre") or "other"), shape.get("url"), found.text,
    )  # fmt: skip
    return Told(side, tuple(_unframed(found.text, body)), tuple(k for k in claims if k.review != "rejected"))


def _side(release: Release) -> Side:
    issued = release.issued.edtf if release.issued else None
    told = " and ".join(name for name in map(issuer, (release.issuer, *release.co_issuers)) if name)
    return Side(
        release.id, told, release.account, issued, release.title, release.genre, release.url, release.text
    )  # fmt: skip


def _heads(words: str) -> bool:
    """Whether a paragraph is a heading, whatever the page marks it as: few words, in capitals, without an end."""
    told = words.split()
    if words.rstrip(' ”"').endswith((".", "!", "?")):
        return False
    capitals = all(word[0].isupper() or not word[0].isalpha() or word in _SMALL for word in told)
    return len(told) < _SHORTEST_SENTENCE or (len(told) <= _LONGEST_HEADING and capitals)


def _unframed(text: str, blocks: Sequence[Span]) -> Iterator[Span]:
    for span in blocks:
        words = text[span.start : span.end]
        if _FRAME.match(words) or _heads(words):
            continue
        mark = _BULLET.match(text, span.start, span.end)
        yield Span(mark.end(), span.end) if mark else span
