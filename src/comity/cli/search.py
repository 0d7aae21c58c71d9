"""`comity search`: claims of the record by words, parties, kinds, days and people."""

from __future__ import annotations

from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from comity.cli.documents import feed_of_search, form_of, to_file
from comity.cli.output import as_json, console_on, opened
from comity.cli.pairs import as_csv, pair_of, party_of, whose
from comity.cli.records import opened_record, record_option
from comity.cli.session import common
from comity.errors import RecordError
from comity.model import KIND_NAMES

if TYPE_CHECKING:
    from rich.text import Text

    from comity.record.search import Hit, Query, Results

__all__ = ["command"]

REVIEWS = ("machine", "accepted", "corrected", "unsure", "rejected")


@click.command("search")
@click.argument("words", metavar="[QUERY]", default="")
@whose
@click.option("--kind", type=click.Choice(KIND_NAMES), help="Only this kind.")
@click.option("--from", "first", metavar="DATE", help="From this day, month or year on.")
@click.option("--to", "last", metavar="DATE", help="Up to this day, month or year.")
@click.option("--status", metavar="WORD", help="Status, force or stance: planned, signed, urged, supports …")
@click.option("--series", metavar="NAME", help="Of this series of exercises or meetings.")
@click.option("--person", metavar="NAME", help="In which this person took part; names in any order.")
@click.option("--review", type=click.Choice(REVIEWS), help="As people left it; rejected ones are found only by this.")
@click.option("--as-of", metavar="DATE", help="Use only releases issued by that day.")
@click.option("--limit", type=click.IntRange(min=1), default=50, metavar="N", help="N claims a page (default 50).")
@click.option("--before", type=int, metavar="NEXT", help="The page after the one that ended with NEXT.")
@click.option("--json", "form", flag_value="json", help="Print JSON: the counts, and the claims as results.")
@click.option("--jsonl", "form", flag_value="jsonl", help="Print a claim a line (JSON Lines).")
@click.option("--csv", "form", flag_value="csv", help="Print CSV.")
@click.option("--atom", "form", flag_value="atom", help="Print a feed, what was told last first.")
@to_file
@record_option
@common
def command(
    *, words: str, pair: str | None, party: str | None, form: str | None, file: Path | None, place: str | None,
    **told: Any,
) -> int:  # fmt: skip
    """Find claims by words, parties, kinds, days and people.

    QUERY needs all of its words; "a phrase" stands as it is, begin* may go on, this OR that is either, -without
    leaves out. Case, accents and English endings do not matter. QUERY may be left out where something else is given.
    """
    filters = {name: value for name, value in told.items() if name not in ("limit", "before")}
    if not words.strip() and not any((pair, party, *filters.values())):
        raise click.UsageError("give words to search for, or --pair, --kind or another filter")
    form = form_of(form, file, ("atom", "csv", "json", "jsonl"))
    from comity.record.search import Query, search  # noqa: PLC0415 - loads the database's library

    _check_status(told["status"])
    parties = pair_of(pair) if pair else None
    try:
        query = Query(words, parties, party_of(party) if party else None, **told)
    except RecordError as error:
        raise click.UsageError(str(error)) from error
    with opened_record(place) as record, record.reading() as connection:
        if form == "atom":
            feed_of_search(connection, query, file)
            return 0
        results = search(connection, query)
    with opened(file) as stream:
        if form == "json":
            click.echo(as_json(_results_shape(results)), file=stream)
        elif form == "jsonl":
            for hit in results.hits:
                click.echo(as_json(_hit_shape(hit), indent=None), file=stream)
        elif form == "csv":
            click.echo(as_csv([_hit_shape(hit) for hit in results.hits]), nl=False, file=stream)
        else:
            _print(results, query, stream)
    return 0


def _check_status(told: str | None) -> None:
    from comity.record.search import STATUSES  # noqa: PLC0415

    if told is not None and told.replace(" ", "_") not in STATUSES:
        raise click.UsageError(f"--status {told}: it is one of {', '.join(STATUSES)}")


def _results_shape(results: Results) -> dict[str, Any]:
    return {
        "total": results.total, "more": results.more, "releases": results.releases, "ranked": results.ranked,
        "next": results.next, "facets": results.facets, "results": [_hit_shape(hit) for hit in results.hits],
    }  # fmt: skip


def _hit_shape(hit: Hit) -> dict[str, Any]:
    from comity.views.wording import what  # noqa: PLC0415

    return {
        "claim": hit.kept.id, "entry": hit.entry, "release": hit.kept.release or None, "kind": hit.kept.kind,
        "day": hit.day, "parties": list(hit.parties), "what": what(hit.kept.claim), "status": hit.status,
        "review": hit.kept.review, "quote": hit.quote,
    }  # fmt: skip


def _print(results: Results, query: Query, stream: IO[str]) -> None:
    from rich.table import Table  # noqa: PLC0415

    from comity.views.entries import parties  # noqa: PLC0415
    from comity.views.wording import spoken, what  # noqa: PLC0415

    click.echo(_counted(results), file=stream)
    if facets := _facets(results, query):
        click.echo(facets, file=stream)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim", expand=True)
    for name, ratio, width in (
        ("Day", None, 10), ("Who", 2, 8), ("What", 4, 16), ("Status", None, 10), ("Quote", 6, 20), ("Entry", None, 12),
    ):  # fmt: skip
        table.add_column(name, ratio=ratio, min_width=width, no_wrap=name in {"Day", "Entry"})
    for hit in results.hits:
        claim = hit.kept.claim
        told = f"{spoken(hit.kept.kind)}: {what(claim)}"
        table.add_row(hit.day or "?", parties(claim), told, spoken(hit.status or ""), _quote(hit), hit.entry or "")
    if results.hits:
        console_on(stream).print(table)
    if results.next is not None:
        click.echo(f"more: --before {results.next}", file=stream)


def _counted(results: Results) -> str:
    claims = f"{'more than ' * results.more}{results.total:,} claim{'s' * (results.total != 1)}"
    of = "" if results.releases is None else f" of {results.releases:,} release{'s' * (results.releases != 1)}"
    order = "the most fitting first" if results.ranked else "the newest first"
    return f"{claims}{of}, {order}" if results.hits else f"{claims}{of}"


def _facets(results: Results, query: Query) -> str:
    """What there is of the pair, the party or in the record, whatever else was looked for."""
    kinds, years = results.facets.get("kind", {}), sorted(y for y in results.facets.get("year", ()) if y.isdigit())
    if not kinds:
        return ""
    scope = "-".join(query.pair) if query.pair else query.party or "the record"
    span = f", {years[0]} to {years[-1]}" if years else ""
    return f"{scope}: {' · '.join(f'{kind} {number:,}' for kind, number in kinds.items())}{span}"


def _quote(hit: Hit) -> Text:
    from rich.text import Text  # noqa: PLC0415

    from comity.record.marks import snippet  # noqa: PLC0415

    told, opened = Text(), False
    for part in snippet(hit.quote, hit.marks, opening="\x02", closing="\x02").split("\x02"):
        told.append(part, style="bold" if opened else "")
        opened = not opened
    return told
