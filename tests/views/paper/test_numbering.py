from __future__ import annotations

from dataclasses import replace

from comity.views.paper.layout import blocks, resting
from comity.views.paper.model import Cell, Note, Said, Section, Table
from comity.views.paper.numbering import number
from paper_builders import JOINT, TALKS, note, paper


def of(*said: Said | Cell, annex: tuple[Section, ...] = ()) -> list[tuple[int, ...]]:
    points = tuple((s,) for s in said if isinstance(s, Said))
    numbering = number(made := replace(paper(), essentials=(Section("All", points),), annex=annex))
    return [numbering.marks(resting_) for block in blocks(made) for resting_ in resting(block)]


def test_the_first_use_counts() -> None:
    assert of(Said("a", (JOINT,)), Said("b", (TALKS,)), Said("c", (JOINT, TALKS))) == [(1,), (2,), (1, 2)]


def test_the_same_words_of_the_same_claim_are_one_note_whatever_else_is_told_of_them() -> None:
    assert of(Said("a", (TALKS, TALKS)), Said("b", (replace(TALKS, title="Another"),))) == [(1,), (1,)]


def test_other_words_of_the_same_claim_are_another_note() -> None:
    assert of(Said("a", (note("c", "one"),)), Said("b", (note("c", "two"),))) == [(1,), (2,)]


def test_cells_are_numbered_with_the_sentences_around_them() -> None:
    table = Table(("A",), ((Cell("x", (note("c3", "three"),)),), (Cell("y", (TALKS,)),), (Cell("z"),)))
    inner = Section("In", points=((Said("b", (note("c4", "four"),)),),))
    annex = (Section("More", table=table, sections=(inner,)),)
    assert of(Said("a", (TALKS, JOINT)), annex=annex) == [(1, 2), (3,), (1,), (), (4,)]


def test_notes_stand_in_the_order_of_their_numbers() -> None:
    notes: tuple[Note, ...] = number(paper()).notes
    assert [n.claim for n in notes[:4]] == ["c-talks", "c-joint", "c-typed", "c-long"]
