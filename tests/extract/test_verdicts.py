"""What a thing is called, or said to be, decides the stance; a call, a visit or a plain description is none."""

from __future__ import annotations

import pytest

from builders import reading


@pytest.mark.parametrize(
    ("told", "stance"),
    [
        ("Kenya described the agreement with Uganda as a milestone.", "acknowledges"),
        ("Kenya considers the shelling by Sudan to be a breach of the truce.", "condemns"),
        ("Kenya called the tariffs of Uganda unacceptable.", "opposes"),
        ("Kenya and Uganda agreed that piracy is a threat to the whole region.", "concerned"),
        ("The Minister of Kenya underlined that the shelling of Uganda is a red line.", "opposes"),
        ("Kenya stands united in its condemnation of the attack on Uganda.", "condemns"),
        ("Kenya viewed the attacks on Uganda with concern.", "concerned"),
        ("Kenya welcomes this ceasefire between Uganda and Sudan.", "welcomes"),
    ],
)
def test_what_it_is_called_tells_the_stance(told: str, stance: str) -> None:
    assert [p.stance for p in reading(told, "KE").positions] == [stance]


@pytest.mark.parametrize(
    "told",
    [
        "The Minister of Kenya called the Minister of Uganda on Monday.",
        "Kenya described the route of the march to Uganda.",
        "Kenya does not consider the accord with Uganda to be a milestone.",
        "Kenya and Uganda welcomed this step.",
    ],
)
def test_where_nothing_is_judged_there_is_no_position(told: str) -> None:
    assert not reading(told, "KE").positions


def test_what_nobody_named_voiced_is_of_those_who_met() -> None:
    told = "The Foreign Ministers of Kenya and Uganda met in Nairobi. Concern was voiced over the attacks on ships."
    assert [(set(p.by), p.stance) for p in reading(told, "KE").positions] == [({"KE", "UG"}, "concerned")]


def test_backing_may_be_for_a_person() -> None:
    (told,) = reading(
        "Kenya expressed its full support for President Hassan Sheikh Mohamud of Somalia.", "KE"
    ).positions
    assert (told.by, told.stance) == (("KE",), "supports")


def test_what_stands_before_a_judgement_is_not_what_it_is_called() -> None:
    told = (
        "We met in Kenya with the Minister of Kenya today. Kenya and the United States are friends. Kenyans who lived "
        "through years of drought understand deeply how wrong this is, and how the world must defend their fields."
    )
    assert not reading(told, "US").positions
