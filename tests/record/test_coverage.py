"""What a record has, in counts: on each database, by both clocks."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from sqlalchemy import func, select

from comity.model import Agreement, Capture, Engagement, Exercise
from comity.record import Record
from comity.record.captures import keep_capture, see
from comity.record.clock import stamp
from comity.record.deciding import decide
from comity.record.noting import Decision
from comity.record.selecting import NOW, Clock
from comity.record.tables import releases
from comity.record.withdrawing import withdraw
from comity.views.coverage import Coverage, Month, Silent, coverage_of, coverage_rows, coverage_shape
from record_builders import add, claim, day, told

MET = claim(Engagement, "The ministers met in Kochi.", kind="talks", parties=("IN", "JP"), when=day("2031-03-04"))
SAILED = claim(Exercise, "Amber Gale ended.", name="Amber Gale", parties=("IN", "JP"), when=day("2031-05-02"))
PACT = claim(Agreement, "The Lamp Pact was signed.", name="Lamp Pact", parties=("IN", "KE"), when=day("2031-04-01"))
LONG = " ".join(f"word{number}" for number in range(200))


@pytest.fixture
def kept(record: Record) -> Record:
    add(record, told([MET], "2031-03-05", title="Talks", body="First."), "a.md")
    add(record, told([SAILED, PACT], "2031-05-03", title="At sea", genre="report"), "b.md")
    add(record, told([PACT], "2031-06-01", title="Elsewhere"), "c.md")
    add(record, told([MET], "2031-03-06", title="Met", issuer="JP"), "d.md")
    return record


def of(record: Record, *parties: str, clock: Clock = NOW) -> Coverage:
    with record.reading() as connection:
        return coverage_of(connection, parties, clock)


def months(coverage: Coverage, country: str) -> Sequence[tuple[str, int, int]]:
    return [(one.month, one.releases, one.read) for one in coverage.months if one.country == country]


def test_of_a_pair_the_releases_that_tell_of_both_are_counted(kept: Record) -> None:
    found = of(kept, "IN", "JP")
    assert (found.releases, found.first, found.last, found.claims) == (3, "2031-03-05", "2031-05-03", 3)
    assert [(one.country, one.releases) for one in found.issuers] == [("IN", 2), ("JP", 1)]
    assert found.genres == {"readout": 2, "report": 1}
    assert found.languages == {"en": 3}
    assert of(kept, "JP", "IN").releases == 3


def test_the_whole_record_counts_all(kept: Record) -> None:
    found = of(kept)
    assert (found.releases, found.claims, found.silent) == (4, 5, ())
    assert found.line.startswith("Holds 4 releases: 3 of India")


def test_a_month_without_reading_is_a_gap_and_a_month_without_telling_is_none(kept: Record) -> None:
    found = of(kept, "IN", "JP")
    assert months(found, "IN") == [("2031-03", 1, 1), ("2031-04", 0, 0), ("2031-05", 1, 1), ("2031-06", 0, 1)]
    gaps = {row["month"]: row["releases"] for row in coverage_rows(found) if row["country"] == "IN"}
    assert (gaps["2031-04"], gaps["2031-06"]) == (None, 0)


def test_a_party_that_issued_none_of_them_is_silent_or_was_not_read(kept: Record) -> None:
    assert of(kept, "IN", "KE").silent == (Silent("KE", 0),)
    assert "nothing of Kenya was read" in of(kept, "IN", "KE").line
    assert of(kept, "JP", "KE").line == (
        "Rests on no release that tells of Japan and Kenya; of 1 release of Japan none tells of it;"
        " nothing of Kenya was read."
    )


def test_what_people_decided_is_counted(kept: Record) -> None:
    before, before_time = of(kept, "IN", "JP"), stamp_of(kept)
    met = told([MET], "2031-03-05", title="Talks", body="First.").engagements[0]
    with kept.writing() as connection:
        decide(connection, met.id, Decision("reject", "A"), stamp(connection))
    after = of(kept, "IN", "JP")
    assert (before.reviewed, after.reviewed, after.claims) == (0, 1, 3)
    assert after.reviews["rejected"] == 1
    assert "1 of 3 claims reviewed by people" in after.line
    clock = Clock(known_at=before_time)
    assert of(kept, "IN", "JP", clock=clock).reviews["rejected"] == of(kept, clock=clock).reviews["rejected"] == 0
    later = Clock(known_at="2999")
    assert of(kept, "IN", "JP", clock=later).reviews["rejected"] == of(kept, clock=later).reviews["rejected"] == 1


def test_copies_and_earlier_versions_are_counted_apart(record: Record) -> None:
    first = told([MET], "2031-03-05", title="Talks", body=LONG, url="https://example.org/1")
    add(record, first, "a.md")
    add(record, told([MET], "2031-03-06", title="Talks", body=f"{LONG} mended", url="https://example.org/1"), "b.md")
    add(record, told([MET], "2031-03-07", title="Copied", issuer="JP", body=f"{LONG} mended"), "c.md")
    found = of(record, "IN", "JP")
    assert (found.releases, found.versions, found.copies) == (1, 1, 1)
    whole = of(record)
    assert (whole.releases, whole.versions, whole.copies) == (1, 1, 1)


def test_what_could_not_be_read_is_counted(kept: Record) -> None:
    with kept.writing() as connection:
        at = stamp(connection)
        broken = Capture("broken.pdf", "0" * 64, "application/pdf", b"x")
        keep_capture(connection, broken, at)
        see(connection, broken, at)
    assert (of(kept).unread, of(kept, "IN", "JP").unread) == (1, 1)
    assert of(kept, clock=Clock.told(None, "2020-01-01")).unread == 0


@pytest.mark.parametrize(("as_of", "releases"), [("2031-03", 2), ("2031-03-05", 1), ("2031-05-03", 3), ("2030", 0)])
def test_by_a_day_of_the_world(kept: Record, as_of: str, releases: int) -> None:
    found = of(kept, "IN", "JP", clock=Clock.told(as_of, None))
    assert found.releases == releases
    assert coverage_shape(found)["as_of"] == as_of
    assert sum(one.read for one in found.months) == releases


def test_by_a_time_of_the_record(kept: Record) -> None:
    before = stamp_of(kept)
    add(kept, told([SAILED], "2031-07-01", title="Later"), "e.md")
    assert of(kept, "IN", "JP").releases == 4
    assert of(kept, "IN", "JP", clock=Clock(known_at=before)).releases == 3
    assert of(kept, clock=Clock(known_at=before)).claims == 5


def test_a_withdrawn_release_counts_no_more(kept: Record) -> None:
    with kept.writing() as connection:
        release = told([PACT], "2031-06-01", title="Elsewhere").release.id
        withdraw(connection, release, "A", "asked for", stamp(connection))
    found = of(kept)
    assert found.releases == 3
    assert Month("IN", found.issuers[0].issuer, "2031-06", 0, 1) not in found.months


def stamp_of(record: Record) -> str:
    with record.reading() as connection:
        return str(connection.execute(select(func.max(releases.c.at))).scalar())
