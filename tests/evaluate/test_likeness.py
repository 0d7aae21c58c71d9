from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.evaluate.folding import codes, content_words, day, fold, main_quote
from comity.evaluate.likeness import (
    date_agreement,
    name_likeness,
    people_f1,
    quote_overlap,
    set_f1,
    text_likeness,
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("São Tomé & Príncipe", "sao tome principe"),
        ("‘MILAN’", "milan"),
        ("2+2", "2 2"),
        (None, ""),
        ("_", ""),
    ],
)
def test_fold(text: object, folded: str) -> None:
    assert fold(text) == folded


def test_names_are_told_apart_by_what_is_not_in_every_name() -> None:
    assert content_words("Joint Military Exercise MILAN 2024") == ["milan"]


@pytest.mark.parametrize(
    ("evidence", "quote"),
    [
        ("a b", "a b"),
        ([{"quote": "a"}, {"quote": "b"}], "a"),
        ({"quote": "a"}, "a"),
        (["a"], "a"),
        (None, ""),
        ([], ""),
    ],
)
def test_main_quote(evidence: object, quote: str) -> None:
    assert main_quote({"evidence": evidence}) == quote


def test_codes_in_any_case_and_from_objects() -> None:
    assert codes(["in", {"code": "JP"}, {"country": "KE"}, {"name": "NATO"}, None]) == {
        "IN",
        "JP",
        "KE",
        "NATO",
    }


@pytest.mark.parametrize(
    ("one", "other", "agreement"),
    [
        ("2022-09-08", "2022-09-08", 1.0),
        (None, None, 1.0),
        ("2022-09-08", None, 0.0),
        ("2022-09", "2022-09-08", 0.5),
        ("2022", "2022-09-08", 0.5),
        ("2022-09-08", "2022-09-07/2022-09-10", 0.5),
        ("2022-09-07/..", "2022-09-07", 0.5),
        ("../2022-09-07", "2022-09-07", 0.5),
        ("2022-09-08", "2022-09-09", 0.0),
        ("../..", "2022", 0.0),
        ({"start": "2022-09-07", "end": "2022-09-10"}, "2022-09-07/2022-09-10", 1.0),
    ],
)
def test_date_agreement(one: object, other: object, agreement: float) -> None:
    assert date_agreement(one, other) == date_agreement(other, one) == agreement


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("Reciprocal Provision of Supply and Services", "RPSS", 1.0, 1.0),
        ("Reciprocal Provision of Supply and Services", "ACSA", 0.0, 0.2),
        ("Dharma Guardian 2022", "Exercise Dharma Guardian", 1.0, 1.0),
        ("Shinyu Maitri", "Shinyuu Maitri", 1.0, 1.0),
        ("MILAN", "Malabar", 0.0, 0.2),
        ("joint exercise", "joint exercise", 1.0, 1.0),
    ],
)
def test_name_likeness(one: str, other: str, least: float, most: float) -> None:
    assert least <= name_likeness({"name": one}, {"name": other}) <= most


def test_an_alias_counts_as_the_name() -> None:
    assert name_likeness({"name": "RPSS"}, {"name": "Supply Agreement", "alias": ["RPSS"]}) == 1.0


def test_a_quote_inside_the_other_is_the_same_passage_unless_that_is_a_page() -> None:
    clause = {"evidence": "they agreed to meet"}
    assert quote_overlap(clause, {"evidence": "In Tokyo they agreed to meet again."}) == 1.0
    assert quote_overlap(clause, {"evidence": "they agreed to meet " + "word " * 116}) == 0.5


def test_people_are_paired_one_to_one() -> None:
    ours = {"participants": [{"name": "Rajnath Singh"}, {"name": "Rajnath Singh"}]}
    assert people_f1(ours, {"participants": [{"name": "Shri Rajnath Singh"}]}) == pytest.approx(2 / 3)


@given(st.text(), st.text())
def test_likeness_is_between_0_and_1_and_own_likeness_1(one: str, other: str) -> None:
    assert 0 <= text_likeness(one, other) <= 1
    assert text_likeness(one, one) == (1.0 if fold(one) else 0.0)


@given(st.frozensets(st.sampled_from("ABCD")), st.frozensets(st.sampled_from("ABCD")))
def test_set_f1_is_symmetric(one: frozenset[str], other: frozenset[str]) -> None:
    assert set_f1(one, other) == set_f1(other, one)


@given(st.sampled_from([None, "2022", {"start": "2022", "end": None}, {"start": "2022", "end": "2022"}]))
def test_day_is_text(told: object) -> None:
    assert day(told) in ("", "2022")
