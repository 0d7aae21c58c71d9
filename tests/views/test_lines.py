from __future__ import annotations

from types import ModuleType

import pytest

from comity.model import Agreement, Engagement, Exercise, Participant, Relation, When
from comity.views.lines import inferred_fields, lines_of
from comity.views.wording import headline, ordinal, person, what


def test_groups_order_and_depth(built: ModuleType) -> None:
    told = [(line.group, line.label, line.depth) for line in lines_of(built.reading())]
    assert told == [
        ("held", "E1", 0), ("held", "E3", 1), ("held", "E2", 1), ("held", "A1", 0),
        ("planned", "X1", 0), ("promised", "C1", 0), ("stated", "P1", 0), ("stated", "R1", 0),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("status", "group"),
    [("held", "held"), ("ongoing", "held"), ("planned", "planned"), ("proposed", "planned"),
     ("invited", "planned"),
     ("continuing", "planned"), ("postponed", "planned"), ("cancelled", "planned")],
)  # fmt: skip
def test_planned_is_never_shown_as_held(status: str, group: str, built: ModuleType) -> None:
    exercise = Exercise(rule="r", evidence=(), status=status)
    (line,) = lines_of(
        built.reading(engagements=(), exercises=(exercise,), agreements=(), commitments=(), positions=(), relations=())
    )
    assert line.group == group


def test_two_that_are_each_part_of_the_other_are_shown_all_the_same(built: ModuleType) -> None:
    one = Engagement(id="a", rule="r", evidence=(), kind="visit", part_of="b")
    two = Engagement(id="b", rule="r", evidence=(), kind="talks", part_of="a")
    shown = lines_of(built.reading(engagements=(one, two)))
    assert [line.claim.id for line in shown if line.kind == "engagement"] == ["a", "b"]


def test_what_is_part_of_something_in_another_group_stands_by_itself(built: ModuleType) -> None:
    visit = Engagement(id="a", rule="r", evidence=(), kind="visit", status="held")
    talks = Engagement(id="b", rule="r", evidence=(), kind="talks", status="planned", part_of="a")
    assert [
        line.depth for line in lines_of(built.reading(engagements=(visit, talks))) if line.kind == "engagement"
    ] == [0, 0]


def test_inferred_values_are_marked(built: ModuleType) -> None:
    lines = {line.label: line for line in lines_of(built.reading())}
    assert inferred_fields(lines["E2"].claim) == {"date", "place"}
    assert lines["E2"].marked("when", "2024-11-20") == "~2024-11-20"
    assert lines["E2"].marked("who", "IN, ID") == "IN, ID"
    assert lines["X1"].what == "exercise (1st edition, ~sea)"
    assert inferred_fields(lines["E1"].claim) == frozenset()


def test_a_date_that_cannot_be_told_is_no_inferred_value() -> None:
    soon = When(None, None, "inferred", "soon")
    assert inferred_fields(Agreement(rule="r", evidence=(), when=soon)) == frozenset()


@pytest.mark.parametrize(
    ("claim", "phrase"),
    [
        (
            Engagement(rule="r", evidence=(), kind="dialogue", name="2+2", edition=3),
            "2+2 (3rd edition, dialogue)",
        ),
        (Engagement(rule="r", evidence=(), kind="visit", form="port_call"), "visit (port call)"),
        (Exercise(rule="r", evidence=(), name="MILAN", domain="sea"), "MILAN (exercise, sea)"),
        (Exercise(rule="r", evidence=()), "exercise"),
        (Agreement(rule="r", evidence=(), kind="mou", subject="training"), "mou (training)"),
        (Relation(rule="r", evidence=(), established=1952), "since 1952"),
    ],
)  # fmt: skip
def test_what(claim: Engagement, phrase: str) -> None:
    assert what(claim) == phrase


@pytest.mark.parametrize(
    ("who", "phrase"),
    [
        (Participant("A. Kumar", "Defence Minister"), "A. Kumar (Defence Minister)"),
        (Participant(None, "delegation", count=12), "12 delegation"),
        (Participant(None, None, "navy_chief"), "navy chief"),
        (Participant("B", "Secretary of Defense", acting=True), "B (acting Secretary of Defense)"),
        (Participant("B", "Acting Secretary of Defense", acting=True), "B (Acting Secretary of Defense)"),
    ],
)
def test_person(who: Participant, phrase: str) -> None:
    assert person(who) == phrase


@pytest.mark.parametrize(
    ("number", "words"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (22, "22nd"), (112, "112th")]
)
def test_ordinal(number: int, words: str) -> None:
    assert ordinal(number) == words


def test_the_head_line_says_who_when_checked_and_whose_account(built: ModuleType) -> None:
    assert headline(built.release()) == (
        "Press Information Bureau, Defence Wing · New Delhi · 2024-11-20 = Kartika 29, 1946 "
        "(Indian national calendar: agrees) · read-out · the account of IN"
    )
    joint = built.release(
        genre="joint_text", co_issuers=(built.Issuer("Ministry", None, "ID"),), calendars=(), issued=None
    )
    assert headline(joint).endswith("date of issue not told · joint text · the joint account of IN and ID")
