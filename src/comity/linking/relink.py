"""Links what changed in a record: new claims find what they tell of, claims that fell leave it; no more is touched.

Only forms that share a block with a new one are compared, and only the components that a change touches are settled
anew; as what is one thing does not hang on who came first, the outcome is the same as linking all of it at once.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection

from comity.linking.grouping import Kind, Rulings, components, form_of, settled
from comity.linking.kinds import KINDS, PEOPLE, mentions
from comity.model import Kept, Mention, Tie
from comity.record import entries, forms
from comity.record.forms import SELF, Form
from comity.record.lineage import successors
from comity.record.loading import kept_of
from comity.record.standing import Changed
from comity.record.ties import numbers_of, rulings_of

__all__ = ["Work", "are_tied", "best_ties", "on_forms", "relink", "settle", "tellings_of", "why_tied"]

T = TypeVar("T", Kept, Mention)


@dataclass(slots=True)
class Work(Generic[T]):
    """The tellings of one kind that are to be linked, each with its claim's number and its place there."""

    name: str
    kind: Kind[T]
    told: list[tuple[int, int, T]] = field(default_factory=list)
    touched: set[int] = field(default_factory=set)
    gone: list[Form] = field(default_factory=list)
    restood: set[int] = field(default_factory=set)

    def tellings(self, connection: Connection, ids: Sequence[str]) -> dict[str, T]:
        """The claims or mentions of these ids as they stand; those at hand are not asked for again."""
        here = {one.id: one for _, _, one in self.told}
        return here | tellings_of(connection, self.name, [one for one in ids if one not in here])


def relink(connection: Connection, changed: Changed, at: str) -> None:
    """Bring the entries up to date with claims that stand now or fell."""
    lost = forms.detach(connection, changed.fell)
    work: dict[str, Work[Any]] = {name: Work(name, kind) for name, kind in KINDS.items()}
    people: Work[Mention] = Work("person", PEOPLE)
    work["person"] = people
    for number, _, kept in kept_of(connection, changed.stands):
        if kept.review == "rejected":
            continue
        work[kept.kind].told.append((number, SELF, kept))
        people.told.extend((number, one.at, one) for one in mentions(kept))
    _thin(connection, work, lost)
    ruled = Rulings(*rulings_of(connection))
    for one in work.values():
        _link(connection, one, ruled, at)


def _thin(connection: Connection, work: Mapping[str, Work[Any]], lost: Mapping[int, Collection[str]]) -> None:
    """What becomes of forms that lost tellings: those without any are forgotten, others may stand for another now."""
    if not lost:
        return
    left = forms.members_of(connection, lost)
    for number, form in forms.forms_numbered(connection, lost).items():
        of = work[form.kind]
        if number not in left:
            of.gone.append(form)
            of.touched.add(form.component)
        elif form.standing_for in lost[number]:
            forms.stand_for(connection, number, min(left[number]))
            of.restood.add(number)
    forms.drop_forms(connection, [form.number for one in work.values() for form in one.gone])


def _link(connection: Connection, work: Work[T], rulings: Rulings, at: str) -> None:
    fresh = _formed(connection, work, rulings) + _restood(connection, work)
    near = _near(connection, work, fresh, rulings)
    touched = work.touched | {form.component for form, _ in fresh} | near
    if not touched:
        return
    held = forms.forms_in(connection, work.name, touched)
    tellings = work.tellings(connection, [form.standing_for for form in held])
    settle(connection, work, [(form, tellings[form.standing_for]) for form in held], rulings, at)


def _formed(connection: Connection, work: Work[T], rulings: Rulings) -> list[tuple[Form, T]]:
    """Give each telling its form; the forms that are new, each with the telling that stands for it."""
    hashed = [(forms.hash_of(form_of(one, work.kind, rulings)), number, at, one) for number, at, one in work.told]
    first: dict[str, T] = {}
    for form, _, _, one in hashed:
        if form not in first or one.id < first[form].id:
            first[form] = one
    known = forms.forms_named(connection, work.name, first)
    for old in known.values():
        if first[old.hash].id < old.standing_for:
            forms.stand_for(connection, old.number, first[old.hash].id)
            work.restood.add(old.number)
    new = sorted(first.keys() - known.keys())
    made = forms.add_forms(connection, work.name, [(h, first[h].id, work.kind.keys(first[h])) for h in new])
    known |= {form.hash: form for form in made}
    forms.attach(connection, ((number, at, known[form].number) for form, number, at, _ in hashed))
    return [(form, first[form.hash]) for form in made]


