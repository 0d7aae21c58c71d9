from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.evaluate import score, score_document
from comity.evaluate.matching import record_likeness
from comity.evaluate.report import document_lines, miss_lines, score_shape, summary_lines
from comity.evaluate.score import Counts

TALKS = {
    "kind": "talks", "date": "2024-11-20", "place": "Jakarta", "parties": ["IN", "ID"], "status": "held",
    "participants": [{"name": "A. Kumar"}], "evidence": "held talks with the Minister of Defence",
}  # fmt: skip
EXERCISE = {"name": "Garuda Shakti", "domain": "land", "parties": ["IN", "ID"], "status": "continuing"}
LABEL = {"parties": ["IN", "ID"], "label": "Comprehensive Strategic Partnership"}
PROMISE = {
    "by": ["IN"],
    "force": "agreed",
    "action": "hold an exercise",
    "evidence": "agreed to hold an exercise",
}


def found_strictly(kind: str, gold: dict[str, Any], predicted: dict[str, Any]) -> tuple[int, int]:
    told = score_document("d", {kind: [gold]}, {kind: [predicted]}).kinds[kind]
    return told.noticed.found, told.strict.found


@pytest.mark.parametrize(
    ("kind", "gold", "changes", "found"),
    [
        ("engagements", TALKS, {}, (1, 1)),
        ("engagements", TALKS, {"status": "planned"}, (1, 0)),
        ("engagements", TALKS, {"date": "2024-11-21"}, (1, 0)),
        ("engagements", TALKS, {"date": "2024-11"}, (1, 1)),
        ("engagements", TALKS, {"parties": ["FR", "DE"]}, (0, 0)),
        ("engagements", TALKS, {"kind": "call"}, (0, 0)),
        ("engagements", TALKS, {"kind": "visit"}, (1, 1)),
        ("exercises", EXERCISE, {"name": "Exercise Garuda Shakti 2024"}, (1, 1)),
        ("exercises", EXERCISE, {"name": "Samudra Laksamana"}, (0, 0)),
        ("relations", LABEL, {"label": "strategic alliance"}, (0, 0)),
        ("commitments", PROMISE, {"force": "intends"}, (1, 0)),
        ("commitments", PROMISE, {"evidence": "something said elsewhere"}, (0, 0)),
        ("commitments", PROMISE, {"by": ["FR"]}, (1, 0)),
    ],
)
def test_noticed_and_understood(
    kind: str, gold: dict[str, Any], changes: dict[str, Any], found: tuple[int, int]
) -> None:
    assert found_strictly(kind, gold, gold | changes) == found


def test_optional_gold_is_neither_required_nor_punished() -> None:
    gold = {"engagements": [TALKS | {"optional": True}]}
    assert score_document("d", gold, gold).counts == Counts()
    assert score_document("d", gold, {}).counts == Counts()


def test_a_required_record_is_taken_before_an_optional_twin() -> None:
    gold = {"relations": [LABEL | {"optional": True}, LABEL]}
    assert score_document("d", gold, {"relations": [LABEL]}).counts == Counts(found=1)


def test_documents_that_hold_nothing_are_counted_for_false_alarms_alone() -> None:
    told = score(
        {"a": {"relations": [LABEL]}, "b": {"relations": []}},
        {"a": {"relations": [LABEL]}, "b": {"relations": [LABEL]}},
    )
    assert (told.mean_f1, told.false_alarms, len(told.empty)) == (1.0, 1, 1)
    assert told.all == Counts(found=1, extra=1)


def test_an_unread_document_counts_as_missed_and_is_named() -> None:
    told = score({"a": {"relations": [LABEL]}}, {})
    assert (told.unread, told.all) == (("a",), Counts(missed=1))
    assert "not read, counted as missed: a" in list(summary_lines(told))


def test_the_report_names_what_was_missed_and_what_is_extra() -> None:
    told = score({"a": {"relations": [LABEL], "commitments": []}}, {"a": {"commitments": [PROMISE]}})
    lines = list(miss_lines(told))
    assert [line.split()[1:3] for line in lines] == [["extra", "commitment"], ["missed", "relation"]]
    assert "“agreed to hold an exercise”" in lines[0]
    assert list(document_lines(told)) == ["a  P 0.00 R 0.00 F1 0.00"]
    assert score_shape(told)["documents"] == {
        "a": {"precision": 0.0, "recall": 0.0, "f1": 0.0, "found": 0, "extra": 1, "missed": 1}
    }


COUNT = st.integers(0, 20)


@given(st.builds(Counts, COUNT, COUNT, COUNT))
def test_f1_lies_between_precision_and_recall(counts: Counts) -> None:
    low, high = sorted((counts.precision, counts.recall))
    assert low - 1e-9 <= counts.f1 <= high + 1e-9 or not counts.found


def test_an_edition_that_differs_makes_an_exercise_less_alike() -> None:
    fourth = EXERCISE | {"edition": 4}
    assert record_likeness("exercises", EXERCISE | {"edition": 5}, fourth) < record_likeness(
        "exercises", fourth, fourth
    )
