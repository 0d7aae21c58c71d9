"""What becomes of the formulas of a series of statements."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from comity.views.compare.comparing import compare
from comity.views.compare.paper import comparison_paper, series_paper
from comity.views.compare.redline import Formula, Redline, redline
from comity.views.compare.saying import counted_formulas, marked
from comity.views.compare.shape import comparison_shape, series_shape
from comity.views.compare.told import Told
from comity.views.paper.model import Said, Section

Telling = Callable[..., Told]

OLD = (
    "We reaffirm our unwavering support for the harbour code and its fair practice.",
    "We strongly oppose the use of mines in fishing waters.",
    "We welcome the opening of a lighthouse school in Kochi.",
    "We thank the pilots of Mombasa for their patience.",
)
NEW = (
    "We strongly oppose the use of mines in fishing waters!",
    "We underscore our firm support for the harbour code and its fair practice.",
    "We condemn attacks on cable ships in every ocean.",
    "We welcome the opening of a lighthouse school in Kochi.",
)


@pytest.fixture
def found(telling: Telling) -> Redline:
    return redline(telling(*OLD, issued="2030-03-01"), telling(*NEW, issued="2031-03-01"))


def quotes(found: Redline, fate: str) -> list[str]:
    return [(f.b or f.a).quote for f in found.formulas if f.fate == fate]  # type: ignore[union-attr]


def test_formulas_are_kept_changed_moved_dropped_and_new(found: Redline) -> None:
    assert quotes(found, "kept") == [
        "We strongly oppose the use of mines in fishing waters",
        "We welcome the opening of a lighthouse school in Kochi",
    ]
    assert quotes(found, "dropped") == ["We thank the pilots of Mombasa for their patience"]
    assert quotes(found, "new") == ["We condemn attacks on cable ships in every ocean"]
    assert sum(f.moved for f in found.formulas) == 1
    assert counted_formulas(found).endswith("2 kept, 1 changed, 1 dropped, 1 new; 1 moved.")


def test_a_changed_formula_is_told_word_by_word(found: Redline) -> None:
    (changed,) = found.of("changed")
    assert list(marked(changed)) == [
        ("kept", "We"),
        ("deleted", "reaffirm"),
        ("inserted", "underscore"),
        ("kept", "our"),
        ("deleted", "unwavering"),
        ("inserted", "firm"),
        ("kept", "support for the harbour code and its fair practice"),
    ]


def test_every_piece_stands_in_its_text(found: Redline) -> None:
    def lawful(formula: Formula) -> bool:
        of_a = [w for w in (formula.a, *(p.a for p in formula.pieces)) if w]
        of_b = [w for w in (formula.b, *(p.b for p in formula.pieces)) if w]
        return all(found.a.text[w.start : w.end] == w.quote for w in of_a) and all(
            found.b.text[w.start : w.end] == w.quote for w in of_b
        )

    assert all(map(lawful, found.formulas))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("We are committed to working together on fishing.", "We are committed to working together on satellites."),
        ("We recognise the urgent need to plant mangroves.", "We recognise the urgent need to repair cables."),
        ("We met in the Indo-Pacific region.", "Ships of the Indo-Pacific region carry rice."),
    ],
)
def test_a_frame_alone_makes_no_formula(telling: Telling, old: str, new: str) -> None:
    assert {f.fate for f in redline(telling(old), telling(new)).formulas} == {"dropped", "new"}


def test_spelling_and_commas_are_no_change(telling: Telling) -> None:
    old = "We reaffirm the denuclearization, and the defense, of our harbors."
    new = "We reaffirm the denuclearisation and the defence of our harbours."
    assert [f.fate for f in redline(telling(old), telling(new)).formulas] == ["kept"]


def test_the_paper_rests_on_quotes(found: Redline, telling: Telling) -> None:
    def said(section: Section) -> list[Said]:
        here = [s for point in section.points for s in point if isinstance(s, Said)]
        return here + [s for inner in section.sections for s in said(inner)]

    paper = series_paper("harbours", [found], "2031-04-01", "Comity")
    assert [s.heading for s in paper.essentials[0].sections] == ["Changed", "New", "Dropped", "Kept"]
    assert said(paper.essentials[0])
    assert all(s.notes for section in paper.essentials for s in said(section))
    sides = comparison_paper(compare(telling(*OLD), telling(*NEW, account="KE")), "2031-04-01")
    table = sides.essentials[0].table
    assert table is not None
    assert table.columns == ("field", "IN", "KE")
    assert all(cell.notes for row in table.rows for cell in row[1:])


def test_the_json_has_offsets_that_hold(found: Redline, telling: Telling) -> None:
    (told,) = series_shape([found])["redlines"]
    for formula in told["formulas"]:
        for side in ("a", "b"):
            if formula[side]:
                start, end = formula[side]["start"], formula[side]["end"]
                assert told[side]["text"][start:end] == formula[side]["quote"]
    sides = comparison_shape(compare(telling(*OLD), telling(*NEW, account="KE")))
    assert set(sides) == {"schema", "a", "b", "differences", "both", "only_a", "only_b"}
