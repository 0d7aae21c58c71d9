"""Positions: repeated, new, and told no more; and what the relationship is called."""

from __future__ import annotations

from collections.abc import Iterator

from comity.linking.bounds import days_between
from comity.model import Position, Relation
from comity.views.brief.dossier import Dossier, Thing
from comity.views.brief.saying import by_the_account, cut, on_day, parties, times
from comity.views.paper.model import Paragraph

__all__ = ["dropped", "fresh", "position", "relationship", "repeated"]

_APART = 7
"""Days between two tellings from which on the second repeats the first."""
_LONG = 180
_STANCES = {
    "supports": "supported", "welcomes": "welcomed", "acknowledges": "acknowledged", "reaffirms": "reaffirmed",
    "concerned": "voiced concern over", "opposes": "opposed", "condemns": "condemned",
}  # fmt: skip
_LABELS = 3


def repeated(dossier: Dossier) -> list[Thing]:
    """What was told again after a week or more, the most often told first."""
    return sorted(
        (t for t in dossier.positions if _repeats(t)), key=lambda t: (-len(t.entry.releases), t.first_told, t.id)
    )


def fresh(dossier: Dossier) -> list[Thing]:
    """What was told for the first time since the day from which on things are new, the last first."""
    new = [t for t in dossier.positions if t.first_told > dossier.since]
    return sorted(new, key=lambda t: (dossier.between(t), t.first_told, t.id))


def dropped(dossier: Dossier) -> list[Thing]:
    """What was told more than once, and no more since that day."""
    return [t for t in repeated(dossier) if t.last_told <= dossier.since]


def position(dossier: Dossier, thing: Thing) -> Paragraph:
    """A position in a sentence: who, which stance, to what; how often and when last."""
    claim = thing.head
    if not isinstance(claim, Position):
        raise TypeError(thing.id)
    who = parties(claim.by) if claim.by else "It was said that somebody"
    account = by_the_account(thing.accounts, [code for code in claim.by if code in dossier.asked] or dossier.asked)
    number = len(thing.entry.releases)
    when = on_day(thing.first_told)
    often = f" (told {times(number)}, first {when}, last {on_day(thing.last_told)})" if _repeats(thing) else f" {when}"
    told = f"{who} {_STANCES.get(claim.stance, claim.stance)} {_topic(claim.topic)}{often}"
    text = f"{told}{f', {account}' if account else ''}."
    last = max(thing.entry.members, key=lambda kept: (kept.issued or "", kept.id))
    return (dossier.said(f"{text[:1].upper()}{text[1:]}", thing, *([last] if _repeats(thing) else [])),)


def relationship(dossier: Dossier) -> Iterator[Paragraph]:
    """What the relationship is called, the name that is told most first, and since when there is one."""
    told = [(t, t.head) for t in dossier.relations if isinstance(t.head, Relation) and not dossier.between(t)]
    named = sorted(((t, r) for t, r in told if r.label), key=lambda one: (-len(one[0].entry.releases), one[0].id))
    for thing, relation in named[:_LABELS]:
        number = len(thing.entry.releases)
        often = (
            f"told {times(number)}, last {on_day(thing.last_told)}" if number > 1 else f"told {on_day(thing.last_told)}"
        )
        account = by_the_account(thing.accounts, dossier.asked)
        text = f"The relationship is called “{relation.label}” ({often}){f', {account}' if account else ''}."
        yield (dossier.said(text, thing),)
    years = sorted(((r.established, t) for t, r in told if r.established), key=lambda one: (one[0] or 0, one[1].id))
    if years:
        year, thing = years[0]
        age = int(dossier.day[:4]) - (year or 0)
        yield (dossier.said(f"Relations are told to date from {year}, {age} years ago.", thing),)


def _repeats(thing: Thing) -> bool:
    first, last = thing.first_told, thing.last_told
    return len(first) == len(last) == 10 and days_between(first, last) >= _APART


def _topic(topic: str) -> str:
    words = cut(topic, _LONG)
    first = words.split(" ", 1)[0]
    return words[0].lower() + words[1:] if first in ("The", "A", "An", "Its", "Their") else words
