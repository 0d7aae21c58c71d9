"""`comity compare`: two releases on one occasion side by side, or the statements of a series one against the next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

import click

from comity import __version__
from comity.cli.output import as_json, console_on, opened
from comity.cli.pairs import pair_of
from comity.cli.papers import hand_out
from comity.cli.read import PATH, lexicon_option
from comity.cli.records import opened_record, record_option
from comity.cli.session import common
from comity.errors import InputError, NotKept
from comity.settings import Settings

if TYPE_CHECKING:
    from comity.views.compare.model import Comparison
    from comity.views.compare.redline import Redline
    from comity.views.compare.told import Told

__all__ = ["command"]

Form = Literal["text", "md", "html", "docx", "pdf", "json"]
_FORMS: tuple[Form, ...] = get_args(Form)
_TWO = 2


@click.command("compare")
@click.argument("releases", nargs=-1, metavar="[RELEASE RELEASE]")
@click.option(
    "--series", is_flag=False, flag_value="", metavar="NAME",
    help="Joint statements of one dialogue, each against the one before: those of the record whose title or series is "
    "NAME; without NAME, the two releases given.",
)  # fmt: skip
@click.option("--pair", metavar="A-B", help="With --series NAME: only statements that tell of these two parties.")
@click.option("-f", "--format", "form", type=click.Choice(_FORMS), help="Print in this form (default text).")
@click.option("-o", "--output", type=PATH, metavar="FILE", help="Write to FILE; its ending gives the form.")
@click.option("--all", "every", is_flag=True, help="In text: also what both tell, and what is kept.")
@record_option
@lexicon_option
@common
def command(
    *, releases: tuple[str, ...], series: str | None, pair: str | None, form: Form | None, output: Path | None,
    every: bool, place: str | None, lexicon: Path | None,
) -> int:  # fmt: skip
    """Two releases side by side, or a series of statements.

    RELEASE is the id of a release in the record (or its beginning), or a file, which is read on the spot. Shown is what
    they tell differently, what one alone tells, and what both tell. A difference is told only where both print the
    field, with the words of both. With --series, clauses are shown as kept, changed word by word, moved, dropped or
    new.
    """
    chosen = form or _form_of(output)
    named = series is not None and series != ""
    if pair is not None and not named:
        raise click.UsageError("--pair goes with --series NAME")
    if named and releases:
        raise click.UsageError("give --series NAME, or two releases, not both")
    if not named and len(releases) != _TWO:
        raise click.UsageError("give two releases (ids or files), or --series NAME")
    if named:
        _write_series(series or "", _of_series(series or "", pair, place), chosen, output, every=every)
        return 0
    a, b = _two(releases, place, Settings.load(lexicon=lexicon))
    if series is None:
        _write_comparison(a, b, chosen, output, every=every)
    else:
        first, second = sorted((a, b), key=lambda told: told.side.issued or "")
        _write_series(second.side.title or "", [first, second], chosen, output, every=every)
    return 0


def _form_of(output: Path | None) -> Form:
    """The form that the ending of a file's name gives."""
    ending = output.suffix.removeprefix(".").lower() if output else ""
    return next((form for form in _FORMS if form == ending), "text")


def _two(releases: Sequence[str], place: str | None, settings: Settings) -> tuple[Told, Told]:
    from comity.record.found import release_told  # noqa: PLC0415 - loads the database's library
    from comity.views.compare.series import told_in  # noqa: PLC0415

    files = {told: _read(told, settings) for told in releases if Path(told).exists()}
    kept: dict[str, Told] = {}
    if len(files) < len(set(releases)):
        with opened_record(place) as record, record.reading() as connection:
            for told in releases:
                if told not in files:
                    kept[told] = told_in(connection, release_told(connection, told))
    first, second = ((files | kept)[told] for told in releases)
    return first, second


def _read(file: str, settings: Settings) -> Told:
    from comity.pipeline import Reader  # noqa: PLC0415 - loads what reads releases
    from comity.views.compare.told import told_of_reading  # noqa: PLC0415

    for reading in Reader(settings).read(file):
        if isinstance(reading, InputError):
            raise reading
        return told_of_reading(reading)
    raise InputError("holds no release", where=file, then="give the file of one release")


def _of_series(name: str, pair: str | None, place: str | None) -> list[Told]:
    from comity.views.compare.series import statements, told_in  # noqa: PLC0415

    with opened_record(place) as record, record.reading() as connection:
        found = statements(connection, name, pair_of(pair) if pair else None)
        told = [told_in(connection, release) for release in found]
    if len(told) < _TWO:
        many = f"{len(told)} joint statement{'s' * (len(told) != 1)}"
        raise NotKept(f"the record holds {many} of this series", where=name, then="two are needed; add releases")
    return told


def _write_comparison(a: Told, b: Told, form: Form, output: Path | None, *, every: bool) -> None:
    from comity.views.compare.comparing import compare  # noqa: PLC0415
    from comity.views.compare.paper import comparison_paper  # noqa: PLC0415
    from comity.views.compare.shape import comparison_shape  # noqa: PLC0415

    found: Comparison = compare(a, b)
    if form == "json":
        _write_json(comparison_shape(found), output)
    elif form == "text":
        from comity.views.compare.terminal import print_comparison  # noqa: PLC0415 - loads the library of tables

        with opened(output) as stream:
            print_comparison(found, console_on(stream), every=every)
    else:
        hand_out(comparison_paper(found, _today(), _made_by()), form, output)


def _write_series(name: str, told: Sequence[Told], form: Form, output: Path | None, *, every: bool) -> None:
    from comity.views.compare.paper import series_paper  # noqa: PLC0415
    from comity.views.compare.redline import redline  # noqa: PLC0415
    from comity.views.compare.shape import series_shape  # noqa: PLC0415

    found: list[Redline] = [redline(first, second) for first, second in pairwise(told)]
    if form == "json":
        _write_json(series_shape(found), output)
    elif form == "text":
        from comity.views.compare.terminal import print_redline  # noqa: PLC0415 - loads the library of tables

        with opened(output) as stream:
            for one in found:
                print_redline(one, console_on(stream), every=every)
    else:
        hand_out(series_paper(name, found, _today(), _made_by()), form, output)


def _write_json(shape: object, output: Path | None) -> None:
    with opened(output) as stream:
        stream.write(as_json(shape) + "\n")


def _today() -> str:
    return date.today().isoformat()  # noqa: DTZ011 - the day where the reader is


def _made_by() -> str:
    return f"Comity {__version__}"
