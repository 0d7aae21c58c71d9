"""Each format: its text, its metadata, and what it does with damage."""

import json
from pathlib import Path

import pytest

from comity.errors import InputError, NoText
from comity.intake import capture_bytes, read_texts
from comity.model import Text

SEED = Path(__file__).parents[1] / "seed" / "release.md"


def read(content: str | bytes, name: str = "x.md") -> Text:
    raw = content.encode("utf-8") if isinstance(content, str) else content
    item = next(iter(read_texts(capture_bytes(raw, name, name))))
    assert isinstance(item, Text)
    return item


def blocks(text: Text) -> list[tuple[str, str]]:
    return [(b.role, text.text[b.start : b.end]) for b in text.blocks]


FRONT = """---
title: "Talks held in Port Example"
source_url: https://example.org/1
date: 2026-05-05
issuer: Ministry of Defence
language: no
---

They met.
"""


def test_front_matter_is_metadata_and_its_title_is_text() -> None:
    text = read(FRONT)
    assert blocks(text) == [("title", "Talks held in Port Example"), ("body", "They met.")]
    assert text.metadata == {
        "title": "Talks held in Port Example",
        "url": "https://example.org/1",
        "date": "2026-05-05",
        "issuer": "Ministry of Defence",
        "language": "no",
    }
    assert [text.origin.original(i) for i in (0, text.text.index("They"))] == [
        FRONT.index("Talks"),
        FRONT.index("They"),
    ]


@pytest.mark.parametrize(
    "front", ["---\n[a: b\n---\n\nThey met.", "---\njust words\n---\n\nThey met.", "---\n\nThey met."]
)
def test_bad_front_matter_is_read_as_text(front: str) -> None:
    assert read(front).text.endswith("They met.")


def test_the_seed_reads_as_printed() -> None:
    text = read(SEED.read_bytes())
    lines = [line for _, line in blocks(text)]
    assert lines[:4] == [
        "PRESS INFORMATION BUREAU (DEFENCE WING)",
        "MINISTRY OF DEFENCE, GOVERNMENT OF INDIA",
        "*****",
        "‘देश की सेवा, देश का मान’",
    ]
    assert "the 3rd India-Indonesia 2+2 Ministerial Dialogue" in text.text
    assert lines[-1] == "NKR/Ruhi"
    assert "**" not in text.text.replace("*****", "")
    assert "\\" not in text.text


@pytest.mark.parametrize(
    ("encoding", "told"),
    [("utf-8", None), ("utf-8-sig", "utf-8-sig"), ("utf-16", "utf-16")],
)
def test_encodings_are_told_where_they_are_not_utf_8(encoding: str, told: str | None) -> None:
    text = read("Café – “they met”.".encode(encoding), "x.txt")
    assert text.text == "Café – “they met”."
    assert text.metadata.get("encoding") == told


PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>Talks held &mdash; Examplia</title>
<meta property="og:title" content="Talks held in Port Example | Examplia">
<meta property="og:site_name" content="Examplia">
<meta property="article:published_time" content="2026-05-05T10:00:00+01:00">
<link rel="canonical" href="https://example.org/1">
<script type="application/ld+json">{"@graph": [{"publisher": {"name": "Ministry of Defence"}}]}</script>
<script>var menu = "<p>not text</p>";</script></head>
<body class="with-sidebar">
<div class="cookie-banner"><p>We use cookies to make this site work, and would like to set others.</p></div>
<header><nav><ul><li>Home</li><li>News</li></ul></nav></header>
<main><h1>Talks held in Port Example</h1>
<p>The ministers met&nbsp;on <b>5</b> May
<a href="#">2026<span class="tooltip hidden">a year</span></a> in Port Example.<br>They agreed to go on.</p>
<h2>Next steps</h2><ul><li>A second round</li><li>A joint exercise</li></ul>
<figure><img src="x.png" alt="x"><figcaption>The ministers</figcaption></figure>
<table><tr><td>Ships</td><td>4</td></tr></table>
<div class="share-links"><a href="#">Share on X</a></div>
<h2>Related content</h2><ul><li><a href="/2">Other talks held</a></li></ul></main>
<footer><p>Copyright Examplia, all rights reserved, and everything else that a footer says.</p></footer>
</body></html>"""


def test_a_page_gives_the_release_without_its_furniture() -> None:
    assert blocks(read(PAGE, "x.html")) == [
        ("title", "Talks held in Port Example"),
        ("body", "The ministers met on 5 May 2026 in Port Example."),
        ("body", "They agreed to go on."),
        ("heading", "Next steps"),
        ("item", "A second round"),
        ("item", "A joint exercise"),
        ("caption", "The ministers"),
        ("body", "Ships 4"),
    ]


def test_a_page_says_of_itself_what_its_head_says() -> None:
    assert read(PAGE, "x.html").metadata == {
        "title": "Talks held in Port Example",
        "date": "2026-05-05",
        "issuer": "Ministry of Defence",
        "site": "Examplia",
        "url": "https://example.org/1",
        "language": "en",
    }


def test_words_of_a_page_lead_back_to_its_source() -> None:
    text = read(PAGE, "x.html")
    for words in (
        "The ministers met",
        "in Port Example.",
        "They agreed",
        "A joint exercise",
        "The ministers",
    ):
        place = text.origin.original(text.text.index(words))
        assert PAGE[place : place + len(words)].startswith(words[:12])


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><div><div><h1>Talks</h1></div><div><p>They met.</p></div></div></body></html>",
        "<html><body><h1>Talks</h1><p>They met.",
        "<h1>Talks</h1>They met.",
        "<html><body><header><h1>Talks</h1></header><article><p>They met.</p></article></body></html>",
    ],
)
def test_a_page_without_landmarks_is_read_as_well(page: str) -> None:
    assert [words for _, words in blocks(read(page, "x.html"))] == ["Talks", "They met."]


def test_a_page_of_menus_has_no_text() -> None:
    with pytest.raises(NoText):
        read("<html><body><nav>Home</nav></body></html>", "x.html")


RECORD = {
    "id": "x-1",
    "url": "https://example.org/1",
    "title": "The President\\u2019s talks",
    "subtitle": "<br/>First<br/><br/>Second",
    "issuer": "Ministry",
    "posted": "Posted On: 05 MAY 2026  by Example",
    "place": None,
    "text": "They met in \u0939\u0930, on\n5 May\n, and **agreed**.",
}


def test_a_record_of_json_lines_is_a_release() -> None:
    raw = json.dumps(RECORD)
    text = read(raw + "\n", "x.jsonl")
    assert blocks(text) == [
        ("title", "The President’s talks"),
        ("subtitle", "First"),
        ("subtitle", "Second"),
        ("body", "They met in हर, on 5 May, and agreed."),
    ]
    assert text.metadata["posted"] == RECORD["posted"]
    assert "place" not in text.metadata
    place = text.origin.original(text.text.index("agreed"))
    assert raw[place : place + 6] == "agreed"


def test_a_bad_line_does_not_lose_the_others() -> None:
    lines = [
        '{"text": "One."}',
        "{broken",
        '["no object"]',
        '{"title": "no text"}',
        '{"text": ""}',
        '{"text": "Two."}',
    ]
    items = list(read_texts(capture_bytes("\n".join(lines).encode(), "f.jsonl", "f.jsonl")))
    assert [i.text if isinstance(i, Text) else i.where for i in items if isinstance(i, Text | InputError)] == [
        "One.",
        "f.jsonl:2",
        "f.jsonl:3",
        "f.jsonl:4",
        "f.jsonl:5",
        "Two.",
    ]


@pytest.mark.parametrize("indent", [None, 2])
def test_a_json_list_and_a_json_object_are_read(indent: int | None) -> None:
    for value, found in (
        ([{"text": "One."}, {"text": "Two."}], ["One.", "Two."]),
        ({"text": "One."}, ["One."]),
    ):
        items = read_texts(capture_bytes(json.dumps(value, indent=indent).encode(), "f.json", "f.json"))
        assert [item.text for item in items if isinstance(item, Text)] == found


def test_plain_text_is_read_by_lines() -> None:
    text = read("MINISTRY OF DEFENCE\nPort Example, 5 May\n\nThey met & agreed.", "x.txt")
    assert text.text == "MINISTRY OF DEFENCE\nPort Example, 5 May\n\nThey met & agreed."
    assert text.pages == ()


@pytest.mark.parametrize("content", ["***\n\n---", "---\ntitle: Talks\n---\n", "<!-- x -->"])
def test_what_holds_no_words_has_no_text(content: str) -> None:
    with pytest.raises(NoText):
        read(content)
