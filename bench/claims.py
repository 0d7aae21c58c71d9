"""A made-up world of releases, as large as wanted and the same for the same seed: what `record.py` fills a record with.

Nothing in it happened. Pairs of states meet, drill, sign, promise and take positions over 25 years, some far more often
than others; each occasion is told by one release or more, in words drawn as words are in any language: few of them
often, most of them seldom.
"""

from __future__ import annotations

import csv
import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from importlib.resources import files
from typing import Any

import numpy as np

from comity.extract.identity import number
from comity.model import (
    Agreement,
    Block,
    Capture,
    Claim,
    Commitment,
    Engagement,
    Evidence,
    Exercise,
    Issuer,
    Participant,
    Position,
    Reading,
    Relation,
    Release,
    Text,
    Topic,
    When,
)
from comity.sources.identity import release_id

FIRST, DAYS = date(2000, 1, 1), 25 * 365
CLAIMS_A_RELEASE = 10
WORDS, SERIES, PLACES = 40_000, 3_000, 4_000
PERSONS_A_STATE = 60
RETOLD = 0.35
"""The share of releases that tell of the same occasion as an earlier one."""
OTHER_TEXT = 450
"""How many words of a release are no quote."""

KINDS = {
    "commitment": 0.37,
    "position": 0.22,
    "engagement": 0.22,
    "agreement": 0.08,
    "exercise": 0.07,
    "relation": 0.04,
}
STATUS = {
    "engagement": {"held": 0.55, "planned": 0.4, "ongoing": 0.03, "postponed": 0.01, "cancelled": 0.01},
    "exercise": {"held": 0.5, "planned": 0.25, "ongoing": 0.15, "continuing": 0.08, "postponed": 0.02},
    "agreement": {
        "signed": 0.3, "concluded": 0.2, "operational": 0.15, "in_force": 0.15, "proposed": 0.1, "negotiating": 0.08,
        "ratified": 0.02,
    },
    "commitment": {
        "intends": 0.29, "committed": 0.25, "urged": 0.18, "need_expressed": 0.1, "agreed": 0.1, "offered": 0.05,
        "requested": 0.02, "invited": 0.01,
    },
    "position": {
        "supports": 0.28, "reaffirms": 0.22, "acknowledges": 0.18, "welcomes": 0.17, "concerned": 0.09,
        "condemns": 0.04, "opposes": 0.02,
    },
}  # fmt: skip
FORMS = ("talks", "dialogue", "summit", "visit", "call", "ceremony", "conference")
OFFICES = ("defence_minister", "foreign_minister", "head_of_government", "head_of_state", "navy_chief", "ambassador")
SUBJECTS = ("logistics", "training", "equipment_technology", "maritime", "trade", "other")
OFTEN = (
    "the of and to in a on for with both defence cooperation ministers exercise maritime security forces visit agreed"
    " joint navy regional partnership meeting training support strategic dialogue delegation bilateral military peace"
    " technology signed held between their will region air coast exchange industry development agreement interest"
)
SOUNDS = ("ka", "lo", "mi", "ter", "an", "ru", "sha", "vel", "no", "dri", "pa", "qui", "mon", "ze", "bar", "eth", "ul")


@dataclass(frozen=True)
class Occasion:
    """What several releases may tell of: on a day, between parties."""

    day: date
    parties: tuple[str, ...]
    claims: Sequence[tuple[str, int]] = field(default=())  # kind, and a seed of its own


