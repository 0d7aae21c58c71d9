"""A reading on a terminal: head line, what was held, planned, promised and stated, and what to check."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from comity.model.reading import Reading
from comity.views.lines import GROUPS, WORTH_CHECKING, Group, Line, lines_of
from comity.views.wording import headline

__all__ = ["render"]

# Below this many columns the quote stands under what it proves rather than beside it.
WIDE = 130
_COLOURS = {
    "engagement": "cyan", "exercise": "green", "agreement": "magenta",
    "commitment": "yellow", "position": "blue", "relation": "red",
}  # fmt: skip
_WHO = {"held": "Who", "planned": "Who", "promised": "By whom → to whom", "stated": "By whom"}
_WHEN = {"held": "When", "planned": "When", "promised": "Due"}


def render(reading: Reading, console: Console) -> None:
    """Print what one release says; the console decides on width and colour."""
    lines = lines_of(reading)
    release = reading.release
    if release.title:
        console.print(Text(release.title, style="bold"))
    console.print(Text(headline(release), style="dim"))
    for group in GROUPS:
        chosen = [line for line in lines if line.group == group]
        if chosen:
            console.print()
            console.print(_table(group, chosen, wide=console.width >= WIDE))
    console.print()
    console.print(Text(_summary(lines)))
    for warning in (*release.warnings, *reading.warnings):
        console.print(Text(f"warning: {warning.code}: {warning.message}", style="yellow"))


def _table(group: Group, lines: Sequence[Line], *, wide: bool) -> Table:
    table = Table(
        title=GROUPS[group], title_justify="left", title_style="bold", box=None, padding=(0, 2, 0, 0),
        pad_edge=False, expand=True, show_edge=False, header_style="dim",
    )  # fmt: skip
    table.add_column("")
    # A column that is empty throughout only takes room from the words.
    when = group in _WHEN and any(line.when for line in lines)
    place = any(line.place for line in lines)
    if when:
        table.add_column(_WHEN[group], no_wrap=True)
    if place:
        table.add_column("Where", min_width=8, ratio=2)
    table.add_column(_WHO[group], min_width=8, ratio=3)
    table.add_column("What", min_width=20, ratio=6 if wide else 7)
    table.add_column("Status", min_width=9)
    if wide:
        table.add_column("Quote", ratio=7)
    for line in lines:
        cells: list[object] = [Text(line.label, style=_COLOURS[line.kind])]
        cells += [_when(line)] if when else []
        cells += [Text(line.marked("place", line.place))] if place else []
        cells += [_who(line), _what(line, quoted=not wide), Text(line.marked("status", line.status))]
        table.add_row(*cells, *([_quote(line)] if wide else []), end_section=False)  # type: ignore[arg-type]
    return table


def _when(line: Line) -> Text:
    # A range stands on two lines: a date that is cut off is no date.
    first, _, last = line.when.partition("/")
    long = len(first) > len("..") and len(last) > len("..")
    return Text(line.marked("when", f"{first}/\n {last}" if long else line.when))


def _who(line: Line) -> Text:
    return Text("\n".join([line.marked("who", line.parties), *line.people]).strip())


def _what(line: Line, *, quoted: bool) -> Padding:
    text = Text(("↳ " if line.depth else "") + line.what)
    if line.worth_checking:
        text.append(" ?", style="bold yellow")
    if quoted:
        text.append("\n").append_text(_quote(line))
    return Padding(text, (0, 0, 0, 2 * max(0, line.depth - 1)))


def _quote(line: Line) -> Text:
    return Text(f"“{' '.join(line.claim.quote.split())}”" if line.claim.quote else "", style="italic dim")


def _summary(lines: Iterable[Line]) -> str:
    shown = list(lines)
    if not shown:
        return "Nothing to record: no rule found a claim in this release."
    inferred = sum(len(line.inferred) for line in shown)
    check = [line.label for line in shown if line.worth_checking]
    counted = f"{len(shown)} claim{'s' * (len(shown) != 1)}, each with its quote."
    values = f"{inferred} value{'s are' if inferred != 1 else ' is'} inferred (~)."
    doubt = f"{len(check)} worth checking (?, certainty below {WORTH_CHECKING})"
    return f"{counted} {values} {doubt}{': ' + ', '.join(check) if check else ''}."
