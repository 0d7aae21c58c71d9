"""What is looked at of a telling of an exercise: its series, number, days or when they can be, who took part."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from comity.linking.days import Days, days_of
from comity.linking.exercise_names import holding_name, number_before, numbers
from comity.linking.series import Series, series_named
from comity.linking.stretches import fiscal_year, precise, years
from comity.model import Exercise, Kept

__all__ = ["Holding", "exercise_of", "holding_of"]

REACH = 200
"""Days from the day of issue within which a holding without a date is looked for; an annual one comes once in it."""
_UNDER_WAY = 14
"""Days before and after the day of issue that one under way is taken to last."""


@dataclass(frozen=True, slots=True)
class Holding:
    """What is looked at of a telling.

    `general` where it is told of the series and no holding; `number` is that in the series, `part` that in the year;
    `window` are the days in which one without a date is looked for.
    """

    series: Series | None
    general: bool
    number: int | None
    part: int | None
    days: Days | None
    window: Days | None
    issued: Days | None
    status: str
    parties: frozenset[str]
    domain: str
    passing: bool

    @property
    def by_days(self) -> bool:
        """Whether parties and days alone can tell it."""
        return bool(self.days and precise(self.days) and len(self.parties) > 1 and not self.general)

    @property
    def is_over(self) -> bool:
        """Whether it is held, or under way."""
        return self.status in ("held", "ongoing")


def exercise_of(kept: Kept) -> Exercise:
    """The exercise that is told.

    Raises:
        TypeError: it is a claim of another kind.
    """
    if not isinstance(kept.claim, Exercise):
        raise TypeError(f"not an exercise: {kept.kind} {kept.id}")
    return kept.claim


def holding_of(kept: Kept) -> Holding:
    """What is looked at of a telling.

    Raises:
        TypeError: it is no telling of an exercise.
    """
    claim = exercise_of(kept)
    # "The next edition, in 2028" takes the name of an exercise told before it, and not its number.
    printed = claim.name if claim.name and (claim.name in claim.quote or not claim.quote) else None
    number = number_before(claim.name, claim.quote) if claim.edition is None and claim.name else claim.edition
    edtf = claim.when.edtf if claim.when else None
    return _read(
        (claim.series, claim.name, printed),
        number,
        (edtf, bool(claim.when and claim.when.precision == "year")),
        None if edtf else fiscal_year(claim.quote, claim.according_to or claim.parties),
        (claim.status, kept.issued),
        claim.parties,
        (claim.domain, "passex" in claim.format),
    )


@lru_cache(maxsize=65536)
def _read(
    names: tuple[str | None, str | None, str | None],
    edition: int | None,
    when: tuple[str | None, bool],
    fiscal: Days | None,
    standing: tuple[str, str | None],
    parties: tuple[str, ...],
    kind: tuple[str, bool],
) -> Holding:
    status, issued = standing[0], days_of(standing[1])
    edtf, yearly = when
    name = holding_name(names[2] or "")
    # "Sea Bond 15" is taken for the year 2015 by the reader, where the fifteenth may be meant: the day of issue tells.
    doubtful = yearly and edtf is not None and int(edtf[:4]) % 100 in name.tail
    told = fiscal if doubtful else days_of(edtf) or fiscal
    number, in_year, part = numbers(name.tail, issued, told)
    days = in_year if in_year and (told is None or not set(years(in_year)) & set(years(told))) else told
    number = next((n for n in (edition, name.number, number) if n is not None), None)
    general = status == "continuing" and number is None and (days is None or not (days.begun and days.ended))
    return Holding(
        series=series_named(names[0], names[1], frozenset(parties)),
        general=general,
        number=number,
        part=part,
        days=None if general else days,
        window=None if days or general else _window(status, issued),
        issued=issued,
        status=status,
        parties=frozenset(parties),
        domain=kind[0],
        passing=kind[1],
    )


def _window(status: str, issued: Days | None) -> Days | None:
    if issued is None:
        return None
    if status == "ongoing":
        return Days(issued.first - _UNDER_WAY, issued.last + _UNDER_WAY)
    if status == "held":
        return Days(issued.first - REACH, issued.last)
    return Days(issued.first, issued.last + REACH)
