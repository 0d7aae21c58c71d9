from __future__ import annotations

import json
from typing import Any

from comity.views.paper.numbering import number
from comity.views.paper.shape import render
from paper_builders import HOSTILE, TALKS, paper


def shaped() -> dict[str, Any]:
    told: dict[str, Any] = json.loads(render(paper()))
    return told


def test_keys() -> None:
    assert list(shaped()) == [
        "schema", "title", "coverage", "subtitle", "day", "language", "made_by", "essentials", "annex",
        "picture", "notes",
    ]  # fmt: skip
    assert shaped()["schema"] == "comity/paper/1"


def test_sentences_point_at_the_numbers_of_notes() -> None:
    first, second, *_ = shaped()["essentials"][0]["points"]
    assert first == [
        {"kind": "said", "text": "The Ministers of Defence met in Nairobi.", "notes": [1], "certainty": None},
        {"kind": "said", "text": "They agreed to meet yearly.", "notes": [1, 2], "certainty": None},
    ]
    assert second[0]["certainty"] == 0.82
    assert second[1] == {
        "kind": "remark", "text": "No release tells when it enters into force.", "notes": [], "certainty": None,
    }  # fmt: skip


def test_notes_are_a_list_in_the_order_of_their_numbers() -> None:
    notes = shaped()["notes"]
    assert [n["number"] for n in notes] == list(range(1, len(number(paper()).notes) + 1))
    assert notes[0] == {
        "number": 1, "claim": "c-talks", "release": "r-c-talks", "quote": TALKS.quote, "issuer": "Ministry of Defence",
        "issued": "2031-05-02", "title": "Talks in Nairobi", "url": TALKS.url, "account": ["KE"], "review": "machine",
    }  # fmt: skip
    assert (notes[2]["quote"], notes[2]["release"], notes[2]["issuer"]) == (None, None, None)


def test_cells_and_sections_within() -> None:
    meetings = shaped()["annex"][1]
    assert meetings["table"]["rows"][0][0] == {"text": "2031-05-02", "notes": [1]}
    assert meetings["sections"][0]["heading"] == "Within"
    assert meetings["sections"][0]["table"] is None


def test_quotes_stand_as_they_are_and_can_be_written_as_utf_8() -> None:
    quotes = [note["quote"] for note in shaped()["notes"]]
    assert f"{HOSTILE['control']} said the control".replace("\ud800", "\ufffd") in quotes
    assert render(paper()).encode()
