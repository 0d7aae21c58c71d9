"""Decisions of people about claims and entries: taken, undone, never erased."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from comity.errors import DecisionRefused, NotKept
from comity.record import entries
from comity.record.checks import check_value
from comity.record.digests import canonical
from comity.record.found import find
from comity.record.lineage import predecessors, successors
from comity.record.noting import Decision, history, note, on_targets
from comity.record.rows import body_of
from comity.record.rulings import REVIEWS, ruled, seen_of
from comity.record.standing import NOTHING, Changed, relist, unlist
from comity.record.tables import claims, decisions, listed

__all__ = ["Target", "correct", "decide", "merge", "split", "target_of", "undo"]


@dataclass(frozen=True, slots=True)
class Target:
    """A claim that can be decided on: its newest row, and its values as extracted and as they stand."""

    id: str
    number: int
    kind: str
    extracted: Mapping[str, Any]
    stands: Mapping[str, Any]
    review: str


def target_of(connection: Connection, told: str) -> Target:
    """The claim whose id is `told` or begins so.

    Raises:
        NotKept: no claim that stands has such an id, or several have.
    """
    query = (
        select(claims.c.id, claims.c.number, claims.c.kind, claims.c.quote, claims.c.body)
        .join(listed, listed.c.claim == claims.c.number)
        .where(claims.c.id.startswith(told, autoescape=True))
        .limit(6)
    )
    found = connection.execute(query).all()
    exact = [row for row in found if row.id == told] or found
    if not exact:
        raise NotKept("no claim that stands has this id", where=told, then="`comity search` shows ids")
    if len(exact) > 1:
        ids = ", ".join(row.id for row in exact)
        raise NotKept(f"several claims begin so: {ids}", where=told, then="give more of the id")
    row = exact[0]
    body = body_of(row.body, row.quote)
    ruling = ruled(body, history(connection, row.id))
    return Target(row.id, row.number, row.kind, body, ruling.body, ruling.review)


def decide(connection: Connection, told: str, decision: Decision, at: str) -> Changed:
    """Accept or reject a claim, or mark it as unsure.

    Raises:
        NotKept: there is no such claim.
        DecisionRefused: the verb is none of a claim's.
    """
    if decision.verb not in REVIEWS:
        raise DecisionRefused(f"{decision.verb} is no decision about a claim", then=f"one of {', '.join(REVIEWS)}")
    if decision.verb == "correct":
        return correct(connection, told, decision, at)
    target = target_of(connection, told)
    note(connection, target.id, decision, seen_of(target.extracted), at)
    return relist(connection, [target.number])


def correct(connection: Connection, told: str, decision: Decision, at: str) -> Changed:
    """Correct one field of a claim.

    Raises:
        NotKept: there is no such claim.
        DecisionRefused: it has no such field, or the field cannot hold the value.
    """
    target = target_of(connection, told)
    field = decision.field or ""
    check_value(target.kind, field, decision.new, target.id)
    seen = seen_of(target.extracted, field)
    note(connection, target.id, decision, seen, at, canonical(target.stands.get(field)))
    return relist(connection, [target.number])


def undo(connection: Connection, told: str, who: str, why: str | None, at: str) -> Changed:
    """Take back the last decision in force on a claim or entry, or the decision of the id `told`.

    Raises:
        NotKept: nothing in force was decided there.
    """
    taken = _last_in_force(connection, told)
    note(connection, taken["target"], Decision("undo", who, why), taken["seen"], at, taken["id"])
    if taken["verb"] in ("merge", "split"):
        return _of_entries(connection, taken)
    heirs = successors(connection, [taken["target"]]).get(taken["target"], [])
    query = select(claims.c.number).where(claims.c.id.in_([taken["target"], *heirs]))
    numbers = list(connection.execute(query).scalars())
    if taken["verb"] == "type":
        held = [
            one for one in numbers if connection.execute(select(listed.c.claim).where(listed.c.claim == one)).first()
        ]
        unlist(connection, held)
        return Changed(fell=tuple(held))
    return relist(connection, numbers)


def merge(connection: Connection, ids: Sequence[str], who: str, why: str | None, at: str) -> Changed:
    """Say that entries are one thing. It holds for the claims they have now, and for those that join them.

    Raises:
        NotKept: one of them is not in the record.
        DecisionRefused: fewer than two different entries, or of different kinds.
    """
    held = _held(connection, list(dict.fromkeys(entries.resolve(connection, one) for one in ids)))
    if len(held) < 2:
        raise DecisionRefused("two different entries are needed", where=", ".join(ids), then="name two or more")
    kinds = {kind for kind, _ in held.values()}
    if len(kinds) > 1:
        raise DecisionRefused(f"they are of different kinds: {', '.join(sorted(kinds))}", where=", ".join(ids))
    one = sorted(claim for _, members in held.values() for claim in members)
    oldest = min(held, key=lambda entry: entries.founders(connection, [entry])[entry].number)
    note(connection, oldest, Decision("merge", who, why, new={"one": one}), "", at)
    return _both(connection, one)


def split(connection: Connection, told: str, apart: Sequence[str], who: str, why: str | None, at: str) -> Changed:
    """Say that some claims of an entry tell of something else than the rest of it.

    Raises:
        NotKept: the entry or a claim is not in the record.
        DecisionRefused: none of the entry's claims are named, or all of them.
    """
    entry = entries.resolve(connection, told)
    _, members = _held(connection, [entry])[entry]
    out = sorted(target_of(connection, one).id for one in apart)
    rest = [one for one in members if one not in out]
    if not out or not rest or set(out) - set(members):
        raise DecisionRefused(
            "name some of the entry's claims, not all and no others", where=entry, then="`comity show` lists them"
        )
    note(connection, entry, Decision("split", who, why, new={"out": out, "rest": rest}), "", at)
    if entries.founders(connection, [entry])[entry].founder in out:
        entries.moved(connection, [(entry, rest[0], "founder")], at)  # the rest keeps the id
    return _both(connection, members)


def _last_in_force(connection: Connection, told: str) -> Mapping[str, Any]:
    """The decision of an id, or the last one on what an id names: a claim, those it stands for, or an entry."""
    by_id = connection.execute(select(decisions).where(decisions.c.id == told)).mappings().first()
    if by_id is not None:
        held = [one for one in on_targets(connection, [by_id["target"]]) if one["id"] == told]
    else:
        found = find(connection, told)
        if found.sort == "entry":
            entry = entries.resolve(connection, found.id)
            targets = [entry, *entries.ids_before(connection, entry)]
        else:
            targets = [found.id, *predecessors(connection, [found.id]).get(found.id, ())]
        held = on_targets(connection, targets)
    if not held:
        raise NotKept("nothing in force was decided here", where=told, then="`comity show` lists decisions")
    return held[-1]


def _held(connection: Connection, ids: Sequence[str]) -> dict[str, tuple[str, list[str]]]:
    """The kind and the claims (ids, sorted) of entries."""
    query = select(claims.c.number, claims.c.id, claims.c.kind)
    found: dict[str, tuple[str, list[str]]] = {}
    for entry in ids:
        numbers = entries.claims_of(connection, [entry])
        rows = connection.execute(query.where(claims.c.number.in_(sorted(numbers)))).all()
        if not rows:
            raise DecisionRefused("only entries made of claims can be merged or split", where=entry)
        found[entry] = (rows[0].kind, sorted(row.id for row in rows))
    return found


def _both(connection: Connection, ids: Sequence[str]) -> Changed:
    """These claims leave their forms and are linked anew, though they stand as before."""
    query = select(claims.c.number).join(listed, listed.c.claim == claims.c.number).where(claims.c.id.in_(ids))
    numbers = tuple(sorted(connection.execute(query).scalars()))
    return Changed(numbers, numbers) if numbers else NOTHING


def _of_entries(connection: Connection, taken: Mapping[str, Any]) -> Changed:
    told = {one for ids in json.loads(taken["new"]).values() for one in ids}
    return _both(connection, sorted({*told, *(one for new in successors(connection, told).values() for one in new)}))
