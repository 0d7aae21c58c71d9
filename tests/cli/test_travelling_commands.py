"""Coverage, and what a timeline and a search are written as, as a person runs the commands."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import feedparser
import icalendar
import pytest

from comity.model import Engagement, Exercise, When
from comity.record import open_record
from record_builders import add, claim, day, told

Run = Callable[..., Any]
MET = claim(Engagement, "The ministers met in Tokyo.", kind="talks", parties=("IN", "JP"), when=day("2031-03-04"))
GALE = claim(
    Exercise, "Amber Gale will be held in September.", name="Amber Gale", edition=5, status="planned",
    parties=("IN", "JP"), when=day("2031-09-07/2031-09-10"),
)  # fmt: skip
SOON = claim(
    Exercise, "Lamp Watch will be held in November.", name="Lamp Watch", status="planned", parties=("IN", "JP"),
    when=When("2031-11", "month", "text", "in November"),
)  # fmt: skip


@pytest.fixture(autouse=True)
def _kept(tmp_path: Path) -> None:
    with open_record(tmp_path / "comity.db", make=True) as record:
        add(record, told([MET], "2031-03-05", title="Talks"), "a.md")
        add(record, told([GALE, SOON], "2031-08-01", title="Plans", issuer="JP"), "b.md")


def test_coverage_begins_with_the_line_that_says_it_all(comity: Run) -> None:
    lines = comity("coverage", "--pair", "IN-JP").out.splitlines()
    assert lines[0].startswith("Rests on 2 releases: 1 of India")
    assert "2031-03-05 to 2031-08-01; 0 of 3 claims reviewed by people." in lines[0]
    assert "of whatever parties: every document was read" in lines
    months = [line.split()[-8:] for line in lines if " 2031 " in line]
    assert ["2031", "1", "·", "·", "·", "·", "·", "1"] in months
    assert comity("coverage").out.startswith("Holds 2 releases")


def test_coverage_as_json_and_csv(comity: Run) -> None:
    shape = json.loads(comity("coverage", "--party", "IN", "--json", "--as-of", "2031-04").out)
    assert (shape["releases"], shape["as_of"], shape["reviews"]["machine"]) == (1, "2031-04", 1)
    rows = list(csv.DictReader(io.StringIO(comity("coverage", "--csv").out)))
    assert {row["month"]: (row["releases"], row["read"]) for row in rows if row["country"] == "JP"} == {
        f"2031-{month:02}": ("1", "1") if month == 8 else ("", "0") for month in range(3, 9)
    }


def test_a_pair_of_which_nothing_is_told(comity: Run) -> None:
    done = comity("coverage", "--pair", "FR-DE")
    nothing = "nothing of France was read; nothing of Germany was read."
    line = f"Rests on no release that tells of France and Germany; {nothing}"
    assert (done.code, done.out.splitlines()[0]) == (0, line)
    assert comity("coverage", "--pair", "IN-JP", "--party", "IN").code == 2


def test_a_calendar_is_written_and_what_is_left_out_is_told(comity: Run, tmp_path: Path) -> None:
    done = comity("timeline", "--pair", "IN-JP", "-o", "plans.ics")
    (event,) = icalendar.Calendar.from_ical((tmp_path / "plans.ics").read_bytes()).walk("VEVENT")
    assert "Amber Gale" in event["summary"]
    assert (done.code, done.out) == (0, "")
    assert "1 left out, as no day is told:\n  2031-11  Lamp Watch" in done.err
    assert comity("-q", "timeline", "--pair", "IN-JP", "--ics").err == ""
    both = comity("timeline", "--pair", "IN-JP", "--ics", "--held").out
    assert both.count("BEGIN:VEVENT") == 2
    early = comity("timeline", "--pair", "IN-JP", "--ics", "--held", "--as-of", "2031-03-05").out
    assert early.count("BEGIN:VEVENT") == 1


@pytest.mark.parametrize(
    ("form", "begins"),
    [
        ("ics", "BEGIN:VCALENDAR"), ("geojson", "{"), ("atom", "<?xml"), ("svg", "<svg"), ("json", "["),
        ("csv", "when,"), ("txt", "When"),
    ],
)  # fmt: skip
def test_the_name_of_the_file_tells_the_format(comity: Run, tmp_path: Path, form: str, begins: str) -> None:
    assert comity("timeline", "--pair", "IN-JP", "-o", f"told.{form}").code == 0
    assert (tmp_path / f"told.{form}").read_text("utf-8").startswith(begins)


def test_a_picture_in_a_file_and_its_words_on_stderr(comity: Run, tmp_path: Path) -> None:
    done = comity("timeline", "--pair", "IN-JP", "--png", "-o", "told.bin")
    assert (tmp_path / "told.bin").read_bytes().startswith(b"\x89PNG")
    assert "a timeline of 3 things" in done.err
    empty = comity("timeline", "--pair", "FR-DE", "--svg")
    assert (empty.code, empty.out) == (1, "")
    assert "nothing to draw" in empty.err


@pytest.mark.parametrize(
    "arguments",
    [("-o", "told.xyz"), ("-o", "told"), ("--held",), ("--held", "--atom")],
)
def test_what_goes_with_nothing_is_wrong_usage(comity: Run, arguments: tuple[str, ...]) -> None:
    assert comity("timeline", "--pair", "IN-JP", *arguments).code == 2


def test_a_feed_of_a_pair_and_of_a_search(comity: Run, tmp_path: Path) -> None:
    pair = feedparser.parse(comity("timeline", "--pair", "IN-JP", "--atom").out)
    assert (pair.bozo, pair.feed.title, len(pair.entries)) == (False, "Comity: IN–JP", 3)
    comity("search", "gale", "--pair", "IN-JP", "-o", "gale.atom")
    found = feedparser.parse((tmp_path / "gale.atom").read_bytes())
    assert [entry.title for entry in found.entries] == [
        "2031-09-07/2031-09-10 IN, JP: Amber Gale (5th edition, exercise)"
    ]
    again = feedparser.parse(comity("search", "gale", "--pair", "IN-JP", "--atom").out)
    other = feedparser.parse(comity("search", "lamp", "--pair", "IN-JP", "--atom").out)
    assert again.feed.id == found.feed.id != other.feed.id
    first = comity("search", "--pair", "IN-JP", "--atom", "--limit", 2)
    assert len(feedparser.parse(first.out).entries) == 2
    assert "the newest 2 of 3" in first.err


def test_a_feed_of_an_earlier_day_holds_what_was_told_by_then(comity: Run) -> None:
    for command in (("timeline", "--pair", "IN-JP"), ("search", "--pair", "IN-JP")):
        early = feedparser.parse(comity(*command, "--atom", "--as-of", "2031-03-31").out)
        assert ["talks" in entry.title for entry in early.entries] == [True]


def test_a_search_goes_to_a_file_too(comity: Run, tmp_path: Path) -> None:
    comity("search", "gale", "-o", "gale.csv")
    assert (tmp_path / "gale.csv").read_text("utf-8").startswith("claim,")
