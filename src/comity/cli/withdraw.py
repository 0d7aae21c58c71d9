"""`comity withdraw`: a release erased for legal reasons."""

from __future__ import annotations

import click

from comity.cli.records import opened_record, record_option, who_decides
from comity.cli.session import common, session

__all__ = ["command"]


@click.command("withdraw")
@click.argument("release")
@click.option("--why", required=True, metavar="TEXT", help="The reason, kept with what is left of the release.")
@click.option("--who", metavar="NAME", help="Who withdraws it (default COMITY_WHO, or your user name).")
@record_option
@common
def command(release: str, why: str, who: str | None, place: str | None) -> int:
    """Erase a release for legal reasons.

    RELEASE is its whole id. Its bytes, text, title, address, quotes and values are gone for good, also from the file;
    its id and day of issue stay, and it is refused when it is added again. Backups made before still hold it.
    """
    from comity.linking.relink import relink  # noqa: PLC0415 - loads the database's library
    from comity.record.clock import stamp  # noqa: PLC0415
    from comity.record.withdrawing import beside, scrub, withdraw  # noqa: PLC0415

    with opened_record(place) as record:
        with record.writing() as connection:
            at, others = stamp(connection), beside(connection, release)
            relink(connection, withdraw(connection, release, who_decides(who), why, at), at)
        scrub(record)
    session().say(f"withdrew {release}")
    if others:
        session().say(f"these tell the same, and stay: {', '.join(others)}")
    return 0
