"""What became of a promise, told by a later release; and what is near it and is something else."""

from __future__ import annotations

import random

import pytest

from comity.linking.followups import follow_ups
from linking.became import Told, entries_of, exercise, meeting, pact, promise, stance, suggested, told

CALL = meeting("call", "NO KR", "2031-05-04", "Haugland Seo", "Haugland and Seo spoke by telephone")
TALKS = meeting("talks", "NO KR", "2031-05-04", "Lie Bae", "Lie and Bae held talks in Oslo")


def after(*claims: object, on: str = "2031-05-04", title: str = "") -> Told:
    """The release with the promise, its first claim."""
    return told(on, *claims, title=title)  # type: ignore[arg-type]


CLOSE = after(promise("remain in close contact"), CALL)
HERON = after(promise("conduct Exercise Frost Heron off Bodo in March 2032", due="2032-03"), TALKS)
KITE = promise("hold the third Silver Kite in fiscal year 2032", due="2032")
MOU = after(
    promise("sign a memorandum of understanding on defence industry cooperation within this year", due="2031"), TALKS
)
DRAFT = pact("Agreement on Seafarers’ Pensions", "negotiating", quote="started to negotiate an Agreement on Pensions")
EARLY = after(promise("conclude the agreement at an early date", "NO", "KR"), DRAFT)
AID = after(promise("continue to provide Ukraine with air defence assistance", "NO", "UA", force="committed"))
GROUP = after(promise("establish a joint working group on shipbuilding"), TALKS)
STATE_VISIT = after(
    promise("pay a state visit to Norway", "NO", "KR", force="invited", quote="invited President Seo to a state visit"),
    CALL,
)
CABLE = after(promise("define the best route for an Arctic data cable to Busan"), TALKS)

