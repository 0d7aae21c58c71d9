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
        "India and Kenya signed a number of bilateral documents.",
    ],
)
def test_what_is_no_agreement_of_states(text: str) -> None:
    assert reading(text).agreements == ()
