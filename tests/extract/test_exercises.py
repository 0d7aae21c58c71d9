"""Exercises: named and unnamed, their edition, domain, day and status; and what only looks like one."""

# ruff: noqa: E501 - an example reads best on one line
from __future__ import annotations

import pytest

from builders import edtf, reading


@pytest.mark.parametrize(
    ("text", "name", "edition", "domain", "status", "date"),
    [
        ("Ships of India and Japan took part in Exercise Malabar in October 2023.", "Malabar", None, "sea", "held", "2023-10"),
        ("The 16th edition of Exercise Yudh Abhyas between India and the United States began on 15 August 2024.", "Yudh Abhyas", 16, "land", "ongoing", "2024-08-15/.."),
        ("India and Japan will hold the exercise Dharma Guardian in February 2025.", "Dharma Guardian", None, "land", "planned", "2025-02"),
        ("Exercise Garuda between India and France has been postponed.", "Garuda", None, "air", "postponed", None),
        ("Exercise Garuda between India and France was cancelled.", "Garuda", None, "air", "cancelled", None),
        ("India and Kenya conducted a passing exercise off Mombasa on 10 August 2024.", "passing exercise", None, "sea", "held", "2024-08-10"),
        ("The navies of India and Japan held their inaugural submarine rescue exercise on 5 August 2024.", None, 1, "sea", "held", "2024-08-05"),
        ("India and Japan will hold a new joint exercise, Exercise Example Wave, in 2025.", "Example Wave", None, "unknown", "planned", "2025"),
    ],
)  # fmt: skip
def test_an_exercise(
    text: str, name: str | None, edition: int | None, domain: str, status: str, date: str | None
) -> None:
    (drill,) = reading(text).exercises
    assert (drill.name, drill.edition, drill.domain, drill.status, edtf(drill.when)) == (
        name,
        edition,
        domain,
        status,
        date,
    )
    assert "IN" in drill.parties
    assert len(drill.parties) == 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Armies of India and Japan wound up the joint exercise Maple-Ridge-IV on 5 August 2024.", [("Maple-Ridge", 4, "held", "../2024-08-05")]),
        ("Exercise Malabar of India and Japan ended well. The exercise began on 5 August 2024. The next edition will be held off Yokosuka in 2025.",
         [("Malabar", None, "held", "2024-08-05/.."), ("Malabar", None, "planned", "2025")]),
        ("The joint training “Lamp of the North 3” of India and Japan commenced today.", [("Lamp of the North 3", 3, "ongoing", "2024-08-20/..")]),
        ("The exercise Desert Oryx of India and Japan came to an end on 5 August 2024.", [("Desert Oryx", None, "held", "../2024-08-05")]),
        ("The third Khan Steppe peacekeeping exercise of India and Japan will open on 16 October 2024.", [("Khan Steppe", 3, "planned", "2024-10-16")]),
        ("Desert Oryx XV, the fifteenth naval drill of India and Japan, was held off Goa on 7 August 2024.", [("Desert Oryx", 15, "held", "2024-08-07")]),
        ("Exercise Malabar Crest of India and Japan ended on 5 August 2024.", [("Malabar Crest", None, "held", "../2024-08-05")]),
        ("Indian ships will exercise together with the Japanese Navy in October.", [(None, None, "planned", "2024-10")]),
    ],
)  # fmt: skip
def test_exercises_in_other_words(text: str, told: list[tuple[object, ...]]) -> None:
    assert [(e.name, e.edition, e.status, edtf(e.when)) for e in reading(text).exercises] == told


def test_several_series_to_be_kept_up() -> None:
    told = reading("India and Japan agreed to continue bilateral exercises such as ‘Malabar’ and ‘JIMEX’.")
    assert [(e.name, e.status, set(e.parties)) for e in told.exercises] == [
        ("Malabar", "continuing", {"IN", "JP"}), ("JIMEX", "continuing", {"IN", "JP"}),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "India called on all parties in Lebanon to exercise restraint.",
        "Japan and India exercise their right of self-defence.",
        "India and Japan exercised caution.",
        "The exercise of power in Myanmar worries India.",
        "The budget exercise of India and Japan took a year.",
        "The Japanese delegation enjoyed physical exercise in Delhi.",
        "The drilling of wells by India and Kenya continued.",
        "An oil drill in Kenya was sold by an Indian firm.",
        "Malabar is a district near Japan Street.",
        "Mr Malabar of Japan came to India.",
        "The Malabar coast of India drew guests from Japan.",
        "India and Japan met in the exercise hall of the school.",
        "India and Japan spoke of joint exercises.",
        "The Indian Army trained in Goa; Japan was told.",
    ],
)
def test_what_only_looks_like_an_exercise(text: str) -> None:
    assert reading(text).exercises == ()


def test_a_headline_tells_no_exercise_by_itself() -> None:
    assert (
        reading([("title", "India and Japan conclude Exercise Malabar"), ("body", "Ships left for home.")]).exercises
        == ()
    )
