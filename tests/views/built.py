"""A reading made by hand: overlapping quotes, inferred values, a nested visit, words that want escaping."""

from __future__ import annotations

from typing import Any

from comity.model import (
    Agreement,
    Block,
    CalendarDate,
    Commitment,
    Engagement,
    Evidence,
    Exercise,
    Inference,
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
from comity.model import Notice as Remark

TITLE = "Ministers meet in Jakarta & <agree> on ships"
SUBTITLE = "Cooperation must grow, says Minister"
PARAGRAPHS = (
    (
        "Having landed in Jakarta on the night of November 19, 2024, Defence Minister A. Kumar held bilateral "
        "talks with the Minister of Defence of Indonesia Mr B. Santoso today. He was given a guard of honour at "
        "the Ministry of Defence."
    ),
    (
        "The two Ministers agreed that an early conduct of the inaugural submarine rescue exercise would be "
        "useful, and they welcomed the operationalisation of the Logistics Support Arrangement in September "
        "this year."
    ),
    "India and Indonesia are bound by a Comprehensive Strategic Partnership.",
    "NKR/Ruhi",
)
TEXT = "\n\n".join((TITLE, SUBTITLE, *PARAGRAPHS))


def quote(words: str) -> Evidence:
    start = TEXT.index(words)
    return Evidence(start, start + len(words), words)


def blocks() -> tuple[Block, ...]:
    roles = ("title", "subtitle", "body", "body", "body", "sign_off")
    made, at = [], 0
    for role, words in zip(roles, (TITLE, SUBTITLE, *PARAGRAPHS), strict=True):
        start = TEXT.index(words, at)
        at = start + len(words)
        made.append(Block(start, at, role))  # type: ignore[arg-type]
    return tuple(made)


def release(**changes: Any) -> Release:
    told: dict[str, Any] = {
        "id": "r0",
        "sha256": "ab" * 32,
        "source": "release.md",
        "media_type": "text/markdown",
        "languages": ("en",),
        "genre": "readout",
        "title": TITLE,
        "subtitles": (SUBTITLE,),
        "release_number": None,
        "url": None,
        "retrieved": None,
        "issuer": Issuer("Press Information Bureau", "Defence Wing", "IN"),
        "co_issuers": (),
        "place": "New Delhi",
        "place_country": "IN",
        "issued": When("2024-11-20", "day", "text", "20 NOV 2024"),
        "calendars": (CalendarDate("indian_national", "Kartika 29, 1946", "2024-11-20", agrees=True),),
        "sign_off": "NKR/Ruhi",
        "content": Text(TEXT, blocks()),
    }
    return Release(**told | changes)


def reading(**changes: Any) -> Reading:
    account = ("IN",)
    visit = Engagement(
        id="aaaa1111",
        rule="visit.landed",
        evidence=(quote("Having landed in Jakarta on the night of November 19, 2024"),),
        kind="visit",
        when=When("2024-11-19/..", "day", "text", "on the night of November 19, 2024"),
        place="Jakarta",
        place_country="ID",
        parties=("IN", "ID"),
        status="held",
        certainty=0.9,
        according_to=account,
        order=1,
        participants=(Participant("A. Kumar", "Defence Minister", "defence_minister", "IN"),),
    )
    talks = Engagement(
        id="aaaa2222",
        rule="talks.held",
        evidence=(quote("held bilateral talks with the Minister of Defence of Indonesia Mr B. Santoso today"),),
        kind="talks",
        form="ministerial",
        when=When("2024-11-20", "day", "relative", "today"),
        place="Jakarta",
        place_country="ID",
        parties=("IN", "ID"),
        level="defence_minister",
        part_of="aaaa1111",
        order=3,
        certainty=0.95,
        according_to=account,
        topics=(Topic("defence", (quote("bilateral talks"),)),),
        participants=(
            Participant("A. Kumar", "Defence Minister"),
            Participant("B. Santoso", "Minister of Defence"),
        ),
        inferences=(
            Inference("date", "2024-11-20", "relative", "today", "counted from the date of issue"),
            Inference("place", "Jakarta", "inferred", "landed in Jakarta", "where the visit is"),
        ),
    )
    honour = Engagement(
        id="bbbb3333",
        rule="ceremony.guard",
        evidence=(quote("given a guard of honour at the Ministry of Defence"),),
        kind="ceremony",
        place="Ministry of Defence",
        parties=("IN", "ID"),
        part_of="aaaa1111",
        order=2,
        certainty=0.5,
    )
    rescue = Exercise(
        id="cccc4444",
        rule="exercise.early",
        evidence=(quote("the inaugural submarine rescue exercise"),),
        edition=1,
        domain="sea",
        domain_basis="inferred",
        parties=("IN", "ID"),
        status="planned",
        certainty=0.8,
    )
    logistics = Agreement(
        id="dddd5555",
        rule="agreement.operational",
        evidence=(quote("the operationalisation of the Logistics Support Arrangement in September this year"),),
        name="Logistics Support Arrangement",
        kind="arrangement",
        subject="logistics",
        parties=("IN", "ID"),
        status="operational",
        when=When("2024-09", "month", "relative", "in September this year"),
        certainty=0.9,
    )
    agreed = Commitment(
        id="eeee6666",
        rule="commit.agreed",
        evidence=(quote("agreed that an early conduct of the inaugural submarine rescue exercise would be useful"),),
        by=("IN", "ID"),
        force="agreed",
        action="early conduct of the submarine rescue exercise",
        certainty=0.85,
    )
    welcomed = Position(
        id="ffff7777",
        rule="position.welcomed",
        evidence=(quote("welcomed the operationalisation of the Logistics Support Arrangement"),),
        by=("IN", "ID"),
        stance="welcomes",
        topic="operationalisation of the arrangement",
        certainty=0.9,
    )
    label = Relation(
        id="ffff8888",
        rule="relation.label",
        evidence=(quote("bound by a Comprehensive Strategic Partnership"),),
        parties=("IN", "ID"),
        label="Comprehensive Strategic Partnership",
        certainty=0.97,
    )
    told: dict[str, Any] = {
        "release": release(),
        "engagements": (visit, talks, honour),
        "exercises": (rescue,),
        "agreements": (logistics,),
        "commitments": (agreed,),
        "positions": (welcomed,),
        "relations": (label,),
        "warnings": (Remark("place", "Two places are called Ministry of Defence."),),
    }
    return Reading(**told | changes)
