"""Releases of invented words, drawn by a seed: for tests and measurements that need many, fast."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from comity.model import (
    Agreement,
    Claim,
    Commitment,
    Engagement,
    Exercise,
    Position,
    Reading,
    Relation,
    Topic,
)
from record_builders import claim, day, person, told

PARTIES = ("IN", "JP", "FR", "KE", "AU", "BR", "VN", "EG")
PEOPLE = ("Arlen Voss", "Mira Tolland", "Jon Pellew", "Sada Orrin", "Kai Brandt", "Ilse Morrow")
EXERCISES = ("Amber Gale", "Silver Tern", "Quiet Harbour", "Long Furrow")
TOPICS = ("ports", "pilots", "river gauges", "seed banks", "tide tables", "harbour lights", "weather ships")
WORDS = tuple(
    f"{a}{b}" for a in ("lan", "mor", "sel", "tor", "vin", "kel", "ost", "bra") for b in ("dem", "ric", "tun", "wex")
)


def readings(seed: int, number: int) -> Iterator[Reading]:
    """Readings of releases; some are copies of an earlier one, some a second version of its page."""
    drawn = random.Random(seed)
    bodies: list[tuple[list[Claim], str, str]] = []
    for n in range(number):
        issued = date(2024, 1, 1) + timedelta(days=drawn.randrange(300))
        claims = [_claim(drawn, issued) for _ in range(drawn.randint(1, 4))]
        body = f"{' '.join(drawn.choices(WORDS, k=60))} {seed} {n}."
        url = f"https://example.org/{seed}/{n}"
        again = drawn.random()
        if bodies and again < 0.1:
            claims, body, printed = drawn.choice(bodies)
            issued = date.fromisoformat(printed) + timedelta(days=1)
        elif bodies and again < 0.2:
            url = f"https://example.org/{seed}/{drawn.randrange(n)}"
        bodies.append((claims, body, issued.isoformat()))
        yield _placed(told(claims, issued.isoformat(), title=f"Release {seed} {n}", url=url, body=body))


def _placed(reading: Reading) -> Reading:
    """Topics stand in the main quote of their talks."""
    engagements = tuple(
        replace(one, topics=tuple(replace(topic, evidence=one.evidence) for topic in one.topics))
        for one in reading.engagements
    )
    return replace(reading, engagements=engagements)


def _claim(drawn: random.Random, issued: date) -> Claim:
    a, b = drawn.sample(PARTIES, 2)
    when = day((issued - timedelta(days=drawn.randrange(3))).isoformat())
    topic, name, mark = drawn.choice(TOPICS), drawn.choice(PEOPLE), drawn.randrange(10**9)
    match drawn.randrange(6):
        case 0:
            quote = f"{name} met the minister of {b} and they spoke of {topic} ({mark})."
            said = Topic(topic, ())
            who = (person(name, a, "foreign_minister"), person("Ola Fenn", b))
            return claim(Engagement, quote, kind="talks", parties=(a, b), when=when, participants=who, topics=(said,))
        case 1:
            series = drawn.choice(EXERCISES)
            return claim(Exercise, f"{series} of {a} and {b} ended ({mark}).", name=series, parties=(a, b), when=when)
        case 2:
            quote = f"An understanding on {topic} was signed by {a} and {b} ({mark})."
            return claim(Agreement, quote, name=f"Understanding on {topic}", kind="mou", parties=(a, b), when=when)
        case 3:
            quote = f"{a} will send {topic} to {b} ({mark})."
            return claim(Commitment, quote, by=(a,), to=(b,), force="committed", action=f"send {topic}")
        case 4:
            return claim(
                Position, f"{a} welcomes the {topic} of {b} ({mark}).", by=(a,), stance="welcomes", topic=topic
            )
        case _:
            return claim(
                Relation, f"{a} and {b} call it a Partnership of {topic} ({mark}).", parties=(a, b), label=topic
            )