BECAME = {
    "kept contact: a call of the same leaders": (
        CLOSE, told("2031-05-10", meeting("call", "NO KR", "2031-05-10", "Haugland Seo"))),
    "kept contact: told by the other side, which names them the other way round": (
        CLOSE, told("2031-05-11", meeting("call", "KR NO", "2031-05-10", "Seo Haugland"))),
    "kept contact: talks of the same ministers": (
        after(promise("keep in touch on the search for the ferry’s crew"), TALKS),
        told("2031-05-26", meeting("talks", "NO KR", "2031-05-25", "Lie Bae", place="Geneva"))),
    "kept contact: in the coming days": (
        after(promise("stay in touch in the coming days"), CALL),
        told("2031-05-07", meeting("call", "NO KR", "2031-05-07", "Haugland Seo"))),
    "kept contact: a dialogue on something": (
        after(promise("maintain their dialogue on the situation in the strait"), CALL),
        told("2031-05-20", meeting("call", "NO KR", "2031-05-19", "Haugland Seo"))),
    "kept contact: a third state is named beside": (
        after(promise("continue regular personal contacts", "JP NO KR"), CALL),
        told("2031-05-15", meeting("call", "NO KR", "2031-05-15", "Haugland Seo"))),
    "seen, as expected": (
        after(promise("seeing President Seo in Oslo next week", "NO", "KR", force="intends"), TALKS),
        told("2031-05-12", meeting("talks", "NO KR", "2031-05-12", "Haugland Seo", place="Oslo", place_country="NO"))),
    "met again in the month told": (
        after(promise("meet again in September in New York", due="2031-09"), TALKS),
        told("2031-09-23", meeting("talks", "NO KR", "2031-09-22", "Lie Bae", place="New York", place_country="US"))),
    "spoke to those named by their people": (
        after(promise("be speaking to Danish and Swedish colleagues in the coming days", "NO", "", force="intends")),
        told("2031-05-08", meeting("call", "NO DK SE", "2031-05-08", "Lie Lindqvist"))),
    "one of several meetings": (
        after(promise("meet four times in 2032", due="2032", force="intends"), CALL),
        told("2032-03-02", meeting("talks", "NO KR", "2032-03-01", "Haugland Seo", place="Oslo", place_country="NO"))),
    "later that day, by office": (
        after(promise("seeing the Chancellor later this afternoon", "NO", "DE", force="intends", due="2031-05-04"),
              meeting("talks", "NO DE", "2031-05-04", "Lie", "Lie met his colleague"), on="2031-05-04"),
        told("2031-05-04", meeting("talks", "NO DE", "2031-05-04", "Lie Brandt", place="Berlin", place_country="DE"))),
    "those invited came": (
        STATE_VISIT,
        told("2032-06-09", meeting("visit", "KR NO", "2032-06-08", "Seo", form="state_visit", place_country="NO"))),
    "came for the feast": (
        after(promise("attend the bicentenary of the University of Tromso", "NO", "IS", force="invited")),
        told("2031-09-02", meeting("visit", "IS NO", "2031-09-01", "Jonsdottir", place="Tromso", place_country="NO",
                                   quote="Jonsdottir visited Tromso for the bicentenary of its University"))),
    "received": (
        after(promise("host the Foreign Minister of Japan in Oslo in spring 2032", "NO", "JP", due="2032-21")),
        told("2032-04-14", meeting("talks", "NO JP", "2032-04-14", "Lie Aoki", place="Oslo", place_country="NO"))),
    "ships called": (
        after(promise("increase port visits of its frigates to Busan beginning in 2032", "NO", "KR", due="2032")),
        told("2032-08-15", meeting("visit", "NO KR", "2032-08", form="port_call", place="Busan", place_country="KR"))),
    "a journey planned": (
        after(promise("travel to Reykjavik next month", "NO", "IS", due="2031-06")),
        told("2031-05-30", meeting("visit", "NO IS", "2031-06-03", "Lie", status="planned", place="Reykjavik",
                                   place_country="IS"))),
    "a round by its number": (
        after(promise("hold the fourth round of the Fisheries Consultations in Bergen in 2032", due="2032")),
        told("2032-02-11", meeting("dialogue", "NO KR", "2032-02-10", name="Fisheries Consultations", edition=4,
                                   place="Bergen", place_country="NO"))),
    "the next of a dialogue": (
        after(promise("hold the next Arctic Strategy Dialogue in Seoul")),
        told("2032-02-11", meeting("dialogue", "NO KR", "2032-02-10", name="Arctic Strategy Dialogue", place="Seoul",
                                   place_country="KR"))),
    "a dialogue launched": (
        after(promise("launch a dialogue on artificial intelligence this year", due="2031")),
        told("2031-11-05", meeting("dialogue", "NO KR", "2031-11-04", name="Dialogue on Artificial Intelligence"))),
    "a working group met": (
        GROUP,
        told("2031-10-02", meeting("dialogue", "NO KR", "2031-10-01", name="Joint Working Group on Shipbuilding"))),
    "three states met": (
        after(promise("establishing trilateral modes of cooperation among Norway, Sweden and Finland", "NO SE")),
        told("2031-08-16", meeting("talks", "NO SE FI", "2031-08-15", "Lie Lindqvist", place="Oslo"))),
    "an exercise put off": (
        HERON, told("2032-02-20", exercise("Frost Heron", day="2032-03", status="postponed"))),
    "an exercise held after its time": (
        HERON, told("2032-10-03", exercise("Frost Heron", day="../2032-10-02"))),
    "the next edition of a series": (
        after(promise("that the next edition of Malabar would be hosted by Japan in 2032", "IN AU JP US", due="2032")),
        told("2032-10-11", exercise("Malabar", "IN AU JP US", "2032-10-10/..", series="Malabar", status="ongoing"))),
    "an edition by its number": (
        after(KITE), told("2033-02-25", exercise("Silver Kite", day="2033-02-20", edition=3, status="held"))),
    "a first drill": (
        after(promise("hold a first coast guard drill with Korea", "NO", "KR")),
        told("2032-04-02", exercise(None, day="2032-04-01"))),
    "a memorandum signed": (
        MOU, told("2031-12-05", pact("Memorandum of Understanding on Defense Industry Cooperation", day="2031-12-04",
                                     kind="mou"))),
    "the agreement that the release tells of": (
        EARLY, told("2032-03-03", pact("Agreement on Seafarers’ Pensions", "signed", day="2032-03-02"))),
    "approved by parliament": (
        after(promise("submit the Reciprocal Access Agreement to the Storting for its consent", "NO", "JP"),
              pact("Reciprocal Access Agreement", "signed", "NO JP", "2031-05-04")),
        told("2031-12-17", pact("Reciprocal Access Agreement with Japan", "ratified", "NO JP", "2031-12-16"))),
    "brought into force": (
        after(promise("bring the Agreement on Seafarers’ Pensions into force")),
        told("2032-07-02", pact("Agreement on Seafarers’ Pensions", "in_force", day="2032-07-01"))),
    "negotiations that go on": (
        after(promise("hold active negotiations", quote="their wish for active negotiations on a boundary treaty"),
              pact("boundary treaty", "negotiating", quote="active negotiations on a boundary treaty", kind="treaty")),
        told("2031-10-17", pact("boundary treaty", "negotiating", kind="treaty",
                                quote="experts go on with their work on the boundary treaty"))),
    "details finalised, and signed": (
        after(promise("finalise the details of a common salmon hatchery zone")),
        told("2031-11-19", pact("CSZ agreement", "signed", day="2031-11-19",
                                quote="signed the CSZ agreement on a common salmon hatchery zone"))),
    "help sent": (
        AID,
        told("2031-06-20", promise("send two air defence systems to Ukraine", "NO", "UA", force="committed", amount=90,
                                   quote="announced two more air defence systems for Ukraine"))),
    "help, and a new package": (
        after(promise("continue to support Moldova’s border police with equipment", "NO", "MD", force="committed")),
        told("2031-09-20", promise("provide a package of equipment to Moldova’s border police", "NO", "MD", amount=12,
                                   force="committed"))),
    "delivered": (
        after(promise("deliver six amphibious rescue vehicles to Iceland", "NO", "IS")),
        told("2032-05-04", stance("the delivery of the six amphibious rescue vehicles", "NO IS"))),
    "opened": (
        after(promise("set up a polar navigation school in Ulsan")),
        told("2032-05-04", stance("the opening of the polar navigation school in Ulsan"))),
    "received in the place, by whatever word": (
        after(promise("visit Tromso", "NO", "IS", force="invited", quote="invited Ms Jonsdottir to visit Tromso")),
        told("2031-07-02", meeting("talks", "NO IS", "2031-07-01", "Haugland Jonsdottir", place="Tromso",
                                   place_country="NO"))),
    "work goes on": (
        CABLE,
        told("2031-11-12", meeting("dialogue", "NO KR", "2031-11-11", name="Digital Steering Group",
                                   quote="The Group went on to define the best route of the Arctic data cable"))),
}  # fmt: skip

