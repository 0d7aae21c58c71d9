"""What travels beyond Comity, read back by the programs of others: calendars, maps, feeds, pictures."""

from __future__ import annotations

import builtins
import struct
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import icalendar
import pytest

from comity.errors import PaperError
from comity.linking.gathering import entries_among
from comity.model import Agreement, Engagement, Entry, Exercise, PlaceDetail, When
from comity.record import Record, open_record
from comity.record.origins import Origin, known_since, origins_of
from comity.record.selecting import NOW, Clock, of_parties
from comity.views.outputs.calendar import Calendar, calendar_of
from comity.views.outputs.feed import Item, feed_of, items_of_entries
from comity.views.outputs.picture import picture_of
from comity.views.outputs.places import map_of
from comity.views.outputs.quoted import Quoted
from comity.views.timeline import Row, rows_of
from record_builders import add, claim, day, person, told

TODAY = "2031-06-01"
PAIR: dict[str, Any] = {"parties": ("IN", "JP")}
TOKYO, KOBE = PlaceDetail("Tokyo", "text", 35.69, 139.69), PlaceDetail("Kobe", "text", 34.69, 135.18)
RAO = person("Asha Rao", "IN", "defence_minister")
ATOM = "{http://www.w3.org/2005/Atom}"
CLAIMS = {
    "met": claim(
        Engagement, "Ms Rao met her colleague in Tokyo.", kind="talks", when=day("2031-03-04"), place="Tokyo",
        place_country="JP", place_detail=TOKYO, level="defence_minister", participants=(RAO,), **PAIR,
    ),
    "saw": claim(
        Engagement, "Ms Rao saw the yard in Kobe.", kind="visit", when=day("2031-03-05"), place="Kobe",
        place_country="JP", place_detail=KOBE, level="defence_minister", participants=(RAO,), **PAIR,
    ),
    "gale": claim(
        Exercise, "Amber Gale will be held; its 5th edition & <the largest>.", name="Amber Gale", series="Amber Gale",
        edition=5, status="planned", when=day("2031-09-07/2031-09-10"), place_country="IN", **PAIR,
    ),
    "lamp": claim(
        Agreement, "The Lamp Pact is to be signed in October.", name="Lamp Pact", status="planned",
        when=When("2031-10", "month", "text", "in October"), **PAIR,
    ),
    "late": claim(
        Engagement, "A dialogue will be held on 2 May.", name="Harbour Dialogue", kind="dialogue", status="planned",
        when=day("2031-05-02"), **PAIR,
    ),
    "off": claim(
        Engagement, "The conference of 9 July is cancelled.", name="Reef Conference", kind="conference",
        status="cancelled", when=day("2031-07-09"), **PAIR,
    ),
    "soon": claim(Engagement, "The leaders will meet.", kind="summit", name="Twin Summit", status="planned", **PAIR),
}  # fmt: skip


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with open_record(tmp_path_factory.mktemp("outputs") / "comity.db", make=True) as made:
        first = [CLAIMS[name] for name in ("met", "saw", "gale", "lamp", "soon")]
        add(made, told(first, "2031-03-10", title="A & B", url="https://example.org/a?b=1&c=2"), "a.md")
        add(made, told([CLAIMS["gale"]], "2031-03-12", title="Gale", issuer="JP"), "b.md")
        add(made, told([CLAIMS["late"], CLAIMS["off"]], "2031-04-01", title="Plans"), "c.md")
        yield made


def told_of(record: Record, clock: Clock = NOW) -> tuple[list[Entry], dict[str, Origin], dict[str, str]]:
    with record.reading() as connection:
        entries = entries_among(connection, of_parties(connection, ("IN", "JP"), clock), clock)
        origins = origins_of(connection, {one for entry in entries for one in entry.releases})
        ids = {one for entry in entries for one in (entry.id, *(kept.id for kept in entry.members))}
        return entries, origins, known_since(connection, ids, clock)


