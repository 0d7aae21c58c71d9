"""The steps in the life of an agreement, each its own claim; and what is no agreement of states."""

# ruff: noqa: E501 - an example reads best on one line
from __future__ import annotations

import pytest

from builders import edtf, reading

MOU = "Memorandum of Understanding on shipbuilding"


@pytest.mark.parametrize(
    ("text", "status", "kind", "parties", "date"),
    [
        (f"India and Japan signed a {MOU} on 5 August 2024.", "signed", "mou", ("IN", "JP"), "2024-08-05"),
        (f"A {MOU} was signed by India and Japan on 5 August 2024.", "signed", "mou", ("IN", "JP"), "2024-08-05"),
        (f"India and Japan will sign a {MOU}.", "proposed", "mou", ("IN", "JP"), None),
        (f"The Cabinet approved the signing of a {MOU} with Japan.", "proposed", "mou", ("JP", "IN"), None),
        (f"India and Japan extended the {MOU}.", "extended", "mou", ("IN", "JP"), None),
        ("India and Japan are negotiating a Free Trade Agreement.", "negotiating", "agreement", ("IN", "JP"), None),
        ("India and Japan concluded an Agreement on Social Security.", "concluded", "agreement", ("IN", "JP"), None),
        ("Japan ratified the Reciprocal Access Agreement with the Philippines.", "ratified", "agreement", ("JP", "PH"), None),
        ("The Agreement on Air Services between India and Japan entered into force on 1 March 2024.", "in_force", "agreement", ("IN", "JP"), "2024-03-01"),
        ("They welcomed the operationalisation of the Reciprocal Provision of Supply and Services Agreement between India and Japan.", "operational", "agreement", ("IN", "JP"), None),
        ("India terminated the Bilateral Investment Treaty with Japan.", "terminated", "treaty", ("IN", "JP"), None),
    ],
)  # fmt: skip
def test_a_step(text: str, status: str, kind: str, parties: tuple[str, ...], date: str | None) -> None:
    (step,) = reading(text).agreements
    assert (step.status, step.kind, set(step.parties), edtf(step.when)) == (status, kind, set(parties), date)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("India and Kenya will witness the exchange of a Letter of Intent on fisheries.", [("loi", "proposed")]),
        ("India and Kenya adopted a Declaration on Oceans and a Plan of Action on Tuna.", [("joint_statement", "concluded"), ("arrangement", "concluded")]),
        ("The Cabinet gave its approval for signing an Agreement on Seafarers with Kenya.", [("agreement", "proposed")]),
        ("The Treaty on Extradition between India and Kenya, signed in May 2023, entered into force on 2 June 2024.", [("treaty", "signed"), ("treaty", "in_force")]),
        ("India and the World Bank signed a $90 million loan for wells.", [("agreement", "signed")]),
        ("India and Kenya agreed to open negotiations on an Agreement on Seafarers.", [("agreement", "proposed")]),
        ("India has signed an Agreement on Seafarers with Kenya.", [("agreement", "signed")]),
    ],
)  # fmt: skip
def test_steps_in_other_words(text: str, told: list[tuple[str, str]]) -> None:
    assert [(a.kind, a.status) for a in reading(text).agreements] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("India and Kenya signed two instruments on 9 May 2024: a memorandum of understanding on dairy and an agreement on seeds.", [("signed", "2024-05-09"), ("signed", "2024-05-09")]),
        ("The Extradition Treaty with Kenya, signed in May 2023, will enter into force on 2 October 2024.", [("signed", "2023-05"), ("in_force", "2024-10-02")]),
        ("The Logistics Arrangement with Kenya, concluded in 2022, has been put into operation.", [("concluded", "2022"), ("operational", None)]),
        ("A protocol to the India-Kenya agreement on seeds, initialled on 2 May 2024, will be signed on 5 October 2024.", [("concluded", "2024-05-02"), ("proposed", "2024-10-05")]),
        ("The memorandum of 2009 between India and Kenya on dairy expired on 30 April 2024 and was not renewed.", [("terminated", "2024-04-30")]),
        ("India has ended the seeds agreement with Kenya with effect from 1 July 2024.", [("terminated", "2024-07-01")]),
        ("India and Kenya launched negotiations on a visiting forces agreement on 5 March 2024.", [("negotiating", "2024-03-05")]),
        ("India and Kenya took the final steps to bring the Seeds Agreement into force.", [("in_force", None)]),
        ("India and Kenya completed negotiations of a Seeds Agreement last month.", [("concluded", "2024-07")]),
        ("The Senate approved the seeds treaty between India and Kenya on 6 May 2024.", [("ratified", "2024-05-06")]),
        ("Terms of Reference for the India-Kenya Seeds Forum were finalised and are due for signature on 12 October 2024.", [("proposed", "2024-10-12")]),
        ("India and Kenya adopted a Roadmap on Dairy for 2025-2030.", [("concluded", None)]),
        ("A seeds agreement between India and Kenya is at an advanced stage.", [("negotiating", None)]),
        ("The Treaty on Seeds between India and Kenya, signed in 2023, entered into force after ratification on 5 March 2024.", [("signed", "2023"), ("in_force", "2024-03-05")]),
    ],
)  # fmt: skip
def test_each_step_has_its_own_day(text: str, told: list[tuple[str, str | None]]) -> None:
    assert [(a.status, edtf(a.when)) for a in reading(text).agreements] == told


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Kenya-India Dairy Partnership: 2027-2029 Strategic Roadmap was adopted by both sides.", "Kenya-India Dairy Partnership: 2027-2029 Strategic Roadmap"),
        ("India and Kenya signed a Framework for Ports, Public Health, and Safe Rivers.", "Framework for Ports, Public Health, and Safe Rivers"),
        ("India and Kenya signed the Treaty of Friendship, Cooperation and Mutual Assistance.", "Treaty of Friendship, Cooperation and Mutual Assistance"),
        ("India and Kenya signed a protocol on hill farming in Nairobi on 4 March 2024.", "protocol on hill farming"),
        ("India and Kenya signed a contract for 48 tractors worth 6.5 million dollars.", "contract for 48 tractors"),
        ("The Seeds Agreement between India and the Republic of Kenya has been in force since 2001.", "Seeds Agreement between India and the Republic of Kenya"),
        ("India and Kenya signed the Agreed Minutes of the 9th Session of the Joint Dairy Commission.", "Agreed Minutes of the 9th Session of the Joint Dairy Commission"),
        ("India and Kenya reached agreement on the text of a treaty on seeds.", "treaty on seeds"),
        ("India and Kenya endorsed the Mombasa Declaration at their meeting.", "Mombasa Declaration"),
        ("The Declaration adopted at the Kenya-India Dairy Summit on 7 May 2024 was praised.", "Declaration of the Kenya-India Dairy Summit"),
        ("India and Kenya signed the UK-India-Kenya 100 Year Partnership Agreement.", "UK-India-Kenya 100 Year Partnership Agreement"),
        ("India and Kenya signed an Agreement on Strategic Partnership in Green Energy.", "Agreement on Strategic Partnership in Green Energy"),
        ("India and Kenya signed a protocol of amendment to the 2011 India-Kenya Air Transport Agreement.", "protocol of amendment to the 2011 India-Kenya Air Transport Agreement"),
        ("India and Kenya signed the minutes of the third meeting of the Joint Dairy Council.", "minutes of the third meeting of the Joint Dairy Council"),
        ("India and Kenya exchanged notes concerning the grant for wells.", "notes concerning the grant for wells"),
        ("India and Kenya signed an Agreement on Military Framework in 2019.", "Agreement on Military Framework"),
        ("The work builds on the India-Kenya Dairy Action Plan.", "India-Kenya Dairy Action Plan"),
    ],
)  # fmt: skip
def test_a_name_is_whole(text: str, name: str) -> None:
    assert [a.name for a in reading(text).agreements] == [name]


