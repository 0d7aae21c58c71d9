"""Groups tellings into things, whatever the order they come in.

A kind of thing says four or five things of its tellings, each a function of the tellings alone:

- `form`: all that the kind looks at, as one string; tellings of equal form are always one thing, so a thing that is
  told a thousand times in the same way costs no more than one that is told once;
- `keys`: the blocks it stands in; only tellings that share a key are ever compared;
- `tie`: whether two may be one thing, and why;
- `settle`: how those that hang together by ties come apart into things, where not all of them can be one;
- `core`, where a kind has one: tellings of one core are tied whatever else they tell, so a tie of each to the first of
  them stands for all of theirs.

As none of them knows what came first, the groups are the same in any order of arrival, and a new telling touches only
those that it hangs together with.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Generic, Protocol, TypeVar

from comity.model import Tie

__all__ = ["Component", "Group", "Kind", "Rulings", "components", "form_of", "group", "settled"]


class Told(Protocol):
    """What can be grouped: something with an id."""

    @property
    def id(self) -> str:
        """What tells it from all others."""
        ...


T = TypeVar("T", bound=Told)


@dataclass(frozen=True, slots=True)
class Kind(Generic[T]):
    """How tellings of one kind are known again (see the head of this module)."""

    form: Callable[[T], str]
    keys: Callable[[T], Collection[str]]
    tie: Callable[[T, T], Tie | None]
    settle: Callable[[Sequence[T], Sequence[Tie]], list[list[T]]]
    core: Callable[[T], Hashable] = lambda _: None


@dataclass(frozen=True)
class Rulings:
    """What people decided: pairs of claim ids that are one thing, and pairs that are not."""

    same: frozenset[tuple[str, str]] = frozenset()
    apart: frozenset[tuple[str, str]] = frozenset()

    @cached_property
    def told_apart(self) -> frozenset[str]:
        """Those that people told from others."""
        return frozenset(a for a, _ in self.apart)

    def held_apart(self, a: str, b: str) -> bool:
        """Whether a person said that these two are not one thing."""
        return (a, b) in self.apart or (b, a) in self.apart

    def of(self, standing_for: Mapping[str, str]) -> Rulings:
        """The same rulings on those that stand for the claims ruled on; what stands for nobody keeps its id."""
        told = standing_for.get
        return Rulings(
            frozenset((told(a, a), told(b, b)) for a, b in self.same),
            frozenset((told(a, a), told(b, b)) for a, b in self.apart),
        )


@dataclass(frozen=True, slots=True)
class Group(Generic[T]):
    """Tellings of one thing, sorted by id, and the ties that hold them together."""

    members: tuple[T, ...]
    ties: tuple[Tie, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Component(Generic[T]):
    """Tellings that hang together by ties, one for each form; whether they are one thing is settled next."""

    members: tuple[T, ...]
    ties: tuple[Tie, ...]


def group(tellings: Iterable[T], kind: Kind[T], rulings: Rulings | None = None) -> list[Group[T]]:
    """The things that `tellings` tell of; the same in whatever order they are given."""
    ruled = rulings or Rulings()
    formed = _formed(tellings, kind, ruled)
    ruled = ruled.of({one.id: alike[0].id for alike in formed.values() for one in alike})
    byrep = {alike[0].id: alike for alike in formed.values()}
    groups = []
    for component in components([alike[0] for alike in formed.values()], kind, ruled):
        for members in settled(component, kind, ruled):
            ids = {member.id for member in members}
            everyone = sorted((one for member in members for one in byrep[member.id]), key=_id)
            ties = tuple(t for t in component.ties if t.a in ids and t.b in ids)
            groups.append(Group(tuple(everyone), ties))
    return sorted(groups, key=lambda g: g.members[0].id)


def form_of(telling: T, kind: Kind[T], rulings: Rulings) -> str:
    """The form of a telling; one that people told from others has a form of its own."""
    form = kind.form(telling)
    return f"{form}#{telling.id}" if telling.id in rulings.told_apart else form


def components(tellings: Sequence[T], kind: Kind[T], rulings: Rulings) -> list[Component[T]]:
    """Those that hang together, directly or by others; `tellings` hold one for each form."""
    byid = {telling.id: telling for telling in sorted(tellings, key=_id)}
    ties = [*_ties(byid.values(), kind, rulings), *_ruled(byid, rulings)]
    roots = _Union(byid)
    for tie in ties:
        roots.join(tie.a, tie.b)
    members: defaultdict[str, list[T]] = defaultdict(list)
    for told in byid.values():
        members[roots.find(told.id)].append(told)
    held: defaultdict[str, list[Tie]] = defaultdict(list)
    for tie in ties:
        held[roots.find(tie.a)].append(tie)
    return [Component(tuple(m), tuple(held[root])) for root, m in sorted(members.items())]


def settled(component: Component[T], kind: Kind[T], rulings: Rulings) -> list[list[T]]:
    """The things of one component; what people decided holds against the rule."""
    if len(component.members) == 1:
        return [list(component.members)]
    found = kind.settle(component.members, component.ties)
    roots = _Union({t.id: t for t in component.members})
    for thing in found:
        for one, next_one in pairwise(thing):
            roots.join(one.id, next_one.id)
    for a, b in rulings.same:
        if a in roots.parents and b in roots.parents:
            roots.join(a, b)
    merged: defaultdict[str, list[T]] = defaultdict(list)
    for told in component.members:
        merged[roots.find(told.id)].append(told)
    return [part for thing in merged.values() for part in _parted(thing, rulings)]


def _formed(tellings: Iterable[T], kind: Kind[T], rulings: Rulings) -> dict[str, list[T]]:
    formed: defaultdict[str, list[T]] = defaultdict(list)
    for telling in sorted(tellings, key=_id):
        formed[form_of(telling, kind, rulings)].append(telling)
    return formed


def _ties(tellings: Iterable[T], kind: Kind[T], rulings: Rulings) -> Iterator[Tie]:
    """The ties between tellings that share a block; of one core each is tied to the first of it alone."""
    blocks: defaultdict[str, defaultdict[Hashable, list[T]]] = defaultdict(lambda: defaultdict(list))
    first: dict[Hashable, T] = {}
    seen: set[tuple[str, str]] = set()
    for telling in tellings:
        core = kind.core(telling)
        for key in sorted(kind.keys(telling)):
            for beside, others in blocks[key].items():
                for other in (first[core],) if core is not None and beside == core else others:
                    pair = (other.id, telling.id)
                    if pair in seen:
                        continue
                    seen.add(pair)
                    tie = None if rulings.held_apart(*pair) else kind.tie(other, telling)
                    if tie is not None:
                        yield tie
            blocks[key][core].append(telling)
        if core is not None:
            first.setdefault(core, telling)


def _ruled(byid: Collection[Hashable], rulings: Rulings) -> Iterator[Tie]:
    for a, b in sorted(rulings.same):
        if a in byid and b in byid:
            yield Tie(a, b, "a person said that they are one", 1.0)


def _parted(thing: list[T], rulings: Rulings) -> list[list[T]]:
    """A thing without those that people told from others in it; these stay together where people said so."""
    ids = {told.id for told in thing}
    out = {a for a, b in rulings.apart if a in ids and b in ids}
    if not out:
        return [thing]
    roots = _Union({told.id: told for told in thing})
    for a, b in rulings.same:
        if a in out and b in out:
            roots.join(a, b)
    parts: defaultdict[str, list[T]] = defaultdict(list)
    for told in thing:
        parts[roots.find(told.id) if told.id in out else ""].append(told)
    return list(parts.values())


class _Union:
    """Disjoint sets; the smallest id stands for its set, so that no order shows."""

    def __init__(self, ids: Iterable[str]) -> None:
        self.parents = {one: one for one in ids}

    def find(self, one: str) -> str:
        while self.parents[one] != one:
            self.parents[one] = self.parents[self.parents[one]]
            one = self.parents[one]
        return one

    def join(self, a: str, b: str) -> None:
        first, second = sorted((self.find(a), self.find(b)))
        self.parents[second] = first


def _id(telling: Told) -> str:
    return telling.id