def _restood(connection: Connection, work: Work[T]) -> list[tuple[Form, T]]:
    """The forms that another telling stands for now: it may stand in other blocks, and be tied to others."""
    held = forms.forms_numbered(connection, work.restood)
    tellings = work.tellings(connection, [form.standing_for for form in held.values()])
    told = [(held[number], tellings[held[number].standing_for]) for number in sorted(held)]
    forms.unblock(connection, held)
    forms.block(connection, work.name, [(form.number, work.kind.keys(one)) for form, one in told])
    return told


def _near(connection: Connection, work: Work[T], fresh: Sequence[tuple[Form, T]], rulings: Rulings) -> set[int]:
    """The components that new forms are tied to."""
    if not fresh:
        return set()
    keys = {form.number: set(work.kind.keys(one)) for form, one in fresh}
    beside = forms.neighbours(connection, work.name, {key for told in keys.values() for key in told})
    new = {form.number for form, _ in fresh}
    others = [form for form in beside if form.number not in new]
    tellings = work.tellings(connection, [form.standing_for for form in others])
    blocks: defaultdict[str, list[Form]] = defaultdict(list)
    for form in others:
        for key in work.kind.keys(tellings[form.standing_for]):
            blocks[key].append(form)
    ruled = on_forms(connection, work.name, rulings)
    found: set[int] = set()
    for form, one in fresh:
        for key in sorted(keys[form.number]):
            for other in blocks[key]:
                if other.component not in found and are_tied(work.kind, one, tellings[other.standing_for], ruled):
                    found.add(other.component)
    return found | _by_ruling(connection, work.name, (one.id for _, one in fresh), ruled)


def settle(
    connection: Connection, work: Work[T], held: Sequence[tuple[Form, T]],
    rulings: Rulings, at: str,
) -> None:  # fmt: skip
    """Settle what whole components come apart into, and name each thing."""
    by_telling = {one.id: form for form, one in held}
    ruled = on_forms(connection, work.name, rulings)
    rows: list[Mapping[str, object]] = []
    things: list[tuple[list[Form], int, Mapping[str, Tie]]] = []
    for component in components([one for _, one in held], work.kind, ruled):
        inside = [by_telling[one.id] for one in component.members]
        number = min(form.number for form in inside)
        best = best_ties(component.ties)
        parts = settled(component, work.kind, ruled)
        things += [([by_telling[one.id] for one in part], number, best) for part in parts]
    named = _named(connection, work.name, [thing for thing, _, _ in things], work.gone, at)
    for (thing, number, ties), entry in zip(things, named, strict=True):
        ids = {form.standing_for for form in thing}
        for form in thing:
            why = why_tied(form.standing_for, ids, ties)
            rows.append({"number": form.number, "component": number, "entry": entry} | why)
    forms.assign(connection, rows)


def why_tied(telling: str, thing: Collection[str], ties: Mapping[str, Tie]) -> dict[str, object]:
    """What is noted of why a telling belongs to its thing: what it is most surely one with, the reason, how sure."""
    tie = ties.get(telling)
    if tie is None or not {tie.a, tie.b} <= set(thing):
        return {"tied_to": None, "reason": None, "certainty": None}
    other = tie.b if tie.a == telling else tie.a
    return {"tied_to": other, "reason": tie.reason, "certainty": round(tie.certainty * 1000)}


def _named(
    connection: Connection, kind: str, things: Sequence[Sequence[Form]], gone: Sequence[Form], at: str
) -> list[str]:
    """The entry of each thing: ids stay with the telling they were first given for, and are given up to older ones."""
    before = Counter(form.entry for thing in things for form in thing if form.entry)
    made = entries.founders(connection, {*before, *(form.entry for form in gone if form.entry)})
    home = {form.number: index for index, thing in enumerate(things) for form in thing}
    founding = _founding(connection, kind, [minted.founder for minted in made.values()])
    claimed: defaultdict[int, list[entries.Minted]] = defaultdict(list)
    for minted in sorted(made.values(), key=lambda one: one.number):
        founder = founding.get(minted.founder)
        index = home.get(founder.number) if founder else None
        if index is None:
            index = _most(things, minted.id)
        if index is not None:
            claimed[index].append(minted)
    unnamed = [index for index in range(len(things)) if not claimed[index]]
    names = _anew(connection, kind, things, unnamed, {minted.id for minted in made.values()}, at)
    names |= {index: told[0].id for index, told in claimed.items() if told}
    steps = [(old.id, names[i], "merged") for i, told in sorted(claimed.items()) for old in told[1:]]
    split = {(f.entry, names[i]) for i in unnamed for f in things[i] if f.entry and f.entry != names[i]}
    steps += [(old, new, "split") for old, new in sorted(split)]
    entries.moved(connection, steps, at)
    return [names[index] for index in range(len(things))]


