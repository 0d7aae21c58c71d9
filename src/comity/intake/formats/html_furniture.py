"""What on a page belongs to the site and not to the release: menus, banners, share buttons, related news."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

__all__ = ["Sizes", "unfurnish"]

_NOT_TEXT = frozenset(
    {
        "head", "script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "form",
        "button", "input", "select", "textarea", "nav", "footer", "aside", "audio", "video", "canvas",
        "map", "dialog", "menu",
    }
)  # fmt: skip
_SURE = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr|share|sharing|social|addtoany|related|recommended|see-?also|read-?more"
    r"|breadcrumbs?|newsletter|subscribe|subscription|skip|skip-?link|advert(?:isement)?s?|pagination|pager|popup|modal"
    r"|sr-only|screen-reader-text|visually-?hidden|hidden)(?:$|[\s_-])",
    re.IGNORECASE,
)
_LIKELY = re.compile(
    r"(?:^|[\s_-])(?:comments?|sidebar|menu|navigation|navbar|nav|promo|ads|toolbar|tools|print|feedback|login|search"
    r"|footer|topbar|topline|site-?header|masthead|tags|taglist|keywords|more|latest|trending|contact-?us|copyright"
    r"|follow|lang(?:uage)?-?(?:switch(?:er)?|selector))(?:$|[\s_-])",
    re.IGNORECASE,
)
_ABOUT_OTHERS = re.compile(r"\b(?:no|with|has|without)-[\w-]+", re.IGNORECASE)
_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "complementary", "dialog", "search", "alert", "toolbar", "menu"}
)
_HEADING = re.compile(
    r"\s*(?:related (?:content|news|links|articles|stories|topics|documents)|see also|read (?:more|also|next)"
    r"|share this.*|latest news|more news|more from.*|you may also like.*|topics|tags|follow us.*"
    r"|explore the topic|most read)\s*:?\s*$",
    re.IGNORECASE,
)
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "p", "div"})
_KEPT = frozenset({"article", "main", "body", "html", "h1", "h2", "h3", "h4", "h5", "h6", "p", "figcaption", "caption"})
_LANDMARKS = frozenset({"article", "main", "h1"})
_MOST = 0.6
_MOST_PARAGRAPHS = 0.3
_LONG = 60


@dataclass(slots=True)
class _Size:
    """Characters of text, of text in long paragraphs and in links, and whether a landmark is inside."""

    text: int = 0
    paragraphs: int = 0
    links: int = 0
    landmark: bool = False


class Sizes:
    """How much text each element of a tree holds, counted in one walk."""

    def __init__(self, root: etree._Element) -> None:
        self._sizes: dict[etree._Element, _Size] = {}
        for _, element in etree.iterwalk(root, events=("end",)):
            size = _Size(len((element.text or "").strip()) if isinstance(element.tag, str) else 0)
            for child in element:
                inner = self._sizes.get(child, _Size())
                size.text += inner.text + len((child.tail or "").strip())
                size.paragraphs += inner.paragraphs
                size.links += inner.links
                size.landmark |= inner.landmark
            if element.tag == "a":
                size.links = size.text
            if element.tag == "p" and size.text >= _LONG:
                size.paragraphs = size.text
            size.landmark |= element.tag in _LANDMARKS or element.get("itemprop") == "articleBody"
            self._sizes[element] = size

    def of(self, element: etree._Element) -> _Size:
        """The size of an element."""
        return self._sizes.get(element, _Size())


def unfurnish(body: etree._Element) -> None:
    """Take the furniture out of the tree below `body`."""
    sizes = Sizes(body)
    gone: set[etree._Element] = set()
    for element in list(body.iter(etree.Element)):
        if element.getparent() in gone:
            gone.add(element)
        elif element is not body and _is_furniture(element, sizes, sizes.of(body)):
            gone.add(element)
            _drop(element)
    for element in list(body.iter(*_HEADINGS)):
        if len(element) <= 1 and sizes.of(element).text <= _LONG and _HEADING.match(_words(element)):
            for part in list(_section(element, sizes)):
                _drop(part)


def _is_furniture(element: etree._Element, sizes: Sizes, whole: _Size) -> bool:
    size = sizes.of(element)
    if element.tag in _NOT_TEXT:
        return not (size.landmark and size.text > _MOST * whole.text)
    if element.get("hidden") is not None or "display:none" in (element.get("style") or "").replace(" ", ""):
        return size.text <= _MOST * whole.text
    if element.tag in _KEPT or size.landmark or size.text > _MOST * whole.text:
        return False
    if element.tag == "header" or (element.get("role") or "").lower() in _ROLES:
        return True
    names = _ABOUT_OTHERS.sub("", f"{element.get('class') or ''} {element.get('id') or ''}")
    if _SURE.search(names):
        return True
    return bool(_LIKELY.search(names)) and size.paragraphs <= _MOST_PARAGRAPHS * whole.paragraphs


def _words(element: etree._Element) -> str:
    return "".join(element.itertext())


def _section(heading: etree._Element, sizes: Sizes) -> Iterator[etree._Element]:
    """A furniture heading and the lists and links that follow it."""
    yield heading
    after = heading.getnext()
    while after is not None:
        size = sizes.of(after)
        if after.tag not in ("ul", "ol") and not (size.links and size.links >= 0.9 * size.text):
            return
        yield after
        after = after.getnext()


def _drop(element: etree._Element) -> None:
    """Take an element out and leave the text that follows it."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if element.tail:
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)