def calendar(record: Record, clock: Clock = NOW, **told: Any) -> Calendar:
    entries, origins, _ = told_of(record, clock)
    return calendar_of(entries, origins, TODAY, title="IN–JP", **told)


def events(made: Calendar) -> dict[str, Any]:
    read = icalendar.Calendar.from_ical(made.document)
    assert read["version"] == "2.0"
    found = {str(one["summary"]).partition(" (")[0]: one for one in read.walk("VEVENT")}
    assert len(found) == made.events
    return found


@pytest.mark.parametrize(
    ("summary", "status", "start", "end"),
    [
        ("IN, JP: Amber Gale", "CONFIRMED", date(2031, 9, 7), date(2031, 9, 11)),
        ("Awaited: IN, JP: Harbour Dialogue", "TENTATIVE", date(2031, 5, 2), date(2031, 5, 3)),
        ("Cancelled: IN, JP: Reef Conference", "CANCELLED", date(2031, 7, 9), date(2031, 7, 10)),
    ],
)
def test_what_is_planned_stands_in_the_calendar(
    record: Record, summary: str, status: str, start: date, end: date
) -> None:
    found = events(calendar(record))
    assert len(found) == 3
    event = found[summary]
    assert (str(event["status"]), event.decoded("dtstart"), event.decoded("dtend")) == (status, start, end)
    assert str(event["transp"]) == "TRANSPARENT"


def test_no_day_is_invented_for_a_month_or_for_nothing(record: Record) -> None:
    assert sorted(day for day, _ in calendar(record).left_out) == ["", "2031-10"]


def test_an_event_carries_its_words_who_said_them_and_where(record: Record) -> None:
    event = events(calendar(record))["IN, JP: Amber Gale"]
    assert CLAIMS["gale"].quote in str(event["description"])
    assert "told in 2 releases, on the account of IN, JP" in str(event["description"])
    assert "https://example.org/a?b=1&c=2" in str(event["description"])
    assert str(event["url"]) == "https://example.org/a?b=1&c=2"


def test_the_same_record_gives_the_same_calendar(record: Record) -> None:
    made = calendar(record)
    assert made.document == calendar(record).document
    event = events(made)["IN, JP: Amber Gale"]
    assert event.decoded("dtstamp") == datetime(2031, 3, 12, tzinfo=UTC)
    entries, _, _ = told_of(record)
    assert str(event["uid"]).removesuffix("@comity") in {entry.id for entry in entries}


def test_by_an_earlier_day_one_side_alone_has_told_of_it(record: Record) -> None:
    early = calendar(record, Clock.told("2031-03-10", None))
    event = events(early)["IN, JP: Amber Gale"]
    assert (str(event["status"]), event["sequence"]) == ("TENTATIVE", 0)
    assert events(calendar(record))["IN, JP: Amber Gale"]["uid"] == event["uid"]
    assert early.events == 1


def test_what_took_place_is_in_it_when_asked_for(record: Record) -> None:
    found = events(calendar(record, held=True))
    assert str(found["IN, JP: talks"]["status"]) == "CONFIRMED"
    assert len(found) == 5


@pytest.mark.parametrize(
    ("told_as", "start", "end", "note"),
    [
        ("2031-09-07/..", date(2031, 9, 7), date(2031, 9, 8), "Only the first day is told."),
        ("../2031-09-07", date(2031, 9, 7), date(2031, 9, 8), "Only the last day is told."),
        ("2031-09", None, None, ""),
        ("2031-09-07/2031-10", None, None, ""),
        ("2031-23", None, None, ""),
    ],
)
def test_of_an_open_stretch_the_day_that_is_told(
    record: Record, told_as: str, start: date | None, end: date | None, note: str
) -> None:
    entries, origins, _ = told_of(record)
    gale = next(entry for entry in entries if entry.kind == "exercise")
    when = When(told_as, "day", "relative", "next week")
    changed = replace(gale, members=tuple(replace(k, claim=replace(k.claim, when=when)) for k in gale.members))
    made = calendar_of([changed], origins, TODAY, title="")
    if start is None:
        assert (made.events, made.left_out) == (0, ((told_as, "Amber Gale (5th edition, exercise)"),))
        return
    (event,) = events(made).values()
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (start, end)
    assert note in str(event["description"])
    assert "worked out from “next week”" in str(event["description"])