def test_a_list_under_a_heading_was_signed() -> None:
    told = reading(
        [
            ("body", "The Prime Minister of India met the President of Kenya."),
            ("heading", "List of MoUs exchanged during the visit"),
            ("item", "MoU on Cooperation in Hydrography between India and Kenya"),
            ("item", "Agreement on White Shipping"),
        ]
    )
    assert [(a.kind, a.status) for a in told.agreements] == [("mou", "signed"), ("agreement", "signed")]


def test_the_first_line_of_a_joint_text_may_be_no_title() -> None:
    told = reading("Joint Statement by Germany and Ghana, Accra, 7 March 2024. We met in Accra.", "DE")
    assert [(a.kind, a.status, set(a.parties)) for a in told.agreements] == [
        ("joint_statement", "concluded", {"DE", "GH"})
    ]


def test_who_leaves_a_treaty_of_many() -> None:
    (told,) = reading("Kenya, Uganda and India have notified their withdrawal from the Ottawa Convention.").agreements
    assert (told.status, told.parties) == ("terminated", ("KE", "UG", "IN"))


def test_it_is_the_instrument_just_told() -> None:
    told = reading(
        "Officials of India and Kenya settled the draft of a Memorandum of Understanding on seafarers. "
        "The Cabinet granted approval to sign it."
    )
    assert [(a.kind, a.status, set(a.parties)) for a in told.agreements] == [("mou", "proposed", {"IN", "KE"})]


