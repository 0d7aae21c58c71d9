"""Which part of a page is the release, and its paragraphs, headings, items and captions in order."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from comity.intake.formats.html_furniture import Sizes, unfurnish
from comity.model import Role

__all__ = ["LINE", "main_part", "passages"]

LINE = "\x0b"
"""Stands for `<br>` while a passage is looked up in the source."""

_BLOCKS = frozenset(
    {
        "address", "article", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header",
        "hr", "html", "li", "main", "ol", "p", "pre", "section", "summary", "table",
        "tbody", "tfoot", "thead", "tr", "ul", "caption",
    }
)  # fmt: skip
_CELLS = frozenset({"td", "th"})
_ROLES: dict[str, Role] = {
    **{f"h{level}": "heading" for level in range(1, 7)},
    "li": "item",
    "figcaption": "caption",
    "caption": "caption",
}
_LANDMARKS = (
    ".//article",
    ".//main",
    ".//*[@role='main']",
    ".//*[@itemprop='articleBody']",
    ".//*[@id='content' or @id='main' or @id='main-content' or @id='article' or @id='page-content']",
)
_CONTAINERS = frozenset({"div", "section", "td", "table", "tr", "tbody", "center", "font", "span"})
_ENOUGH = 0.5
_LEAST = 80


def main_part(root: etree._Element) -> etree._Element:
    """The element that holds the release; furniture is taken out of the tree first."""
    body = root.find(".//body")
    body = root if body is None else body
    unfurnish(body)
    sizes = Sizes(body)
    whole = sizes.of(body).text
    for path in _LANDMARKS:
        found = max(body.xpath(path), key=lambda element: sizes.of(element).text, default=None)
        if found is not None and sizes.of(found).text >= max(_LEAST, _ENOUGH * whole):
            return found
    return _densest(body, sizes)


def _densest(body: etree._Element, sizes: Sizes) -> etree._Element:
    """Without a landmark: the innermost element that still holds nearly all the text and every heading."""
    best = body
    while True:
        inner = max(best, key=lambda element: sizes.of(element).text, default=None)
        if inner is None or inner.tag not in _CONTAINERS:
            return best
        enough = sizes.of(inner).text >= 0.7 * sizes.of(best).text
        if not enough or sizes.of(best).landmark != sizes.of(inner).landmark:
            return best
        best = inner


def passages(part: etree._Element) -> Iterator[tuple[Role, list[str]]]:
    """The passages of `part` with their roles, each in the stretches in which it stands in the source."""
    words: list[str] = []
    roles: list[Role] = ["body"]
    for event, element in etree.iterwalk(part, events=("start", "end")):
        tag = element.tag
        if tag in _BLOCKS and any(not word.isspace() for word in words):
            yield roles[-1], words
            words = []
        if event == "start":
            if tag in _ROLES:
                roles.append(_ROLES[tag])
            words += [LINE] if tag == "br" else [" "] if tag in _CELLS else []
            words += [element.text] if element.text else []
        else:
            if tag in _ROLES:
                roles.pop()
            words += [element.tail] if element.tail and element is not part else []
    if any(not word.isspace() for word in words):
        yield roles[-1], words
