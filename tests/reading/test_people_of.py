"""The people of one release are put together: full names, surnames, initials, titles and the day of issue."""

from __future__ import annotations

import pytest

from builders import annotated
from comity.reading.people_of import clean_name


def persons(text: str, issuer: str = "IN", issued: str = "2024-08-20") -> list[tuple[str, str | None, str | None]]:
    return [(p.name, p.office, p.country) for p in annotated(text, issuer, issued).people.persons]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Defence Minister Richard Marles arrived. Mr Marles met the press. Marles then left.",
            [("Richard Marles", "defence_minister", "AU")],
        ),
        (
            "Mr Sutrisno spoke. Defence Minister Ahmad Sutrisno of Indonesia then left.",
            [("Ahmad Sutrisno", "defence_minister", "ID")],
        ),
        (
            "Dr S Jaishankar came. External Affairs Minister Subrahmanyam Jaishankar spoke.",
            [("S Jaishankar", "foreign_minister", "IN")],
        ),
        (
            "President William Samoei Ruto of Kenya came. President William Ruto left.",
            [("William Samoei Ruto", "head_of_state_and_government", "KE")],
        ),
        (
            "Mr Ahmad Sutrisno of Indonesia met Mr Budi Sutrisno of Indonesia.",
            [("Ahmad Sutrisno", "unknown", "ID"), ("Budi Sutrisno", "unknown", "ID")],
        ),
    ],
)
def test_one_person_is_one_person(text: str, people: list[tuple[str, str, str]]) -> None:
    assert persons(text) == people


def test_every_mention_leads_to_the_same_person() -> None:
    source = annotated("Defence Minister Richard Marles arrived. Mr Marles met the press. Marles then left.")
    mentions = [m for s in source.sentences for m in s.people]
    assert len(mentions) == 3
    assert {id(m.person) for m in mentions} == {id(source.people.persons[0])}
    assert [source.release.text[m.start : m.end] for m in mentions] == [
        "Defence Minister Richard Marles",
        "Mr Marles",
        "Marles",
    ]


@pytest.mark.parametrize(
    ("issued", "office"),
    [("2022-08-09", "unknown"), ("2022-09-08", "defence_minister"), ("2024-08-20", "unknown")],
)
def test_the_table_tells_an_office_for_the_day_of_issue_only(issued: str, office: str) -> None:
    # Mr Hamada took office on 10 August 2022 and left it in September 2023.
    (person,) = annotated("Mr Yasukazu Hamada of Japan was there.", "IN", issued).people.persons
    assert (person.name, person.office) == ("Yasukazu Hamada", office)


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Gilberto C. Teodoro Jr", "Gilberto C. Teodoro Jr."),
        ("Joseph R. Biden, Jr.", "Joseph R. Biden, Jr."),
        ("KIHARA  Minoru", "Kihara Minoru"),
        ("Sanjay J Singh, PVSM, AVSM, NM", "Sanjay J Singh"),
        ("Li Wei", "Li Wei"),
        (" (Ms Example) ", "Ms Example"),
    ],
)
def test_a_name_is_cleaned(printed: str, name: str) -> None:
    assert clean_name(printed) == name


@pytest.mark.parametrize(
    ("office", "country", "role", "name"),
    [
        ("defence_minister", "JP", None, "Minoru Kihara"),
        ("defence_minister", "IN", None, "Rajnath Singh"),
        ("defence_minister", None, None, None),
        ("foreign_minister", None, None, "Yoko Kamikawa"),
        ("unknown", "JP", None, None),
    ],
)
def test_who_holds_an_office(office: str, country: str | None, role: str | None, name: str | None) -> None:
    text = (
        "Defence Minister Rajnath Singh of India met Defence Minister Minoru Kihara of Japan "
        "and Foreign Minister Yoko Kamikawa of Japan."
    )
    person = annotated(text).people.holding(office, country, [], role)
    assert (person.name if person else None) == name
