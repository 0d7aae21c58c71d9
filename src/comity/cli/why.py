"""`comity why`: the rule, the words and the inferences behind one claim."""

from __future__ import annotations

from pathlib import Path

import click

from comity.cli.read import lexicon_option
from comity.cli.session import common
from comity.cli.sources import Failures, readings
from comity.errors import ClaimNotFound
from comity.settings import Settings

__all__ = ["command"]


@click.command("why")
@click.argument("claim", metavar="CLAIM")
@click.argument("source", metavar="FILE")
@lexicon_option
@common
def command(claim: str, source: str, lexicon: Path | None) -> int:
    """Why a claim was made: rule, quote, inferences.

    CLAIM is the id that `comity read FILE --json` shows, or the beginning of it. FILE is the release, or -
    for standard input.
    """
    from comity.lexicon import load  # noqa: PLC0415
    from comity.views.why import explain, find_claim  # noqa: PLC0415

    settings = Settings.load(lexicon=lexicon)
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
