"""Makes what is worked out from the facts of a record anew, and says whether it is what the facts come to.

Nothing here holds more than a part of the record at once: forms are made part by part, then joined to those that they
hang together with, then settled component by component.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, func, select, update

from comity.linking.grouping import Kind, Rulings, form_of
from comity.linking.linked import check, kinds_of_things, tellings_in
from comity.linking.relink import Work, are_tied, on_forms, settle, tellings_of
from comity.record import Record, entries, forms, worked
from comity.record.clock import stamp
from comity.record.damage import Report
from comity.record.forms import Form
from comity.record.loading import kept_of
from comity.record.tables import entries as entries_table
from comity.record.tables import form_keys, formed, listed
from comity.record.tables import forms as forms_table
from comity.record.ties import rulings_of
from comity.record.verify import verify

__all__ = ["rebuild", "verified"]

_PART = 500


def verified(record: Record, *, mend: bool = False) -> Report:
    """Look through all of a record; where only what is worked out is damaged, and `mend`, make that anew first.

    Raises:
        RecordError: it cannot be made anew; nothing was changed.
    """
    report = verify(record, check)
    if report.ok or report.lasting or not mend:
        return report
    with record.writing() as connection:
        rebuild(connection, stamp(connection))
    return verify(record, check)


def rebuild(connection: Connection, at: str) -> None:
    """Make everything anew that is worked out from the facts; entries keep their ids."""
    worked.rework(connection)
    rulings = Rulings(*rulings_of(connection))
    kinds = kinds_of_things()
    _form(connection, kinds, rulings)
    for name, kind in kinds.items():
        work: Work[Any] = Work(name, kind)
        ruled = on_forms(connection, name, rulings)
        for part in _forms_of(connection, name):
            _join(connection, work, part, ruled)
    _keep_names(connection)
    for name, kind in kinds.items():
        _settle(connection, Work(name, kind), rulings, at)
    entries.lead_on(connection, at)


def _form(connection: Connection, kinds: Mapping[str, Kind[Any]], rulings: Rulings) -> None:
    """Give every telling its form again; a form that was there keeps its row, which tells its entry's id."""
    known = select(entries_table.c.id)
    connection.execute(update(forms_table).where(forms_table.c.entry.not_in(known)).values(entry=None))
    fresh = {"standing_for": "", "component": forms_table.c.number, "tied_to": None, "reason": None, "certainty": None}
    connection.execute(update(forms_table).values(**fresh))
    connection.execute(delete(formed))
    connection.execute(delete(form_keys))
    last = 0
    while numbers := _listed_after(connection, last):
        last = numbers[-1]
        told: defaultdict[str, list[tuple[int, int, Any]]] = defaultdict(list)
        for number, _, kept in kept_of(connection, numbers):
            for name, at, telling in tellings_in(kept):
                told[name].append((number, at, telling))
        for name in sorted(told):
            _form_part(connection, name, kinds[name], told[name], rulings)
    connection.execute(delete(forms_table).where(forms_table.c.standing_for == ""))


def _form_part(
    connection: Connection, name: str, kind: Kind[Any], told: Sequence[tuple[int, int, Any]], rulings: Rulings
) -> None:
    hashed = [(forms.hash_of(form_of(one, kind, rulings)), number, at, one) for number, at, one in told]
    first: dict[str, Any] = {}
    for form, _, _, one in hashed:
        if form not in first or one.id < first[form].id:
            first[form] = one
    known = forms.forms_named(connection, name, first)
    for old in known.values():
        if not old.standing_for or first[old.hash].id < old.standing_for:
            forms.unblock(connection, [old.number])
            forms.block(connection, name, [(old.number, kind.keys(first[old.hash]))])
            forms.stand_for(connection, old.number, first[old.hash].id)
    new = sorted(first.keys() - known.keys())
    made = forms.add_forms(connection, name, [(h, first[h].id, kind.keys(first[h])) for h in new])
    known |= {form.hash: form for form in made}
    forms.attach(connection, ((number, at, known[form].number) for form, number, at, _ in hashed))