def test_two_steps_of_one_agreement_are_two_claims() -> None:
    told = reading(f"India and Japan signed a {MOU} on 5 August 2024. The {MOU} entered into force on 10 August 2024.")
    assert [(a.status, edtf(a.when)) for a in told.agreements] == [("signed", "2024-08-05"), ("in_force", "2024-08-10")]


def test_the_said_agreement_is_the_one_of_the_heading_above_it() -> None:
    told = reading(
        [
            ("body", f"The Cabinet approved the signing of a {MOU} with Japan."),
            ("heading", "Ratification of the Agreement with Kenya on Extradition"),
            ("item", "The said Agreement was signed on 5 August 2024."),
        ],
    )
    assert [(a.kind, a.status, set(a.parties)) for a in told.agreements] == [
        ("mou", "proposed", {"IN", "JP"}),
        ("agreement", "signed", {"IN", "KE"}),
    ]


def test_an_agreement_is_not_the_memorandum_told_before_it() -> None:
    told = reading(f"India and Japan will sign a {MOU}. The said Agreement was signed on 5 August 2024.")
    assert [a.status for a in told.agreements] == ["proposed"]


def test_a_joint_statement_of_several_issuers_is_itself_agreed() -> None:
    told = reading(
        [("title", "Joint Statement on Maritime Security"), ("body", "We met in Perth.")],
        "AU",
        co=("JP",),
        genre="joint_text",
    )
    (text,) = told.agreements
    assert (text.kind, text.status, text.parties, edtf(text.when)) == (
        "joint_statement",
        "concluded",
        ("AU", "JP"),
        "2024-08-20",
    )


@pytest.mark.parametrize(
    "text",
    [
        "The agreement between India and Japan has not entered into force.",
        "India and Japan are in agreement.",
        "The University of Tokyo, Japan, signed a Memorandum of Understanding with Delhi University.",
        "India has a treaty room; Japan was told.",
        "Suppose that India and Japan were to sign a treaty on the Moon.",
        "It is a fabrication that India and Japan signed a secret pact.",
        "India has Free Trade Agreements with nearly forty countries; Japan was told.",
        "The Ministry signed a Memorandum of Understanding with Lotus Foods Ltd; Japan was told.",
        "There is agreement between India and Japan on many issues.",
    ],
)
def test_what_is_no_step_of_an_agreement(text: str) -> None:
    assert reading(text).agreements == ()


