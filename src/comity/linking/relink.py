"""Links what changed in a record: new claims find what they tell of, claims that fell leave it; no more is touched.

Only forms that share a block with a new one are compared, and only the components that a change touches are settled
anew; as what is one thing does not hang on who came first, the outcome is the same as linking all of it at once.

Each step asks the database once for all kinds of things together: it is asking that takes the time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from comity.linking.bearing import Thing, named
from comity.linking.grouping import Rulings, components, form_of, settled
from comity.linking.kinds import THINGS, Telling, kind_name, mentions, tellings_in
from comity.model import Tie
from comity.record import forms
from comity.record.forms import Form
from comity.record.loading import kept_named, kept_of
from comity.record.standing import Changed
from comity.record.ties import rulings_of

__all__ = [
    "are_tied",
    "best_ties",
    "give_forms",
    "hash_of",
    "keys_of",
    "on_forms",
    "relink",
    "settle",
    "tellings_of",
    "why_tied",
]

Formed = tuple[Form, Telling]
"""A form, and the telling that stands for it."""


@dataclass(slots=True)
class _Work:
    """What is linked anew: tellings, each with its claim's number and its place there, and what became of forms."""

    told: list[tuple[int, int, Telling]]
    touched: set[int] = field(default_factory=set)
    gone: list[Form] = field(default_factory=list)
    restood: set[int] = field(default_factory=set)

    def standing_for(self, connection: Connection, held: Iterable[Form]) -> list[Formed]:
        """Forms with the tellings that stand for them; those at hand are not asked for again."""
        whole = list(held)
        known = {one.id: one for _, _, one in self.told}
        known |= tellings_of(connection, [form.standing_for for form in whole if form.standing_for not in known])
        return [(form, known[form.standing_for]) for form in whole]


def relink(connection: Connection, changed: Changed, at: str) -> None:
    """Bring the entries up to date with claims that stand now or fell."""
    lost = forms.detach(connection, changed.fell)
    known = {one[0]: one for one in changed.loaded}
    loaded = [known[n] for n in changed.stands if n in known]
    loaded += kept_of(connection, [n for n in changed.stands if n not in known])
    work = _Work([(number, place, one) for number, _, kept in loaded for place, one in tellings_in(kept)])
    _thin(connection, work, lost)
    rulings = Rulings(*rulings_of(connection))
    fresh, old = give_forms(connection, work.told, rulings)
    work.restood |= old
    fresh += _restood(connection, work)
    ruled = on_forms(connection, rulings)
    touched = work.touched | {form.component for form, _ in fresh} | _near(connection, work, fresh, ruled)
    if touched:
        held = work.standing_for(connection, forms.forms_in(connection, touched))
        settle(connection, held, ruled, at, work.gone)


def _thin(connection: Connection, work: _Work, lost: Mapping[int, Collection[str]]) -> None:
    """What becomes of forms that lost tellings: those without any are forgotten, others may stand for another now."""
    if not lost:
        return
    left = forms.members_of(connection, lost)
    other: list[tuple[int, str]] = []
    for number, form in forms.forms_numbered(connection, lost).items():
        if number not in left:
            work.gone.append(form)
            work.touched.add(form.component)
        elif form.standing_for in lost[number]:
            other.append((number, min(left[number])))
    forms.stand_for(connection, other)
    work.restood |= {number for number, _ in other}
    forms.drop_forms(connection, [form.number for form in work.gone])


def give_forms(
    connection: Connection, told: Sequence[tuple[int, int, Telling]], rulings: Rulings
) -> tuple[list[Formed], set[int]]:
    """Give each telling (claim's number, place there, telling) its form.

    Returns:
        The forms that are new, each with the telling that stands for it; and those, by number, that were there and
        for which another telling stands now.
    """
    hashed = [(hash_of(one, rulings), number, place, one) for number, place, one in told]
    first: dict[str, Telling] = {}
    for form, _, _, one in hashed:
        if form not in first or one.id < first[form].id:
            first[form] = one
    known = forms.forms_named(connection, first)
    other = [(f.number, first[f.hash].id) for f in known.values() if _better(first[f.hash].id, f.standing_for)]
    forms.stand_for(connection, other)
    new = sorted(first.keys() - known.keys())
    made = forms.add_forms(connection, [(kind_name(first[h]), h, first[h].id, keys_of(first[h])) for h in new])
    known |= {form.hash: form for form in made}
    forms.attach(connection, ((number, place, known[form].number) for form, number, place, _ in hashed))
    return [(form, first[form.hash]) for form in made], {number for number, _ in other}


def _better(telling: str, standing_for: str) -> bool:
    """Whether a telling is to stand for a form: the one of the smallest id does, so that no order shows."""
    return not standing_for or telling < standing_for


def hash_of(telling: Telling, rulings: Rulings) -> str:
    """The hash under which the form of a telling is kept."""
    name = kind_name(telling)
    return forms.hash_of(name, form_of(telling, THINGS[name], rulings))


def keys_of(telling: Telling) -> set[int]:
    """The blocks that a telling stands in, as they are kept."""
    name = kind_name(telling)
    return {forms.key_of(name, key) for key in THINGS[name].keys(telling)}


