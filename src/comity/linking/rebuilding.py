"""Makes what is worked out from the facts of a record anew, and says whether it is what the facts come to.

Nothing here holds more than a part of the record at once: forms are made part by part, then joined to those that they
hang together with, then settled component by component.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Connection, delete, func, select, update

from comity.linking.grouping import Rulings
from comity.linking.kinds import tellings_in
from comity.linking.linked import check
from comity.linking.relink import are_tied, give_forms, keys_of, on_forms, settle, tellings_of
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
    _form(connection, rulings)
    ruled = on_forms(connection, rulings)
    for part in _forms(connection):
        _join(connection, part, ruled)
    _keep_names(connection)
    _settle(connection, ruled, at)
    entries.lead_on(connection, at)


def _form(connection: Connection, rulings: Rulings) -> None:
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
        told = [(n, place, one) for n, _, kept in kept_of(connection, numbers) for place, one in tellings_in(kept)]
        _, other = give_forms(connection, told, rulings)
        held = forms.forms_numbered(connection, other)
        tellings = tellings_of(connection, [form.standing_for for form in held.values()])
        forms.unblock(connection, other)
        forms.block(connection, [(form.number, keys_of(tellings[form.standing_for])) for form in held.values()])
    connection.execute(delete(forms_table).where(forms_table.c.standing_for == ""))


def _join(connection: Connection, part: Sequence[Form], ruled: Rulings) -> None:
    """Join the components of some forms with those of all that they are tied to, by the rule or by people."""
    mine = tellings_of(connection, [form.standing_for for form in part])
    keys = {form.number: keys_of(mine[form.standing_for]) for form in part}
    blocks = forms.in_blocks(connection, set().union(*keys.values()))
    others = tellings_of(connection, {form.standing_for for block in blocks.values() for form in block})
    joined: dict[int, int] = {}
    for form in part:
        one = mine[form.standing_for]
        said = {b if a == one.id else a for a, b in ruled.same if one.id in (a, b)}
        beside = {o.number: o for key in keys[form.number] for o in blocks.get(key, ()) if o.number < form.number}
        near = [other for other in beside.values() if are_tied(one, others[other.standing_for], ruled)]
        near += forms.forms_of(connection, said).values() if said else ()
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
    query = select(entries_table.c.number, entries_table.c.id, entries_table.c.founder)
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
                _keep_name(connection, row.id, row.founder, held[row.id])


def _keep_name(connection: Connection, entry: str, founder: str, held: Mapping[int, int]) -> None:
    founding = forms.forms_of(connection, [founder]).get(founder)
    most = min(held, key=lambda component: (-held[component], component))
    home = founding.component if founding and founding.component in held else most
    elsewhere = update(forms_table).where(forms_table.c.entry == entry, forms_table.c.component != home)
    connection.execute(elsewhere.values(entry=None))


def _settle(connection: Connection, ruled: Rulings, at: str) -> None:
    last = 0
    query = select(forms_table.c.component).distinct().order_by(forms_table.c.component).limit(_PART)
    while found := list(connection.execute(query.where(forms_table.c.component > last)).scalars()):
        last = found[-1]
        held = forms.forms_in(connection, found)
        tellings = tellings_of(connection, [form.standing_for for form in held])
        settle(connection, [(form, tellings[form.standing_for]) for form in held], ruled, at)


def _listed_after(connection: Connection, last: int) -> list[int]:
    query = select(listed.c.claim).where(listed.c.claim > last).order_by(listed.c.claim).limit(_PART)
    return list(connection.execute(query).scalars())


def _forms(connection: Connection) -> Iterator[list[Form]]:
    """All forms, part by part, each part as it is when it is asked for."""
    last = 0
    query = select(forms_table.c.number).order_by(forms_table.c.number).limit(_PART)
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
