"""What the record has on some parties: of which issuers, from when to when, and how much of it people have looked at.

Every number says what it counts. A month of which nothing of an issuer was read is a gap, and no nought; and where
releases were read and none of them tells of the parties, that is silence, and not absence.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from comity.record.captures import unread
from comity.record.coverage import Masthead, all_releases, beside, claims_told, mastheads, read_months
from comity.record.selecting import NOW, Clock
from comity.views.states import of_state

__all__ = ["REVIEWS", "Coverage", "Issued", "Month", "Silent", "coverage_of", "coverage_rows", "coverage_shape"]

REVIEWS = ("machine", "accepted", "corrected", "unsure", "rejected")
_NAMED = 4
"""So many states, and of each so many issuers, are named in one line."""


@dataclass(frozen=True, slots=True)
class Issued:
    """The releases of one issuer and unit that tell of the parties; `first` and `last` are days of issue (EDTF)."""

    country: str | None
    issuer: str | None
    unit: str | None
    releases: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Month:
    """One issuer's month (`2026-08`; '' where none is told): how many releases tell of the parties, of how many read.

    `read` counts documents that the record holds, copies too. Where it is 0 that is a gap, and `releases` says nothing.
    """

    country: str | None
    issuer: str | None
    month: str
    releases: int
    read: int


@dataclass(frozen=True, slots=True)
class Silent:
    """A party of which no release tells of the parties; `read` of its documents are in the record."""

    party: str
    read: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the record has on some parties, or (without any) in all.

    Attributes:
        parties: whose record it is.
        clock: from when it is looked at.
        releases: how many releases stand and tell of the parties: of each document the newest version, no copies.
        first: the earliest day of issue among them (EDTF), None where none is told.
        last: the latest.
        issuers: the same releases by issuer and unit.
        months: by issuer and month; also months in which issuers of the parties were read and do not tell of them.
        genres: the same releases by genre, the most frequent first.
        languages: by language; a release in two languages counts under both.
        reviews: claims that name the parties, by what people left them as; they are claims of these releases.
        typed_in: how many of these claims were typed in by a person and rest on no release.
        copies: how many more releases are copies of these.
        versions: how many more are earlier versions of their documents.
        silent: the parties that issued none of these releases.
        unread: documents that could not be read, of whatever parties.
    """

    parties: tuple[str, ...]
    clock: Clock
    releases: int
    first: str | None
    last: str | None
    issuers: tuple[Issued, ...]
    months: tuple[Month, ...]
    genres: Mapping[str, int]
    languages: Mapping[str, int]
    reviews: Mapping[str, int]
    typed_in: int
    copies: int
    versions: int
    silent: tuple[Silent, ...]
    unread: int

    @property
    def claims(self) -> int:
        """How many claims name the parties, those that people rejected too."""
        return sum(self.reviews.values())

    @property
    def reviewed(self) -> int:
        """How many of them people have looked at."""
        return self.claims - self.reviews.get("machine", 0)

    @property
    def line(self) -> str:
        """All of it in one line: how many releases, of whom, from when to when, and how much people have looked at."""
        head = "Rests on" if self.parties else "Holds"
        if not self.releases:
            told = f" that tells of {_listed([of_state(one) for one in self.parties])}" if self.parties else ""
            return f"{head} no release{told}{self._silences()}."
        days = " to ".join(dict.fromkeys(day for day in (self.first, self.last) if day)) or "no day of issue told"
        releases = f"{self.releases:,} release{'s' * (self.releases != 1)}"
        looked = f"{self.reviewed:,} of {self.claims:,} claim{'s' * (self.claims != 1)} reviewed by people"
        return f"{head} {releases}: {self._issuers()}, {days}{self._silences()}; {looked}."

    def _issuers(self) -> str:
        of: defaultdict[str | None, Counter[str]] = defaultdict(Counter)
        for one in self.issuers:
            of[one.country][one.issuer or "issuer not told"] += one.releases
        ranked = sorted(of.items(), key=lambda told: (-told[1].total(), told[0] or "~"))
        told = [
            f"{issuers.total():,} of {of_state(country) if country else 'issuers without a state'}"
            f" ({_listed([name.removeprefix('The ') for name, _ in issuers.most_common()])})"
            for country, issuers in ranked[:_NAMED]
        ]
        rest = ranked[_NAMED:]
        if rest:
            told.append(f"{sum(issuers.total() for _, issuers in rest):,} of {len(rest)} other{'s' * (len(rest) > 1)}")
        return ", ".join(told)

    def _silences(self) -> str:
        told = [
            f"of {one.read:,} release{'s' * (one.read != 1)} of {of_state(one.party)} none tells of it"
            if one.read
            else f"nothing of {of_state(one.party)} was read"
            for one in self.silent
        ]  # fmt: skip
        return "".join(f"; {one}" for one in told)


