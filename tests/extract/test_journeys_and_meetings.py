"""Journeys begun by leaving, stops and stays; numbered meetings; who stands beside an office."""

from __future__ import annotations

import pytest

from builders import edtf, reading

NAMES = {"Amara Otieno", "Ravi Menon"}


@pytest.mark.parametrize(
    ("sentence", "status", "date"),
    [
        (
            "On 4 September 2024 Minister Menon leaves for Nairobi, Kenya, on a three-day visit.",
            "planned",
            "2024-09-04/2024-09-06",
        ),
        (
            "The Foreign Minister of India arrived in Nairobi, Kenya, on 5 May 2024 on a four-day visit.",
            "held",
            "2024-05-05/2024-05-08",
        ),
        ("The Foreign Minister of India is due in Nairobi on 4 September 2024.", "planned", "2024-09-04"),
        (
            "During his stay in Nairobi, Kenya, on 3 May 2024, Minister Menon of India opened a school.",
            "held",
            "2024-05-03",
        ),
    ],
)
def test_a_journey(sentence: str, status: str, date: str) -> None:
    visit = next(e for e in reading(sentence).engagements if e.kind == "visit")
    assert (visit.place_country, visit.status, edtf(visit.when)) == ("KE", status, date)


def test_a_ship_stops_in_three_states() -> None:
    told = reading("The Indian frigate called at Mombasa in Kenya, at Suva in Fiji and at Apia in Samoa in May 2024.")
    assert {e.place_country for e in told.engagements} == {"KE", "FJ", "WS"}


@pytest.mark.parametrize(
    ("sentence", "kind", "edition"),
    [
        ("India and Kenya held their third defence dialogue in Nairobi on 5 May 2024.", "dialogue", 3),
        ("India and Kenya held the seventh staff talks in Nairobi on 5 May 2024.", "dialogue", 7),
        (
            "India and Kenya reviewed trade at the sixth meeting of their Border Commission on 5 May 2024.",
            "dialogue",
            6,
        ),
    ],
)
def test_a_numbered_meeting(sentence: str, kind: str, edition: int) -> None:
    (met,) = reading(sentence).engagements
    assert (met.kind, met.edition, set(met.parties)) == (kind, edition, {"IN", "KE"})


@pytest.mark.parametrize(
    "sentence",
    [
        "The Defence Ministers of Kenya and India, Amara Otieno and Ravi Menon, met in Nairobi on 5 May 2024.",
        "The Ministers of Defence of Kenya and India, Amara Otieno and Ravi Menon, met in Nairobi on 5 May 2024.",
        "Defence Minister Ravi Menon met his Kenyan counterpart, Amara Otieno, in Nairobi on 5 May 2024.",
        "Defence Minister Ravi Menon met Kenya's Minister of Defence, Amara Otieno, in Nairobi on 5 May 2024.",
        "In Nairobi on 5 May 2024 Defence Minister Ravi Menon met his counterpart from Kenya, Amara Otieno.",
    ],
)
def test_who_was_there(sentence: str) -> None:
    (met,) = reading(sentence).engagements
    assert {p.name for p in met.participants} == NAMES
    assert {p.country for p in met.participants} == {"IN", "KE"}


@pytest.mark.parametrize(("word", "state"), [("former", "IN"), ("latter", "KE")])
def test_former_and_latter(word: str, state: str) -> None:
    (promise,) = reading(
        f"India and Kenya held staff talks in Nairobi on 5 May 2024. The {word} undertook to refit two boats."
    ).commitments
    assert promise.by == (state,)
