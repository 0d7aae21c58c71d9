"""Pages about one event: the head of the page dates and places what its title tells; who is at home is no party."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from builders import ISSUED, edtf, made, names, people
from comity.extract.read import read_claims
from comity.model import Reading
from comity.reading.annotate import annotate


def page(title: str, *body: str, place: str | None = "The Kremlin, Moscow") -> Reading:
    """What Comity reads from a page of the Kremlin with this title."""
    told: Sequence[tuple[str, str]] = [("title", title), *(("body", words) for words in body)]
    release = replace(made(told, "RU"), profile="kremlin", place=place, place_country="RU" if place else None)
    return read_claims(annotate(release, names()), least=0)


def test_the_title_s_meeting_has_the_day_and_place_of_the_page() -> None:
    (met,) = page("Meeting with President of Kenya William Ruto", "The talks were about trade.").engagements
    assert (met.kind, met.status, met.parties) == ("talks", "held", ("RU", "KE"))
    assert (edtf(met.when), met.place, met.place_country) == (ISSUED, "The Kremlin, Moscow", "RU")
    assert met.when is not None
    assert met.when.basis == "dateline"
    assert people(met) == {"William Ruto"}


@pytest.mark.parametrize(
    ("title", "kind", "parties"),
    [
        ("Telephone conversation with President of Kenya William Ruto", "call", {"RU", "KE"}),
        ("Russian-Kenyan talks", "talks", {"RU", "KE"}),
        ("Meeting with President of Kenya William Ruto and President of Uganda Yoweri Museveni", "summit", {"RU", "KE", "UG"}),  # noqa: E501
        ("Press statements following Russian-Kenyan talks", "talks", {"RU", "KE"}),
    ],
)  # fmt: skip
def test_a_title_names_its_event(title: str, kind: str, parties: set[str]) -> None:
    (met,) = page(title, place=None).engagements
    assert (met.kind, set(met.parties), edtf(met.when)) == (kind, parties, ISSUED)


def test_the_conversation_below_a_titled_call_is_that_call() -> None:
    told = page(
        "Telephone conversation with President of Kenya William Ruto",
        "The two leaders had a long conversation.",
        place=None,
    )
    assert [(e.kind, edtf(e.when)) for e in told.engagements] == [("call", ISSUED)]


@pytest.mark.parametrize(
    "title",
    [
        "Working meeting with Minister of Transport Ivan Petrov",
        "Vladimir Putin met the leaders of the trade unions",
        "Acting President Putin held a meeting with Cabinet members",
    ],
)
def test_a_meeting_at_home_is_no_claim(title: str) -> None:
    body = "The Minister supported the region's plan to build a bridge. Kenya and Uganda were mentioned in passing."
    assert list(page(title, body).claims()) == []


def test_the_issuer_s_other_releases_are_not_dated_by_their_head() -> None:
    told = [("title", "Meeting with President of Kenya William Ruto"), ("body", "President Ruto spoke of Russia.")]
    assert [e for e in read_claims(annotate(made(told, "RU"), names())).engagements if e.when] == []


def test_a_card_is_no_part_of_the_sentence() -> None:
    told = page(
        "Meeting with President of Kenya William Ruto",
        "Mr Ruto Ruto WilliamPresident of the Republic of Kenya thanked Russia for its help with the harvest.",
    )
    (position,) = told.positions
    assert position.by == ("KE",)
    assert position.quote in told.release.text


def test_who_speaks_takes_the_stance() -> None:
    told = page(
        "Meeting with President of Kenya William Ruto",
        "President of Russia Vladimir Putin: I am glad to welcome you to Moscow.",
        "Kenya is one of our key partners in Africa.",
        "President of Kenya William Ruto (retranslated): Thank you for the invitation.",
        "I believe these contacts should be stepped up.",
    )
    assert [(e.kind, e.status, e.parties) for e in told.engagements if e.kind == "visit"] == [
        ("visit", "ongoing", ("KE", "RU"))
    ]
    assert [(p.by, p.stance) for p in told.positions] == [(("RU",), "acknowledges")]
    assert [(c.by, c.force) for c in told.commitments] == [(("KE",), "need_expressed")]


def test_a_greeting_at_the_airport_is_a_ceremony() -> None:
    told = page(
        "Vladimir Putin arrived in Kenya",
        "President of Kenya William Ruto met Vladimir Putin at the airport.",
        place=None,
    )
    assert {(e.kind, edtf(e.when)) for e in told.engagements} == {("visit", ISSUED), ("ceremony", ISSUED)}


def test_the_issuer_s_own_leader_is_known_by_his_surname() -> None:
    told = annotate(made("Mr Modi met President Ruto of Kenya. Mr Sharma met nobody."), names())
    assert [(m.person.name, m.country) for s in told.sentences for m in s.people if m.person] == [
        ("Modi", "IN"),
        ("Ruto", "KE"),
        ("Sharma", None),
    ]
