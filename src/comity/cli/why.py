"""`comity why`: the rule, the words and the inferences behind one claim."""

from __future__ import annotations

from pathlib import Path

import click

from comity.cli.read import lexicon_option
from comity.cli.records import opened_record, record_option
from comity.cli.session import common
from comity.cli.sources import Failures, readings
from comity.errors import ClaimNotFound
from comity.settings import Settings

__all__ = ["command"]


@click.command("why")
@click.argument("claim", metavar="CLAIM")
@click.argument("source", required=False, metavar="[FILE]")
@record_option
@lexicon_option
@common
def command(claim: str, source: str | None, place: str | None, lexicon: Path | None) -> int:
    """Why a claim was made: rule, quote, inferences.

    CLAIM is the id that `comity read FILE --json` or `comity search` shows, or the beginning of it. FILE is the
    release, or - for standard input; without it the claim is looked up in the record.
    """
    settings = Settings.load(lexicon=lexicon)
    return _in_record(claim, place, settings) if source is None else _in_file(claim, source, settings)


def _in_record(told: str, place: str | None, settings: Settings) -> int:
    from comity.lexicon import load  # noqa: PLC0415
    from comity.record.found import claim_named, find, release_of  # noqa: PLC0415
    from comity.record.noting import history  # noqa: PLC0415
    from comity.views.shown import decision_lines  # noqa: PLC0415
    from comity.views.why import explain_claim  # noqa: PLC0415

    with opened_record(place) as record, record.reading() as connection:
        found = find(connection, told)
        if found.sort != "claim":
            raise ClaimNotFound(f"this is the id of a {found.sort}", where=told, then="`comity show` tells of it")
        _, release, kept = claim_named(connection, found.id)
        text = release_of(connection, release).text if release is not None else ""
        decisions = history(connection, found.id)
    click.echo(explain_claim(kept.claim, text, load(settings.lexicon).rules))
    for line in decision_lines(decisions):
        click.echo(line)
    return 0


def _in_file(claim: str, source: str, settings: Settings) -> int:
    from comity.lexicon import load  # noqa: PLC0415
    from comity.views.why import explain, find_claim  # noqa: PLC0415

    failures = Failures()
    missing: ClaimNotFound | None = None
    for reading in readings(settings, [source], failures):
        try:
            find_claim(reading, claim)
        except ClaimNotFound as error:
            missing = error
            continue
        click.echo(explain(reading, claim, load(settings.lexicon).rules))
        return 0
    if missing:
        raise missing
    if not failures:
        raise ClaimNotFound("holds no release", where=source, then="give the file of the release")
    return 1
