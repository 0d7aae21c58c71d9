"""Promises and what later releases tell, in few words; all people, places, sums and meetings are invented."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from comity.linking.followups import FollowUp, follow_ups
from comity.linking.grouping import group
from comity.linking.kinds import KINDS
from comity.model import (
    Agreement,
    Amount,
    Claim,
    Commitment,
    Engagement,
    Entry,
    Evidence,
    Exercise,
    Kept,
    Participant,
    Position,
    When,
)

C = TypeVar("C", bound=Claim)

_PEOPLE = {
    "Haugland": ("Ellen Haugland", "head_of_government", "NO"),
    "Lie": ("Jonas Lie", "foreign_minister", "NO"),
    "Strand": ("Olav Strand", "defence_minister", "NO"),
    "Vik": ("Anne Vik", "senior_official", "NO"),
    "Seo": ("Seo Min-jae", "head_of_state", "KR"),
    "Han": ("Han So-yeon", "head_of_government", "KR"),
    "Bae": ("Bae Yoon-hee", "foreign_minister", "KR"),
    "Noh": ("Noh Tae-il", "defence_minister", "KR"),
    "Paik": ("Paik Sun-ah", "senior_official", "KR"),
    "Aoki": ("Taro Aoki", "foreign_minister", "JP"),
    "Lindqvist": ("Maja Lindqvist", "foreign_minister", "SE"),
    "Brandt": ("Jutta Brandt", "head_of_government", "DE"),
    "Jonsdottir": ("Katla Jonsdottir", "head_of_government", "IS"),
}


def _when(edtf: str | None) -> When | None:
    precision = {4: "year", 7: "month", 10: "day"}.get(len(edtf or ""), "range")
    return When(edtf, precision, "text", f"in {edtf}") if edtf else None  # type: ignore[arg-type]


def _people(names: str) -> tuple[Participant, ...]:
    return tuple(
        Participant(full, None, office, state) for full, office, state in map(_PEOPLE.__getitem__, names.split())
    )


def promise(action: str, by: str = "NO KR", to: str = "", due: str | None = None, **more: Any) -> Commitment:
    """A promise; its quote is its action unless told otherwise."""
    told = {"force": "agreed", "evidence": (Evidence(0, 0, more.pop("quote", action)),)} | more
    if "amount" in told:
        told["amount"] = Amount(float(told["amount"]), "EUR", f"EUR {told['amount']}")
    return Commitment(
        rule="r", action=action, by=tuple(by.split()), to=tuple(to.split()), due=_when(due), **told
    )  # fmt: skip


def meeting(
    kind: str = "talks", parties: str = "NO KR", day: str | None = None, people: str = "", quote: str = "They met",
    **more: Any,
) -> Engagement:  # fmt: skip
    """A meeting, call, visit or dialogue."""
    who = _people(people)
    level = who[-1].office if who else None
    told = {"level": level, "participants": who, "evidence": (Evidence(0, 0, quote),)} | more
    return Engagement(rule="r", kind=kind, parties=tuple(parties.split()), when=_when(day), **told)


def exercise(name: str | None, parties: str = "NO KR", day: str | None = None, **more: Any) -> Exercise:
    """A holding of an exercise; its series is its name where the name is a listed one."""
    told = {"domain": "sea", "evidence": (Evidence(0, 0, more.pop("quote", f"Exercise {name}")),)} | more
    return Exercise(rule="r", name=name, parties=tuple(parties.split()), when=_when(day), **told)


def pact(name: str, status: str = "signed", parties: str = "NO KR", day: str | None = None, **more: Any) -> Agreement:
    """A step of an agreement."""
    told = {"kind": "agreement", "evidence": (Evidence(0, 0, more.pop("quote", f"the {name}")),)} | more
    return Agreement(rule="r", name=name, status=status, parties=tuple(parties.split()), when=_when(day), **told)


def stance(topic: str, by: str = "NO KR", how: str = "welcomes") -> Position:
    """What someone is glad of."""
    return Position(rule="r", evidence=(Evidence(0, 0, topic),), by=tuple(by.split()), stance=how, topic=topic)


@dataclass(frozen=True, slots=True)
class Told:
    """One release: its day, its title and its claims."""

    issued: str
    claims: tuple[Claim, ...]
    title: str = ""
    genre: str = "readout"

    @property
    def kept(self) -> list[Kept]:
        """Its claims as a record keeps them, each quote at its place in the release's text."""
        text = " | ".join(dict.fromkeys(claim.quote for claim in self.claims))
        name = hashlib.sha256(f"{self.issued}{self.title}{text}".encode()).hexdigest()[:12]
        return [Kept(_at(claim, text, f"{name}{n}"), name, self.issued, self.genre, self.title or None)
                for n, claim in enumerate(self.claims)]  # fmt: skip


def told(issued: str, *claims: Claim, title: str = "", genre: str = "readout") -> Told:
    """One release."""
    return Told(issued, claims, title, genre)


def _at(claim: C, text: str, name: str) -> C:
    start = text.index(claim.quote)
    return replace(claim, id=name, evidence=(Evidence(start, start + len(claim.quote), claim.quote),))


def suggested(first: Told, *later: Told) -> list[FollowUp]:
    """What `later` releases make of the first promise of the `first`, announcements aside; the last claim is asked for.

    All claims go through the linkers, as those of a record do.
    """
    kept = [one for release in (first, *later) for one in release.kept]
    entries = entries_of(kept)
    asked = next(one for one in first.kept if one.kind == "commitment").id
    about = later[-1].kept[0].id
    promises = [e for e in entries if e.kind == "commitment"]
    of, to = ({e.id for e in entries for k in e.members if k.id == one} for one in (asked, about))
    return [f for f in follow_ups(promises, entries) if f.promise in of and f.thing in to and f.bearing != "announced"]


def entries_of(kept: Sequence[Kept]) -> list[Entry]:
    """The entries of all kinds that tellings make."""
    return [entry for name in KINDS for entry in _entries([one for one in kept if one.kind == name], name)]


def _entries(kept: Sequence[Kept], name: str) -> list[Entry]:
    order = [sorted(g.members, key=lambda k: (k.issued or "", k.id)) for g in group(kept, KINDS[name])]
    return [Entry(f"e-{members[0].id}", name, tuple(members)) for members in order]
