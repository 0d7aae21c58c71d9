"""What became of promises is suggested only from what speaks for it, and nothing is ever called broken."""

from __future__ import annotations

import random

import pytest

from comity.linking.bounds import bounds
from comity.linking.fates import awaited, fate
from comity.linking.followups import FollowUp, follow_ups
from comity.model import (
    Agreement,
    Claim,
    Commitment,
    Engagement,
    Entry,
    Evidence,
    Exercise,
    Kept,
    Participant,
    Position,
    When,
)

PAIR = ("NO", "KR")


def when(edtf: str | None, printed: str = "then") -> When | None:
    precision = {4: "year", 7: "month", 10: "day"}.get(len(edtf or ""), "range")
    return When(edtf, precision, "text", printed) if edtf else None  # type: ignore[arg-type]


def entry(claim: Claim, issued: str = "2031-05-04", release: str | None = None) -> Entry:
    return Entry(f"e-{claim.id}", claim.kind_name, (Kept(claim, release or f"rel-{issued}", issued),))


def promise(action: str, issued: str = "2031-05-04", due: str | None = None, **more: object) -> Entry:
    told: dict[str, object] = {"by": PAIR, "to": (), "force": "agreed"} | more
    printed = str(told.pop("printed", f"in {due}"))
    return entry(Commitment(id="p", rule="r", evidence=(), action=action, due=when(due, printed), **told), issued)  # type: ignore[arg-type]


def exercise(day: str | None, status: str = "held", issued: str = "2032-07-01", **more: object) -> Entry:
    told: dict[str, object] = {"parties": PAIR, "domain": "air", "id": "x", "evidence": ()} | more
    return entry(Exercise(rule="r", when=when(day), status=status, **told), issued)  # type: ignore[arg-type]


def meeting(day: str | None, status: str = "held", issued: str = "2031-10-01", **more: object) -> Entry:
    told: dict[str, object] = {"kind": "talks", "parties": PAIR, "id": "m", "evidence": ()} | more
    return entry(Engagement(rule="r", when=when(day), status=status, **told), issued)  # type: ignore[arg-type]


def pact(name: str, status: str, day: str | None, issued: str = "2032-07-01", **more: object) -> Entry:
    told: dict[str, object] = {"parties": PAIR, "id": "a", "kind": "agreement"} | more
    return entry(Agreement(rule="r", evidence=(), name=name, status=status, when=when(day), **told), issued)  # type: ignore[arg-type]


def became(given: Entry, *things: Entry) -> list[tuple[str, str]]:
    return [(f.becomes, f.bearing) for f in follow_ups([given], things)]


FIRST = promise("that an early first fighter exercise will bring the Air Forces of both closer")
SHIPYARD = promise("conclude an agreement on shipyard apprentices")
SUMMIT = "hold the next fisheries dialogue in Bergen"
PRINTED = (Evidence(0, 1, "x"),)


@pytest.mark.parametrize(
    ("given", "thing", "outcome"),
    [
        (FIRST, exercise("2032-06", name="Silver Kite 32"), [("held", "done")]),
        (FIRST, exercise("2032", "planned", name="Silver Kite 32"), [("planned", "step")]),
        (FIRST, exercise("2032-06", "cancelled"), [("cancelled", "step")]),
        (
            promise("continue exercise ‘Malabar’"),
            exercise("2032-06", series="Malabar", domain="sea"),
            [("held", "step")],
        ),
        (
            promise("continue exercise ‘Malabar’"),
            exercise(None, "continuing", series="Malabar", domain="sea"),
            [("continuing", "step")],
        ),
        (promise("hold a first exercise ‘Malabar’"), exercise(None, "continuing", series="Malabar", domain="sea"), []),
        (SHIPYARD, pact("Agreement on Shipyard Apprentices", "signed", "2032-06-01"), [("signed", "done")]),
        (SHIPYARD, pact("Agreement on Shipyard Apprentices", "operational", "2032-06-01"), [("operational", "done")]),
        (
            promise("welcoming Prime Minister Ellen Haugland to Seoul in June", due="2031-06", by=("KR",), to=("NO",)),
            meeting(
                "2031-06-12",
                participants=(Participant("Ellen Haugland", "Prime Minister", "head_of_government", "NO"),),
            ),
            [("held", "done")],
        ),
        (
            promise("visit Norway this year", force="invited", by=("NO",), to=("KR",), due="2031"),
            meeting("2031-09-08", kind="visit", parties=("KR", "NO"), place_country="NO", level="defence_minister"),
            [("held", "done")],
        ),
        (
            promise("hold the second 2+2 Ministerial Dialogue next year", due="2032"),
            meeting("2032-03-01", issued="2032-03-01", kind="dialogue", series="2+2 Ministerial Dialogue"),
            [("held", "done")],
        ),
        (
            promise("launch a joint centre for Arctic weather forecasting in Bergen"),
            entry(
                Position(
                    id="w",
                    rule="r",
                    evidence=(),
                    by=PAIR,
                    stance="welcomes",
                    topic="the opening of the joint centre for Arctic weather forecasting",
                ),
                "2032-02-02",
            ),
            [("established", "done")],
        ),
    ],
)
def test_what_became_of_it(given: Entry, thing: Entry, outcome: list[tuple[str, str]]) -> None:
    assert became(given, thing) == outcome


