"""What a page says of itself: title, date, issuer, address and language from its head and marked-up parts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

__all__ = ["facts_of"]

_TITLE = ("og:title", "dc.title", "dcterms.title", "citation_title", "twitter:title")
_DATE = (
    "article:published_time", "dc.date", "dc.date.issued", "dcterms.issued", "dcterms.date",
    "dcterms.created", "citation_publication_date", "datepublished", "date", "pubdate", "publish-date",
    "govuk:first-published-at",
)  # fmt: skip
_ISSUER = (
    "govuk:primary-publishing-organisation",
    "dc.publisher",
    "dcterms.publisher",
    "dc.creator",
    "dcterms.creator",
)
_SITE_TAIL = re.compile(r"\s+(?:[|•·–—]|-)\s+[^|•·–—]{2,60}$")
_DATED = re.compile(r"\d{4}-\d{2}(?:-\d{2})?|\d{8}$|\d{4}/\d{2}/\d{2}")
_CLOCK = re.compile(r"(?<=\d{4}-\d{2}-\d{2})[T ].*", re.DOTALL)
_MOST_JSON = 500_000


def facts_of(root: etree._Element) -> dict[str, str]:
    """Title, date, issuer, site, url and language, each only where the page tells it."""
    metas = _metas(root)
    linked = list(_linked(root))
    site = metas.get("og:site_name", "") or metas.get("application-name", "")
    facts = {
        "title": _title(root, metas, linked),
        # A time of day and its zone are left out: the date is the one that is printed there.
        "date": _CLOCK.sub("", _first(metas, _DATE) or _from(linked, "datePublished") or _time(root)),
        "issuer": _first(metas, _ISSUER) or _publisher(linked) or site,
        "site": site,
        "url": _url(root, metas),
        "language": root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "",
    }
    return {key: value.strip() for key, value in facts.items() if value and value.strip()}


def _metas(root: etree._Element) -> dict[str, str]:
    metas: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = (meta.get("content") or "").strip()
        if name and content:
            metas.setdefault(name.lower(), content)
    return metas


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str:
    return next((metas[name] for name in names if name in metas), "")


def _title(root: etree._Element, metas: dict[str, str], linked: list[dict[str, Any]]) -> str:
    named = _first(metas, _TITLE) or _from(linked, "headline")
    headings = [" ".join("".join(h.itertext()).split()) for h in root.iter("h1")]
    headings = [h for h in headings if h]
    whole = root.findtext(".//title") or ""
    candidates = [named, " ".join(whole.split())]
    for candidate in candidates:
        # A page's title often carries the site's name; its heading is what stands on the page.
        for heading in headings:
            if candidate and len(heading) > 8 and candidate.startswith(heading):
                return heading
    if named:
        return _SITE_TAIL.sub("", named) if metas.get("og:site_name", "\0") in named else named
    if len(headings) == 1:
        return headings[0]
    return _SITE_TAIL.sub("", candidates[1])


def _time(root: etree._Element) -> str:
    times = [(t.get("datetime") or "").strip() for t in root.iter("time") if t.get("itemprop") == "datePublished"]
    times += [(t.get("datetime") or "").strip() for t in root.iter("time")]
    return next((time for time in times if _DATED.match(time)), "")


def _url(root: etree._Element, metas: dict[str, str]) -> str:
    links = [link.get("href") or "" for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    told = [*links, metas.get("og:url", "")]
    return next((url for url in told if url.startswith(("http://", "https://"))), "")


def _linked(root: etree._Element) -> Iterator[dict[str, Any]]:
    """The objects of the page's JSON-LD; what is damaged is left out."""
    for script in root.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json" or len(script.text or "") > _MOST_JSON:
            continue
        try:
            loaded = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for item in loaded if isinstance(loaded, list) else [loaded]:
            if isinstance(item, dict):
                yield item
                graph = item.get("@graph")
                yield from (part for part in (graph if isinstance(graph, list) else []) if isinstance(part, dict))


def _from(linked: list[dict[str, Any]], key: str) -> str:
    return next((item[key] for item in linked if isinstance(item.get(key), str)), "")


def _publisher(linked: list[dict[str, Any]]) -> str:
    for item in linked:
        publisher = item.get("publisher")
        if isinstance(publisher, list) and publisher:
            publisher = publisher[0]
        name = publisher.get("name") if isinstance(publisher, dict) else publisher
        if isinstance(name, str):
            return name
    return ""
