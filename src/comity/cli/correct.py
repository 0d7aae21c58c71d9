"""`comity correct`: another value for a field of a claim."""

from __future__ import annotations

from functools import partial
from typing import Any

import click

from comity.cli.records import deciding, opened_record, who_decides
from comity.cli.session import common, session
from comity.errors import DecisionRefused

__all__ = ["command", "parted"]


@click.command("correct")
@click.argument("claim", metavar="CLAIM")
@click.argument("corrections", nargs=-1, required=True, metavar="FIELD=VALUE...")
@deciding
@common
def command(claim: str, corrections: tuple[str, ...], who: str | None, why: str | None, place: str | None) -> int:
    """Correct fields of a claim.

    VALUE is a word of the vocabulary, a number, a date, or JSON (parties='["IN", "JP"]', place=null), as the field
    holds. All fields are corrected, or none. The extracted value is kept beside the corrected one.
    """
    from comity.linking.deciding import decided  # noqa: PLC0415 - loads the database's library
    from comity.record.deciding import correct  # noqa: PLC0415
    from comity.record.noting import Decision  # noqa: PLC0415

    name, told = who_decides(who), [parted(one) for one in corrections]
    taken = [Decision("correct", name, why, field, value) for field, value in told]
    with opened_record(place) as record:
        done = decided(record, *(partial(correct, told=claim, decision=one) for one in taken))
    for (field, _), touched in zip(told, done, strict=True):
        session().say(f"corrected {field} of {', '.join(touched)}")
    return 0


def parted(told: str) -> tuple[str, Any]:
    """A field and its value, from FIELD=VALUE.

    Raises:
        click.UsageError: it is not written so, or the value is no JSON where it must be.
    """
    from comity.record.checks import value_of  # noqa: PLC0415 - loads the database's library

    field, equals, value = told.partition("=")
    if not equals or not field:
        raise click.UsageError(f"{told!r} is not FIELD=VALUE")
    try:
        return field.strip(), value_of(field.strip(), value)
    except DecisionRefused as error:
        raise click.UsageError(str(error)) from error
