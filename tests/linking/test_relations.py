"""Tellings of relations and positions: which are one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.linking.grouping import group
from comity.linking.relations import POSITIONS, RELATIONS
from comity.model import Kept, Position, Relation

_IDS = count()


def relation(label: str | None, parties: str = "KE NO", established: int | None = None) -> Kept:
    number = next(_IDS)
    claim = Relation(
        id=f"l{number:05}",
        rule="made",
        evidence=(),
        parties=tuple(parties.split()),
        label=label,
        established=established,
    )
    return Kept(claim, release=f"r{number}", issued="2031-06-15")


def position(topic: str, by: str = "KE", stance: str = "supports") -> Kept:
    number = next(_IDS)
    claim = Position(id=f"p{number:05}", rule="made", evidence=(), by=tuple(by.split()), stance=stance, topic=topic)
    return Kept(claim, release=f"r{number}", issued="2031-06-15")


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (
            relation("Special Strategic and Global Partnership"),
            relation("special strategic & global partnership", "NO KE"),
            True,
        ),
        (relation("Kenya-Norway Ocean Partnership"), relation("Ocean Partnership"), True),
        (relation(None, established=1965), relation(None, "NO KE", established=1965), True),
        (relation("strategic partnership"), relation("comprehensive strategic partnership"), False),
        (relation("strategic partnership"), relation("strategic partnership", "KE SE"), False),
        (relation(None, established=1965), relation(None, established=1975), False),
        (relation("strategic partnership"), relation(None, established=1965), False),
    ],
)
def test_a_relation_is_its_parties_and_its_label_or_its_year(a: Kept, b: Kept, same: bool) -> None:  # noqa: FBT001
    assert (len(group([a, b], RELATIONS)) == 1) is same


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (position("the free passage of grain ships"), position("free passage for grain ships"), True),
        (position("the free passage of grain ships"), position("free and safe passage of grain ships"), True),
        (position("the free passage of grain ships"), position("the free passage of grain ships", "NO"), False),
        (
            position("the free passage of grain ships"),
            position("the free passage of grain ships", stance="opposes"),
            False,
        ),
        (position("the free passage of grain ships"), position("the free passage of fishing boats"), False),
        (
            position("the free passage of grain ships"),
            position("the free passage of grain ships, the return of stranded crews and new lights on the reef"),
            False,
        ),
        (
            position("the lasting peace of Kenya's border towns"),
            position("the lasting peace of Norway's border towns"),
            False,
        ),
        (position("the 61st year of your independence"), position("the 48th year of your independence"), False),
        (position("these attacks on grain ships"), position("these attacks on grain ships"), False),
        (position("dialogue"), position("open dialogue"), False),
    ],
)
def test_a_position_is_a_stance_in_nearly_the_same_words(a: Kept, b: Kept, same: bool) -> None:  # noqa: FBT001
    assert (len(group([a, b], POSITIONS)) == 1) is same


def things(tellings: Sequence[Kept]) -> set[frozenset[str]]:
    return {frozenset(one.id for one in found.members) for found in group(tellings, POSITIONS)}


POOL = [
    position(topic)
    for topic in (
        "the free passage of grain ships",
        "free passage for grain ships",
        "free and safe passage of grain ships",
        "free and safe passage of all grain ships",
        "safe passage of all grain ships and crews",
        "the return of stranded crews",
        "return for all stranded crews",
    )
]


@settings(max_examples=60, deadline=None)
@given(st.permutations(POOL))
def test_the_order_of_arrival_does_not_matter(tellings: list[Kept]) -> None:
    assert things(tellings) == things(POOL)
