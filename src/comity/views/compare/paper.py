"""Comparisons and redlines as a paper, to be printed in every format."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from comity.views.compare.model import Comparison, Side, Words
from comity.views.compare.redline import Formula, Redline
from comity.views.compare.saying import FIELD_NAMES, counted, counted_formulas, marked, plain, shown, side_name
from comity.views.paper.model import Cell, Note, Paper, Paragraph, Remark, Said, Section, Table

__all__ = ["comparison_paper", "series_paper"]

_NOTHING = Remark("Nothing of this sort was found in the two texts.")


def comparison_paper(comparison: Comparison, day: str, made_by: str = "") -> Paper:
    """Two releases side by side: what they tell differently first; what both tell is the annex."""
    a, b = comparison.a, comparison.b
    name_a, name_b = side_name(a, b), side_name(b, a)
    return Paper(
        f"Two accounts: {name_a} and {name_b}",
        " / ".join(side.title or side.release for side in (a, b)),
        day,
        Remark(f"{_heads(a)} and {_heads(b)} were laid side by side: {counted(comparison)}"),
        (
            _differences(comparison, name_a, name_b),
            Section(f"Only {name_a} tells", _points((o.words for o in comparison.only_a), a)),
            Section(f"Only {name_b} tells", _points((o.words for o in comparison.only_b), b)),
        ),
        (_shared(comparison, name_a, name_b),),
        made_by=made_by,
    )


def series_paper(name: str, redlines: Sequence[Redline], day: str, made_by: str = "") -> Paper:
    """A series of statements, each against the one before it, the newest first."""
    told = sorted(redlines, key=lambda r: r.b.issued or "", reverse=True)
    first = Remark(
        f"{len(told) + 1} statements of one series were laid one against the next. [-…-] marks words that are gone, "
        "{+…+} words that are new; a changed spelling or comma is no change."
    )
    return Paper(f"Formulas of a series: {name}", None, day, first, tuple(map(_redline, told)), made_by=made_by)


def _heads(side: Side) -> str:
    return f"“{side.title or side.release}” ({', '.join(part for part in (side.issuer, side.issued or '') if part)})"


def _differences(comparison: Comparison, name_a: str, name_b: str) -> Section:
    if not comparison.differences:
        return Section("What they tell differently", ((_NOTHING,),))
    rows = tuple(
        (
            Cell(FIELD_NAMES[d.field]),
            Cell(shown(d, "a"), (_note(d.in_a, comparison.a),)),
            Cell(shown(d, "b"), (_note(d.in_b, comparison.b),)),
        )
        for d in comparison.differences
    )
    return Section("What they tell differently", table=Table(("field", name_a, name_b), rows))


def _shared(comparison: Comparison, name_a: str, name_b: str) -> Section:
    rows = tuple(
        (
            Cell("; ".join(plain(w.quote) for w in s.a), tuple(_note(w, comparison.a) for w in s.a)),
            Cell("; ".join(plain(w.quote) for w in s.b), tuple(_note(w, comparison.b) for w in s.b)),
            Cell(s.reason),
        )
        for s in comparison.shared
    )
    if not rows:
        return Section("What both tell", ((_NOTHING,),))
    return Section("What both tell", table=Table((name_a, name_b, "why they are held for one"), rows))


def _redline(redline: Redline) -> Section:
    a, b = redline.a, redline.b
    parts = (
        Section("Changed", tuple(_changed(f, a, b) for f in redline.of("changed")) or ((_NOTHING,),)),
        Section("New", _points((f.b for f in redline.of("new")), b)),
        Section("Dropped", _points((f.a for f in redline.of("dropped")), a)),
        Section("Kept", _points((f.b for f in redline.of("kept")), b)),
    )
    return Section(
        f"{a.issued or a.title} to {b.issued or b.title}", ((Remark(counted_formulas(redline)),),), None, parts
    )


_MARKS = {"kept": "{}", "deleted": "[-{}-]", "inserted": "{{+{}+}}"}


def _changed(formula: Formula, a: Side, b: Side) -> Paragraph:
    words = " ".join(_MARKS[fate].format(told) for fate, told in marked(formula))
    notes = tuple(_note(w, side) for w, side in ((formula.a, a), (formula.b, b)) if w is not None)
    said = Said(words, notes)
    return (said, Remark("It stands elsewhere than before.")) if formula.moved else (said,)


def _points(found: Iterable[Words | None], side: Side) -> tuple[Paragraph, ...]:
    return tuple(_said(words, side) for words in found if words is not None) or ((_NOTHING,),)


def _said(words: Words, side: Side) -> Paragraph:
    return (Said(plain(words.quote), (_note(words, side),)),)


def _note(words: Words, side: Side) -> Note:
    return Note(
        next(iter(words.claims), ""), side.release, words.quote, side.issuer, side.issued, side.title, side.url,
        side.account,
    )  # fmt: skip