@pytest.mark.parametrize(
    ("text", "status", "kind", "name", "parties"),
    [
        ("Kenya acceded to the Nairobi Wreck Convention in May 2023.", "ratified", "treaty", "Nairobi Wreck Convention", {"KE"}),
        ("Kenya became the fortieth country to sign the Artemis Accords.", "signed", "agreement", "Artemis Accords", {"KE"}),
        ("Kenya is a party to the International Covenant on Civil and Political Rights.", "in_force", "treaty", "International Covenant on Civil and Political Rights", {"KE"}),
        ("Kenya has formally withdrawn from the Paris Agreement.", "terminated", "agreement", "Paris Agreement", {"KE"}),
        ("India and Kenya initialled an agreement on seed testing.", "concluded", "agreement", "agreement on seed testing", {"IN", "KE"}),
        ("India and Kenya signed a Memorandum of Understanding to widen nursing exchanges.", "signed", "mou", "Memorandum of Understanding to widen nursing exchanges", {"IN", "KE"}),
        ("India and Kenya renewed their science agreement.", "extended", "agreement", "science agreement", {"IN", "KE"}),
        ("The Cabinet gave its approval to a Memorandum of Understanding between India and Kenya on dairy.", "proposed", "mou", "Memorandum of Understanding between India and Kenya on dairy", {"IN", "KE"}),
        ("The Cabinet gave ex-post facto approval to the Agreement between India and Kenya on dairy.", "signed", "agreement", "Agreement between India and Kenya on dairy", {"IN", "KE"}),
        ("India and Kenya agreed to a Framework for Cleaner Ports.", "concluded", "arrangement", "Framework for Cleaner Ports", {"IN", "KE"}),
        ("The President sent to the Senate the Extradition Treaty between Kenya and Peru.", "proposed", "treaty", "Extradition Treaty between Kenya and Peru", {"KE", "PE"}),
        ("India and Kenya await the entry into force of the Tax Treaty between them.", "proposed", "treaty", "Tax Treaty", {"IN", "KE"}),
        ("The United States welcomed the signing of the peace agreement between Kenya and Uganda.", "signed", "agreement", "peace agreement between Kenya and Uganda", {"KE", "UG"}),
        ("The India-Kenya CETA came into effect in July 2024.", "in_force", "agreement", "India-Kenya CETA", {"IN", "KE"}),
    ],
)  # fmt: skip
def test_a_step_of_any_kind_of_instrument(text: str, status: str, kind: str, name: str, parties: set[str]) -> None:
    (told,) = reading(text).agreements
    assert (told.status, told.kind, told.name, set(told.parties)) == (status, kind, name, parties)


def test_a_list_of_instruments_is_signed_as_a_whole() -> None:
    told = reading(
        "India and Kenya signed a declaration on lakes, an agreement on opening a consulate in Mombasa, "
        "and an agreement on the status of reporters."
    )
    assert [(a.kind, a.name, a.status) for a in told.agreements] == [
        ("joint_statement", "declaration on lakes", "signed"),
        ("agreement", "agreement on opening a consulate in Mombasa", "signed"),
        ("agreement", "agreement on the status of reporters", "signed"),
    ]


def test_a_name_ends_where_its_sentence_goes_on() -> None:
    told = reading("India and Kenya signed a memorandum on tea and adopted a joint communique on coffee.")
    assert [(a.name, a.status) for a in told.agreements] == [
        ("memorandum on tea", "signed"),
        ("joint communique on coffee", "concluded"),
    ]


def test_the_anniversary_of_a_treaty_tells_when_it_was_signed() -> None:
    told = reading(
        "India and Kenya marked the twentieth anniversary of the Treaty of Friendship between India and Kenya."
    )
    assert [(a.status, edtf(a.when)) for a in told.agreements] == [("signed", "2004")]
    assert told.relations == ()


@pytest.mark.parametrize(
    "text",
    [
        "The President signed a memorandum directing the ministries to help Kenya.",
        "The Minister of Kenya recalled who signed the Declaration of Independence.",
        "India and Kenya concluded the day with press statements.",
        "The President issued a Presidential Memorandum to widen the use of funds in Kenya.",
        "Kenya acted under the Convention on Seeds Implementation Act.",
        "The agreement between India and Kenya on seeds has yet to be signed.",
        "India and Kenya signed a number of bilateral documents.",
    ],
)
def test_what_is_no_agreement_of_states(text: str) -> None:
    assert reading(text).agreements == ()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("India and Kenya put their signatures to a Memorandum of Understanding on Shipbuilding.", "signed"),
        ("India and Kenya have penned a new Defence Cooperation Agreement.", "signed"),
        ("The contract for the ships was sealed in June between the Governments of India and Kenya.", "signed"),
        ("An agreement on visa-free travel was signed by India with Nairobi.", "signed"),
        ("India and Kenya have reached an understanding on the reopening of the port.", "concluded"),
        ("Negotiations for a free trade agreement between India and Kenya were wrapped up in April.", "concluded"),
        ("The Senate concurred in the ratification of the Extradition Treaty between India and Kenya.", "ratified"),
        ("India and Kenya have activated the Protocol on Migration.", "operational"),
        ("A trade agreement between India and Kenya is in the pipeline.", "negotiating"),
        ("The two Ministers wish to see the Extradition Treaty between India and Kenya signed soon.", "proposed"),
    ],
)  # fmt: skip
def test_each_step_has_many_words(text: str, status: str) -> None:
    (told,) = reading(text, issued="2024-08-20").agreements
    assert (told.status, set(told.parties)) == (status, {"IN", "KE"})