@pytest.mark.parametrize(
    ("given", "thing"),
    [
        pytest.param(FIRST, exercise("2032-06", domain="sea"), id="another domain"),
        pytest.param(FIRST, exercise("2032-06", parties=("NO", "JP")), id="another pair"),
        pytest.param(FIRST, exercise("2032-06", parties=("NO", "KR", "US")), id="not by themselves"),
        pytest.param(FIRST, exercise("2030-06"), id="held before"),
        pytest.param(FIRST, exercise("2031-01", issued="2031-01-09"), id="told before"),
        pytest.param(FIRST, exercise(None), id="held, and no day that shows it was after"),
        pytest.param(FIRST, exercise("2041-06", issued="2041-06-09"), id="ten years on"),
        pytest.param(
            promise("continue exercise ‘Malabar’"), exercise("2032-06", series="Milan", domain="sea"), id="series"
        ),
        pytest.param(promise("exercise restraint in the air"), exercise("2032-06"), id="no exercise at all"),
        pytest.param(SHIPYARD, pact("Agreement on Fish Stocks", "signed", "2032-06-01"), id="another agreement"),
        pytest.param(SHIPYARD, pact("Agreement on Shipyard Apprentices", "negotiating", "2032-06-01"), id="not yet"),
        pytest.param(
            SHIPYARD, pact("Agreement on Shipyard Apprentices", "signed", "1998-06-01"), id="signed long before"
        ),
        pytest.param(
            promise("ratify the Paris Agreement"), pact("Paris Agreement", "signed", "2032-06-01"), id="a lesser step"
        ),
        pytest.param(
            promise(SUMMIT), meeting("2031-09-08", kind="dialogue", name="Polar Energy Dialogue"), id="other name"
        ),
        pytest.param(promise(SUMMIT), meeting("2031-09-08", kind="call"), id="a call"),
        pytest.param(
            promise("welcoming Prime Minister Ellen Haugland to Seoul in June", due="2031-06"),
            meeting("2031-06-12", participants=(Participant("Olav Strand", "Minister", "defence_minister", "NO"),)),
            id="another person",
        ),
        pytest.param(
            promise("visit Norway", force="invited", by=("NO",), to=("KR",)),
            meeting("2031-09-08", kind="visit", parties=("NO", "KR"), place_country="KR"),
            id="the wrong way",
        ),
        pytest.param(
            promise("visit Norway", force="invited", by=("NO",), to=("KR",)),
            meeting("2031-09-08", kind="visit", parties=("KR", "NO"), place_country="NO", level="senior_official"),
            id="far below",
        ),
        pytest.param(promise("hold those responsible to account at talks"), meeting("2031-06-01"), id="no occasion"),
        pytest.param(
            promise("visit Norway in July", by=("KR",), to=("NO",), due="2031-07"),
            meeting("../2032-11-13", kind="visit", parties=("KR", "NO"), place_country="NO", issued="2032-11-14"),
            id="a visit that ended long after the promised time",
        ),
        pytest.param(promise("deepen defence cooperation"), exercise("2032-06"), id="an effort"),
    ],
)
def test_near_misses(given: Entry, thing: Entry) -> None:
    assert became(given, thing) == []


def test_what_the_same_release_plans_is_an_announcement_and_no_fulfilment() -> None:
    plan = exercise("2032", "planned", issued="2031-05-04")
    (found,) = follow_ups([FIRST], [plan])
    assert (found.becomes, found.bearing) == ("planned", "announced")
    assert "day of the promise" in found.reason
    assert fate(FIRST, [found], "2031-12-01").status == "open"


def test_of_several_editions_the_next_is_what_became_of_a_first_one() -> None:
    editions = [exercise(f"{y}-06", id=f"x{y}", issued=f"{y}-07-01") for y in (2032, 2033, 2034)]
    assert [f.thing for f in follow_ups([FIRST], editions)] == ["e-x2032"]


def test_the_reason_is_said_and_days_are_no_finer_than_told() -> None:
    (found,) = follow_ups([FIRST], [exercise("2032", "planned", issued="2032-02-01", name="Silver Kite 32")])
    assert "same parties in the promised domain (air)" in found.reason
    assert "first" in found.reason
    assert (found.day, found.told) == ("2032", "2032-02-01")


