"""Parts what hangs together in a chain: a thing's tellings must mostly be tied to each other, not each to the next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from comity.model import Kept, Tie

__all__ = ["cohesive"]

_SHARE = 0.5


def cohesive(members: Sequence[Kept], ties: Sequence[Tie]) -> list[list[Kept]]:
    """Groups in which at least half of the pairs between any two joined parts are tied; the surest ties join first."""
    of = {m.id: m.id for m in members}
    groups = {m.id: [m.id] for m in members}
    tied: defaultdict[str, set[str]] = defaultdict(set)
    for tie in ties:
        tied[tie.a].add(tie.b)
        tied[tie.b].add(tie.a)
    for tie in sorted(ties, key=lambda t: (-t.certainty, *sorted((t.a, t.b)))):
        first, second = sorted((of[tie.a], of[tie.b]))
        if first == second:
            continue
        across = sum(len(tied[one] & set(groups[second])) for one in groups[first])
        if across < _SHARE * len(groups[first]) * len(groups[second]):
            continue
        for moved in groups[second]:
            of[moved] = first
        groups[first] += groups.pop(second)
    byid = {m.id: m for m in members}
    return [[byid[one] for one in sorted(ids)] for _, ids in sorted(groups.items())]
