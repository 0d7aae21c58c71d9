"""What is looked at in the telling of an engagement when it is asked whether two are of one thing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from comity.linking.assemblies import gathers
from comity.linking.attending import backed, of_more, present
from comity.linking.calling import called, naming, words_for
from comity.linking.company import Company, company_of, folded
from comity.linking.days import Days, days_of
from comity.linking.families import MEETINGS, family_of
from comity.linking.forums import Forum, forum_of, name_words, number_of, summit_of_heads, titled
from comity.linking.memberships import expanded, met_as_body
from comity.linking.misdated import of_another
from comity.linking.reckoning import around, borrowed, elsewhere, in_passing, told_days
from comity.model import Engagement, Kept

__all__ = ["Sighting", "sighting"]

_TO_COME = frozenset({"planned", "proposed", "invited"})
_OFF = frozenset({"cancelled", "postponed"})
_BILATERAL = re.compile(r"\b[Bb]ilateral (?:meeting|talks)\b(?!.*\b[Tt]rilateral (?:meeting|talks)\b)")

_HOSTING = re.compile(r"\bco-?(?:host|chair|conven)\w*")
_BESIDE = re.compile(r"\b(?:margins?|sidelines?|ahead of|prior to|before|after|follow\w*|during)\b")

_FIRST_SINCE = re.compile(r"\bfirst\b[^.;]*\bsince\b")
"""The first since another one is not the first of all."""

_WEEK = 5
_REMEMBERED = 100_000


@dataclass(frozen=True, slots=True)
class Sighting:
    """One telling: its family of kind, days, parties, people, place and forum.

    - `name` holds the words of its name, `label` the name as printed; `beside` says that it may be another's;
    - `sides` are the parties as told, `parties` those that tell it from others;
    - `dated` says that the days were told, else they are laid around the day of issue; `loose`, that they were told
      beside it;
    - `listed` says that a week or more was told with another part of its sentence;
    - `bearing` is came, to_come or off; `again` says that it is told as the next one;
    - `more` says that it is told as of three or four, of whom fewer were read;
    - `gathering` says that many come together in its place, and not by which name;
    - `stop` says that it is told as a part of a visit, at a place, and not as of a country;
    - `title` is the release's title and `words` what tells of it, both folded; `hostless` says that
      these name no host, and are no list, `hosting` that they tell who hosts it together;
    - `span` is its place in the release.
    """

    id: str
    release: str
    issued: int | None
    account: frozenset[str]
    family: str
    kind: str
    form: str
    forum: Forum | None
    edition: int | None
    name: frozenset[str]
    label: str
    beside: bool
    sides: frozenset[str]
    parties: frozenset[str]
    days: Days | None
    dated: bool
    loose: bool
    listed: bool
    place: str
    country: str
    company: Company
    level: str
    bearing: str
    again: bool
    more: bool
    gathering: bool
    stop: bool
    title: str
    words: str
    hostless: bool
    hosting: bool
    span: tuple[int, int]

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
    def bare(self) -> bool:
        """Whether it is a conference of two without a name: their appearance before the press."""
        return self.kind == "conference" and not (self.name or self.forum or self.edition) and len(self.parties) == 2

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
    where = naming(claim, kept.title)
    parties, forum, name = _held_as(claim, where, kept.title or "")
    bearing = "to_come" if claim.status in _TO_COME else "off" if claim.status in _OFF else "came"
    family = family_of(claim, kept.title)
    words = folded(claim.quote)
    open_to_all = forum is not None and forum.open
    told = told_days(kept, claim)
    if open_to_all and told is not None and told.length == 1 and (borrowed(claim) or in_passing(kept, claim, told)):
        told = None
    issue = days_of(kept.issued)
    place, country = _where(claim)
    known = bool(forum or name or (place and gathers(claim)))
    there = present(kept, claim)
    return Sighting(
        id=kept.id,
        release=kept.release,
        issued=issue.first if issue else None,
        account=frozenset(claim.according_to),
        family=family,
        kind=claim.kind,
        form=claim.form or "",
        forum=forum,
        edition=_edition(claim, where, forum),
        name=name,
        label=claim.name or "",
        beside=where == "beside",
        sides=parties,
        parties=frozenset() if open_to_all else (forum and forum.holders) or parties,
        days=told or around(kept, claim.kind, came=bearing == "came", named=known, many=open_to_all),
        dated=told is not None,
        loose=told is not None and borrowed(claim),
        listed=told is not None and _listed(claim, told),
        place=place,
        country=country,
        company=() if open_to_all else company_of(there),
        level=claim.level or "" if len(there) == len(claim.participants) else "",
        bearing=bearing,
        again="next" in words.split(),
        more=of_more(claim, parties),
        gathering=forum is None and not name and bool(place) and gathers(claim),
        stop=claim.kind == "visit" and bool(claim.part_of and claim.place) and not _names_country(claim),
        title=folded(kept.title or ""),
        words=words,
        hosting=bool(_HOSTING.search(claim.quote)) and not _BESIDE.search(claim.quote),
        hostless=claim.kind == "visit" and _tells_no_host(claim, words),
        span=(claim.evidence[0].start, claim.evidence[0].end) if claim.evidence else (0, 0),
    )


def _where(claim: Engagement) -> tuple[str, str]:
    """The place and country as told, but for those of what it leads up to."""
    place = claim.place or ""
    astray = of_another(claim)
    if place and place.casefold() in astray and not claim.quote.casefold().startswith(astray):
        return "", ""
    return folded(place), claim.place_country or ""


def _edition(claim: Engagement, where: str, forum: Forum | None) -> int | None:
    """Its number: that which was read of it, or that its short name bears: `the Harbour Conference (HC 12)`."""
    if where == "here" and claim.edition and not _FIRST_SINCE.search(claim.quote):
        return claim.edition
    return number_of(forum, claim.quote) if forum else None


def _held_as(claim: Engagement, where: str, title: str) -> tuple[frozenset[str], Forum | None, frozenset[str]]:
    """The parties, the forum and the words of the name; people of fewer sides do not hold what is named beside."""
    parties = expanded(backed(claim))
    if claim.kind in MEETINGS and not _BESIDE.search(claim.quote):
        parties = met_as_body(claim.quote, parties)
    named = frozenset(one.country for one in claim.participants if one.name and one.country)
    of_fewer = where == "beside" or (claim.kind == "talks" and _BILATERAL.search(claim.quote))
    if of_fewer and len(named) > 1 and named < parties:
        return named, None, frozenset()
    nameless = claim.kind == "talks" and not (claim.series or claim.name or _BESIDE.search(claim.quote))
    forum = forum_of(summit_of_heads(claim.quote) if nameless else claim.series, claim.name, parties) if where else None
    if not where and claim.kind in ("summit", "conference"):
        forum = forum_of(titled(title), None, parties)
    name = called(claim.name, parties, claim.place or "") if where and claim.name else frozenset()
    return parties, forum, name


def _listed(claim: Engagement, days: Days) -> bool:
    """Whether its week or month may be that of another thing in its sentence."""
    return days.length >= _WEEK and elsewhere(claim, words_for(claim.place_country or ""))


def _names_country(claim: Engagement) -> bool:
    return bool(name_words(claim.quote) & words_for(claim.place_country or ""))


def _tells_no_host(claim: Engagement, words: str) -> bool:
    if re.search(r",| and ", claim.quote):
        return False
    return not name_words(words) & (words_for(claim.place_country or "") | name_words(claim.place or ""))
