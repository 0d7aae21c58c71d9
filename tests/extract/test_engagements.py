"""Meetings, calls and visits: planned against held, their day and place, and journeys to several states."""

# ruff: noqa: E501 - an example reads best on one line
from __future__ import annotations

import pytest

from builders import edtf, people, reading

SINGH = "Defence Minister Rajnath Singh of India"
BOTH = "The defence ministers of India and Japan"


@pytest.mark.parametrize(
    ("text", "kind", "status", "date"),
    [
        (f"{SINGH} will visit Japan on 5 September 2024.", "visit", "planned", "2024-09-05"),
        (f"{SINGH} visited Japan on 5 August 2024.", "visit", "held", "2024-08-05"),
        (f"{SINGH} is on an official visit to Japan from 19 to 21 August 2024.", "visit", "ongoing", "2024-08-19/2024-08-21"),
        (f"The visit of {SINGH} to Japan was postponed.", "visit", "postponed", None),
        (f"The visit of {SINGH} to Japan was cancelled.", "visit", "cancelled", None),
        (f"Japan invited {SINGH} to visit Tokyo.", "visit", "proposed", None),
        (f"Japan looks forward to welcoming {SINGH}.", "visit", "proposed", None),
        (f"{BOTH} are to meet in Tokyo on 5 September 2024.", "talks", "planned", "2024-09-05"),
        (f"{BOTH} met in Tokyo on 5 August 2024.", "talks", "held", "2024-08-05"),
        (f"{BOTH} met in Tokyo today.", "talks", "held", "2024-08-20"),
        (f"{BOTH} have met in Tokyo.", "talks", "held", None),
        (f"{BOTH} will meet in Tokyo next month.", "talks", "planned", "2024-09"),
        ("The third India-Japan Defence Policy Dialogue was held in Tokyo on 5 August 2024.", "dialogue", "held", "2024-08-05"),
        ("India and Japan held the 3rd India-Japan 2+2 Ministerial Dialogue on 20 August 2024.", "dialogue", "held", "2024-08-20"),
        ("President Biden of the United States called President Milei of Argentina yesterday.", "call", "held", "2024-08-19"),
        (f"{SINGH} will begin his visit to Japan from August 16 to 17.", "visit", "planned", "2024-08-16/2024-08-17"),
        ("They recalled the visit of the Prime Minister to Kenya last year.", "visit", "held", "2023"),
        ("They spoke of the visit of the Prime Minister to Kenya, scheduled for May 2025.", "visit", "planned", "2025-05"),
        ("The Prime Minister received a call from the President of Kenya, Mr William Ruto, today.", "call", "held", "2024-08-20"),
        (f"{SINGH} is in Japan from 19 to 21 August 2024.", "visit", "ongoing", "2024-08-19/2024-08-21"),
        (f"{SINGH} is visiting Japan.", "visit", "ongoing", "2024-08"),
        ("India and Japan reviewed trade at a meeting in Tokyo today.", "talks", "held", "2024-08-20"),
        ("The 4th BRICS Culture Ministers’ Meeting began here on 19 August 2024.", "conference", "ongoing", "2024-08-19"),
        ("They spoke about the G20 Youth Meeting on 3 September.", "conference", "planned", "2024-09-03"),
        ("They discussed the September 3-4 NATO Summit in Washington.", "summit", "planned", "2024-09-03/2024-09-04"),
    ],
)  # fmt: skip
def test_planned_against_held(text: str, kind: str, status: str, date: str | None) -> None:
    (met,) = reading(text).engagements
    assert (met.kind, met.status, edtf(met.when)) == (kind, status, date)


@pytest.mark.parametrize(
    "text",
    [
        f"{BOTH} did not meet in Tokyo.",
        "The two firms from India and Japan met their targets.",
        "India met the needs of Japan.",
        "Tourists from Japan visited the fort at Agra.",
        "A letter about a visit of the Army Chief to Japan is fake.",
        "The Prime Minister met the members of the opposition parties before he left for talks on Japan.",
        "The Cabinet Committee on Security today approved a loan to Japan.",
    ],
)
def test_what_is_no_meeting(text: str) -> None:
    assert reading(text).engagements == ()


@pytest.mark.parametrize(
    ("text", "name", "edition", "place", "state"),
    [
        ("India and Japan held the 3rd India-Japan 2+2 Ministerial Dialogue in New Delhi.", "India-Japan 2+2 Ministerial Dialogue", 3, "New Delhi", "IN"),
        ("India and Kenya held the third India-Kenya Joint Defence Committee in Nairobi.", "India-Kenya Joint Defence Committee", 3, "Nairobi", "KE"),
        (f"{BOTH} met in Tokyo.", None, None, "Tokyo", "JP"),
        (f"{BOTH} met.", None, None, None, None),
    ],
)  # fmt: skip
def test_name_edition_and_place(
    text: str, name: str | None, edition: int | None, place: str | None, state: str | None
) -> None:
    (met,) = reading(text).engagements
    assert (met.name, met.edition, met.place, met.place_country) == (name, edition, place, state)