def _join(connection: Connection, work: Work[Any], part: Sequence[Form], ruled: Rulings) -> None:
    """Join the components of some forms with those of all that they are tied to, by the rule or by people."""
    mine = tellings_of(connection, work.name, [form.standing_for for form in part])
    keys = {form.number: set(work.kind.keys(mine[form.standing_for])) for form in part}
    beside = forms.neighbours(connection, work.name, {key for told in keys.values() for key in told})
    others = tellings_of(connection, work.name, [form.standing_for for form in beside])
    blocks: defaultdict[str, list[Form]] = defaultdict(list)
    for form in beside:
        for key in work.kind.keys(others[form.standing_for]):
            blocks[key].append(form)
    joined: dict[int, int] = {}
    for form in part:
        one = mine[form.standing_for]
        said = {b if a == one.id else a for a, b in ruled.same if one.id in (a, b)}
        near = [other for key in sorted(keys[form.number]) for other in blocks[key] if other.number < form.number]
        near = [other for other in near if are_tied(work.kind, one, others[other.standing_for], ruled)]
        near += forms.forms_of(connection, work.name, said).values() if said else ()
        for other in near:
            _union(joined, form.component, other.component)
    parts: defaultdict[int, list[int]] = defaultdict(list)
    for component in sorted(joined):
        parts[_root(joined, component)].append(component)
    for number, components in parts.items():
        query = update(forms_table).where(forms_table.c.component.in_(components))
        connection.execute(query.values(component=number))


def _keep_names(connection: Connection) -> None:
    """Before things are named: each id is told by the forms of one component, that of its founder or of the most."""
    query = select(entries_table.c.number, entries_table.c.id, entries_table.c.kind, entries_table.c.founder)
    last = 0
    while rows := connection.execute(
        query.where(entries_table.c.number > last).order_by(entries_table.c.number).limit(_PART)
    ).all():
        last = rows[-1].number
        held: defaultdict[str, defaultdict[int, int]] = defaultdict(lambda: defaultdict(int))
        count = func.count().label("n")
        telling = select(forms_table.c.entry, forms_table.c.component, count).where(
            forms_table.c.entry.in_([row.id for row in rows])
        )
        for row in connection.execute(telling.group_by(forms_table.c.entry, forms_table.c.component)):
            held[row.entry][row.component] = row.n
        for row in rows:
            if len(held[row.id]) > 1:
                _keep_name(connection, row.kind, row.id, row.founder, held[row.id])


def _keep_name(connection: Connection, kind: str, entry: str, founder: str, held: Mapping[int, int]) -> None:
    founding = forms.forms_of(connection, kind, [founder]).get(founder)
    most = min(held, key=lambda component: (-held[component], component))
    home = founding.component if founding and founding.component in held else most
    elsewhere = update(forms_table).where(forms_table.c.entry == entry, forms_table.c.component != home)
    connection.execute(elsewhere.values(entry=None))


def _settle(connection: Connection, work: Work[Any], rulings: Rulings, at: str) -> None:
    last = 0
    query = select(forms_table.c.component).where(forms_table.c.kind == work.name).distinct()
    query = query.order_by(forms_table.c.component).limit(_PART)
    while found := list(connection.execute(query.where(forms_table.c.component > last)).scalars()):
        last = found[-1]
        held = forms.forms_in(connection, work.name, found)
        tellings = tellings_of(connection, work.name, [form.standing_for for form in held])
        settle(connection, work, [(form, tellings[form.standing_for]) for form in held], rulings, at)


def _listed_after(connection: Connection, last: int) -> list[int]:
    query = select(listed.c.claim).where(listed.c.claim > last).order_by(listed.c.claim).limit(_PART)
    return list(connection.execute(query).scalars())


def _forms_of(connection: Connection, kind: str) -> Iterator[list[Form]]:
    """The forms of a kind, part by part, each part as it is when it is asked for."""
    last = 0
    query = select(forms_table.c.number).where(forms_table.c.kind == kind).order_by(forms_table.c.number).limit(_PART)
    while found := list(connection.execute(query.where(forms_table.c.number > last)).scalars()):
        last = found[-1]
        held = forms.forms_numbered(connection, found)
        yield [held[number] for number in found]


def _union(joined: dict[int, int], a: int, b: int) -> None:
    first, second = sorted((_root(joined, a), _root(joined, b)))
    joined[second] = first


def _root(joined: dict[int, int], one: int) -> int:
    while joined.setdefault(one, one) != one:
        one = joined[one]
    return one
