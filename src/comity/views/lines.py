"""A reading as lines, grouped held, planned, promised, stated: what the terminal and the page both show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from comity.model.claims import (
    Agreement,
    Claim,
    Commitment,
    Engagement,
    Exercise,
    Position,
    Relation,
)
from comity.model.reading import Reading
from comity.model.when import When
from comity.views.wording import person, spoken, what

__all__ = ["GROUPS", "WORTH_CHECKING", "Group", "Line", "inferred_fields", "lines_of"]

Group = Literal["held", "planned", "promised", "stated"]
GROUPS: Mapping[Group, str] = {
    "held": "Held",
    "planned": "Planned",
    "promised": "Promised",
    "stated": "Stated",
}

WORTH_CHECKING = 0.6
"""A claim whose certainty is below this is worth a look."""

# What has not taken place yet, or did not on its day: never shown among what was held.
_AHEAD = frozenset(
    {"proposed", "invited", "planned", "continuing", "negotiating", "postponed", "cancelled", "announced"}
)
_LETTERS: Mapping[str, str] = {
    "engagement": "E",
    "exercise": "X",
    "agreement": "A",
    "commitment": "C",
    "position": "P",
    "relation": "R",
}
# Where a rule names a part of a value, the reader sees the column it stands in.
_COLUMN_OF: Mapping[str, str] = {
    "date": "when", "due": "when", "place": "place", "place_country": "place",
    "by": "who", "to": "who", "parties": "who", "participants": "who",
    "status": "status", "force": "status", "stance": "status",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One claim as a reader sees it: `label` is its short mark (E1), `depth` how deep it lies in a visit."""

    claim: Claim
    label: str
    group: Group
    depth: int
    when: str
    place: str
    parties: str
    people: tuple[str, ...]
    what: str
    status: str
    inferred: frozenset[str]

    @property
    def kind(self) -> str:
        """The kind of claim in words."""
        return self.claim.kind_name

    @property
    def worth_checking(self) -> bool:
        """Whether the claim is unsure enough to be looked at."""
        return self.claim.certainty < WORTH_CHECKING

    def marked(self, column: str, text: str) -> str:
        """The text of a column (when, place, who, status), with ~ before it where it is inferred."""
        return f"~{text}" if text and column in {_COLUMN_OF.get(f) for f in self.inferred} else text


def lines_of(reading: Reading) -> tuple[Line, ...]:
    """All claims as lines: group after group, in the order of the text, parts below what they are part of."""
    labels = _labels(reading)
    grouped: dict[Group, list[Claim]] = {group: [] for group in GROUPS}
    for claim in reading.claims():
        grouped[_group(claim)].append(claim)
    return tuple(
        _line(claim, group, depth, labels[id(claim)])
        for group, claims in grouped.items()
        for claim, depth in _nested(claims)
    )


def _labels(reading: Reading) -> dict[int, str]:
    # By object and not by claim id: two claims are told apart even where an id is missing.
    counted: dict[str, int] = {}
    labels = {}
    for claim in reading.claims():
        letter = _LETTERS[claim.kind_name]
        counted[letter] = counted.get(letter, 0) + 1
        labels[id(claim)] = f"{letter}{counted[letter]}"
    return labels


def _group(claim: Claim) -> Group:
    if isinstance(claim, Commitment):
        return "promised"
    if isinstance(claim, Position | Relation):
        return "stated"
    return "planned" if getattr(claim, "status", "held") in _AHEAD else "held"


def _nested(claims: Sequence[Claim]) -> Iterator[tuple[Claim, int]]:
    """The claims in order, each part right below its whole, with its depth within the group."""
    present = {claim.id for claim in claims if claim.id}
    parts: dict[str | None, list[Claim]] = {}
    for claim in claims:
        whole = claim.part_of if isinstance(claim, Engagement) and claim.part_of != claim.id else None
        parts.setdefault(whole if whole in present else None, []).append(claim)
    shown: set[int] = set()

    def walk(whole: str | None, depth: int) -> Iterator[tuple[Claim, int]]:
        for claim in sorted(parts.get(whole, ()), key=_order):
            if id(claim) not in shown:
                shown.add(id(claim))
                yield claim, depth
                if claim.id:
                    yield from walk(claim.id, depth + 1)

    yield from walk(None, 0)
    # Two that are each part of the other hang from nothing; they are shown all the same.
    yield from ((claim, 0) for claim in claims if id(claim) not in shown)


def _order(claim: Claim) -> tuple[bool, int]:
    told = claim.order if isinstance(claim, Engagement) else None
    return told is None, told or 0


def _line(claim: Claim, group: Group, depth: int, label: str) -> Line:
    inferred = inferred_fields(claim)
    place = ""
    people: tuple[str, ...] = ()
    if isinstance(claim, Engagement | Exercise):
        place = ", ".join(dict.fromkeys(p for p in (claim.place, claim.place_country) if p))
    if isinstance(claim, Engagement):
        people = tuple(person(p) for p in claim.participants)
    return Line(
        claim=claim, label=label, group=group, depth=depth, when=_edtf(_when(claim)), place=place,
        parties=_parties(claim), people=people, what=what(claim, inferred), status=_status(claim),
        inferred=inferred,
    )  # fmt: skip


def _when(claim: Claim) -> When | None:
    match claim:
        case Engagement() | Exercise() | Agreement():
            return claim.when
        case Commitment():
            return claim.due
        case _:
            return None


def _edtf(when: When | None) -> str:
    return when.edtf or "" if when else ""


def _parties(claim: Claim) -> str:
    match claim:
        case Commitment():
            told = ", ".join(claim.by)
            return f"{told} → {', '.join(claim.to)}" if claim.to else told
        case Position():
            return ", ".join(claim.by)
        case Engagement() | Exercise() | Agreement() | Relation():
            return ", ".join(claim.parties)
    raise TypeError(type(claim))


def _status(claim: Claim) -> str:
    match claim:
        case Commitment():
            return spoken(claim.force)
        case Position():
            return spoken(claim.stance)
        case Relation():
            return "label" if claim.label else "founding year"
        case Engagement() | Exercise() | Agreement():
            return spoken(claim.status)
    raise TypeError(type(claim))


def inferred_fields(claim: Claim) -> frozenset[str]:
    """The fields whose value is not printed as it stands."""
    told = {re.split(r"[.\[]", step.field)[0] for step in claim.inferences if step.basis not in _PLAIN}
    return frozenset({_FIELD_OF.get(f, f) for f in told} | {f for f, basis in _bases(claim) if basis not in _PLAIN})


_PLAIN = frozenset({"text", "human"})
_FIELD_OF: Mapping[str, str] = {"when": "date"}


def _bases(claim: Claim) -> Iterator[tuple[str, str]]:
    match claim:
        case Engagement() | Exercise() | Agreement():
            told = claim.when
            field = "date"
        case Commitment():
            told, field = claim.due, "due"
        case Relation():
            told, field = claim.established_detail, "established"
        case _:
            return
    if told and told.edtf:
        yield field, told.basis
    if isinstance(claim, Engagement | Exercise) and claim.place_detail:
        yield "place", claim.place_detail.basis
    if isinstance(claim, Exercise) and claim.domain != "unknown":
        yield "domain", claim.domain_basis