@pytest.mark.parametrize(
    ("text", "issuer", "stops"),
    [
        (
            "Secretary Blinken will travel to Istanbul and Ankara, Türkiye, March 4-5; Madrid, Spain, March 6-8; and Berlin, Germany, March 9.",
            "US",
            [("TR", "Istanbul and Ankara", "2024-03-04/2024-03-05"), ("ES", "Madrid", "2024-03-06/2024-03-08"), ("DE", "Berlin", "2024-03-09")],
        ),
        (
            "Prime Minister Modi will visit Brunei on 3 March and Singapore on 4 March 2024.",
            "IN",
            [("BN", None, "2024-03-03"), ("SG", None, "2024-03-04")],
        ),
        ("Prime Minister Modi will visit Brunei on 3 March 2024.", "IN", [("BN", None, "2024-03-03")]),
    ],
)  # fmt: skip
def test_a_journey_is_one_visit_for_each_state(
    text: str, issuer: str, stops: list[tuple[str, str | None, str]]
) -> None:
    met = reading(text, issuer, "2024-03-01").engagements
    assert [(e.place_country, e.place, edtf(e.when)) for e in met] == stops
    assert {(e.kind, e.status) for e in met} == {("visit", "planned")}
    assert all(e.parties == (issuer, e.place_country) for e in met)


def test_a_visit_holds_the_talks_of_its_days_in_their_order() -> None:
    told = reading(
        "On 6 August, Mr Rajnath Singh held talks with Defence Minister Minoru Kihara of Japan in Tokyo. "
        f"{SINGH} visited Japan from 5 to 7 August 2024."
    )
    visit = next(e for e in told.engagements if e.kind == "visit")
    talks = next(e for e in told.engagements if e.kind == "talks")
    assert talks.part_of == visit.id
    assert visit.part_of is None
    assert (visit.order, talks.order) == (1, 2)


def test_what_was_discussed_becomes_topics_and_no_claim() -> None:
    told = reading(
        f"{SINGH} met Defence Minister Minoru Kihara of Japan. They discussed shipbuilding and regional security."
    )
    (talks,) = told.claims()
    assert people(talks) == {"Rajnath Singh", "Minoru Kihara"}  # type: ignore[arg-type]
    assert [t.topic for t in told.engagements[0].topics] == ["shipbuilding and regional security"]
    assert all(t.evidence for t in told.engagements[0].topics)


def test_the_next_round_is_the_dialogue_that_was_told() -> None:
    told = reading(
        "India and Japan held the third India-Japan Defence Policy Dialogue in Tokyo on 5 August 2024. "
        "The next round will take place in New Delhi in 2025."
    ).engagements
    assert [(e.name, e.status, e.place_country, edtf(e.when)) for e in told] == [
        ("India-Japan Defence Policy Dialogue", "held", "JP", "2024-08-05"),
        ("India-Japan Defence Policy Dialogue", "planned", "IN", "2025"),
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("In Tokyo, the Minister will lead the delegation to the India-Japan Strategic Dialogue.", "Tokyo"),
        ("Secretary Blinken met with Foreign Minister Hayashi of Japan in Washington, D.C. Secretary Blinken thanked him.", "Washington, D.C."),
        (f"{SINGH} visited Singapore on 5 August 2024.", "Singapore"),
        (f"{SINGH} met Minister Duale of Kenya in Mexico City.", "Mexico City"),
    ],
)  # fmt: skip
def test_where_it_was(text: str, place: str) -> None:
    assert reading(text).engagements[0].place == place


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They recalled the outcomes of the G7 and NATO summits of June 2024.", ["G7 summit", "NATO summit"]),
        ("The BRICS Youth Council Meeting and BRICS Youth Summit were held on 5 August 2024.", ["BRICS Youth Council Meeting", "BRICS Youth Summit"]),
        ("The Digital BRICS Task Force met on 5 August 2024.", ["Digital BRICS Task Force"]),
        ("It came after the 7th Meeting of the BRICS Working Group for Trade on 5 August 2024.", ["BRICS Working Group for Trade"]),
    ],
)  # fmt: skip
def test_what_gatherings_are_called(text: str, names: list[str]) -> None:
    assert [e.name for e in reading(text).engagements] == names


@pytest.mark.parametrize(
    "text",
    [
        "President Biden of the United States spoke by telephone with President Ruto of Kenya. The conversation was held in a warm atmosphere.",
        "The foreign ministers of India and Japan met in Tokyo. The two ministers held frank discussions on trade.",
    ],
)  # fmt: skip
def test_a_bare_retelling_is_no_second_meeting(text: str) -> None:
    assert len(reading(text).engagements) == 1


def test_talks_without_a_day_have_the_days_of_the_visit_they_belong_to() -> None:
    told = f"{SINGH} will visit Japan from 2 to 4 September 2024. The Minister will hold talks with Defence Minister Kihara of Japan."
    visit, talks = reading(told).engagements
    assert edtf(talks.when) == edtf(visit.when) == "2024-09-02/2024-09-04"
    assert talks.part_of == visit.id
