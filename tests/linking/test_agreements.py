"""Tellings of agreements: what is one agreement, the steps of its life, and how far it has come."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.linking.agreements import AGREEMENTS
from comity.linking.lives import Step, life, stage
from comity.model import Entry, Kept
from linking.tellings import agreement as told
from linking.tellings import things


def one_thing(*tellings: Kept) -> bool:
    return len(things(tellings, AGREEMENTS)) == 1


RPSS = "Reciprocal Provision of Supply and Services Agreement"

SAME = [
    ("a treaty of many, whoever tells it", told("Paris Agreement", "KE"), told("Paris Agreement on climate", "NO SE")),
    ("a full name and its abbreviation", told(RPSS), told("RPSS", status="in_force")),
    ("a type and its family", told(RPSS), told("ACSA")),
    ("a described agreement", told(RPSS), told("logistics pact", subject="logistics")),
    ("part of the name", told(RPSS), told("agreement on reciprocal supply", subject="logistics")),
    ("initials of a name told in full", told("Fjord Patrol Access Arrangement"), told("FPAA", issued="2035-01-01")),
    (
        "one life",
        told("Agreement on Sealed Cargo", status="proposed", issued="2019-02-01"),
        told("Sealed Cargo Agreement", edtf="2021-03-04"),
    ),
    (
        "a bare name, on the same matter",
        told("MoU", kind="mou", quote="an MoU on whale rescue was signed"),
        told("MoU on whale rescue", kind="mou"),
    ),
    (
        "a joint statement, by the day",
        told("Joint Statement", kind="joint_statement"),
        told("Kenya-Norway Joint Statement", kind="joint_statement", edtf="2031-06-15"),
    ),
    ("told with the parties in it", told("Kenya-Norway Air Transport Agreement"), told("Air Services Agreement")),
    (
        "parties left out",
        told("Treaty on the Safe Return of Stranded Whale Calves", "KE NO CL"),
        told("Treaty on the Safe Return of Stranded Whale Calves"),
    ),
    (
        "words that say no more than on",
        told("MoU on seed storage", kind="mou", status="proposed", issued="2029-01-01"),
        told("Memorandum of Understanding on Cooperation in the Field of Seed Storage", kind="mou"),
    ),
    (
        "British and American spelling",
        told("Defense Data Sharing Agreement"),
        told("Agreement on Defence Data Sharing"),
    ),
]


@pytest.mark.parametrize(("a", "b"), [(a, b) for _, a, b in SAME], ids=[name for name, _, _ in SAME])
def test_these_tell_of_one_agreement(a: Kept, b: Kept) -> None:
    assert one_thing(a, b)


APART = [
    ("one type, other parties", told(RPSS), told(RPSS, "KE SE")),
    (
        "a network is no agreement on supply",
        told(RPSS),
        told("Logistics Network", kind="arrangement", subject="logistics"),
    ),
    (
        "ship repair is another matter",
        told(RPSS),
        told("ship repair arrangement", kind="arrangement", subject="logistics"),
    ),
    (
        "two types of one family",
        told("Comprehensive Economic Partnership Agreement"),
        told("Comprehensive Economic Cooperation Agreement"),
    ),
    ("two memoranda of one day", told("MoU on whale rescue", kind="mou"), told("MoU on seed storage", kind="mou")),
    (
        "bare names, other matters",
        told("MoU", kind="mou", quote="an MoU on whale rescue"),
        told("MoU", kind="mou", quote="an MoU on seed storage"),
    ),
    (
        "bare names, far apart",
        told("MoU", kind="mou", quote="an MoU on whale rescue"),
        told("MoU", kind="mou", quote="an MoU on whale rescue", issued="2032-06-15"),
    ),
    (
        "a memorandum and a contract",
        told("MoU on whale rescue", kind="mou"),
        told("contract on whale rescue", kind="contract"),
    ),
    (
        "joint statements of two days",
        told("Joint Statement", kind="joint_statement", edtf="2031-06-15"),
        told("Joint Statement", kind="joint_statement", edtf="2031-09-15"),
    ),
    (
        "a framework and the agreement to come of it",
        told("Framework for an Agreement on Sealed Cargo"),
        told("Agreement on Sealed Cargo"),
    ),
    (
        "joint statements of other parties",
        told("Joint Statement", kind="joint_statement"),
        told("Joint Statement", "KE SE", kind="joint_statement"),
    ),
    (
        "a statement and a declaration",
        told("joint statement", kind="joint_statement"),
        told("Declaration on Whale Rescue", kind="joint_statement"),
    ),
    ("a protocol to a treaty", told("Paris Agreement", "KE"), told("protocol to the Paris Agreement", "KE")),
    (
        "two treaties in one name",
        told("Chemical Weapons Convention", "KE"),
        told("Chemical Weapons Convention and Biological Weapons Convention", "KE"),
    ),
    (
        "a first and a second contract",
        told("first contract for seed drills", kind="contract"),
        told("second contract for seed drills", kind="contract"),
    ),
    (
        "renewed years after",
        told("Sealed Cargo Agreement", edtf="2011-03-04"),
        told("Sealed Cargo Agreement", edtf="2029-03-04"),
    ),
    (
        "several at once",
        told("agreements", quote="agreements were signed"),
        told("agreements", quote="agreements were signed"),
    ),
    ("common words, years apart", told("Cooperation Agreement", issued="2020-01-01"), told("Cooperation Agreement")),
]


@pytest.mark.parametrize(("a", "b"), [(a, b) for _, a, b in APART], ids=[name for name, _, _ in APART])
def test_these_tell_of_two(a: Kept, b: Kept) -> None:
    assert not one_thing(a, b)


def test_a_treaty_that_is_told_often_costs_no_more_than_one_told_once() -> None:
    often = [told("New START", "RU US", issued=f"2021-03-{day:02}", status="in_force") for day in range(1, 29)]
    assert len({AGREEMENTS.form(one) for one in often}) == 1


def test_what_was_in_force_before_the_signature_is_the_agreement_that_went_before() -> None:
    old = [
        told("Sealed Cargo Agreement", edtf="2011-03-04"),
        told("Sealed Cargo Agreement", edtf="2014", status="in_force"),
    ]
    new = [
        told("Sealed Cargo Agreement", edtf="2028", status="proposed"),
        told("Sealed Cargo Agreement", edtf="2029-03-04"),
    ]
    assert things([*old, *new], AGREEMENTS) == {frozenset(one.id for one in old), frozenset(one.id for one in new)}


def entry(*tellings: Kept) -> Entry:
    return Entry("e", "agreement", tellings)


def test_the_life_of_an_agreement() -> None:
    plan = told(RPSS, status="proposed", edtf="2019", according_to=("KE",))
    signed = told(RPSS, edtf="2021-03-04", according_to=("KE",))
    again = told(RPSS, edtf="2021-03", according_to=("NO",))
    undated = told(RPSS, according_to=("SE",))
    force = told(RPSS, status="in_force")
    steps = life(entry(force, undated, again, plan, signed))
    assert steps == (
        Step("proposed", "2019", (plan.id,), ("KE",)),
        Step("signed", "2021-03-04", (signed.id, again.id, undated.id), ("KE", "NO", "SE")),
        Step("in_force", None, (force.id,), ()),
    )


@pytest.mark.parametrize(
    ("statuses", "furthest"),
    [
        (("proposed", "signed", "negotiating"), "signed"),
        (("signed", "operational"), "operational"),
        (("announced",), "announced"),
        (("in_force", "terminated", "signed"), "terminated"),
    ],
)
def test_the_stage_is_the_furthest_step_told(statuses: tuple[str, ...], furthest: str) -> None:
    assert stage(entry(*(told(RPSS, status=status) for status in statuses))) == furthest


POOL = [one for _, a, b in (*SAME, *APART) for one in (a, b)]


@settings(max_examples=40, deadline=None)
@given(st.permutations(POOL))
def test_the_order_of_arrival_does_not_matter(tellings: list[Kept]) -> None:
    assert things(tellings, AGREEMENTS) == things(POOL, AGREEMENTS)