def _founding(connection: Connection, kind: str, founders: Sequence[str]) -> dict[str, Form]:
    """The forms of the tellings that entries were first made for, or of what says the same in their place."""
    found = forms.forms_of(connection, kind, founders)
    lost = [one for one in founders if one not in found]
    if not lost:
        return found
    heirs = successors(connection, {one.partition("#")[0] for one in lost})
    said = {one: [f"{heir}{one[16:]}" for heir in heirs.get(one.partition("#")[0], ())] for one in lost}
    instead = forms.forms_of(connection, kind, {heir for told in said.values() for heir in told})
    for one, told in said.items():
        known = [instead[heir] for heir in reversed(told) if heir in instead]
        if known:
            found[one] = known[0]
    return found


def _anew(
    connection: Connection, kind: str, things: Sequence[Sequence[Form]], unnamed: Sequence[int],
    taken: set[str], at: str,
) -> dict[int, str]:  # fmt: skip
    """Ids for things that have none: the one they had before they were merged with others, or a new one."""
    mine = {form.number for thing in things for form in thing}
    members = forms.members_of(connection, [form.number for index in unnamed for form in things[index]])
    of = {one: index for index in unnamed for form in things[index] for one in members.get(form.number, ())}
    before = entries.founded_by(connection, kind, of)
    taken = taken | entries.borne(connection, [minted.id for minted in before], mine)
    names: dict[int, str] = {}
    for minted in before:
        if minted.id not in taken and of[minted.founder] not in names:
            names[of[minted.founder]] = minted.id
    fresh = [index for index in unnamed if index not in names]
    made = entries.mint(
        connection, kind, [min(f.standing_for for f in things[i]) for i in fresh], at, taken | set(names.values())
    )
    return names | {index: minted.id for index, minted in zip(fresh, made, strict=True)}


def _most(things: Sequence[Sequence[Form]], entry: str) -> int | None:
    """Of the things that an entry fell into, the one with most of it; None where nothing of it is left."""
    shares = [(-sum(form.entry == entry for form in thing), i) for i, thing in enumerate(things)]
    best = min(shares, default=(0, 0))
    return best[1] if best[0] else None


def best_ties(ties: Iterable[Tie]) -> dict[str, Tie]:
    """For each telling the tie that holds it most surely."""
    best: dict[str, Tie] = {}
    for tie in ties:
        for one in (tie.a, tie.b):
            if one not in best or (tie.certainty, tie.reason) > (best[one].certainty, best[one].reason):
                best[one] = tie
    return best


def are_tied(kind: Kind[T], a: T, b: T, ruled: Rulings) -> bool:
    """Whether two tellings may be of one thing, by the rule and by what people decided."""
    first, second = sorted((a, b), key=lambda one: one.id)
    return not ruled.held_apart(a.id, b.id) and kind.tie(first, second) is not None


def _by_ruling(connection: Connection, kind: str, fresh: Iterable[str], ruled: Rulings) -> set[int]:
    """The components that people said new forms belong to."""
    new = set(fresh)
    said = {b if a in new else a for a, b in ruled.same if a in new or b in new}
    return {form.component for form in forms.forms_of(connection, kind, said).values()}


def on_forms(connection: Connection, kind: str, rulings: Rulings) -> Rulings:
    """The rulings of people, on the tellings that stand for those ruled on."""
    ids = {one for pair in (*rulings.same, *rulings.apart) for one in pair}
    if not ids:
        return rulings
    return rulings.of({told: form.standing_for for told, form in forms.forms_of(connection, kind, ids).items()})


def tellings_of(connection: Connection, kind: str, ids: Sequence[str]) -> dict[str, Any]:
    """The claims or mentions of these ids as they stand."""
    if not ids:
        return {}
    bare = {one: one.partition("#") for one in ids}
    numbers = numbers_of(connection, {claim for claim, _, _ in bare.values()})
    kept = {one.id: one for _, _, one in kept_of(connection, numbers.values())}
    if kind != "person":
        return {one: kept[one] for one in ids}
    named = {mention.id: mention for claim in kept.values() for mention in mentions(claim)}
    return {one: named[one] for one in ids}