def test_the_order_of_things_does_not_matter() -> None:
    things = [
        exercise("2032-06", id="x1"), exercise("2033-06", id="x2", issued="2033-07-01"), meeting("2031-09-08"),
        pact("Agreement on Shipyard Apprentices", "signed", "2032-06-01"),
    ]  # fmt: skip
    promises = [FIRST, Entry("e-q", "commitment", SHIPYARD.members)]
    expected = follow_ups(promises, things)
    assert len(expected) == 2
    for seed in range(10):
        random.Random(seed).shuffle(things)
        assert follow_ups(list(reversed(promises)), things) == expected


def follow(becomes: str, bearing: str, told: str = "2032-01-01") -> FollowUp:
    return FollowUp("e-p", "t", becomes, "why", 0.9, told, bearing, told)


@pytest.mark.parametrize(
    ("found", "today", "status"),
    [
        ([follow("held", "done")], "2033-01-01", "fulfilled"),
        ([follow("held", "done")], "2031-12-31", "open"),
        ([follow("planned", "step")], "2033-01-01", "in_progress"),
        ([follow("cancelled", "step")], "2033-01-01", "open"),
        ([follow("planned", "announced", "2031-05-04")], "2033-01-01", "open"),
        ([], "2099-01-01", "open"),
    ],
)
def test_the_suggested_fate(found: list[FollowUp], today: str, status: str) -> None:
    got = fate(promise(SUMMIT), found, today)
    assert got.status == status
    assert got.reason


def test_told_again_is_repeated_and_effort_alone_is_unknown() -> None:
    claim = Commitment(id="q", rule="r", evidence=(), by=PAIR, action="deepen cooperation")
    once = Entry("e", "commitment", (Kept(claim, "a", "2031-05-04"), Kept(claim, "b", "2031-05-05")))
    again = Entry("e", "commitment", (Kept(claim, "a", "2031-05-04"), Kept(claim, "b", "2032-05-05")))
    assert fate(once, [], "2033-01-01").status == "unknown"
    assert fate(again, [], "2033-01-01").status == "repeated"
    assert fate(again, [], "2031-12-31").status == "unknown"
    assert fate(again, [], "2033-01-01").silent_since == "2032-05-05"
    assert not fate(again, [], "2033-01-01").checkable


@pytest.mark.parametrize(
    ("due", "printed", "today", "overdue"),
    [
        ("2032-06", "by June 2032", "2032-07-01", "2032-06-30"),
        ("2032-06", "by June 2032", "2032-06-30", None),
        ("2032", "in 2032", "2033-01-01", "2032-12-31"),
        ("2032", "early 2032", "2033-01-01", None),
        ("2032", "in fiscal year 2032", "2033-01-01", None),
        ("2032", "beginning in 2032", "2033-01-01", None),
        ("2032-06-01/..", "from June 2032", "2033-01-01", None),
        (None, "soon", "2099-01-01", None),
    ],
)
def test_overdue_only_past_the_latest_day_of_a_deadline(
    due: str | None, printed: str, today: str, overdue: str | None
) -> None:
    got = fate(promise("deliver two patrol boats", due=due, printed=printed), [], today)
    assert got.overdue == overdue
    assert got.status in ("open", "unknown")


@pytest.mark.parametrize(
    ("thing", "today", "since"),
    [
        (meeting("2031-09", "planned"), "2031-10-01", "2031-09-30"),
        (meeting("2031-09", "planned"), "2031-09-30", None),
        (meeting("2031-09", "held"), "2031-10-01", None),
        (meeting("2031-09", "cancelled"), "2031-10-01", None),
        (meeting(None, "planned"), "2099-10-01", None),
        (meeting("2031-09-01/..", "planned"), "2099-10-01", None),
        (exercise("2032", "planned"), "2033-01-01", "2032-12-31"),
        (FIRST, "2099-01-01", None),
    ],
)
def test_awaited(thing: Entry, today: str, since: str | None) -> None:
    got = awaited(thing, today)
    assert (got.since if got else None) == since
    assert got is None or "no release in the record" in got.reason


@pytest.mark.parametrize(
    ("edtf", "days"),
    [
        ("2032", ("2032-01-01", "2032-12-31")),
        ("2032-02", ("2032-02-01", "2032-02-29")),
        ("2032-22", ("2032-06-01", "2032-08-31")),
        ("2032-24", ("2032-12-01", "2033-02-28")),
        ("2032-35", ("2032-07-01", "2032-09-30")),
        ("2032-03-04/2032-04", ("2032-03-04", "2032-04-30")),
        ("../2032", ("0001-01-01", "2032-12-31")),
        ("2032-03-04/..", ("2032-03-04", "9999-12-31")),
        ("soon", None),
        (None, None),
    ],
)
def test_bounds(edtf: str | None, days: tuple[str, str] | None) -> None:
    assert bounds(edtf) == days
