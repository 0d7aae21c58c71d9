"""Where words of a page stand in its source, although a parser has lost their places."""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from collections.abc import Sequence

from comity.intake.formats.html_content import LINE
from comity.intake.traced import Edit, Traced

__all__ = ["SourceText"]

_TAG_END = re.compile(r"(?:[^>=]|=\s*+(?:\"[^\"]*\"|'[^']*')?)*+>")
_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_RAW = frozenset({"script", "style"})
_STANDS_FOR = {"br": LINE, "td": " ", "th": " "}
_WHITE = re.compile(r"\s+")
_NEAR = 50_000
_MOST_FAR = 100


class SourceText:
    """All text of a page with its places; passages are looked up in the order of the page."""

    def __init__(self, content: str) -> None:
        body = re.search(r"<body\b", content, re.IGNORECASE)
        self._shown = Traced.whole(content).edited(_hidden(content)).sub(_ENTITY, _meant)
        # The dense text has no white space; its places are those of the shown text, which lead to the source.
        self._dense = Traced.whole(self._shown.text).sub(_WHITE, "")
        self._after = self._dense_place(body.start()) if body else 0
        self._far = _MOST_FAR

    def find(self, stretches: Sequence[str]) -> Traced:
        """The stretches of one passage, joined, with their places in the source.

        A stretch that does not stand there as it is leads to the place of the one before it.
        """
        whole = self._found("".join(stretches), far=False) if len(stretches) > 1 else None
        if whole is not None:
            return whole
        parts: list[tuple[str, Traced]] = []
        for stretch in stretches:
            found = None if stretch.isspace() else self._found(stretch, far=True)
            if found is None:
                parts.append(("", self._placeless(stretch)))
                continue
            left = stretch[: len(stretch) - len(stretch.lstrip())]
            right = stretch[len(stretch.rstrip()) :]
            parts += [("", self._placeless(left)), ("", found), ("", self._placeless(right))]
        return Traced.join(parts)

    def first(self, words: str) -> Traced:
        """Words of the page's head, with the first place at which they stand."""
        place = self._dense.text.find(_WHITE.sub("", words))
        return self._stretch(place, len(_WHITE.sub("", words))) if place >= 0 else self._placeless(words)

    def _found(self, words: str, *, far: bool) -> Traced | None:
        dense = _WHITE.sub("", words)
        near = self._after + len(dense) + _NEAR
        place = self._dense.text.find(dense, self._after, near)
        if place < 0 and far and self._far:
            self._far -= 1  # a search through the whole page is dear: a hostile page gets a few only
            place = self._dense.text.find(dense, self._after)
        if place < 0:
            return None
        self._after = place + len(dense)
        return self._stretch(place, len(dense))

    def _stretch(self, place: int, length: int) -> Traced:
        return self._shown.part(self._dense.origin(place), self._dense.origin(place + length - 1) + 1)

    def _placeless(self, words: str) -> Traced:
        place = self._dense.origin(max(0, self._after - 1)) if self._dense.text else 0
        return Traced(words, tuple((i, self._shown.origin(place)) for i in range(len(words))) or ((0, 0),))

    def _dense_place(self, original: int) -> int:
        """The first place of the dense text that stands at or after `original`."""
        places = range(len(self._dense))
        return bisect_left(places, original, key=lambda i: self._shown.origin(self._dense.origin(i)))


def _meant(match: re.Match[str]) -> str:
    return html.unescape(match.group())


def _hidden(content: str) -> list[Edit]:
    """Tags, comments and scripts, to be taken out of the source."""
    edits: list[Edit] = []
    closers: dict[str, bool] = {}
    place = content.find("<")
    while place >= 0:
        end, new = _markup_end(content, place, closers)
        if end > place:
            edits.append((place, end, new))
        place = content.find("<", max(end, place + 1))
    return edits


def _markup_end(content: str, place: int, absent: dict[str, bool]) -> tuple[int, str]:
    """Where the markup that begins at `place` ends (`place` itself if it is text), and what stands for it."""
    if content.startswith("<!--", place):
        return _past(content, "-->", place + 4, absent), ""
    if content.startswith(("<!", "<?"), place):
        return _past(content, ">", place + 2, absent), ""
    name = _NAME.match(content, place)
    closed = _TAG_END.match(content, name.end()) if name else None
    if not name:
        return place, ""
    if not closed:
        return len(content), ""  # a tag that is never closed hides the rest
    tag = name.group(1).lower()
    if tag in _RAW and content[place + 1] != "/":
        return _past(content, f"</{tag}", closed.end(), absent), ""
    return closed.end(), _STANDS_FOR.get(tag, "")


def _past(content: str, closer: str, start: int, absent: dict[str, bool]) -> int:
    """The place after the next `closer`, or the end; what is absent is looked for only once."""
    if not absent.get(closer):
        for form in (closer, closer.upper()):
            place = content.find(form, start)
            if place >= 0:
                return place if closer.startswith("</") else place + len(closer)
        absent[closer] = True
    return len(content)
