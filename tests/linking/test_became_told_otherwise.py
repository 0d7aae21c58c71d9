"""What became of a promise, where the later release tells it in other words than the promise; and what it is not."""

from __future__ import annotations

import pytest

from comity.linking.followups import follow_ups
from comity.model import Entry
from linking.became import Told, meeting, pact, promise, suggested, told

CALL = meeting("call", "NO KR", "2031-05-04", "Haugland Seo", "Haugland and Seo spoke by telephone")
BANQUET = "Haugland will attend the banquet in Busan on 9 June, where she will speak for open sea lanes"


def after(*claims: object, title: str = "") -> Told:
    """The release with the promise, its first claim."""
    return told("2031-05-04", *claims, title=title)  # type: ignore[arg-type]


WELCOME = promise("welcoming President Seo to Oslo on 9 June 2031", "NO", "KR", due="2031-06-09", force="intends")
AGAIN = promise("meet again in early 2032", due="2032")
INVITED = after(
    promise("visit Norway", "NO", "KR", force="invited", quote="Haugland invited President Seo to visit Norway"), CALL
)
SEED = after(promise("work towards a Seed Vault Agreement"))
KELP = after(promise("develop a strategic framework for kelp farming and seaweed trade"))
HELP = after(promise("provide more security assistance packages", "NO", "UA", force="committed"))

BECAME = {
    "no day is told, and the title tells of it": (
        after(promise("seeing President Seo again", "NO", "KR", force="intends"), CALL),
        told("2031-05-20", meeting(people="Haugland Seo"), title="Readout of Haugland’s meeting with President Seo")),
    "no day is told, and it is told on the day that the promise names": (
        after(WELCOME, CALL), told("2031-06-09", meeting(people="Haugland Seo", quote="talks with President Seo"))),
    "within the days that the promise names": (
        after(promise("hold shipping talks in Bergen next week", due="2031-05-05/2031-05-11"), CALL),
        told("2031-05-08", meeting(day="2031-05-07", place="Bergen", place_country="NO"))),
    "of a state’s head, told by the title": (
        after(WELCOME, CALL),
        told("2031-06-09", meeting(day="2031-06-09", quote="We met today"), title="Statement of Haugland and Seo")),
    "a body, and one of those who promised": (
        after(promise("hold a virtual NATO leaders’ meeting next week", "NO DE", due="2031-05-05/2031-05-11")),
        told("2031-05-08", meeting("talks", "NO NATO", "2031-05-07", "Haugland"))),
    "the next meeting of the one that the title names": (
        after(AGAIN, CALL, title="Readout of the Third Cod Quota Panel"),
        told("2032-02-08", meeting("dialogue", day="2032-02-07", name="Cod Quota Panel", edition=4))),
    "received in the state to be visited": (
        INVITED, told("2031-10-02", meeting(day="2031-10-01", people="Haugland Seo", place="Bergen",
                                            place_country="NO"))),
    "the one invited came, after more than a year": (
        INVITED, told("2032-06-02", meeting(day="2032-06-01", people="Haugland Seo", place="Bergen",
                                            place_country="NO"))),
    "invited to a city": (
        after(promise("Oslo", "NO", "KR", force="invited", quote="She invited President Seo to Oslo"), CALL),
        told("2031-10-02", meeting("visit", "KR NO", "2031-10-01", "Seo", place="Oslo", place_country="NO"))),
    "took part in a feast, as the guest invited": (
        after(promise("take part in the opening of the Year of Norwegian Music in Norway", "NO", "KR", force="invited"),
              CALL),
        told("2031-07-02", meeting(day="2031-07-01", people="Haugland Seo", place="Oslo", place_country="NO"))),
    "met at a gathering of many": (
        after(promise("meet at the G20"), CALL),
        told("2031-06-20", meeting(day="2031-06-19", people="Haugland Seo"))),
    "to be held, and what is told before": (
        after(promise("be held in Oslo in June 2031", due="2031-06",
                      quote="hope that the summit to be held in Oslo in June 2031")),
        told("2031-06-10", meeting(day="2031-06-09", place="Oslo", place_country="NO"))),
    "in the weeks ahead": (
        after(promise("welcoming President Seo to Oslo in the weeks ahead", "NO", "KR", force="intends"), CALL),
        told("2031-06-12", meeting(day="2031-06-11", people="Haugland Seo"))),
    "a dialogue of this name, long after": (
        after(promise("launch a Norway-Korea Cod Dialogue")),
        told("2032-05-20", meeting("dialogue", day="2032-05-19", name="Korea-Norway Cod Dialogue"))),
    "the ministers, told in small letters": (
        after(promise("hold consultations at the level of foreign ministers in June", due="2031-06")),
        told("2031-06-10", meeting(day="2031-06-09", people="Lie Bae"))),
    "views exchanged again": (
        after(promise("continue their regular exchange of opinions on the strait"), CALL),
        told("2031-06-10", meeting(day="2031-06-09", people="Haugland Seo"))),
    "contact, in what the release calls a conference": (
        after(promise("continue their contacts"), CALL),
        told("2031-06-10", meeting("conference", day="2031-06-09", people="Haugland Seo"))),
    "an agreement worked towards": (
        SEED, told("2032-03-03", pact("Seed Vault Agreement", day="2032-03-02"))),
    "a framework developed": (
        KELP, told("2032-03-03", pact("Strategic Framework for Kelp Farming", "concluded", day="2032-03-02"))),
    "signed, where an early telling has it as drafted": (
        after(promise("sign an agreement on a common salmon hatchery zone")),
        told("2031-04-01", pact("CSZ agreement", "concluded", quote="drafts of the CSZ agreement")),
        told("2031-05-06", pact("CSZ agreement", day="2031-05-05", quote="the CSZ agreement on a common salmon "
                                "hatchery zone"))),
    "packages of the help promised": (
        HELP, told("2031-06-20", promise("a package of security assistance with radars", "NO", "UA", amount=25,
                                         force="committed", quote="announced a package of security assistance"))),
}  # fmt: skip

