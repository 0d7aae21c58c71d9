"""`comity correct`: another value for a field of a claim."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

import click

from comity.cli.records import deciding, opened_record, who_decides
from comity.cli.session import common, session

__all__ = ["command", "parted", "value_of"]


@click.command("correct")
@click.argument("claim", metavar="CLAIM")
@click.argument("corrections", nargs=-1, required=True, metavar="FIELD=VALUE...")
@deciding
@common
def command(claim: str, corrections: tuple[str, ...], who: str | None, why: str | None, place: str | None) -> int:
    """Correct fields of a claim.

    VALUE is a word of the vocabulary, a date, or JSON (parties='["IN", "JP"]', place=null). The extracted value is
    kept beside the corrected one.
    """
    from comity.linking.deciding import decided  # noqa: PLC0415 - loads the database's library
    from comity.record.deciding import correct  # noqa: PLC0415
    from comity.record.noting import Decision  # noqa: PLC0415

    name = who_decides(who)
    with opened_record(place) as record:
        for field, value in map(parted, corrections):
            decision = Decision("correct", name, why, field, value)
            decided(record, partial(correct, told=claim, decision=decision))
            session().say(f"corrected {field} of {claim}")
    return 0


def parted(told: str) -> tuple[str, Any]:
    """A field and its value, from FIELD=VALUE.

    Raises:
        click.UsageError: it is not written so.
    """
    field, equals, value = told.partition("=")
    if not equals or not field:
        raise click.UsageError(f"{told!r} is not FIELD=VALUE")
    return field.strip(), value_of(value)


def value_of(told: str) -> Any:
    """A value as a person writes it: JSON where it is, else the words themselves; a year or date stays words."""
    if told[:1] in {"[", "{", '"'} or told in {"null", "true", "false"} or (told.isdigit() and len(told) < 4):
        try:
            return json.loads(told)
        except json.JSONDecodeError as error:
            raise click.UsageError(f"{told!r} is no JSON: {error}") from error
    return told
