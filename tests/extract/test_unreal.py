"""What is asked, supposed, denied, believed by onlookers or played in a match is not told as true."""

from __future__ import annotations

import pytest

from builders import claims, reading


@pytest.mark.parametrize(
    "sentence",
    [
        "Will the Foreign Minister of Kenya fly to New Delhi?",
        "Has the Minister decided whether to visit Nairobi?",
        "Should Kenya and India build a naval yard together?",
        "Should Kenya continue to close its ports to Uganda, trade would suffer.",
        "Suppose that India and Kenya were to sign a treaty on fishing: who would ratify it?",
        "India could, in theory, negotiate a new accord with Kenya.",
        "Reports that India and Kenya signed a secret pact are baseless.",
        "Neither the Prime Minister of India nor the Foreign Minister travelled to Nairobi last month.",
        "The Prime Ministers of India and Kenya were unable to meet in Nairobi.",
        "No talks were held with Kenya in May 2024.",
        "Nobody from India travelled to Nairobi in May 2024.",
        "Experts believe that Kenya should buy the same frigate.",
        "The Indian Army football team will meet the Kenya Army in Nairobi on Friday.",
        "Air Marshal A B Rao, who flew in Korea, has died aged 95.",
        "Officials of Lebanon, Ohio, and Peru, Indiana, held talks on Friday.",
    ],
)
def test_what_is_not_told_as_true(sentence: str) -> None:
    assert claims(sentence) == []


def test_a_denial_can_be_a_stance() -> None:
    told = reading("India rejects reports that it signed a pact with Kenya.")
    assert {claim.kind_name for claim in told.claims()} <= {"position"}


def test_a_letter_between_bodies_of_one_state() -> None:
    told = reading("Kenya was named. A letter of intent between the Indian Navy and the Coast Guard was signed.")
    assert not told.agreements
