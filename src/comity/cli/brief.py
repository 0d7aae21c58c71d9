"""`comity brief`: where some parties stand, each sentence with the words it rests on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from comity import __version__
from comity.cli.dates import DAY
from comity.cli.pairs import party_of, today_by
from comity.cli.papers import form_told, hand_out, printed
from comity.cli.records import clocks, opened_record, record_option
from comity.cli.session import common

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from comity.record.selecting import Clock
    from comity.views.paper.model import Paper

__all__ = ["command"]


@click.command("brief")
@click.argument("parties", nargs=-1, metavar="A [B]...")
@click.option("--person", metavar="NAME", help="One person's engagements instead.")
@click.option("--series", metavar="NAME", help="The holdings of one series of meetings or exercises instead.")
@click.option("--agreement", metavar="WORDS", help="The life of the agreements that these words name instead.")
@click.option("--since", type=DAY, metavar="DATE", help="What was told after that day is new.")
@click.option("--for", "occasion", metavar="MEETING", help='The meeting that it is for, as "4th 2+2".')
@printed
@clocks
@record_option
@common
def command(
    *, parties: tuple[str, ...], person: str | None, series: str | None, agreement: str | None, since: str | None,
    occasion: str | None, form: str | None, file: Path | None, size: str, as_of: str | None, known_at: str | None,
    place: str | None,
) -> int:  # fmt: skip
    """Where two parties stand, a note to each sentence.

    A page of essentials, and an annex. Name two parties, or more, or one body (`comity brief IN JP`, `comity brief
    QUAD`). Each sentence has a note with the words it rests on; what is said of the record itself is set apart. What
    became of promises is suggested.
    """
    from comity.record.selecting import Clock  # noqa: PLC0415 - loads the database's library

    subjects = [told for told in (person, series, agreement) if told]
    if len(subjects) + bool(parties) != 1:
        raise click.UsageError("name the parties (comity brief IN JP), or give --person, --series or --agreement")
    clock, told_as = Clock.told(as_of, known_at), form_told(form, file)
    with opened_record(place) as record, record.reading() as connection:
        if parties:
            named = tuple(dict.fromkeys(party_of(one) for one in parties))
            told = _of_parties(connection, named, clock, since, occasion, drawn=told_as in _DRAWN)
        else:
            told = _of_subject(connection, person, series, agreement or "", clock)
    hand_out(told, told_as, file, size)
    return 0


_DRAWN = ("html", "docx", "pdf")
"""The formats in which the annex begins with a picture of the timeline."""


def _of_parties(
    connection: Connection, parties: tuple[str, ...], clock: Clock, since: str | None, occasion: str | None,
    *, drawn: bool,
) -> Paper:  # fmt: skip
    from comity.views.brief.brief import brief_of, drawn_of  # noqa: PLC0415
    from comity.views.brief.dossier import gather  # noqa: PLC0415

    dossier = gather(connection, parties, today_by(clock), since=since or "", clock=clock)
    paper = brief_of(dossier, occasion=occasion, made_by=_MADE_BY)
    return replace(paper, picture=drawn_of(dossier)) if drawn else paper


def _of_subject(connection: Connection, person: str | None, series: str | None, agreement: str, clock: Clock) -> Paper:
    from comity.record import selecting  # noqa: PLC0415
    from comity.views.brief import subjects  # noqa: PLC0415
    from comity.views.brief.dossier import made  # noqa: PLC0415

    day = today_by(clock)
    if person:
        numbers = selecting.of_person(connection, person, clock)
        return subjects.of_person(made(connection, numbers, (), day, clock=clock), person, made_by=_MADE_BY)
    if series:
        numbers = selecting.of_series(connection, series, clock)
        return subjects.of_series(made(connection, numbers, (), day, clock=clock), series, made_by=_MADE_BY)
    numbers = subjects.naming_agreement(connection, agreement, clock)
    return subjects.of_agreement(
        made(connection, numbers, (), day, clock=clock, every=True), agreement, made_by=_MADE_BY
    )


_MADE_BY = f"Comity {__version__}"
