"""Parts tellings of one name into one agreement for each signature, where a later one took the place of the first."""

from __future__ import annotations

from collections.abc import Sequence

from comity.linking.days import Days
from comity.linking.deeds import Deed, deed_of
from comity.linking.lives import CARRIED_ON
from comity.model import Kept

__all__ = ["ANOTHER", "WEEKS", "by_signature"]

ANOTHER = 730
"""Days after a signature from which a second one is of another agreement of the same name."""
WEEKS = 60
"""Days within which two tellings are of one step."""


def by_signature(thing: list[Kept]) -> list[list[Kept]]:
    """One agreement for each signature years after another; one that only renews the first is a step of its life."""
    deeds = {kept.id: deed_of(kept) for kept in thing}
    renewed = [d.at for d in deeds.values() if d.status in CARRIED_ON and d.at]
    told = (d.told for d in deeds.values() if d.status == "signed" and d.told)
    signed = sorted(told, key=lambda days: (days.first, days.last))
    starts = [
        day
        for n, day in enumerate(signed)
        if n == 0 or (day.first - signed[n - 1].last > ANOTHER and not any(day.gap(r) <= WEEKS for r in renewed))
    ]
    if not starts or any(d.known and d.known.single for d in deeds.values()):
        return [thing]
    parts: dict[int, list[Kept]] = {}
    for kept in thing:
        parts.setdefault(_signature(deeds[kept.id], starts), []).append(kept)
    return list(parts.values())


def _signature(deed: Deed, starts: Sequence[Days]) -> int:
    """Which of the signatures a telling belongs to: the last before it, or the next one where it tells of a plan."""
    if deed.at is None:
        return len(starts) - 1
    before = [n for n, start in enumerate(starts) if start.first - deed.at.last <= WEEKS]
    if deed.made:
        # What was in force years before the first signature told is an agreement that went before.
        early = not before and starts[0].first - deed.at.last > ANOTHER
        return before[-1] if before else (-1 if early else 0)
    return min(len(before), len(starts) - 1)
