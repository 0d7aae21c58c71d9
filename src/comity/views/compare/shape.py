"""Comparisons and redlines as JSON, with the names that programs rely on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from comity.views.compare.model import Comparison, Side, Words
from comity.views.compare.redline import Formula, Redline

__all__ = ["comparison_shape", "redline_shape", "series_shape"]

Shape = dict[str, Any]


def comparison_shape(comparison: Comparison) -> Shape:
    """Two releases side by side."""
    return {
        "schema": "comity-comparison/1",
        "a": _side(comparison.a),
        "b": _side(comparison.b),
        "differences": [
            {"field": d.field, "a": _words(d.a), "b": _words(d.b), "in_a": _words(d.in_a), "in_b": _words(d.in_b)}
            for d in comparison.differences
        ],
        "both": [
            {"a": [_words(w) for w in s.a], "b": [_words(w) for w in s.b], "reason": s.reason}
            for s in comparison.shared
        ],
        "only_a": [_words(o.words) for o in comparison.only_a],
        "only_b": [_words(o.words) for o in comparison.only_b],
    }


def series_shape(redlines: Sequence[Redline]) -> Shape:
    """The statements of a series, each against the one before."""
    return {"schema": "comity-series/1", "redlines": [redline_shape(one) for one in redlines]}


def redline_shape(redline: Redline) -> Shape:
    """Two statements of a series: `a` is the earlier."""
    return {
        "a": _side(redline.a),
        "b": _side(redline.b),
        "formulas": [_formula(one) for one in redline.formulas],
    }


def _formula(formula: Formula) -> Shape:
    return {
        "fate": formula.fate,
        "moved": formula.moved,
        "a": _words(formula.a),
        "b": _words(formula.b),
        "pieces": [{"fate": p.fate, "a": _words(p.a), "b": _words(p.b)} for p in formula.pieces],
    }


def _side(side: Side) -> Shape:
    return {
        "release": side.release,
        "issuer": side.issuer or None,
        "account": list(side.account),
        "issued": side.issued,
        "title": side.title,
        "genre": side.genre,
        "url": side.url,
        "text": side.text,
    }


def _words(words: Words | None) -> Shape | None:
    if words is None:
        return None
    return {"start": words.start, "end": words.end, "quote": words.quote, "claims": list(words.claims)}
