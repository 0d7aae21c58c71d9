"""The words an entry rests on, as they are carried beyond Comity: the quote, who issued it, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from comity.linking.heads import accounts, head
from comity.model import Entry, Kept
from comity.record.origins import Origin

__all__ = ["Quoted", "quotes_of", "told_by"]

_MOST = 3


@dataclass(frozen=True, slots=True)
class Quoted:
    """One claim's words; `by` is who issued them, '' for what a person typed in (which has no quote either)."""

    claim: str
    quote: str
    by: str
    issued: str | None
    title: str | None
    url: str | None

    @property
    def source(self) -> str:
        """Who issued them and when, in one phrase."""
        return ", ".join(part for part in (self.by or "typed in by a person", self.issued) if part)


def quotes_of(entry: Entry, origins: Mapping[str, Origin], most: int = _MOST) -> list[Quoted]:
    """The words of an entry: those of the telling that says the most, then one of each other account, then the rest."""
    leading = head(entry).id
    seen: set[tuple[str, ...]] = set()
    ranked: list[tuple[bool, bool, int, Kept]] = []
    for at, kept in sorted(enumerate(entry.members), key=lambda one: one[1].id != leading):
        account = kept.claim.according_to
        ranked.append((kept.id != leading, account in seen, at, kept))
        seen.add(account)
    chosen = [kept for *_, kept in sorted(ranked, key=lambda one: one[:3])]
    return [quoted(kept, origins.get(kept.release)) for kept in chosen[:most]]


def quoted(kept: Kept, origin: Origin | None) -> Quoted:
    """One claim's words, with the masthead of its release."""
    if origin is None:
        return Quoted(kept.id, kept.claim.quote, "", kept.issued, kept.title, None)
    return Quoted(kept.id, kept.claim.quote, origin.by, origin.issued, origin.title, origin.url)


def told_by(entry: Entry) -> str:
    """Whose accounts it rests on, and of how many releases."""
    whose = accounts(entry)
    number = len(entry.releases)
    releases = f"{number} release{'s' * (number != 1)}"
    return f"told in {releases}, on the account of {', '.join(whose)}" if whose else f"told in {releases}"
