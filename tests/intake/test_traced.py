"""Text that remembers where each of its characters stood."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.intake.traced import Traced


def origins(text: Traced) -> list[int]:
    return [text.origin(place) for place in range(len(text))]


@pytest.mark.parametrize(
    ("edits", "text", "places"),
    [
        ([], "abcdef", [0, 1, 2, 3, 4, 5]),
        ([(0, 2, "")], "cdef", [2, 3, 4, 5]),
        ([(2, 4, "")], "abef", [0, 1, 4, 5]),
        ([(2, 4, "X")], "abXef", [0, 1, 2, 4, 5]),
        ([(2, 3, "XYZ")], "abXYZdef", [0, 1, 2, 2, 2, 3, 4, 5]),
        ([(1, 2, ""), (4, 6, "!")], "acd!", [0, 2, 3, 4]),
        ([(0, 6, "")], "", []),
    ],
)
def test_edits_keep_the_way_back(edits: list[tuple[int, int, str]], text: str, places: list[int]) -> None:
    edited = Traced.whole("abcdef").edited(edits)
    assert edited.text == text
    assert origins(edited) == places


def test_edits_of_edits_lead_to_the_first_text() -> None:
    twice = Traced.whole("**one**  two").sub(re.compile(r"\*+"), "").sub(re.compile(r" +"), " ")
    assert twice.text == "one two"
    assert origins(twice) == [2, 3, 4, 7, 9, 10, 11]


def test_joined_parts_keep_their_places() -> None:
    whole = Traced.whole("one\n\ntwo")
    joined = Traced.join([("", whole.part(0, 3)), (" ", whole.part(5, 8))])
    assert joined.text == "one two"
    assert origins(joined) == [0, 1, 2, 3, 5, 6, 7]


@given(st.text(alphabet="ab *-", max_size=40))
def test_a_kept_character_leads_to_itself(text: str) -> None:
    edited = Traced.whole(text).sub(re.compile(r"[*-]+"), "").sub(re.compile(r" +"), " ").strip()
    assert all(text[edited.origin(i)] == char for i, char in enumerate(edited.text))
    assert origins(edited) == sorted(origins(edited))
