"""`comity doctor`: what this installation has, and what is missing."""

from __future__ import annotations

from pathlib import Path

import click

from comity.cli.output import as_json
from comity.cli.read import lexicon_option
from comity.cli.session import common
from comity.settings import Settings

__all__ = ["command"]


@click.command("doctor")
@click.option("--json", "json_", is_flag=True, help="Print JSON, a list of checks.")
@lexicon_option
@common
def command(json_: bool, lexicon: Path | None) -> int:  # noqa: FBT001 - click's signature
    """Check what is installed and what is missing.

    Exit 1 where something that Comity needs is missing.
    """
    from comity.cli.checks import checks  # noqa: PLC0415

    found = list(checks(Settings.load(lexicon=lexicon)))
    if json_:
        click.echo(as_json([check.shape() for check in found]))
    else:
        for check in found:
            click.echo(check.line())
        missing = [check.name for check in found if check.failed]
        click.echo(f"missing: {', '.join(missing)}" if missing else "all that Comity needs is there")
    return 1 if any(check.failed for check in found) else 0
