"""What a relationship is called, and since when it has been."""

# ruff: noqa: E501 - an example reads best on one line
from __future__ import annotations

import pytest

from builders import reading


@pytest.mark.parametrize(
    ("text", "label", "established"),
    [
        ("This year marks 75 years of diplomatic relations between India and Japan.", None, 1949),
        ("The two countries celebrate the 70th anniversary of diplomatic relations between India and Japan.", None, 1954),
        ("India and Japan established diplomatic relations in 1952.", None, 1952),
        ("India and Japan are bound by a Special Strategic and Global Partnership.", "Special Strategic and Global Partnership", None),
        ("India and Japan elevated their ties to a Strategic Partnership.", "Strategic Partnership", None),
    ],
)  # fmt: skip
def test_a_relation(text: str, label: str | None, established: int | None) -> None:
    (told,) = reading(text, issued="2024-08-20").relations
    assert (told.label, told.established, told.parties) == (label, established, ("IN", "JP"))
    counted = told.established_detail
    assert (counted is None) == (established is None)


@pytest.mark.parametrize(
    ("text", "label", "established"),
    [
        ("India and Kenya, Comprehensive Partners since 2022, trade in tea.", "Comprehensive Partners", 2022),
        ("India and Kenya have been in free association since 1974.", "free association", 1974),
        ("India and Kenya raised their ties to a Strategic Partnership in July 2023.", "Strategic Partnership", 2023),
        ("India and Kenya established a comprehensive strategic cooperative partnership in the new era in 2021.", "comprehensive strategic cooperative partnership in the new era", 2021),
        ("India and Kenya praised their historic partnership with each other.", "historic partnership", None),
        ("The Minister of Kenya praised the India-EU partnership.", "India-EU partnership", None),
        ("India and Kenya have had diplomatic relations since 1963.", None, 1963),
    ],
)  # fmt: skip
def test_since_when_a_relation_is(text: str, label: str | None, established: int | None) -> None:
    (told,) = reading(text, issued="2024-08-20").relations
    assert (told.label, told.established) == (label, established)


@pytest.mark.parametrize(("issued", "year"), [("2022-09-08", 1952), ("2023-01-01", 1953)])
def test_years_are_counted_from_the_day_of_issue(issued: str, year: int) -> None:
    (told,) = reading(
        "This year marks 70 years of diplomatic relations between India and Japan.", issued=issued
    ).relations
    assert told.established == year
    assert told.established_detail
    assert (told.established_detail.basis, told.established_detail.precision) == ("relative", "year")


@pytest.mark.parametrize(
    "text",
    [
        "The Association marks 50 years of work in India and Japan.",
        "India marked its 75th year of independence with friends from Japan.",
        "India celebrated 77 years of independence; Japan sent a message.",
        "India welcomed Kenya into the International Seed Alliance.",
        "The Adviser for Regional Partnership and Training of India met an officer of Kenya.",
        "The partnership between a firm of India and a firm of Japan is strategic.",
    ],
)
def test_what_tells_no_relation(text: str) -> None:
    assert reading(text).relations == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Seven decades of ties: 72 years ago India and Kenya established diplomatic relations.", [(None, 1952)]),
        ("Full diplomatic relations between India and Kenya were established in 1963.", [(None, 1963)]),
        ("India and Kenya marked the 70th anniversary of the India-Kenya Alliance.", [("India-Kenya Alliance", 1954)]),
        ("The Minister praised the India-United Kingdom partnership.", [("India-United Kingdom partnership", None)]),
        ("The India-Kenya partnership is a strategic partnership.", [("strategic partnership", None)]),
        ("India and Kenya prize their place in the Asia-Pacific partnership.", []),
    ],
)
def test_names_and_ages_of_relations(text: str, told: list[tuple[str | None, int | None]]) -> None:
    assert [(r.label, r.established) for r in reading(text, issued="2024-08-20").relations] == told


@pytest.mark.parametrize(
    ("text", "label", "parties"),
    [
        ("Japan is India's key security partner.", "key security partner", ("JP", "IN")),
        ("Japan – India's oldest treaty ally in the region – sent two ships.", "oldest treaty ally", ("JP", "IN")),
        ("India and Kenya are close friends and partners.", "close friends and partners", ("IN", "KE")),
        ("India counts Kenya among its closest friends.", "closest friends", ("IN", "KE")),
        ("The Minister of India called Kenya a reliable partner.", "reliable partner", ("IN", "KE")),
        ("Kenya remains a trusted development partner of India.", "trusted development partner", ("KE", "IN")),
        ("India and Kenya share a long-standing and fruitful partnership.", "long-standing and fruitful partnership", ("IN", "KE")),
        ("India reaffirmed the strategic relationship with Kenya.", "strategic relationship", ("IN", "KE")),
        ("India and Kenya decided to build a community with a shared future.", "community with a shared future", ("IN", "KE")),
    ],
)  # fmt: skip
def test_what_states_are_to_each_other(text: str, label: str, parties: tuple[str, ...]) -> None:
    (told,) = reading(text, issued="2024-08-20").relations
    assert (told.label, told.parties) == (label, parties)


@pytest.mark.parametrize(
    "text",
    [
        "India will work with many close partners and with Kenya.",
        "Kenya is one of the key partners of India in Africa.",
        "Kenya met with other trusted partners and allies of India.",
        "Kenya is India's most important trading partner.",
    ],
)
def test_praise_of_partners_is_no_relation(text: str) -> None:
    assert not reading(text, issued="2024-08-20").relations


def test_a_bond_gives_way_to_the_name_of_the_relation() -> None:
    text = "India and Kenya are bound by a Strategic and Global Partnership. India and Kenya are close friends."
    assert [r.label for r in reading(text, issued="2024-08-20").relations] == ["Strategic and Global Partnership"]