ELSE = {
    "no day is told, and the title is of something else": (
        after(promise("seeing President Seo again", "NO", "KR", force="intends"), CALL),
        told("2031-05-20", meeting(people="Haugland Seo", quote="when she met Seo"), title="Fish prices fall")),
    "one who comes to the state, where a meeting was promised": (
        after(promise("meet again"), CALL),
        told("2031-05-20", meeting("visit", "KR NO", "2031-05-19", "Haugland Seo", place="Tromso"))),
    "another of the invited state came": (
        INVITED, told("2031-07-02", meeting(day="2031-07-01", people="Haugland Han", place="Oslo",
                                            place_country="NO"))),
    "the hosts met their own people": (
        after(promise("come to Norway in October 2031", "NO", "KR", due="2031-10", force="invited"), CALL),
        told("2031-10-02", meeting(day="2031-10-01", people="Haugland", place="Oslo", place_country="NO"))),
    "a dialogue launched, and the leaders met": (
        after(promise("launch a Cod Dialogue this year", due="2031", quote="Seo will launch a Cod Dialogue"), CALL),
        told("2031-05-20", meeting(day="2031-05-19", people="Haugland Seo"))),
    "the meeting of a body of which the promise says only the sides": (
        after(promise("attend the EU-Norway talks on herring", "NO DE")),
        told("2031-05-20", meeting("talks", "NO EU", "2031-05-19", "Haugland"))),
    "a visit that is past": (
        after(promise("work on the partnership that was celebrated during President Seo’s visit to Oslo", "NO", "KR"),
              CALL),
        told("2031-05-20", meeting("visit", "KR NO", "2031-05-19", "Seo", place="Oslo", place_country="NO"))),
    "a visit at which agreements were reached": (
        after(promise("honour all that was reached during President Seo’s visit to Oslo", "NO", "KR"), CALL),
        told("2031-05-20", meeting("visit", "KR NO", "2031-05-19", "Seo", place="Oslo", place_country="NO"))),
    "a visit that the consultations are to prepare": (
        after(promise("hold officials’ consultations to prepare President Seo’s visit to Oslo"), CALL),
        told("2031-06-20", meeting("visit", "KR NO", "2031-06-19", "Seo", place="Oslo", place_country="NO"))),
    "the next meeting of another name": (
        after(promise("reconvene the Herring Commission in 2032", due="2032"), title="Readout of the Cod Quota Panel"),
        told("2032-02-08", meeting("dialogue", day="2032-02-07", name="Cod Quota Panel"))),
    "an agreement, some of whose words stand in the promise": (
        after(promise("create a payment mechanism that secures the supply of buses and an arrangement of loans")),
        told("2032-03-03", pact("Security of Supply Arrangement", "concluded", day="2032-03-02"))),
    "another agreement, told in one breath with it": (
        SEED, told("2032-03-03", pact("Convention on Crops", "operational", day="2032-03-02",
                                      quote="a Seed Vault Agreement that serves the Convention on Crops"))),
    "an agreement that shares only the names of the states": (
        after(promise("prepare the documents of Norway, Iceland and Denmark", "NO IS DK")),
        told("2032-03-03", pact("Agreement on Whale Counting", parties="NO IS DK", day="2032-03-02",
                                quote="Norway, Iceland and Denmark signed"))),
    "the plan, told by the other side a day later": (
        after(promise("meet again in Bergen in 2032", due="2032"), CALL),
        told("2031-05-05", meeting(day="2032", people="Haugland Seo", place="Bergen", status="planned"))),
}  # fmt: skip


