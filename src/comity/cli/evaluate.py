"""`comity evaluate`: how well readings agree with gold, and whether the pinned floors are kept."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from comity.cli.output import as_json
from comity.cli.read import lexicon_option
from comity.cli.session import common, session
from comity.cli.sources import Failures
from comity.errors import GoldError
from comity.settings import Settings

if TYPE_CHECKING:
    from comity.evaluate import Floors, Gold, Score

__all__ = ["command"]

FOLDER = click.Path(path_type=Path)


@click.command("evaluate")
@click.argument("gold_dir", type=FOLDER, metavar="GOLD_DIR")
@click.argument("releases_dir", type=FOLDER, metavar="RELEASES_DIR")
@click.option("--misses", is_flag=True, help="List what was missed and what was extra.")
@click.option("--docs", is_flag=True, help="Print a line for each document.")
@click.option("--json", "json_", is_flag=True, help="Print everything as JSON.")
@click.option("--floors", is_flag=True, help="Fail also where no floors are pinned for these files.")
@lexicon_option
@common
def command(
    gold_dir: Path,
    releases_dir: Path,
    *,
    misses: bool,
    docs: bool,
    json_: bool,
    floors: bool,
    lexicon: Path | None,
) -> int:
    """Score readings against gold.

    GOLD_DIR holds DOCID.json, RELEASES_DIR the release of each as DOCID.md, .html, .txt, .pdf (or a line
    of STEM.jsonl with the id ID for STEM-ID.json). Where floors are pinned for exactly these files, exit 1
    below one.
    """
    from comity.evaluate import floors_for, load_floors, load_gold  # noqa: PLC0415
    from comity.evaluate.gold import files_digest  # noqa: PLC0415
    from comity.evaluate.releases import find_releases  # noqa: PLC0415

    gold = load_gold(gold_dir)
    files = find_releases(releases_dir, gold.documents)
    if not files:
        raise GoldError("holds no release of this gold", where=str(releases_dir), then="files are named DOCID.*")
    failures = Failures()
    score = _score(gold, files, Settings.load(lexicon=lexicon), failures)
    pinned = floors_for(gold.digest, files_digest(set(files.values())), load_floors())
    if floors and pinned is None:
        raise GoldError(
            "no floors are pinned for these files",
            where=str(gold_dir),
            then="pin them in evaluate/floors.toml",
        )
    below = _below(pinned, score)
    if json_:
        _print_json(score, pinned, below)
    else:
        _print_report(score, misses=misses, docs=docs)
        _print_floors(pinned, below)
    failures.write()
    return 1 if below or score.unread else 0


def _score(gold: Gold, files: Mapping[str, Path], settings: Settings, failures: Failures) -> Score:
    from comity.evaluate import score  # noqa: PLC0415
    from comity.evaluate.releases import read_releases  # noqa: PLC0415
    from comity.pipeline import Reader  # noqa: PLC0415

    predicted: dict[str, Any] = {}
    for outcome in read_releases(Reader(settings), files):
        if outcome.shape is not None:
            predicted[outcome.document] = outcome.shape
        elif outcome.error is not None:
            failures.add(outcome.error)
    return score(gold.documents, predicted)


def _below(pinned: Floors | None, score: Score) -> list[str]:
    from comity.evaluate import breaches  # noqa: PLC0415

    return breaches(pinned, score) if pinned else []


def _print_json(score: Score, pinned: Floors | None, below: list[str]) -> None:
    from comity.evaluate.report import score_shape  # noqa: PLC0415

    floors = {"pinned": pinned.name if pinned else None, "below": below}
    click.echo(as_json(score_shape(score) | {"floors": floors}))


def _print_report(score: Score, *, misses: bool, docs: bool) -> None:
    from comity.evaluate.report import document_lines, miss_lines, summary_lines  # noqa: PLC0415

    for line in miss_lines(score) if misses else ():
        click.echo(line)
    for line in document_lines(score) if docs else ():
        click.echo(line)
    for line in summary_lines(score):
        click.echo(line)


def _print_floors(pinned: Floors | None, below: list[str]) -> None:
    if pinned is None:
        session().detail("no floors are pinned for these files")
        return
    click.echo(f"floors of {pinned.name}: {'BELOW' if below else 'kept'}")
    for sentence in below:
        session().fail(sentence)
