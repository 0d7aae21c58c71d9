"""Entries: their stable ids, and the crosswalk from ids that were given up to those that took their place."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, exists, insert, select

from comity.errors import NotKept
from comity.record.clock import next_number
from comity.record.digests import sealed
from comity.record.forms import forms_of
from comity.record.gone import why_gone
from comity.record.tables import claims, crosswalk, entries, formed, forms

__all__ = [
    "Minted",
    "claims_of",
    "entries_of",
    "founded_by",
    "founders",
    "id_of",
    "lead_on",
    "mint",
    "moved",
    "number_of",
    "resolve",
]


FOUNDER = "founder"
"""In the crosswalk: the entry keeps its id for this telling, as people split the one it was first made for off."""


_MANY: BindParameter[Any] = bindparam("many", expanding=True)
_MINTED = (
    select(entries.c.id, entries.c.number, entries.c.founder, crosswalk.c.new.label("anew"))
    .outerjoin(crosswalk, (crosswalk.c.old == entries.c.id) & (crosswalk.c.why == FOUNDER))
    .where(entries.c.id.in_(_MANY))
    .order_by(crosswalk.c.number)
)
_FOUNDED = select(entries.c.id, entries.c.number, entries.c.founder).where(entries.c.founder.in_(_MANY))
_BEARING = select(forms.c.entry, forms.c.number).where(forms.c.entry.in_(_MANY))


@dataclass(frozen=True, slots=True)
class Minted:
    """An entry's id, the order in which it was made, and the telling it was first made for."""

    id: str
    number: int
    founder: str


def id_of(kind: str, founder: str) -> str:
    """The id of an entry of this kind that is first made for this telling."""
    return hashlib.sha256(f"{kind}\x1f{founder}".encode()).hexdigest()[:12]


def founders(connection: Connection, ids: Collection[str]) -> dict[str, Minted]:
    """What was kept of these entries when they were made."""
    wanted = sorted(ids)
    found: dict[str, Minted] = {}
    for start in range(0, len(wanted), 400):
        part = wanted[start : start + 400]
        for row in connection.execute(_MINTED, {"many": part}):
            found[row.id] = Minted(row.id, row.number, row.anew or row.founder)
    return found


def borne(connection: Connection, ids: Collection[str], but: Collection[int]) -> set[str]:
    """Of these ids the ones that entries bear at present, forms of the numbers `but` aside."""
    rows = connection.execute(_BEARING, {"many": sorted(ids)}) if ids else ()
    return {row.entry for row in rows if row.number not in but}


def founded_by(connection: Connection, tellings: Collection[str]) -> list[Minted]:
    """The entries that were first made for one of these tellings, the oldest first."""
    wanted = sorted(tellings)
    found: list[Minted] = []
    for start in range(0, len(wanted), 400):
        found += [Minted(*row) for row in connection.execute(_FOUNDED, {"many": wanted[start : start + 400]})]
    return sorted(found, key=lambda one: one.number)


def mint(
    connection: Connection, founding: Sequence[tuple[str, str]], at: str, taken: Collection[str] = ()
) -> list[Minted]:
    """Entries first made for tellings: (kind, telling); one made for the same telling before is the same entry.

    `taken` are ids that other things bear by now; they are not given again.
    """
    ids = [_free(kind, one, taken) for kind, one in founding]
    known = founders(connection, ids)
    made: list[dict[str, object]] = []
    for entry, (kind, founder) in zip(ids, founding, strict=True):
        if entry not in known:
            known[entry] = Minted(entry, next_number(connection, entries), founder)
            row = {"number": known[entry].number, "id": entry, "kind": kind, "founder": founder, "at": at}
            made.append(sealed(entries, row))
    if made:
        connection.execute(insert(entries), made)
    return [known[entry] for entry in ids]


def _free(kind: str, founder: str, taken: Collection[str]) -> str:
    entry, tried = id_of(kind, founder), 0
    while entry in taken:
        tried += 1
        entry = id_of(kind, f"{founder}~{tried}")
    return entry