def test_a_map_says_where_a_thing_was_and_on_what_that_rests(record: Record) -> None:
    entries, origins, _ = told_of(record)
    made = map_of(entries, origins, TODAY)
    points = {
        f["properties"]["what"].partition(" (")[0]: f for f in made.document["features"]
        if f["geometry"]["type"] == "Point"
    }  # fmt: skip
    assert points["talks"]["geometry"]["coordinates"] == (139.69, 35.69)
    assert (points["talks"]["properties"]["basis"], points["Amber Gale"]["properties"]["basis"]) == ("place", "country")
    assert points["talks"]["properties"]["quote"] == CLAIMS["met"].quote
    assert made.left_out == 4
    for feature in made.document["features"]:
        assert set(feature) == {"type", "geometry", "properties"}


def test_a_trip_is_a_line_where_places_and_days_are_known(record: Record) -> None:
    entries, origins, _ = told_of(record)
    lines = [f for f in map_of(entries, origins, TODAY).document["features"] if f["properties"]["kind"] == "trip"]
    assert [f["geometry"]["coordinates"] for f in lines] == [[(139.69, 35.69), (135.18, 34.69)]]
    assert lines[0]["properties"]["when"] == "2031-03-04/2031-03-05"
    one_day = [
        replace(entry, members=tuple(replace(k, claim=replace(k.claim, when=day("2031-03-04"))) for k in entry.members))
        for entry in entries if entry.kind == "engagement"
    ]  # fmt: skip
    drawn = map_of(one_day, origins, TODAY).document["features"]
    assert [f for f in drawn if f["geometry"]["type"] == "LineString"] == []


def test_a_feed_has_what_the_standard_requires(record: Record) -> None:
    entries, origins, known = told_of(record)
    made = feed_of(items_of_entries(entries, origins, known), title="IN–JP", about="IN JP")
    root = ET.fromstring(made)  # noqa: S314 - made here
    assert root.tag == f"{ATOM}feed"
    for element in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(ATOM + name)) == 1
            assert element.findtext(ATOM + name)
        assert element.find(f"{ATOM}author/{ATOM}name") is not None
        assert datetime.fromisoformat(element.findtext(f"{ATOM}updated") or "").tzinfo
    ids = [element.findtext(f"{ATOM}id") or "" for element in root.iter(f"{ATOM}entry")]
    assert len(set(ids)) == len(entries)
    assert all(one.startswith("tag:comity.invalid,2026:entry/") for one in ids)


def test_a_feed_is_read_back_with_its_quotes_the_newest_first(record: Record) -> None:
    entries, origins, known = told_of(record)
    read = feedparser.parse(feed_of(items_of_entries(entries, origins, known), title="IN–JP", about="IN JP"))
    assert not read.bozo
    times = [entry.updated for entry in read.entries]
    assert times == sorted(times, reverse=True)
    assert read.feed.updated == times[0]
    gale = next(entry for entry in read.entries if "Amber Gale" in entry.title)
    assert "“Amber Gale will be held; its 5th edition &amp; &lt;the largest&gt;.”" in gale.content[0].value
    assert gale.link == "https://example.org/a?b=1&c=2"