class World:
    """Draws releases. `World(seed).releases(n)` gives the same n whenever it is asked."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        draw = np.random.default_rng(seed)
        states = files("comity.lexicon").joinpath("data/states.csv").read_text("utf-8").splitlines()
        self.states = [row["code"] for row in csv.DictReader(states)]
        draw.shuffle(self.states)
        names = iter(_invented(draw, WORDS + SERIES + PLACES + 400 + 60 * len(self.states)))
        self.words = [*OFTEN.split(), *(next(names) for _ in range(WORDS - len(OFTEN.split())))]
        self.series = [f"{next(names)} {next(names)}".title() for _ in range(SERIES // 2)]
        self.places = [next(names).title() for _ in range(PLACES)]
        given = [next(names).title() for _ in range(400)]
        self.people = {
            state: [f"{given[draw.integers(400)]} {next(names).title()}" for _ in range(PERSONS_A_STATE // 2)]
            for state in self.states
        }
        self.word_odds = _zipf(len(self.words), 1.0)
        self.state_odds = _zipf(len(self.states), 0.9)
        self.series_odds = _zipf(len(self.series), 0.7)

    def releases(self, count: int, start: int = 0) -> Iterator[tuple[Capture, Reading]]:
        """Releases number `start` and the next; each is drawn by its own number, so any part can be drawn alone."""
        for at in range(start, start + count):
            yield self._release(at)

    def _release(self, at: int) -> tuple[Capture, Reading]:
        draw = np.random.default_rng((self.seed, at))
        told = at
        if draw.random() < RETOLD and at > 50:
            told = at - int(draw.integers(1, 50))
        occasion = self._occasion(told)
        beside = OTHER_TEXT // len(occasion.claims)
        words = iter(self._words(draw, 20 + (beside + 30) * len(occasion.claims)))
        issued = occasion.day + timedelta(days=int(draw.integers(0, 3)))
        issuer = occasion.parties[int(draw.integers(len(occasion.parties)))]
        title = " ".join(next(words) for _ in range(9)).capitalize()
        text, claims = title, []
        for kind, seed in occasion.claims:
            # What is told is the same for all who tell of the occasion; the words are each one's own.
            claim = self._claim(kind, seed, occasion)
            quote = self._quote(words, int(draw.integers(10, 26)), claim)
            start = len(text) + 1
            text = f"{text}\n{quote}"
            claims.append(_resting_on(claim, start, quote, issuer))
            text += "\n" + " ".join(next(words) for _ in range(beside))
        return _reading(at, text, title, issued, issuer, claims)

    def _occasion(self, at: int) -> Occasion:
        draw = np.random.default_rng((self.seed, at, 1))
        # Releases come about in the order of days, yet not strictly: collections are read one after the other.
        day = FIRST + timedelta(days=int(at * DAYS / self.total) + int(draw.integers(0, 30)))
        size = int(draw.choice([2, 2, 2, 2, 2, 2, 3, 4, 8]))
        parties = tuple(dict.fromkeys(self._some(draw, self.states, self.state_odds) for _ in range(size + 1)))[:size]
        kinds = draw.choice(list(KINDS), size=1 + draw.poisson(CLAIMS_A_RELEASE - 1), p=list(KINDS.values()))
        seeds = draw.integers(1 << 40, size=len(kinds))
        return Occasion(day, parties, [(str(k), int(s)) for k, s in zip(kinds, seeds, strict=True)])

    total = 100_000
    """How many releases the 25 years are spread over."""

    def _claim(self, kind: str, seed: int, occasion: Occasion) -> Claim:
        draw = np.random.default_rng(seed)
        parties = occasion.parties if draw.random() < 0.5 else occasion.parties[:2]
        if kind in STATUS:
            status = str(draw.choice(list(STATUS[kind]), p=list(STATUS[kind].values())))
        ahead = timedelta(days=int(draw.integers(5, 200))) if kind in STATUS and status == "planned" else timedelta(0)
        when = _day(occasion.day + ahead) if draw.random() < 0.7 else None
        common: dict[str, Any] = {"rule": f"made.{kind}", "evidence": (), "certainty": round(float(draw.random()), 3)}
        place = self.places[int(draw.integers(len(self.places)))] if draw.random() < 0.6 else None
        match kind:
            case "engagement":
                return Engagement(
                    kind=str(draw.choice(FORMS)), parties=parties, status=status, when=when, place=place,
                    level=str(draw.choice(OFFICES)), participants=self._participants(draw, parties), **common,
                )  # fmt: skip
            case "exercise":
                series = self._some(draw, self.series, self.series_odds)
                domain = str(draw.choice(["sea", "land", "air"]))
                return Exercise(
                    name=series, series=series, domain=domain, parties=parties, status=status, when=when, place=place,
                    edition=int(draw.integers(1, 20)), **common,
                )  # fmt: skip
            case "agreement":
                name = " ".join(self._words(draw, 4)).title()
                subject = str(draw.choice(SUBJECTS))
                return Agreement(name=name, subject=subject, parties=parties, status=status, when=when, **common)
            case "commitment":
                action = " ".join(self._words(draw, 11))
                return Commitment(by=parties[:1], to=parties[1:], force=status, action=action, **common)
            case "position":
                return Position(by=parties, stance=status, topic=" ".join(self._words(draw, 7)), **common)
        return Relation(parties=parties, label=" ".join(self._words(draw, 4)).title(), **common)

    def _participants(self, draw: np.random.Generator, parties: Sequence[str]) -> tuple[Participant, ...]:
        if draw.random() < 0.4:
            return ()
        held = draw.integers(0, PERSONS_A_STATE // 2, size=len(parties))
        office = str(draw.choice(OFFICES))
        title = office.replace("_", " ").title()
        return tuple(
            Participant(self.people[state][at], title, office, state)
            for state, at in zip(parties, held, strict=True)
        )  # fmt: skip

    def _quote(self, words: Iterator[str], length: int, claim: Claim) -> str:
        told = [next(words) for _ in range(length)]
        name = getattr(claim, "series", None) or getattr(claim, "place", None)
        if name:
            told.insert(length // 2, name)
        return " ".join(told).capitalize() + "."

    def _words(self, draw: np.random.Generator, count: int) -> list[str]:
        return [self.words[at] for at in np.searchsorted(self.word_odds, draw.random(count))]

    @staticmethod
    def _some(draw: np.random.Generator, values: Sequence[str], odds: np.ndarray[Any, Any]) -> str:
        return values[int(np.searchsorted(odds, draw.random()))]


def _invented(draw: np.random.Generator, count: int) -> list[str]:
    made: dict[str, None] = {}
    often = set(OFTEN.split())
    while len(made) < count:
        word = "".join(SOUNDS[at] for at in draw.integers(len(SOUNDS), size=int(draw.integers(2, 5))))
        if word not in often:
            made[word] = None
    return list(made)


def _zipf(count: int, slope: float) -> np.ndarray[Any, Any]:
    odds = 1 / np.arange(1, count + 1) ** slope
    summed: np.ndarray[Any, Any] = np.cumsum(odds / odds.sum())
    summed[-1] = 1.0
    return summed


def _day(day: date) -> When:
    return When(day.isoformat(), "day", "text", day.strftime("%d %B %Y"))


def _resting_on(claim: Claim, start: int, quote: str, issuer: str) -> Claim:
    evidence = (Evidence(start, start + len(quote), quote),)
    object.__setattr__(claim, "evidence", evidence)  # made a moment ago, and in nobody's hands yet
    object.__setattr__(claim, "according_to", (issuer,))
    if isinstance(claim, Engagement):
        object.__setattr__(claim, "topics", (Topic(quote[:40].strip(), evidence),))
    return claim


def _reading(
    at: int, text: str, title: str, issued: date, issuer: str, claims: Sequence[Claim]
) -> tuple[Capture, Reading]:
    bytes_ = f"{at}\n{text}".encode()
    sha256 = hashlib.sha256(bytes_).hexdigest()
    source = f"made/{at}.md"
    release = Release(
        id=release_id(text, issued.isoformat()), sha256=sha256, source=source, media_type="text/markdown",
        languages=("en",), genre="readout", title=title, subtitles=(), release_number=None,
        url=f"https://releases.example/{at}", retrieved=None, issuer=Issuer("Ministry", None, issuer), co_issuers=(),
        place=None, place_country=None, issued=_day(issued), calendars=(), sign_off=None,
        content=Text(text, (Block(0, len(text)),)),
    )  # fmt: skip
    seen: Counter[tuple[str, str]] = Counter()
    lists = {
        name: tuple(number([c for c in claims if isinstance(c, kind)], release.id, seen))
        for name, kind in (
            ("engagements", Engagement), ("exercises", Exercise), ("agreements", Agreement),
            ("commitments", Commitment), ("positions", Position), ("relations", Relation),
        )
    }  # fmt: skip
    return Capture(source, sha256, "text/markdown", bytes_), Reading(release, **lists)  # type: ignore[arg-type]
