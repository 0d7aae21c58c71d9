"""The dated steps of an agreement's life as its tellings tell them, and how far it has come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from comity.linking.days import days_of
from comity.model import Agreement, Entry, Kept

__all__ = ["CARRIED_ON", "MADE", "Step", "agreement_of", "life", "stage"]

_STAGES = (
    "proposed", "announced", "negotiating", "concluded", "initialled", "text_agreed", "approved", "signed",
    "provisionally_applied", "ratified", "notified", "in_force", "operational", "amended", "renewed", "extended",
    "suspended", "expired", "superseded", "terminated",
)  # fmt: skip
"""The steps in the order in which an agreement takes them."""

MADE = frozenset(_STAGES[_STAGES.index("signed") :])
"""The steps of an agreement that has been made, and is planned no more."""

CARRIED_ON = frozenset({"amended", "renewed", "extended"})
"""The steps by which an agreement goes on, if need be with a new signature."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step in the life of an agreement: when, which claims tell it, and on whose account."""

    status: str
    date: str | None
    claims: tuple[str, ...]
    accounts: tuple[str, ...]


def life(entry: Entry) -> tuple[Step, ...]:
    """The steps of an agreement as told, in the order of time; one without a day stands before the next higher one.

    A step told without a day is that of the same name with one, where only one such is told.
    """
    steps: list[Step] = []
    claims = map(agreement_of, entry.members)
    told = sorted(((c.status, c.when.edtf if c.when else None, c) for c in claims), key=_finest)
    for status, edtf, claim in told:
        same = [s for s in steps if s.status == status and _one_day(s.date, edtf)]
        if len(same) == 1:
            accounts = tuple(sorted({*same[0].accounts, *claim.according_to}))
            steps[steps.index(same[0])] = replace(same[0], claims=(*same[0].claims, claim.id), accounts=accounts)
        else:
            steps.append(Step(status, edtf, (claim.id,), tuple(sorted(set(claim.according_to)))))
    return _in_order(steps)


def stage(entry: Entry) -> str:
    """The furthest step that any release tells; none is inferred: being put into operation is not entry into force."""
    return max((agreement_of(kept).status for kept in entry.members), key=_rank)


def agreement_of(kept: Kept) -> Agreement:
    """The agreement that is told.

    Raises:
        TypeError: it is a claim of another kind.
    """
    if not isinstance(kept.claim, Agreement):
        raise TypeError(f"not an agreement: {kept.kind} {kept.id}")
    return kept.claim


def _finest(told: tuple[str, str | None, Agreement]) -> tuple[int, str, str, str]:
    days = days_of(told[1])
    return (days.length if days else 99999, told[1] or "", told[0], told[2].id)


def _one_day(one: str | None, other: str | None) -> bool:
    a, b = days_of(one), days_of(other)
    return a is None or b is None or a.gap(b) == 0


def _in_order(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Dated steps by their first day, and each undated one before the first dated one of a later rank."""
    dated = sorted((s for s in steps if days_of(s.date)), key=lambda s: (_first(s.date), _rank(s.status), s.claims))
    undated = sorted((s for s in steps if not days_of(s.date)), key=lambda s: (_rank(s.status), s.claims))
    for step in undated:
        later = (n for n, other in enumerate(dated) if _rank(other.status) > _rank(step.status))
        dated.insert(next(later, len(dated)), step)
    return tuple(dated)


def _first(edtf: str | None) -> int:
    days = days_of(edtf)
    return days.first if days else 0


def _rank(status: str) -> int:
    return _STAGES.index(status) if status in _STAGES else -1