def _restood(connection: Connection, work: _Work) -> list[Formed]:
    """The forms that another telling stands for now: it may stand in other blocks, and be tied to others."""
    held = forms.forms_numbered(connection, work.restood)
    told = work.standing_for(connection, (held[number] for number in sorted(held)))
    forms.unblock(connection, held)
    forms.block(connection, [(form.number, keys_of(one)) for form, one in told])
    return told


def _near(connection: Connection, work: _Work, fresh: Sequence[Formed], ruled: Rulings) -> set[int]:
    """The components that new forms are tied to."""
    if not fresh:
        return set()
    new = {form.number for form, _ in fresh}
    keys = {form.number: keys_of(one) for form, one in fresh}
    blocks = forms.in_blocks(connection, set().union(*keys.values()))
    others = {form.number: form for block in blocks.values() for form in block if form.number not in new}
    told = {form.number: one for form, one in work.standing_for(connection, others.values())}
    found: set[int] = set()
    for form, one in fresh:
        beside = {
            other.number: other for key in keys[form.number] for other in blocks.get(key, ()) if other.number in others
        }
        for number, other in sorted(beside.items()):
            if other.component not in found and are_tied(one, told[number], ruled):
                found.add(other.component)
    return found | _by_ruling(connection, {one.id for _, one in fresh}, ruled)


def settle(connection: Connection, held: Sequence[Formed], ruled: Rulings, at: str, gone: Sequence[Form] = ()) -> None:
    """Settle what whole components come apart into, and name each thing; `gone` are forms that nothing has any more."""
    of_kind: defaultdict[str, list[Formed]] = defaultdict(list)
    for form, one in held:
        of_kind[form.kind].append((form, one))
    things: list[Thing] = []
    ties: list[tuple[int, Mapping[str, Tie]]] = []
    for name in sorted(of_kind):
        kind = THINGS[name]
        by_telling = {one.id: form for form, one in of_kind[name]}
        for component in components([one for _, one in of_kind[name]], kind, ruled):
            number = min(by_telling[one.id].number for one in component.members)
            best = best_ties(component.ties)
            for part in settled(component, kind, ruled):
                things.append([by_telling[one.id] for one in part])
                ties.append((number, best))
    rows: list[Mapping[str, object]] = []
    for thing, (number, tied), entry in zip(things, ties, named(connection, things, gone, at), strict=True):
        ids = {form.standing_for for form in thing}
        for form in thing:
            why = why_tied(form.standing_for, ids, tied)
            rows.append({"number": form.number, "component": number, "entry": entry} | why)
    forms.assign(connection, rows)


def why_tied(telling: str, thing: Collection[str], ties: Mapping[str, Tie]) -> dict[str, object]:
    """What is noted of why a telling belongs to its thing: what it is most surely one with, the reason, how sure."""
    tie = ties.get(telling)
    if tie is None or not {tie.a, tie.b} <= set(thing):
        return {"tied_to": None, "reason": None, "certainty": None}
    other = tie.b if tie.a == telling else tie.a
    return {"tied_to": other, "reason": tie.reason, "certainty": round(tie.certainty * 1000)}


def best_ties(ties: Iterable[Tie]) -> dict[str, Tie]:
    """For each telling the tie that holds it most surely."""
    best: dict[str, Tie] = {}
    for tie in ties:
        for one in (tie.a, tie.b):
            if one not in best or (tie.certainty, tie.reason) > (best[one].certainty, best[one].reason):
                best[one] = tie
    return best


def are_tied(a: Telling, b: Telling, ruled: Rulings) -> bool:
    """Whether two tellings of one kind may be of one thing, by the rule and by what people decided."""
    first, second = sorted((a, b), key=lambda one: one.id)
    return not ruled.held_apart(a.id, b.id) and THINGS[kind_name(a)].tie(first, second) is not None


def _by_ruling(connection: Connection, new: Collection[str], ruled: Rulings) -> set[int]:
    """The components that people said new forms belong to."""
    said = {b if a in new else a for a, b in ruled.same if a in new or b in new}
    return {form.component for form in forms.forms_of(connection, said).values()}


def on_forms(connection: Connection, rulings: Rulings) -> Rulings:
    """The rulings of people, on the tellings that stand for those ruled on."""
    ids = {one for pair in (*rulings.same, *rulings.apart) for one in pair}
    if not ids:
        return rulings
    return rulings.of({told: form.standing_for for told, form in forms.forms_of(connection, ids).items()})


def tellings_of(connection: Connection, ids: Collection[str]) -> dict[str, Any]:
    """The claims, and the mentions in claims, of these ids as they stand."""
    wanted = set(ids)
    kept = {one.id: one for _, _, one in kept_named(connection, {one.partition("#")[0] for one in wanted})}
    named_in = {one.partition("#")[0] for one in wanted if "#" in one}
    told: dict[str, Any] = {one.id: one for claim in named_in for one in mentions(kept[claim])} | kept
    return {one: told[one] for one in wanted}