def coverage_of(connection: Connection, parties: Sequence[str] = (), clock: Clock = NOW) -> Coverage:
    """What the record has on two parties, one, or (without any) in all; by both clocks."""
    tally = claims_told(connection, parties, clock)
    if parties:
        numbers = frozenset(release for release, _ in tally if release is not None)
        copies, versions = beside(connection, numbers, clock)
    else:
        numbers, copies, versions = all_releases(connection, clock)
    held = mastheads(connection, numbers)
    reviews: Counter[str] = Counter()
    for (_, review), number in tally.items():
        reviews[review] += number
    days = sorted(one.issued for one in held if one.issued)
    months = tuple(_months(connection, held, parties, clock))
    return Coverage(
        parties=tuple(parties), clock=clock, releases=len(held), first=days[0] if days else None,
        last=days[-1] if days else None, issuers=tuple(_issuers(held)), months=months,
        genres=_counted(one.genre for one in held),
        languages=_counted(language for one in held for language in one.languages),
        reviews={review: reviews[review] for review in REVIEWS},
        typed_in=sum(number for (release, _), number in tally.items() if release is None),
        copies=copies, versions=versions, silent=tuple(_silent(held, parties, months)),
        unread=len(unread(connection, clock.then)),
    )  # fmt: skip


def coverage_rows(told: Coverage) -> list[dict[str, Any]]:
    """One row an issuer and month, all months from the first to the last; a gap has no number of releases."""
    return [
        {
            "country": one.country, "issuer": one.issuer, "month": one.month or None,
            "releases": one.releases if one.read else None, "read": one.read,
        }
        for one in told.months
    ]  # fmt: skip


def coverage_shape(told: Coverage) -> dict[str, Any]:
    """Coverage as JSON."""
    return {
        "line": told.line, "parties": list(told.parties), "as_of": _plain(told.clock.as_of),
        "known_at": told.clock.known_at, "releases": told.releases, "first": told.first, "last": told.last,
        "copies": told.copies, "earlier_versions": told.versions, "unread": told.unread,
        "issuers": [
            {
                "country": one.country, "issuer": one.issuer, "unit": one.unit, "releases": one.releases,
                "first": one.first, "last": one.last,
            }
            for one in told.issuers
        ],
        "silent": [{"party": one.party, "read": one.read} for one in told.silent],
        "genres": dict(told.genres), "languages": dict(told.languages), "claims": told.claims,
        "reviews": dict(told.reviews), "typed_in": told.typed_in, "months": coverage_rows(told),
    }  # fmt: skip


def _issuers(held: Iterable[Masthead]) -> list[Issued]:
    days: defaultdict[tuple[str | None, str | None, str | None], list[str | None]] = defaultdict(list)
    for one in held:
        days[one.country, one.issuer, one.unit].append(one.issued)
    found = [
        Issued(*key, len(told), min(filter(None, told), default=None), max(filter(None, told), default=None))
        for key, told in days.items()
    ]
    return sorted(found, key=lambda one: (-one.releases, one.country or "~", one.issuer or "~", one.unit or ""))


def _months(
    connection: Connection, held: Sequence[Masthead], parties: Sequence[str], clock: Clock
) -> Iterable[Month]:  # fmt: skip
    told = Counter((one.country, one.issuer, _month(one.issued)) for one in held)
    issuers = {one.issuer for one in held}
    read = Counter({
        (one.country, one.issuer, one.month): one.documents
        for one in read_months(connection, clock, parties, issuers if parties else ())
        if not parties or one.country in parties or one.issuer in issuers
    })  # fmt: skip
    span = _span([
        month for country, issuer, month in (*told, *read)
        if month and (not parties or country in parties or told[country, issuer, month])
    ])  # fmt: skip
    by = Counter[tuple[str | None, str | None]]()
    for country, issuer, month in read:
        by[country, issuer] += read[country, issuer, month]
    for country, issuer in sorted(by, key=lambda one: (one[0] or "~", -by[one], one[1] or "~")):
        for month in (*span, *([""] if read[country, issuer, ""] else [])):
            key = (country, issuer, month)
            yield Month(*key, told[key], max(read[key], told[key]))


def _silent(held: Iterable[Masthead], parties: Sequence[str], months: Iterable[Month]) -> Iterable[Silent]:
    telling = {one.country for one in held}
    read: Counter[str | None] = Counter()
    for one in months:
        read[one.country] += one.read
    return (Silent(party, read[party]) for party in parties if party not in telling)


def _month(issued: str | None) -> str:
    return issued[:7] if issued and len(issued) >= len("2026-08") else ""


def _span(months: Sequence[str]) -> list[str]:
    """All months from the first to the last of some."""
    if not months:
        return []
    first, last = ((int(m[:4]) * 12 + int(m[5:7]) - 1) for m in (min(months), max(months)))
    return [f"{number // 12:04}-{number % 12 + 1:02}" for number in range(first, last + 1)]


def _counted(told: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(told).items(), key=lambda one: (-one[1], one[0])))


def _listed(names: Sequence[str]) -> str:
    """A, B and C; of many the first ones."""
    if len(names) > _NAMED:
        return f"{', '.join(names[: _NAMED - 1])} and {len(names) - _NAMED + 1} others"
    return " and ".join([*([", ".join(names[:-1])] if names[1:] else []), *names[-1:]])


def _plain(day: str | None) -> str | None:
    return day.rstrip("x") if day else None