ELSE = {
    "contact of officials, where leaders promised": (
        CLOSE, told("2031-05-10", meeting("call", "NO KR", "2031-05-10", "Vik Paik"))),
    "contact of teams": (
        after(promise("their teams will remain in touch"), CALL),
        told("2031-05-14", meeting("call", "NO KR", "2031-05-13", "Haugland Seo"))),
    "contact half a year later": (
        CLOSE, told("2031-12-10", meeting("call", "NO KR", "2031-12-10", "Haugland Seo"))),
    "contact with another state": (
        CLOSE, told("2031-05-10", meeting("call", "NO JP", "2031-05-10", "Haugland Aoki"))),
    "contact before the promise, told later": (
        CLOSE, told("2031-05-10", meeting("call", "NO KR", "2031-04-20", "Haugland Seo"))),
    "contact of others than of those who promised": (
        after(promise("continue the dialogue between their research councils"), CALL),
        told("2031-05-20", meeting("call", "NO KR", "2031-05-19", "Haugland Seo"))),
    "contact lines": (
        after(promise("maintain the line of contact between the coast guards"), CALL),
        told("2031-05-20", meeting("call", "NO KR", "2031-05-19", "Haugland Seo"))),
    "contact only expected": (
        CLOSE, told("2031-05-10", meeting("visit", "NO KR", "2031-09", "Strand", status="planned"))),
    "other ministers met in the month told": (
        after(promise("meet again in September in New York", due="2031-09", quote="Lie and Bae agreed to meet again"),
              TALKS),
        told("2031-09-23", meeting("talks", "NO KR", "2031-09-22", "Strand Noh", place="Oslo", place_country="NO"))),
    "spoke months later": (
        after(promise("be speaking to Danish and Swedish colleagues in the coming days", "NO", "", force="intends")),
        told("2031-09-08", meeting("call", "NO DK SE", "2031-09-08", "Lie Lindqvist"))),
    "met in another year": (
        after(promise("meet four times in 2032", due="2032", force="intends"), CALL),
        told("2033-03-02", meeting("talks", "NO KR", "2033-03-01", "Haugland Seo"))),
    "the very meeting at which it was promised": (
        after(promise("meet again in Seoul this year", due="2031"), TALKS),
        told("2031-05-04", meeting("talks", "NO KR", "2031-05-04", "Lie Bae", place="Oslo", place_country="NO"),
             title="Other side’s account")),
    "another of the same state came": (
        STATE_VISIT, told("2032-06-09", meeting("visit", "KR NO", "2032-06-08", "Paik", place_country="NO"))),
    "the visit went the other way": (
        STATE_VISIT,
        told("2032-06-09", meeting("visit", "NO KR", "2032-06-08", "Haugland", place_country="KR"))),
    "the hosts came themselves, to something else": (
        after(promise("attend the bicentenary of the University of Tromso", "NO", "IS", force="invited")),
        told("2031-09-02", meeting("visit", "NO IS", "2031-09-01", "Haugland", place="Akureyri", place_country="IS"))),
    "met elsewhere": (
        after(promise("host the Foreign Minister of Japan in Oslo in spring 2032", "NO", "JP", due="2032-21")),
        told("2032-04-14", meeting("talks", "NO JP", "2032-04-14", "Lie Aoki", place="Tokyo", place_country="JP"))),
    "ships of the other side called": (
        after(promise("increase port visits of its frigates to Busan beginning in 2032", "NO", "KR", due="2032")),
        told("2032-08-15", meeting("visit", "KR NO", "2032-08", form="port_call", place="Bergen", place_country="NO"))),
    "visits of others": (
        after(promise("facilitate visits of students and teachers to Norway", "NO", "KR")),
        told("2031-06-12", meeting("visit", "KR NO", "2031-06-11", "Seo", place_country="NO"))),
    "another round by its number": (
        after(promise("hold the fourth round of the Fisheries Consultations in Bergen in 2032", due="2032")),
        told("2032-12-11", meeting("dialogue", "NO KR", "2032-12-10", name="Fisheries Consultations", edition=5,
                                   place="Bergen", place_country="NO"))),
    "the dialogue of another pair": (
        after(promise("hold the next Arctic Strategy Dialogue in Seoul")),
        told("2032-02-11", meeting("dialogue", "NO JP", "2032-02-10", name="Arctic Strategy Dialogue", place="Tokyo",
                                   place_country="JP"))),
    "another dialogue": (
        after(promise("launch a dialogue on artificial intelligence this year", due="2031")),
        told("2031-11-05", meeting("dialogue", "NO KR", "2031-11-04", name="Energy Dialogue"))),
    "another working group": (
        GROUP, told("2031-10-02", meeting("dialogue", "NO KR", "2031-10-01", name="Joint Working Group on Customs"))),
    "two of three states met": (
        after(promise("establishing trilateral modes of cooperation among Norway, Sweden and Finland", "NO SE")),
        told("2031-08-16", meeting("talks", "NO SE", "2031-08-15", "Lie Lindqvist", place="Oslo", place_country="NO"))),
    "another exercise": (
        HERON, told("2032-03-20", exercise("Iron Crane", day="2032-03-18"))),
    "an edition before the promise": (
        after(promise("that the next edition of Malabar would be hosted by Japan in 2032", "IN AU JP US", due="2032")),
        told("2031-06-11", exercise("Malabar", "IN AU JP US", "2031-02-10", series="Malabar"))),
    "another edition by its number": (
        after(KITE), told("2031-09-25", exercise("Silver Kite", day="2031-09-20", edition=2))),
    "a drill of many": (
        after(promise("hold a first coast guard drill with Korea", "NO", "KR")),
        told("2032-04-02", exercise(None, "NO KR JP US SE", "2032-04-01"))),
    "no exercise": (
        after(promise("exercise restraint at sea")), told("2032-04-02", exercise(None, day="2032-04-01"))),
    "another agreement than the release tells of": (
        EARLY, told("2032-03-03", pact("Agreement on Whale Counting", "signed", day="2032-03-02"))),
    "a lesser step than the promised one": (
        after(promise("submit the Reciprocal Access Agreement to the Storting for its consent", "NO", "JP")),
        told("2031-12-17", pact("Reciprocal Access Agreement with Japan", "signed", "NO JP", "2031-05-04"))),
    "a memorandum of another pair": (
        MOU, told("2031-12-05", pact("Memorandum of Understanding on Defence Industry Cooperation", parties="NO JP",
                                     day="2031-12-04", kind="mou"))),
    "a memorandum on another subject": (
        after(promise("negotiate a free trade agreement")),
        told("2031-12-05", pact("Memorandum of Understanding on Barley Research", day="2031-12-04", kind="mou"))),
    "help to another": (
        AID,
        told("2031-06-20", promise("send two air defence systems to Moldova", "NO", "MD", force="agreed", amount=90))),
    "help of another kind": (
        AID,
        told("2031-06-20", promise("provide winter clothing to Ukraine", "NO", "UA", force="committed", amount=9))),
    "help by another": (
        AID, told("2031-06-20", promise("send two air defence systems to Ukraine", "SE", "UA", force="committed",
                                        amount=90))),
    "the promise told again": (
        AID, told("2031-06-20", promise("continue to provide Ukraine with air defence assistance", "NO", "UA",
                                        force="committed"))),
    "help asked for": (
        AID, told("2031-06-20", promise("provide more air defence systems", "UA", "NO", force="requested"))),
    "something else delivered": (
        after(promise("deliver six amphibious rescue vehicles to Iceland", "NO", "IS")),
        told("2032-05-04", stance("the delivery of the four rescue helicopters", "NO IS"))),
    "received in the place, but another": (
        after(promise("visit Tromso", "NO", "IS", force="invited", quote="invited Ms Jonsdottir to visit Tromso")),
        told("2031-07-02", meeting("talks", "NO IS", "2031-07-01", "Vik", place="Tromso", place_country="NO"))),
    "a meeting that says nothing of it": (
        CABLE, told("2031-11-12", meeting("dialogue", "NO KR", "2031-11-11", name="Digital Steering Group",
                                          quote="The Group met in Bergen and discussed salmon lice"))),
}  # fmt: skip


