"""Whether what a record has linked is what its claims come to: forms, blocks, components and entries.

It is checked where it stands, part by part: that each claim has the form it must have, that what hangs together is one
component and no tie leads out of it, and that each component comes apart into its entries as it must.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, func, select

from comity.linking.grouping import Rulings, components, settled
from comity.linking.kinds import THINGS, kind_name, tellings_in
from comity.linking.relink import are_tied, best_ties, hash_of, keys_of, on_forms, tellings_of, why_tied
from comity.record import forms
from comity.record.damage import Damage
from comity.record.loading import kept_of
from comity.record.tables import claims, form_keys, formed, listed
from comity.record.tables import entries as entries_table
from comity.record.tables import forms as forms_table
from comity.record.ties import rulings_of

__all__ = ["check"]

_PART = 500


def check(connection: Connection) -> Iterator[Damage]:
    """What is linked otherwise than it must be. All of it can be made anew."""
    rulings = Rulings(*rulings_of(connection))
    yield from _misformed(connection, rulings)
    yield from _misblocked(connection)
    yield from _misjoined(connection, on_forms(connection, rulings))
    yield from _misnamed(connection)


def _damage(table: str, key: str, what: str) -> Damage:
    return Damage(table, key, what, rebuilt=True)


def _misformed(connection: Connection, rulings: Rulings) -> Iterator[Damage]:
    """Claims without the form that they must have."""
    last = seen = 0
    top = connection.execute(select(func.max(claims.c.number))).scalar() or 0
    query = select(formed.c.claim, formed.c.at, forms_table.c.kind, forms_table.c.hash).outerjoin(
        forms_table, forms_table.c.number == formed.c.form
    )
    while last < top:
        first, last = last + 1, min(last + _PART, top)
        standing = connection.execute(select(listed.c.claim).where(listed.c.claim.between(first, last))).scalars()
        must = {
            (number, place): (kind_name(one), hash_of(one, rulings))
            for number, _, kept in kept_of(connection, list(standing))
            for place, one in tellings_in(kept)
        }
        rows = connection.execute(query.where(formed.c.claim.between(first, last))).all()
        held = {(row.claim, row.at): (row.kind, row.hash) for row in rows}
        seen += len(held)
        for key in sorted(must.keys() | held.keys()):
            if must.get(key) != held.get(key):
                yield _damage("formed", f"claim {key[0]}, {key[1]}", "it has not the form that it must have")
    if (connection.execute(select(func.count()).select_from(formed)).scalar() or 0) != seen:
        yield _damage("formed", "", "there are some of no claim")


def _misblocked(connection: Connection) -> Iterator[Damage]:
    """Forms that nothing has, for which the wrong telling stands, or that are not in the blocks of their keys."""
    last = seen = 0
    while part := _forms_after(connection, last):
        last = part[-1].number
        members = forms.members_of(connection, [form.number for form in part])
        blocks: defaultdict[int, set[int]] = defaultdict(set)
        query = select(form_keys.c.form, form_keys.c.key).where(form_keys.c.form.in_([form.number for form in part]))
        for row in connection.execute(query):
            blocks[row.form].add(row.key)
            seen += 1
        whole = {form.number for form in part if form.standing_for == min(members.get(form.number, [""]))}
        tellings = tellings_of(connection, [form.standing_for for form in part if form.number in whole])
        for form in part:
            if form.kind not in THINGS:
                yield _damage("forms", str(form.number), f"there is no kind {form.kind!r}")
            elif form.number not in whole:
                yield _damage("forms", str(form.number), "it stands for none of its tellings")
            elif keys_of(tellings[form.standing_for]) != blocks[form.number]:
                yield _damage("form_keys", f"form {form.number}", "it is not in the blocks of its keys")
    if (connection.execute(select(func.count()).select_from(form_keys)).scalar() or 0) != seen:
        yield _damage("form_keys", "", "there are some of no form")


def _misjoined(connection: Connection, ruled: Rulings) -> Iterator[Damage]:
    """Components whose forms are not one, that are not settled as they must be, or that others are tied to."""
    last = 0
    query = select(forms_table.c.component).distinct().order_by(forms_table.c.component).limit(_PART // 5)
    while found := list(connection.execute(query.where(forms_table.c.component > last)).scalars()):
        last = found[-1]
        in_part = select(forms_table).where(forms_table.c.component.in_(found))
        part = connection.execute(in_part.order_by(forms_table.c.number)).all()
        tellings = tellings_of(connection, [form.standing_for for form in part])
        of: defaultdict[int, list[Row[Any]]] = defaultdict(list)
        for form in part:
            of[form.component].append(form)
        for number in sorted(of):
            if not _settled_so(of[number], tellings, ruled):
                yield _damage("forms", f"component {number}", "its entries are not what its claims come to")
        yield from _leading_out(connection, part, tellings, ruled)


def _settled_so(inside: Sequence[Row[Any]], tellings: Mapping[str, Any], ruled: Rulings) -> bool:
    """Whether some forms are one component, come apart into their entries, and are tied as it is noted."""
    kind = THINGS.get(inside[0].kind)
    if kind is None or any(form.kind != inside[0].kind for form in inside):
        return False
    by_telling = {form.standing_for: form for form in inside}
    found = components([tellings[one] for one in by_telling], kind, ruled)
    if len(found) != 1 or min(form.number for form in inside) != inside[0].component:
        return False
    ties, entries = best_ties(found[0].ties), set[str]()
    for thing in settled(found[0], kind, ruled):
        ids = {one.id for one in thing}
        names = {by_telling[one].entry for one in ids}
        if len(names) != 1 or names & entries:
            return False
        entries |= names
        for one in ids:
            form = by_telling[one]._mapping  # noqa: SLF001 - SQLAlchemy's public name of it
            if any(form[field] != value for field, value in why_tied(one, ids, ties).items()):
                return False
    return True


def _leading_out(
    connection: Connection, part: Sequence[Row[Any]], tellings: Mapping[str, Any], ruled: Rulings
) -> Iterator[Damage]:
    """Ties between forms of different components."""
    keys = {form.number: keys_of(tellings[form.standing_for]) for form in part}
    blocks = forms.in_blocks(connection, set().union(*keys.values()))
    others = tellings_of(connection, {form.standing_for for block in blocks.values() for form in block})
    for form in part:
        one = tellings[form.standing_for]
        near = {o.number: o for key in keys[form.number] for o in blocks.get(key, ())}
        for other in near.values():
            apart = other.component != form.component and other.kind == form.kind
            if apart and are_tied(one, others[other.standing_for], ruled):
                what = f"it is tied to form {other.number}, and not of its component"
                yield _damage("forms", str(form.number), what)
    said = {one for pair in ruled.same for one in pair}
    home = {one: form.component for one, form in forms.forms_of(connection, said).items()}
    mine = {form.standing_for for form in part}
    for a, b in sorted(ruled.same):
        if a in mine and b in home and home[a] != home[b]:
            yield _damage("forms", f"of {a}", "a person said that it is one with another, and it is not")


def _misnamed(connection: Connection) -> Iterator[Damage]:
    """Forms without an entry, with one that was never made, or that things of other components have too."""
    query = (
        select(forms_table.c.number)
        .outerjoin(
            entries_table, (entries_table.c.id == forms_table.c.entry) & (entries_table.c.kind == forms_table.c.kind)
        )
        .where(entries_table.c.id.is_(None))
    )
    for number in connection.execute(query.order_by(forms_table.c.number)).scalars():
        yield _damage("forms", str(number), "it belongs to no entry that was made")
    twice = select(forms_table.c.entry).group_by(forms_table.c.entry)
    twice = twice.having(func.count(forms_table.c.component.distinct()) > 1).order_by(forms_table.c.entry)
    for entry in connection.execute(twice).scalars():
        yield _damage("forms", f"entry {entry}", "several things have it")


def _forms_after(connection: Connection, last: int) -> list[forms.Form]:
    query = select(forms_table.c.number).where(forms_table.c.number > last).order_by(forms_table.c.number)
    numbers = list(connection.execute(query.limit(_PART)).scalars())
    held = forms.forms_numbered(connection, numbers)
    return [held[number] for number in numbers]
