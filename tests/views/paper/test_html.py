from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from lxml import html

from comity.views.paper.citing import clean
from comity.views.paper.html import render
from comity.views.paper.layout import blocks, resting
from comity.views.paper.numbering import number
from paper_builders import HOSTILE, LONG_URL, paper


@pytest.fixture(scope="module")
def page() -> html.HtmlElement:
    return html.document_fromstring(render(paper()))


def folded(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_every_sentence_and_cell_has_its_marks(page: html.HtmlElement) -> None:
    told, numbering = folded(page), number(paper())
    for block in blocks(paper()):
        for said in resting(block):
            assert clean(said.text) + "".join(map(str, numbering.marks(said))) in told


def test_marks_lead_to_notes_and_notes_back_to_every_mark(page: html.HtmlElement) -> None:
    marks = page.xpath("//a[@role='doc-noteref']")
    for mark in marks:
        (note,) = page.xpath(f"//li[@id='{mark.get('href')[1:]}']")
        assert f"#{mark.get('id')}" in note.xpath(".//a[@role='doc-backlink']/@href")
    backs = page.xpath("//a[@role='doc-backlink']/@href")
    assert sorted(backs) == sorted(f"#{mark.get('id')}" for mark in marks)
    assert max(Counter(page.xpath("//@id")).values()) == 1


def test_every_note_has_quote_source_link_and_claim(page: html.HtmlElement) -> None:
    shown = page.xpath("//*[@role='doc-endnotes']//li")
    notes = number(paper()).notes
    assert [li.get("id") for li in shown] == [f"note-{i}" for i in range(1, len(notes) + 1)]
    for li, note in zip(shown, notes, strict=True):
        assert li.xpath("string(.//q)") == clean(note.quote)
        assert li.xpath("string(.//code)") == note.claim
        assert li.xpath(".//a[@rel]/@href") == ([note.url] if note.url else [])
    assert folded(shown[2]).startswith("Entered by a person; no release is given. — claim c-typed")


def test_nothing_is_loaded_and_nothing_runs(page: html.HtmlElement) -> None:
    assert not page.xpath("//script | //iframe | //object | //embed | //img[not(starts-with(@src,'data:'))]")
    assert not page.xpath("//@*[starts-with(name(), 'on')]")
    assert page.xpath("//link/@href") == ["data:,"]
    assert not page.xpath("//svg//image[@*[local-name()='href']]")
    assert "default-src 'none'" in page.xpath("string(//meta[@http-equiv]/@content)")
    assert "@import" not in render(paper()).replace(HOSTILE["typst"], "")


def test_hostile_words_are_words(page: html.HtmlElement) -> None:
    for text in HOSTILE.values():
        assert clean(text) in folded(page)
    assert not page.xpath("//li//b | //li//script")


def test_headings_go_down_one_level_at_a_time_and_sections_are_named(page: html.HtmlElement) -> None:
    levels = [int(h.tag[1]) for h in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert page.get("lang") == "en"
    assert page.xpath("string(//title)") == "Kenya and Tanzania: the state of play"
    assert len(page.xpath("//thead//th[@scope='col']")) == 6


def test_the_head_is_title_coverage_subtitle(page: html.HtmlElement) -> None:
    assert [folded(e) for e in page.xpath("//header/*")] == [
        "Kenya and Tanzania: the state of play",
        "This paper rests on 14 releases, issued from 2030-01-04 to 2031-06-30.",
        "Before the talks of July 2031",
    ]
    assert page.xpath("//meta[@name='dcterms.date']/@content") == ["2031-07-01"]


def test_remarks_are_told_apart(page: html.HtmlElement) -> None:
    assert page.xpath("string(//header//em[@class='remark'])").startswith("This paper rests on 14 releases")
    assert "No release tells when it enters into force." in page.xpath("//em[@class='remark']/text()")


def test_the_picture_stands_in_the_page_with_its_name(page: html.HtmlElement) -> None:
    (svg,) = page.xpath("//figure/svg")
    assert svg.get("aria-label") == page.xpath("string(//figcaption)") == "Talks by year, with 山田 and राजेश्वरी"
    assert svg.get("role") == "img"


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_it_is_printed_on_the_sheet_that_was_asked_for(size: str) -> None:
    assert f"@page {{ size: {size};" in render(paper(), size=size)  # type: ignore[arg-type]


def test_a_long_address_is_whole(page: html.HtmlElement) -> None:
    assert LONG_URL in page.xpath("//li//a/@href")