@pytest.mark.parametrize(("first", "later"), BECAME.values(), ids=BECAME)
def test_what_a_later_release_tells_of_a_promise(first: Told, later: Told) -> None:
    assert suggested(first, later)


@pytest.mark.parametrize(("first", "later"), ELSE.values(), ids=ELSE)
def test_what_is_near_a_promise_and_is_something_else(first: Told, later: Told) -> None:
    assert not suggested(first, later)


def test_the_order_of_things_does_not_matter() -> None:
    """All cases in one record: what became of each promise is the same in any order of entries."""
    rows = [*BECAME.values(), *ELSE.values()]
    kept = {one.id: one for first, later in rows for release in (first, later) for one in release.kept}
    made = entries_of(list(kept.values()))
    promises = [entry for entry in made if entry.kind == "commitment"]
    expected = follow_ups(promises, made)
    assert expected
    for seed in range(3):
        random.Random(seed).shuffle(made)
        assert follow_ups(list(reversed(promises)), made) == expected


@pytest.mark.parametrize(
    ("case", "reason"),
    [
        ("kept contact: a call of the same leaders", "6 days after the promise"),
        ("seen, as expected", "with Seo, whom the promise names"),
        ("a memorandum signed", "stand in the promise"),
        ("an exercise put off", "Frost Heron, which the promise names"),
        ("help sent", "by the same giver, to UA"),
        ("work goes on", "told to go on with what the promise names"),
    ],
)
def test_the_reason_is_said_in_words(case: str, reason: str) -> None:
    (found,) = suggested(*BECAME[case])
    assert reason in found.reason
    assert 0.75 <= found.certainty <= 0.97


@pytest.mark.parametrize(
    ("case", "becomes", "bearing"),
    [
        ("kept contact: a call of the same leaders", "held", "step"),
        ("kept contact: in the coming days", "held", "done"),
        ("later that day, by office", "held", "done"),
        ("a journey planned", "planned", "step"),
        ("an exercise put off", "postponed", "step"),
        ("approved by parliament", "ratified", "done"),
        ("help sent", "continued", "step"),
        ("work goes on", "in_progress", "step"),
    ],
)
def test_how_far_it_is(case: str, becomes: str, bearing: str) -> None:
    (found,) = suggested(*BECAME[case])
    assert (found.becomes, found.bearing) == (becomes, bearing)
