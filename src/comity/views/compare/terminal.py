"""Comparisons and redlines in a terminal: in plain words, with colours where the terminal shows them."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from comity.views.compare.model import Comparison, Only
from comity.views.compare.redline import Formula, Redline
from comity.views.compare.saying import FIELD_NAMES, counted, counted_formulas, marked, plain, shown, side_name

__all__ = ["print_comparison", "print_redline"]

_STYLES = {"kept": "", "deleted": "red strike", "inserted": "green underline"}
_MARKS = {"kept": "{}", "deleted": "[-{}-]", "inserted": "{{+{}+}}"}


def print_comparison(comparison: Comparison, console: Console, *, every: bool = False) -> None:
    """Print two releases side by side; what both tell only where `every` is asked for."""
    name_a, name_b = side_name(comparison.a, comparison.b), side_name(comparison.b, comparison.a)
    for mark, side in (("A", comparison.a), ("B", comparison.b)):
        told = ", ".join(part for part in (side.issuer, side.issued) if part)
        console.print(Text(f"{mark}  {side.title or side.release}" + (f"  ({told})" if told else "")))
    if comparison.differences:
        _heading(console, "Told differently")
        table = _table("", name_a, name_b)
        for one in comparison.differences:
            table.add_row(FIELD_NAMES[one.field], Text(shown(one, "a")), Text(shown(one, "b")))
        console.print(table)
    _only(console, f"Only {name_a} tells", comparison.only_a)
    _only(console, f"Only {name_b} tells", comparison.only_b)
    if every and comparison.shared:
        _heading(console, "Told by both")
        table = _table(name_a, name_b)
        for both in comparison.shared:
            table.add_row(*(Text("; ".join(plain(w.quote) for w in words)) for words in (both.a, both.b)))
        console.print(table)
    console.print(Text(f"\n{counted(comparison)}"))


def print_redline(redline: Redline, console: Console, *, every: bool = False) -> None:
    """Print what became of formulas, in the order of the later text; kept ones only where `every` is asked for."""
    for mark, side in (("from", redline.a), ("to  ", redline.b)):
        console.print(Text(f"{mark}  {side.title or side.release}  ({side.issued or 'day not told'})"))
    for formula in redline.formulas:
        if every or formula.fate != "kept" or formula.moved:
            console.print(_line(formula, console))
    console.print(Text(f"\n{counted_formulas(redline)}"))


def _line(formula: Formula, console: Console) -> Text:
    sign = {"kept": "=", "changed": "~", "dropped": "-", "new": "+"}[formula.fate]
    line = Text(f"{sign}{'>' if formula.moved else ' '} ")
    whole = {"dropped": "deleted", "new": "inserted"}.get(formula.fate, "kept")
    told = list(marked(formula))
    if not told or formula.fate == "kept":
        words = formula.b or formula.a
        told = [(whole, plain(words.quote))] if words else []
    bare = console.color_system is None and formula.fate == "changed"
    for fate, printed in told:
        line.append(_MARKS[fate].format(printed) if bare else printed, style=_STYLES[fate])
        line.append(" ")
    return line


def _only(console: Console, heading: str, found: Iterable[Only]) -> None:
    told = list(found)
    if told:
        _heading(console, heading)
        for one in told:
            console.print(Text(f"- {plain(one.words.quote)}"))


def _heading(console: Console, words: str) -> None:
    console.print(Text(f"\n{words}", style="bold"))


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for name in columns:
        table.add_column(name, ratio=None if not name else 1)
    return table
