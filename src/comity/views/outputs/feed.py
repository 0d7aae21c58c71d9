"""A feed (Atom, RFC 4287) of what the record came to know of a pair, a party or a search: the newest first."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from comity.linking.heads import head
from comity.model import Claim, Entry, Kept
from comity.record.origins import Origin
from comity.views.entries import parties, status, when, where, who
from comity.views.outputs.quoted import Quoted, quoted, quotes_of, told_by
from comity.views.wording import spoken, what

__all__ = ["MOST", "Item", "feed_of", "items_of_claims", "items_of_entries"]

MOST = 200
"""So many of the newest stand in a feed."""
_ATOM = "http://www.w3.org/2005/Atom"
_TAG = "tag:comity.invalid,2026:"
"""Before every id (RFC 4151): a name that nobody can own, so that no address is claimed."""
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a feed: `key` is what it is of (`entry/…`, `claim/…`), `updated` when it was last told of (UTC)."""

    key: str
    title: str
    updated: str
    lines: tuple[str, ...]
    quotes: tuple[Quoted, ...]
    kind: str


def items_of_entries(entries: Iterable[Entry], origins: Mapping[str, Origin], known: Mapping[str, str]) -> list[Item]:
    """Entries as items; `known` says since when the record knows each claim, and when an entry was decided on."""
    found = []
    for entry in entries:
        times = (known.get(key, "") for key in (entry.id, *(kept.id for kept in entry.members)))
        quotes = quotes_of(entry, origins)
        found.append(_item(f"entry/{entry.id}", head(entry), max(times), told_by(entry), quotes))
    return found


def items_of_claims(claims: Iterable[Kept], origins: Mapping[str, Origin], known: Mapping[str, str]) -> list[Item]:
    """Claims as items."""
    return [
        _item(
            f"claim/{kept.id}", kept.claim, known.get(kept.id, ""), f"review: {kept.review}",
            [quoted(kept, origins.get(kept.release))],
        )
        for kept in claims
    ]  # fmt: skip


def _item(key: str, one: Claim, updated: str, standing: str, quotes: Sequence[Quoted]) -> Item:
    day = when(one)
    facts = (spoken(one.kind_name), day or "day not told", where(one), status(one))
    lines = (" · ".join(part for part in facts if part), who(one), standing)
    title = " ".join(part for part in (day, f"{parties(one)}: {what(one)}") if part)
    return Item(key, title, updated, tuple(line for line in lines if line), tuple(quotes), one.kind_name)


def feed_of(items: Sequence[Item], *, title: str, about: str, updated: str = "", most: int = MOST) -> bytes:
    """A feed of the newest items.

    Args:
        items: what stands in it, in any order; of those told of at one time, the one that comes first stands first.
        title: what it is of, for a reader.
        about: what it is of, for good: the same words give the feed the same id.
        updated: when the record was last added to, for a feed that holds nothing (UTC).
        most: so many stand in it.
    """
    register_namespace("", _ATOM)
    ordered = sorted(items, key=lambda item: item.updated, reverse=True)[:most]
    feed = Element(_name("feed"))
    _add(feed, "id", f"{_TAG}feed/{hashlib.sha256(about.encode()).hexdigest()[:16]}")
    _add(feed, "title", title)
    _add(feed, "updated", _time(ordered[0].updated if ordered else updated))
    _add(SubElement(feed, _name("author")), "name", "Comity")
    _add(feed, "generator", "Comity")
    for item in ordered:
        _entry(SubElement(feed, _name("entry")), item)
    told: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return told


def _entry(into: Element, item: Item) -> None:
    _add(into, "id", f"{_TAG}{item.key}")
    _add(into, "title", item.title)
    _add(into, "updated", _time(item.updated))
    for by in dict.fromkeys(told.by or "a person" for told in item.quotes):
        _add(SubElement(into, _name("author")), "name", by)
    SubElement(into, _name("category"), term=item.kind)
    for at, url in enumerate(dict.fromkeys(told.url for told in item.quotes if told.url)):
        SubElement(into, _name("link"), rel="related" if at else "alternate", href=_clean(url))
    _add(into, "content", _html(item)).set("type", "html")


def _html(item: Item) -> str:
    told = [f"<p>{escape(line)}</p>" for line in item.lines]
    for one in item.quotes:
        words = f"<p>“{escape(one.quote)}”</p>" if one.quote else ""
        title = f": {one.title}" if one.title else ""
        source = escape(one.source + title)
        link = f'<a href="{escape(one.url)}">{source}</a>' if one.url else source
        told.append(f"<blockquote>{words}<footer>{link}</footer></blockquote>")
    return "".join(told)


def _time(told: str) -> str:
    """A time of the record as RFC 3339; the beginning of time where none is told."""
    time = datetime.fromisoformat(told) if told else datetime(1970, 1, 1, tzinfo=UTC)
    return (time if time.tzinfo else time.replace(tzinfo=UTC)).astimezone(UTC).isoformat().replace("+00:00", "Z")


def _add(into: Element, name: str, words: str) -> Element:
    made = SubElement(into, _name(name))
    made.text = _clean(words)
    return made


def _name(local: str) -> str:
    return f"{{{_ATOM}}}{local}"


def _clean(words: str) -> str:
    """Words without what XML cannot hold."""
    return _NO_XML.sub("", words)