def moved(connection: Connection, told: Sequence[tuple[str, str, str]], at: str) -> None:
    """Note in the crosswalk where ids lead now: (old id, new id, why: merged, split, gone)."""
    rows = [
        sealed(crosswalk, {"number": next_number(connection, crosswalk), "old": old, "new": new, "why": why, "at": at})
        for old, new, why in told
    ]
    if rows:
        connection.execute(insert(crosswalk), rows)


def lead_on(connection: Connection, at: str) -> None:
    """Let the ids of entries that hold nothing, and lead nowhere yet, lead to where their founding telling is now."""
    query = (
        select(entries.c.number, entries.c.id, entries.c.founder)
        .where(
            ~exists().where(forms.c.entry == entries.c.id),
            ~exists().where(crosswalk.c.old == entries.c.id, crosswalk.c.why != FOUNDER),
        )
        .order_by(entries.c.number)
        .limit(400)
    )
    last = 0
    while rows := connection.execute(query.where(entries.c.number > last)).all():
        last = rows[-1].number
        home = forms_of(connection, {row.founder for row in rows})
        steps = [(row.id, home[row.founder].entry or "", "merged") for row in rows if row.founder in home]
        moved(connection, [step for step in steps if step[1]], at)


def resolve(connection: Connection, told: str) -> str:
    """The entry that an id, or the beginning of one, leads to now: itself, or what it was merged into.

    Raises:
        NotKept: no entry has or had such an id, several begin so, or all that told of it is gone.
    """
    found = connection.execute(select(entries.c.id).where(entries.c.id.startswith(told, autoescape=True)).limit(6))
    ids = list(found.scalars())
    if not ids:
        raise NotKept("the record holds no entry of this id", where=told, then="`comity search` shows ids")
    if len(ids) > 1 and told not in ids:
        raise NotKept(f"several entries begin so: {', '.join(ids)}", where=told, then="give more of the id")
    entry, seen = (told if told in ids else ids[0]), set[str]()
    while entry not in seen:
        if connection.execute(select(forms.c.number).where(forms.c.entry == entry).limit(1)).first():
            return entry
        seen.add(entry)
        step = connection.execute(
            select(crosswalk.c.new)
            .where(crosswalk.c.old == entry, crosswalk.c.why != FOUNDER)
            .order_by(crosswalk.c.number.desc())
            .limit(1)
        ).scalar()
        entry = step or entry
    then = why_gone(connection, told if told in ids else ids[0])
    raise NotKept("nothing in the record tells of this entry any more", where=told, then=then)


def ids_before(connection: Connection, entry: str) -> list[str]:
    """The ids that lead to an entry: what was merged into it."""
    query = select(crosswalk.c.old).where(crosswalk.c.new == entry, crosswalk.c.why != FOUNDER).distinct()
    return list(connection.execute(query).scalars())


def claims_of(connection: Connection, ids: Collection[str]) -> dict[int, str]:
    """The claims (by number) that belong to these entries, and to which."""
    found: dict[int, str] = {}
    wanted = sorted(ids)
    for start in range(0, len(wanted), 400):
        query = (
            select(formed.c.claim, forms.c.entry)
            .join(forms, forms.c.number == formed.c.form)
            .where(forms.c.entry.in_(wanted[start : start + 400]), formed.c.at == -1)
        )
        found |= {row.claim: row.entry for row in connection.execute(query)}
    return found


def entries_of(connection: Connection, numbers: Collection[int]) -> dict[int, str]:
    """The entry that each of these claims belongs to."""
    wanted, found = sorted(numbers), dict[int, str]()
    for start in range(0, len(wanted), 400):
        query = (
            select(formed.c.claim, forms.c.entry)
            .join(forms, forms.c.number == formed.c.form)
            .where(formed.c.claim.in_(wanted[start : start + 400]), formed.c.at == -1)
        )
        found |= {row.claim: row.entry for row in connection.execute(query)}
    return found


def number_of(connection: Connection, claim_id: str) -> int | None:
    """The number of the newest claim of this id."""
    query = select(claims.c.number).where(claims.c.id == claim_id).order_by(claims.c.number.desc()).limit(1)
    return connection.execute(query).scalar()
