"""Takes one release of another record over, with all that belongs to it: captures, sightings, readings, claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from comity.record import likeness as near
from comity.record.clock import next_number
from comity.record.copying import whole
from comity.record.digests import sealed
from comity.record.pages import document_of, page_of_row
from comity.record.retiring import retire, unretired
from comity.record.standing import NOTHING, Changed, restand
from comity.record.tables import captures, claims, extractions, releases, retirements, sightings, withdrawals
from comity.record.withdrawing import withdraw

__all__ = ["Coming", "add_rows", "take_sighting"]

Row = Mapping[str, Any]


class Coming:
    """One release of the other record, on its way into this one."""

    def __init__(self, here: Connection, there: Connection, row: Row, taken: Counter[str], at: str) -> None:
        self._here, self._there, self._row, self._taken, self._at = here, there, row, taken, at

    def take(self) -> Changed:
        """Take over what is not here yet; gives the claims that stand now or fell."""
        here, row = self._here, self._row
        mine = here.execute(select(releases).where(releases.c.id == row["id"])).mappings().first()
        gone = self._there.execute(select(withdrawals).where(withdrawals.c.release == row["number"])).mappings().first()
        if mine and here.execute(select(withdrawals.c.release).where(withdrawals.c.release == mine["number"])).first():
            return NOTHING
        if mine and gone:
            self._taken["withdrawals"] += 1
            return withdraw(here, row["id"], gone["who"], gone["why"], gone["at"])
        if mine:
            self._seen_at(mine["number"])
            return self._reread(mine["number"])
        number, others = self._keep()
        if gone:
            self._taken["withdrawals"] += 1
            return withdraw(here, row["id"], gone["who"], gone["why"], gone["at"])
        return restand(here, {number, *others})

    def _keep(self) -> tuple[int, set[int]]:
        """Keep a release that is new here; gives its number, and the releases whose standing it may change."""
        here, row = self._here, self._row
        self._take_capture(row["capture"])
        number = next_number(here, releases)
        beside = near.sharing(here, row["text"])
        document, version = document_of(here, page_of_row(row), number, beside)
        told = dict(row) | {"number": number, "document": document, "version": version}
        here.execute(insert(releases), [sealed(releases, told)])
        self._taken["releases"] += 1
        self._seen_at(number)
        self._take_claims(number)
        return number, near.place(here, number, row["text"], row["issued"], beside)

    def _seen_at(self, number: int) -> None:
        query = select(sightings).where(sightings.c.release == self._row["number"]).order_by(sightings.c.number)
        for row in self._there.execute(query).mappings().all():
            take_sighting(self._here, self._there, dict(row), number, self._taken)

    def _take_capture(self, sha256: str) -> None:
        _take_capture(self._here, self._there, sha256, self._taken)

    def _take_claims(self, number: int) -> None:
        """All readings of a release that is new here, with their claims, and which of them a later one retired."""
        read, made = self._rows(extractions), self._rows(claims)
        new = dict(zip((r["number"] for r in read), self._add(extractions, read, release=number), strict=True))
        told = [row | {"extraction": new.get(row["extraction"])} for row in made]
        numbers = dict(zip((r["number"] for r in made), self._add(claims, told, release=number), strict=True))
        query = select(retirements).where(retirements.c.claim.in_(sorted(numbers)))
        retired = [
            sealed(retirements, dict(r) | {"claim": numbers[r["claim"]], "extraction": new[r["extraction"]]})
            for r in self._there.execute(query.order_by(retirements.c.claim)).mappings()
        ]
        if retired:
            self._here.execute(insert(retirements), retired)
            self._taken["retirements"] += len(retired)

    def _reread(self, number: int) -> Changed:
        """Take over the last reading of a release that both have, where it is later than ours and by another reader."""
        theirs = self._rows(extractions)[-1:]
        query = select(extractions).where(extractions.c.release == number).order_by(extractions.c.number)
        ours = self._here.execute(query).mappings().all()
        if not theirs or theirs[0]["extractor"] in {one["extractor"] for one in ours}:
            return NOTHING
        if ours and ours[-1]["at"] >= theirs[0]["at"]:
            return NOTHING
        (extraction,) = self._add(extractions, theirs, release=number)
        there = {_told(row): row for row in unretired(self._there, self._row["number"])}
        here = {_told(row): row for row in unretired(self._here, number)}
        for row in there.values():
            whole(claims, row)
        fresh = [row | {"extraction": extraction} for told, row in there.items() if told not in here]
        self._add(claims, fresh, release=number)
        gone = [row["number"] for told, row in here.items() if told not in there]
        if gone:
            retire(self._here, gone, extraction, theirs[0]["at"])
            self._taken["retirements"] += len(gone)
        return restand(self._here, {number})

    def _rows(self, table: Table) -> list[dict[str, Any]]:
        query = select(table).where(table.c.release == self._row["number"]).order_by(table.c.number)
        rows = [dict(row) for row in self._there.execute(query).mappings()]
        for row in rows:
            whole(table, row)
        return rows

    def _add(self, table: Table, rows: Sequence[dict[str, Any]], *, release: int) -> list[int]:
        return add_rows(self._here, table, [row | {"release": release} for row in rows], self._taken)


def _told(row: Row) -> tuple[str, str, str, str]:
    return row["id"], row["quote"], row["body"], row["inferences"]


def take_sighting(
    here: Connection, there: Connection, row: dict[str, Any], release: int | None, taken: Counter[str]
) -> None:
    """Note where a document was seen, and keep its bytes, where that is not known here."""
    known = select(sightings.c.number).where(
        sightings.c.capture == row["capture"],
        sightings.c.source == row["source"],
        sightings.c.release == release if release else sightings.c.release.is_(None),
    )
    if here.execute(known).first() is None:
        whole(sightings, row)
        _take_capture(here, there, row["capture"], taken)
        add_rows(here, sightings, [row | {"release": release}], taken)


def _take_capture(here: Connection, there: Connection, sha256: str, taken: Counter[str]) -> None:
    if here.execute(select(captures.c.sha256).where(captures.c.sha256 == sha256)).first():
        return
    row = dict(there.execute(select(captures).where(captures.c.sha256 == sha256)).mappings().one())
    whole(captures, row)
    here.execute(insert(captures), [row])
    taken["captures"] += 1


def add_rows(here: Connection, table: Table, rows: Sequence[dict[str, Any]], taken: Counter[str]) -> list[int]:
    """Add rows under numbers of this record; gives the numbers."""
    if not rows:
        return []
    first = next_number(here, table, len(rows))
    numbers = list(range(first, first + len(rows)))
    here.execute(insert(table), [sealed(table, row | {"number": n}) for n, row in zip(numbers, rows, strict=True)])
    taken[table.name] += len(rows)
    return numbers
