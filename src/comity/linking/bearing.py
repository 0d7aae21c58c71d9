"""Which entry each thing bears: an id stays with the telling that it was first given for, whatever becomes of the rest.

Where things grow together the oldest id stays and the others lead on to it; what comes apart again gets back the id
that it had before, or a new one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

from sqlalchemy import Connection

from comity.record import entries, forms
from comity.record.forms import Form
from comity.record.lineage import successors

__all__ = ["Thing", "named"]

Thing = Sequence[Form]
"""The forms of one thing; they are of one kind."""


def named(connection: Connection, things: Sequence[Thing], gone: Sequence[Form], at: str) -> list[str]:
    """The entry of each thing: ids stay with the telling they were first given for, and are given up to older ones.

    `gone` are forms that nothing has any more; their entries go on with what says the same in their place.
    """
    shares: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for index, thing in enumerate(things):
        for form in thing:
            if form.entry:
                shares[form.entry][index] += 1
    made = entries.founders(connection, {*shares, *(form.entry for form in gone if form.entry)})
    home = {form.number: index for index, thing in enumerate(things) for form in thing}
    founding = _founding(connection, [minted.founder for minted in made.values()])
    claimed: defaultdict[int, list[entries.Minted]] = defaultdict(list)
    for minted in sorted(made.values(), key=lambda one: one.number):
        founder = founding.get(minted.founder)
        own = home.get(founder.number) if founder else None
        if own is None and minted.id in shares:  # else the thing with most of it
            own = max(shares[minted.id].items(), key=lambda share: (share[1], -share[0]))[0]
        if own is not None:
            claimed[own].append(minted)
    unnamed = [index for index in range(len(things)) if not claimed[index]]
    names = _anew(connection, things, unnamed, {minted.id for minted in made.values()}, at)
    names |= {index: told[0].id for index, told in claimed.items() if told}
    steps = [(old.id, names[i], "merged") for i, told in sorted(claimed.items()) for old in told[1:]]
    split = {(f.entry, names[i]) for i in unnamed for f in things[i] if f.entry and f.entry != names[i]}
    steps += [(old, new, "split") for old, new in sorted(split)]
    entries.moved(connection, steps, at)
    return [names[index] for index in range(len(things))]


def _founding(connection: Connection, founders: Sequence[str]) -> dict[str, Form]:
    """The forms of the tellings that entries were first made for, or of what says the same in their place."""
    found = forms.forms_of(connection, founders)
    lost = [one for one in founders if one not in found]
    if not lost:
        return found
    heirs = successors(connection, {one.partition("#")[0] for one in lost})
    said = {one: [f"{heir}{one[16:]}" for heir in heirs.get(one.partition("#")[0], ())] for one in lost}
    instead = forms.forms_of(connection, {heir for told in said.values() for heir in told})
    for one, told in said.items():
        known = [instead[heir] for heir in reversed(told) if heir in instead]
        if known:
            found[one] = known[0]
    return found


def _anew(
    connection: Connection, things: Sequence[Thing], unnamed: Sequence[int], taken: Collection[str], at: str
) -> dict[int, str]:
    """Ids for things that have none: the one they had before they were merged with others, or a new one."""
    mine = {form.number for thing in things for form in thing}
    members = forms.members_of(connection, [form.number for index in unnamed for form in things[index]])
    of = {one: index for index in unnamed for form in things[index] for one in members.get(form.number, ())}
    before = entries.founded_by(connection, of)
    taken = {*taken, *entries.borne(connection, [minted.id for minted in before], mine)}
    names: dict[int, str] = {}
    for minted in before:
        if minted.id not in taken and of[minted.founder] not in names:
            names[of[minted.founder]] = minted.id
    fresh = [index for index in unnamed if index not in names]
    founding = [(things[i][0].kind, min(form.standing_for for form in things[i])) for i in fresh]
    made = entries.mint(connection, founding, at, {*taken, *names.values()})
    return names | {index: minted.id for index, minted in zip(fresh, made, strict=True)}