@pytest.mark.parametrize("releases", BECAME.values(), ids=BECAME)
def test_what_a_later_release_tells_in_other_words(releases: tuple[Told, ...]) -> None:
    assert suggested(*releases)


@pytest.mark.parametrize("releases", ELSE.values(), ids=ELSE)
def test_what_is_near_and_is_something_else(releases: tuple[Told, ...]) -> None:
    assert not suggested(*releases)


def test_what_is_done_at_an_occasion_is_a_step_once_it_was_held() -> None:
    banquet = {"place": "Busan", "place_country": "KR", "people": "Haugland"}
    first = after(
        promise("speak for open sea lanes", "NO", "KR", force="intends", quote=BANQUET),
        meeting("ceremony", day="2031-06-09", status="planned", quote=BANQUET, **banquet),
    )
    (found,) = suggested(first, told("2031-06-10", meeting("ceremony", day="2031-06-09", **banquet)))
    assert (found.becomes, found.bearing) == ("held", "step")


def test_an_agreement_on_what_was_to_be_made_is_a_step_and_one_of_that_name_is_it_done() -> None:
    zone = after(promise("create a common salmon hatchery zone"))
    (found,) = suggested(
        zone, told("2032-03-03", pact("CSZ agreement", day="2032-03-02", quote="on a common salmon hatchery zone"))
    )
    assert found.bearing == "step"
    (found,) = suggested(*BECAME["a framework developed"])
    assert found.bearing == "done"


@pytest.mark.parametrize(
    ("action", "days", "many"),
    [
        ("meet four times in 2032", ("2032-03-01", "2032-09-05"), 2),
        ("meet again in 2032", ("2032-03-01", "2032-09-05"), 1),
    ],
)
def test_of_several_meetings_promised_each_is_one(action: str, days: tuple[str, str], many: int) -> None:
    later = [told(day, meeting(day=day, people="Haugland Seo", place="Oslo", place_country="NO")) for day in days]
    first = after(promise(action, due="2032", force="intends"), CALL)
    assert sum(bool(suggested(first, *later, one)) for one in later) == many


def test_all_that_took_place_on_the_day_that_the_promise_names() -> None:
    talks = told("2031-06-09", meeting(day="2031-06-09", people="Haugland Seo"), title="Talks")
    dinner = told("2031-06-09", meeting(day="2031-06-09", people="Lie Seo"), title="A dinner")
    assert suggested(after(WELCOME, CALL), talks, dinner)
    assert suggested(after(WELCOME, CALL), dinner, talks)


@pytest.mark.parametrize(("there", "became"), [("NO KR SE", []), ("NO KR JP SE", ["held"]), ("NO KR JP", ["held"])])
def test_a_summit_is_a_meeting_of_those_alone_who_were_there(there: str, became: list[str]) -> None:
    plan = meeting(
        "summit", "NO KR JP", "2031-06", status="planned", name="Cod Summit", quote="again at the Cod Summit"
    )
    first = after(promise("meet again at the Cod Summit", "NO KR JP"), plan)
    held = told("2031-06-10", meeting("summit", there, "2031-06-09", name="Cod Summit"))
    given, planned = first.kept
    summit = Entry("summit", "engagement", (planned, *held.kept))
    found = follow_ups([Entry("promise", "commitment", (given,))], [summit])
    assert [f.becomes for f in found if f.bearing != "announced"] == became
