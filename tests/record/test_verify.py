"""Whatever is changed behind the record's back is found and named; what is worked out is made anew."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from comity.linking.rebuilding import rebuild, verified
from comity.record import Record, open_record
from comity.record.clock import stamp
from comity.record.damage import Tally
from comity.record.indexed import damaged_index
from comity.record.tables import claims, releases
from record_safety import harm, names, rows

FACTS_HARMED = [
    ("UPDATE claims SET kind = 'relation' WHERE number = 3", "claims"),
    ("UPDATE claims SET quote = quote || ' ' WHERE number = 3", "claims"),
    ("DELETE FROM claims WHERE number = 4", "claims"),
    ("UPDATE releases SET text = replace(text, 'e', 'i') WHERE number = 2", "releases"),
    ("UPDATE releases SET issued = '2020-01-01' WHERE number = 2", "releases"),
    ("UPDATE captures SET size = size + 1", "captures"),
    ("UPDATE sightings SET source = 'elsewhere' WHERE number = 1", "sightings"),
    ("UPDATE extractions SET extractor = 'another' WHERE number = 5", "extractions"),
    ("UPDATE decisions SET who = 'somebody else' WHERE number = 1", "decisions"),
    ("UPDATE entries SET founder = 'x' WHERE number = 2", "entries"),
    ("UPDATE entries SET number = number + 1000 WHERE number = 2", "entries"),
]

WORKED_OUT_HARMED = [
    ("UPDATE listed SET review = 'accepted' WHERE claim IN (SELECT min(claim) FROM listed)", "listed"),
    ("UPDATE listed SET place = place + 4294967296 WHERE claim IN (SELECT min(claim) FROM listed)", "listed"),
    ("UPDATE listed SET tags = replace(tags, 'party', 'partei')", "listed"),
    ("DELETE FROM listed WHERE claim IN (SELECT max(claim) FROM listed)", "listed"),
    ("UPDATE counts SET n = n + 1 WHERE tag = 'all'", "counts"),
    ("DELETE FROM counts WHERE tag = 'all'", "counts"),
    ("INSERT INTO counts VALUES ('partyatlantis0', 3)", "counts"),
    ("UPDATE sketches SET key = key + 1 WHERE release = 1", "sketches"),
    ("DELETE FROM sketches WHERE release = 2", "sketches"),
    ("DELETE FROM copies", "copies"),
    ("INSERT INTO copies SELECT max(number), 1 FROM releases", "copies"),
    ("DELETE FROM formed WHERE claim IN (SELECT min(claim) FROM formed)", "formed"),
    (
        "UPDATE formed SET form = (SELECT max(form) FROM formed) WHERE claim IN (SELECT min(claim) FROM formed)",
        "formed",
    ),
    ("UPDATE forms SET entry = NULL", "forms"),
    ("UPDATE forms SET entry = 'abcdef' WHERE number IN (SELECT min(number) FROM forms)", "forms"),
    ("UPDATE forms SET component = number", "forms"),
    ("UPDATE forms SET hash = 'x' WHERE number IN (SELECT min(number) FROM forms)", "formed"),
    ("UPDATE forms SET standing_for = 'x' WHERE number IN (SELECT min(number) FROM forms)", "forms"),
    ("UPDATE forms SET reason = 'a whim' WHERE kind = 'exercise'", "forms"),
    ("DELETE FROM forms WHERE number IN (SELECT min(number) FROM forms)", "formed"),
    ("UPDATE form_keys SET key = key + 1", "form_keys"),
    ("DELETE FROM form_keys", "form_keys"),
]


def test_a_record_as_it_was_written_is_whole(filled: Record) -> None:
    report = verified(filled)
    assert report.ok, [damage.line() for damage in report.damages]
    assert report.rows["releases"] == 30
    assert all(report.rows[name] for name in ("claims", "decisions", "listed", "copies", "sketches", "form_keys"))


def test_a_damage_is_named_with_its_release(filled: Record) -> None:
    with filled.reading() as connection:
        number, release = connection.execute(
            select(claims.c.number, releases.c.id).join(releases, releases.c.number == claims.c.release).limit(1)
        ).one()
    harm(filled, f"UPDATE claims SET kind = 'x' WHERE number = {number}")  # noqa: S608
    (damage,) = [one for one in verified(filled).lasting if one.table == "claims"]
    assert (damage.key, damage.release) == (str(number), release)


@pytest.mark.parametrize(("statement", "table"), FACTS_HARMED)
def test_a_changed_fact_is_named_and_lasts(on_file: Record, statement: str, table: str) -> None:
    harm(on_file, statement)
    report = verified(on_file, mend=True)
    assert table in {damage.table for damage in report.lasting}


@pytest.mark.parametrize(("statement", "table"), WORKED_OUT_HARMED)
def test_what_is_worked_out_is_made_anew(on_file: Record, statement: str, table: str) -> None:
    before = names(on_file)
    harm(on_file, statement)
    report = verified(on_file)
    assert table in {damage.table for damage in report.damages}
    assert not report.lasting
    mended = verified(on_file, mend=True)
    assert mended.ok, [damage.line() for damage in mended.damages]
    assert names(on_file) == before


def test_postgresql_names_and_mends_all_of_them_at_once(on_postgresql: Record) -> None:
    before = names(on_postgresql)
    for statement, _ in WORKED_OUT_HARMED:
        harm(on_postgresql, statement)
    assert {damage.table for damage in verified(on_postgresql).damages} >= {"listed", "counts", "sketches", "formed"}
    assert verified(on_postgresql, mend=True).ok
    assert [form for form, entry in names(on_postgresql).items() if before.get(form) != entry] == []
    for statement, _ in FACTS_HARMED:
        harm(on_postgresql, statement)
    assert {damage.table for damage in verified(on_postgresql).lasting} >= {table for _, table in FACTS_HARMED}


def test_rebuilding_what_is_whole_changes_nothing(filled: Record) -> None:
    told = ("listed", "sketches", "copies", "formed", "form_keys", "entries", "crosswalk", "forms")
    before = rows(filled)
    with filled.writing() as connection:
        rebuild(connection, stamp(connection))
    after = rows(filled)
    assert [name for name in told if before[name] != after[name]] == []
    assert {tag: n for tag, n in before["counts"] if n} == dict(after["counts"])


def test_an_index_that_forgot_is_made_anew(filled: Record) -> None:
    forgets = {
        "sqlite": "INSERT INTO found(found, rowid, words, names, tags)"
        " SELECT 'delete', place, words, names, tags FROM found_source LIMIT 1",
        "postgresql": "DELETE FROM found WHERE place IN (SELECT min(place) FROM found)",
    }
    harm(filled, forgets[filled.engine.dialect.name])
    assert {damage.table for damage in verified(filled).damages} == {"found"}
    assert verified(filled, mend=True).ok


def test_a_word_of_the_index_that_leads_elsewhere_is_told(on_file: Record) -> None:
    place = str(on_file.engine.url.database)
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("INSERT INTO found(found) VALUES ('optimize')")
        (number, block) = connection.execute(
            "SELECT id, block FROM found_data WHERE id > 1000 ORDER BY id LIMIT 1"
        ).fetchone()
        told = 0
        for at in range(60, len(block), 97):
            connection.execute(
                "UPDATE found_data SET block = ? WHERE id = ?",
                (block[:at] + bytes([block[at] ^ 4]) + block[at + 1 :], number),
            )
            connection.commit()
            told += [damage.table for damage in damaged_index(on_file, Tally())] == ["found"]
        assert told == len(range(60, len(block), 97))


@pytest.mark.parametrize("value", ["CAST(x'c3' AS TEXT)", "CAST(text || x'ff' AS TEXT)", "x'00'", "1.5", "''"])
def test_a_value_that_is_none_is_told_and_no_error(on_file: Record, value: str) -> None:
    harm(on_file, f"UPDATE releases SET text = {value} WHERE number = 2")  # noqa: S608
    damages = verified(on_file).lasting
    assert ("releases", "2") in {(damage.table, damage.key) for damage in damages}


def test_a_page_that_is_broken_costs_its_rows_alone(on_file: Record) -> None:
    place = str(on_file.engine.url.database)
    on_file.close()
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (page,) = connection.execute(
            "SELECT pageno FROM dbstat WHERE name = 'claims' AND pagetype = 'leaf' ORDER BY path LIMIT 1 OFFSET 1"
        ).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    content = bytearray(Path(place).read_bytes())
    content[(page - 1) * size : page * size] = b"\xff" * size
    Path(place).write_bytes(content)
    with open_record(place) as opened:
        report = verified(opened)
    assert any(damage.table == "claims" and "cannot be read" in damage.what for damage in report.lasting)
    assert report.rows["claims"] > 5


def test_a_missing_guard_is_told(filled: Record) -> None:
    postgresql = filled.engine.dialect.name == "postgresql"
    with filled.writing() as connection:
        connection.exec_driver_sql(
            "DROP TRIGGER claims_kept ON claims" if postgresql else "DROP TRIGGER claims_no_update"
        )
    assert {damage.table for damage in verified(filled).lasting} == {"database"}