def test_a_feed_of_nothing_and_one_of_too_much_are_feeds() -> None:
    empty = feedparser.parse(feed_of([], title="none", about="none", updated="2031-01-01T00:00:00+00:00"))
    assert (empty.bozo, empty.entries, empty.feed.updated) == (False, [], "2031-01-01T00:00:00Z")
    words = Quoted("c", "a \x00\x0b]]> quote", "A & B", "2031", None, None)
    items = [Item(f"claim/{n}", "t", f"2031-01-{n:02}T00:00:00+00:00", (), (words,), "agreement") for n in range(1, 10)]
    read = feedparser.parse(feed_of(items, title="many", about="many", most=3))
    assert (read.bozo, [entry.id[-1] for entry in read.entries]) == (False, ["9", "8", "7"])


def rows(record: Record) -> list[Row]:
    return rows_of(told_of(record)[0], TODAY)


def test_a_picture_opens_and_says_what_it_shows(record: Record) -> None:
    made = picture_of(rows(record), width_mm=170, title="IN–JP", today=TODAY)
    assert made.png.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">I", made.png[16:20])[0] == pytest.approx(170 / 25.4 * 300, abs=3)
    root = ET.fromstring(made.svg)  # noqa: S314 - made here
    assert root.get("aria-label") == made.caption
    assert "6 things" in made.caption
    assert "2 took place, 2 planned, 1 past without news, 1 cancelled or postponed" in made.caption
    assert made.caption.endswith("1 more have no date.")
    words = {element.text for element in root.iter("{http://www.w3.org/2000/svg}text")}
    assert {"Amber Gale (5th)", "Exercises", "Ministers", "planned", "Reef Conference", TODAY} <= words
    assert "http://" not in made.svg.replace("http://www.w3.org/", "")


def test_letters_of_other_scripts_are_set(record: Record) -> None:
    (gale,) = (row for row in rows(record) if row.kind == "exercise")
    named = [replace(gale, name=name, edition=None) for name in ("Яхонт", "धर्म गार्डियन", "琥珀", "Amber <&>")]
    made = picture_of(named)
    words = {element.text for element in ET.fromstring(made.svg).iter("{http://www.w3.org/2000/svg}text")}  # noqa: S314
    assert {"Яхонт 2031", "धर्म गार्डियन 2031", "琥珀 2031", "Amber <&> 2031"} <= words


def test_what_has_no_proper_name_is_not_labelled(record: Record) -> None:
    (gale,) = (row for row in rows(record) if row.kind == "exercise")
    made = picture_of([replace(gale, name="joint statement", edition=None)])
    assert "joint statement" not in made.svg


def test_of_very_many_things_a_picture_stays_readable(record: Record) -> None:
    (gale,) = (row for row in rows(record) if row.kind == "exercise")
    many = [
        replace(gale, name=f"Gale {n}", edition=n, when=f"2031-{n % 12 + 1:02}-{n % 28 + 1:02}") for n in range(1, 400)
    ]
    far = replace(gale, when="1951")
    made = picture_of([*many, far])
    root = ET.fromstring(made.svg)  # noqa: S314 - made here
    assert len(list(root.iter("{http://www.w3.org/2000/svg}text"))) < 60
    assert float(root.get("height") or 0) < 297 / 25.4 * 96
    assert "1 more lie far from these" in made.caption


def test_where_nothing_has_a_date_there_is_no_picture(record: Record) -> None:
    undated = [replace(row, when="") for row in rows(record)]
    with pytest.raises(PaperError, match="nothing to draw"):
        picture_of(undated)


@pytest.mark.parametrize("library", ["icalendar", "altair", "vl_convert"])
def test_a_missing_library_is_told_with_what_to_install(
    record: Record, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = builtins.__import__

    def missing(name: str, *rest: Any, **more: Any) -> Any:
        if name == library:
            raise ImportError(name, name=name)
        return found(name, *rest, **more)

    made, shown = told_of(record), rows(record)
    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(PaperError, match=r"comity\[papers\]"):
        calendar_of(made[0], made[1], TODAY, title="") if library == "icalendar" else picture_of(shown)
