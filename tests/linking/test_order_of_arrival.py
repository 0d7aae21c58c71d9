"""In whatever order releases arrive, the record comes to the same; and linking bit by bit is linking all at once."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import select

from comity.linking.fingerprint import fingerprint
from comity.linking.gathering import entries_among
from comity.linking.grouping import group
from comity.linking.kinds import KINDS
from comity.model import Agreement, Commitment, Engagement, Exercise, Reading
from comity.record import open_record
from comity.record.loading import kept_of
from comity.record.tables import listed
from record_builders import add_within, claim, day, person, told


def releases() -> list[Reading]:
    """Two dozen releases of two pairs over a month: talks told twice and thrice, editions, an agreement, promises."""
    found = []
    for n in range(12):
        date, other = f"2024-08-{n + 1:02}", ("JP", "AU")[n % 2]
        minister = person("Asha Rao" if n % 3 else "Rao Asha", "IN", "defence_minister")
        partner = person(("Ken Mori", "Ann Lee")[n % 2], other, "defence_minister")
        talks = claim(
            Engagement, f"Talks number {n // 2} took place.", kind="talks", parties=("IN", other),
            when=day(date if n % 4 else "2024-08"), place_country=other, level="defence_minister",
            participants=(minister, partner),
        )  # fmt: skip
        drill = claim(
            Exercise, f"The {n // 4 + 1}th Amber Gale was told of.", name="Amber Gale", series="Amber Gale",
            edition=n // 4 + 1, domain="sea", parties=("IN", other), status=("planned", "held")[n % 2],
        )  # fmt: skip
        pact = claim(
            Agreement, f"They spoke of the Supply Pact on day {n}.", name="Supply Pact", subject="logistics",
            parties=("IN", other), status=("proposed", "signed")[n % 2],
        )  # fmt: skip
        promise = claim(
            Commitment, f"Both agreed for the {n // 3}th time to hold a naval exercise each year.", by=("IN", other),
            force="agreed", action="to hold a naval exercise each year", about=("exercise",),
        )  # fmt: skip
        found.append(told([talks, drill, pact, promise], date, title=f"Number {n}"))
        found.append(
            told([talks, promise], date, title=f"Number {n}, told by {other}", issuer=other, body=f"Of {other}.")
        )
    return found


def kept(place: Path, readings: Sequence[Reading]) -> str:
    with open_record(place, make=True) as record, record.writing() as connection:
        for reading in readings:
            add_within(connection, reading, f"{reading.release.id}.md")
        return fingerprint(connection)


def test_twenty_orders_of_arrival_give_one_record(tmp_path: Path) -> None:
    given = releases()
    digests = set()
    for seed in range(20):
        shuffled = random.Random(seed).sample(given, len(given))
        digests.add(kept(tmp_path / f"{seed}.db", shuffled))
    assert len(digests) == 1


def test_bit_by_bit_and_at_once_are_the_same(tmp_path: Path) -> None:
    given = releases()
    kept(tmp_path / "bits.db", given)
    with open_record(tmp_path / "bits.db") as record, record.reading() as connection:
        numbers = list(connection.execute(select(listed.c.claim)).scalars())
        all_kept = [one for _, _, one in kept_of(connection, numbers)]
        groups = {
            tuple(sorted(one.id for one in thing.members))
            for name, kind in KINDS.items()
            for thing in group([one for one in all_kept if one.kind == name], kind)
        }
        entries = entries_among(connection, numbers)
    assert {tuple(sorted(one.id for one in entry.members)) for entry in entries} == groups
