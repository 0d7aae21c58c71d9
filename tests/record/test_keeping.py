"""What is kept of releases: once, with every sighting and version; and what cannot be changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from comity.errors import RecordError
from comity.intake import capture_bytes
from comity.linking.fingerprint import fingerprint
from comity.linking.relink import relink
from comity.model import Engagement, Exercise
from comity.pipeline import keep
from comity.record import Record, open_record
from comity.record.clock import stamp
from comity.record.keeping import keep_all
from comity.record.tables import captures, claims, copies, entries, listed, releases, sightings
from invented import readings
from record_builders import add, claim, day, told

MET = claim(Engagement, "The ministers met in Tokyo.", kind="talks", parties=("IN", "JP"), when=day("2024-08-20"))
DRILL = claim(Exercise, "Exercise Amber Gale ended.", name="Amber Gale", parties=("IN", "JP"), when=day("2024-08"))


def count(record: Record, table: object) -> int:
    with record.reading() as connection:
        return int(connection.execute(select(func.count()).select_from(table)).scalar() or 0)  # type: ignore[arg-type]


def test_a_release_is_kept_once_however_often_it_is_given(record: Record) -> None:
    reading = told([MET, DRILL])
    outcomes = [add(record, reading, source).outcome for source in ("a.md", "a.md", "b.md", "b.md")]
    assert outcomes == ["new", "unchanged", "duplicate", "unchanged"]
    assert [count(record, t) for t in (captures, releases, claims, listed, entries, sightings)] == [1, 1, 2, 2, 2, 2]


def test_a_corrected_page_is_a_second_version_and_its_claims_stand(record: Record) -> None:
    first = told([MET], url="https://example.org/1")
    second = told([DRILL], url="https://example.org/1")
    assert [add(record, one).outcome for one in (first, second)] == ["new", "updated"]
    assert [count(record, t) for t in (captures, releases, claims, listed)] == [2, 2, 2, 1]
    with record.reading() as connection:
        rows = connection.execute(select(releases.c.document, releases.c.version).order_by(releases.c.number))
        assert [tuple(row) for row in rows] == [(1, 1), (1, 2)]


def test_nearly_the_same_text_elsewhere_is_a_copy_whichever_came_first(record: Record) -> None:
    words = " ".join(f"word{n} of the long statement on ports and ships" for n in range(60))
    original = told([MET], "2024-08-20", body=words)
    copy = told([MET], "2024-08-21", body=f"{words} (repeated by us)", title="Elsewhere")
    add(record, copy)
    added = add(record, original)
    assert count(record, listed) == 1
    with record.reading() as connection:
        assert connection.execute(select(copies.c.original)).scalar() == added.release


def test_many_kept_at_once_are_the_same_as_one_after_the_other(record: Record, tmp_path: Path) -> None:
    """Among them are a page in two versions, a copy and its original, and one that is given twice."""
    words = " ".join(f"word{n} of the long statement on ports and ships" for n in range(60))
    page = [told([one], url="https://example.org/1") for one in (MET, DRILL)]
    copies_of_it = [told([MET], f"2024-08-2{n}", body=f"{words} ({n})", title=f"Text {n}") for n in (3, 2)]
    many = [*readings(3, 24), *page, *copies_of_it, page[0]]
    captured = [(capture_bytes(one.release.text.encode(), f"{n}.md"), one) for n, one in enumerate(many)]
    with record.writing() as connection:
        at = stamp(connection)
        added, changed = keep_all(connection, captured, "test", at)
        relink(connection, changed, at)
        at_once = fingerprint(connection)
    with open_record(tmp_path / "singly.db", make=True) as other:
        singly = [keep(other, *one, "test").outcome for one in captured]
        assert [one.outcome for one in added] == singly
        assert {"new", "updated", "duplicate"} <= set(singly)
        with other.reading() as connection:
            assert fingerprint(connection) == at_once


def test_facts_are_only_added_to(record: Record) -> None:
    add(record, told([MET]))
    for statement in ("UPDATE claims SET kind = 'relation'", "DELETE FROM releases", "DELETE FROM captures"):
        with pytest.raises(RecordError, match="only added to"), record.writing() as connection:
            connection.execute(text(statement))
    assert count(record, claims) == 1
