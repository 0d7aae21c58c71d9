"""What `verify` finds: which row of which table is not as it must be, of which release, and whether that is mended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection

__all__ = ["Check", "Damage", "Report", "Tally"]

NAMED = 1000
"""So many damages are named; the rest are counted, so that no damage fills the memory."""


@dataclass(frozen=True, slots=True)
class Damage:
    """One thing that is not as it must be. `rebuilt`: it is worked out from facts, and can be made anew from them."""

    table: str
    key: str
    what: str
    release: str | None = None
    rebuilt: bool = False

    def line(self) -> str:
        """One line for a person."""
        of = f", release {self.release}" if self.release else ""
        return f"{self.table} {self.key}{of}: {self.what}" if self.key else f"{self.table}{of}: {self.what}"

    def shape(self) -> dict[str, Any]:
        """The damage as JSON values."""
        return asdict(self)


Check = Callable[[Connection], Iterable[Damage]]
"""Looks through a part of a record."""


@dataclass(frozen=True, slots=True)
class Report:
    """What was looked at (rows by table), what is damaged, and what else is to be known."""

    rows: Mapping[str, int]
    damages: tuple[Damage, ...] = ()
    unnamed: int = 0
    notes: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing is damaged."""
        return not self.damages

    @property
    def lasting(self) -> tuple[Damage, ...]:
        """The damages that no rebuilding mends: a backup must be restored."""
        return tuple(damage for damage in self.damages if not damage.rebuilt)

    def shape(self) -> dict[str, Any]:
        """The report as JSON values."""
        return {
            "ok": self.ok, "rows": dict(self.rows), "notes": list(self.notes), "unnamed": self.unnamed,
            "results": [damage.shape() for damage in self.damages],
        }  # fmt: skip


class Tally:
    """Gathers what the checks find; what no rebuilding mends is named first."""

    def __init__(self) -> None:
        self.rows: Counter[str] = Counter()
        self.notes: list[str] = []
        self._found: dict[bool, list[Damage]] = {False: [], True: []}
        self._number = 0

    def take(self, found: Iterable[Damage]) -> None:
        """Take what one check finds."""
        for damage in found:
            self._number += 1
            if len(self._found[damage.rebuilt]) < NAMED:
                self._found[damage.rebuilt].append(damage)

    def counting(self, table: str, rows: Iterable[Any]) -> Iterator[Any]:
        """The same rows, counted."""
        for row in rows:
            self.rows[table] += 1
            yield row

    def report(self) -> Report:
        """All of it."""
        named = (*self._found[False], *self._found[True])[:NAMED]
        return Report(dict(self.rows), named, self._number - len(named), tuple(self.notes))
