"""A paper's picture as SVG that may stand inside a page: it draws, and does nothing else."""

from __future__ import annotations

import re

from lxml import etree

from comity.errors import PaperError
from comity.views.paper.citing import clean
from comity.views.paper.model import Picture

__all__ = ["drawn"]

_ACTING = {"script", "foreignObject", "iframe", "handler", "listener", "set", "animate"}


def drawn(picture: Picture) -> str:
    """The picture's SVG without scripts, handlers and addresses outside itself; its caption is its name.

    Raises PaperError where it is no SVG.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(picture.svg.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise PaperError(f"its picture is no SVG: {error}", then="leave the picture out") from error
    if root.tag != "{http://www.w3.org/2000/svg}svg":
        raise PaperError("its picture is no SVG", then="leave the picture out")
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or etree.QName(element).localname in _ACTING:
            _taken_out(element)
            continue
        for name, value in list(element.attrib.items()):
            local = etree.QName(name).localname.lower()
            outside = local == "href" and not re.match(r"#|data:image/(?:png|jpeg)", str(value))
            if local.startswith("on") or outside:
                del element.attrib[name]
    width, height = (re.match(r"[\d.]+", root.get(side, "")) for side in ("width", "height"))
    if "viewBox" not in root.attrib and width and height:
        root.set("viewBox", f"0 0 {width[0]} {height[0]}")
    root.set("role", "img")
    root.set("aria-label", clean(picture.caption))
    return str(etree.tostring(root, encoding="unicode", with_tail=False))


def _taken_out(element: etree._Element) -> None:
    """Without the element; the text behind it, which lxml keeps with it, stays."""
    parent, before, behind = element.getparent(), element.getprevious(), element.tail or ""
    if parent is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + behind
    else:
        parent.text = (parent.text or "") + behind
    parent.remove(element)
