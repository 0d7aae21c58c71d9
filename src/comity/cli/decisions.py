"""What the commands have in common by which a person decides about a claim."""

from __future__ import annotations

from functools import partial

import click

from comity.cli.records import deciding, opened_record, who_decides
from comity.cli.session import common, session

__all__ = ["plain_decision"]


def plain_decision(verb: str, purpose: str, meaning: str) -> click.Command:
    """A command that gives claims a status, for one verb."""
    named = "CLAIM is an id, or the beginning of one; all are decided on, or none. `comity undo` takes a decision back."

    @click.command(verb, help=f"{purpose}\n\n{meaning} {named}")
    @click.argument("claims", nargs=-1, required=True, metavar="CLAIM...")
    @deciding
    @common
    def command(claims: tuple[str, ...], who: str | None, why: str | None, place: str | None) -> int:
        from comity.linking.deciding import decided  # noqa: PLC0415 - loads the database's library
        from comity.record.deciding import decide  # noqa: PLC0415
        from comity.record.noting import Decision  # noqa: PLC0415

        decision = Decision(verb, who_decides(who), why)
        with opened_record(place) as record:
            done = decided(record, *(partial(decide, told=claim, decision=decision) for claim in claims))
        for claim in dict.fromkeys(one for touched in done for one in touched):
            session().say(f"{verb}: {claim}")
        return 0

    return command
