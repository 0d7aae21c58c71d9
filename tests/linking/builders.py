"""Builds tellings of engagements in few words; all people, places and meetings are invented."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any

from comity.linking.engagements import ENGAGEMENTS
from comity.linking.grouping import group
from comity.model import Engagement, Entry, Evidence, Kept, Participant, When

_COUNTRIES = {"Arjun Mehra": "IN", "Kavita Rao": "IN", "Keiko Mori": "JP", "Taro Aoki": "JP", "Hana Sato": "JP"}
_OFFICES = {"Arjun Mehra": "defence_minister", "Keiko Mori": "defence_minister", "Taro Aoki": "foreign_minister"}


def person(name: str, country: str | None = None, office: str | None = None) -> Participant:
    """A participant; the invented ministers' countries and offices are known, by full name or surname."""
    full = next((known for known in _COUNTRIES if set(name.split()) & set(known.split())), name)
    return Participant(name, None, office or _OFFICES.get(full, "unknown"), country or _COUNTRIES.get(full))


def office(of: str, country: str) -> Participant:
    """Someone of whom only the office is told."""
    return Participant(None, None, of, country)


def told(
    kind: str = "talks",
    date: str | None = "2031-04-10",
    people: Iterable[str | Participant] = (),
    *,
    release: str = "r1",
    issued: str | None = "2031-04-10",
    genre: str = "readout",
    title: str | None = None,
    by: Sequence[str] = ("IN",),
    wording: str | None = None,
    at: tuple[int, int] | None = None,
    **fields: Any,
) -> Kept:
    """One telling; its id is a hash of all that is told, so that the same facts make the same id.

    `wording` holds the words that tell of it, and `at` their place in the release.
    """
    facts = {
        "parties": ("IN", "JP"),
        "participants": tuple(p if isinstance(p, Participant) else person(p) for p in people),
        "when": When(date, "day", "text", date) if date else None,
        **fields,
    }
    name = hashlib.sha256(repr((kind, sorted(facts.items()), release, issued, wording, at)).encode()).hexdigest()[:16]
    # Each is told in words of its own, which name it and its day.
    words = ["They met", fields.get("name"), fields.get("series"), date]
    quote = wording or " ".join(w for w in words if w)
    start = int(name[:6], 16) * 1000
    claim = Engagement(
        id=facts.pop("id", name),
        rule="engagement.meet",
        evidence=(Evidence(start, start + len(quote), quote),) if at is None else (Evidence(*at, quote),),
        according_to=tuple(by),
        kind=kind,
        **facts,
    )
    return Kept(claim, release=release, issued=issued, genre=genre, title=title)


def entries(*tellings: Kept) -> list[Entry]:
    """The entries that tellings make."""
    made = group(tellings, ENGAGEMENTS)
    return [
        Entry(f"e-{g.members[0].id}", "engagement", tuple(sorted(g.members, key=lambda k: (k.issued or "", k.id))))
        for g in made
    ]


def together(*tellings: Kept) -> bool:
    """Whether all tellings are one thing."""
    return len(group(tellings, ENGAGEMENTS)) == 1
