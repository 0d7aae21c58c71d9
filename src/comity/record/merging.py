"""Takes another record over into this one: what colleagues kept and decided stands beside one's own, under its times.

Merging the same record again changes nothing, so a merge that was interrupted is simply done again. What both have is
kept once; of two readings of one release the later holds; a release that either side withdrew is withdrawn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table, select
from sqlalchemy.exc import DBAPIError

from comity.errors import RecordDamaged
from comity.record.clock import stamp
from comity.record.engine import error_of
from comity.record.entries import lead_on
from comity.record.facts import fault_of, key_of
from comity.record.merged_decisions import take_decisions
from comity.record.merged_releases import Coming, add_rows, take_sighting
from comity.record.standing import NOTHING, Changed, stand
from comity.record.store import Record
from comity.record.tables import (
    claims,
    crosswalk,
    decisions,
    entries,
    heirs,
    releases,
    sightings,
)
from comity.record.walking import Unread, tolerant, walk

__all__ = ["Link", "Merged", "merge_record"]

Link = Callable[[Connection, Changed, str], None]
"""Links what changed (`comity.linking.relink.relink`): it belongs to who links."""
Row = Mapping[str, Any]
_BATCH = 100


@dataclass(slots=True)
class Merged:
    """What came of a merge: the rows that were taken over by table, and what was passed over as it is damaged."""

    taken: Counter[str] = field(default_factory=Counter)
    passed_over: list[str] = field(default_factory=list)


def merge_record(target: Record, source: Record, link: Link) -> Merged:
    """Take everything over that the target has not. What is damaged in the source is passed over, and named.

    Args:
        target: the record that grows.
        source: the record that is taken over; it is only read.
        link: links what changed.

    Raises:
        RecordError: the target takes nothing more; what was taken over before stays.
    """
    merged = Merged()
    with source.reading() as there, tolerant(there):
        with target.writing() as here:
            at = stamp(here)
            for rows in _parts(there, entries, merged):
                _take_entries(here, rows, at, merged.taken)
        for rows in _parts(there, releases, merged):
            with target.writing() as here:
                at, changed = stamp(here), NOTHING
                for row in rows:
                    changed |= _taken_over(here, there, row, at, merged)
                link(here, changed, at)
        with target.writing() as here:
            at = stamp(here)
            _take_unread(here, there, merged)
            link(here, _take_typed(here, there, merged), at)
            for rows in _parts(there, heirs, merged):
                _take_heirs(here, rows, merged.taken)
            changed = NOTHING
            for rows in _parts(there, decisions, merged):
                changed |= take_decisions(here, rows, merged.taken)
            link(here, changed, at)
            for rows in _parts(there, crosswalk, merged):
                _take_crosswalk(here, rows, merged.taken)
            lead_on(here, at)
    return merged


def _parts(there: Connection, table: Table, merged: Merged) -> Iterator[list[dict[str, Any]]]:
    """The rows of a table that are whole, some at a time."""
    rows: list[dict[str, Any]] = []
    for row in walk(there, table):
        if isinstance(row, Unread):
            merged.passed_over.append(f"{table.name} {row.key}: {row.why}")
            continue
        fault = fault_of(table, row)
        if fault:
            merged.passed_over.append(f"{table.name} {key_of(table, row)}: {fault}")
            continue
        rows.append(dict(row))
        if len(rows) == _BATCH:
            yield rows
            rows = []
    if rows:
        yield rows


def _taken_over(here: Connection, there: Connection, row: Row, at: str, merged: Merged) -> Changed:
    """One release with all that belongs to it, or nothing of it where some of that is damaged."""
    taken: Counter[str] = Counter()
    try:
        with here.begin_nested():
            changed = Coming(here, there, row, taken, at).take()
    except RecordDamaged as error:
        fault = str(error)
    except DBAPIError as error:
        if not isinstance(error_of(str(error.orig), ""), RecordDamaged):
            raise
        fault = str(error.orig)
    else:
        merged.taken.update(taken)
        return changed
    merged.passed_over.append(f"release {row['id']}: {fault}")
    return NOTHING


def _take_entries(here: Connection, rows: Sequence[dict[str, Any]], at: str, taken: Counter[str]) -> None:
    """The ids of the other's entries are known here, so that they lead to ours."""
    ids = [row["id"] for row in rows]
    known = set(here.execute(select(entries.c.id).where(entries.c.id.in_(ids))).scalars())
    add_rows(here, entries, [row | {"at": at} for row in rows if row["id"] not in known], taken)


def _take_crosswalk(here: Connection, rows: Sequence[dict[str, Any]], taken: Counter[str]) -> None:
    old = sorted({row["old"] for row in rows})
    known = set(here.execute(select(crosswalk.c.old).where(crosswalk.c.old.in_(old))).scalars())
    add_rows(here, crosswalk, [row for row in rows if row["old"] not in known], taken)


def _take_heirs(here: Connection, rows: Sequence[dict[str, Any]], taken: Counter[str]) -> None:
    query = select(heirs.c.old, heirs.c.new).where(heirs.c.old.in_(sorted({row["old"] for row in rows})))
    known = {(row.old, row.new) for row in here.execute(query)}
    add_rows(here, heirs, [row for row in rows if (row["old"], row["new"]) not in known], taken)


def _take_unread(here: Connection, there: Connection, merged: Merged) -> None:
    """Documents that could not be read there."""
    for rows in _parts(there, sightings, merged):
        for row in rows:
            if row["release"] is None:
                take_sighting(here, there, row, None, merged.taken)


def _take_typed(here: Connection, there: Connection, merged: Merged) -> Changed:
    """Claims that people typed in, which no release tells."""
    query = select(claims).where(claims.c.release.is_(None)).order_by(claims.c.number)
    stands: list[int] = []
    for found in there.execute(query, execution_options={"yield_per": 100}).mappings():
        row = dict(found)
        known = select(claims.c.number).where(claims.c.id == row["id"], claims.c.release.is_(None))
        if fault_of(claims, row) is None and here.execute(known).first() is None:
            stands += add_rows(here, claims, [row], merged.taken)
    return stand(here, stands)
