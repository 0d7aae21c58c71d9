"""Tables of tellings that are one thing, and of near neighbours that are two: what holds of every such table."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.linking.grouping import Kind
from comity.model import Kept
from linking.tellings import things

__all__ = ["shown_by"]

Table = Sequence[tuple[str, list[Kept]]]
Test = Callable[..., None]


def shown_by(one: Table, two: Table, kind: Kind[Kept]) -> tuple[Test, Test, Test]:
    """Each of `one` is one thing, each of `two` is two, and the order in which all of them arrive does not matter."""
    pool = [telling for _, tellings in (*one, *two) for telling in tellings]

    @pytest.mark.parametrize("tellings", [t for _, t in one], ids=[name for name, _ in one])
    def these_are_one(tellings: list[Kept]) -> None:
        assert len(things(tellings, kind)) == 1

    @pytest.mark.parametrize("tellings", [t for _, t in two], ids=[name for name, _ in two])
    def these_are_two(tellings: list[Kept]) -> None:
        assert len(things(tellings, kind)) == 2

    @settings(max_examples=20, deadline=None)
    @given(st.permutations(pool))
    def order_does_not_matter(tellings: list[Kept]) -> None:
        assert things(tellings, kind) == things(pool, kind)

    return these_are_one, these_are_two, order_does_not_matter
