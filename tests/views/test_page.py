from __future__ import annotations

import re
from collections import Counter
from types import ModuleType

import pytest
from lxml import html

from comity.model import Reading
from comity.views.page import render_page


@pytest.fixture(scope="module")
def page(built: ModuleType) -> str:
    return render_page([built.reading()], version="0.1.0")


@pytest.fixture
def tree(page: str) -> html.HtmlElement:
    return html.document_fromstring(page)


def test_every_claim_has_a_card_and_every_card_a_mark(tree: html.HtmlElement, built: ModuleType) -> None:
    cards = {card.get("id") for card in tree.xpath("//div[contains(@class, 'card ')]")}
    marked = {c for mark in tree.xpath("//mark") for c in mark.get("data-claims").split()}
    assert cards == marked
    assert len(cards) == len(list(built.reading().claims()))


def test_the_marked_words_of_a_claim_are_its_quotes(tree: html.HtmlElement, built: ModuleType) -> None:
    marks = [m for m in tree.xpath("//mark") if "C1" in m.get("data-claims").split()]
    assert "".join(m.text for m in marks) == built.reading().commitments[0].quote
    assert [m.get("class").split()[0] for m in marks] == ["k-commitment", "k-exercise", "k-commitment"]


def test_the_text_stands_whole_once_labels_are_taken_away(tree: html.HtmlElement, built: ModuleType) -> None:
    (text,) = tree.xpath("//section[contains(@class, 'text')]")
    for tag in text.xpath(".//a[contains(@class, 'tag')]"):
        tag.drop_tree()
    assert " ".join(text.text_content().split()) == " ".join(built.TEXT.split())


def test_each_quote_is_labelled_once_where_it_begins(tree: html.HtmlElement) -> None:
    tags = Counter(t.text for t in tree.xpath("//section[contains(@class, 'text')]//a[contains(@class, 'tag')]"))
    assert tags == dict.fromkeys(("E1", "E2", "E3", "X1", "A1", "C1", "P1", "R1"), 1)


def test_nothing_is_asked_of_the_network(page: str, tree: html.HtmlElement) -> None:
    assert not tree.xpath("//*[@src] | //link[not(starts-with(@href, 'data:'))] | //iframe | //form")
    assert not re.search(r"url\(|@import|https?://", page)
    assert all(a.get("href").startswith("#") for a in tree.xpath("//a"))
    assert "default-src 'none'" in page


@pytest.mark.parametrize("where", ["title", "sign_off", "source", "place"])
def test_everything_is_escaped(where: str, built: ModuleType) -> None:
    nasty = '<script>alert("1")</script><img src=x onerror=alert(1)>'
    told = html.document_fromstring(render_page([Reading(built.release(**{where: nasty}))], version="0.1.0"))
    assert len(told.xpath("//script")) == 1
    assert not told.xpath("//img")


def test_text_that_is_markup_stays_text(tree: html.HtmlElement) -> None:
    assert tree.xpath("//h1")[0].text == "Ministers meet in Jakarta & <agree> on ships"
    assert not tree.xpath("//agree")


def test_several_releases_have_contents_and_keys_of_their_own(built: ModuleType) -> None:
    told = html.document_fromstring(render_page([built.reading(), built.reading()], version="0.1.0"))
    ids = told.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert [a.get("href") for a in told.xpath("//nav//a")] == ["#r1-sheet", "#r2-sheet"]


def test_a_release_without_claims_or_masthead_has_a_page(built: ModuleType) -> None:
    bare = built.release(
        title=None,
        issued=None,
        place=None,
        languages=(),
        calendars=(),
        issuer=built.Issuer(None),
        sign_off=None,
        subtitles=(),
    )
    assert "Nothing to record" in render_page([Reading(bare)], version="0.1.0")


def test_the_page_is_one_for_a_phone_a_printer_and_a_dark_room(page: str, tree: html.HtmlElement) -> None:
    assert tree.get("lang") == "en"
    assert tree.xpath("//meta[@name='viewport']")
    for words in ("@media print", "prefers-color-scheme: dark", "max-width: 56rem", "prefers-reduced-motion"):
        assert words in page


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_contrast_reaches_the_level_aa_of_wcag(scheme: int, page: str) -> None:
    blocks = re.findall(r":root \{(.*?)\}", page, re.DOTALL)
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", blocks[scheme]))
    kinds = ("engagement", "exercise", "agreement", "commitment", "position", "relation")
    pairs = [("ink", "paper"), ("ink", "card"), ("soft", "paper"), ("soft", "card"), ("warn", "warn-tint")]
    pairs += [("ink", f"{k}-tint") for k in kinds] + [(k, f"{k}-tint") for k in kinds]
    pairs += [(k, "card") for k in kinds] + [("paper", k) for k in kinds]
    poor = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in pairs}
    assert {pair: round(c, 2) for pair, c in poor.items() if c < 4.5} == {}
