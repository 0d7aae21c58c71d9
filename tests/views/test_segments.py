from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from comity.views.segments import Mark, segments

TEXT = "They agreed to hold an early exercise."


def marks_in(text: str) -> st.SearchStrategy[list[Mark]]:
    spot = st.integers(0, len(text))
    return st.lists(
        st.builds(lambda a, b, n: Mark(min(a, b), max(a, b), f"E{n}", "engagement"), spot, spot, st.integers(1, 4))
    )


@given(st.data(), st.text(max_size=40))
def test_joined_segments_are_the_text_and_each_quote_is_marked_in_full(data: st.DataObject, text: str) -> None:
    marks = data.draw(marks_in(text))
    cuts = segments(text, 0, len(text), marks)
    assert "".join(cut.text for cut in cuts) == text
    at = 0
    for cut in cuts:
        over = {m.label for m in marks if m.start <= at and at + len(cut.text) <= m.end}
        assert {m.label for m in cut.marks} == over
        assert {m.label for m in cut.begins} <= over
        at += len(cut.text)


def test_overlapping_quotes_share_a_segment_and_the_shorter_one_gives_the_colour() -> None:
    cuts = segments(TEXT, 0, len(TEXT), [Mark(5, 37, "C1", "commitment"), Mark(20, 37, "X1", "exercise")])
    assert [(cut.text, [m.label for m in cut.marks], [m.label for m in cut.begins]) for cut in cuts] == [
        ("They ", [], []),
        ("agreed to hold ", ["C1"], ["C1"]),
        ("an early exercise", ["X1", "C1"], ["X1"]),
        (".", [], []),
    ]


def test_a_second_quote_inside_its_own_claim_begins_nothing() -> None:
    cuts = segments(TEXT, 0, len(TEXT), [Mark(5, 37, "E1", "engagement"), Mark(20, 37, "E1", "engagement")])
    assert sum(len(cut.begins) for cut in cuts) == 1


def test_a_quote_that_runs_on_from_the_paragraph_before_is_named_again() -> None:
    (first, _) = segments(TEXT, 5, len(TEXT), [Mark(0, 11, "E1", "engagement")])
    assert [m.label for m in first.begins] == ["E1"]
