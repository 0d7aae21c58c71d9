"""Gives every line of a release the part it plays: masthead, title, subtitle, body, sign-off, furniture."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from comity.lexicon import Lexicon
from comity.model import Role
from comity.sources.datelines import read_dateline
from comity.sources.dates import find_dates
from comity.sources.lines import Line, folded, same_title
from comity.sources.profile import Profile

__all__ = ["Labeller", "told_subtitles"]

_STOP = re.compile(r"(?:[.!?;,…।。]|:-?)[\"'”’»)\]]*$")
_SPEAKER = re.compile(r"(?:[A-Z][A-Z .’'-]{2,40}|Q(?:UESTION)?|A(?:NSWER)?)\s?:\s")
_NUMBERED = re.compile(r"(?:\d{1,2}|[IVX]{1,4}|[A-Z])[.)]\s|Article\s+\d|\(\w\)")
_MAX_HEAD = 16
_MAX_TAIL = 14
_LONG = 330


@dataclass(frozen=True, slots=True)
class Labeller:
    """The house styles that hold for one release (its issuer's, then the general one) and what it is told."""

    profile: Profile
    generic: Profile
    lexicon: Lexicon
    title: str | None
    subtitles: tuple[str, ...] = ()
    main_script: str = "LATIN"

    def label(self, lines: Sequence[Line]) -> list[Line]:
        """The lines with their roles; what is none of the others keeps the role it came with."""
        made = [self._everywhere(line) for line in lines]
        made = self._foot(made)
        return self._head(made)

    def _everywhere(self, line: Line) -> Line:
        if line.role in ("title", "subtitle"):
            return line.labelled_as(line.role)  # told by the metadata and found by the reader of the format
        if self._matches("furniture", line.text) or self._matches("ends", line.text):
            return line.labelled_as("furniture")
        if self._matches("posted", line.text):
            return line.labelled_as("masthead")
        return line

    def _head(self, lines: list[Line]) -> list[Line]:
        top = lines[:_MAX_HEAD]
        titles = self._titles(top)
        posted = max((i for i, line in enumerate(top) if self._matches("posted", line.text)), default=None)
        seen = False
        for i, line in enumerate(top):
            if line.labelled and i not in titles:
                continue
            role: Role | None = "title" if i in titles else self._head_role(lines, i, titles, posted, seen=seen)
            if role is None:
                break
            lines[i] = line.labelled_as(role)
            seen = seen or role == "title"
        for i in range(len(top)):
            if not lines[i].labelled and self._in_house_masthead(lines[i].text):
                lines[i] = lines[i].labelled_as("masthead")
        return lines

    def _in_house_masthead(self, line: str) -> bool:
        """Whether the issuer prints such a line ("From:", "Published …") also below the first sentences."""
        if len(line) > 120 or line.endswith("."):
            return False
        return any(pattern.fullmatch(line) for pattern in self.profile.masthead)

    def _titles(self, top: Sequence[Line]) -> set[int]:
        """Which lines print the title that the metadata tells: as it stands there, or in other words."""
        if not self.title:
            return set()
        exact = {i for i, line in enumerate(top) if folded(line.text) == folded(self.title)}
        alike = (i for i, line in enumerate(top) if same_title(line.text, self.title))
        return exact | {i for i in alike if not self.is_masthead(top[i].text)}

    def _head_role(
        self,
        lines: Sequence[Line],
        at: int,
        titles: set[int],
        posted: int | None,
        *,
        seen: bool,
    ) -> Role | None:
        """The part of a line above the body, or None where the body begins."""
        line = lines[at]
        if folded(line.text) in {folded(subtitle) for subtitle in self.subtitles}:
            return "subtitle"
        if self.is_masthead(line.text, below_title=seen or not titles):
            return "masthead"
        if self._opens_body(line):
            return None
        if seen:
            return self._below_title(lines, at, posted)
        if self._still_masthead(lines, at, titles):
            return "masthead"
        above_posted = posted is not None and at < posted
        return "title" if not self.title or above_posted else None

    def _below_title(self, lines: Sequence[Line], at: int, posted: int | None) -> Role | None:
        line, last = lines[at], lines[at - 1]
        if last.role == "title" and last.block == line.block and len(line.text) < 60:
            return "title"  # "(18th ADMM)" after the title that the metadata knows
        if self.subtitles or not self.profile.subtitles or line.role in ("heading", "item"):
            return None
        if posted is not None:
            return "subtitle" if at < posted else None
        if self.title and self.profile.posted and not any(other.role == "masthead" for other in lines[:at]):
            return None  # the head was left out of this copy, so the body begins here
        after = next((other for other in lines[at + 1 : _MAX_HEAD + 2] if not other.labelled), None)
        # A part of a sentence that was broken is no subtitle: a blank line must part it from the next.
        whole = after is not None and not after.text[:1].islower() and line.text[:1] not in ".,;"
        return "subtitle" if whole and lines[at + 1].start - line.end > 1 else None

    def is_masthead(self, line: str, *, below_title: bool = True) -> bool:
        """Whether a line of the head tells who, where or when, or is a motto in another script."""
        if self._matches("letterhead", line) or self._matches("masthead", line) or self._matches("numbers", line):
            return True
        if below_title and (self._matches("bylines", line) or self._begins_with_date(line)):
            return True
        if self._foreign(line):
            return True
        return read_dateline(line, self.profile, self.lexicon) is not None

    def _begins_with_date(self, line: str) -> bool:
        """Whether a short line goes on after a date ("04.11.2024 Seoul Press and information team")."""
        dates = find_dates(line, day_first=self.profile.day_first) if len(line) < 90 else []
        return bool(dates) and dates[0].start == 0 and not _STOP.search(line)

    def _still_masthead(self, lines: Sequence[Line], at: int, titles: set[int]) -> bool:
        """Whether an unknown short line stands above the title or goes on a byline ("Schloss Elmau")."""
        if any(at < title for title in titles):
            return True
        after_byline = at > 0 and lines[at - 1].role == "masthead" and bool(self.profile.bylines)
        return not titles and after_byline and bool(self.title) and len(lines[at].text) < 70

    def _opens_body(self, line: Line) -> bool:
        text = line.text
        if line.role in ("item", "caption") or _SPEAKER.match(text) or _NUMBERED.match(text):
            return True
        return len(text) > _LONG or (bool(_STOP.search(text)) and not self._is_short_title(text))

    def _is_short_title(self, text: str) -> bool:
        return text.isupper() and len(text) < 160 and not text.endswith((":", ",", ";"))

    def _foot(self, lines: list[Line]) -> list[Line]:
        for i in range(len(lines) - 1, max(0, len(lines) - _MAX_TAIL) - 1, -1):
            line = lines[i]
            if line.labelled:
                continue
            before = next((other for other in reversed(lines[:i]) if other.text), None)
            marked = before is not None and self._matches("ends", before.text)
            if self._signs_off(line.text, marked=marked):
                lines[i] = line.labelled_as("sign_off")
            elif len(line.text) < 60 and i > 2 and read_dateline(line.text, self.profile, self.lexicon):
                lines[i] = line.labelled_as("masthead")
            elif not self._after_mark(lines, i):
                break
            else:
                lines[i] = line.labelled_as("furniture")
        return lines

    def _after_mark(self, lines: Sequence[Line], at: int) -> bool:
        """Whether only a few short words are left after the mark that ends a release."""
        left = [line for line in lines[at:] if not line.labelled]
        ended = any(
            self._matches("ends", line.text) and line.text.strip("#* \\") == "" for line in lines[max(0, at - 5) : at]
        )
        return ended and len(left) <= 4 and all(len(line.text) < 120 and not _STOP.search(line.text) for line in left)

    def _signs_off(self, line: str, *, marked: bool) -> bool:
        for pattern in self.profile.sign_off:
            match = pattern.fullmatch(line)
            if match and (marked or "/" in line):
                return True
        return False

    def _matches(self, key: str, line: str) -> bool:
        patterns = (*getattr(self.profile, key), *getattr(self.generic, key))
        line = line.strip()
        return any(pattern.fullmatch(line) for pattern in patterns)

    def _foreign(self, line: str) -> bool:
        """Whether a short line is wholly in another script than the release."""
        letters = [c for c in line if c.isalpha()]
        if not letters or len(line) > 120:
            return False
        return not any(unicodedata.name(c, "").startswith(self.main_script) for c in letters)


def told_subtitles(metadata: Mapping[str, str]) -> tuple[str, ...]:
    """The subtitles that the metadata holds, one a line."""
    parts = re.split(r"<br\s?/?>|\n", html.unescape(metadata.get("subtitle", "")))
    return tuple(part.strip() for part in parts if part.strip())
