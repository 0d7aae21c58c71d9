"""A list that a colon opens: each item is a deed of those who opened it."""

from __future__ import annotations

import pytest

from builders import reading

TALKS = ("body", "Defence Minister Rajnath Singh of India held talks with Defence Minister Minoru Kihara of Japan.")
ITEMS = ("open a hotline between the navies", "train ten pilots each year", "share lessons on mine clearance")


@pytest.mark.parametrize(
    ("lead", "force"),
    [
        ("The two Ministers agreed to:", "agreed"),
        ("Both sides committed to:", "committed"),
        ("India and Japan decided to:", "agreed"),
        ("They intend to:", "intends"),
    ],
)
@pytest.mark.parametrize(
    "marks", [("(a) {};", "(b) {}; and", "(c) {}."), ("- {}", "- {}", "- {}"), ("1. {}", "2. {}", "3. {}")]
)
def test_each_item_is_a_commitment(lead: str, force: str, marks: tuple[str, ...]) -> None:
    items = [("item", mark.format(item)) for mark, item in zip(marks, ITEMS, strict=True)]
    told = reading([TALKS, ("body", lead), *items, ("body", "Trade grew last year.")]).commitments
    assert [c.action for c in told] == list(ITEMS)
    assert {c.force for c in told} == {force}
    assert {c.by for c in told} == {("IN", "JP")}


def test_a_sentence_of_its_own_ends_the_list() -> None:
    told = reading(
        [TALKS, ("body", "Both sides agreed to:"), ("item", ITEMS[0]), ("body", "Trade grew."), ("item", ITEMS[1])]
    )
    assert [c.action for c in told.commitments] == [ITEMS[0]]


def test_a_list_that_no_deed_opens_tells_nothing() -> None:
    told = reading(
        [
            TALKS,
            ("body", "Those present were:"),
            ("item", "the heads of both navies"),
            ("item", "the staff of the base"),
        ]
    )
    assert told.commitments == ()


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("India held bilateral meetings with Brazil, Iran and Kenya.", [{"BR"}, {"IR"}, {"KE"}]),
        ("India held a meeting with Brazil, Iran and Kenya.", [{"BR", "IR", "KE"}]),
    ],
)
def test_meetings_with_several_states_are_several(text: str, others: list[set[str]]) -> None:
    assert [set(e.parties) - {"IN"} for e in reading(text).engagements] == others


@pytest.mark.parametrize(
    ("clause", "number"),
    [
        ("an early drill would bring the two Navies closer and ease their work at sea", 1),
        ("the working group will meet in May and the experts will report in June", 2),
    ],
)
def test_a_clause_is_one_deed_for_each_of_its_subjects(clause: str, number: int) -> None:
    assert len(reading(f"India and Japan agreed that {clause}.").commitments) == number
