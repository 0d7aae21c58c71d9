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
        (
            "INS Tabar berthed at Mombasa, Kenya, on Monday and is due to leave on Thursday.",
            "ongoing",
            "2024-08-19/2024-08-22",
        ),
        ("INS Tabar put into Mombasa, Kenya, on 7 May 2024 and sailed on the 10th.", "held", "2024-05-07/2024-05-10"),
        ("While in Nairobi on 9 May 2024, General Menon invited the Kenyan army chief to Pune.", "held", "2024-05-09"),
        ("Minister Menon inspected the dockyard at Mombasa, Kenya, on 9 May 2024.", "held", "2024-05-09"),
        ("I shall be in Nairobi, Kenya, on Thursday to sign the pact.", "planned", "2024-08-22"),
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


@pytest.mark.parametrize(
    ("sentence", "name", "parties", "date"),
    [
        (
            "Minister Menon will attend a meeting of the NATO foreign ministers in Brussels on 4 September 2024.",
            "meeting of the NATO foreign ministers",
            {"NATO", "IN"},
            "2024-09-04",
        ),
        (
            "Minister Menon recalled the decisions of the May India-EU summit in Lisbon.",
            "India-EU summit",
            {"IN", "EU"},
            "2024-05",
        ),
        (
            "India and Kenya spoke of the Indian-Kenyan-Peruvian summit held in Lima in June 2024.",
            "Indian-Kenyan-Peruvian summit",
            {"IN", "KE", "PE"},
            "2024-06",
        ),
        (
            "The 44th Kenya-India General Border Committee met in Nairobi, Kenya, on 8 May 2024.",
            "Kenya-India General Border Committee",
            {"KE", "IN"},
            "2024-05-08",
        ),
    ],
)
def test_meetings_of_bodies_and_pairs_in_plain_words(sentence: str, name: str, parties: set[str], date: str) -> None:
    met = next(e for e in reading(sentence).engagements if e.kind != "visit")
    assert (met.name, set(met.parties), edtf(met.when)) == (name, parties, date)


@pytest.mark.parametrize(
    ("told", "parties"),
    [
        (
            "In Nairobi, Kenya, on 5 May 2024, Minister Menon met with Prime Minister Amara Otieno.",
            [{"IN", "KE"}],
        ),
        (
            "Minister Menon received in turn the Chief of Defence Staff of Kenya and the Navy Commander of Peru.",
            [{"IN", "KE"}, {"IN", "PE"}],
        ),
        ("Minister Menon had meetings with the Kenyan and Peruvian ministers.", [{"IN", "KE"}, {"IN", "PE"}]),
        ("Minister Menon held bilateral consultations in Nairobi today.", [{"IN", "KE"}]),
        ("My counterpart from Kenya, Amara Otieno, and I met in Nairobi on 5 May 2024.", [{"IN", "KE"}]),
        (
            "Admiral Menon, Chief of the Indian Navy and host of the forum, called on Minister Otieno of Kenya.",
            [{"IN", "KE"}],
        ),
        ("The Minister of Defence received today the Minister of Defence of Kenya, Amara Otieno.", [{"IN", "KE"}]),
    ],
)  # fmt: skip
def test_who_met_whom(told: str, parties: list[set[str]]) -> None:
    assert [set(e.parties) for e in reading(told).engagements if e.kind == "talks"] == parties


def test_talks_with_a_president_are_not_the_dialogue_beside_them() -> None:
    told = reading(
        "Minister Menon will travel to Nairobi, Kenya, from 4 to 6 September 2024. He will meet President Amara Otieno."
        " On 6 September he will attend the India-Kenya Strategic Dialogue."
    )
    assert [e.kind for e in told.engagements] == ["visit", "talks", "dialogue"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Kenya Navy received INS Tabar at Mombasa, Kenya, on 5 May 2024.",
        "INS Tabar put into Mombasa, Kenya, on 5 May 2024.",
        "INS Tabar visited the port of Mombasa, Kenya, on 5 May 2024.",
    ],
)
def test_a_ship_is_received(sentence: str) -> None:
    (visit,) = reading(sentence).engagements
    assert (visit.kind, set(visit.parties), edtf(visit.when)) == ("visit", {"IN", "KE"}, "2024-05-05")


def test_each_stop_has_its_own_day_where_days_are_told_respectively() -> None:
    told = reading("Minister Menon visited Kenya and Fiji on 3 and 5 May 2024 respectively.").engagements
    assert {(e.place_country, edtf(e.when)) for e in told} == {("KE", "2024-05-03"), ("FJ", "2024-05-05")}


def test_each_with_is_a_call_of_its_own() -> None:
    told = reading(
        "Minister Menon spoke by telephone with Minister Sato of Japan this morning "
        "and with Minister Kamau of Kenya in the afternoon."
    )
    assert {e.parties for e in told.engagements} == {("IN", "JP"), ("IN", "KE")}
