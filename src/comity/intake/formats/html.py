"""HTML pages: the release without the furniture of its site, and what the page says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from comity.errors import InputError, NoText
from comity.intake.assembly import assembled, told
from comity.intake.cleaning import plain_pieces
from comity.intake.decoding import decoded
from comity.intake.formats.html_content import LINE, main_part, passages
from comity.intake.formats.html_facts import facts_of
from comity.intake.formats.html_source import SourceText
from comity.intake.lines import Piece
from comity.intake.sniffing import entities_refused
from comity.model import Capture, Text

__all__ = ["read"]

_WHITE = re.compile(rf"[^\S{LINE}]+")
_LINE = re.compile(rf" ?{LINE} ?")
_ANY = re.compile(r"\s+")
_DECLARATION = re.compile(r"\A[\s\ufeff]*<\?xml[^>]{0,200}\?>")


def read(capture: Capture) -> Iterator[Text | InputError]:
    """The one text of a page.

    Raises:
        NoText: the page holds no text beside menus and footers.
        RefusedInput: its DTD declares entities.
        UnknownFormat: no text in a known encoding.
    """
    content, encoding = decoded(capture.content, where=capture.source, markup=True)
    entities_refused(content[:100_000], capture.source)
    root = _tree(content, capture.source)
    facts = facts_of(root)
    source = SourceText(content)
    pieces: list[Piece] = []
    for role, stretches in passages(main_part(root)):
        found = source.find(stretches)
        # `<br>` breaks a line; every other white space of the source is a space.
        lines = found.sub(_WHITE, " ").sub(_LINE, "\n")
        pieces += plain_pieces(lines) if role == "body" else plain_pieces(found.sub(_ANY, " "), role)
    title = facts.pop("title", "")
    made = told(facts)
    if encoding != "utf-8":
        made["encoding"] = encoding
    yield assembled(
        pieces,
        where=capture.source,
        title=source.first(title) if title else None,
        metadata=made,
    )


def _tree(content: str, where: str) -> etree._Element:
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(_DECLARATION.sub("", content).encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError) as error:
        raise NoText(f"the page cannot be read: {error}", where=where) from error
    if root is None:
        raise NoText("the page is empty", where=where)
    return root
