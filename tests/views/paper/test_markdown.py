from __future__ import annotations

import re
from dataclasses import replace

import pytest

from comity.views.paper.citing import clean
from comity.views.paper.layout import blocks, resting
from comity.views.paper.markdown import render
from comity.views.paper.model import Remark, Section
from comity.views.paper.numbering import number
from paper_builders import HOSTILE, LONG_URL, NAMED, SHOWN, paper


def plain(markdown: str) -> str:
    return re.sub(r"\\([^A-Za-z0-9\s])", r"\1", markdown)


def test_every_sentence_and_cell_has_its_marks() -> None:
    printed, numbering = plain(render(paper())), number(paper())
    for block in blocks(paper()):
        for said in resting(block):
            assert clean(said.text) + "".join(f"[^{n}]" for n in numbering.marks(said)) in printed


def test_every_note_is_one_line() -> None:
    lines = [line for line in render(paper()).splitlines() if line.startswith("[^")]
    notes = number(paper()).notes
    assert [line.partition("]: ")[0] for line in lines] == [f"[^{i}" for i in range(1, len(notes) + 1)]
    for line, note in zip(lines, notes, strict=True):
        assert plain(line).endswith(f"claim {note.claim}")
        assert f"“{clean(note.quote)}” — " in plain(line) or not note.quote


def test_a_note_tells_quote_source_link_and_claim() -> None:
    assert (
        "[^1]: “The two Ministers met in Nairobi and agreed to meet every year.” — Ministry of Defence, 2031-05-02, "
        "“Talks in Nairobi”, the account of KE, <https://releases.example.org/2031/05/02/talks>, claim c-talks\n"
    ) in render(paper())


def test_the_head_is_title_coverage_subtitle() -> None:
    assert render(paper()).split("\n\n")[:4] == [
        "# Kenya and Tanzania: the state of play",
        "*This paper rests on 14 releases, issued from 2030-01-04 to 2031-06-30.*",
        "**Before the talks of July 2031**",
        "## Since the last talks",
    ]


def test_remarks_are_in_italics_and_have_no_mark() -> None:
    printed = render(paper())
    assert "*This paper rests on 14 releases, issued from 2030-01-04 to 2031-06-30.*\n" in printed
    assert "[^2] *(link 0.82)* *No release tells when it enters into force.*\n" in printed


@pytest.mark.parametrize(
    "text", ["# a", "- a", "+ a", "1. a", "12) a", "> a", "=== a", "| a |", "[^9]: a", "    a", "~~~", ": a"]
)
def test_no_sentence_begins_a_block_of_its_own(text: str) -> None:
    made = replace(paper(), essentials=(Section("A", points=((Remark("x"), replace(NAMED[0], text=text)),)),), annex=())
    one = replace(made, essentials=(Section("A", points=((replace(NAMED[0], text=text),),)),), picture=None)
    line = next(line for line in render(one).splitlines() if line.endswith("[^1]"))
    assert re.match(r"\\|\d+\\|a", line)


def test_no_markup_of_a_release_is_left() -> None:
    lines = [line for line in render(paper()).splitlines() if line.startswith(tuple(f"- {kind}: " for kind in HOSTILE))]
    assert len(lines) == len(SHOWN)
    for line in lines:
        assert not re.search(r"(?<!\\)[<>`*_|#$~]", line.rpartition("[^")[0][2:])


def test_tables_have_a_head_and_as_many_cells_in_each_row() -> None:
    rows = [line for line in render(paper()).splitlines() if line.startswith("|")]
    assert len(rows) == 16
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {7}
    assert rows[1] == "| --- | --- | --- | --- | --- | --- |"


def test_headings_nest() -> None:
    heads = [line for line in render(paper()).splitlines() if line.startswith("#")]
    assert heads == [
        "# Kenya and Tanzania: the state of play", "## Since the last talks", "## Who speaks", "## Annex",
        "### Hostile words", "### Meetings", "#### Within",
    ]  # fmt: skip


def test_a_long_address_is_whole() -> None:
    assert f"<{LONG_URL}>" in render(paper())
