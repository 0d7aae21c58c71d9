"""What is looked at in the telling of an engagement when it is asked whether two are of one thing."""

from __future__ import annotations

from dataclasses import dataclass

from comity.linking.company import Company, company_of, folded
from comity.linking.days import Days, days_of
from comity.linking.forums import Forum, forum_of
from comity.model import Engagement, Kept

__all__ = ["Sighting", "sighting"]

_FAMILY = {"talks": "talk", "dialogue": "talk", "summit": "talk", "conference": "talk"}
_TO_COME = frozenset({"planned", "proposed", "invited"})
_OFF = frozenset({"cancelled", "postponed"})
_NEAR = frozenset({"readout", "curtain_raiser", "report", "joint_text", "statement", "fact_sheet"})
"""Genres that tell of what is at hand: what has no date there is near the day of issue."""

_AGO, _AHEAD = 3, 10
_AGO_OF_FORUM, _AHEAD_OF_FORUM = 60, 120
_REMEMBERED = 100_000


@dataclass(frozen=True, slots=True)
class Sighting:
    """One telling: its family of kind, days, parties, people, place and forum.

    `dated` says that the days were told; else they are laid around the day of issue. `bearing` is came, to_come or off;
    `title` holds the words of the release's title.
    """

    id: str
    release: str
    account: frozenset[str]
    family: str
    kind: str
    form: str
    forum: Forum | None
    edition: int | None
    name: str
    parties: frozenset[str]
    days: Days | None
    dated: bool
    place: str
    country: str
    company: Company
    level: str
    bearing: str
    title: frozenset[str]

    @property
    def named(self) -> bool:
        """Whether any person is named."""
        return any(name for _, people in self.company for name, _ in people)

    @property
    def fine(self) -> bool:
        """Whether its days are told, and are few."""
        return self.dated and self.days is not None and self.days.length <= 14

    @property
    def many(self) -> bool:
        """Whether it is of many, so that who is named need not be who was there."""
        return self.forum is not None and self.forum.open

    @property
    def vague(self) -> bool:
        """Whether it tells too little to be known again by itself."""
        return not self.fine or not (self.named or self.forum or self.name)


_seen: dict[str, tuple[Kept, Sighting]] = {}


def sighting(kept: Kept) -> Sighting:
    """The sighting of a telling; remembered for as long as the very same telling is asked for."""
    held = _seen.get(kept.id)
    if held is not None and held[0] is kept:
        return held[1]
    if len(_seen) >= _REMEMBERED:
        _seen.clear()
    made = _sighting(kept)
    _seen[kept.id] = (kept, made)
    return made


def _sighting(kept: Kept) -> Sighting:
    claim = kept.claim
    if not isinstance(claim, Engagement):
        raise TypeError(f"{claim.kind_name} claim {claim.id} is no engagement")
    parties = frozenset(claim.parties)
    forum = forum_of(claim.series, claim.name, parties)
    bearing = "to_come" if claim.status in _TO_COME else "off" if claim.status in _OFF else "came"
    told = days_of(claim.when.edtf) if claim.when else None
    open_to_all = forum is not None and forum.open
    return Sighting(
        id=kept.id,
        release=kept.release,
        account=frozenset(claim.according_to),
        family=_family(claim),
        kind=claim.kind,
        form=claim.form or "",
        forum=forum,
        edition=claim.edition,
        name=claim.name or "",
        parties=frozenset() if open_to_all else parties,
        days=told or _around(kept, claim, bearing, forum),
        dated=told is not None,
        place=folded(claim.place or ""),
        country=claim.place_country or "",
        company=() if open_to_all else company_of(claim.participants),
        level=claim.level or "",
        bearing=bearing,
        title=frozenset(folded(kept.title or "").split()),
    )


def _family(claim: Engagement) -> str:
    if claim.kind == "ceremony":
        return f"ceremony {claim.form or ''}".strip()
    if claim.kind == "visit" and (claim.form == "site_visit" or (claim.part_of and claim.place)):
        return "stop"
    return _FAMILY.get(claim.kind, claim.kind)


def _around(kept: Kept, claim: Engagement, bearing: str, forum: Forum | None) -> Days | None:
    """The days around the issue in which something without a date is looked for, where that is told at all."""
    if kept.issued is None or claim.when is not None:
        return None
    issue = days_of(kept.issued)
    if issue is None or (forum is None and kept.genre not in _NEAR):
        return None
    ago, ahead = (_AGO_OF_FORUM, _AHEAD_OF_FORUM) if forum else (_AGO, _AHEAD)
    if bearing == "came":
        return Days(issue.first - ago, issue.last)
    # What is announced without a day on the day of the last one is the next one.
    return Days(issue.first + (forum is not None), issue.last + ahead)
