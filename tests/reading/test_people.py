"""People and offices as sentences name them: name, role, office and state, in the manners of many issuers."""

# ruff: noqa: E501 - an example reads best on one line
from __future__ import annotations

import pytest

from builders import annotated

Told = tuple[str | None, str | None, str, str | None]  # name, role, office, state


def named(text: str, issuer: str, issued: str) -> list[Told]:
    source = annotated(text, issuer, issued)
    return [
        (m.person.name if m.person else None, m.role, m.office, m.country)
        for sentence in source.sentences
        for m in sentence.people
    ]


@pytest.mark.parametrize(
    ("text", "issuer", "issued", "people"),
    [
        pytest.param(
            "Raksha Mantri Shri Rajnath Singh spoke to the House.", "IN", "2024-08-20",
            [("Rajnath Singh", "Raksha Mantri", "defence_minister", "IN")], id="a title that tells its state",
        ),
        pytest.param(
            "Kenya's Minister for Foreign Affairs, Mr Moses Oteng, spoke.", "AU", "2024-08-20",
            [("Moses Oteng", "Minister for Foreign Affairs", "foreign_minister", "KE")], id="a state before 's",
        ),
        pytest.param(
            "The visit of the Vice President of India to Kenya was long.", "IN", "2024-08-20",
            [(None, "Vice President of India", "deputy_head", "IN")], id="who travels to a state is not its envoy",
        ),
        pytest.param(
            "External Affairs Minister Dr S. Jaishankar spoke.", "IN", "2024-08-20",
            [("S. Jaishankar", "External Affairs Minister", "foreign_minister", "IN")], id="an honorific and an initial",
        ),
        pytest.param(
            "Indian External Affairs Minister Subrahmanyam Jaishankar came.", "US", "2022-09-27",
            [("Subrahmanyam Jaishankar", "External Affairs Minister", "foreign_minister", "IN")], id="an adjective in front",
        ),
        pytest.param(
            "Secretary of State Antony J. Blinken travelled.", "US", "2022-09-27",
            [("Antony J. Blinken", "Secretary of State", "foreign_minister", "US")], id="a US secretary",
        ),
        pytest.param(
            "President Joseph R. Biden, Jr. met with President William Ruto of Kenya.", "US", "2024-05-23",
            [("Joseph R. Biden, Jr.", "President", "head_of_state_and_government", "US"),
             ("William Ruto", "President", "head_of_state_and_government", "KE")],
            id="Jr. behind a comma, President X of Y",
        ),
        pytest.param(
            "Acting Secretary of Defense Christopher C. Miller spoke with UK Secretary of State for Defence Ben Wallace.",
            "US", "2020-11-20",
            [
                ("Christopher C. Miller", "Acting Secretary of Defense", "defence_minister", "US"),
                ("Ben Wallace", "UK Secretary of State for Defence", "defence_minister", "GB"),
            ],
            id="acting, and a state in the title",
        ),
        pytest.param(
            "On August 20, Mr. KIHARA Minoru, Minister of Defense, spoke.", "JP", "2024-08-20",
            [("Kihara Minoru", "Minister of Defense", "defence_minister", "JP")], id="surname first, in capitals",
        ),
        pytest.param(
            "KAMIKAWA Yoko, Minister for Foreign Affairs of Japan, met Dr. Subrahmanyam Jaishankar.", "JP", "2024-08-20",
            [
                ("Kamikawa Yoko", "Minister for Foreign Affairs of Japan", "foreign_minister", "JP"),
                ("Subrahmanyam Jaishankar", None, "foreign_minister", "IN"),
            ],
            id="an office in apposition, and one that the table knows",
        ),
        pytest.param(
            "He met the Japanese Minister of Defense Mr Gen NAKATANI in Tokyo.", "IN", "2025-05-05",
            [("Gen Nakatani", "Minister of Defense", "defence_minister", "JP")], id="a given name that is also a rank",
        ),
        pytest.param(
            "The Minister of Hi-tech Industry of Japan, Mr. Janos Kovac, was there.", "IN", "2024-08-20",
            [("Janos Kovac", "Minister of Hi-tech Industry of Japan", "other_minister", "JP")], id="a portfolio that no table lists",
        ),
        pytest.param(
            "Minister for Sport Jane Example of New Zealand spoke.", "NZ", "2024-08-20",
            [("Jane Example", "Minister for Sport", "other_minister", "NZ")], id="a portfolio of one word",
        ),
        pytest.param(
            "Minister for Immigration, Citizenship and Multicultural Affairs Andrew Giles spoke.", "AU", "2024-06-20",
            [("Andrew Giles", "Minister for Immigration, Citizenship and Multicultural Affairs", "other_minister", None)],
            id="a portfolio with a comma",
        ),
        pytest.param(
            "Deputy Prime Minister and Minister for Defence Richard Marles spoke.", "AU", "2024-08-20",
            [("Richard Marles", "Deputy Prime Minister and Minister for Defence", "defence_minister", "AU")], id="two offices of one person",
        ),
        pytest.param(
            "Secretary of National Defense Gilberto Teodoro Jr. spoke.", "PH", "2024-08-20",
            [("Gilberto Teodoro Jr.", "Secretary of National Defense", "defence_minister", "PH")], id="Jr. without a comma",
        ),
        pytest.param(
            "Jake Sullivan, the U.S. National Security Advisor, was there.", "IN", "2024-06-17",
            [("Jake Sullivan", "U.S. National Security Advisor", "national_security_adviser", "US")], id="a name, then its office",
        ),
        pytest.param(
            "Admiral R Hari Kumar, Chief of the Naval Staff, was there.", "IN", "2024-02-20",
            [("R Hari Kumar", "Chief of the Naval Staff", "navy_chief", "IN")], id="a rank, a name and an office",
        ),
        pytest.param(
            "Prime Minister of Japan H.E. Mr. Fumio Kishida and Prime Minister Shri Narendra Modi spoke.", "IN", "2022-05-24",
            [
                ("Fumio Kishida", "Prime Minister of Japan", "head_of_government", "JP"),
                ("Narendra Modi", "Prime Minister", "head_of_government", "IN"),
            ],
            id="rows of honorifics",
        ),
        pytest.param(
            "Flag Officer Commanding-in-Chief, Western Naval Command, Vice Admiral Sanjay J Singh spoke.", "IN", "2024-08-20",
            [("Sanjay J Singh", "Flag Officer Commanding-in-Chief, Western Naval Command", "theatre_commander", "IN")],
            id="a command in the title",
        ),
        pytest.param(
            "Admiral John C. Aquilino, Commander, US Indo-Pacific Command, was there.", "IN", "2022-08-25",
            [("John C. Aquilino", "Commander, US Indo-Pacific Command", "theatre_commander", "US")], id="a commander of a unit",
        ),
        pytest.param(
            "General Sir Patrick Sanders of the British Army was there.", "IN", "2024-02-20",
            [("Patrick Sanders", None, "unknown", "GB")], id="a service behind the name",
        ),
        pytest.param(
            "His Majesty King Abdullah II of Jordan spoke.", "IN", "2024-08-20",
            [("Abdullah II", "King", "monarch", "JO")], id="a monarch",
        ),
        pytest.param(
            "Crown Prince Mohammed bin Salman spoke.", "SA", "2024-08-20",
            [("Mohammed bin Salman", "Crown Prince", "crown_prince", "SA")], id="a particle in the name",
        ),
        pytest.param(
            "Minister Sutrisno of Indonesia was received by President Marcos of the Philippines.", "IN", "2024-08-20",
            [("Sutrisno", "Minister", "other_minister", "ID"), ("Marcos", "President", "head_of_state_and_government", "PH")],
            id="one name is a whole name",
        ),
        pytest.param(
            "The Prime Minister thanked the Foreign Minister of Japan.", "IN", "2024-08-20",
            [
                (None, "Prime Minister", "head_of_government", "IN"),
                (None, "Foreign Minister of Japan", "foreign_minister", "JP"),
            ],
            id="offices without names",
        ),
        pytest.param("INS Tabar and JS Kaga met off Goa.", "IN", "2024-08-20", [], id="ships are no people"),
        pytest.param("The Washington Treaty and the New Delhi Summit last.", "IN", "2024-08-20", [], id="places are no people"),
        pytest.param("In March, Exercise Malabar was held.", "IN", "2024-08-20", [], id="exercises are no people"),
        pytest.param(
            "The Defence Secretary, Jane Example, spoke.", "GB", "2024-08-20",
            [("Jane Example", "Defence Secretary", "defence_minister", None)], id="a name in apposition, the state not told",
        ),
        pytest.param(
            "The Defence Secretary spoke.", "GB", "2024-08-20",
            [(None, "Defence Secretary", "defence_minister", "GB")], id="what an office is in its own state",
        ),
        pytest.param(
            "Norway's newly elected Foreign Minister Ola Example came.", "FI", "2024-08-20",
            [("Ola Example", "Foreign Minister", "foreign_minister", "NO")], id="a word between state and office",
        ),
        pytest.param(
            "At Horse Guards Parade, the Foreign Minister of Japan spoke.", "GB", "2024-08-20",
            [(None, "Foreign Minister of Japan", "foreign_minister", "JP")], id="a square is nobody",
        ),
        pytest.param(
            "Minister of Defence, Norway", "SE", "2024-08-20",
            [(None, "Minister of Defence", "defence_minister", "NO")], id="an office below a signature",
        ),
        pytest.param(
            "For Timor-Leste, Roberto Example, Vice Minister for Foreign Affairs, signed.", "EU", "2024-08-20",
            [("Roberto Example", "Vice Minister for Foreign Affairs", "minister_of_state", "TL")], id="for whom one signs",
        ),
        pytest.param(
            "Gen. Song Example, Royal Thai Armed Forces (RTARF) Chief of Defence, came.", "US", "2024-08-20",
            [("Song Example", "Chief of Defence", "chief_of_defence", "TH")], id="forces and their abbreviation before an office",
        ),
        pytest.param(
            "He assured the Prime Minister of the African Union's support.", "African Union", "2024-08-20",
            [(None, "Prime Minister", "head_of_government", None)], id="told of a body's support; a body has no prime minister",
        ),
        pytest.param(
            "The Minister of Public Enterprises agreed.", "ZA", "2024-08-20",
            [(None, "Minister of Public Enterprises", "other_minister", "ZA")], id="a portfolio is no name",
        ),
        pytest.param(
            "Secretary Mattis' call with Secretary of Defense Jim Mattis", "US", "2017-08-20",
            [
                ("Jim Mattis", "Secretary of Defense", "defence_minister", "US"),
                ("Jim Mattis", "Secretary of Defense", "defence_minister", "US"),
            ],
            id="a name with an apostrophe, and a short title",
        ),
        pytest.param(
            "Secretary of State Jan Example and Secretary of State Antony Blinken spoke.", "PL", "2024-01-20",
            [
                ("Jan Example", "Secretary of State", "minister_of_state", None),
                ("Antony Blinken", "Secretary of State", "foreign_minister", "US"),
            ],
            id="a Secretary of State at home and the American one",
        ),
        pytest.param(
            "President Zelensky and Defence Minister Umerov spoke.", "NL", "2024-04-17",
            [("Zelensky", "President", "head_of_state", "UA"), ("Umerov", "Defence Minister", "defence_minister", "UA")],
            id="an office and a surname that only one serving holder has",
        ),
        pytest.param(
            "The Minister of Foreign Affairs, Ambassador Mauro Example, met Foreign Minister Prince Said bin Example.",
            "BR", "2024-02-20",
            [
                ("Mauro Example", "Minister of Foreign Affairs", "foreign_minister", None),
                ("Said bin Example", "Foreign Minister", "foreign_minister", None),
            ],
            id="a form of address between office and name",
        ),
        pytest.param(
            "Mr. SOK Example, Deputy Prime Minister, Minister of Foreign Affairs, came.", "KH", "2024-02-20",
            [("SOK Example", "Deputy Prime Minister, Minister of Foreign Affairs", "foreign_minister", None)],
            id="a deputy's second office behind a comma",
        ),
        pytest.param(
            "Chief of Defence Forces General Charles Example came.", "KE", "2024-02-20",
            [("Charles Example", "Chief of Defence Forces", "chief_of_defence", None)], id="a rank is not of the office",
        ),
        pytest.param(
            "Minister for Defence of Australia the Hon Richard Marles MP came.", "ID", "2024-08-20",
            [("Richard Marles", "Minister for Defence of Australia", "defence_minister", "AU")],
            id="the Honourable behind the office",
        ),
        pytest.param(
            "Special Representative for Afghanistan Thomas Example came.", "US", "2024-02-20",
            [("Thomas Example", "Special Representative for Afghanistan", "special_envoy", None)],
            id="an envoy is not of the state he is sent to",
        ),
        pytest.param(
            "Deputy FM Ola Example and Bahraini FM Ali Example spoke.", "IL", "2024-02-20",
            [("Ola Example", "Deputy FM", "minister_of_state", None), ("Ali Example", "FM", "foreign_minister", "BH")],
            id="offices in short",
        ),
        pytest.param(
            "Australia's Deputy Prime Minister cum Defence Minister Richard Marles came.", "MY", "2024-05-30",
            [("Richard Marles", "Deputy Prime Minister cum Defence Minister", "defence_minister", "AU")], id="an office cum another",
        ),
        pytest.param(
            "Iranian Foreign Minister Hossein Amir-Example spoke at 3:30 PM.", "OM", "2023-05-30",
            [("Hossein Amir-Example", "Iranian Foreign Minister", "foreign_minister", "IR")], id="half a surname, and an hour",
        ),
        pytest.param(
            'Gen. Michael "Erik" Example, commander of U.S. Central Command, came.', "US", "2023-05-30",
            [('Michael "Erik" Example', "commander of U.S. Central Command", "theatre_commander", "US")],
            id="a nickname, and an office printed small",
        ),
        pytest.param(
            "Commander of AFRICOM General Michael Example met Oman's Secretary-General.", "DZ", "2024-05-30",
            [
                ("Michael Example", "Commander of AFRICOM", "officer", "US"),
                (None, "Secretary-General", "permanent_secretary", "OM"),
            ],
            id="a command and a rank; a state's Secretary-General",
        ),
        pytest.param(
            "The Peruvian Chancellor met Deputy Secretary-General Amina Example.", "PE", "2024-05-30",
            [
                (None, "Chancellor", "foreign_minister", "PE"),
                ("Amina Example", "Deputy Secretary-General", "igo_official", None),
            ],
            id="a Chancellor who leads no government",
        ),
    ],
)  # fmt: skip
def test_people_in_a_sentence(text: str, issuer: str, issued: str, people: list[Told]) -> None:
    assert named(text, issuer, issued) == people


def test_only_those_who_act_for_another_are_acting() -> None:
    source = annotated(
        "Acting Secretary of Defense Christopher C. Miller met Secretary Mike Pompeo.", "US", "2020-11-20"
    )
    assert [m.acting for m in source.sentences[0].people] == [True, False]


@pytest.mark.parametrize(
    ("text", "ships"),
    [
        ("INS Tabar and JS Kaga sailed with HMS Richmond.", [("INS Tabar", "IN"), ("JS Kaga", "JP"), ("HMS Richmond", "GB")]),
        ("The frigate INS ‘Tabar’ was there.", [("INS ‘Tabar", "IN")]),
        ("USS Ronald Reagan left port.", [("USS Ronald Reagan", "US")]),
        ("INS and JS are prefixes.", []),
    ],
)  # fmt: skip
def test_ships_are_known_by_their_prefix(text: str, ships: list[tuple[str, str]]) -> None:
    (sentence,) = annotated(text).sentences
    assert [(v.name, v.code) for v in sentence.vessels] == ships
