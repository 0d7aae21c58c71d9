"""A score as lines for people and as JSON for programs; figures keep three decimals."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from comity.evaluate.folding import KINDS, Record, main_quote
from comity.evaluate.score import Counts, Miss, Score

__all__ = ["document_lines", "miss_lines", "score_shape", "summary_lines"]


def score_shape(score: Score) -> dict[str, Any]:
    """The whole score as JSON values."""
    return {
        "all": _figures(score.all),
        "strict": _figures(score.strict),
        "strict_lists": {kind: _figures(score.strict_of(kind)) for kind in KINDS},
        "mean_f1_over_documents": round(score.mean_f1, 3),
        "lists": {kind: _figures(score.of(kind)) for kind in KINDS},
        "fields": {
            kind: {f: None if v is None else round(v, 3) for f, v in score.field_accuracy(kind).items()}
            for kind in KINDS
        },
        "documents": {d.document: _figures(d.counts) for d in score.scored},
        "empty_documents": len(score.empty),
        "false_alarms_on_empty": score.false_alarms,
        "unread": list(score.unread),
    }


def _figures(counts: Counts) -> dict[str, float | int]:
    return {
        "precision": round(counts.precision, 3), "recall": round(counts.recall, 3), "f1": round(counts.f1, 3),
        "found": counts.found, "extra": counts.extra, "missed": counts.missed,
    }  # fmt: skip


def summary_lines(score: Score) -> Iterator[str]:
    """A table by kind, then all kinds, the mean over documents and the false alarms."""
    yield f"{'':<12} {'P':>6} {'R':>6} {'F1':>6} {'strict':>6}  found extra missed  fields of what was found"
    for kind in KINDS:
        right = " · ".join(f"{f} {v:.2f}" for f, v in score.field_accuracy(kind).items() if v is not None)
        yield f"{_row(kind, score.of(kind), score.strict_of(kind))}  {right}".rstrip()
    yield _row("all", score.all, score.strict)
    yield f"mean F1 over {len(score.scored)} documents: {score.mean_f1:.3f}"
    yield f"false alarms on {len(score.empty)} empty documents: {score.false_alarms}"
    if score.unread:
        yield f"not read, counted as missed: {', '.join(score.unread)}"


def _row(name: str, counts: Counts, strict: Counts) -> str:
    figures = f"{counts.precision:6.3f} {counts.recall:6.3f} {counts.f1:6.3f} {strict.f1:6.3f}"
    return f"{name:<12} {figures}  {counts.found:>5} {counts.extra:>5} {counts.missed:>6}"


def document_lines(score: Score) -> Iterator[str]:
    """A line for each document."""
    for document in score.documents:
        c = document.counts
        if document.empty:
            yield f"{document.document}  holds nothing, {c.extra} false alarms"
        else:
            yield f"{document.document}  P {c.precision:.2f} R {c.recall:.2f} F1 {c.f1:.2f}"


def miss_lines(score: Score) -> Iterator[str]:
    """A line for each record that was missed or is extra: what it is, of whom, and its quote."""
    return (_miss_line(miss) for miss in score.misses)


def _miss_line(miss: Miss) -> str:
    record = miss.record
    who = ", ".join(str(p) for p in record.get("parties") or record.get("by") or [])
    head = f"{miss.document}  {miss.what:<6} {miss.kind[:-1]:<10} {_name(record)} [{who}]"
    return f"{head}  “{main_quote(record)[:90]}”"


def _name(record: Record) -> str:
    told = (record.get(field) for field in ("name", "action", "topic", "label", "established", "kind"))
    return str(next((value for value in told if value), "?"))
