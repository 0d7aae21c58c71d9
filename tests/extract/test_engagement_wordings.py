"""Meetings and visits in the words of many ministries: what is told, between whom, of what kind."""

from __future__ import annotations

import pytest

from builders import edtf, reading


@pytest.mark.parametrize(
    ("sentence", "kind", "parties", "when"),
    [
        (
            "The Defence Minister of India sat down with Defence Minister Yasukazu Hamada of Japan on 3 May 2024.",
            "talks",
            {"IN", "JP"},
            "2024-05-03",
        ),
        ("The Ambassador of Kenya was summoned to the Ministry on 3 May 2024.", "talks", {"IN", "KE"}, "2024-05-03"),
        (
            "Minister Hakan Fidan of Turkey was in touch by phone with Foreign Minister Kuleba of Ukraine.",
            "call",
            {"TR", "UA"},
            None,
        ),
        (
            "The ministers of defence of Kenya and Peru came together in Lima on 3 May 2024.",
            "talks",
            {"KE", "PE"},
            "2024-05-03",
        ),
        (
            "Minister Duale of Kenya returned on 3 May 2024 from a journey to Peru.",
            "visit",
            {"KE", "PE"},
            "../2024-05-03",
        ),
        ("Minister Duale of Kenya spent two days in Peru in May 2024.", "visit", {"KE", "PE"}, "2024-05"),
        (
            "Minister Duale of Kenya received ministers from Peru on 3 May 2024.",
            "talks",
            {"KE", "PE"},
            "2024-05-03",
        ),
    ],
)
def test_a_meeting_in_other_words(sentence: str, kind: str, parties: set[str], when: str | None) -> None:
    (told,) = reading(sentence, "IN").engagements
    assert (told.kind, set(told.parties), edtf(told.when)) == (kind, parties, when)


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministers of Kenya and Peru shall meet every two years.",
        "Minister Duale of Kenya paid tribute to the leadership of Peru.",
        "Minister Duale of Kenya called on the ambassadors of Peru and Japan to act.",
    ],
)
def test_no_meeting(sentence: str) -> None:
    assert not reading(sentence, "IN").engagements


def test_another_round_of_the_dialogue_just_named() -> None:
    told = reading(
        "The 10th Kenya-Peru Defence Dialogue was held in Lima on 7 May 2024. The 11th is far. "
        "The 11th meeting is expected to be held in Nairobi in 2025.",
        "IN",
    ).engagements
    assert [(t.edition, t.status, t.place) for t in told] == [(10, "held", "Lima"), (11, "planned", "Nairobi")]
